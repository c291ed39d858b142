"""Dates of the agenda as lists, months and pages show them, and ways to follow a calendar."""

import calendar
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date, datetime, timedelta
from itertools import groupby
from typing import Generic, TypeVar
from urllib.parse import quote
from zoneinfo import ZoneInfo

from ..domain.agenda import Entry, date_name, own_name
from ..domain.commissions import PUBLISHED_WITHIN
from ..domain.phrases import part_of
from ..domain.places import Venue
from ..domain.text import Slug
from ..host.edition import Edition
from ..host.run import Run
from ..render.typography import whose_clock
from .localizer import Localizer

RowT = TypeVar("RowT")
GOOGLE = "https://calendar.google.com/calendar/render?cid="
OUTLOOK, OFFICE = (
    f"https://outlook.{host}/calendar/0/addfromweb?url=" for host in ("live.com", "office.com")
)


@dataclass(frozen=True, slots=True)
class VenueLine:
    """Where a date happens; lent_by: who lends the room."""

    name: str
    address: str = ""
    town: str = ""
    lent_by: str = ""


@dataclass(frozen=True, slots=True)
class CommissionLink:
    name: str
    url: str | None


@dataclass(frozen=True, slots=True)
class DateRow:
    """One date. start, end: as in the domain, all day when they are dates (end included).

    status: scheduled, cancelled, postponed, moved-online, or moved: shown at its new date,
        `moved_from` being the old one.
    source: the calendar it comes from, when it is not ours.
    own: of a date of a series, what the page of the series calls it; of a meeting, its subject.
    reason: why it was cancelled or moved.
    clock: « à Londres », whose hours these are, where the site keeps others.
    has_end: False where a partner says only when it begins; `end` is then as `start`.
    minutes: their address. lacks_minutes: they are late, and the commission has promised them.
    """

    title: str
    url: str | None
    start: date | datetime
    end: date | datetime
    status: str
    moved_from: date | datetime | None
    is_today: bool
    is_past: bool
    place: VenueLine | None
    online: str
    registration: str
    kind: str
    audience: str
    price: str
    commissions: tuple[CommissionLink, ...]
    minutes: str | None = None
    lacks_minutes: bool = False
    source: str = ""
    own: str = ""
    reason: str = ""
    clock: str = ""
    has_end: bool = True

    @property
    def is_all_day(self) -> bool:
        return not isinstance(self.start, datetime)

    @property
    def first_day(self) -> date:
        return self.start.date() if isinstance(self.start, datetime) else self.start

    @property
    def last_day(self) -> date:
        """A party that ends at midnight belongs to the evening before, as in domain.agenda.Entry."""
        if isinstance(self.end, datetime):
            return max(self.first_day, (self.end - timedelta(microseconds=1)).date())
        return self.end

    @property
    def keeps_its_day(self) -> bool:
        """Moved to another hour of the same day."""
        return isinstance(self.moved_from, datetime) and self.moved_from.date() == self.first_day

    @property
    def is_one_day(self) -> bool:
        return self.first_day == self.last_day


@dataclass(frozen=True, slots=True)
class MonthLink:
    first: date
    url: str | None


@dataclass(frozen=True, slots=True)
class MonthOfDates:
    first: date
    rows: tuple[DateRow, ...]


@dataclass(frozen=True, slots=True)
class YearOfRows(Generic[RowT]):
    year: int
    rows: tuple[RowT, ...]


@dataclass(frozen=True, slots=True)
class DayCell:
    day: date
    is_out: bool
    is_today: bool
    rows: tuple[DateRow, ...]


Week = tuple[DayCell, ...]


@dataclass(frozen=True, slots=True)
class Rows:
    """Makes rows of entries for one localizer on one day."""

    localizer: Localizer
    today: date
    zone: ZoneInfo
    commissions: Mapping[Slug, CommissionLink]
    minutes: Mapping[tuple[Slug | None, date], str | None] = field(default_factory=dict)
    expecting: frozenset[Slug | None] = frozenset()
    made: dict[int, tuple[Entry, DateRow]] = field(default_factory=dict, compare=False, repr=False)

    def of(self, entries: Iterable[Entry]) -> tuple[DateRow, ...]:
        return tuple(self.row(entry) for entry in entries)

    def row(self, entry: Entry) -> DateRow:
        """Each once: a date stands on many pages."""
        found = self.made.get(id(entry))
        if found is None:
            found = self.made[id(entry)] = (entry, self.fresh(entry))
        return found[1]

    def fresh(self, entry: Entry) -> DateRow:
        say = self.localizer.say
        return DateRow(
            title=say(date_name(entry, self.localizer.language)),
            url=self.address(entry),
            start=entry.start,
            end=entry.end,
            status="moved" if entry.is_moved and not entry.is_cancelled else entry.status.value,
            moved_from=entry.slot if entry.is_moved else None,
            is_today=entry.first_day <= self.today <= entry.last_day,
            is_past=entry.is_over(self.today),
            place=self.place(entry.venue),
            online=entry.online or "",
            registration="" if entry.is_over(self.today) else entry.registration or "",
            kind=say(entry.kind),
            audience=say(entry.audience),
            price=say(entry.price),
            commissions=tuple(self.commissions[id_] for id_ in entry.commissions if id_ in self.commissions),
            minutes=None if entry.is_cancelled else self.minutes.get((entry.commission, entry.first_day)),
            lacks_minutes=self.lacks_minutes(entry),
            source=say(entry.source),
            own=say(own_name(entry, self.localizer.language)) if entry.series else "",
            reason=say(entry.reason),
            clock=whose_clock(entry.start, self.zone, self.localizer.language),
            has_end=entry.has_end,
        )

    def lacks_minutes(self, entry: Entry) -> bool:
        return (
            entry.commission in self.expecting
            and not entry.is_cancelled
            and entry.is_over(self.today - PUBLISHED_WITHIN)
            and (entry.commission, entry.first_day) not in self.minutes
        )

    def address(self, entry: Entry) -> str | None:
        if entry.source:
            return entry.link
        if entry.event:
            return self.localizer.urls.url("EVENT", slug=entry.event)
        page = self.localizer.urls.url("COMMISSION", id=entry.commission)
        return f"{page}#reunions" if page else None

    def place(self, venue: Venue | None) -> VenueLine | None:
        if venue is None:
            return None
        town = self.localizer.say(venue.town.name) if venue.town else ""
        return VenueLine(
            self.localizer.say(venue.name), venue.address or "", town, self.localizer.say(venue.lent_by)
        )


