"""Dates of the agenda as lists, months and pages show them."""

import calendar
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date, datetime, timedelta
from itertools import groupby
from typing import Generic, TypeVar
from zoneinfo import ZoneInfo

from ..domain.agenda import Agenda, Entry, date_name, day_of, meeting_entry, own_name, says
from ..domain.commissions import PUBLISHED_WITHIN, Commission
from ..domain.places import Venue
from ..domain.text import Slug
from ..host.edition import Edition
from ..render.typography import whose_clock
from .localizer import Localizer
from .members import LabelledLink

RowT = TypeVar("RowT")
COMING, PAST = 12, 6
"""Dates on the page of a commission that has many."""


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
    subject: of a meeting, or else what its minutes are called.
    posts: what was written about it since, where a list tells that.
    whose: the commissions that its title does not name; without one, what kind of date it is.
    anchor: of a meeting, where it stands on the page of its commission; '' when that page leaves it out.
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
    anchor: str = ""
    subject: str = ""
    whose: str = ""
    posts: tuple[LabelledLink, ...] = ()

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

    @property
    def is_off(self) -> bool:
        """It does not take place as it says, and no other date is known."""
        return self.status in ("cancelled", "postponed")

    @property
    def at(self) -> VenueLine | None:
        """Where one goes to: not to the room of what has moved online."""
        return None if self.status == "moved-online" else self.place

    @property
    def has_online(self) -> bool:
        return bool(self.online) or self.status == "moved-online"


@dataclass(frozen=True, slots=True)
class MonthLink:
    first: date
    url: str | None


@dataclass(frozen=True, slots=True)
class MonthOfDates:
    """url: of its page, and total: of its dates, where only some are shown."""

    first: date
    rows: tuple[DateRow, ...]
    url: str | None = None
    total: int = 0

    @property
    def is_whole(self) -> bool:
        return self.total <= len(self.rows)


@dataclass(frozen=True, slots=True)
class YearOfRows(Generic[RowT]):
    year: int
    rows: tuple[RowT, ...]


@dataclass(frozen=True, slots=True)
class DayCell:
    """more: how many of its dates are left out."""

    day: date
    is_out: bool
    is_today: bool
    rows: tuple[DateRow, ...]
    more: int = 0


Week = tuple[DayCell, ...]


@dataclass(frozen=True, slots=True)
class MinutesMark:
    """url: None when they have no page. title: '' when they are named by their day."""

    url: str | None
    title: str


Key = tuple[str, str]
"""An entry, by its UID and its place in the rule."""


