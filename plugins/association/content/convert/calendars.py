"""Calendars of partners: content/agenda/imports. What their events mean, date by date."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime, time, timedelta, tzinfo
from functools import partial
from urllib.parse import urlsplit
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from ...domain.agenda import agenda, uid_domain
from ...domain.association import Association
from ...domain.events import ImportedCalendar, ImportedDate
from ...domain.meetings import Rule
from ...problems import ContentError, Place, Problem, sentence
from ..context import LoadContext
from ..fields.base import Refused
from ..fields.dates import FIRST_YEAR, LAST_YEAR
from ..fields.rrule import rule_words
from ..ics import Stamp, WrittenCalendar, WrittenEvent, correct_there, not_read, read_calendar, shorter

YEAR = timedelta(days=366)
DAY = timedelta(days=1)
MOST_DATES = 5_000
LONGEST_URL = 500

Moment = date | datetime


def calendars(paths: Iterable[str], context: LoadContext) -> tuple[ImportedCalendar, ...]:
    """In the order of their names, each from a year back to a year ahead."""
    found: list[ImportedCalendar] = []
    taken: dict[str, str] = {}
    for path in paths:
        file, place = context.files.shown(path), context.site.content / path
        with context.collecting():
            written = context.memory.of_file(place, WrittenCalendar, partial(read_calendar, place, file))
            context.notes.problems.extend(taken_twice(written, file, taken))
            dates = context.remembered(("calendar", path), (written,), partial(dates_of, written))
            found.append(ImportedCalendar(written.name, dates, path))
    return tuple(sorted(found, key=lambda calendar: (calendar.name, calendar.source)))


def dates_of(written: WrittenCalendar, context: LoadContext) -> tuple[ImportedDate, ...]:
    return Expansion(written, context).dates()


def taken_twice(written: WrittenCalendar, file: str, taken: dict[str, str]) -> Iterator[Problem]:
    """A UID is of one event; dates that replace one of its own share it."""
    own: set[str] = set()
    for event in written.events:
        other = taken.get(event.uid)
        if other not in (None, file) or (event.uid in own and event.replaced is None):
            yield clash(event, other or file)
        taken.setdefault(event.uid, file)
        if event.replaced is None:
            own.add(event.uid)


def clash(event: WrittenEvent, other: str) -> Problem:
    return Problem(
        event.place,
        "duplicate-uid",
        sentence('the event "{title}" has the same UID as one of {other}', title=event.title, other=other),
        sentence("take one of the two out of its file"),
    )


def check_own_uids(association: Association, context: LoadContext) -> None:
    """A calendar that was exported here does not come back as somebody else's."""
    domain = context.site.uid_domain or uid_domain(association.identity.name)
    today = context.site.today
    own = agenda(association.commissions, association.events, today - YEAR, today + YEAR, context.site.zone)
    uids = {f"{entry.uid}@{domain}" for entry in own.entries}
    for calendar in association.calendars:
        titles = {one.uid: one.title for one in calendar.dates if one.uid in uids}
        for title in titles.values():
            context.error(
                Place(context.files.shown(calendar.source)),
                "duplicate-uid",
                sentence('the event "{title}" comes from this very site', title=title),
                sentence("take it out of the file: it is in the agenda already"),
            )


