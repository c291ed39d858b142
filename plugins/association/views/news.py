"""News as lists show them, and as feeds do, in words and in addresses that lead there from anywhere."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date, datetime
from itertools import groupby
from typing import NamedTuple

from ..domain.articles import Article, Dossier, StaticPage, Tag
from ..domain.association import Association
from ..domain.text import Language, Slug, Text
from ..render.speech import foreign
from .localizer import Illustration, Localizer, illustration


@dataclass(frozen=True, slots=True)
class Topic:
    name: str
    url: str | None
    count: int = 0


@dataclass(frozen=True, slots=True)
class NewsRow:
    """about: what it is filed under: its commission if it has just one, else its category."""

    title: str
    url: str | None
    date: datetime
    summary: str
    about: str
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
            picture=illustration(article.picture, self.localizer),
        )

    def about(self, article: Article) -> str:
        names = [self.commissions[id_] for id_ in article.commissions if id_ in self.commissions]
        return self.localizer.say(names[0] if len(names) == 1 else article.category)


@dataclass(frozen=True, slots=True)
class MonthOfNews:
    first: date
    rows: tuple[NewsRow, ...]


def by_month(rows: Iterable[NewsRow]) -> tuple[MonthOfNews, ...]:
    months = groupby(rows, lambda row: row.date.date().replace(day=1))
    return tuple(MonthOfNews(first, tuple(own)) for first, own in months)


def news_rows_for(association: Association, localizer: Localizer) -> NewsRows:
    return NewsRows(localizer, {commission.id: commission.name for commission in association.commissions})


def summary_of(article: Article, localizer: Localizer) -> str:
    """The editor's summary, else the beginning of the text."""
    if article.summary:
        return localizer.say(article.summary)
    body = localizer.body(article)
    return body.excerpt() if body else ""


def topics(
    tags: Iterable[Tag], localizer: Localizer, counts: Mapping[Slug, int] | None = None
) -> tuple[Topic, ...]:
    """counts: how many texts each has, where that is told."""
    return tuple(
        Topic(
            localizer.say(tag.name),
            localizer.urls.url("TAG", slug=tag.slug),
            counts[tag.slug] if counts else 0,
        )
        for tag in tags
    )


@dataclass(frozen=True, slots=True)
class DossierOutline:
    """What an article has to know of the dossier that it is a part of.

    parts: of each the number, the slug, the title.
    """

    slug: Slug
    name: Text
    total: int
    parts: tuple[tuple[int, Slug, Text], ...]


def outline(dossier: Dossier, intro: StaticPage | None) -> DossierOutline:
    """intro: the page that introduces it, and gives it its title."""
    parts = tuple((part.number, part.article.slug, part.article.title) for part in dossier.parts)
    return DossierOutline(dossier.slug, intro.title if intro else dossier.name, dossier.total, parts)


@dataclass(frozen=True, slots=True)
class PartLink:
    number: int
    title: str
    url: str | None


@dataclass(frozen=True, slots=True)
class DossierPlace:
    """Where an article stands in its dossier; previous, next: None at either end."""

    title: str
    url: str | None
    total: int
    parts: tuple[PartLink, ...]
    here: PartLink
    previous: PartLink | None
    next: PartLink | None


def dossier_place(slug: Slug, of: DossierOutline, localizer: Localizer) -> DossierPlace:
    links = tuple(
        PartLink(number, localizer.say(title), localizer.urls.url("ARTICLE", slug=own))
        for number, own, title in of.parts
    )
    place = next(place for place, (_, own, _) in enumerate(of.parts) if own == slug)
    return DossierPlace(
        title=localizer.say(of.name),
        url=localizer.urls.url("DOSSIER", id=of.slug),
        total=of.total,
        parts=links,
        here=links[place],
        previous=links[place - 1] if place else None,
        next=links[place + 1] if place + 1 < len(links) else None,
    )


class FeedTexts(NamedTuple):
    """content: sanitised HTML, every link absolute. language: of all of it, '' if the reader's."""

    title: str
    url: str
    summary: str
    content: str
    language: Language


def article_texts(article: Article, localizer: Localizer) -> FeedTexts:
    urls, body = localizer.urls, localizer.body(article)
    url, title = urls.absolute(urls.url("ARTICLE", slug=article.slug)), localizer.say(article.title)
    return FeedTexts(
        title=title,
        url=url,
        summary=summary_of(article, localizer),
        content=body.elsewhere(urls.absolute(""), url) if body else "",
        language=foreign(title),
    )