def rows_for(edition: Edition, localizer: Localizer) -> Rows:
    association = edition.association
    links = {
        commission.id: CommissionLink(
            localizer.say(commission.name), localizer.urls.url("COMMISSION", id=commission.id)
        )
        for commission in association.commissions
    }
    minutes: dict[tuple[str | None, date], str | None] = {
        (one.commission, one.day): localizer.urls.url("MINUTES", commission=one.commission, date=one.day)
        for one in association.minutes
    }
    expecting = frozenset(one.id for one in association.commissions if one.expects_minutes)
    rows = Rows(localizer, edition.today, edition.zone, links, minutes, expecting)
    return edition.memory.same("rows", value=rows)


def month_link(month: date, localizer: Localizer) -> MonthLink:
    return MonthLink(month, localizer.urls.url("MONTH", date=month))


def by_month(rows: Iterable[DateRow], earliest: date | None = None) -> tuple[MonthOfDates, ...]:
    """Rows by month of their first day; what began before `earliest` counts for its month."""

    def month(row: DateRow) -> date:
        return max(row.first_day, earliest or row.first_day).replace(day=1)

    return tuple(
        MonthOfDates(first, tuple(group)) for first, group in groupby(sorted(rows, key=month), key=month)
    )


def by_year(rows: Iterable[RowT], day: Callable[[RowT], date]) -> tuple[YearOfRows[RowT], ...]:
    """In the order of the rows."""
    years = groupby(rows, lambda row: day(row).year)
    return tuple(YearOfRows(year, tuple(group)) for year, group in years)


def weeks(first: date, rows: Iterable[DateRow], today: date) -> tuple[Week, ...]:
    """The month of `first` as weeks from Monday to Sunday; a date of several days is in each of them."""
    grid = calendar.Calendar().monthdatescalendar(first.year, first.month)
    found = by_day(rows, grid[0][0], grid[-1][-1])
    return tuple(
        tuple(DayCell(day, day.month != first.month, day == today, tuple(found.get(day, ()))) for day in week)
        for week in grid
    )


def by_day(rows: Iterable[DateRow], first: date, last: date) -> dict[date, list[DateRow]]:
    """What happens on each day from `first` to `last`."""
    found: dict[date, list[DateRow]] = {}
    for row in rows:
        begin, end = max(first, row.first_day), min(last, row.last_day)
        for number in range((end - begin).days + 1):
            found.setdefault(begin + timedelta(number), []).append(row)
    return found


def months_between(first: date, last: date) -> tuple[date, ...]:
    """First days of the months from the one of `first` to the one of `last`."""
    month, months = first.replace(day=1), []
    while month <= last:
        months.append(month)
        month = (month + timedelta(days=32)).replace(day=1)
    return tuple(months)


@dataclass(frozen=True, slots=True)
class Subscription:
    """file: address of the .ics from the root of the site.

    The others need to know where the site lives; '' without SITEURL.
    outlook: for Outlook.com; office: for Outlook within Microsoft 365.
    """

    file: str
    address: str = ""
    webcal: str = ""
    google: str = ""
    outlook: str = ""
    office: str = ""


@dataclass(frozen=True, slots=True)
class CalendarChoice:
    """One calendar among others; url: the page that tells of it."""

    name: str
    url: str | None
    calendar: Subscription


def subscription(
    run: Run, kind: str, parts: Mapping[str, object] | None = None, title: str = ""
) -> Subscription | None:
    """None when that calendar is switched off. title: of what it holds, '' for all of the association's."""
    urls = run.edition.urls
    file = urls.url(kind, **(parts or {}))
    if file is None:
        return None
    if not urls.siteurl:
        return Subscription(file)
    whole = run.edition.association.identity.name
    name = part_of(whole, title, run.edition.language) if title else whole
    return ways_to(file, urls.absolute(file), quote(name, safe=""))


def ways_to(file: str, address: str, name: str) -> Subscription:
    webcal, quoted = "webcal://" + address.split("://", 1)[1], quote(address, safe="")
    return Subscription(
        file=file,
        address=address,
        webcal=webcal,
        google=f"{GOOGLE}{quote(webcal, safe='')}",
        outlook=f"{OUTLOOK}{quoted}&name={name}",
        office=f"{OFFICE}{quoted}&name={name}",
    )
