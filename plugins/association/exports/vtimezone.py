"""VTIMEZONE, RFC 5545 section 3.6.5: what a reader needs to know of a time zone, and no more.

Not icalendar's own Timezone.from_tzinfo: release 7.3.0 places the spring change an hour late
(the local time after the change, where the RFC wants the one before), and lists every year.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from functools import lru_cache
from zoneinfo import ZoneInfo

import icalendar

from .onsets import Observance, Yearly, onsets, yearly

LISTED_AHEAD = 10
LOOKED_AHEAD = 28
"""Years after which every date falls on the same weekday again: what is regular so long is so for good."""


@dataclass(frozen=True, slots=True)
class Regime:
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
def regimes(zone: ZoneInfo, first_year: int, last_year: int) -> tuple[Regime, ...]:
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


def _regimes(observance: Observance, locals_: list[datetime], last_year: int) -> Iterator[Regime]:
    """What must be listed, and the regular rest if it goes on for good."""
    start = _regular_from(locals_, last_year)
    listed = [local for local in locals_[:start] if local.year <= last_year + LISTED_AHEAD]
    if listed:
        yield Regime(observance, listed[0], others=tuple(listed[1:]))
    if start is not None:
        yield Regime(observance, locals_[start], rule=yearly(locals_[start:]))


def _regular_from(locals_: list[datetime], last_year: int) -> int | None:
    if locals_[-1].year < last_year + LOOKED_AHEAD:
        return None
    early = (index for index, local in enumerate(locals_) if local.year <= last_year)
    return next((index for index in early if yearly(locals_[index:])), None)


def _subcomponent(regime: Regime) -> icalendar.Component:
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


def _list(component: icalendar.Component, regime: Regime) -> None:
    """One RDATE a date, and the first one again.

    ical.js 2.2.1 forgets a DTSTART that has RDATEs, and vobject 0.9.9 the second value of a list.
    """
    for local in (regime.first, *regime.others) if regime.others else ():
        component.add("RDATE", [local])
