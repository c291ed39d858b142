"""One announced event: its page and its calendar."""

from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import partial

from ..domain.agenda import Entry, closing, event_entry
from ..domain.association import Association, Identity
from ..domain.courses import length_of
from ..domain.events import Event
from ..domain.members import Member
from ..domain.phrases import plural, titled
from ..exports.calendar import event_calendar
from ..exports.common import Record
from ..exports.json_ld_courses import course_data
from ..exports.json_ld_events import Teller, can_be_told, event_data
from ..host.addresses import calendar_file, site_addresses
from ..host.outputs import Crumb, File, LinkedData, Page, Shown, page, section_crumb
from ..host.run import Run
from ..render.markdown import Prose
from ..views.calendars import Subscription, subscription
from ..views.dates import Rows, rows_for
from ..views.localizer import Localizer, illustration, localizer_of, shown_picture
from ..views.maps import VenueMaps, venue_maps
from ..views.members import Cards, LabelledLink
from ..views.social_cards import event_card
from .past import Post, Posts, links_since

View = Mapping[str, object]


@dataclass(frozen=True, slots=True)
class EventPages:
    """What the pages of all events are made with; titles: how many there are of each."""

    identity: Identity
    localizer: Localizer
    rows: Rows
    titles: Counter[str]
    maps: VenueMaps
    cards: Cards


def event_pages(posts: Posts, run: Run) -> Iterator[Page]:
    localizer, association = localizer_of(run), run.edition.association
    pages = EventPages(
        association.identity,
        localizer,
        rows_for(run.edition, localizer),
        titles(association, localizer),
        venue_maps(association, localizer),
        Cards(localizer),
    )
    for event in association.events:
        yield event_page(event, posts, pages, run)


def titles(association: Association, localizer: Localizer) -> Counter[str]:
    """Of events, and of the pages that list those of one kind."""
    kinds = {localizer.say(event.kind) for event in association.events}
    listed = {titled(plural(kind, localizer.language)) for kind in kinds}
    return Counter(listed) + Counter(localizer.say(event.title) for event in association.events)


def event_calendars(run: Run) -> Iterator[File]:
    localizer, commissions = localizer_of(run), run.dated.with_names_only()
    for event in run.dated.events:
        yield calendar(event, commissions, run, localizer)


def event_page(event: Event, posts: Posts, pages: EventPages, run: Run) -> Page:
    localizer, parts = pages.localizer, {"slug": event.slug}
    return page(
        localizer.urls,
        "EVENT",
        "event",
        parts,
        {"slug": event.key},
        menu="AGENDA",
        source=run.edition.text_in_forge(event.source),
        card=event_card(event, localizer),
        shown=partial(
            event_shown,
            event,
            localizer.body(event),
            run.edition.association.members_named(event.organisers),
            subscription(run, "EVENT_CALENDAR", parts),
            posts.get(localizer.urls.url("EVENT", **parts) or "", ()),
            pages,
        ),
    )


def event_shown(
    event: Event,
    body: Prose | None,
    organisers: tuple[Member, ...],
    calendar: Subscription | None,
    posts: tuple[Post, ...],
    pages: EventPages,
) -> Shown:
    localizer = pages.localizer
    title, summary = localizer.say(event.title), localizer.say(event.summary)
    picture = illustration(event.picture, localizer)
    return Shown(
        title=title,
        description=summary or (body.excerpt(160) if body else ""),
        crumbs=(section_crumb(localizer.urls, "AGENDA"), Crumb(title, None)),
        **shown_picture(picture),
        linked_data=linked_data(event, organisers, pages),
        view={
            "title": title,
            "has_namesake": pages.titles[title] > 1,
            "summary": summary,
            "body": body,
            "picture": picture,
            **practical(event, organisers, pages),
            **when_and_where(event, calendar, posts, pages),
        },
    )


def linked_data(event: Event, organisers: tuple[Member, ...], pages: EventPages) -> LinkedData | None:
    if not (can_be_told(event) or event.is_course):
        return None
    language, today = pages.localizer.language, pages.rows.today
    return lambda addresses: told(event, Teller(pages.identity, addresses, language, today, organisers))


def told(event: Event, teller: Teller) -> tuple[Record, ...]:
    """A course is an event too, as far as its dates can be told."""
    dates = (event_data(event, teller),) if can_be_told(event) else ()
    return (*dates, course_data(event, teller)) if event.is_course else dates


def practical(event: Event, organisers: tuple[Member, ...], pages: EventPages) -> View:
    """For whom, for how much, by whom."""
    localizer = pages.localizer
    named = ((id_, link) for id_, link in pages.rows.commissions.items() if id_ in event.commissions)
    return {
        "kind": localizer.say(event.kind),
        "price": localizer.say(event.price),
        "audience": localizer.say(event.audience),
        "level": localizer.say(event.level),
        "length": length_of(event) if event.is_course else None,
        "courses": localizer.urls.url("COURSES") if event.is_course else None,
        "commissions": tuple(LabelledLink(link.name, link.url) for _, link in named),
        "organisers": pages.cards.of(organisers),
    }


def when_and_where(
    event: Event, calendar: Subscription | None, posts: tuple[Post, ...], pages: EventPages
) -> View:
    """Every date, why one can no longer register for it or how one can, and the map of their venues."""
    entries: tuple[Entry, ...] = tuple(map(partial(event_entry, event), event.dates))
    dates = pages.rows.of(entries)
    closings = tuple(closing(entry, pages.rows.today) or "" for entry in entries)
    cancelled = sum(row.status == "cancelled" for row in dates)
    is_over = all(row.is_past for row in dates)
    closing_of_all = "" if event.is_series else closings[0]
    return {
        "dates": dates,
        "last_day": max(row.last_day for row in dates),
        "cancelled": cancelled,
        "is_over": is_over and cancelled < len(dates),
        "is_series": event.is_series,
        "closings": closings,
        "closing": closing_of_all,
        "registration": "" if event.is_series or closing_of_all else dates[0].registration,
        "calendar": None if is_over else calendar,
        "can_follow": calendar and not is_over and cancelled < len(dates),
        "posts": links_since(dates[0].first_day, posts),
        "venues": pages.maps.of(entries),
    }


def calendar(event: Event, commissions: Association, run: Run, localizer: Localizer) -> File:
    """event: without its text, which no calendar shows. commissions: those that it may name."""
    parts, title = {"slug": event.slug}, localizer.say(event.title)
    return calendar_file(
        run,
        title,
        localizer.urls.url("EVENT", **parts),
        "EVENT_CALENDAR",
        parts,
        event_calendar,
        event,
        commissions,
        site_addresses(run),
    )
