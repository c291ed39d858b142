// The dates that ical.js (Thunderbird's reader) finds in a calendar, as JSON, one object a date.
//
//     node ical_occurrences.mjs FILE FIRST LAST      FIRST and LAST: days, in UTC, both included
//
// Time zones are those of the file: the built-in ones are forgotten before it is read.

import { readFileSync } from "node:fs";
import ICAL from "ical.js";

const SOME_MOVES_LATER = 400 * 24 * 3600 * 1000;

const [file, first, last] = process.argv.slice(2);
const calendar = new ICAL.Component(ICAL.parse(readFileSync(file, "utf8")));
ICAL.TimezoneService.reset();
for (const zone of calendar.getAllSubcomponents("vtimezone")) {
  ICAL.TimezoneService.register(zone);
}

const written = (time) =>
  time.isDate ? time.toString() : time.toJSDate().toISOString().replace(".000Z", "Z");

const row = (item, start, end) => ({
  uid: item.uid,
  start: written(start),
  end: written(end),
  status: item.component.getFirstPropertyValue("status"),
  summary: item.summary,
  location: item.location,
});

const vevents = calendar.getAllSubcomponents("vevent");
const overrides = vevents.filter((vevent) => vevent.hasProperty("recurrence-id"));

function* dates(vevent) {
  const event = new ICAL.Event(vevent, {
    exceptions: overrides.filter((other) => other.getFirstPropertyValue("uid") === vevent.getFirstPropertyValue("uid")),
  });
  if (!event.isRecurring()) {
    yield row(event, event.startDate, event.endDate);
    return;
  }
  const farthest = Date.parse(last) + SOME_MOVES_LATER;
  const slots = event.iterator();
  for (let slot = slots.next(); slot && slot.toJSDate() <= farthest; slot = slots.next()) {
    const { item, startDate, endDate } = event.getOccurrenceDetails(slot);
    yield row(item, startDate, endDate);
  }
}

const found = vevents
  .filter((vevent) => !vevent.hasProperty("recurrence-id"))
  .flatMap((vevent) => [...dates(vevent)])
  .filter(({ start }) => first <= start.slice(0, 10) && start.slice(0, 10) <= last)
  .sort((one, other) => (`${one.start} ${one.uid}` < `${other.start} ${other.uid}` ? -1 : 1));

console.log(JSON.stringify(found, null, 1));
