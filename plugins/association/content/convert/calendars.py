"""Calendars of partners: content/agenda/imports, each with the dates that are shown of it."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import timedelta
from functools import partial

from ...domain.agenda import agenda, uid_domain
from ...domain.association import Association
from ...domain.events import ImportedCalendar, ImportedDate
from ...problems import ContentError, Place, Problem, Sentence, Severity, sentence
from ..context import LoadContext
from ..ics import Stamp, WrittenCalendar, WrittenEvent, read_calendar, told
from ..ics_lines import shorter
from .series import Series, version
from .slots import Window

YEAR = timedelta(days=366)
MOST_DATES = 5_000
MOST_ALIKE = 10


def calendars(paths: Iterable[str], context: LoadContext) -> tuple[ImportedCalendar, ...]:
    """In the order of their names, each from a year back to a year ahead."""
    found: list[ImportedCalendar] = []
    taken: dict[str, str] = {}
    for path in paths:
        file = context.files.shown(path)
        with context.collecting():
            written = context.memory.of_file(
                context.site.content / path,
                CalendarFile,
                partial(read_calendar, context.site.content / path, file),
            )
            uids = frozenset(event.uid for calendar in written for event in calendar.events)
            before = {uid: taken[uid] for uid in uids if uid in taken}
            make = partial(dates_of, CalendarFile(path, file, written, before))
            found.extend(context.remembered(("calendar", path), (written, before), make))
            taken |= dict.fromkeys(uids, file) | before
    return tuple(sorted(found, key=lambda calendar: (calendar.name, calendar.source)))


def dates_of(file: "CalendarFile", context: LoadContext) -> tuple[ImportedCalendar, ...]:
    return tuple(file.calendars(context))


@dataclass(frozen=True, slots=True)
class CalendarFile:
    """path: below content; `file`: as messages name it; `taken`: which file had a UID before."""

    path: str
    file: str
    written: tuple[WrittenCalendar, ...]
    taken: Mapping[str, str]

    def calendars(self, context: LoadContext) -> Iterator[ImportedCalendar]:
        """One for each name that a calendar in it has. Raises ContentError."""
        window = Window(context.site.zone, context.site.today - YEAR, context.site.today + YEAR)
        problems = [problem for calendar in self.written for problem in calendar.problems]
        dates: dict[str, list[ImportedDate]] = {calendar.name: [] for calendar in self.written}
        for events in by_uid(event for calendar in self.written for event in calendar.events).values():
            dates[events[0].calendar].extend(self.dates(events, window, problems))
            if sum(map(len, dates.values())) > MOST_DATES:
                raise ContentError([too_many(self.file)])
        context.notes.problems.extend(briefly(problems))
        for name, own in dates.items():
            yield ImportedCalendar(name, tuple(own), self.path)

    def dates(
        self, events: list[WrittenEvent], window: Window, problems: list[Problem]
    ) -> Iterator[ImportedDate]:
        other = self.taken.get(events[0].uid)
        if other:
            problems.append(clash(events[0], other, shown_once()))
            return
        every = [event for event in events if event.replaced is None]
        masters = in_force(every)
        problems.extend(clash(event, self.file, both_shown()) for event in masters[1:])
        problems.extend(clash(event, self.file, shown_once()) for event in hidden(every, masters))
        changes = tuple(event for event in events if event.replaced is not None)
        yield from Series(masters, changes, window).dates(problems)


def by_uid(events: Iterable[WrittenEvent]) -> dict[str, list[WrittenEvent]]:
    groups: dict[str, list[WrittenEvent]] = {}
    for event in events:
        groups.setdefault(event.uid, []).append(event)
    return groups


def in_force(masters: Iterable[WrittenEvent]) -> tuple[WrittenEvent, ...]:
    """The last version; of what has one UID by mistake and begins at several times, all."""
    every = sorted(masters, key=version, reverse=True)
    last = (event for event in every if event.sequence == every[0].sequence)
    by_start: dict[Stamp, WrittenEvent] = {}
    for event in last:
        by_start.setdefault(event.start, event)
    return tuple(sorted(by_start.values(), key=lambda event: event.place.line))


def hidden(every: Iterable[WrittenEvent], shown: Iterable[WrittenEvent]) -> Iterator[WrittenEvent]:
    """What is no former version of what is shown at that hour, but another event by its title."""
    by_start = {event.start: event for event in shown}
    for event in every:
        other = by_start.get(event.start)
        if other and version(event) == version(other) and event.title != other.title:
            yield event


def too_many(file: str) -> Problem:
    said = sentence("this calendar has more than {most} dates within two years", most=MOST_DATES)
    return Problem(Place(file), "too-large", said, shorter())


def clash(event: WrittenEvent, other: str, hint: Sentence) -> Problem:
    title = event.title or event.calendar
    said = sentence('the event "{title}" has the same UID as one of {other}', title=title, other=other)
    return told(event.place, "duplicate-uid", said, hint)


def shown_once() -> Sentence:
    return sentence("it is shown once, as it stands there")


def both_shown() -> Sentence:
    return sentence("both are shown; ask those who keep that calendar to give each its own")


def briefly(problems: Iterable[Problem]) -> Iterator[Problem]:
    """The first of each kind, and how many more: a program that leaves a line out leaves it out always."""
    kinds: dict[str, list[Problem]] = {}
    for problem in dict.fromkeys(problems):
        kinds.setdefault(f"{problem.message.template} {dict(problem.message.values).get('key')}", []).append(
            problem
        )
    for alike in kinds.values():
        yield from alike[:MOST_ALIKE]
        if more := alike[MOST_ALIKE:]:
            said = sentence("{number} more events of this calendar are like the last one", number=len(more))
            yield Problem(more[0].place, more[0].code, said, more[0].hint, Severity.WARNING)


def without_own_dates(association: Association, reserved: Association, context: LoadContext) -> Association:
    """A calendar that was exported here does not come back as somebody else's.

    Nor does what was exported for members, or while it was public and is `reserved` by now.
    """
    domain = context.site.uid_domain or uid_domain(association.identity.name)
    today = context.site.today
    own = (
        agenda(one.commissions, one.events, today - YEAR, today + YEAR, context.site.zone)
        for one in (association, reserved)
    )
    uids = frozenset(f"{entry.uid}@{domain}" for dates in own for entry in dates.entries)
    return replace(
        association,
        calendars=tuple(without(calendar, uids, context) for calendar in association.calendars),
    )


def without(calendar: ImportedCalendar, uids: frozenset[str], context: LoadContext) -> ImportedCalendar:
    titles = {one.uid: one.title for one in calendar.dates if one.uid in uids}
    if not titles:
        return calendar
    for title in titles.values():
        context.warn(
            Place(context.files.shown(calendar.source)),
            "duplicate-uid",
            sentence('the event "{title}" comes from this very site', title=title),
            sentence("it is not shown a second time"),
        )
    return replace(calendar, dates=tuple(one for one in calendar.dates if one.uid not in uids))
