"""Time zones by the names that calendar programs give them.

The database has "Europe/Paris". Outlook writes "Romance Standard Time", or what its users see,
"(UTC+01:00) Brussels, Copenhagen, Madrid, Paris"; Mozilla and Evolution put an address of their own before
the name (RFC 5545 section 3.2.19), others a slash alone. What a file explains itself (VTIMEZONE) serves only
where nobody knows the name: such an explanation is often wrong, or about this year alone.

The only part of `content` that knows `icalendar`: for its table of the names of Windows, and to
make a zone of an explanation.
"""

import re
from collections.abc import Iterable, Iterator, Mapping
from contextlib import suppress
from dataclasses import dataclass, field
from datetime import datetime, time, timedelta, timezone, tzinfo
from functools import cache
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError, available_timezones

import icalendar
from icalendar.timezone.windows_to_olson import WINDOWS_TO_OLSON

from .ics_lines import Component

ANY_DAY = datetime(2026, 1, 15)
HALF_A_YEAR = timedelta(days=182)
OFFSET = re.compile(r"\(?(?:UTC|GMT)?\s*([+-])([0-9]{1,2})[:.]?([0-9]{2})?\)?\s*(.*)", re.IGNORECASE)
SEASONS = re.compile(
    r"([+-])([0-9]{2})[:.]?([0-9]{2})\D*/\D*?([+-])([0-9]{2})[:.]?([0-9]{2})"
)  # "GMT+01.00/+02.00" is Lotus Notes
SEASONAL = (
    "Europe/Paris",
    "Europe/London",
    "Europe/Athens",
    "America/New_York",
    "America/Chicago",
    "America/Denver",
    "America/Los_Angeles",
)
SEASON = re.compile(r"\b(?:daylight|summer)\b")
BETWEEN_PLACES = re.compile(r"\s*[,;:/&]\s*|\s+-\s+|\(utc\)\s*|\(gmt\)\s*")
IN_WORDS = {
    "z": "UTC",
    "coordinated universal time": "UTC",
    "greenwich mean time": "Europe/London",
    "west european time": "Europe/Lisbon",
    "western european time": "Europe/Lisbon",
    "central european time": "Europe/Paris",
    "cest": "Europe/Paris",
    "heure d’europe centrale": "Europe/Paris",
    "eastern european time": "Europe/Athens",
    "eastern time": "America/New_York",
    "central time": "America/Chicago",
    "mountain time": "America/Denver",
    "pacific time": "America/Los_Angeles",
}
"""What people are shown, where neither the database nor Windows has it as a name."""


@dataclass(frozen=True, slots=True)
class Zones:
    """Of one calendar.

    home: where hours without a zone are, X-WR-TIMEZONE; None: wherever the reader is.
    explained: what the calendar explains itself, by the names it uses.
    """

    home: tzinfo | None = None
    explained: Mapping[str, tzinfo] = field(default_factory=dict)

    def named(self, name: str) -> tzinfo | None:
        return zone_known_as(name) or self.explained.get(name) or zone_described_as(name)


@cache
def zone_known_as(name: str) -> tzinfo | None:
    """In the database, to Windows, or behind somebody's address: the longest end of it that is a name."""
    words = " ".join(name.strip("\"'").split()).strip("/")
    parts = words.split("/")
    ends = ("/".join(parts[start:]) for start in range(1, len(parts) - 1))
    return first_zone((words, words.partition(" (")[0], *ends))


@cache
def zone_described_as(name: str) -> tzinfo | None:
    """By its towns, by its name among people, by its distance from UTC, in winter and summer or alone."""
    found = OFFSET.fullmatch(name.strip())
    if seasons := SEASONS.search(name):
        return first_zone(key for key in SEASONAL if is_as_in(ZoneInfo(key), seasons))
    words = (found[4] if found else name).casefold().replace("'", "’")
    places = BETWEEN_PLACES.split(words)
    offset = distance(found) if found else None
    keys = [IN_WORDS.get(part.partition(" (")[0].strip(), "") for part in (words, *places)]
    keys += [towns().get(place, "") for place in places]
    near = (zone for key in keys if (zone := first_zone([key])) and is_at(zone, offset))
    return next(near, None) or (timezone(offset) if offset is not None else None)


def distance(found: re.Match[str]) -> timedelta:
    length = timedelta(hours=int(found[2]), minutes=int(found[3] or 0))
    return min(length, timedelta(hours=14)) * (-1 if found[1] == "-" else 1)


def is_as_in(zone: tzinfo, seasons: re.Match[str]) -> bool:
    both = (f"{datetime.combine(day, time(), zone):%z}" for day in (ANY_DAY, ANY_DAY + HALF_A_YEAR))
    return "".join(both) == "{}{}{}{}{}{}".format(*seasons.groups())


def is_at(zone: tzinfo, offset: timedelta | None) -> bool:
    """In winter here, in summer there: one of the two is what a description tells."""
    return offset in (None, zone.utcoffset(ANY_DAY), zone.utcoffset(ANY_DAY + HALF_A_YEAR))


def first_zone(names: Iterable[str]) -> tzinfo | None:
    return next((zone for name in names for key in keys_of(name) if (zone := in_database(key))), None)


def keys_of(name: str) -> Iterator[str]:
    yield name
    folded = SEASON.sub("standard", name.casefold())
    for written in (folded, f"{folded} standard time"):
        yield windows_names().get(written, "")
    yield database().get(name.casefold(), "")


def in_database(key: str) -> tzinfo | None:
    try:
        return ZoneInfo(key) if key else None
    except (ZoneInfoNotFoundError, ValueError, OSError):
        return None


@cache
def windows_names() -> Mapping[str, str]:
    return {name.casefold(): key for name, key in WINDOWS_TO_OLSON.items()}


@cache
def database() -> Mapping[str, str]:
    """As programs write it that do not care for capitals."""
    return {key.casefold(): key for key in sorted(available_timezones())}


@cache
def towns() -> Mapping[str, str]:
    """Those of Europe before their namesakes."""
    keys = sorted(database().values(), key=lambda key: (key.startswith("Europe/"), key))
    return {key.rpartition("/")[2].replace("_", " ").casefold(): key for key in keys}


def zones_explained(components: Iterable[Component]) -> dict[str, tzinfo]:
    """One that is badly explained is unknown, which matters only where it is named."""
    return {name: zone for component in components for name, zone in explanation(component)}


def explanation(component: Component) -> Iterator[tuple[str, tzinfo]]:
    """Some are called by two names; libical says in a line of its own which one it means."""
    meant = component.first("X-LIC-LOCATION")
    zone = (zone_known_as(meant.text()) if meant else None) or made_of(component)
    if zone:
        for line in component.named("TZID"):
            yield line.text(), zone


def made_of(written: Component) -> tzinfo | None:
    """None also for one that changes its clocks every second, which would be followed for ever."""
    lines = [line for line in written.written if not line.lstrip().upper().startswith("TZID")]
    if any(is_endless(line.upper()) for line in lines):
        return None
    lines.insert(1, "TZID:a zone")  # a name that is known would be put in the place of what is written
    with suppress(ValueError, KeyError, IndexError, TypeError, AttributeError, OverflowError):
        component = icalendar.Timezone.from_ical("\n".join(lines))
        if isinstance(component, icalendar.Timezone):
            explained: tzinfo = component.to_tz(lookup_tzid=False)
            explained.utcoffset(ANY_DAY)  # its rules are understood only when it is asked
            return explained
    return None


def is_endless(line: str) -> bool:
    return line.startswith("RRULE") and "FREQ=YEARLY" not in line
