"""When the clocks of a time zone change, and whether they do so on the same Sunday every year."""

from calendar import monthrange
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo

WEEKDAYS = ("MO", "TU", "WE", "TH", "FR", "SA", "SU")
STEP = timedelta(days=14)  # no zone changes its clocks and changes them back within a fortnight


@dataclass(frozen=True, slots=True)
class Observance:
    """A time the clocks may show; the offsets before and after its onset (RFC 5545 section 3.6.5)."""

    name: str
    offset_from: timedelta
    offset_to: timedelta
    is_daylight: bool


@dataclass(frozen=True, slots=True)
class Onset:
    """local: the moment as the clocks show it just before they change."""

    local: datetime
    observance: Observance


@dataclass(frozen=True, slots=True)
class Yearly:
    """Every year in `month`, on the `ordinal`th `weekday`; -1 is the last one."""

    month: int
    ordinal: int
    weekday: str


def onsets(zone: ZoneInfo, first_year: int, last_year: int) -> tuple[Onset, ...]:
    """Every change of those years, preceded by what the clocks showed if they did not change in the first."""
    changes = tuple(_changes(zone, first_year, last_year))
    if changes and changes[0].local.year == first_year:
        return changes
    return (_standing(zone, datetime(first_year, 1, 1, tzinfo=UTC)), *changes)


def yearly(locals_: Sequence[datetime]) -> Yearly | None:
    """The one rule that gives all these moments, one a year without a gap; None if there is none."""
    first = locals_[0]
    if [moment.year for moment in locals_] != list(range(first.year, first.year + len(locals_))):
        return None
    if len({(moment.month, moment.weekday(), moment.time()) for moment in locals_}) > 1:
        return None
    ordinal = _ordinal(locals_)
    return Yearly(first.month, ordinal, WEEKDAYS[first.weekday()]) if ordinal else None


def _changes(zone: ZoneInfo, first_year: int, last_year: int) -> Iterator[Onset]:
    before, end = datetime(first_year, 1, 1, tzinfo=UTC), datetime(last_year + 1, 1, 1, tzinfo=UTC)
    while before < end:
        after = before + STEP
        if _shown(zone, before) != _shown(zone, after):
            yield _onset(zone, *_narrowed(zone, before, after))
        before = after


def _shown(zone: ZoneInfo, moment: datetime) -> tuple[timedelta | None, str | None]:
    local = moment.astimezone(zone)
    return local.utcoffset(), local.tzname()


def _narrowed(zone: ZoneInfo, before: datetime, after: datetime) -> tuple[datetime, datetime]:
    """The last second before the change and the first one after it."""
    while after - before > timedelta(seconds=1):
        middle = before + timedelta(seconds=(after - before) // timedelta(seconds=2))
        same = _shown(zone, middle) == _shown(zone, before)
        before, after = (middle, after) if same else (before, middle)
    return before, after


def _onset(zone: ZoneInfo, before: datetime, after: datetime) -> Onset:
    old, new = before.astimezone(zone), after.astimezone(zone)
    offset_from = old.utcoffset() or timedelta()
    observance = Observance(
        name=new.tzname() or "",
        offset_from=offset_from,
        offset_to=new.utcoffset() or timedelta(),
        is_daylight=_is_daylight(old, new),
    )
    return Onset((after + offset_from).replace(tzinfo=None), observance)


def _is_daylight(old: datetime, new: datetime) -> bool:
    """Ireland and Morocco call their summer time standard, and their winter time negative saving."""
    saved, saved_before = new.dst() or timedelta(), old.dst() or timedelta()
    return saved > timedelta() or saved == timedelta() > saved_before


def _standing(zone: ZoneInfo, moment: datetime) -> Onset:
    local = moment.astimezone(zone)
    offset = local.utcoffset() or timedelta()
    return Onset(moment.replace(tzinfo=None), Observance(local.tzname() or "", offset, offset, False))


def _ordinal(locals_: Sequence[datetime]) -> int | None:
    if all(moment.day + 7 > monthrange(moment.year, moment.month)[1] for moment in locals_):
        return -1
    ordinals = {(moment.day + 6) // 7 for moment in locals_}
    return ordinals.pop() if len(ordinals) == 1 else None
