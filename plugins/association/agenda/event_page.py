"""One announced event: its page and its calendar."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import partial

from ..domain.agenda import Entry, event_entry
from ..domain.event import Event
from ..domain.registration import closing
from ..exports.calendar import event_calendar
from ..exports.event_data import Teller, can_be_told, event_data
from ..host.feeds import SiteAddresses, calendar_file
from ..host.outputs import Crumb, File, LinkedData, Output, Page, page, section_crumb
from ..host.run import Run
from ..views.contact import LabelledLink
from ..views.dates import Rows
from ..views.illustration import illustration
from ..views.members import Cards
from ..views.subscription import subscription
from ..views.venues import VenueMaps
from ..views.voice import Voice

View = Mapping[str, object]


@dataclass(frozen=True, slots=True)
class EventPages:
    """What the pages of all events are made with."""

    run: Run
    voice: Voice
    rows: Rows
    maps: VenueMaps
    cards: Cards


def event_outputs(run: Run, voice: Voice, rows: Rows) -> Iterator[Output]:
    pages = EventPages(run, voice, rows, VenueMaps(run.edition.association, voice), Cards(voice))
    for event in run.edition.association.events:
        yield event_page(event, pages)
        yield calendar(event, run, voice)


def event_page(event: Event, pages: EventPages) -> Page:
    voice = pages.voice
    title, summary = voice.say(event.title), voice.say(event.summary)
    body = voice.body(event.body, event.source)
    picture = illustration(event.picture, voice)
    return page(
        voice.urls,
        "EVENT",
        "event",
        {"slug": event.slug},
        title=title,
        description=summary or (body.excerpt(160) if body else ""),
        menu="AGENDA",
        crumbs=(section_crumb(voice.urls, "AGENDA"), Crumb(title, None)),
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
    voice, association = pages.voice, pages.run.edition.association
    named = ((id_, link) for id_, link in pages.rows.commissions.items() if id_ in event.commissions)
    return {
        "kind": voice.say(event.kind),
        "price": voice.say(event.price),
        "audience": voice.say(event.audience),
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


def calendar(event: Event, run: Run, voice: Voice) -> File:
    parts, title = {"slug": event.slug}, voice.say(event.title)
    return calendar_file(
        run,
        title,
        voice.urls.url("EVENT", **parts),
        "EVENT_CALENDAR",
        parts,
        lambda feed: event_calendar(feed, event, run.edition.association, SiteAddresses(run)),
    )
