"""An iCalendar file as it is written, without the library that reads it: what an event says of itself.

The only module that knows `icalendar` here. It decides what can be read, not what it means.
"""

from collections.abc import Callable, Iterator, Mapping
from contextlib import suppress
from dataclasses import dataclass, field
from datetime import UTC, date, datetime, timedelta, tzinfo
from pathlib import Path
from typing import cast

import icalendar

from ..domain.asides import without_comments
from ..problems import ContentError, Place, Problem, Sentence, sentence
from .yaml.source import decode, unreadable

LARGEST = 1_000_000
MOST_EVENTS = 2_000
DEEPEST = 3
LINE = 200
MEANINGFUL = ("DTSTART", "DTEND", "DURATION", "RRULE", "RDATE", "EXDATE", "RECURRENCE-ID", "UID", "SUMMARY")
ANY_DAY = datetime(2026, 7, 1)
MOMENTS = ("DTSTART", "DTEND", "RECURRENCE-ID")
ONCE = (
    "DTSTART",
    "DTEND",
    "DURATION",
    "RRULE",
    "RECURRENCE-ID",
    "UID",
    "SUMMARY",
    "STATUS",
    "LOCATION",
    "URL",
)


@dataclass(frozen=True, slots=True)
class Stamp:
    """A day, a moment in UTC, or one without zone: on the clocks of `zone`, or of wherever one is."""

    value: date | datetime
    zone: str | None = None


@dataclass(frozen=True, slots=True)
class WrittenEvent:
    """`replaced`: which date of an event that comes back it stands for."""

    place: Place
    uid: str
    title: str
    start: Stamp
    end: Stamp | None
    duration: timedelta | None
    rule: str | None
    extra: tuple[Stamp, ...]
    excluded: tuple[Stamp, ...]
    replaced: Stamp | None
    is_cancelled: bool
    location: str
    url: str


@dataclass(frozen=True, slots=True)
class WrittenCalendar:
    """`zones`: those that the file explains itself."""

    name: str
    events: tuple[WrittenEvent, ...] = ()
    zones: Mapping[str, tzinfo] = field(default_factory=dict)


def read_calendar(path: Path, file: str) -> WrittenCalendar:
    """Raises ContentError with what is wrong; private events are passed over."""
    text = text_of(path, file)
    lines = begun_events(text, file)
    calendar = parsed(text, file)
    components = [component for component in calendar.subcomponents if component.name == "VEVENT"]
    if len(components) != len(lines):
        raise ContentError([no_calendar(Place(file))])
    events = tuple(
        written_event(component, Place(file, line))
        for component, line in zip(components, lines, strict=True)
        if str(component.get("CLASS", "PUBLIC")).upper() == "PUBLIC"
    )
    return WrittenCalendar(name_of(calendar) or path.stem, events, dict(own_zones(calendar)))


def own_zones(calendar: icalendar.Calendar) -> Iterator[tuple[str, tzinfo]]:
    """One that is badly explained is unknown, which matters only where it is named."""
    zones = (zone for zone in calendar.walk("VTIMEZONE") if isinstance(zone, icalendar.Timezone))
    for zone in zones:
        with suppress(ValueError, KeyError, IndexError, TypeError, AttributeError, OverflowError):
            explained = zone.to_tz(lookup_tzid=False)
            explained.utcoffset(ANY_DAY)  # its rules are understood only when it is asked
            yield str(zone["TZID"]), explained


def text_of(path: Path, file: str) -> str:
    try:
        size = path.stat().st_size
        raw = path.read_bytes() if size <= LARGEST else b""
    except OSError as error:
        raise ContentError([unreadable(file, error)]) from error
    if size > LARGEST:
        said = sentence("this file has {size} bytes, expected at most {most}", size=size, most=LARGEST)
        raise ContentError([Problem(Place(file), "too-large", said, shorter())])
    return decode(raw, file)


def shorter() -> Sentence:
    return sentence("export a shorter period of this calendar")


def begun_events(text: str, file: str) -> list[int]:
    """The lines on which events begin; what is nested deeper than calendars are is none."""
    begun, inside = [], []
    for number, line in enumerate(text.split("\n"), 1):
        key, _, value = line.strip().upper().partition(":")
        if key == "BEGIN":
            inside.append(value)
            if value == "VEVENT":
                begun.append(number)
        elif key == "END" and inside:
            inside.pop()
        endless = key.startswith("RRULE") and "VTIMEZONE" in inside and "FREQ=YEARLY" not in value
        if len(inside) > DEEPEST or endless:
            raise ContentError([no_calendar(Place(file, number))])
    if len(begun) > MOST_EVENTS:
        raise ContentError([too_many(begun, file)])
    return begun


def too_many(begun: list[int], file: str) -> Problem:
    said = sentence(
        "this calendar has {number} events, expected at most {most}", number=len(begun), most=MOST_EVENTS
    )
    return Problem(Place(file, begun[MOST_EVENTS]), "too-large", said, shorter())


def no_calendar(place: Place) -> Problem:
    return Problem(
        place,
        "bad-calendar",
        sentence("this is no calendar that can be read"),
        sentence("export it again from the calendar program, as iCalendar (.ics)"),
    )


