"""The Atom feeds of the agenda and of each commission: what is announced, what has changed."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import replace
from datetime import datetime
from functools import cache

from ..domain.agenda import Entry
from ..domain.commission import Commission
from ..domain.event import Status
from ..domain.writing import Article
from ..exports.agenda_feed import Announcement, Memory, announcements
from ..exports.atom import FeedEntry, NewsFeed, article_entry, news_feed
from ..exports.wording import heading
from ..host.feed_words import FeedWords, feed_words
from ..host.feeds import revisions_of_run
from ..host.outputs import File
from ..host.run import Run
from ..views.dates import Rows
from ..views.feed_texts import article_texts
from ..views.introduction import introduction
from ..views.voice import Voice

ENTRIES, OF_COMMISSION = 60, 30
FAMILY = "agenda feeds"
Told = Callable[[int], FeedEntry]
"""The announcement of that number, worded once for all the feeds that hold it."""


def feed_files(run: Run, voice: Voice, rows: Rows) -> Iterator[File]:
    every = announced(run)
    told = cache(lambda number: entry(every[number], run, voice, rows))
    save_as = run.edition.urls.save_as("AGENDA_FEED")
    latest = range(min(ENTRIES, len(every)))
    yield File(
        save_as,
        lambda: news_feed([told(number) for number in latest], agenda_feed(run, voice)),
        family=FAMILY,
    )
    own = of_commissions(every)
    for commission in run.edition.association.commissions:
        yield commission_file(commission, own.get(commission.id, []), told, run, voice)


def announced(run: Run) -> tuple[Announcement, ...]:
    edition = run.edition
    memory = Memory(changes_seen(run), edition.uid_domain, edition.now, edition.zone)
    return announcements(edition.association, edition.agenda, memory)


def changes_seen(run: Run) -> dict[str, datetime]:
    """By UID; none without the revisions that were published last, so nothing need be asked for."""
    if not run.told.is_known:
        return {}
    own = f"@{run.edition.uid_domain}"
    every = revisions_of_run(run).items()
    return {uid.removesuffix(own): revision.since for uid, revision in every if revision.since}


def of_commissions(every: Iterable[Announcement]) -> dict[str, list[int]]:
    found: dict[str, list[int]] = {}
    for number, one in enumerate(every):
        for id_ in one.commissions:
            found.setdefault(id_, []).append(number)
    return found


def commission_file(commission: Commission, own: list[int], told: Told, run: Run, voice: Voice) -> File:
    """Its dates and its news, the latest first."""
    articles = [each for each in run.edition.association.articles if commission.id in each.commissions]

    def content() -> bytes:
        entries = [told(number) for number in own[:OF_COMMISSION]]
        entries += [news_entry(each, run, voice) for each in articles[:OF_COMMISSION]]
        latest = sorted(sorted(entries, key=lambda each: each.id), key=moment, reverse=True)
        return news_feed(latest[:OF_COMMISSION], commission_feed(commission, run, voice))

    return File(run.edition.urls.save_as("COMMISSION_FEED", id=commission.id), content, family=FAMILY)


def news_entry(article: Article, run: Run, voice: Voice) -> FeedEntry:
    return article_entry(article, run.edition.uid_domain, *article_texts(article, run, voice))


def moment(told: FeedEntry) -> float:
    return told.updated.timestamp()


def entry(announcement: Announcement, run: Run, voice: Voice, rows: Rows) -> FeedEntry:
    words, event = feed_words(run), announcement.event
    told = rows.row(typical(announcement.dates))
    return FeedEntry(
        id=announcement.id,
        title=words.title(name_of(announcement, voice), told, announcement.is_change),
        url=run.edition.urls.absolute(page_of(announcement, voice)),
        published=None,
        updated=announcement.updated,
        summary=voice.say(event.summary) if event else "",
        content=content_of(announcement, words, run, voice, rows),
        categories=categories(announcement.dates[0], voice),
    )


def typical(dates: Sequence[Entry]) -> Entry:
    """The first, with what became of all of them: one cancelled date cancels no tour."""
    is_shared = len({date.status for date in dates}) == 1
    return dates[0] if is_shared else replace(dates[0], status=Status.SCHEDULED)


def name_of(announcement: Announcement, voice: Voice) -> str:
    """A meeting is named after its commission."""
    if announcement.event:
        return voice.say(announcement.event.title)
    whole = voice.say(announcement.commission.name) if announcement.commission else ""
    return heading(whole, voice.say(announcement.dates[0].title), voice.language)


def page_of(announcement: Announcement, voice: Voice) -> str | None:
    if announcement.event:
        return voice.urls.url("EVENT", slug=announcement.event.slug)
    return voice.urls.url("COMMISSION", id=announcement.dates[0].commission)


def content_of(announcement: Announcement, words: FeedWords, run: Run, voice: Voice, rows: Rows) -> str:
    event = announcement.event
    body = voice.body(event.body, event.source) if event else None
    text = str(body.at(run.edition.urls.absolute(""))) if body else ""
    return words.dates(rows.of(announcement.dates)) + text


def categories(first: Entry, voice: Voice) -> tuple[str, ...]:
    return (voice.say(first.kind),) if first.kind else ()


def agenda_feed(run: Run, voice: Voice) -> NewsFeed:
    name, intro = (
        run.edition.association.identity.name,
        introduction(run.edition.association, "agenda", voice),
    )
    title = heading(name, intro.title, voice.language) if intro else feed_words(run).name(name)
    return feed(run, "AGENDA_FEED", {}, title, intro.lead if intro else "", voice.urls.url("AGENDA"))


def commission_feed(commission: Commission, run: Run, voice: Voice) -> NewsFeed:
    parts = {"id": commission.id}
    title = heading(run.edition.association.identity.name, voice.say(commission.name), voice.language)
    where = voice.urls.url("COMMISSION", **parts)
    return feed(run, "COMMISSION_FEED", parts, title, voice.say(commission.mission), where)


def feed(
    run: Run, kind: str, parts: dict[str, object], title: str, subtitle: str, where: str | None
) -> NewsFeed:
    edition, urls = run.edition, run.edition.urls
    return NewsFeed(
        id=f"tag:{edition.uid_domain},2000:{urls.save_as(kind, **parts)}",
        title=title,
        subtitle=subtitle,
        url=urls.absolute(where),
        self_url=urls.absolute(urls.url(kind, **parts)),
        language=edition.language,
        author=edition.association.identity.name,
        stamp=edition.now,
    )
