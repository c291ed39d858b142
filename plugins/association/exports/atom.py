"""News feeds, Atom 1.0 (RFC 4287), through feedgenerator: the same entries always give the same bytes."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from html import escape
from xml.sax.saxutils import XMLGenerator

from feedgenerator import Atom1Feed

from ..domain.slugs import Slug
from ..domain.text import Language
from ..domain.writing import Article
from .addresses import Address

UNSAYABLE = re.compile(r"[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
"""What XML 1.0 has no room for (its section 2.2), and an editor may yet write: `&#12;` in Markdown."""


@dataclass(frozen=True, slots=True)
class FeedEntry:
    """Attributes that need a word:

    id: an IRI that never changes (RFC 4287 section 4.2.6): see `entry_id`.
    summary: plain text.
    content: sanitised HTML, every link absolute.
    published, updated: aware; `updated` is `published` for what was never changed.
        published: None for what nobody knows the beginning of (it may be absent, section 4.1.2).
    """

    id: str
    title: str
    url: Address
    published: datetime | None
    updated: datetime
    summary: str = ""
    content: str = ""
    authors: tuple[str, ...] = ()
    categories: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class NewsFeed:
    """What a feed says about itself.

    id: an IRI that never changes.
    url: the page people read; self_url: where this very file is published.
    author: who signs what names no author: the association.
    stamp: when it was updated, as long as it is empty.
    """

    id: str
    title: str
    subtitle: str
    url: Address
    self_url: Address
    language: Language
    author: str
    stamp: datetime


def entry_id(uid_domain: str, published: datetime, section: str, slug: Slug) -> str:
    """A tag URI (RFC 4151): it survives a move of the site, and its address being switched off."""
    return f"tag:{uid_domain},{published:%Y}:{section}/{slug}"


def article_entry(
    article: Article, uid_domain: str, title: str, url: Address, summary: str, content: str
) -> FeedEntry:
    """The same entry in every feed that tells of it, so that no reader shows it twice."""
    return FeedEntry(
        id=entry_id(uid_domain, article.date, "actualites", article.slug),
        title=title,
        url=url,
        published=article.date,
        updated=article.modified or article.date,
        summary=summary,
        content=content,
        authors=article.authors,
        categories=tuple(tag.name for tag in article.tags),
    )


def news_feed(entries: Sequence[FeedEntry], feed: NewsFeed) -> bytes:
    atom = _Atom(
        title=feed.title,
        link=feed.url,
        description="",
        subtitle=feed.subtitle,
        language=feed.language or None,
        author_name=feed.author,
        feed_url=feed.self_url or None,
        feed_guid=feed.id,
        updated=max((entry.updated for entry in entries), default=feed.stamp).replace(microsecond=0),
    )
    for entry in entries:
        _add(atom, entry)
    return atom.writeString("utf-8").encode()


def _add(atom: Atom1Feed, entry: FeedEntry) -> None:
    atom.add_item(
        title=_sayable(entry.title),
        link=entry.url,
        unique_id=entry.id,
        description=escape(_sayable(entry.summary), quote=False) or None,
        content=_sayable(entry.content) or None,
        author_name=entry.authors[0] if entry.authors else None,
        other_authors=entry.authors[1:],
        pubdate=entry.published.replace(microsecond=0) if entry.published else None,
        updateddate=entry.updated.replace(microsecond=0),
        categories=entry.categories,
    )


def _sayable(text: str) -> str:
    return UNSAYABLE.sub("", text)


class _Atom(Atom1Feed):
    """feedgenerator's, with every author named and without its look at the clock."""

    def latest_post_date(self) -> datetime:
        """feedgenerator 2.2.1 answers the moment of the build for an empty feed."""
        return self.feed["updated"]

    def add_item_elements(self, handler: XMLGenerator, item: dict[str, object]) -> None:
        super().add_item_elements(handler, item)
        for name in item["other_authors"]:
            handler.startElement("author", {})
            handler.addQuickElement("name", name)
            handler.endElement("author")
