"""What a date to come belongs to, and what may be wrong with dates that are right one by one.

Two of them in one room at one time; commissions that used to meet and have announced nothing since; minutes
of meetings that never were, and meetings whose minutes are still missing.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

from ...domain.agenda import Entry, date_name
from ...domain.association import Association
from ...domain.commissions import Commission
from ...domain.events import Event, EventDate, Status
from ...domain.meetings import Meeting, Occurrence
from ...domain.places import Venue
from ...domain.text import Language, Slug, fold
from ...problems import Place, Sentence, sentence
from ..context import LoadContext
from ..convert.meetings import nearest
from ..convert.recurrence import moment_words

AWAY = (Status.CANCELLED, Status.POSTPONED, Status.MOVED_ONLINE)
DAY = timedelta(days=1)
MANY = 3
NAMED = 5
PATIENCE = timedelta(days=60)
YEAR = timedelta(days=365)
FAR = timedelta(days=8 * 366)
"""The rarest anniversary is a leap day, and 2100 has none."""

# Free words that are written as a place, where no door can be closed on anybody.
NOWHERE = frozenset(
    """
    en ligne|a distance|visio|visioconference|en visioconference|online|internet|zoom|teams
    a definir|a preciser|a confirmer|lieu a definir|lieu a preciser|tba|tbd|partout
    """.strip()
    .replace("\n", "|")
    .split("|")
)


@dataclass(frozen=True, slots=True)
class ComingMeeting:
    commission: Commission
    meeting: Meeting
    occurrence: Occurrence
    entry: Entry

    @property
    def affair(self) -> tuple[Slug, ...]:
        """What all its dates have in common."""
        return self.commission.id, self.meeting.id

    def place(self, context: LoadContext) -> Place:
        return context.gathered.places["meeting", self.commission.id, self.meeting.id]()


@dataclass(frozen=True, slots=True)
class AnnouncedDate:
    event: Event
    event_date: EventDate
    entry: Entry

    @property
    def affair(self) -> tuple[Slug, ...]:
        return (self.event.slug,)

    def place(self, context: LoadContext) -> Place:
        return context.gathered.places["date", self.event.source, self.event_date.id]()


Coming = ComingMeeting | AnnouncedDate
Clash = tuple[Coming, Coming]


def tell_clashes(dates: Iterable[Coming], association: Association, context: LoadContext) -> None:
    """Once for any two affairs, however often they meet."""
    by_affairs: dict[tuple[object, object], list[Clash]] = defaultdict(list)
    for room in rooms(dates, association).values():
        for one, other in clashes(room, context.site.zone):
            by_affairs[one.affair, other.affair].append((one, other))
    for found in by_affairs.values():
        tell(found, context)


def rooms(dates: Iterable[Coming], association: Association) -> dict[tuple[str, str], list[Coming]]:
    """What takes place somewhere, by the id of the place or its name."""
    towns = {fold(str(town.name)) for town in association.towns}
    found: dict[tuple[str, str], list[Coming]] = defaultdict(list)
    for one in dates:
        venue = one.entry.venue
        if venue and one.entry.status not in AWAY and (key := room_key(venue, towns)):
            found[key].append(one)
    return found


def room_key(venue: Venue, towns: set[str]) -> tuple[str, str] | None:
    """None for a town, or words that are no place."""
    if venue.id:
        return "id", venue.id
    name = " ".join(fold(str(venue.name)).split())
    return None if name in towns or name in NOWHERE else ("name", name)


def clashes(room: list[Coming], zone: ZoneInfo) -> Iterator[Clash]:
    """Pairs that overlap, in order of time; each with its affairs in the same order."""
    spans = sorted(((*span(one.entry, zone), one.affair, one) for one in room), key=lambda span: span[:3])
    going: list[tuple[datetime, Coming]] = []
    for start, end, _, one in spans:
        going = [(until, other) for until, other in going if until > start]
        for _, other in going:
            if other.affair != one.affair and not is_the_same(one, other):
                yield (one, other) if one.affair < other.affair else (other, one)
        going.append((end, one))


def span(entry: Entry, zone: ZoneInfo) -> tuple[datetime, datetime]:
    return instant(entry.start, zone), instant(entry.end, zone, DAY)


def instant(moment: date | datetime, zone: ZoneInfo, after: timedelta = timedelta()) -> datetime:
    """A day stands for its midnight; `after` is added to days alone."""
    if isinstance(moment, datetime):
        return moment.astimezone(UTC)
    return datetime.combine(moment + after, time(), zone).astimezone(UTC)


def is_the_same(one: Coming, other: Coming) -> bool:
    """An event that announces a commission's meeting: at the same moment, in its name."""
    match one, other:
        case (ComingMeeting(), AnnouncedDate()):
            return one.commission.id in other.event.commissions and one.entry.start == other.entry.start
        case (AnnouncedDate(), ComingMeeting()):
            return is_the_same(other, one)
    return False


def tell(found: list[Clash], context: LoadContext) -> None:
    """Where the later one in order of file and line is written; the other one is named with its line."""
    clash = min(found, key=lambda clash: span(clash[0].entry, context.site.zone))
    first, second = sorted(clash, key=lambda date: place_of(date, context))
    again = sorted({one.entry.first_day for one, _ in found} - {clash[0].entry.first_day})
    context.warn(
        second.place(context),
        "venue-taken",
        message(second, first, again, context),
        sentence('move or cancel one of them, or write another "venue"'),
    )


