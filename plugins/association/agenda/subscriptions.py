"""The calendars one can follow, and the page to choose one."""

from collections.abc import Iterable, Iterator
from itertools import islice

from ..domain.association import Association
from ..domain.event import Event
from ..domain.slugs import Slug, fold
from ..domain.text import word_id
from ..exports.calendar import association_calendar, kind_calendar
from ..host.feeds import SiteAddresses, calendar_file, revisions_file
from ..host.outputs import File, Output, Page, page, section_crumb
from ..host.run import Run
from ..views.agenda_facets import Filter, filter_url
from ..views.subscription import CalendarChoice, subscription
from ..views.voice import Voice

EVENTS_SHOWN = 30
Kinds = dict[Slug, str]
"""Names of kinds, in their order."""


def calendars(run: Run, voice: Voice, every: tuple[Filter, ...]) -> Iterator[Output]:
    kinds = kinds_of(run.edition.association, voice)
    yield whole_calendar(run)
    for id_, name in kinds.items():
        yield calendar_of_kind(id_, name, run)
    yield choice_page(run, voice, kinds, every)
    yield revisions_file(run)


def kinds_of(association: Association, voice: Voice) -> Kinds:
    """Of commissions that meet and of events, past ones too: who has subscribed keeps the calendar."""
    said = [commission.kind for commission in association.commissions if commission.meetings]
    said += [event.kind for event in association.events]
    names = {word_id(kind, voice.language): voice.say(kind) for kind in said if kind}
    return dict(
        sorted((pair for pair in names.items() if pair[0]), key=lambda pair: (fold(pair[1]), pair[0]))
    )


def whole_calendar(run: Run) -> File:
    edition = run.edition
    return calendar_file(
        run,
        "",
        edition.urls.url("AGENDA"),
        "CALENDAR",
        {},
        lambda feed: association_calendar(feed, edition.association, SiteAddresses(run), edition.today),
    )


def calendar_of_kind(kind: Slug, name: str, run: Run) -> File:
    """Its page in the site is the agenda, which is always there."""
    edition = run.edition
    return calendar_file(
        run,
        name,
        edition.urls.url("AGENDA"),
        "KIND_CALENDAR",
        {"id": kind},
        lambda feed: kind_calendar(feed, edition.association, kind, SiteAddresses(run), edition.today),
    )


def choice_page(run: Run, voice: Voice, kinds: Kinds, every: Iterable[Filter]) -> Page:
    events = to_come(run)
    return page(
        voice.urls,
        "CALENDARS",
        "calendars",
        menu="AGENDA",
        crumbs=(section_crumb(voice.urls, "AGENDA"),),
        view={
            "whole": subscription(run, "CALENDAR"),
            "commissions": tuple(commission_choices(run, voice)),
            "kinds": tuple(kind_choices(run, voice, kinds, every)),
            "events": tuple(islice(event_choices(run, voice, events), EVENTS_SHOWN)),
            "more_events": max(0, len(events) - EVENTS_SHOWN),
            "feed": voice.urls.url("AGENDA_FEED"),
        },
    )


def commission_choices(run: Run, voice: Voice) -> Iterator[CalendarChoice]:
    for commission in run.edition.association.commissions:
        name, parts = voice.say(commission.name), {"id": commission.id}
        if calendar := subscription(run, "COMMISSION_CALENDAR", parts, name):
            yield CalendarChoice(name, voice.urls.url("COMMISSION", **parts), calendar)


def kind_choices(run: Run, voice: Voice, kinds: Kinds, every: Iterable[Filter]) -> Iterator[CalendarChoice]:
    """Kinds with nothing to come have no page to lead to."""
    pages = {each.id: filter_url(each, voice) for each in every if each.sort == "kind"}
    for id_, name in kinds.items():
        if calendar := subscription(run, "KIND_CALENDAR", {"id": id_}, name):
            yield CalendarChoice(name, pages.get(id_), calendar)


def to_come(run: Run) -> tuple[Event, ...]:
    """In the order of their next dates."""
    by_slug = {event.slug: event for event in run.edition.association.events}
    upcoming = run.edition.agenda.upcoming(run.edition.today)
    return tuple(by_slug[slug] for slug in dict.fromkeys(entry.event for entry in upcoming) if slug)


def event_choices(run: Run, voice: Voice, events: Iterable[Event]) -> Iterator[CalendarChoice]:
    for event in events:
        name, parts = voice.say(event.title), {"slug": event.slug}
        if calendar := subscription(run, "EVENT_CALENDAR", parts, name):
            yield CalendarChoice(name, voice.urls.url("EVENT", **parts), calendar)
