"""Where a partner's event is placed: by its rule, by the dates beside it, on whose clocks.

Programs do not agree on how to say which date they mean: the day alone for a date with an hour, midnight for
a whole day, the hour of another zone. The date that is meant is looked for among those of the event
(`Slots.meant`).
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime, time, timedelta, tzinfo
from math import prod
from zoneinfo import ZoneInfo

from ...domain.meetings import Rule
from ...problems import Problem, sentence
from ..fields.rrule import FORMS, LISTS, check_it_happens
from ..ics import Extra, Stamp, Unreadable, WrittenEvent, not_read, stamp_of, told
from ..ics_lines import Line

CLOCK_PART = re.compile("[0-9]{1,2}(?:,[0-9]{1,2})*")
CLOCK_PARTS = ("BYHOUR", "BYMINUTE", "BYSECOND")
MOST_RULES, MOST_A_DAY = 5, 4
NUMBER = re.compile("-?[0-9]{1,9}")

Moment = date | datetime


@dataclass(frozen=True, slots=True)
class Window:
    """The time of the site, and the days that are told, both included."""

    zone: ZoneInfo
    first: date
    last: date

    def here(self, moment: Moment) -> Moment:
        return moment.astimezone(self.zone) if isinstance(moment, datetime) else moment

    def has(self, start: Moment, end: Moment) -> bool:
        """What began before and goes on is told too."""
        return day_of(self.here(start)) <= self.last and self.first <= day_of(self.here(end))


@dataclass(frozen=True, slots=True)
class Clock:
    """Of one event: whose hours its stamps are."""

    event: WrittenEvent
    window: Window

    @property
    def home(self) -> tzinfo:
        return self.event.zones.home or self.window.zone

    def start(self) -> Moment:
        return self.moment(self.event.start, self.home)

    def moment(self, stamp: Stamp, floating: tzinfo) -> Moment:
        """floating: where its hour is if it names no zone. Raises Unreadable."""
        if not isinstance(stamp.value, datetime):
            return stamp.value
        if stamp.value.tzinfo:  # as Google means it: what comes back follows the clocks of the calendar
            return stamp.value.astimezone(self.event.zones.home or UTC)
        if not stamp.zone:
            return stamp.value.replace(tzinfo=floating)
        zone = self.event.zones.named(stamp.zone)
        if zone is None:
            raise Unreadable(unknown_zone(stamp.zone, self.event))
        return stamp.value.replace(tzinfo=zone)

    def exception(self, stamp: Stamp, start: Moment) -> Moment:
        """Of a date that is meant: without zone, or in one that nobody knows, it is in that of the start."""
        zone = start.tzinfo if isinstance(start, datetime) and start.tzinfo else self.home
        known = stamp.zone is None or self.event.zones.named(stamp.zone)
        return self.moment(stamp if known else replace(stamp, zone=None), zone)

    def day(self, stamp: Stamp) -> date:
        """Which whole day is meant: Exchange writes its midnight, on the clocks there or in UTC."""
        if not isinstance(stamp.value, datetime) or stamp.value.tzinfo is None:
            return day_of(stamp.value)
        local = stamp.value.astimezone(self.home)
        return local.date() if local.time() == time() else stamp.value.date()


@dataclass(frozen=True, slots=True)
class Slots:
    """Where the rule and the dates beside it place an event, by moment in UTC, in order of time.

    by_day, by_clock: the same, by what the clocks of the start show.
    lengths: of those that last as long as they alone do.
    """

    clock: Clock
    start: Moment
    by_instant: dict[Moment, Moment]
    by_day: dict[date, list[Moment]]
    by_clock: dict[datetime, Moment]
    lengths: dict[Moment, timedelta]

    def meant(self, stamp: Stamp) -> Moment | None:
        """The slot in UTC; the hour as it stands, then on the clocks of the start, then the day alone."""
        if not isinstance(self.start, datetime):
            day = self.clock.day(stamp)
            return day if day in self.by_instant else None
        if not isinstance(stamp.value, datetime):
            return next(self.on(stamp.value), None)
        moment = self.clock.exception(stamp, self.start)
        instant = in_utc(moment)
        if instant in self.by_instant:
            return instant
        midnight = stamp.value if stamp.value.time() == time() else None
        return self.by_clock.get(local(moment)) or (midnight and next(self.on(midnight.date()), None))

    def on(self, day: date) -> Iterator[Moment]:
        return iter(self.by_day.get(day, ()))

    def excluded(self) -> frozenset[Moment]:
        """A day takes out all of that day, an hour one date."""
        found: set[Moment] = set()
        for stamp in self.clock.event.excluded:
            if isinstance(self.start, datetime) and not isinstance(stamp.value, datetime):
                found.update(self.on(stamp.value))
            elif meant := self.meant(stamp):
                found.add(meant)
        return frozenset(found)


def slots_of(event: WrittenEvent, window: Window) -> Slots:
    """Raises Unreadable."""
    clock = Clock(event, window)
    start = clock.start()
    found: dict[Moment, Moment] = {}
    lengths: dict[Moment, timedelta] = {}
    for moment in by_rules(event, start, clock):
        found.setdefault(in_utc(moment), moment)
    for extra in event.extra:
        moment = beside(extra.start, start, clock)
        found.setdefault(in_utc(moment), moment)
        if (length := length_of_extra(extra, moment, clock)) is not None:
            lengths[in_utc(moment)] = length
    by_day: dict[date, list[Moment]] = {}
    for at, slot in sorted(found.items()):
        by_day.setdefault(day_of(slot), []).append(at)
    by_clock = {local(slot): at for at, slot in found.items()}
    return Slots(clock, start, dict(sorted(found.items())), by_day, by_clock, lengths)


def by_rules(event: WrittenEvent, start: Moment, clock: Clock) -> Iterator[Moment]:
    """DTSTART counts even if it does not follow the rule, unless all is over before: a series that was ended.

    Computed on the clocks of its zone, so that 18:30 stays 18:30.
    """
    zone = start.tzinfo if isinstance(start, datetime) else None
    first = local(start) if isinstance(start, datetime) else datetime.combine(start, time())
    if len(event.rules) > MOST_RULES:
        raise Unreadable(not_read("RRULE", event.title, event.place))
    rules = [rule_of(text, event, clock, zone) for text in event.rules]
    if not rules or any(rule.until is None or first <= rule.until for rule in rules):
        yield start
    for rule in rules:
        for moment in rule.starts_until(first, clock.window.last):
            yield moment.replace(tzinfo=zone) if zone else moment.date()


def rule_of(text: str, event: WrittenEvent, clock: Clock, zone: tzinfo | None) -> Rule:
    """As other programs take it, which is wider than what an editor may write. Raises Unreadable."""
    parts = parts_of(text)
    count = max(int(parts["COUNT"]), 0) if is_well_formed("COUNT", parts.get("COUNT", "")) else None
    try:
        is_whole = all(is_well_formed(key, value) for key, value in parts.items())
        if not is_whole or "FREQ" not in parts or times_a_day(parts) > MOST_A_DAY:
            raise ValueError(text)
        rule = Rule(
            frequency=parts["FREQ"],
            interval=int(parts.get("INTERVAL", 1)),
            by=tuple((key, value) for key, value in parts.items() if key in (*LISTS, *CLOCK_PARTS, "WKST")),
            until=last_start(parts["UNTIL"], clock, zone) if "UNTIL" in parts else None,
            count=count or None,
        )
        check_it_happens(rule)
    except ValueError:  # Refused is one
        raise Unreadable(not_read("RRULE", event.title, event.place)) from None
    return rule


def parts_of(text: str) -> dict[str, str]:
    """Blanks mean nothing, nor does a part without a value, nor one that is not of the standard."""
    pieces = "".join(text.split()).upper().removeprefix("RRULE:").split(";")
    found = (piece.partition("=") for piece in pieces)
    return {key: value for key, _, value in found if value and not key.startswith("X-")}


def is_well_formed(key: str, value: str) -> bool:
    if key in CLOCK_PARTS:
        return CLOCK_PART.fullmatch(value) is not None
    if key == "COUNT":  # some write -1 for no end
        return NUMBER.fullmatch(value) is not None and int(value) != 0
    if key == "INTERVAL":
        return NUMBER.fullmatch(value) is not None and int(value) > 0
    if key in ("RSCALE", "SKIP"):  # RFC 7529
        return value in ("GREGORIAN", "OMIT")
    return key == "UNTIL" or (key in FORMS and FORMS[key].fullmatch(value) is not None)


def times_a_day(parts: dict[str, str]) -> int:
    return prod(len(parts.get(key, "").split(",")) for key in CLOCK_PARTS)


def last_start(text: str, clock: Clock, zone: tzinfo | None) -> datetime | None:
    """Without zone, on the clocks of the start; None: never, which some write as the year 9999."""
    if re.match("[3-9][0-9]{3}", text):
        return None
    until = stamp_of(text, Line("UNTIL", {}, text))
    if until is None:
        raise ValueError(text)
    if zone is None or not isinstance(until.value, datetime):
        return datetime.combine(clock.day(until), time(23, 59, 59))
    return local(until.value.astimezone(zone)) if until.value.tzinfo else until.value


def beside(stamp: Stamp, start: Moment, clock: Clock) -> Moment:
    """A date that is added, in the form of the first one: a day alone has its hour."""
    if not isinstance(start, datetime):
        return clock.day(stamp)
    if not isinstance(stamp.value, datetime):
        return datetime.combine(stamp.value, local(start).time(), start.tzinfo)
    return clock.exception(stamp, start)


def length_of_extra(extra: Extra, start: Moment, clock: Clock) -> timedelta | None:
    if extra.until is None or not isinstance(start, datetime):
        return extra.length
    end = clock.exception(extra.until, start)
    return in_utc(end) - in_utc(start) if isinstance(end, datetime) else None


def unknown_zone(name: str, event: WrittenEvent) -> Problem:
    title = event.title or event.calendar
    said = sentence('the event "{title}" is in an unknown time zone, "{zone}"', title=title, zone=name)
    hint = sentence("it is left out; ask those who keep that calendar for a zone such as Europe/Paris")
    return told(event.place, "unknown-zone", said, hint)


def in_utc(moment: Moment) -> Moment:
    return moment.astimezone(UTC) if isinstance(moment, datetime) else moment


def local(moment: Moment) -> datetime:
    """What the clocks of its zone show."""
    return moment.replace(tzinfo=None) if isinstance(moment, datetime) else datetime.combine(moment, time())


def day_of(moment: Moment) -> date:
    return moment.date() if isinstance(moment, datetime) else moment
