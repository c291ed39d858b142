"""The components of a calendar as they are written, each once for all the calendars that hold it.

A VTIMEZONE (RFC 5545 section 3.6.5) says what a reader needs to know of a time zone, and no more: when its
clocks change, and whether they do so on the same Sunday every year.
Not icalendar's own Timezone.from_tzinfo: release 7.3.0 places the spring change an hour late
(the local time after the change, where the RFC wants the one before), and lists every year.
"""

from calendar import monthrange
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import UTC, datetime, timedelta
from functools import lru_cache
from zoneinfo import ZoneInfo

import icalendar
from icalendar import vDatetime, vDDDLists, vDDDTypes, vInt
from icalendar.parser import Contentline, Parameters

Property = tuple[str, object]
"""Its name, and one of icalendar's values, or text as it is to be written."""

BEGIN = b"BEGIN:VEVENT\r\n"
LINE_END = b"\r\n"
SHORTEST_FOLDED = 75
"""Octets; icalendar walks through the letters of each line, one by one."""
MOMENTS = frozenset(("DTSTART", "DTEND", "RECURRENCE-ID", "EXDATE"))
LISTED_AHEAD = 10
LOOKED_AHEAD = 28
"""Years after which every date falls on the same weekday again: what is regular so long is so for good."""

WEEKDAYS = ("MO", "TU", "WE", "TH", "FR", "SA", "SU")
STEP = timedelta(days=14)  # no zone changes its clocks and changes them back within a fortnight


@dataclass(frozen=True, slots=True)
class Revision:
    """Of all components that share a UID.

    sequence: of one that shows no change itself; modified: LAST-MODIFIED and DTSTAMP.
    digest: of what they say.
    since: since when they say so; None if nobody was there to see it change.
    """

    sequence: int
    modified: datetime
    digest: str
    since: datetime | None = None


@dataclass(frozen=True, slots=True)
class Component:
    """A VEVENT, and what a calendar has to know of those it holds.

    order: by UID; the rule before the dates that replace some of its own.
    rank: SEQUENCE as far as the date itself shows that it has changed.
    revision: None until it is numbered.
    zones: each TZID that it names (RFC 5545 section 3.2.19), with the year of a moment.
    """

    order: tuple[str, str]
    rank: int
    zones: frozenset[tuple[str, int]]
    recurs_in_utc: bool
    text: bytes
    revision: Revision | None = None

    @property
    def uid(self) -> str:
        return self.order[0]


def block(component: icalendar.Event) -> Component:
    """Not numbered yet: the number depends on what it says."""
    rank, replaced = int(component.pop("SEQUENCE")), component.get("RECURRENCE-ID")
    return Component(
        order=(str(component["UID"]), replaced.to_ical().decode() if replaced else ""),
        rank=rank,
        zones=frozenset(_zones(component)),
        recurs_in_utc=_recurs_in_utc(component),
        text=component.to_ical(),
    )


def numbered(plain: Component, revision: Revision) -> Component:
    """Without METHOD, DTSTAMP too is when the component was last revised (RFC 5545 section 3.8.7.2)."""
    own = (
        ("DTSTAMP", stamp(revision.modified)),
        ("LAST-MODIFIED", stamp(revision.modified)),
        ("SEQUENCE", vInt(revision.sequence + plain.rank)),
    )
    return replace(plain, text=BEGIN + lines(own) + plain.text.removeprefix(BEGIN), revision=revision)


def lines(properties: Iterable[Property]) -> bytes:
    """As icalendar writes them: escaped, folded, each with its end."""
    return b"".join(line_of(name, value) for name, value in properties)


def line_of(name: str, value: object) -> bytes:
    params = getattr(value, "params", None)
    given = params if isinstance(params, Parameters) else Parameters()
    line: bytes = Contentline.from_parts(name, given, value).to_ical()
    return line + LINE_END


def folded(line: str) -> bytes:
    """RFC 5545 section 3.1: at most 75 octets; neither a letter nor a `\\n` is cut in two."""
    octets = line.encode()
    if len(octets) < SHORTEST_FOLDED:
        return octets + LINE_END
    whole: bytes = Contentline(line).to_ical()  # type: ignore[no-untyped-call]  # icalendar does not say
    return whole + LINE_END


@lru_cache(maxsize=1024)
def stamp(moment: datetime) -> vDatetime:
    """A moment in UTC, such as many components share."""
    return vDatetime(moment)


@lru_cache(maxsize=256)
def timezone_text(zone: str, first_year: int, last_year: int) -> bytes:
    text: bytes = vtimezone(ZoneInfo(zone), first_year, last_year).to_ical()
    return text


