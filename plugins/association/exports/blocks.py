"""A component as it is written, made once for all the calendars that hold it."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from functools import lru_cache
from zoneinfo import ZoneInfo

import icalendar
from icalendar.parser import Contentline

from .vtimezone import vtimezone

FOLDED_AT = 75


@dataclass(frozen=True, slots=True)
class Block:
    """A VEVENT, and what a calendar has to know of those it holds.

    order: by UID; the rule before the dates that replace some of its own.
    zones: each TZID that it names (RFC 5545 section 3.2.19), with the year of a moment.
    """

    order: tuple[str, str]
    zones: frozenset[tuple[str, int]]
    recurs_in_utc: bool
    text: bytes


def block(component: icalendar.Event) -> Block:
    replaced = component.get("RECURRENCE-ID")
    return Block(
        order=(str(component["UID"]), replaced.to_ical().decode() if replaced else ""),
        zones=frozenset(_zones(component)),
        recurs_in_utc=_recurs_in_utc(component),
        text=written(component),
    )


def written(component: icalendar.Component) -> bytes:
    """What `component.to_ical()` gives, sooner: icalendar 7.0 weighs every letter even of a short line."""
    lines = (line.encode() for line in component.content_lines() if line)
    return b"\r\n".join((*map(folded, lines), b""))


def folded(line: bytes) -> bytes:
    """RFC 5545 section 3.1: at most 75 octets, at which icalendar folds already."""
    return line if len(line) < FOLDED_AT else Contentline(line.decode()).to_ical()


@lru_cache(maxsize=256)
def timezone_text(zone: str, first_year: int, last_year: int) -> bytes:
    return vtimezone(ZoneInfo(zone), first_year, last_year).to_ical()


def _recurs_in_utc(component: icalendar.Event) -> bool:
    """Google would repeat it by the local clocks of the calendar, summer time and all."""
    start = component["DTSTART"]
    return "RRULE" in component and isinstance(start.dt, datetime) and "TZID" not in start.params


def _zones(component: icalendar.Event) -> Iterator[tuple[str, int]]:
    for _, value in component.property_items(recursive=False):
        zone = getattr(value, "params", {}).get("TZID")
        if zone:
            yield from ((zone, moment.year) for moment in _moments(value))


def _moments(value: icalendar.vDDDTypes | icalendar.vDDDLists) -> Iterator[datetime]:
    if isinstance(value, icalendar.vDDDLists):
        yield from (each.dt for each in value.dts)
    else:
        yield value.dt
