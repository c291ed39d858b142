"""A component as it is written, made once for all the calendars that hold it."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import datetime
from functools import lru_cache
from zoneinfo import ZoneInfo

import icalendar
from icalendar import vDatetime, vDDDLists, vDDDTypes, vInt
from icalendar.parser import Contentline, Parameters

from .vtimezone import vtimezone

Property = tuple[str, object]
"""Its name, and one of icalendar's values, or text as it is to be written."""

BEGIN = b"BEGIN:VEVENT\r\n"
LINE_END = b"\r\n"
MOMENTS = frozenset(("DTSTART", "DTEND", "RECURRENCE-ID", "EXDATE"))


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