def _recurs_in_utc(component: icalendar.Event) -> bool:
    """Google would repeat it by the local clocks of the calendar, summer time and all."""
    if "RRULE" not in component:
        return False
    start = component["DTSTART"]
    return isinstance(start, vDDDTypes) and isinstance(start.dt, datetime) and "TZID" not in start.params


def _zones(component: icalendar.Event) -> Iterator[tuple[str, int]]:
    for name in MOMENTS & component.keys():
        for value in _values(component[name]):
            if zone := value.params.get("TZID"):
                yield from ((zone, moment.year) for moment in _moments(value))


def _values(value: object) -> Iterator[vDDDTypes | vDDDLists]:
    """A property that stands there several times has a list of them."""
    several = value if isinstance(value, list) else (value,)
    return (each for each in several if isinstance(each, vDDDTypes | vDDDLists))


def _moments(value: vDDDTypes | vDDDLists) -> Iterator[datetime]:
    several = value.dts if isinstance(value, vDDDLists) else (value,)
    return (each.dt for each in several if isinstance(each.dt, datetime))


@dataclass(frozen=True, slots=True)
class Observance:
    """A time the clocks may show; the offsets before and after its onset (RFC 5545 section 3.6.5)."""

    name: str
    offset_from: timedelta
    offset_to: timedelta
    is_daylight: bool


@dataclass(frozen=True, slots=True)
class Yearly:
    """Every year in `month`, on the `ordinal`th `weekday`; -1 is the last one."""

    month: int
    ordinal: int
    weekday: str


@dataclass(frozen=True, slots=True)
class Offset:
    """A STANDARD or DAYLIGHT part: onsets that are listed, or the first one of an endless yearly rule."""

    observance: Observance
    first: datetime
    others: tuple[datetime, ...] = ()
    rule: Yearly | None = None


def vtimezone(zone: ZoneInfo, first_year: int, last_year: int) -> icalendar.Timezone:
    """The zone from the year before `first_year` on.

    Clocks that change on the same Sunday every year are told by an endless yearly rule, which every
    reader extends as far as it likes; other changes are listed until ten years after `last_year`.
    """
    component = icalendar.Timezone()
    component.add("TZID", zone.key)
    for regime in regimes(zone, first_year, last_year):
        component.add_component(_subcomponent(regime))
    return component


@lru_cache(maxsize=64)
def regimes(zone: ZoneInfo, first_year: int, last_year: int) -> tuple[Offset, ...]:
    """In order of their first onset."""
    known = onsets(zone, first_year - 1, last_year + LOOKED_AHEAD)
    found = (
        regime
        for observance in dict.fromkeys(onset.observance for onset in known)
        for regime in _regimes(
            observance, [onset.local for onset in known if onset.observance == observance], last_year
        )
    )
    return tuple(sorted(found, key=lambda regime: regime.first))


def _regimes(observance: Observance, locals_: list[datetime], last_year: int) -> Iterator[Offset]:
    """What must be listed, and the regular rest if it goes on for good."""
    start = _regular_from(locals_, last_year)
    listed = [local for local in locals_[:start] if local.year <= last_year + LISTED_AHEAD]
    if listed:
        yield Offset(observance, listed[0], others=tuple(listed[1:]))
    if start is not None:
        yield Offset(observance, locals_[start], rule=yearly(locals_[start:]))


def _regular_from(locals_: list[datetime], last_year: int) -> int | None:
    if locals_[-1].year < last_year + LOOKED_AHEAD:
        return None
    early = (index for index, local in enumerate(locals_) if local.year <= last_year)
    return next((index for index in early if yearly(locals_[index:])), None)


def _subcomponent(regime: Offset) -> icalendar.Component:
    observance = regime.observance
    component = icalendar.TimezoneDaylight() if observance.is_daylight else icalendar.TimezoneStandard()
    component.add("DTSTART", regime.first)
    component.add("TZOFFSETFROM", observance.offset_from)
    component.add("TZOFFSETTO", observance.offset_to)
    component.add("TZNAME", observance.name)
    if regime.rule:
        by_day = f"{regime.rule.ordinal}{regime.rule.weekday}"
        component.add("RRULE", {"FREQ": "YEARLY", "BYMONTH": regime.rule.month, "BYDAY": by_day})
    else:
        _list(component, regime)
    return component


def _list(component: icalendar.Component, regime: Offset) -> None:
    """One RDATE a date, and the first one again.

    ical.js 2.2.1 forgets a DTSTART that has RDATEs, and vobject 0.9.9 the second value of a list.
    """
    for local in (regime.first, *regime.others) if regime.others else ():
        component.add("RDATE", [local])


@dataclass(frozen=True, slots=True)
class Onset:
    """local: the moment as the clocks show it just before they change."""

    local: datetime
    observance: Observance


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
