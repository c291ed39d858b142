"""What editors write: news and pages, with their pictures and topics."""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import datetime
from functools import lru_cache

from .text import Language, Slug, Text


@dataclass(frozen=True, slots=True)
class Picture:
    """path: below content/."""

    path: str
    alt: Text


@dataclass(frozen=True, slots=True)
class Tag:
    slug: Slug
    name: str


@dataclass(frozen=True, slots=True)
class Article:
    """A published piece of news; `body` is Markdown, `source` its path below content."""

    slug: Slug
    title: Text
    date: datetime
    summary: Text | None = None
    body: str = ""
    language: Language = ""
    modified: datetime | None = None
    authors: tuple[str, ...] = ()
    category: str | None = None
    tags: tuple[Tag, ...] = ()
    picture: Picture | None = None
    commissions: tuple[Slug, ...] = ()
    members: tuple[Slug, ...] = ()
    is_pinned: bool = False
    source: str = ""


@lru_cache(maxsize=16384)
def headline(article: Article) -> Article:
    """What lists show of it: a text that has a summary is not told there."""
    return replace(article, body="") if article.summary else article


def headlines(articles: Iterable[Article]) -> tuple[Article, ...]:
    return tuple(map(headline, articles))


@dataclass(frozen=True, slots=True)
class StaticPage:
    """A lasting page; `menu` is where it is linked from: main, footer or none."""

    slug: Slug
    title: Text
    summary: Text | None = None
    body: str = ""
    language: Language = ""
    picture: Picture | None = None
    menu: str = "footer"
    order: int = 100
    source: str = ""
