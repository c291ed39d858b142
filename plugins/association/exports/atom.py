"""News feeds, Atom 1.0 (RFC 4287), through feedgenerator: the same entries always give the same bytes.

Of the agenda they tell each event and meeting to come and each meeting date that has changed, and since when;
how it is said is up to the theme.
"""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from html import escape
from typing import cast
from zoneinfo import ZoneInfo

from feedgenerator import Atom1Feed
from feedgenerator.django.utils.xmlutils import SimplerXMLGenerator

from ..domain.agenda import Agenda, Entry, event_uid, meeting_uid
from ..domain.articles import Article
from ..domain.association import Association
from ..domain.commissions import Commission
from ..domain.events import Event
from ..domain.meetings import Meeting
from ..domain.text import Language, Slug
from .common import Address

UNSAYABLE = re.compile(r"[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
"""What XML 1.0 has no room for (its section 2.2), and an editor may yet write: `&#12;` in Markdown."""

YEAR = timedelta(days=365)


@dataclass(frozen=True, slots=True)
class FeedEntry:
    """Attributes that need a word:

    id: an IRI that never changes (RFC 4287 section 4.2.6): see `entry_id`.
    summary: plain text.
    content: sanitised HTML, every link absolute.
    published, updated: aware; `updated` is `published` for what was never changed.
        published: None for what nobody knows the beginning of (it may be absent, section 4.1.2).
    language: of title, summary and content; '' as the feed (section 2).
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
    language: Language = ""


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


def entry_id(uid_domain: str, published: datetime, section: str, key: Slug) -> str:
    """A tag URI (RFC 4151): it survives a move of the site, and its address being switched off.

    key: what all versions of a text have in common, so that who follows it in two languages has it once.
    """
    return f"tag:{uid_domain},{published:%Y}:{section}/{key}"


def article_entry(
    article: Article,
    uid_domain: str,
    title: str,
    url: Address,
    summary: str,
    content: str,
    language: Language,
) -> FeedEntry:
    """The same entry in every feed that tells of it, so that no reader shows it twice."""
    return FeedEntry(
        id=entry_id(uid_domain, article.date, "actualites", article.key),
        title=title,
        url=url,
        published=article.date,
        updated=article.modified or article.date,
        summary=summary,
        content=content,
        authors=tuple(map(str, article.authors)),
        categories=tuple(str(tag.name) for tag in article.tags),
        language=language,
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
        language=entry.language,
    )


def _sayable(text: str) -> str:
    return UNSAYABLE.sub("", text)


class _Atom(Atom1Feed):
    """feedgenerator's, with every author and language named and without its look at the clock."""

    def latest_post_date(self) -> datetime:
        """feedgenerator 2.2.1 answers the moment of the build for an empty feed."""
        return cast(datetime, self.feed["updated"])  # as news_feed gave it

    def item_attributes(self, item: Mapping[str, object]) -> dict[str, str]:
        language = cast(Language, item["language"])
        return {"xml:lang": language} if language else {}

    def add_item_elements(self, handler: SimplerXMLGenerator, item: Mapping[str, object]) -> None:
        super().add_item_elements(handler, item)
        for name in cast(tuple[str, ...], item["other_authors"]):  # as _add gave them
            handler.startElement("author", {})
            handler.addQuickElement("name", name)
            handler.endElement("author")


@dataclass(frozen=True, slots=True)
class Announcement:
    """Attributes that need a word:

    id: an IRI that never changes (RFC 4287 section 4.2.6).
    dates: those to come, in order; of a change, the date that has changed.
    event: what is announced; None for a meeting of `commission`.
    is_change: of one date of a meeting that is announced beside it.
    """

    id: str
    dates: tuple[Entry, ...]
    updated: datetime
    commissions: tuple[Slug, ...]
    event: Event | None = None
    commission: Commission | None = None
    is_change: bool = False


@dataclass(frozen=True, slots=True)
class FeedContext:
    """What is known of the past, and of the moment of the build.

    changed: since when a date is told as it is, by its UID, as far as that was seen (calendar_feed.py).
    """

    changed: Mapping[str, datetime]
    uid_domain: str
    now: datetime
    zone: ZoneInfo

    def id(self, name: str) -> str:
        """A tag URI (RFC 4151) without a date of its own: a date may move."""
        return f"tag:{self.uid_domain},2000:agenda/{name}"

    def since(self, uids: Iterable[str], start: date | datetime) -> datetime:
        """When the last of them changed.

        Where nobody remembers, whole years before it begins: never later than the build, and the same
        from one build to the next, so that no reader is told twice of what has not changed.
        """
        seen = [self.changed[uid] for uid in uids if uid in self.changed]
        if seen and max(seen) <= self.now:
            return max(seen)
        begin = start if isinstance(start, datetime) else datetime.combine(start, time(), self.zone)
        begin = begin if begin.tzinfo else begin.replace(tzinfo=self.zone)
        years = max(1, -((self.now - begin) // YEAR))
        return begin - years * YEAR


def announcements(association: Association, agenda: Agenda, memory: FeedContext) -> tuple[Announcement, ...]:
    """The latest first."""
    dates = to_come(agenda.upcoming(memory.now.astimezone(memory.zone).date()))
    told = [*events(association.events, dates, memory)]
    for commission in association.commissions:
        for meeting in commission.meetings:
            own = dates.get(meeting_uid(commission, meeting), ())
            told += meetings(commission, meeting, own, memory)
    return latest_first(told)


def to_come(entries: Iterable[Entry]) -> dict[str, list[Entry]]:
    """By what they are dates of: the slug of an event, the UID of a meeting (which has a dot).

    Those of a partner's calendar are the partner's to announce.
    """
    found: dict[str, list[Entry]] = {}
    for entry in entries:
        if not entry.source:
            found.setdefault(entry.event or entry.meeting or entry.uid, []).append(entry)
    return found


def events(
    every: Iterable[Event], dates: dict[str, list[Entry]], memory: FeedContext
) -> Iterator[Announcement]:
    for event in every:
        if event.slug in dates:
            yield Announcement(
                id=memory.id(f"{event.key}.agenda"),
                dates=tuple(dates[event.slug]),
                updated=memory.since((event_uid(event, each) for each in event.dates), event.dates[0].start),
                commissions=event.commissions,
                event=event,
            )


def meetings(
    commission: Commission, meeting: Meeting, dates: Sequence[Entry], memory: FeedContext
) -> Iterator[Announcement]:
    """The meeting itself, then each of its dates that was cancelled or moved."""
    if not dates:
        return
    uid, own = meeting_uid(commission, meeting), (commission.id,)
    since = memory.since((uid, *(entry.uid for entry in dates)), meeting.local(meeting.start))
    yield Announcement(memory.id(uid), tuple(dates), since, own, commission=commission)
    for entry in dates:
        if meeting.is_recurring and (entry.is_cancelled or entry.is_moved):
            slot = entry.slot or entry.start
            yield Announcement(
                id=memory.id(f"{uid}/{slot:%Y%m%d}"),
                dates=(entry,),
                updated=memory.since((entry.uid,), slot),
                commissions=own,
                commission=commission,
                is_change=True,
            )


def latest_first(told: Iterable[Announcement]) -> tuple[Announcement, ...]:
    in_order = sorted(told, key=lambda each: each.id)
    return tuple(sorted(in_order, key=lambda each: each.updated, reverse=True))
