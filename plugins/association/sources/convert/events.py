"""Announced events: content/agenda."""

from ...domain.event import Event
from ..desk import Desk
from ..pictures import picture
from ..shapes.front_matter import EventShape
from ..sheets import Sheet, sheets
from .event_dates import event_dates, moment_of
from .prose import follow_later
from .registers import Registers
from .tags import Tags


def events(registers: Registers, tags: Tags, desk: Desk) -> tuple[Event, ...]:
    """Published ones, by their first date."""
    found = []
    for sheet in sheets(EventShape, "events", lambda _: True, desk):
        converted = event(sheet, registers, tags, desk)
        if sheet.is_published and converted.dates:
            found.append(converted)
    return tuple(sorted(found, key=lambda event: (moment_of(event.dates[0], desk), event.slug)))


def event(sheet: Sheet[EventShape], registers: Registers, tags: Tags, desk: Desk) -> Event:
    shape, spot = sheet.shape, sheet.spot
    follow_addresses(sheet, desk)
    return Event(
        slug=sheet.slug,
        title=shape.title,
        dates=event_dates(shape, spot, registers.venues, desk),
        is_series=bool(shape.dates),
        summary=shape.summary,
        body=sheet.text,
        language=sheet.language,
        kind=shape.kind,
        price=shape.price,
        audience=shape.audience,
        tags=tags.named(shape.tags, spot / "tags", desk),
        picture=picture(sheet, desk),
        commissions=registers.commissions_named(shape.commissions, spot / "commissions", desk),
        organisers=registers.roster.ids_of(shape.organisers, spot / "organisers", desk),
        source=sheet.path,
    )


def follow_addresses(sheet: Sheet[EventShape], desk: Desk) -> None:
    follow_later(sheet.shape.registration, sheet.spot / "registration", desk, sheet.is_published)
    follow_later(sheet.shape.online, sheet.spot / "online", desk, sheet.is_published)
    for index, date in enumerate(sheet.shape.dates):
        here = sheet.spot / "dates" / index
        follow_later(date.registration, here / "registration", desk, sheet.is_published)
        follow_later(date.online, here / "online", desk, sheet.is_published)