@dataclass(frozen=True, slots=True)
class Rows:
    """Makes rows of entries for one localizer on one day.

    anchors: of the meetings that the pages of commissions show.
    """

    localizer: Localizer
    today: date
    zone: ZoneInfo
    commissions: Mapping[Slug, CommissionLink]
    minutes: Mapping[tuple[Slug | None, date], MinutesMark] = field(default_factory=dict)
    expecting: frozenset[Slug | None] = frozenset()
    anchors: Mapping[Key, str] = field(default_factory=dict)
    made: dict[int, tuple[Entry, DateRow]] = field(default_factory=dict, compare=False, repr=False)

    def of(self, entries: Iterable[Entry]) -> tuple[DateRow, ...]:
        return tuple(self.row(entry) for entry in entries)

    def held(self, commission: Commission, day: date) -> tuple[DateRow, ...]:
        """Its meetings that day, however long ago; none that was not for the readers of the site."""
        return self.of(
            meeting_entry(commission, meeting, occurrence)
            for meeting in commission.meetings
            for occurrence in meeting.occurrences(day, day)
            if not occurrence.is_cancelled
        )

    def row(self, entry: Entry) -> DateRow:
        """Each once: a date stands on many pages."""
        found = self.made.get(id(entry))
        if found is None:
            found = self.made[id(entry)] = (entry, self.fresh(entry))
        return found[1]

    def fresh(self, entry: Entry) -> DateRow:
        say, minutes = self.localizer.say, self.minutes_of(entry)
        own = say(own_name(entry, self.localizer.language)) if entry.series else ""
        title = say(date_name(entry, self.localizer.language))
        links = tuple(self.commissions[id_] for id_ in entry.commissions if id_ in self.commissions)
        return DateRow(
            title=title,
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
            commissions=links,
            whose=", ".join(one.name for one in links if not says(title, one.name))
            if links
            else say(entry.kind),
            minutes=minutes.url if minutes else None,
            lacks_minutes=self.lacks_minutes(entry),
            source=say(entry.source),
            own=own,
            subject=(own or (minutes.title if minutes else "")) if entry.commission else "",
            anchor=self.anchors.get(key_of(entry), ""),
            reason=say(entry.reason),
            clock=whose_clock(entry.start, self.zone, self.localizer.language),
            has_end=entry.has_end,
        )

    def minutes_of(self, entry: Entry) -> MinutesMark | None:
        return None if entry.is_cancelled else self.minutes.get((entry.commission, entry.first_day))

    def lacks_minutes(self, entry: Entry) -> bool:
        return (
            entry.commission in self.expecting
            and not entry.is_cancelled
            and entry.is_over(self.today - PUBLISHED_WITHIN)
            and (entry.commission, entry.first_day) not in self.minutes
        )

    def address(self, entry: Entry) -> str | None:
        """Of a meeting its minutes, else where its commission tells of it."""
        if entry.source:
            return entry.link
        if entry.event:
            return self.localizer.urls.url("EVENT", slug=entry.event)
        minutes = self.minutes_of(entry)
        if minutes and minutes.url:
            return minutes.url
        page = self.localizer.urls.url("COMMISSION", id=entry.commission)
        return f"{page}#{self.anchors.get(key_of(entry), 'reunions')}" if page else None

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
    minutes: dict[tuple[str | None, date], MinutesMark] = {
        (one.commission, one.day): MinutesMark(
            localizer.urls.url("MINUTES", commission=one.commission, date=one.day), localizer.say(one.title)
        )
        for one in association.minutes
    }
    expecting = frozenset(one.id for one in association.commissions if one.expects_minutes)
    known = bool(edition.agenda.entries)
    anchors = edition.memory.once(f"anchors {known}", anchors_of, edition.agenda, edition.today)
    rows = Rows(localizer, edition.today, edition.zone, links, minutes, expecting, anchors)
    return edition.memory.same("rows", str(known), value=rows)


def key_of(entry: Entry) -> Key:
    return entry.uid, str(entry.slot)


def anchors_of(every: Agenda, today: date) -> dict[Key, str]:
    """Of the meetings that pages of commissions show however much there is: the next ones and the latest.

    They are named by the day on which their rule has them, which stays when they are moved.
    """
    upcoming, past = every.upcoming(today), every.past(today)
    shown = [
        *every.next_meetings(today).values(),
        *first_of_each(upcoming, COMING),
        *first_of_each(past, PAST),
    ]
    found: dict[tuple[Slug | None, str], Key] = {}
    for entry in shown:
        day = day_of(entry.slot or entry.start)
        found.setdefault((entry.commission, f"p-{entry.uid.partition('.')[0]}-{day}"), key_of(entry))
    return {key: anchor for (_, anchor), key in found.items()}


def first_of_each(entries: Iterable[Entry], most: int) -> Iterator[Entry]:
    """The meetings among the first dates of each commission."""
    seen: Counter[Slug] = Counter()
    for entry in entries:
        seen.update(entry.commissions)
        if entry.commission and seen[entry.commission] <= most:
            yield entry


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


def weeks(first: date, rows: Iterable[DateRow], today: date, most: int | None = None) -> tuple[Week, ...]:
    """The month of `first` as weeks from Monday to Sunday; a date of several days is in each of them.

    most: dates of one day.
    """
    grid = calendar.Calendar().monthdatescalendar(first.year, first.month)
    found = by_day(rows, grid[0][0], grid[-1][-1])
    return tuple(
        tuple(day_cell(day, first, found.get(day, []), today, most) for day in week) for week in grid
    )


def day_cell(day: date, first: date, found: list[DateRow], today: date, most: int | None) -> DayCell:
    shown = tuple(found[:most])
    return DayCell(day, day.month != first.month, day == today, shown, len(found) - len(shown))


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
