// The dates that node-ical finds in a calendar, as JSON, one object a date.
//
//     node node_ical_occurrences.mjs FILE FIRST LAST      FIRST and LAST: days, in UTC, both included
//
// Its own expandRecurringEvent does the work, as in the programs that use it (MagicMirror, Home Assistant add-ons).

import ical from "node-ical";

const DAY = 24 * 3600 * 1000;

const [file, first, last] = process.argv.slice(2);
const window = { from: new Date(Date.parse(first) - DAY), to: new Date(Date.parse(last) + 2 * DAY) };

// A whole day is the same one everywhere: node-ical keeps it as midnight on the clocks of this machine.
const day = (moment) =>
  [moment.getFullYear(), moment.getMonth() + 1, moment.getDate()].map((part) => String(part).padStart(2, "0")).join("-");
const written = (moment, isDay) => (isDay ? day(moment) : moment.toISOString().replace(".000Z", "Z"));

const row = ({ start, end, isFullDay, event }) => ({
  uid: event.uid,
  start: written(start, isFullDay),
  end: written(end, isFullDay),
  status: event.status,
});

const found = Object.values(ical.sync.parseFile(file))
  .filter(({ type }) => type === "VEVENT")
  .flatMap((event) => ical.expandRecurringEvent(event, window))
  .map(row)
  .filter(({ start }) => first <= start.slice(0, 10) && start.slice(0, 10) <= last);

console.log(JSON.stringify(found, null, 1));
