"""The news: the list page by page, articles, topics, dossiers, and the Atom feed."""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from functools import partial
from itertools import islice

from .collation import in_order
from .domain.articles import (
    Article,
    Dossier,
    StaticPage,
    Tag,
    by_subject,
    headline,
    headlines,
    pinned_first,
    read_next,
)
from .domain.association import Association, Identity
from .domain.members import Member
from .domain.text import Slug
from .exports.atom import NewsFeed, article_entry, news_feed
from .exports.common import Addresses, Record
from .exports.json_ld_articles import Signature, Told, article_data, series_data
from .host.edition import HEADLINES
from .host.outputs import Crumb, File, Output, Page, Shown, page, section_crumb
from .host.plugin import Section, registering
from .host.run import Run
from .host.settings import former_feed
from .render.markdown import Prose, minutes_to_read
from .views.authors import Author, Signed, authors, signers_of
from .views.localizer import Localizer, introducing, introduction, localizer_of, shown_picture
from .views.members import Cards, LabelledLink
from .views.news import (
    DossierOutline,
    DossierPlace,
    NewsRow,
    NewsRows,
    Topic,
    article_texts,
    by_month,
    dossier_place,
    news_rows_for,
    outline,
    topics,
)
from .views.pagination import PagedList, Pagination
from .views.social_cards import article_card

OTHERS = 4
ENTRIES = 30


class News(Section):
    kind = "NEWS"

    def has_content(self, run: Run) -> bool:
        return bool(run.edition.association.articles)

    def planned(self, run: Run) -> Iterable[Output]:
        yield from run.kept(lists, HEADLINES, "commissions", "pages")
        yield from run.kept(article_pages, "articles", "commissions", "members", "people", "pages")
        yield from run.kept(unlisted_pages, "unlisted", "commissions", "members", "people", "pages")
        yield news_feed_file(run, localizer_of(run))
        former = former_feed(self.settings)
        if former and run.is_first and has_blog(run):
            yield replace(news_feed_file(run, localizer_of(run)), save_as=former)

    def planned_for_members(self, run: Run) -> Iterable[Output]:
        return run.kept(article_pages, "articles", "commissions", "members", "people", "pages")


def lists(run: Run) -> Iterator[Page]:
    """All news, those of each topic, those of each dossier."""
    localizer = localizer_of(run)
    rows = news_rows_for(run.edition.association, localizer)
    yield from list_pages(run, localizer, rows)
    yield from topic_pages(run, localizer, rows)
    yield from dossier_pages(run.edition.association, localizer, rows)


def list_pages(run: Run, localizer: Localizer, rows: NewsRows) -> Iterator[Page]:
    """The list, pinned articles first; one empty page when there is no news."""
    association, today = run.edition.association, run.edition.today
    ordered = pinned_first(association.articles, today)
    pinned = tuple(article.slug for article in ordered if article.is_pinned(today))
    intro, known = introducing("NEWS", association), topics_of(association.articles, localizer)
    named = tuple(outlines(association).values())
    shown = partial(list_shown, known, named, intro, pinned, localizer, rows)
    yield from PagedList(localizer.urls, "NEWS").outputs("news", "NEWS", ordered, run.edition.per_page, shown)


def list_shown(
    known: tuple[Topic, ...],
    named: tuple[DossierOutline, ...],
    intro: StaticPage | None,
    pinned: tuple[Slug, ...],
    localizer: Localizer,
    rows: NewsRows,
    articles: tuple[Article, ...],
    pages: Pagination,
) -> Shown:
    """On the first page one of them stands out: the first that is pinned, else the latest."""
    introduced, is_first = introduction(intro, localizer), pages.number == 1
    above = sum(article.slug in pinned for article in articles) or int(is_first)
    return Shown(
        description=introduced.lead if introduced and is_first else "",
        crumbs=() if is_first else (section_crumb(localizer.urls, "NEWS"),),
        view={
            "introduction": introduced,
            "is_pinned": bool(pinned),
            "leading": rows.of(articles[:above]),
            "months": by_month(rows.of(articles[above:])),
            "pages": pages,
            "topics": known,
            "dossiers": dossier_links(named, localizer),
        },
    )


def tags_of(articles: Iterable[Article]) -> tuple[Tag, ...]:
    found = {tag for article in articles for tag in article.tags}
    return in_order(found, lambda tag: tag.name, lambda tag: tag.slug)


def topics_of(articles: tuple[Article, ...], localizer: Localizer) -> tuple[Topic, ...]:
    counts = Counter(tag.slug for article in articles for tag in article.tags)
    return topics(tags_of(articles), localizer, counts)


