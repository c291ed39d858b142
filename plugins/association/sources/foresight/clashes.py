"""Two dates in one room at one time."""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

from ...domain.agenda import Entry
from ...domain.association import Association
from ...domain.event import Status
from ...domain.places import Venue
from ...domain.slugs import fold
from ...problems import Sentence, sentence
from ..desk import Desk
from ..moments import said
from .coming import AnnouncedDate, Coming, ComingMeeting
from .whereabouts import Whereabouts

AWAY = (Status.CANCELLED, Status.POSTPONED, Status.MOVED_ONLINE)
DAY = timedelta(days=1)
MANY = 3
# Free words that are written as a place, where no door can be closed on anybody.
NOWHERE = frozenset(
    """
    en ligne|a distance|visio|visioconference|en visioconference|online|internet|zoom|teams
    a definir|a preciser|a confirmer|lieu a definir|lieu a preciser|tba|tbd|partout
    """.strip()
    .replace("\n", "|")
    .split("|")
)

Clash = tuple[Coming, Coming]


def tell_clashes(
    dates: Iterable[Coming], association: Association, whereabouts: Whereabouts, desk: Desk
) -> None:
    """Once for any two affairs, however often they meet."""
    by_affairs: dict[tuple[object, object], list[Clash]] = defaultdict(list)
    for room in rooms(dates, association).values():
        for one, other in clashes(room, desk.site.zone):
            by_affairs[one.affair, other.affair].append((one, other))
    for found in by_affairs.values():
        tell(found, whereabouts, desk)


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


def tell(found: list[Clash], whereabouts: Whereabouts, desk: Desk) -> None:
    """Where the later one in order of file and line is written; the other one is named with its line."""
    clash = min(found, key=lambda clash: span(clash[0].entry, desk.site.zone))
    first, second = sorted(clash, key=lambda date: place_of(whereabouts, date))
    again = sorted({one.entry.first_day for one, _ in found} - {clash[0].entry.first_day})
    desk.warn(
        whereabouts.of(second),
        "venue-taken",
        message(second, first, again, whereabouts, desk),
        sentence('move or cancel one of them, or write another "venue"'),
    )


def place_of(whereabouts: Whereabouts, date: Coming) -> tuple[str, int, int]:
    place = whereabouts.of(date)
    return place.file, place.line, place.column


def message(one: Coming, other: Coming, again: list[date], whereabouts: Whereabouts, desk: Desk) -> Sentence:
    language, where = desk.site.language, whereabouts.of(other)
    values = {
        "one": one.entry.title.to(language),
        "start": when(one),
        "other": other.entry.title.to(language),
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
        days=", ".join(map(said, again[:MANY])) + ("…" if len(again) > MANY else ""),
    )


def when(one: Coming) -> str:
    start = one.entry.start
    return said(start.replace(tzinfo=None) if isinstance(start, datetime) else start)
