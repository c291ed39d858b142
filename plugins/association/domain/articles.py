"""What editors write: news and pages, with their pictures and topics; news in the order of a dossier."""

import re
from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import datetime
from functools import lru_cache
from itertools import count

from .asides import outside_code
from .knowledge import Resource
from .text import Language, Slug, Text, keep_key

LONG = 1500  # words, and less than as many letters
FEW = 3  # headings
HEADING = re.compile(r"^#{1,6}[ \t]", re.MULTILINE)
CONTENTS = re.compile(r"^\[TOC\][ \t]*$", re.MULTILINE)


@dataclass(frozen=True, slots=True)
class Picture:
    """path: below content/. caption: what stands below it, and whose it is."""

    path: str
    alt: Text
    caption: Text | None = None


@dataclass(frozen=True, slots=True)
class Tag:
    slug: Slug
    name: Text


@dataclass(frozen=True, slots=True)
class Article:
    """A published piece of news; `body` is Markdown, `source` its path below content.

    key: as of Versioned.
    dossier: what it is a part of; dossier_part: which, if it says so.
    """

    slug: Slug
    title: Text
    date: datetime
    summary: Text | None = None
    body: str = ""
    language: Language = ""
    modified: datetime | None = None
    authors: tuple[Text, ...] = ()
    category: Text | None = None
    tags: tuple[Tag, ...] = ()
    picture: Picture | None = None
    commissions: tuple[Slug, ...] = ()
    members: tuple[Slug, ...] = ()
    is_pinned: bool = False
    dossier: Tag | None = None
    dossier_part: int | None = None
    source: str = ""
    key: Slug = ""

    def __post_init__(self) -> None:
        keep_key(self, self.slug)

    def __hash__(self) -> int:
        """By what tells most of them apart: it is asked of each at each build."""
        return hash((self.source, self.slug, self.body))


@lru_cache(maxsize=16384)
def headline(article: Article) -> Article:
    """What lists show of it: a text that has a summary is not told there."""
    return replace(article, body="") if article.summary else article


def headlines(articles: Iterable[Article]) -> tuple[Article, ...]:
    return tuple(map(headline, articles))


@dataclass(frozen=True, slots=True)
class Part:
    number: int
    article: Article


@dataclass(frozen=True, slots=True)
class Dossier:
    """News that are read in an order; the name is the first spelling met."""

    slug: Slug
    name: Text
    parts: tuple[Part, ...]

    @property
    def total(self) -> int:
        """A part that is to come may have its number already."""
        return self.parts[-1].number


def dossiers(articles: Iterable[Article]) -> tuple[Dossier, ...]:
    """Of articles in the order of lists; the dossier that went on last comes first."""
    found: dict[Slug, list[Article]] = {}
    names: dict[Slug, Text] = {}
    for article in articles:
        if article.dossier:
            found.setdefault(article.dossier.slug, []).append(article)
            names[article.dossier.slug] = article.dossier.name
    return tuple(Dossier(slug, names[slug], parts_of(own)) for slug, own in found.items())


def parts_of(articles: Iterable[Article]) -> tuple[Part, ...]:
    """Those without a number take the free ones, the oldest first."""
    ordered = sorted(articles, key=lambda article: (article.date.timestamp(), article.slug))
    taken = {article.dossier_part for article in ordered}
    free = (number for number in count(1) if number not in taken)
    parts = (Part(article.dossier_part or next(free), headline(article)) for article in ordered)
    return tuple(sorted(parts, key=lambda part: part.number))


@dataclass(frozen=True, slots=True)
class StaticPage:
    """A lasting page; `menu` is where it is linked from: main, footer or none.

    introduces: the kind of the first page of a section, which it stands on; '' for a page of its own.
    template: '' of a text like others, else what it lists (domain/knowledge.py).
    """

    slug: Slug
    title: Text
    summary: Text | None = None
    body: str = ""
    language: Language = ""
    picture: Picture | None = None
    menu: str = "footer"
    order: int = 100
    template: str = ""
    resources: tuple[Resource, ...] = ()
    source: str = ""
    introduces: str = ""
    key: Slug = ""

    def __post_init__(self) -> None:
        keep_key(self, self.slug)


def with_contents(text: str, wished: bool | None) -> str:
    """A table of contents before the first heading; when nobody says, where much has many headings."""
    if wished is False or CONTENTS.search(text) or (wished is None and len(text) < LONG):
        return text
    found = [heading.start() for heading in outside_code(text, HEADING)]
    if not found or (wished is None and (len(found) < FEW or len(text.split()) <= LONG)):
        return text
    return f"{text[: found[0]]}[TOC]\n\n{text[found[0] :]}"