def topic_pages(run: Run, localizer: Localizer, rows: NewsRows) -> Iterator[Page]:
    by_tag: dict[str, list[Article]] = {}
    for article in run.edition.association.articles:
        for tag in article.tags:
            by_tag.setdefault(tag.slug, []).append(article)
    articles = run.edition.association.articles
    known = topics_of(articles, localizer)
    for tag in tags_of(articles):
        every, listing = tuple(by_tag[tag.slug]), PagedList(localizer.urls, "TAG", {"slug": tag.slug})
        shown = partial(topic_shown, tag, len(every), every[0].date, known, localizer, rows)
        yield from listing.outputs("topic", "NEWS", every, run.edition.per_page, shown)


def topic_shown(
    tag: Tag,
    total: int,
    latest: datetime,
    known: tuple[Topic, ...],
    localizer: Localizer,
    rows: NewsRows,
    articles: tuple[Article, ...],
    pages: Pagination,
) -> Shown:
    """One page of `total` articles; from the second on, the way leads to the first."""
    name = localizer.say(tag.name)
    first = None if pages.number == 1 else localizer.urls.url("TAG", slug=tag.slug)
    return Shown(
        title=name,
        crumbs=(section_crumb(localizer.urls, "NEWS"), Crumb(name, first)),
        view={
            "topic": name,
            "articles": rows.of(articles),
            "total": total,
            "latest": latest,
            "pages": pages,
            "others": tuple(topic for topic in known if topic.name != name),
        },
    )


def outlines(association: Association) -> Mapping[Slug, DossierOutline]:
    return {
        dossier.slug: outline(dossier, association.page(dossier.slug)) for dossier in association.dossiers
    }


def dossier_links(named: Iterable[DossierOutline], localizer: Localizer) -> tuple[Topic, ...]:
    return tuple(Topic(localizer.say(one.name), localizer.urls.url("DOSSIER", id=one.slug)) for one in named)


def dossier_pages(association: Association, localizer: Localizer, rows: NewsRows) -> Iterator[Page]:
    for dossier in association.dossiers:
        intro, parts = association.page(dossier.slug), {"id": dossier.slug}
        shown = partial(dossier_shown, dossier, intro, localizer, rows)
        yield page(localizer.urls, "DOSSIER", "dossier", parts, menu="NEWS", shown=shown)


def dossier_shown(dossier: Dossier, intro: StaticPage | None, localizer: Localizer, rows: NewsRows) -> Shown:
    introduced = introduction(intro, localizer)
    title = introduced.title if introduced else localizer.say(dossier.name)
    lead = introduced.lead if introduced else ""
    parts = tuple((part.number, rows.row(part.article)) for part in dossier.parts)
    return Shown(
        title=title,
        description=lead,
        crumbs=(section_crumb(localizer.urls, "NEWS"), Crumb(title, None)),
        linked_data=partial(dossier_told, title, lead, parts),
        view={"title": title, "introduction": introduced, "parts": parts},
    )


def dossier_told(
    title: str, lead: str, parts: tuple[tuple[int, NewsRow], ...], addresses: Addresses
) -> Record:
    told = ((number, row.title, addresses.located(row.url)) for number, row in parts)
    return series_data(title, lead, told)


def article_pages(run: Run) -> Iterator[Page]:
    localizer, association = localizer_of(run), run.edition.association
    rows, known = news_rows_for(association, localizer), outlines(association)
    alike, signers = by_subject(association.articles), signers_of(association)
    for place, article in enumerate(association.articles):
        members = association.members_named(article.members)
        signed = signers.of(article.authors)
        beside = beside_article(place, association.articles, alike)
        dossier = known.get(article.dossier.slug) if article.dossier else None
        source = run.edition.text_in_forge(article.source)
        given = article, association.identity, signed, members, beside, dossier
        yield run.memo.planned(article_page, *given, source, localizer, rows)


@dataclass(frozen=True, slots=True)
class Beside:
    """The one before it in time, the one after it, and what else there is to read."""

    older: Article | None
    newer: Article | None
    others: tuple[Article, ...]


def has_blog(run: Run) -> bool:
    """Not known by addresses: ARTICLE_URL may give our own news whole ones too."""
    return any(article.source in run.of_blog for article in run.edition.association.articles)


def unlisted_pages(run: Run) -> Iterator[Page]:
    """Of articles that only who knows their address reads: nothing leads from one to another."""
    localizer, association = localizer_of(run), run.edition.association
    rows, signers = news_rows_for(association, localizer), signers_of(association)
    for article in association.unlisted:
        members, signed = association.members_named(article.members), signers.of(article.authors)
        given = article, association.identity, signed, members, Beside(None, None, ()), None
        source = run.edition.text_in_forge(article.source)
        made = run.memo.planned(article_page, *given, source, localizer, rows)
        yield replace(made, is_indexed=False)


