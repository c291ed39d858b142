"""Which pages the news have: the list page by page, articles, topics, and the Atom feed."""

from collections.abc import Iterable, Iterator

from ..domain.writing import Article, Tag
from ..host.outputs import Crumb, Output, Page, page, section_crumb
from ..host.run import Run
from ..host.section import Section
from ..views.introduction import introduction
from ..views.news import NewsRows, Topic, news_rows_for, topics
from ..views.pagination import Pagination, paged
from ..views.voice import Voice, voice_of
from .article_page import article_page, nearest
from .feed import news_feed_file


class News(Section):
    def planned(self, run: Run) -> Iterable[Output]:
        voice, association = voice_of(run), run.edition.association
        rows = news_rows_for(association, voice)
        yield from list_pages(run, voice, rows)
        for place, article in enumerate(association.articles):
            yield article_page(article, nearest(place, association.articles), run, voice, rows)
        yield from topic_pages(run, voice, rows)
        yield news_feed_file(run, voice)


def list_pages(run: Run, voice: Voice, rows: NewsRows) -> Iterator[Page]:
    """The list, pinned articles first; one empty page when there is no news."""
    ordered = sorted(run.edition.association.articles, key=lambda article: not article.is_pinned)
    for shown, pages in paged(ordered, run.edition.per_page, lambda number: list_url(number, voice)):
        yield list_page(pages, shown, run, voice, rows)


def list_page(pages: Pagination, shown: Iterable[Article], run: Run, voice: Voice, rows: NewsRows) -> Page:
    intro = introduction(run.edition.association, "actualites", voice)
    view = {
        "introduction": intro,
        "articles": rows.of(shown),
        "topics": topics_of(run, voice),
        "number": pages.number,
        "last": pages.last,
        "newer": pages.previous,
        "older": pages.next,
    }
    description = intro.lead if intro else ""
    if pages.number == 1:
        return page(voice.urls, "NEWS", "news", description=description, menu="NEWS", view=view)
    crumbs = (section_crumb(voice.urls, "NEWS"),)
    parts = {"number": pages.number}
    return page(voice.urls, "NEWS_PAGE", "news", parts, menu="NEWS", crumbs=crumbs, view=view)


def list_url(number: int, voice: Voice) -> str | None:
    return voice.urls.url("NEWS") if number == 1 else voice.urls.url("NEWS_PAGE", number=number)


def tags_of(articles: Iterable[Article]) -> tuple[Tag, ...]:
    return tuple(sorted({tag for article in articles for tag in article.tags}, key=lambda tag: tag.slug))


def topics_of(run: Run, voice: Voice) -> tuple[Topic, ...]:
    return topics(tags_of(run.edition.association.articles), voice)


def topic_pages(run: Run, voice: Voice, rows: NewsRows) -> Iterator[Page]:
    by_tag: dict[str, list[Article]] = {}
    for article in run.edition.association.articles:
        for tag in article.tags:
            by_tag.setdefault(tag.slug, []).append(article)
    known = topics_of(run, voice)
    for tag in tags_of(run.edition.association.articles):
        yield topic_page(tag, by_tag[tag.slug], known, voice, rows)


def topic_page(
    tag: Tag, articles: Iterable[Article], known: tuple[Topic, ...], voice: Voice, rows: NewsRows
) -> Page:
    name = voice.say(tag.name)
    return page(
        voice.urls,
        "TAG",
        "topic",
        {"slug": tag.slug},
        title=name,
        menu="NEWS",
        crumbs=(section_crumb(voice.urls, "NEWS"), Crumb(name, None)),
        view={
            "topic": name,
            "articles": rows.of(articles),
            "others": tuple(topic for topic in known if topic.name != name),
        },
    )
