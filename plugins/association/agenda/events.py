"""One announced event: its page and its calendar."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import partial

from ..domain.agenda import Entry, closing, event_entry
from ..domain.events import Event
from ..exports.calendar import event_calendar
from ..exports.json_ld_events import Teller, can_be_told, event_data
from ..host.addresses import SiteAddresses, calendar_file
from ..host.outputs import Crumb, File, LinkedData, Output, Page, page, section_crumb
from ..host.run import Run
from ..views.dates import Rows, subscription
from ..views.localizer import Localizer, illustration
from ..views.maps import VenueMaps
from ..views.members import Cards, LabelledLink

View = Mapping[str, object]


@dataclass(frozen=True, slots=True)
class EventPages:
    """What the pages of all events are made with."""

    run: Run
    localizer: Localizer
    rows: Rows
    maps: VenueMaps
    cards: Cards


def event_outputs(run: Run, localizer: Localizer, rows: Rows) -> Iterator[Output]:
    pages = EventPages(run, localizer, rows, VenueMaps(run.edition.association, localizer), Cards(localizer))
    for event in run.edition.association.events:
        yield event_page(event, pages)
        yield calendar(event, run, localizer)


def event_page(event: Event, pages: EventPages) -> Page:
    localizer = pages.localizer
    title, summary = localizer.say(event.title), localizer.say(event.summary)
    body = localizer.body(event.body, event.source)
    picture = illustration(event.picture, localizer)
    return page(
        localizer.urls,
        "EVENT",
        "event",
        {"slug": event.slug},
        title=title,
        description=summary or (body.excerpt(160) if body else ""),
        menu="AGENDA",
        crumbs=(section_crumb(localizer.urls, "AGENDA"), Crumb(title, None)),
        picture=picture.image.url if picture else None,
        linked_data=linked_data(event, pages),
        view={
            "title": title,
            "summary": summary,
            "body": body,
            "picture": picture,
            **practical(event, pages),
            **when_and_where(event, pages),
            "calendar": subscription(pages.run, "EVENT_CALENDAR", {"slug": event.slug}),
        },
    )


def linked_data(event: Event, pages: EventPages) -> LinkedData | None:
    edition = pages.run.edition
    if not can_be_told(event):
        return None
    return lambda addresses: event_data(
        event, Teller(edition.association, addresses, edition.language, edition.today)
    )


def practical(event: Event, pages: EventPages) -> View:
    """For whom, for how much, by whom."""
    localizer, association = pages.localizer, pages.run.edition.association
    named = ((id_, link) for id_, link in pages.rows.commissions.items() if id_ in event.commissions)
    return {
        "kind": localizer.say(event.kind),
        "price": localizer.say(event.price),
        "audience": localizer.say(event.audience),
        "commissions": tuple(LabelledLink(link.name, link.url) for _, link in named),
        "organisers": pages.cards.of(association.members_named(event.organisers)),
    }


def when_and_where(event: Event, pages: EventPages) -> View:
    """Every date, why one can no longer register for it, and the map of their venues."""
    entries: tuple[Entry, ...] = tuple(map(partial(event_entry, event), event.dates))
    today = pages.run.edition.today
    return {
        "dates": pages.rows.of(entries),
        "closings": tuple(closing(entry, today) or "" for entry in entries),
        "is_series": event.is_series,
        "venues": pages.maps.of(entries),
    }


def calendar(event: Event, run: Run, localizer: Localizer) -> File:
    parts, title = {"slug": event.slug}, localizer.say(event.title)
    return calendar_file(
        run,
        title,
        localizer.urls.url("EVENT", **parts),
        "EVENT_CALENDAR",
        parts,
        lambda feed: event_calendar(feed, event, run.edition.association, SiteAddresses(run)),
    )