@dataclass(frozen=True, slots=True)
class Expansion:
    """From the events of one calendar to their dates, in the time of the site."""

    written: WrittenCalendar
    context: LoadContext

    def dates(self) -> tuple[ImportedDate, ...]:
        found: list[ImportedDate] = []
        for uid, events in by_uid(self.written.events).items():
            found.extend(self.of_event(uid, events))
            if len(found) > MOST_DATES:
                said = sentence("this calendar has more than {most} dates within two years", most=MOST_DATES)
                place = Place(events[0].place.file)
                raise ContentError([Problem(place, "too-large", said, shorter())])
        return tuple(found)

    def of_event(self, uid: str, events: list[WrittenEvent]) -> Iterator[ImportedDate]:
        """Dates of the rule but those replaced, then those that replace them."""
        overrides = {self.instant(event.replaced, event): event for event in events if event.replaced}
        for event in events:
            if event.replaced is None:
                yield from self.regular(event, frozenset(overrides))
        for slot, event in overrides.items():
            moment = self.moment(event.start, event)
            if self.is_near(moment):
                yield self.made(event, moment, slot)

    def regular(self, event: WrittenEvent, replaced: frozenset[Moment]) -> Iterator[ImportedDate]:
        recurs = bool(event.rule or event.extra)
        for moment in self.moments(event):
            slot = in_utc(moment)
            if slot not in replaced and self.is_near(moment):
                yield self.made(event, moment, slot if recurs else None)

    def moments(self, event: WrittenEvent) -> list[Moment]:
        """When it begins, in its own zone; DTSTART counts even if it does not follow the rule."""
        first = self.moment(event.start, event)
        found = {in_utc(first): first}
        for moment in self.by_rule(event, first):
            found.setdefault(in_utc(moment), moment)
        for extra in event.extra:
            moment = self.moment(extra, event)
            if isinstance(moment, datetime) != isinstance(first, datetime):
                raise ContentError([not_read("RDATE", event.title, event.place)])
            found.setdefault(in_utc(moment), moment)
        gone = {self.instant(stamp, event) for stamp in event.excluded}
        days = {stamp.value for stamp in event.excluded if not isinstance(stamp.value, datetime)}
        return [found[at] for at in sorted(found) if at not in gone and day_of(found[at]) not in days]

    def by_rule(self, event: WrittenEvent, first: Moment) -> Iterator[Moment]:
        """Computed on the clocks of its zone, so that 18:30 stays 18:30."""
        if event.rule is None:
            return
        zone = first.tzinfo if isinstance(first, datetime) else None
        local = first.replace(tzinfo=None) if isinstance(first, datetime) else datetime.combine(first, time())
        for start in self.rule(event, zone).starts_until(local, self.context.site.today + YEAR):
            yield start.replace(tzinfo=zone) if zone else start.date()

    def rule(self, event: WrittenEvent, zone: tzinfo | None) -> Rule:
        try:
            words = rule_words(event.rule)
        except Refused as refused:
            raise ContentError([not_read("RRULE", event.title, event.place)]) from refused
        if not (words.rule.until and words.until_is_utc and zone):
            return words.rule
        until = words.rule.until.replace(tzinfo=UTC).astimezone(zone)
        return replace(words.rule, until=until.replace(tzinfo=None))

    def made(self, event: WrittenEvent, start: Moment, slot: Moment | None) -> ImportedDate:
        return ImportedDate(
            uid=event.uid,
            title=event.title,
            start=self.here(start),
            end=self.here(self.end(event, start)),
            slot=None if slot is None else self.here(slot),
            is_cancelled=event.is_cancelled,
            place=None if safe_url(event.location) else event.location or None,
            online=safe_url(event.location),
            link=safe_url(event.url),
        )

    def end(self, event: WrittenEvent, start: Moment) -> Moment:
        """As long after `start` as the first date lasts; days are counted, hours elapse."""
        length = self.length(event)
        if not isinstance(start, datetime):
            return start + max(length, DAY) - DAY
        return start.astimezone(UTC) + length

    def length(self, event: WrittenEvent) -> timedelta:
        first = self.moment(event.start, event)
        length = event.duration or timedelta()
        if event.end:
            end = self.moment(event.end, event)
            if isinstance(end, datetime) != isinstance(first, datetime):
                raise ContentError([not_read("DTEND", event.title, event.place)])
            length = in_utc(end) - in_utc(first)
        if length < timedelta():
            said = sentence('the event "{title}" ends before it begins', title=event.title)
            raise ContentError([Problem(event.place, "ends-before-start", said, correct_there())])
        return length

    def here(self, moment: Moment) -> Moment:
        return moment.astimezone(self.context.site.zone) if isinstance(moment, datetime) else moment

    def is_near(self, moment: Moment) -> bool:
        return abs(day_of(self.here(moment)) - self.context.site.today) <= YEAR

    def instant(self, stamp: Stamp, event: WrittenEvent) -> Moment:
        return in_utc(self.moment(stamp, event))

    def moment(self, stamp: Stamp, event: WrittenEvent) -> Moment:
        if not FIRST_YEAR <= stamp.value.year <= LAST_YEAR:
            raise ContentError([not_read("DTSTART", event.title, event.place)])
        if not isinstance(stamp.value, datetime) or stamp.value.tzinfo:
            return stamp.value
        if not stamp.zone:
            return stamp.value.replace(tzinfo=self.context.site.zone)
        zone = zone_named(stamp.zone, self.written)
        if zone is None:
            raise ContentError([unknown_zone(stamp.zone, event)])
        return stamp.value.replace(tzinfo=zone)


def by_uid(events: Iterable[WrittenEvent]) -> dict[str, list[WrittenEvent]]:
    groups: dict[str, list[WrittenEvent]] = {}
    for event in events:
        groups.setdefault(event.uid, []).append(event)
    return groups


def zone_named(name: str, written: WrittenCalendar) -> tzinfo | None:
    """The zone known by that name to everybody; else what the file itself explains."""
    try:
        return ZoneInfo(name)
    except (ZoneInfoNotFoundError, ValueError, OSError):
        return written.zones.get(name)


def unknown_zone(name: str, event: WrittenEvent) -> Problem:
    return Problem(
        event.place,
        "unknown-zone",
        sentence('the event "{title}" is in an unknown time zone, "{zone}"', title=event.title, zone=name),
        sentence("choose one such as Europe/Paris in the calendar program and export it again"),
    )


def in_utc(moment: Moment) -> Moment:
    return moment.astimezone(UTC) if isinstance(moment, datetime) else moment


def day_of(moment: Moment) -> date:
    return moment.date() if isinstance(moment, datetime) else moment


def safe_url(text: str) -> str | None:
    """An https address as a page may link to it, or nothing at all."""
    try:
        parts = urlsplit(text)
        is_safe = parts.scheme == "https" and parts.hostname and "@" not in parts.netloc
    except ValueError:
        return None
    plain = text.isascii() and text.isprintable() and not set(text) & set(" \"'<>\\^`{|}")
    return text if is_safe and plain and len(text) <= LONGEST_URL else None
