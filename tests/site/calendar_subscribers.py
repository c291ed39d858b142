"""Two programs that follow a calendar: one that forgets, one that remembers."""

from dataclasses import dataclass, field
from datetime import date, datetime

import icalendar
from calendar_readers import icalendar_lines

Name = tuple[str, str]
"""UID and RECURRENCE-ID, the latter empty for a master."""
Age = tuple[int, datetime]


@dataclass
class Forgetful:
    """Google, Apple, Outlook: what was fetched last is all there is."""

    calendar: bytes = b""

    def fetch(self, calendar: bytes) -> None:
        self.calendar = calendar

    def sees(self, first: date, last: date) -> list[str]:
        return icalendar_lines(self.calendar, first, last)


@dataclass
class Remembering:
    """Keeps each component until it is told a newer one (RFC 5546 section 2.1.5).

    An override that is told no more ends with a master of a higher SEQUENCE, a UID with its absence.
    """

    known: dict[Name, icalendar.Event] = field(default_factory=dict)
    zones: list[icalendar.Component] = field(default_factory=list)
    fallen: list[Name] = field(default_factory=list)

    def fetch(self, calendar: bytes) -> None:
        parsed = icalendar.Calendar.from_ical(calendar)
        told = {name_of(vevent): vevent for vevent in parsed.walk("VEVENT")}
        self.zones = parsed.walk("VTIMEZONE")
        kept = {name: old for name, old in self.known.items() if name in told or not is_over(name, old, told)}
        self.fallen += [
            name
            for name, new in told.items()
            if name in self.known and age(new)[0] < age(self.known[name])[0]
        ]
        newer = {name: new for name, new in told.items() if name not in kept or age(new) >= age(kept[name])}
        self.known = kept | newer

    def sees(self, first: date, last: date) -> list[str]:
        calendar = icalendar.Calendar()
        for component in (*self.zones, *self.known.values()):
            calendar.add_component(component)
        return icalendar_lines(calendar.to_ical(), first, last)


def name_of(vevent: icalendar.Event) -> Name:
    slot = vevent.get("RECURRENCE-ID")
    return str(vevent["UID"]), slot.to_ical().decode() if slot else ""


def age(vevent: icalendar.Event) -> Age:
    return int(vevent["SEQUENCE"]), vevent["LAST-MODIFIED"].dt


def is_over(name: Name, old: icalendar.Event, told: dict[Name, icalendar.Event]) -> bool:
    master = told.get((name[0], ""))
    return master is None or age(master)[0] > age(old)[0]
