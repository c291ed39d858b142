"""News as lists show them, and as feeds do, in words and in addresses that lead there from anywhere."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import datetime
from typing import NamedTuple

from ..domain.articles import Article, Tag
from ..domain.association import Association
from ..domain.text import Slug, Text
from .localizer import Illustration, Localizer, illustration


@dataclass(frozen=True, slots=True)
class Topic:
    name: str
    url: str | None


@dataclass(frozen=True, slots=True)
class NewsRow:
    """about: what it is filed under: its commission if it has just one, else its category."""

    title: str
    url: str | None
    date: datetime
    summary: str
    about: str
    is_pinned: bool
    picture: Illustration | None


@dataclass(frozen=True, slots=True)
class NewsRows:
    """Makes rows of articles, each once."""

    localizer: Localizer
    commissions: Mapping[Slug, Text]
    made: dict[Slug, NewsRow] = field(default_factory=dict, compare=False, repr=False)

    def of(self, articles: Iterable[Article]) -> tuple[NewsRow, ...]:
        return tuple(self.row(article) for article in articles)

    def row(self, article: Article) -> NewsRow:
        if article.slug not in self.made:
            self.made[article.slug] = self.fresh(article)
        return self.made[article.slug]

    def fresh(self, article: Article) -> NewsRow:
        return NewsRow(
            title=self.localizer.say(article.title),
            url=self.localizer.urls.url("ARTICLE", slug=article.slug),
            date=article.date,
            summary=summary_of(article, self.localizer),
            about=self.about(article),
            is_pinned=article.is_pinned,
            picture=illustration(article.picture, self.localizer),
        )

    def about(self, article: Article) -> str:
        names = [self.commissions[id_] for id_ in article.commissions if id_ in self.commissions]
        return self.localizer.say(names[0] if len(names) == 1 else article.category)


def news_rows_for(association: Association, localizer: Localizer) -> NewsRows:
    return NewsRows(localizer, {commission.id: commission.name for commission in association.commissions})


def summary_of(article: Article, localizer: Localizer) -> str:
    """The editor's summary, else the beginning of the text."""
    if article.summary:
        return localizer.say(article.summary)
    body = localizer.body(article)
    return body.excerpt() if body else ""


def topics(tags: Iterable[Tag], localizer: Localizer) -> tuple[Topic, ...]:
    return tuple(Topic(localizer.say(tag.name), localizer.urls.url("TAG", slug=tag.slug)) for tag in tags)


class FeedTexts(NamedTuple):
    """content: sanitised HTML, every link absolute."""

    title: str
    url: str
    summary: str
    content: str


def article_texts(article: Article, localizer: Localizer) -> FeedTexts:
    urls, body = localizer.urls, localizer.body(article)
    url = urls.absolute(urls.url("ARTICLE", slug=article.slug))
    return FeedTexts(
        title=localizer.say(article.title),
        url=url,
        summary=summary_of(article, localizer),
        content=body.elsewhere(urls.absolute(""), url) if body else "",
    )
