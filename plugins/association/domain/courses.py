"""Courses: events of that kind, how long they take, when one can next take part in one."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from zoneinfo import ZoneInfo

from .agenda import Entry, event_entry, reading_order
from .events import Event, Status
from .text import Language, Text, fold

COURSE = frozenset({"formation", "opleiding", "course"})
"""What editors call the kind in one of their languages; capitals and accents do not count."""


def names_a_course(kind: Text | None) -> bool:
    return kind is not None and any(fold(words) in COURSE for _, words in kind.versions)


@dataclass(frozen=True, slots=True)
class Length:
    """sessions: dates that take place. days: of whole days, or of several; minutes: of all others."""

    sessions: int
    days: int
    minutes: int

    @property
    def iso(self) -> str:
        """ISO 8601: P2DT3H30M."""
        hours, minutes = divmod(self.minutes, 60)
        time = "".join(f"{number}{unit}" for number, unit in ((hours, "H"), (minutes, "M")) if number)
        return "P" + (f"{self.days}D" if self.days else "") + (f"T{time}" if time else "")


def dates_of(event: Event) -> tuple[Entry, ...]:
    """Those that take place; of a course that does not, those that would have."""
    every = tuple(event_entry(event, one) for one in event.dates)
    return tuple(entry for entry in every if not entry.is_cancelled) or every


def length_of(event: Event) -> Length:
    dates = dates_of(event)
    in_days = [entry for entry in dates if entry.is_all_day or entry.first_day != entry.last_day]
    in_hours = (duration(entry) for entry in dates if entry not in in_days)
    return Length(
        sessions=len(dates),
        days=sum((entry.last_day - entry.first_day).days + 1 for entry in in_days),
        minutes=sum(in_hours, timedelta()) // timedelta(minutes=1),
    )


def duration(entry: Entry) -> timedelta:
    """Of one that begins and ends at a time, as the clocks there show it."""
    assert isinstance(entry.start, datetime) and isinstance(entry.end, datetime)
    return entry.end - entry.start


@dataclass(frozen=True, slots=True)
class Course:
    """What there is to know on one day of a course.

    next: the first date from then on that takes place; None where none is fixed.
    has_begun: another one has been before it.
    is_announced: a date is to come whose day is not fixed.
    is_cancelled: what was to come does not take place.
    """

    event: Event
    next: Entry | None = None
    has_begun: bool = False
    is_announced: bool = False
    is_cancelled: bool = False


def course(event: Event, on: date) -> Course:
    every = tuple(event_entry(event, one) for one in event.dates)
    held = [entry for entry in every if not entry.is_cancelled]
    coming = [entry for entry in held if not entry.is_over(on)]
    fixed = [entry for entry in coming if entry.status is not Status.POSTPONED]
    return Course(
        event,
        next=fixed[0] if fixed else None,
        has_begun=any(entry.is_over(on) and entry.status is not Status.POSTPONED for entry in held),
        is_announced=any(entry.status is Status.POSTPONED for entry in held) and not fixed,
        is_cancelled=not coming and any(entry.is_cancelled and not entry.is_over(on) for entry in every),
    )


def courses(events: Iterable[Event], on: date, zone: ZoneInfo, language: Language) -> tuple[Course, ...]:
    """By their next date; those without one after them, by name."""
    found = [course(event, on) for event in events if event.is_course]
    dated = [(reading_order(one.next, zone), one) for one in found if one.next]
    others = [one for one in found if one.next is None]
    in_time = [one for _, one in sorted(dated, key=lambda pair: pair[0])]
    return (*in_time, *sorted(others, key=lambda one: (fold(one.event.title.to(language)), one.event.slug)))
