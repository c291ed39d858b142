"""Announced events of content/agenda, each with the one date of its front matter or the list of a series."""

from collections.abc import Iterator
from datetime import datetime, time
from functools import partial

from ...domain.articles import Tag
from ...domain.events import Event, EventDate, Status
from ...domain.places import Venue
from ...problems import sentence
from ..context import LoadContext
from ..markdown_files import MarkdownFile, converted, follow_later, markdown_files, picture
from ..schema.texts import DateShape, EventShape
from .recurrence import exclusive, span
from .registers import Names, Venues
from .texts import Tags

ONLY_ONE = "1"
OWN_DATE = ("start", "end", "duration")


def events(names: Names, tags: Tags, context: LoadContext) -> tuple[Event, ...]:
    """Published ones, by their first date."""
    found = []
    for markdown_file in markdown_files(EventShape, "events", lambda _: True, context):
        topics = tags.named(markdown_file.shape, context)
        made = converted(event, markdown_file, (topics, names), context)
        if markdown_file.is_published and made.dates:
            found.append(made)
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
        tags=topics,
        picture=picture(markdown_file, context),
        commissions=names.commissions_named(shape.commissions, shape, context),
        organisers=names.members_named(shape.organisers, shape, "organisers", context),
        source=markdown_file.path,
    )


def note_places(shape: EventShape, path: str, context: LoadContext) -> None:
    if not shape.dates:
        context.notes.places["date", path, ONLY_ONE] = partial(shape.key_place, "start")
    for number, one in enumerate(shape.dates, start=1):
        context.notes.places["date", path, one.id or str(number)] = one.place


def follow_addresses(markdown_file: MarkdownFile[EventShape], context: LoadContext) -> None:
    shape, is_published = markdown_file.shape, markdown_file.is_published
    announced: tuple[EventShape | DateShape, ...] = (shape, *shape.dates)
    for one in announced:
        follow_later(one.registration, one, "registration", context, is_published)
        follow_later(one.online, one, "online", context, is_published)


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
