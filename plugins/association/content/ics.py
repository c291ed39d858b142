"""An iCalendar file as it is written: what each event says of itself.

It decides what can be read, not what it means. Nobody here can mend what a partner exports: an event that
is odd is told of and passed over, or completed where that helps; only a file that is no calendar is refused.
What is private is passed over without a word, for what is told is read by others than its owner.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime, timedelta
from hashlib import sha256
from html import unescape
from pathlib import Path

from ..domain.asides import without_comments
from ..problems import ContentError, Place, Problem, Sentence, Severity, sentence
from .fields.dates import FIRST_YEAR, LAST_YEAR
from .ics_lines import Component, IcsCalendar, Line, calendars_of, shorter
from .yaml.source import CONTROL, LARGEST, unreadable, with_plain_newlines
from .zones import Zones, zones_explained

LINE = 200
MOMENT = re.compile(r"([0-9]{8})(?:T([0-9]{2})([0-9]{2})([0-9]{2})?(?:\.0+)?(Z)?)?", re.IGNORECASE)
LENGTH = re.compile(
    r"([-+]?)P(?:([0-9]{1,4})W)?(?:([0-9]{1,5})D)?"
    r"(?:T(?:([0-9]{1,6})H)?(?:([0-9]{1,6})M)?(?:([0-9]{1,8})S)?)?",
    re.IGNORECASE,
)
CUT = re.compile(
    rb"([\xc2-\xf4][\x80-\xbf]*)(\r?\n[ \t])([\x80-\xbf]+)"
)  # within a letter, by counting bytes
ENTITY = re.compile(r"&(?:#[0-9]{1,7}|#[xX][0-9a-fA-F]{1,6}|[A-Za-z][A-Za-z0-9]{1,31});")


@dataclass(frozen=True, slots=True)
class Stamp:
    """A day, a moment in UTC, or one without zone: on the clocks of `zone`, or of wherever one is."""

    value: date | datetime
    zone: str | None = None


@dataclass(frozen=True, slots=True)
class Extra:
    """A date beside the rule; `until` or `length`, if it lasts as long as it alone does."""

    start: Stamp
    until: Stamp | None = None
    length: timedelta | None = None


@dataclass(frozen=True, slots=True)
class WrittenEvent:
    """One VEVENT; `title` is empty where the event that it replaces a date of has one to give.

    calendar: the name of the one it is in.
    replaced: which date of an event that comes back it stands for; with `and_following`, from which on.
    is_private: it hides that date, and nothing is known of it.
    sequence, modified: what tells a later version from a former one.
    odd: what is to be told of it if one of its dates is shown.
    """

    place: Place
    calendar: str
    uid: str
    title: str
    start: Stamp
    end: Stamp | None
    length: timedelta | None
    rules: tuple[str, ...]
    extra: tuple[Extra, ...]
    excluded: tuple[Stamp, ...]
    replaced: Stamp | None
    and_following: bool
    is_cancelled: bool
    is_private: bool
    sequence: int
    modified: str
    location: str
    url: str
    zones: Zones
    odd: tuple[Problem, ...] = ()


@dataclass(frozen=True, slots=True)
class WrittenCalendar:
    """`name`: how it calls itself, else what its file is called; `problems`: of events it does not have."""

    name: str
    events: tuple[WrittenEvent, ...] = ()
    problems: tuple[Problem, ...] = ()


def read_calendar(path: Path, file: str) -> tuple[WrittenCalendar, ...]:
    """Those that the file holds, mostly one. Raises ContentError if it holds none."""
    found = calendars_of(text_of(path, file), file)
    private = frozenset(
        uid_of(component)
        for calendar in found
        for component in calendar.named("VEVENT")
        if is_private(component) and not component.first("RECURRENCE-ID")
    )
    return tuple(written_calendar(calendar, private, path.stem, file) for calendar in found)


def text_of(path: Path, file: str) -> str:
    try:
        size = path.stat().st_size
        raw = path.read_bytes() if size <= LARGEST else b""
    except OSError as error:
        raise ContentError([unreadable(file, error)]) from error
    if size > LARGEST:
        said = sentence("this file has {size} bytes, expected at most {most}", size=size, most=LARGEST)
        raise ContentError([Problem(Place(file), "too-large", said, shorter())])
    return plain(raw)


def plain(raw: bytes) -> str:
    """Whatever the encoding, for nobody here chose it; characters that belong in no text are blanks."""
    encoding = "utf-16" if raw.startswith((b"\xff\xfe", b"\xfe\xff")) else "utf-8"
    try:
        text = CUT.sub(rb"\1\3\2", raw).decode(encoding)
    except UnicodeDecodeError:
        text = raw.decode("cp1252", errors="replace")
    return CONTROL.sub(" ", with_plain_newlines(text.replace("\ufeff", "")))


def written_calendar(
    calendar: IcsCalendar, private: frozenset[str], file_name: str, file: str
) -> WrittenCalendar:
    """private: the UIDs of events that are, and so is what replaces one of their dates."""
    head = calendar.head
    name = plain_line(head.text("NAME") or head.text("X-WR-CALNAME")) or file_name
    zones = Zones(
        Zones().named(head.text("X-WR-TIMEZONE")) if head.first("X-WR-TIMEZONE") else None,
        zones_explained(calendar.named("VTIMEZONE")),
    )
    events: list[WrittenEvent] = []
    problems: list[Problem] = []
    for component in calendar.named("VEVENT"):
        if uid_of(component) in private if component.first("UID") else is_private(component):
            continue
        reading = EventReading(component, name, zones, Place(file, component.number), [])
        try:
            events.append(reading.event(is_cancelled=head.text("METHOD").strip().upper() == "CANCEL"))
        except Unreadable as odd:
            problems.append(odd.problem)
    return WrittenCalendar(name, tuple(events), tuple(problems))


def uid_of(component: Component) -> str:
    uid = component.text("UID").strip()
    return uid if uid.isprintable() and len(uid) <= LINE + LINE else ""


def is_private(component: Component) -> bool:
    """RFC 5545 section 3.8.1.3: an unknown class is private, none at all, or an empty one, public."""
    return any(line.value.upper() != "PUBLIC" for line in component.named("CLASS"))


def plain_line(text: str) -> str:
    return one_line(decoded(decoded(text)))


def decoded(text: str) -> str:
    """WordPress exports the entities of its pages, some of them twice."""
    return ENTITY.sub(lambda found: unescape(found[0]), text)


def one_line(text: str) -> str:
    """For a line of a page: no control characters, none that turns the writing around, no end of it."""
    shown = "".join(character if character.isprintable() else " " for character in text)
    return " ".join(without_comments(shown).split())[:LINE].rstrip()


class Unreadable(Exception):
    """The event is passed over; `problem` says why."""

    def __init__(self, problem: Problem) -> None:
        super().__init__(problem.code)
        self.problem = problem


@dataclass(frozen=True, slots=True)
class EventReading:
    """odd: what does not stop it."""

    component: Component
    calendar_name: str
    zones: Zones
    place: Place
    odd: list[Problem]

    def event(self, is_cancelled: bool) -> WrittenEvent:
        """Raises Unreadable. is_cancelled: all of its calendar is."""
        component, is_hidden = self.component, is_private(self.component)
        replaced = self.stamp("RECURRENCE-ID")
        start = self.stamp("DTSTART") or replaced
        if start is None:
            raise Unreadable(lacking("DTSTART", self.name, self.place, left_out()))
        event = WrittenEvent(
            place=self.place,
            calendar=self.calendar_name,
            uid=uid_of(component) or self.made_uid(),
            title=self.title(is_needed=replaced is None),
            start=start,
            end=self.end(),
            length=self.length(),
            rules=tuple(line.value for line in component.named("RRULE")),
            extra=tuple(self.extra()),
            excluded=tuple(self.excluded()),
            replaced=replaced,
            and_following=self.is_with_following(),
            is_cancelled=is_cancelled
            or component.text("STATUS").strip().upper() in ("CANCELLED", "CANCELED"),
            is_private=is_hidden,
            sequence=whole_number(component.text("SEQUENCE")),
            modified=component.text("LAST-MODIFIED") or component.text("DTSTAMP"),
            location=plain_line(component.text("LOCATION")),
            url=decoded(component.text("URL")).strip(),
            zones=self.zones,
        )
        return replace(event, odd=tuple(self.odd))

    @property
    def name(self) -> str:
        """For messages, which have to name it somehow."""
        title = plain_line(self.component.text("SUMMARY"))
        return title or one_line(self.component.text("UID")) or self.calendar_name

    def title(self, is_needed: bool) -> str:
        title = plain_line(self.component.text("SUMMARY"))
        if title or not is_needed:
            return title
        self.odd.append(lacking("SUMMARY", self.name, self.place, named_after_calendar()))
        return self.calendar_name

    def made_uid(self) -> str:
        """The same one each time, as long as the event says the same."""
        own = (self.component.text(key) for key in ("SUMMARY", "DTSTART", "DTEND", "RRULE", "LOCATION"))
        if not self.component.first("UID"):
            self.odd.append(lacking("UID", self.name, self.place, made_up()))
        else:
            self.odd.append(not_read("UID", self.name, self.place, made_up()))
        return sha256("\n".join((self.calendar_name, *own)).encode()).hexdigest()[:32]

    def stamp(self, key: str) -> Stamp | None:
        """Raises Unreadable if there is one that means nothing."""
        line = self.component.first(key)
        if line is None:
            return None
        found = stamp_of(line.value, line)
        if found is None:
            raise Unreadable(not_read(key, self.name, self.place))
        return found

    def end(self) -> Stamp | None:
        line = self.component.first("DTEND")
        found = stamp_of(line.value, line) if line else None
        if line and found is None:
            self.odd.append(not_read("DTEND", self.name, self.place, without_it()))
        return found

    def length(self) -> timedelta | None:
        line = self.component.first("DURATION")
        found = length_of(line.value) if line else None
        if line and found is None:
            self.odd.append(not_read("DURATION", self.name, self.place, without_it()))
        return found

    def is_with_following(self) -> bool:
        """THISANDPRIOR, which RFC 5545 took away, is not followed."""
        line = self.component.first("RECURRENCE-ID")
        reach = line.parameters.get("RANGE", "").upper() if line else ""
        if reach not in ("", "THISANDFUTURE"):
            raise Unreadable(not_read("RECURRENCE-ID", self.name, self.place))
        return bool(reach)

    def excluded(self) -> Iterator[Stamp]:
        for line, value in self.values("EXDATE"):
            found = stamp_of(value, line)
            if found:
                yield found
            else:
                self.odd.append(not_read("EXDATE", self.name, self.place, without_it()))

    def extra(self) -> Iterator[Extra]:
        for line, value in self.values("RDATE"):
            begin, _, end = value.partition("/")
            start, length, until = stamp_of(begin, line), length_of(end), stamp_of(end, line)
            if start and (until or length is not None or not end):
                yield Extra(start, until, length)
            else:
                self.odd.append(not_read("RDATE", self.name, self.place, without_it()))

    def values(self, key: str) -> Iterator[tuple[Line, str]]:
        for line in self.component.named(key):
            for value in line.value.split(","):
                if value.strip():
                    yield line, value.strip()


def whole_number(text: str) -> int:
    return int(text) if re.fullmatch(r"[0-9]{1,9}", text.strip()) else 0


def stamp_of(value: str, line: Line) -> Stamp | None:
    """A day needs no zone, although some write one, nor an hour in UTC, which is then of that zone.

    24:00 is the midnight that follows.
    """
    found = MOMENT.fullmatch(value.strip())
    if not found or not FIRST_YEAR <= int(found[1][:4]) <= LAST_YEAR:
        return None
    try:
        day = datetime.strptime(found[1], "%Y%m%d")
        if found[2] is None or line.parameters.get("VALUE", "").upper() == "DATE":
            return Stamp(day.date())
        moment = at_clock(day, int(found[2]), int(found[3]), int(found[4] or 0))
    except ValueError:
        return None
    zone = line.parameters.get("TZID")
    return Stamp(moment.replace(tzinfo=UTC)) if found[5] and not zone else Stamp(moment, zone or None)


def at_clock(day: datetime, hour: int, minute: int, second: int) -> datetime:
    if (hour, minute, second) == (24, 0, 0):
        return day + timedelta(days=1)
    return day.replace(hour=hour, minute=minute, second=min(second, 59))  # a leap second is no other minute


def length_of(value: str) -> timedelta | None:
    found = LENGTH.fullmatch(value.strip())
    if not found or not any(found.groups()[1:]):
        return None
    weeks, days, hours, minutes, seconds = (int(number or 0) for number in found.groups()[1:])
    length = timedelta(weeks=weeks, days=days, hours=hours, minutes=minutes, seconds=seconds)
    return -length if found[1] == "-" else length


def told(place: Place, code: str, message: Sentence, hint: Sentence) -> Problem:
    return Problem(place, code, message, hint, Severity.WARNING)


def not_read(key: str, title: str, place: Place, hint: Sentence | None = None) -> Problem:
    said = sentence('the event "{title}" has a "{key}" that cannot be read', title=title, key=key)
    return told(place, "bad-calendar", said, hint or left_out())


def lacking(key: str, title: str, place: Place, hint: Sentence) -> Problem:
    said = sentence('the event "{title}" has no "{key}"', title=title, key=key)
    return told(place, "bad-calendar", said, hint)


def left_out() -> Sentence:
    return sentence("it is left out; ask those who keep that calendar to correct it")


def without_it() -> Sentence:
    return sentence("the event is shown without it; ask those who keep that calendar to correct it")


def named_after_calendar() -> Sentence:
    return sentence("it is shown under the name of the calendar; ask those who keep it to give it a title")


def made_up() -> Sentence:
    return sentence(
        "it gets one made of its title, hours and place: phones take it for another event when they change"
    )
