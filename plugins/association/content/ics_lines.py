"""The text of an iCalendar file, taken apart: its calendars, their components, the lines of each.

Neither what a line means nor whether it makes sense is known here. What is odd in one component is a matter
of that component: only a text without any calendar, or one that was cut off, is refused.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cached_property

from ..problems import ContentError, Place, Problem, Sentence, sentence

MOST_EVENTS = 20_000
"""Of all years: a town publishes in one file whatever it has announced since it began. Reading so many takes
two seconds; how many dates are shown is bounded where they are known (`convert/calendars.py`)."""
DEEPEST = 3
NAME = re.compile(r"\s*([A-Za-z0-9-]+)\s*(?=[;:])")
PARAMETERS = re.compile(r'(?:[^":]|"[^"]*")*')
PARAMETER = re.compile(r';\s*([A-Za-z0-9-]+)\s*=\s*("[^"]*"|[^;]*)')
ESCAPED = re.compile(r"\\(.)", re.DOTALL)


@dataclass(frozen=True, slots=True)
class Line:
    """`TZID` and its kind are in `parameters`, by their names in capitals."""

    name: str
    parameters: dict[str, str]
    value: str

    def text(self) -> str:
        """Section 3.3.11."""
        return ESCAPED.sub(lambda found: "\n" if found[1] in "nN" else found[1], self.value)


@dataclass(slots=True)
class Component:
    """written: its lines as they stand, those of what stands in it too; own: what follows each name."""

    name: str
    number: int
    written: list[str] = field(default_factory=list)
    own: dict[str, list[str]] = field(default_factory=dict)

    def add(self, line: str) -> None:
        if found := NAME.match(line):
            self.own.setdefault(found[1].upper(), []).append(line[found.end() :])

    def named(self, name: str) -> list[Line]:
        """Each line of that name, in order, those without a value left out."""
        lines = (line_of(name, rest) for rest in self.own.get(name, ()))
        return [line for line in lines if line.value]

    def first(self, name: str) -> Line | None:
        return next(iter(self.named(name)), None)

    def text(self, name: str) -> str:
        line = self.first(name)
        return line.text() if line else ""


@dataclass(slots=True)
class IcsCalendar:
    """`head`: what it says of itself."""

    head: Component
    components: list[Component] = field(default_factory=list)

    def named(self, name: str) -> list[Component]:
        return [component for component in self.components if component.name == name]


def line_of(name: str, rest: str) -> Line:
    """rest: from the first parameter or the colon on. Of moments, which have none, the last colon counts:
    programs write zones with a colon in their name and without quotes."""
    if name in MOMENTS:
        parameters, _, value = rest.rpartition(":")
    else:
        found = PARAMETERS.match(rest)
        end = found.end() if found else 0
        parameters, value = rest[:end], rest[end + 1 :]
    every = {key.upper(): text.strip().strip('"').strip() for key, text in PARAMETER.findall(parameters)}
    return Line(name, every, value.strip())


PARTS = ("VEVENT", "VTODO", "VJOURNAL", "VFREEBUSY", "VTIMEZONE")
MOMENTS = ("DTSTART", "DTEND", "RECURRENCE-ID", "RDATE", "EXDATE")


def calendars_of(text: str, file: str) -> tuple[IcsCalendar, ...]:
    """Raises ContentError. Events outside of any calendar are those of one without a name."""
    taken_apart = Parts(file)
    for number, line in unfolded(text):
        taken_apart.add(number, line)
    return taken_apart.whole()


def unfolded(text: str) -> Iterator[tuple[int, str]]:
    """Each line with its number; section 3.1: one that begins with a blank continues the former."""
    begun, pieces = 0, [""]
    for number, line in enumerate(text.split("\n"), 1):
        if line[:1] in (" ", "\t") and begun:
            pieces.append(line[1:])
            continue
        if begun:
            yield begun, "".join(pieces)
        begun, pieces = number, [line]
    yield begun, "".join(pieces)


@dataclass
class Parts:
    """What was found up to now; `open`: the components that have begun and not ended, the outermost first."""

    file: str
    calendars: list[IcsCalendar] = field(default_factory=list)
    open: list[Component] = field(default_factory=list)
    events: list[int] = field(default_factory=list)

    @cached_property
    def _stray(self) -> IcsCalendar:
        return IcsCalendar(Component("VCALENDAR", 1))

    def add(self, number: int, line: str) -> None:
        key, colon, value = line.strip().partition(":")
        if colon and key.upper() == "BEGIN":
            self._begin(value.strip().upper(), number, line)
        elif colon and key.upper() == "END":
            self._write(line)
            self._end(value.strip().upper())
        elif self.open:
            self._write(line)
            self.open[-1].add(line)

    def _begin(self, name: str, number: int, line: str) -> None:
        if name in PARTS:
            for other in PARTS:
                self._end(other)  # which was not, and does not hold another one
        self.open.append(Component(name, number))
        self._write(line)
        if len(self.open) > DEEPEST:
            raise ContentError([no_calendar(Place(self.file, number))])
        if name == "VCALENDAR":
            self.calendars.append(IcsCalendar(self.open[-1]))
        elif self._is_part():
            self._home().components.append(self.open[-1])
        if name == "VEVENT":
            self.events.append(number)

    def _is_part(self) -> bool:
        """Of a calendar itself, not of an event: an alarm is nobody's business."""
        return all(component.name == "VCALENDAR" for component in self.open[:-1])

    def _home(self) -> IcsCalendar:
        return self.calendars[-1] if len(self.open) > 1 else self._stray

    def _write(self, line: str) -> None:
        for component in self.open:
            if component.name != "VCALENDAR":
                component.written.append(line)

    def _end(self, name: str) -> None:
        """With what stands in it; an end of what has not begun is none."""
        names = [component.name for component in self.open]
        if name in names:
            del self.open[len(names) - 1 - names[::-1].index(name) :]

    def whole(self) -> tuple[IcsCalendar, ...]:
        found = [*self.calendars, *([self._stray] if self._stray.named("VEVENT") else ())]
        if self.open or not found:
            raise ContentError([no_calendar(Place(self.file))])
        if len(self.events) > MOST_EVENTS:
            raise ContentError([too_many(self.events, self.file)])
        return tuple(found)


def no_calendar(place: Place) -> Problem:
    return Problem(
        place,
        "bad-calendar",
        sentence("this is no calendar that can be read"),
        sentence("export it again from the calendar program, as iCalendar (.ics)"),
    )


def too_many(begun: list[int], file: str) -> Problem:
    said = sentence(
        "this calendar has {number} events, expected at most {most}", number=len(begun), most=MOST_EVENTS
    )
    return Problem(Place(file, begun[MOST_EVENTS]), "too-large", said, shorter())


def shorter() -> Sentence:
    return sentence("export a shorter period of this calendar")
