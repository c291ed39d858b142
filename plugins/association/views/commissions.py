"""A commission as lists and its own page show it: who leads it or sits on it, when it meets, its minutes.

Names of days and months are the theme's business: a rhythm has dates that have the name.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from itertools import groupby
from typing import Generic, TypeVar

from ..domain.agenda import Entry, meeting_uid
from ..domain.cadence import LEAP_YEAR, CadenceDay, cadence
from ..domain.commissions import Commission, Mandate, Minutes
from ..domain.directory import rotated
from ..domain.events import Status
from ..domain.meetings import Meeting
from ..domain.members import Member
from ..domain.text import Language, Slug
from ..drawings.monogram import Monogram, monogram
from ..host.edition import Edition
from ..render.assets import PublishedImage
from ..render.typography import day_in_words
from ..render.urls import Urls
from .dates import DateRow, Rows, rows_for
from .localizer import Localizer
from .members import partner_mark, person_tile

ItemT = TypeVar("ItemT")

A_MONDAY = date(LEAP_YEAR, 1, 1)
MONTHS = range(1, 13)
FEW = 6
MEMBERS = 24
"""On the page of a commission that has many."""


@dataclass(frozen=True, slots=True)
class Whole:
    """Of a list that a page shows a part of: where all of it is, and how much that is."""

    url: str
    total: int


@dataclass(frozen=True, slots=True)
class Excerpt(Generic[ItemT]):
    """What a page shows of a list; whole: None when that is everything."""

    items: tuple[ItemT, ...]
    whole: Whole | None = None


def excerpt(items: tuple[ItemT, ...], most: int, url: str | None) -> Excerpt[ItemT]:
    """The first of a list, the whole of which is at `url`.

    Everything where no page has it, and where not more would be left out than is shown.
    """
    if url is None or len(items) <= 2 * most:
        return Excerpt(items)
    return Excerpt(items[:most], Whole(url, len(items)))


@dataclass(frozen=True, slots=True)
class CommissionRow:
    """next: its next date that takes place, None when none is announced.

    meets_privately: as of the commission; then `next` is None.
    rhythm: how it meets when it meets. members: how many take part.
    """

    name: str
    url: str | None
    kind: str
    is_governing: bool
    mission: str
    next: DateRow | None
    meets_privately: bool
    seats: "Seats"
    rhythm: "Rhythm | None"
    members: int


@dataclass(frozen=True, slots=True)
class Head:
    """Who has a seat: a person of a member, the member alone (name is ''), or one of the association's own.

    unnamed: why somebody is not named, a value of domain.commissions.Unnamed; '' for everybody else.
        Their member may be: else `member` is ''.
    """

    name: str
    role: str
    member: str
    member_url: str | None
    since: date | None
    until: date | None
    tile: Monogram
    photo: PublishedImage | None = None
    unnamed: str = ""


@dataclass(frozen=True, slots=True)
class Seats:
    """Who leads a commission or sits on a board, on one day.

    coming: who is named for later. former: whose time is over.
    free: the roles nobody has since then, '' for one that is not told.
    awaits_head: nobody is in office, and somebody, named or not, is about to be.
    """

    heads: tuple[Head, ...]
    coming: tuple[Head, ...]
    former: tuple[Head, ...]
    free: tuple[str, ...]
    awaits_head: bool

    @property
    def is_empty(self) -> bool:
        """Nobody is in office, and no role is said to be free."""
        return not self.heads and not any(self.free)


@dataclass(frozen=True, slots=True)
class RhythmDay:
    """weekday, day: any date of that name or number. ordinal: 0 when it is every one of its weekdays.

    is_last: the last day of the month, whatever its number.
    """

    ordinal: int = 0
    weekday: date | None = None
    day: date | None = None
    is_last: bool = False


@dataclass(frozen=True, slots=True)
class Rhythm:
    """unit: day, week, month or year; '' when no plain words say the rule.

    months: the only ones it takes place in; months_off: those it leaves out. One of them at most.
    """

    title: str
    unit: str
    number: int = 1
    days: tuple[RhythmDay, ...] = ()
    months: tuple[date, ...] = ()
    months_off: tuple[date, ...] = ()
    time: datetime | None = None
    until: date | None = None
    count: int | None = None


def commission_rows(edition: Edition, localizer: Localizer) -> tuple[CommissionRow, ...]:
    coming = next_dates(edition, localizer)
    return tuple(
        commission_row(commission, coming.get(commission.id), edition.today, localizer)
        for commission in edition.association.commissions
    )


def commission_row(
    commission: Commission, coming: DateRow | None, today: date, localizer: Localizer
) -> CommissionRow:
    return CommissionRow(
        name=localizer.say(commission.name),
        url=localizer.urls.url("COMMISSION", id=commission.id),
        kind=localizer.say(commission.kind),
        is_governing=commission.is_governing,
        mission=localizer.say(commission.mission),
        next=coming,
        meets_privately=commission.meets_privately,
        seats=seats_of(commission, today, localizer),
        rhythm=usual_rhythm(commission, localizer),
        members=len(commission.members),
    )


def next_dates(edition: Edition, localizer: Localizer) -> dict[Slug, DateRow]:
    """Of each commission that has one."""
    rows = rows_for(edition, localizer)
    return {id_: rows.row(entry) for id_, entry in edition.agenda.next_meetings(edition.today).items()}


@dataclass(frozen=True, slots=True)
class LaterDates:
    """After the next one: a date that has something to say, or those of a year that have not (is_plain).

    is_alike: at the hours and in the place of the next one, so that neither need be said.
    """

    rows: tuple[DateRow, ...]
    is_plain: bool
    is_alike: bool


def later_dates(entries: Iterable[Entry], first: Entry | None, rows: Rows) -> tuple[LaterDates, ...]:
    usual = first and when_and_where(first)
    groups = ((said[0] == "", tuple(own)) for said, own in groupby(entries, what_it_says))
    return tuple(
        LaterDates(rows.of(own), is_plain, is_alike=when_and_where(own[0]) == usual)
        for is_plain, own in groups
    )


def what_it_says(entry: Entry) -> tuple[object, ...]:
    """Of a meeting like the others of its rule: those that can be told in one breath say the same."""
    if entry.status is not Status.SCHEDULED or entry.is_moved or entry.series or not entry.meeting:
        return entry.uid, entry.slot
    return "", entry.meeting, entry.first_day.year, *when_and_where(entry)


def when_and_where(entry: Entry) -> tuple[object, ...]:
    """Whatever the day."""
    hours = [each.time() for each in (entry.start, entry.end) if isinstance(each, datetime)]
    is_held_there = entry.status is not Status.MOVED_ONLINE
    return hours, entry.last_day - entry.first_day, entry.venue, entry.online, is_held_there


def by_kind(rows: Iterable[CommissionRow]) -> tuple[tuple[CommissionRow, ...], ...]:
    """Those of one kind together, in the order in which kinds come first."""
    found: dict[str, list[CommissionRow]] = {}
    for row in rows:
        found.setdefault(row.kind.casefold(), []).append(row)
    return tuple(map(tuple, found.values()))


def presented(commission: Commission, today: date, localizer: Localizer) -> Mapping[str, object]:
    """What its page says of it beside dates and texts."""
    return {
        "name": localizer.say(commission.name),
        "kind": localizer.say(commission.kind),
        "is_governing": commission.is_governing,
        "mission": localizer.say(commission.mission),
        "seats": seats_of(commission, today, localizer),
        "meets_privately": commission.meets_privately,
        "usual_rhythm": usual_rhythm(commission, localizer),
        "expects_minutes": commission.expects_minutes,
        "partners": tuple(partner_mark(one, localizer) for one in commission.partners),
        "email": commission.email or "",
        "website": commission.url or "",
        "charter": localizer.link(commission.charter) or "",
    }


def seats_of(commission: Commission, today: date, localizer: Localizer) -> Seats:
    in_office = commission.heads(today)
    return Seats(
        heads=tuple(head(mandate, localizer) for mandate in in_office),
        coming=tuple(head(mandate, localizer) for mandate in commission.coming(today)),
        former=tuple(head(mandate, localizer) for mandate in commission.former(today)),
        free=tuple(localizer.say(vacancy.role) for vacancy in commission.vacancies),
        awaits_head=commission.awaits_head and not in_office,
    )


def head(mandate: Mandate, localizer: Localizer) -> Head:
    person, member = mandate.person, mandate.member
    return Head(
        name=person.name if person else "",
        role=localizer.say(mandate.role),
        member=localizer.say(member.name) if member else "",
        member_url=localizer.urls.url("MEMBER", id=member.id) if member else None,
        since=mandate.since,
        until=mandate.until,
        tile=head_tile(mandate),
        photo=localizer.portrait(person.photo) if person else None,
        unnamed=mandate.unnamed or "",
    )


def head_tile(mandate: Mandate) -> Monogram:
    if mandate.person:
        return person_tile(mandate.person, mandate.member)
    return monogram(mandate.member.name, f"{mandate.member.id}/") if mandate.member else monogram("", "")


def members_excerpt(commission: Commission, urls: Urls, today: date) -> Excerpt[Member]:
    """By name; where they are many, those whose turn it is today, as in the lists of the directory."""
    shown = excerpt(commission.members, MEMBERS, urls.url("COMMISSION_MEMBERS", id=commission.id))
    if shown.whole is None:
        return shown
    return Excerpt(rotated(commission.members, today)[:MEMBERS], shown.whole)


def rhythms_said(
    commission: Commission,
    upcoming: tuple[Entry, ...],
    shown: tuple[Entry, ...],
    most: int,
    localizer: Localizer,
) -> tuple[Rhythm, ...]:
    """Of all meetings to come; where those are too many to be read, of the ones that are shown."""
    found = rhythms(commission, upcoming, localizer)
    return found if len(found) <= most else rhythms(commission, shown, localizer)


def rhythms(commission: Commission, upcoming: Iterable[Entry], localizer: Localizer) -> tuple[Rhythm, ...]:
    """Those of the recurring meetings that are still to come."""
    coming = {entry.uid for entry in upcoming}
    return tuple(
        rhythm(meeting, localizer)
        for meeting in commission.meetings
        if meeting.rule and meeting_uid(commission, meeting) in coming
    )


def usual_rhythm(commission: Commission, localizer: Localizer) -> Rhythm | None:
    """How it meets when it meets: the rhythm begun last, without its end; None if words do not say it."""
    recurring = [meeting for meeting in commission.meetings if meeting.rule]
    if not recurring:
        return None
    found = rhythm(max(recurring, key=lambda meeting: (meeting.start, meeting.id)), localizer)
    return found if found.unit else None


def rhythm(meeting: Meeting, localizer: Localizer) -> Rhythm:
    title, rule = localizer.say(meeting.title), meeting.rule
    time = None if meeting.is_all_day else meeting.start
    found = cadence(rule, meeting.start) if rule else None
    if rule is None or found is None:
        return Rhythm(title, "", time=time)
    is_yearly = found.unit == "year"
    is_mostly = len(found.months) > FEW
    off = tuple(month for month in MONTHS if month not in found.months) if is_mostly else ()
    return Rhythm(
        title=title,
        unit=found.unit,
        number=found.number,
        days=tuple(rhythm_day(day, found.months[0] if is_yearly else 1) for day in found.days),
        months=() if is_mostly else named(found.months),
        months_off=named(off),
        time=time,
        until=rule.until.date() if rule.until else None,
        count=rule.count,
    )


def rhythm_day(day: CadenceDay, month: int) -> RhythmDay:
    if day.weekday is not None:
        return RhythmDay(day.ordinal or 0, A_MONDAY + timedelta(days=day.weekday))
    if day.month_day == -1:
        return RhythmDay(is_last=True)
    return RhythmDay(day=date(LEAP_YEAR, month, day.month_day or 1))


def named(months: Iterable[int]) -> tuple[date, ...]:
    return tuple(date(LEAP_YEAR, month, 1) for month in months)


@dataclass(frozen=True, slots=True)
class MinutesRow:
    """Of a meeting; title: '' when they are named by their day."""

    title: str
    url: str | None
    day: date
    summary: str


def minutes_rows(minutes: Iterable[Minutes], localizer: Localizer) -> tuple[MinutesRow, ...]:
    return tuple(minutes_row(one, localizer) for one in minutes)


def name_of_minutes(row: MinutesRow, body: str, language: Language) -> str:
    """body: whose meeting it was."""
    return row.title or f"{body}, {day_in_words(row.day, language)}"


def minutes_row(minutes: Minutes, localizer: Localizer) -> MinutesRow:
    return MinutesRow(
        title=localizer.say(minutes.title),
        url=localizer.urls.url("MINUTES", commission=minutes.commission, date=minutes.day),
        day=minutes.day,
        summary=localizer.say(minutes.summary),
    )