def parsed(text: str, file: str) -> icalendar.Calendar:
    try:
        calendar = icalendar.Calendar.from_ical(text)
    except (ValueError, KeyError, IndexError, TypeError, AttributeError, OverflowError):
        calendar = None
    if not isinstance(calendar, icalendar.Calendar) or calendar.name != "VCALENDAR":
        raise ContentError([no_calendar(Place(file))])
    return calendar


def name_of(calendar: icalendar.Calendar) -> str:
    """RFC 7986 section 5.1; before it, and unread by the library, X-WR-CALNAME."""
    written = str(calendar.get("X-WR-CALNAME", ""))
    for escaped, meant in (("\\n", " "), ("\\,", ","), ("\\;", ";"), ("\\\\", "\\")):
        written = written.replace(escaped, meant)
    return one_line(str(calendar.get("NAME", "")) or written)


def one_line(text: str) -> str:
    """For a line of a page: no control characters, none that turns the writing around, no end of it."""
    shown = "".join(character if character.isprintable() else " " for character in text)
    return " ".join(without_comments(shown).split())[:LINE].rstrip()


def written_event(component: icalendar.Component, place: Place) -> WrittenEvent:
    title = one_line(str(component.get("SUMMARY", "")))
    name = title or one_line(str(component.get("UID", "")))
    check_readable(component, name, place)
    start = stamp(component.get("DTSTART"))
    for key, found in (("UID", component.get("UID")), ("SUMMARY", title)):
        if not found:
            raise ContentError([lacking(key, name, place)])
    if start is None:
        raise ContentError([lacking("DTSTART", name, place)])
    return WrittenEvent(
        place=place,
        uid=str(component["UID"]).strip(),
        title=title,
        start=start,
        end=stamp(component.get("DTEND")),
        duration=length_of(component.get("DURATION")),
        rule=rule_of(component.get("RRULE")),
        extra=tuple(stamps(component, "RDATE", title, place)),
        excluded=tuple(stamps(component, "EXDATE", title, place)),
        replaced=stamp(component.get("RECURRENCE-ID")),
        is_cancelled=str(component.get("STATUS", "")).upper() == "CANCELLED",
        location=one_line(str(component.get("LOCATION", ""))),
        url=str(component.get("URL", "")).strip(),
    )


def check_readable(component: icalendar.Component, title: str, place: Place) -> None:
    broken = {key for key, _ in component.errors if key in MEANINGFUL}
    broken |= {key for key in ONCE if isinstance(component.get(key), list)}
    broken |= {key for key in MEANINGFUL if isinstance(component.get(key), icalendar.vBroken)}
    broken |= {key for key in MOMENTS if key in component and stamp(component[key]) is None}
    if "DURATION" in component and length_of(component["DURATION"]) is None:
        broken.add("DURATION")
    uid = str(component.get("UID", ""))
    if not uid.isprintable() or len(uid) > LINE + LINE:
        broken.add("UID")
    if "RANGE" in getattr(component.get("RECURRENCE-ID"), "params", {}):
        broken.add("RECURRENCE-ID")
    if broken:
        raise ContentError([not_read(min(broken), title, place)])


def rule_of(value: object) -> str | None:
    if not isinstance(value, icalendar.vRecur):
        return None
    to_ical = cast(Callable[[], bytes], value.to_ical)  # the library has not annotated it
    return to_ical().decode()


def length_of(value: object) -> timedelta | None:
    found = value.dt if isinstance(value, icalendar.vDuration | icalendar.vDDDTypes) else None
    return found if isinstance(found, timedelta) else None


def not_read(key: str, title: str, place: Place) -> Problem:
    return Problem(
        place,
        "bad-calendar",
        sentence('the event "{title}" has a "{key}" that cannot be read', title=title, key=key),
        correct_there(),
    )


def lacking(key: str, title: str, place: Place) -> Problem:
    said = sentence('the event "{title}" has no "{key}"', title=title, key=key)
    return Problem(place, "bad-calendar", said, correct_there())


def correct_there() -> Sentence:
    return sentence("correct the event in the calendar program and export it again, or take it out here")


def stamps(component: icalendar.Component, key: str, title: str, place: Place) -> Iterator[Stamp]:
    found = component.get(key, [])
    for several in found if isinstance(found, list) else [found]:
        for each in several.dts:
            if not isinstance(each.dt, date):  # a period (RFC 5545 section 3.8.5.2), which nobody writes
                raise ContentError([not_read(key, title, place)])
            yield stamped(each.dt, several.params.get("TZID"))


def stamp(value: object) -> Stamp | None:
    """None also for an hour alone and for a length, which the library takes there too."""
    if isinstance(value, icalendar.vDDDTypes) and isinstance(value.dt, date):
        return stamped(value.dt, value.params.get("TZID"))
    return None


def stamped(moment: date | datetime, zone: str | None) -> Stamp:
    """The library's own idea of a zone is left aside: it remembers those of other files."""
    if not isinstance(moment, datetime):
        return Stamp(moment)
    if zone is None and moment.tzinfo:
        return Stamp(moment.astimezone(UTC))
    return Stamp(moment.replace(tzinfo=None), zone)
