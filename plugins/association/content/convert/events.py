"""Announced events of content/agenda, each with the one date of its front matter or the list of a series."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import datetime, time
from functools import partial
from typing import Any

from ...domain.articles import Tag
from ...domain.courses import names_a_course
from ...domain.events import Event, EventDate, Status
from ...domain.languages import marked
from ...domain.places import Venue
from ...domain.text import Language, Slug, Text
from ...problems import sentence
from ..context import LoadContext
from ..markdown_files import always, follow_later, markdown_files, picture
from ..schema.texts import DateShape, EventShape
from ..versions import MarkdownFile
from .recurrence import exclusive, span
from .registers import Names, Venues
from .texts import Tags
from .translations import is_own, published, tell_difference, translated

ONLY_ONE = "1"
OWN_DATE = ("start", "end", "duration")


def events(names: Names, tags: Tags, context: LoadContext) -> tuple[Event, ...]:
    """Published ones, by their first date."""
    files = markdown_files(EventShape, "events", always, context)
    every = published(files, event, (names,), tags, context, translated_event, more=(names.venues,))
    return in_order_of_dates(every, context)


def in_order_of_dates(every: Iterable[Event], context: LoadContext) -> tuple[Event, ...]:
    """By their first date; without those whose dates are all wrong."""
    found = (one for one in every if one.dates)
    return tuple(sorted(found, key=lambda event: (moment_of(event.dates[0], context), event.slug)))


def event(
    markdown_file: MarkdownFile[EventShape], topics: tuple[Tag, ...], names: Names, context: LoadContext
) -> Event:
    shape = markdown_file.shape
    follow_addresses(markdown_file, context)
    note_places(shape, markdown_file.path, context)
    return Event(
        slug=markdown_file.slug,
        title=shape.title,
        dates=event_dates(shape, names.venues, context),
        is_series=bool(shape.dates),
        summary=shape.summary,
        body=markdown_file.text,
        language=markdown_file.language,
        kind=shape.kind,
        price=shape.price,
        audience=shape.audience,
        level=shape.level,
        is_course=names_a_course(shape.kind),
        tags=topics,
        picture=picture(markdown_file, context),
        commissions=names.commissions_named(shape.commissions, shape, context),
        organisers=names.members_named(shape.organisers, shape, "organisers", context),
        source=markdown_file.path,
    )


def translated_event(
    one: MarkdownFile[EventShape],
    first: Event,
    topics: tuple[Tag, ...],
    venues: Venues,
    context: LoadContext,
) -> Event:
    assert one.first is not None
    follow_later(one.shape.registration, one.shape, "registration", context, one.readers)
    follow_later(one.shape.online, one.shape, "online", context, one.readers)
    note_places(one.first.shape, one.path, context)
    made = translated(one, first, topics, context)
    words = words_of_dates(one, one.first, venues, context)
    return replace(made, dates=tuple(words.of(date) for date in made.dates))


@dataclass(frozen=True, slots=True)
class WordsOfDates:
    """What a translation says of dates that it has from another text.

    titles: by the ids of dates; others: places and addresses, by the name of the field and what is there.
    """

    titles: Mapping[Slug, Text | None]
    others: Mapping[tuple[str, object], object]

    def of(self, date: EventDate) -> EventDate:
        changes: dict[str, Any] = {
            name: self.others[name, getattr(date, name)]
            for name in ("venue", "online", "registration")
            if (name, getattr(date, name)) in self.others
        }
        return replace(date, title=self.titles.get(date.id) or date.title, **changes)


def words_of_dates(
    one: MarkdownFile[EventShape], first: MarkdownFile[EventShape], venues: Venues, context: LoadContext
) -> WordsOfDates:
    own, other = one.shape, first.shape
    others: dict[tuple[str, object], object] = {
        (name, getattr(other, name)): getattr(own, name)
        for name in ("online", "registration")
        if getattr(own, name)
    }
    if venue := venues.meant(own.venue, own.place("venue"), context):
        before = named_venue(other.venue, venues, first.language)
        if before is None or before.id != venue.id:
            tell_difference(one, first, "venue", context)
        others["venue", before] = venue
    titles = zip(other.dates, own.dates if is_own(own, "dates") else ())
    numbered = enumerate(titles, start=1)
    return WordsOfDates({date.id or str(number): its.title for number, (date, its) in numbered}, others)


def named_venue(written: Text | None, venues: Venues, language: Language) -> Venue | None:
    """As it was understood already."""
    if written is None:
        return None
    return venues.by_id.get(str(written)) or Venue(None, marked(written, language))


def note_places(shape: EventShape, path: str, context: LoadContext) -> None:
    if not shape.dates:
        context.notes.places["date", path, ONLY_ONE] = partial(shape.key_place, "start")
    for number, one in enumerate(shape.dates, start=1):
        context.notes.places["date", path, one.id or str(number)] = one.place


def follow_addresses(markdown_file: MarkdownFile[EventShape], context: LoadContext) -> None:
    shape, readers = markdown_file.shape, markdown_file.readers
    announced: tuple[EventShape | DateShape, ...] = (shape, *shape.dates)
    for one in announced:
        follow_later(one.registration, one, "registration", context, readers)
        follow_later(one.online, one, "online", context, readers)


def event_dates(shape: EventShape, venues: Venues, context: LoadContext) -> tuple[EventDate, ...]:
    """In order of time; a date that is wrong is noted and left out."""
    venue = venues.meant(shape.venue, shape.place("venue"), context)
    dates = series(shape, venue, venues, context) if shape.dates else single(shape, venue, context)
    return tuple(sorted(dates, key=lambda date: (moment_of(date, context), date.id)))


def moment_of(date: EventDate, context: LoadContext) -> datetime:
    if isinstance(date.start, datetime):
        return date.start
    return datetime.combine(date.start, time(), context.site.zone)


def single(shape: EventShape, venue: Venue | None, context: LoadContext) -> Iterator[EventDate]:
    if shape.start is None:
        context.error(
            shape.place(),
            "missing-field",
            sentence('found no "{key}"', key="start"),
            sentence('say when it takes place: "start", or "dates" if there are several'),
        )
        return
    with context.collecting():
        start, end = span(shape, shape.start, shape.timezone or context.site.zone, context)
        status = Status(shape.event_status)
        yield EventDate(ONLY_ONE, start, end, None, venue, shape.online, shape.registration, status)


def series(
    shape: EventShape, venue: Venue | None, venues: Venues, context: LoadContext
) -> Iterator[EventDate]:
    """What a date does not say itself, it has from the event."""
    check_own_date(shape, context)
    check_numbers(shape, context)
    for number, one in enumerate(shape.dates, start=1):
        status = one.status if shape.event_status == "scheduled" else shape.event_status
        with context.collecting():
            start, end = span(one, one.start, shape.timezone or context.site.zone, context)
            yield EventDate(
                id=one.id or str(number),
                start=start,
                end=end,
                title=one.title,
                venue=venues.meant(one.venue, one.place("venue"), context) or venue,
                online=one.online or shape.online,
                registration=one.registration or shape.registration,
                status=Status(status),
            )


def check_own_date(shape: EventShape, context: LoadContext) -> None:
    for name in OWN_DATE:
        if getattr(shape, name) is not None:
            context.notes.problems.append(exclusive("dates", name, shape.key_place(name)))


def check_numbers(shape: EventShape, context: LoadContext) -> None:
    """A date without id has its number for one: no other date may have taken it."""
    given = {one.id for one in shape.dates}
    for number, one in enumerate(shape.dates, start=1):
        if one.id is None and str(number) in given:
            context.error(
                one.place(),
                "duplicate-id",
                sentence(
                    'date number {number} has no "id", and its number is the id of another', number=number
                ),
                sentence('give it an "id" of its own'),
            )
