"""Every date of the association in one order, meetings of commissions and announced events: the agenda.

Whether one can still register for a date, and what dates and places are called in a sentence.
"""

import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from datetime import UTC, date, datetime, time, timedelta
from enum import StrEnum
from zoneinfo import ZoneInfo

from .commissions import Commission
from .events import Event, EventDate, ImportedCalendar, ImportedDate, Status, zone_name
from .meetings import Meeting, Occurrence
from .phrases import at_town
from .places import Venue
from .text import Language, Slug, Text, fold, plain, slug_of

BETWEEN = " · "
"""A series and one of its dates: « Le tour du carré · à Lens », « Réunion · La facture électronique »."""
WORD = re.compile(r"\w+")


YEAR = timedelta(days=366)
"""How far back and ahead of today the dates of recurring meetings are told."""


@dataclass(frozen=True, slots=True)
class Entry:
    """One date in the agenda.

    uid: the calendar UID without its domain part.
    end: of an all-day entry the last day, included.
    slot: for a recurring meeting, when the rule places it.
    series: what it is one date of, else None; a date without a title of its own has this one.
        Of a meeting, only where the date has a subject, which is its title then.
    commission: whose meeting it is; None for an announced event.
    meeting: the UID of the meeting it is a date of; an extra date has one of its own beside.
    event: slug of the announced event; None for a meeting.
    source: the title of the calendar it comes from, when it is not ours: then its UID is whole.
    link: its page elsewhere.
    reason: why it was cancelled or moved.
    zone: as in EventDate.
    """

    uid: str
    title: Text
    start: date | datetime
    end: date | datetime
    status: Status = Status.SCHEDULED
    slot: date | datetime | None = None
    venue: Venue | None = None
    online: str | None = None
    registration: str | None = None
    kind: Text | None = None
    audience: Text | None = None
    price: Text | None = None
    commission: Slug | None = None
    meeting: str | None = None
    event: Slug | None = None
    series: Text | None = None
    commissions: tuple[Slug, ...] = ()
    organisers: tuple[Slug, ...] = ()
    source: Text | None = None
    link: str | None = None
    reason: Text | None = None
    zone: str = field(init=False, repr=False)

    def __post_init__(self) -> None:
        object.__setattr__(self, "zone", zone_name(self.start))

    @property
    def is_all_day(self) -> bool:
        return not isinstance(self.start, datetime)

    @property
    def has_end(self) -> bool:
        """What only begins ends as it begins: partners often say no more."""
        if isinstance(self.start, datetime) and isinstance(self.end, datetime):
            return self.end.timestamp() > self.start.timestamp()
        return True

    @property
    def is_cancelled(self) -> bool:
        return self.status is Status.CANCELLED

    @property
    def is_moved(self) -> bool:
        return self.slot is not None and self.slot != self.start

    @property
    def first_day(self) -> date:
        return day_of(self.start)

    @property
    def last_day(self) -> date:
        """The last day it touches; a party that ends at midnight belongs to the evening before."""
        if isinstance(self.end, datetime) and self.end.time() == time() and self.end > self.start:
            return day_of(self.end) - timedelta(days=1)
        return day_of(self.end)

    def is_over(self, on: date) -> bool:
        return self.last_day < on


def day_of(moment: date | datetime) -> date:
    return moment.date() if isinstance(moment, datetime) else moment


@dataclass(frozen=True, slots=True)
class Agenda:
    """Entries in order of time."""

    entries: tuple[Entry, ...]

    def upcoming(self, on: date) -> tuple[Entry, ...]:
        """What is still to come or under way on that day, cancelled dates included."""
        return tuple(entry for entry in self.entries if not entry.is_over(on))

    def past(self, on: date) -> tuple[Entry, ...]:
        """What is over, the latest first."""
        return tuple(entry for entry in reversed(self.entries) if entry.is_over(on))

    def of_commission(self, commission: Slug) -> "Agenda":
        return Agenda(tuple(entry for entry in self.entries if commission in entry.commissions))

    def of_members(self) -> "dict[Slug, Agenda]":
        """Of each member who organises something."""
        found: dict[Slug, list[Entry]] = {}
        for entry in self.entries:
            for member in dict.fromkeys(entry.organisers):
                found.setdefault(member, []).append(entry)
        return {member: Agenda(tuple(entries)) for member, entries in found.items()}

    def next_meetings(self, on: date) -> dict[Slug, Entry]:
        """Of each commission the next date that does take place."""
        found: dict[Slug, Entry] = {}
        for entry in self.upcoming(on):
            if entry.commission and not entry.is_cancelled:
                found.setdefault(entry.commission, entry)
        return found

    def remembered(self, same: Callable[..., Entry]) -> "Agenda":
        """With the objects of former agendas for the entries that are equal."""
        return Agenda(tuple(same("entry", entry.uid, str(entry.slot), value=entry) for entry in self.entries))


def agenda(
    commissions: Iterable[Commission],
    events: Iterable[Event],
    first: date,
    last: date,
    zone: ZoneInfo,
    calendars: Iterable[ImportedCalendar] = (),
) -> Agenda:
    """All dates; those of recurring meetings from `first` to `last`, both included."""
    entries = [
        meeting_entry(commission, meeting, occurrence)
        for commission in commissions
        for meeting in commission.meetings
        for occurrence in meeting.occurrences(*window_of(meeting, first, last))
    ]
    entries += [event_entry(event, event_date) for event in events for event_date in event.dates]
    entries += [imported_entry(calendar, one) for calendar in calendars for one in calendar.dates]
    return Agenda(tuple(sorted(entries, key=lambda entry: reading_order(entry, zone))))


