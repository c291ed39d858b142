"""What editors write: news and pages, with their pictures and topics; news in the order of a dossier."""

import re
from bisect import bisect_left
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta
from functools import lru_cache
from itertools import chain, count

from .asides import outside_code
from .knowledge import Resource
from .text import Language, Slug, Text, keep_key

Day = date
USUALLY_PINNED = timedelta(days=30)
ALIKE = 4
"""As many texts of a subject before and after one are looked at."""
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
    pinned_until: the last day on which it stays above the others, if it does.
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
    pinned_until: Day | None = None
    dossier: Tag | None = None
    dossier_part: int | None = None
    source: str = ""
    key: Slug = ""

    def __post_init__(self) -> None:
        keep_key(self, self.slug)

    def is_pinned(self, today: Day) -> bool:
        return self.pinned_until is not None and today <= self.pinned_until

    def __hash__(self) -> int:
        """By what tells most of them apart: it is asked of each at each build."""
        return hash((self.source, self.slug, self.body))


@lru_cache(maxsize=16384)
def headline(article: Article) -> Article:
    """What lists show of it: a text that has a summary is not told there."""
    return replace(article, body="") if article.summary else article


def pinned_first(articles: Iterable[Article], today: Day) -> tuple[Article, ...]:
    return tuple(sorted(articles, key=lambda article: not article.is_pinned(today)))


def headlines(articles: Iterable[Article]) -> tuple[Article, ...]:
    return tuple(map(headline, articles))


def by_subject(articles: Iterable[Article]) -> Mapping[tuple[str, Slug], Sequence[int]]:
    """The places of those with a topic, those about a commission, in the order of `articles`."""
    found: dict[tuple[str, Slug], list[int]] = {}
    for place, article in enumerate(articles):
        for subject in subjects(article):
            found.setdefault(subject, []).append(place)
    return found


def subjects(article: Article) -> Iterator[tuple[str, Slug]]:
    yield from (("topic", tag.slug) for tag in article.tags)
    yield from (("commission", id_) for id_ in article.commissions)


def read_next(
    place: int, articles: Sequence[Article], known: Mapping[tuple[str, Slug], Sequence[int]]
) -> Iterator[Article]:
    """What else there is for who has read that one: what is most about the same, then what is near in time.

    Those of before come first: then what is new changes few pages. Not what its dossier lists.
    """
    own = articles[place]
    counts: Counter[int] = Counter()
    for subject in subjects(own):
        alike = known[subject]
        at = bisect_left(alike, place)
        counts.update(alike[max(0, at - ALIKE) : at + 1 + ALIKE])
    alike = sorted(counts, key=lambda one: (-counts[one], one < place, abs(one - place)))
    near = chain(range(place + 1, len(articles)), range(place - 1, -1, -1))
    for one in chain(alike, (one for one in near if one not in counts)):
        other = articles[one]
        if one != place and not (own.dossier and other.dossier and own.dossier.slug == other.dossier.slug):
            yield other


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
    is_hidden: it has its page, and stands in no list or search.
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
    is_hidden: bool = False
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
