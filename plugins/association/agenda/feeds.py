"""The feeds of the agenda: Atom for what is announced or has changed, iCalendar for what one can follow."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import datetime
from functools import partial
from itertools import islice

from ..collation import in_order
from ..domain.agenda import Entry, date_name
from ..domain.articles import Article, StaticPage
from ..domain.association import Association
from ..domain.commissions import Commission, without_people
from ..domain.events import Event, Status
from ..domain.phrases import plural, titled
from ..domain.text import Slug, word_id
from ..exports.atom import (
    Announcement,
    FeedContext,
    FeedEntry,
    NewsFeed,
    announcements,
    article_entry,
    news_feed,
)
from ..exports.calendar import association_calendar, kind_calendar
from ..exports.common import heading
from ..host.addresses import (
    FeedWords,
    calendar_file,
    feed_words,
    revisions_of_run,
    site_addresses,
)
from ..host.outputs import File, Output, Page, Shown, page, section_crumb
from ..host.run import Run
from ..views.calendars import CalendarChoice, subscription
from ..views.dates import Rows, rows_for
from ..views.localizer import Localizer, introducing, introduction, localizer_of
from ..views.news import article_texts
from .filters import Filter, filter_url

ENTRIES, OF_COMMISSION = 60, 30
FAMILY = "agenda feeds"
EVENTS_SHOWN = 30
Kinds = dict[Slug, str]
"""Names of kinds, in their order."""


@dataclass(frozen=True, slots=True)
class Announcing:
    """Words announcements, each once for all the feeds that hold it."""

    localizer: Localizer
    rows: Rows
    words: FeedWords
    uid_domain: str
    made: dict[str, FeedEntry] = field(default_factory=dict, compare=False, repr=False)

    def entry(self, announcement: Announcement) -> FeedEntry:
        if announcement.id not in self.made:
            self.made[announcement.id] = entry(announcement, self)
        return self.made[announcement.id]

    def news(self, article: Article) -> FeedEntry:
        return article_entry(article, self.uid_domain, *article_texts(article, self.localizer))


def feed_files(run: Run) -> Iterator[File]:
    every, association, localizer = announced(run), run.edition.association, localizer_of(run)
    rows = rows_for(run.edition, localizer)
    told = Announcing(localizer, rows, feed_words(run), run.edition.uid_domain)
    intro = introducing("AGENDA", association)
    yield File(
        run.edition.urls.save_as("AGENDA_FEED"),
        partial(agenda_feed, every[:ENTRIES], told, feed(run, "AGENDA_FEED", {}), intro),
        group=FAMILY,
    )
    own = of_commissions(every)
    for commission in association.commissions:
        yield commission_file(commission, own.get(commission.id, ()), told, run)


def announced(run: Run) -> tuple[Announcement, ...]:
    edition = run.edition
    memory = FeedContext(changes_seen(run), edition.uid_domain, edition.now, edition.zone)
    told = replace(run.dated, events=edition.association.events, calendars=())
    return announcements(told, edition.agenda, memory)


def changes_seen(run: Run) -> dict[str, datetime]:
    """By UID; none without the revisions that were published last, so nothing need be asked for."""
    if not run.told.is_known:
        return {}
    own = f"@{run.edition.uid_domain}"
    every = revisions_of_run(run).items()
    return {uid.removesuffix(own): revision.since for uid, revision in every if revision.since}


def of_commissions(every: Iterable[Announcement]) -> dict[str, tuple[Announcement, ...]]:
    found: dict[str, list[Announcement]] = {}
    for one in every:
        for id_ in one.commissions:
            found.setdefault(id_, []).append(one)
    return {id_: tuple(own) for id_, own in found.items()}


def commission_file(
    commission: Commission, own: tuple[Announcement, ...], told: Announcing, run: Run
) -> File:
    """Its dates and its news."""
    parts = {"id": commission.id}
    articles = [each for each in run.edition.association.articles if commission.id in each.commissions]
    return File(
        run.edition.urls.save_as("COMMISSION_FEED", **parts),
        partial(
            commission_feed,
            without_people(commission),
            own[:OF_COMMISSION],
            tuple(articles[:OF_COMMISSION]),
            told,
            feed(run, "COMMISSION_FEED", parts),
        ),
        group=FAMILY,
    )


def commission_feed(
    commission: Commission,
    own: tuple[Announcement, ...],
    articles: tuple[Article, ...],
    told: Announcing,
    whole: NewsFeed,
) -> bytes:
    """The latest first."""
    localizer = told.localizer
    entries = [*map(told.entry, own), *map(told.news, articles)]
    latest = sorted(sorted(entries, key=lambda each: each.id), key=moment, reverse=True)
    about = replace(
        whole,
        title=heading(whole.author, localizer.say(commission.name), localizer.language),
        subtitle=localizer.say(commission.mission),
        url=localizer.urls.absolute(localizer.urls.url("COMMISSION", id=commission.id)),
    )
    return news_feed(latest[:OF_COMMISSION], about)


def moment(told: FeedEntry) -> float:
    return told.updated.timestamp()


def entry(announcement: Announcement, telling: Announcing) -> FeedEntry:
    localizer, event = telling.localizer, announcement.event
    told = telling.rows.row(typical(announcement.dates))
    return FeedEntry(
        id=announcement.id,
        title=telling.words.title(name_of(announcement, localizer), told, announcement.is_change),
        url=localizer.urls.absolute(page_of(announcement, localizer)),
        published=None,
        updated=announcement.updated,
        summary=localizer.say(event.summary) if event else "",
        content=content_of(announcement, telling),
        categories=categories(announcement.dates[0], localizer),
    )


def typical(dates: Sequence[Entry]) -> Entry:
    """The first, with what became of all of them: one cancelled date cancels no tour."""
    is_shared = len({date.status for date in dates}) == 1
    return dates[0] if is_shared else replace(dates[0], status=Status.SCHEDULED)


def name_of(announcement: Announcement, localizer: Localizer) -> str:
    """A meeting is named after its commission; one of its dates that has changed, after its subject too."""
    if announcement.event:
        return localizer.say(announcement.event.title)
    first = announcement.dates[0]
    whole = localizer.say(announcement.commission.name) if announcement.commission else ""
    own = date_name(first, localizer.language) if announcement.is_change else first.series or first.title
    return heading(whole, localizer.say(own), localizer.language)


def page_of(announcement: Announcement, localizer: Localizer) -> str | None:
    if announcement.event:
        return localizer.urls.url("EVENT", slug=announcement.event.slug)
    return localizer.urls.url("COMMISSION", id=announcement.dates[0].commission)


def content_of(announcement: Announcement, telling: Announcing) -> str:
    event, localizer = announcement.event, telling.localizer
    body = localizer.body(event) if event else None
    urls = localizer.urls
    text = body.elsewhere(urls.absolute(""), urls.absolute(page_of(announcement, localizer))) if body else ""
    return telling.words.dates(telling.rows.of(announcement.dates)) + text


def categories(first: Entry, localizer: Localizer) -> tuple[str, ...]:
    return (localizer.say(first.kind),) if first.kind else ()


def agenda_feed(
    every: tuple[Announcement, ...], told: Announcing, whole: NewsFeed, intro: StaticPage | None
) -> bytes:
    localizer, name = told.localizer, whole.author
    introduced = introduction(intro, localizer)
    about = replace(
        whole,
        title=heading(name, introduced.title, localizer.language) if introduced else told.words.name(name),
        subtitle=introduced.lead if introduced else "",
        url=localizer.urls.absolute(localizer.urls.url("AGENDA")),
    )
    return news_feed([told.entry(one) for one in every], about)


def feed(run: Run, kind: str, parts: Mapping[str, str]) -> NewsFeed:
    """What is left to say is who it is of."""
    edition, urls = run.edition, run.edition.urls
    return NewsFeed(
        id=f"tag:{edition.uid_domain},2000:{urls.save_as(kind, **parts)}",
        title="",
        subtitle="",
        url="",
        self_url=urls.absolute(urls.url(kind, **parts)),
        language=edition.language,
        author=edition.association.identity.name,
        stamp=edition.midnight,
    )


def calendars(run: Run, localizer: Localizer, every: tuple[Filter, ...]) -> Iterator[Output]:
    kinds = kinds_of(run.dated, localizer)
    yield whole_calendar(run)
    for id_, name in kinds.items():
        yield calendar_of_kind(id_, name, run)
    yield choice_page(run, localizer, kinds, every)


def kinds_of(association: Association, localizer: Localizer) -> Kinds:
    """Of commissions that meet and of events, past ones too: who has subscribed keeps the calendar."""
    said = [commission.kind for commission in association.commissions if commission.meetings]
    said += [event.kind for event in association.events]
    names = {word_id(kind, localizer.language): localizer.say(kind) for kind in said if kind}
    return {id_: names[id_] for id_ in in_order(filter(None, names), names.__getitem__, str)}


def whole_calendar(run: Run) -> File:
    edition = run.edition
    return calendar_file(
        run,
        "",
        edition.urls.url("AGENDA"),
        "CALENDAR",
        {},
        association_calendar,
        run.dated,
        site_addresses(run),
        edition.today,
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
        kind_calendar,
        run.dated,
        kind,
        site_addresses(run),
        edition.today,
    )


def choice_page(run: Run, localizer: Localizer, kinds: Kinds, every: Iterable[Filter]) -> Page:
    events, whole = to_come(run), subscription(run, "CALENDAR")
    view = {
        "whole": (CalendarChoice("", localizer.urls.url("AGENDA"), whole, is_open=True),) if whole else (),
        "commissions": tuple(commission_choices(run, localizer)),
        "kinds": tuple(kind_choices(run, localizer, kinds, every)),
        "events": tuple(islice(event_choices(run, localizer, events), EVENTS_SHOWN)),
        "more_events": max(0, len(events) - EVENTS_SHOWN),
        "feed": localizer.urls.url("AGENDA_FEED"),
    }
    shown = partial(Shown, crumbs=(section_crumb(localizer.urls, "AGENDA"),), view=view)
    return page(localizer.urls, "CALENDARS", "calendars", menu="AGENDA", shown=shown)


def commission_choices(run: Run, localizer: Localizer) -> Iterator[CalendarChoice]:
    for commission in filter(run.dated.can_be_followed, run.edition.association.commissions):
        name, parts = localizer.say(commission.name), {"id": commission.id}
        if calendar := subscription(run, "COMMISSION_CALENDAR", parts, name):
            yield CalendarChoice(name, localizer.urls.url("COMMISSION", **parts), calendar)


def kind_choices(
    run: Run, localizer: Localizer, kinds: Kinds, every: Iterable[Filter]
) -> Iterator[CalendarChoice]:
    """Kinds with nothing to come have no page to lead to."""
    pages = {each.id: filter_url(each, localizer) for each in every if each.sort == "kind"}
    for id_, name in kinds.items():
        if calendar := subscription(run, "KIND_CALENDAR", {"id": id_}, name):
            yield CalendarChoice(titled(plural(name, localizer.language)), pages.get(id_), calendar)


def to_come(run: Run) -> tuple[Event, ...]:
    """In the order of their next dates."""
    by_slug = {event.slug: event for event in run.dated.events}
    upcoming = run.edition.agenda.upcoming(run.edition.today)
    return tuple(by_slug[slug] for slug in dict.fromkeys(entry.event for entry in upcoming) if slug)


def event_choices(run: Run, localizer: Localizer, events: Iterable[Event]) -> Iterator[CalendarChoice]:
    for event in events:
        name, parts = localizer.say(event.title), {"slug": event.slug}
        if calendar := subscription(run, "EVENT_CALENDAR", parts, name):
            yield CalendarChoice(name, localizer.urls.url("EVENT", **parts), calendar)
