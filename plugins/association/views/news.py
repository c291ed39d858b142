"""News as lists show them."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import datetime

from ..domain.association import Association
from ..domain.slugs import Slug
from ..domain.text import Text
from ..domain.writing import Article, Tag
from .illustration import Illustration, illustration
from .voice import Voice


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

    voice: Voice
    commissions: Mapping[Slug, Text]
    made: dict[Slug, NewsRow] = field(default_factory=dict)

    def of(self, articles: Iterable[Article]) -> tuple[NewsRow, ...]:
        return tuple(self.row(article) for article in articles)

    def row(self, article: Article) -> NewsRow:
        if article.slug not in self.made:
            self.made[article.slug] = self.fresh(article)
        return self.made[article.slug]

    def fresh(self, article: Article) -> NewsRow:
        return NewsRow(
            title=self.voice.say(article.title),
            url=self.voice.urls.url("ARTICLE", slug=article.slug),
            date=article.date,
            summary=summary_of(article, self.voice),
            about=self.about(article),
            is_pinned=article.is_pinned,
            picture=illustration(article.picture, self.voice),
        )

    def about(self, article: Article) -> str:
        names = [self.commissions[id_] for id_ in article.commissions if id_ in self.commissions]
        return self.voice.say(names[0] if len(names) == 1 else article.category)


def news_rows_for(association: Association, voice: Voice) -> NewsRows:
    return NewsRows(voice, {commission.id: commission.name for commission in association.commissions})


def summary_of(article: Article, voice: Voice) -> str:
    """The editor's summary, else the beginning of the text."""
    if article.summary:
        return voice.say(article.summary)
    body = voice.body(article.body, article.source)
    return body.excerpt() if body else ""


def topics(tags: Iterable[Tag], voice: Voice) -> tuple[Topic, ...]:
    return tuple(Topic(voice.say(tag.name), voice.urls.url("TAG", slug=tag.slug)) for tag in tags)
