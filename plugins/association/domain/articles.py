"""What editors write: news and pages, with their pictures and topics."""

import re
from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import datetime
from functools import lru_cache

from .asides import asides
from .text import Language, Slug, Text, keep_key

LONG = 1500  # words, and less than as many letters
FEW = 3  # headings
HEADING = re.compile(r"^#{1,6}[ \t]", re.MULTILINE)
CONTENTS = re.compile(r"^\[TOC\][ \t]*$", re.MULTILINE)


@dataclass(frozen=True, slots=True)
class Picture:
    """path: below content/."""

    path: str
    alt: Text


@dataclass(frozen=True, slots=True)
class Tag:
    slug: Slug
    name: Text


@dataclass(frozen=True, slots=True)
class Article:
    """A published piece of news; `body` is Markdown, `source` its path below content.

    key: as of Versioned.
    """

    slug: Slug
    title: Text
    date: datetime
    summary: Text | None = None
    body: str = ""
    language: Language = ""
    modified: datetime | None = None
    authors: tuple[str, ...] = ()
    category: Text | None = None
    tags: tuple[Tag, ...] = ()
    picture: Picture | None = None
    commissions: tuple[Slug, ...] = ()
    members: tuple[Slug, ...] = ()
    is_pinned: bool = False
    source: str = ""
    key: Slug = ""

    def __post_init__(self) -> None:
        keep_key(self, self.slug)


@lru_cache(maxsize=16384)
def headline(article: Article) -> Article:
    """What lists show of it: a text that has a summary is not told there."""
    return replace(article, body="") if article.summary else article


def headlines(articles: Iterable[Article]) -> tuple[Article, ...]:
    return tuple(map(headline, articles))


@dataclass(frozen=True, slots=True)
class StaticPage:
    """A lasting page; `menu` is where it is linked from: main, footer or none.

    introduces: the kind of the first page of a section, which it stands on; '' for a page of its own.
    """

    slug: Slug
    title: Text
    summary: Text | None = None
    body: str = ""
    language: Language = ""
    picture: Picture | None = None
    menu: str = "footer"
    order: int = 100
    source: str = ""
    introduces: str = ""
    key: Slug = ""

    def __post_init__(self) -> None:
        keep_key(self, self.slug)


def with_contents(text: str, wished: bool | None) -> str:
    """A table of contents before the first heading; when nobody says, where much has many headings."""
    if wished is False or CONTENTS.search(text) or (wished is None and len(text) < LONG):
        return text
    code = asides(text).code
    found = [
        heading.start()
        for heading in HEADING.finditer(text)
        if not any(start <= heading.start() < end for start, end in code)
    ]
    if not found or (wished is None and (len(found) < FEW or len(text.split()) <= LONG)):
        return text
    return f"{text[: found[0]]}[TOC]\n\n{text[found[0] :]}"