def place_of(date: Coming, context: LoadContext) -> tuple[str, int, int]:
    place = date.place(context)
    return place.file, place.line, place.column


def message(one: Coming, other: Coming, again: list[date], context: LoadContext) -> Sentence:
    language, where = context.site.language, other.place(context)
    values = {
        "one": called(one, language),
        "start": when(one),
        "other": called(other, language),
        "other_start": when(other),
        "file": where.file,
        "line": where.line,
        "venue": one.entry.venue.name.to(language) if one.entry.venue else "",
    }
    if not again:
        return sentence(
            '"{one}" ({start}) and "{other}" ({other_start}; {file}, line {line}) are both at "{venue}"',
            **values,
        )
    return sentence(
        '"{one}" ({start}) and "{other}" ({other_start}; {file}, line {line}) are both at "{venue}"; '
        "on {days} as well",
        **values,
        days=", ".join(map(moment_words, again[:MANY])) + ("…" if len(again) > MANY else ""),
    )


def called(one: Coming, language: Language) -> str:
    """As its editor knows it: a meeting has its subject too."""
    is_meeting = isinstance(one, ComingMeeting)
    return date_name(one.entry, language) if is_meeting else one.entry.title.to(language)


def when(one: Coming) -> str:
    start = one.entry.start
    return moment_words(start.replace(tzinfo=None) if isinstance(start, datetime) else start)


def tell_silences(dates: Iterable[ComingMeeting], association: Association, context: LoadContext) -> None:
    meeting = {date.commission.id for date in dates if not date.entry.is_cancelled}
    today = context.site.today
    for commission in association.commissions:
        if not commission.meetings or commission.id in meeting or will_meet(commission, today):
            continue
        context.warn(
            context.gathered.places["meetings", commission.id](),
            "no-future-meeting",
            sentence(
                'no public meeting of "{commission}" is still to come',
                commission=commission.name.to(context.site.language),
            ),
            sentence('add the next date to "also_on", or a meeting with its "start" and "repeat"'),
        )


def will_meet(commission: Commission, today: date) -> bool:
    """Even if not within a year."""
    return any(takes_place(meeting, today) for meeting in commission.meetings)


def takes_place(meeting: Meeting, today: date) -> bool:
    farthest = max(today, meeting.start.date()) + FAR
    return any(not occurrence.is_cancelled for occurrence in meeting.occurrences(today, farthest))


def tell_minutes(association: Association, context: LoadContext) -> None:
    tell_strays(association, context)
    for commission in association.commissions:
        if commission.expects_minutes:
            tell_missing(commission, context)


def tell_strays(association: Association, context: LoadContext) -> None:
    """A day on which the commission did not meet, be it with members only."""
    met: dict[Slug, list[date]] = {}
    named = {written.commission for written in context.gathered.minuted}
    for commission in association.commissions:
        if commission.id in named:
            meetings = (*commission.meetings, *context.gathered.reserved.get(commission.id, ()))
            met[commission.id] = sorted(days_met(meetings, date.min, context.site.today))
    for written in context.gathered.minuted:
        days = met[written.commission]
        if written.day not in days:
            told = sentence("no meeting took place on {day}", day=written.day)
            context.warn(written.place, "not-an-occurrence", told, nearest(days, written.day))


def days_met(meetings: Iterable[Meeting], first: date, last: date) -> set[date]:
    """Days on which one of the meetings began; a cancelled one never did."""
    return {
        occurrence.start.date()
        for meeting in meetings
        for occurrence in meeting.occurrences(first, last)
        if not occurrence.is_cancelled
    }


def tell_missing(commission: Commission, context: LoadContext) -> None:
    days = tuple(sorted(missing(commission, context)))
    if days:
        context.warn(
            context.gathered.places["minutes", commission.id](),
            "missing-minutes",
            without_minutes(days),
            sentence(
                'add {file}, or take "minutes: expected" out', file=file_for(days[-1], commission, context)
            ),
        )


def missing(commission: Commission, context: LoadContext) -> Iterator[date]:
    """Not older than a year: what is older will not be written any more.

    What is promised is for public meetings, unless there are no others than those for members.
    """
    today = context.site.today
    written = {minutes.day for minutes in context.gathered.minuted if minutes.commission == commission.id}
    meetings = commission.meetings or context.gathered.reserved.get(commission.id, ())
    for day in days_met(meetings, today - YEAR, today - PATIENCE - timedelta(days=1)):
        if day not in written:
            yield day


def without_minutes(days: tuple[date, ...]) -> Sentence:
    latest = ", ".join(map(str, reversed(days[-NAMED:])))
    match len(days):
        case 1:
            return sentence("the meeting of {day} has no minutes", day=latest)
        case number if number <= NAMED:
            return sentence("the meetings of {days} have no minutes", days=latest)
        case number:
            return sentence(
                "{number} meetings have no minutes; the latest are {days}", number=number, days=latest
            )


def file_for(day: date, commission: Commission, context: LoadContext) -> str:
    return context.files.shown(f"{context.site.section('minutes')}/{day}-{commission.id}.md")
