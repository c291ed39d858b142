"""What editors write: news and pages, with their pictures and topics."""

from dataclasses import dataclass
from datetime import datetime

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