def window_of(meeting: Meeting, first: date, last: date) -> tuple[date, date]:
    """Only an endless rule needs bounds: a meeting without rule is always wholly told."""
    return (first, last) if meeting.rule else (date.min, date.max)


def reading_order(entry: Entry, zone: ZoneInfo) -> tuple[datetime, bool, str, str]:
    """All-day entries first on their day; ties broken by UID.

    In UTC: Python compares moments of one zone by what the clocks show, those of two zones by instant.
    """
    start = entry.start if isinstance(entry.start, datetime) else datetime.combine(entry.start, time(), zone)
    return start.astimezone(UTC), start is entry.start, entry.uid, str(entry.slot)


def meeting_uid(commission: Commission, meeting: Meeting) -> str:
    """Those of events end in ".agenda", even if a commission is called so."""
    uid = f"{meeting.id}.{commission.id}"
    return f"{uid}.commissions" if commission.id == "agenda" else uid


def occurrence_uid(commission: Commission, meeting: Meeting, occurrence: Occurrence) -> str:
    """That of the meeting, but of a date beside its rule: many readers lose an RDATE, none a VEVENT."""
    uid = meeting_uid(commission, meeting)
    return f"{uid}.{occurrence.extra}" if occurrence.extra else uid


def event_uid(event: Event, event_date: EventDate) -> str:
    return f"{event_date.id}.{event.key}.agenda" if event.is_series else f"{event.key}.agenda"


def uid_domain(name: str) -> str:
    """A domain part for UIDs that does not change when the site moves to another host."""
    return slug_of(name) or "association"


def meeting_entry(commission: Commission, meeting: Meeting, occurrence: Occurrence) -> Entry:
    all_day = meeting.is_all_day
    return Entry(
        uid=occurrence_uid(commission, meeting, occurrence),
        title=occurrence.subject or meeting.title,
        start=occurrence.start.date() if all_day else occurrence.start,
        end=occurrence.end.date() - timedelta(days=1) if all_day else occurrence.end,
        status=Status.CANCELLED if occurrence.is_cancelled else Status.SCHEDULED,
        slot=occurrence.slot.date() if all_day else occurrence.slot,
        venue=occurrence.venue,
        online=meeting.online,
        kind=commission.kind,
        commission=commission.id,
        meeting=meeting_uid(commission, meeting),
        series=meeting.title if occurrence.subject else None,
        commissions=(commission.id,),
        reason=occurrence.reason,
    )


def event_entry(event: Event, event_date: EventDate) -> Entry:
    return Entry(
        uid=event_uid(event, event_date),
        title=event_date.title or event.title,
        start=event_date.start,
        end=event_date.end,
        status=event_date.status,
        venue=event_date.venue,
        online=event_date.online,
        registration=event_date.registration,
        kind=event.kind,
        audience=event.audience,
        price=event.price,
        event=event.slug,
        series=event.title if event.is_series else None,
        commissions=event.commissions,
        organisers=event.organisers,
    )


def imported_entry(calendar: ImportedCalendar, one: ImportedDate) -> Entry:
    return Entry(
        uid=one.own_uid,
        title=plain(one.title),
        start=one.start,
        end=one.end,
        status=Status.CANCELLED if one.is_cancelled else Status.SCHEDULED,
        slot=one.slot,
        venue=Venue(None, plain(one.place)) if one.place else None,
        online=one.online,
        source=calendar.title,
        link=one.link,
    )


class Closing(StrEnum):
    """What closed it."""

    CANCELLED = "cancelled"
    POSTPONED = "postponed"
    PAST = "past"


CLOSING = {Status.CANCELLED: Closing.CANCELLED, Status.POSTPONED: Closing.POSTPONED}


def open_registration(entry: Entry, on: date) -> str | None:
    """The page to register on; None when there is none, or when it is closed."""
    return None if closing(entry, on) else entry.registration


def closing(entry: Entry, on: date) -> Closing | None:
    """None while it is open, and for a date that never had one."""
    if entry.registration is None:
        return None
    return CLOSING.get(entry.status, Closing.PAST if entry.is_over(on) else None)


def date_name(entry: Entry, language: Language) -> str:
    """What a date is called wherever it may stand: one of a series after the series too."""
    title, place = entry.title.to(language), place_words(entry, language)
    if entry.series is None:
        return title
    series = entry.series.to(language)
    own = place if title == series else title
    if not own:
        return series
    return own if says(own, series) else f"{series}{BETWEEN}{own}"


def own_name(entry: Entry, language: Language) -> str:
    """What tells it from the others of its series, on the page of that series: its title, else its place."""
    title, place = entry.title.to(language), place_words(entry, language)
    is_untitled = entry.series is not None and title == entry.series.to(language)
    return place[0].upper() + place[1:] if is_untitled and place else title


def place_words(entry: Entry, language: Language) -> str:
    """« à Lens »; the room itself where its town is not told; '' where nobody has to go anywhere."""
    if entry.venue is None or entry.status is Status.MOVED_ONLINE:
        return ""
    town = entry.venue.town
    return at_town(town.name.to(language), language) if town else entry.venue.name.to(language)


def says(text: str, name: str) -> bool:
    """The name is in the text, word by word: « Le tourisme » says nothing of « Le tour »."""
    spoken, called = (" ".join(WORD.findall(fold(each))) for each in (text, name))
    return f" {called} " in f" {spoken} " if called else fold(name) in fold(text)
