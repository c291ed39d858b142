"""The news: the list page by page, articles, topics, and the Atom feed."""

from collections.abc import Iterable, Iterator

from .domain.articles import Article, Tag
from .exports.atom import FeedEntry, NewsFeed, article_entry, news_feed
from .host.outputs import Crumb, File, Output, Page, page, section_crumb
from .host.plugin import Section, registering
from .host.run import Run
from .render.markdown import minutes_to_read
from .views.localizer import Localizer, illustration, introduction, localizer_of
from .views.members import Cards, LabelledLink
from .views.news import NewsRows, Topic, article_texts, news_rows_for, topics
from .views.pagination import Pagination, paged

OTHERS = 4
ENTRIES = 30


class News(Section):
    kind = "NEWS"

    def has_content(self, run: Run) -> bool:
        return bool(run.edition.association.articles)

    def planned(self, run: Run) -> Iterable[Output]:
        localizer, association = localizer_of(run), run.edition.association
        rows = news_rows_for(association, localizer)
        yield from list_pages(run, localizer, rows)
        for place, article in enumerate(association.articles):
            yield article_page(article, nearest(place, association.articles), run, localizer, rows)
        yield from topic_pages(run, localizer, rows)
        yield news_feed_file(run, localizer)


def list_pages(run: Run, localizer: Localizer, rows: NewsRows) -> Iterator[Page]:
    """The list, pinned articles first; one empty page when there is no news."""
    ordered = tuple(sorted(run.edition.association.articles, key=lambda article: not article.is_pinned))
    for shown, pages in paged(ordered, run.edition.per_page, lambda number: list_url(number, localizer)):
        yield list_page(pages, shown, run, localizer, rows)


def list_page(
    pages: Pagination, shown: Iterable[Article], run: Run, localizer: Localizer, rows: NewsRows
) -> Page:
    intro = introduction("NEWS", run.edition.association, localizer)
    view = {
        "introduction": intro,
        "articles": rows.of(shown),
        "topics": topics_of(run, localizer),
        "number": pages.number,
        "last": pages.last,
        "newer": pages.previous,
        "older": pages.next,
    }
    description = intro.lead if intro else ""
    if pages.number == 1:
        return page(localizer.urls, "NEWS", "news", description=description, menu="NEWS", view=view)
    crumbs = (section_crumb(localizer.urls, "NEWS"),)
    parts = {"number": pages.number}
    return page(localizer.urls, "NEWS_PAGE", "news", parts, menu="NEWS", crumbs=crumbs, view=view)


def list_url(number: int, localizer: Localizer) -> str | None:
    return localizer.urls.url("NEWS") if number == 1 else localizer.urls.url("NEWS_PAGE", number=number)


def tags_of(articles: Iterable[Article]) -> tuple[Tag, ...]:
    return tuple(sorted({tag for article in articles for tag in article.tags}, key=lambda tag: tag.slug))


def topics_of(run: Run, localizer: Localizer) -> tuple[Topic, ...]:
    return topics(tags_of(run.edition.association.articles), localizer)


def topic_pages(run: Run, localizer: Localizer, rows: NewsRows) -> Iterator[Page]:
    by_tag: dict[str, list[Article]] = {}
    for article in run.edition.association.articles:
        for tag in article.tags:
            by_tag.setdefault(tag.slug, []).append(article)
    known = topics_of(run, localizer)
    for tag in tags_of(run.edition.association.articles):
        yield topic_page(tag, by_tag[tag.slug], known, localizer, rows)


def topic_page(
    tag: Tag, articles: Iterable[Article], known: tuple[Topic, ...], localizer: Localizer, rows: NewsRows
) -> Page:
    name = localizer.say(tag.name)
    return page(
        localizer.urls,
        "TAG",
        "topic",
        {"slug": tag.slug},
        title=name,
        menu="NEWS",
        crumbs=(section_crumb(localizer.urls, "NEWS"), Crumb(name, None)),
        view={
            "topic": name,
            "articles": rows.of(articles),
            "others": tuple(topic for topic in known if topic.name != name),
        },
    )


def article_page(
    article: Article, others: Iterable[Article], run: Run, localizer: Localizer, rows: NewsRows
) -> Page:
    association = run.edition.association
    row, body = rows.row(article), localizer.body(article.body, article.source)
    members = association.members_named(article.members)
    return page(
        localizer.urls,
        "ARTICLE",
        "article",
        {"slug": article.slug},
        title=row.title,
        description=row.summary,
        menu="NEWS",
        crumbs=(section_crumb(localizer.urls, "NEWS"), *about_crumb(article, run, localizer)),
        picture=row.picture.image.url if row.picture else None,
        modified=article.modified or article.date,
        view={
            "article": row,
            "modified": article.modified,
            "authors": tuple(map(localizer.say, article.authors)),
            "lead": localizer.say(article.summary),
            "body": body,
            "language": article.language,
            "minutes": minutes_to_read(article.body) if body else 0,
            "picture": illustration(article.picture, localizer),
            "topics": topics(article.tags, localizer),
            "commissions": commission_links(article, run, localizer),
            "members": Cards(localizer).of(members),
            "others": rows.of(others),
        },
    )


def about_crumb(article: Article, run: Run, localizer: Localizer) -> tuple[Crumb, ...]:
    """The article's first topic, which has a page to go back to."""
    return tuple(Crumb(topic.name, topic.url) for topic in topics(article.tags[:1], localizer))


def commission_links(article: Article, run: Run, localizer: Localizer) -> tuple[LabelledLink, ...]:
    return tuple(
        LabelledLink(localizer.say(commission.name), localizer.urls.url("COMMISSION", id=commission.id))
        for commission in run.edition.association.commissions
        if commission.id in article.commissions
    )


def nearest(place: int, articles: tuple[Article, ...]) -> Iterable[Article]:
    """The articles just before that one in time; at the very end, the ones after it."""
    older = articles[place + 1 : place + 1 + OTHERS]
    return older or tuple(reversed(articles[max(0, place - OTHERS) : place]))


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
    return File(
        urls.save_as("NEWS_FEED"),
        lambda: news_feed([entry(article, run, localizer) for article in latest], feed),
    )


def entry(article: Article, run: Run, localizer: Localizer) -> FeedEntry:
    return article_entry(article, run.edition.uid_domain, *article_texts(article, run, localizer))


register = registering(News)