def beside_article(
    place: int, articles: tuple[Article, ...], known: Mapping[tuple[str, Slug], Sequence[int]]
) -> Beside:
    older, newer = articles[place + 1 : place + 2], articles[place - 1 : place] if place else ()
    found = islice(read_next(place, articles, known), OTHERS)
    return Beside(
        older=headline(older[0]) if older else None,
        newer=headline(newer[0]) if newer else None,
        others=headlines(found),
    )


def article_page(
    article: Article,
    identity: Identity,
    signed: Signed,
    members: tuple[Member, ...],
    beside: Beside,
    dossier: DossierOutline | None,
    source: str,
    localizer: Localizer,
    rows: NewsRows,
) -> Page:
    body = localizer.body(article)
    return page(
        localizer.urls,
        "ARTICLE",
        "article",
        {"slug": article.slug},
        {"slug": article.key},
        menu="NEWS",
        modified=article.modified or article.date,
        source=source,
        card=article_card(article, rows),
        shown=partial(
            article_shown, article, identity, signed, body, members, beside, dossier, localizer, rows
        ),
    )


def article_shown(
    article: Article,
    identity: Identity,
    signed: Signed,
    body: Prose | None,
    members: tuple[Member, ...],
    beside: Beside,
    dossier: DossierOutline | None,
    localizer: Localizer,
    rows: NewsRows,
) -> Shown:
    row, place = rows.row(article), dossier_place(article.slug, dossier, localizer) if dossier else None
    signers = authors(signed, localizer)
    told = article_told(row, signers, place)
    return Shown(
        title=row.title,
        description=row.summary,
        crumbs=(section_crumb(localizer.urls, "NEWS"), *about_crumb(article, localizer)),
        **shown_picture(row.picture),
        linked_data=partial(article_data, article, told, identity, localizer.language),
        view={
            "article": row,
            "dossier": place,
            "modified": article.modified,
            "authors": signers,
            "lead": localizer.say(article.summary),
            "body": body,
            "minutes": minutes_to_read(article.body) if body else 0,
            "picture": row.picture,
            "topics": topics(article.tags, localizer),
            "commissions": commission_links(article, rows, localizer),
            "members": Cards(localizer).of(members),
            "older": rows.row(beside.older) if beside.older else None,
            "newer": rows.row(beside.newer) if beside.newer else None,
            "others": rows.of(beside.others),
        },
    )


def article_told(row: NewsRow, signers: tuple[Author, ...], place: DossierPlace | None) -> Told:
    return Told(
        title=row.title,
        summary=row.summary,
        url=row.url,
        image=row.picture.image.url if row.picture else None,
        signatures=tuple(Signature(one.name, one.url, one.is_person) for one in signers),
        part_of=(place.title, place.url, place.here.number) if place else None,
    )


def about_crumb(article: Article, localizer: Localizer) -> tuple[Crumb, ...]:
    """The article's first topic, which has a page to go back to."""
    return tuple(Crumb(topic.name, topic.url) for topic in topics(article.tags[:1], localizer))


def commission_links(article: Article, rows: NewsRows, localizer: Localizer) -> tuple[LabelledLink, ...]:
    return tuple(
        LabelledLink(localizer.say(name), localizer.urls.url("COMMISSION", id=id_))
        for id_, name in rows.commissions.items()
        if id_ in article.commissions
    )


def news_feed_file(run: Run, localizer: Localizer) -> File:
    edition, urls = run.edition, run.edition.urls
    identity = edition.association.identity
    feed = NewsFeed(
        id=f"tag:{edition.uid_domain},2000:{urls.save_as('NEWS_FEED')}",
        title=identity.name,
        subtitle=localizer.say(identity.tagline),
        url=urls.absolute(urls.url("NEWS")),
        self_url=urls.absolute(urls.url("NEWS_FEED")),
        language=edition.language,
        author=identity.name,
        stamp=edition.midnight,
    )
    latest = edition.association.articles[:ENTRIES]
    return File(urls.save_as("NEWS_FEED"), partial(feed_written, feed, latest, edition.uid_domain, localizer))


def feed_written(
    feed: NewsFeed, articles: tuple[Article, ...], uid_domain: str, localizer: Localizer
) -> bytes:
    texts = ((article, article_texts(article, localizer)) for article in articles)
    return news_feed([article_entry(article, uid_domain, *told) for article, told in texts], feed)


register = registering(News)
