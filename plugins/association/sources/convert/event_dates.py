"""The dates of an event: the one in its front matter, or the list of a series."""

from collections.abc import Iterator
from datetime import datetime, time

from ...domain.event import EventDate, Status
from ...domain.places import Venue
from ...problems import sentence
from ..desk import Desk
from ..shapes.front_matter import EventShape
from ..spots import Spot
from .places import Venues
from .spans import exclusive, span

OWN_DATE = ("start", "end", "duration")


def event_dates(shape: EventShape, spot: Spot, venues: Venues, desk: Desk) -> tuple[EventDate, ...]:
    """In order of time; a date that is wrong is noted and left out."""
    venue = venues.meant(shape.venue, spot / "venue", desk)
    dates = series(shape, spot, venue, venues, desk) if shape.dates else single(shape, spot, venue, desk)
    return tuple(sorted(dates, key=lambda date: (moment_of(date, desk), date.id)))


def moment_of(date: EventDate, desk: Desk) -> datetime:
    if isinstance(date.start, datetime):
        return date.start
    return datetime.combine(date.start, time(), desk.site.zone)


def single(shape: EventShape, spot: Spot, venue: Venue | None, desk: Desk) -> Iterator[EventDate]:
    if shape.start is None:
        desk.error(
            spot.place,
            "missing-field",
            sentence('found no "{key}"', key="start"),
            sentence('say when it takes place: "start", or "dates" if there are several'),
        )
        return
    with desk.noting():
        start, end = span(shape, spot, shape.timezone or desk.site.zone, desk)
        status = Status(shape.event_status)
        yield EventDate("1", start, end, None, venue, shape.online, shape.registration, status)


def series(
    shape: EventShape, spot: Spot, venue: Venue | None, venues: Venues, desk: Desk
) -> Iterator[EventDate]:
    """What a date does not say itself, it has from the event."""
    check_own_date(shape, spot, desk)
    check_numbers(shape, spot / "dates", desk)
    for index, one in enumerate(shape.dates):
        here = spot / "dates" / index
        status = one.status if shape.event_status == Status.SCHEDULED else shape.event_status
        with desk.noting():
            start, end = span(one, here, shape.timezone or desk.site.zone, desk)
            yield EventDate(
                id=one.id or str(index + 1),
                start=start,
                end=end,
                title=one.title,
                venue=venues.meant(one.venue, here / "venue", desk) or venue,
                online=one.online or shape.online,
                registration=one.registration or shape.registration,
                status=Status(status),
            )


def check_own_date(shape: EventShape, spot: Spot, desk: Desk) -> None:
    for name in OWN_DATE:
        if getattr(shape, name) is not None:
            desk.problems.append(exclusive("dates", name, (spot / name).key_place))


def check_numbers(shape: EventShape, spot: Spot, desk: Desk) -> None:
    """A date without id has its number for one: no other date may have taken it."""
    given = {one.id for one in shape.dates}
    for index, one in enumerate(shape.dates):
        if one.id is None and str(index + 1) in given:
            desk.error(
                (spot / index).place,
                "duplicate-id",
                sentence(
                    'date number {number} has no "id", and its number is the id of another', number=index + 1
                ),
                sentence('give it an "id" of its own'),
            )
