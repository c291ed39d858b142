"""What the calendars of one build share: how they call and number dates, and what they told last time.

By the numbers, subscribers believe the newer of two. They are made of two things only: the moment of the
build, and what was published last, if that is at hand. Never of git: a clone may be shallow, squashed or
somebody else's. docs/calendars.md has the whole argument.
"""

import json
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from datetime import UTC, date, datetime, timedelta
from hashlib import sha256
from itertools import groupby
from zoneinfo import ZoneInfo

from ..domain.text import Language
from .common import Address, Record, json_document
from .components import Component, Revision, numbered

ComponentCache = dict[tuple[object, ...], tuple[object, tuple[Component, ...]]]
"""By the thing that they tell of, which is held."""

VERSION = 1
WEIGHT = 3
"""Of a change in SEQUENCE: more than a date can lose when what became of it is taken back."""
TICK = timedelta(seconds=5)
FIRST_TICK = datetime(2000, 1, 1, tzinfo=UTC)
"""Three for every five seconds since then stay below 2^31 (RFC 5545 section 3.3.8) until 2113."""
SECOND = timedelta(seconds=1)
DIGITS = 16
MOST, LAST_YEAR = 2**31 - 2**20, 9000
"""What is published may be anything: such a number or moment could not be followed by a greater one."""


@dataclass(frozen=True, slots=True)
class Revisions:
    """What subscribers were told last, by UID; is_known: False where nothing is known of it."""

    told: Mapping[str, Revision] = field(default_factory=dict)
    is_known: bool = False

    def of(self, uid: str, digest: str, now: datetime) -> Revision:
        """As it was told if it says the same; else greater than whatever was told before.

        Without what was told, the moment of the build is greater than all earlier ones.
        """
        last = self.told.get(uid)
        if last and last.digest == digest:
            return last
        moment, number = now, WEIGHT * max(0, (now - FIRST_TICK) // TICK)
        if last:
            moment, number = max(now, last.modified + SECOND), max(number, last.sequence + WEIGHT)
        return Revision(number, moment, digest, moment if self.is_known else None)


NOTHING_KNOWN = Revisions()


@dataclass(frozen=True, slots=True)
class CalendarFeed:
    """Attributes that need a word:

    url: the page people read; source_url: where this very file is published.
    uid_domain: what follows the @ in UIDs; it must never change, even when the site moves.
    stamp: the moment of the build.
    zone: the zone of moments that have none with a name of their own.
    revisions: what subscribers were told last.
    told_in: the language, where it is not the first of the site: what is told in each has numbers of its own.
    component_cache: what calendars have in common; nothing, unless they are given the same one.
    """

    name: str
    description: str
    url: Address
    source_url: Address
    language: Language
    uid_domain: str
    stamp: datetime
    zone: ZoneInfo
    revisions: Revisions = NOTHING_KNOWN
    told_in: Language = ""
    component_cache: ComponentCache = field(default_factory=dict, compare=False, repr=False)

    def once(
        self, told: object, made: Callable[[], tuple[Component, ...]], *names: object
    ) -> tuple[Component, ...]:
        """The components that tell of that very thing, with those names; numbered when first made."""
        key = id(told), *names
        if key not in self.component_cache:
            self.component_cache[key] = told, self._numbered(made())
        return self.component_cache[key][1]

    def _numbered(self, blocks: tuple[Component, ...]) -> tuple[Component, ...]:
        """All that share a UID have one revision: what replaces a date is never older than its rule."""
        own = revisions_of(blocks, self.revisions, self.utc_stamp(), self.told_in)
        return tuple(numbered(each, own[each.uid]) for each in blocks)

    def uid(self, entry: str) -> str:
        return f"{entry}@{self.uid_domain}"

    def utc_stamp(self) -> datetime:
        """RFC 5545 section 3.8.7.2: DTSTAMP is in UTC, in whole seconds."""
        return self.stamp.astimezone(UTC).replace(microsecond=0)

    def zoned(self, moment: date | datetime) -> date | datetime:
        """`moment` in a zone that has a TZID; in UTC in the hour that the clocks show a second time.

        Local time means the first of the two hours (RFC 5545 section 3.3.5).
        """
        if not isinstance(moment, datetime):
            return moment
        local = moment if isinstance(moment.tzinfo, ZoneInfo) else moment.astimezone(self.zone)
        return local.astimezone(UTC) if local.fold else local


def revisions_of(
    blocks: Iterable[Component], told: Revisions, now: datetime, language: Language = ""
) -> dict[str, Revision]:
    """By UID, in their order."""
    in_order = sorted(blocks, key=lambda each: each.order)
    return {
        uid: told.of(told_name(uid, language), digest_of(own), now)
        for uid, own in groupby(in_order, key=lambda each: each.uid)
    }


def told_name(uid: str, language: Language) -> str:
    """How what was told of it in that language is found again; '' for the first of the site."""
    return f"{uid} {language}" if language else uid


def digest_of(blocks: Iterable[Component]) -> str:
    return sha256(b"".join(each.text for each in blocks)).hexdigest()[:DIGITS]


def revisions_json(revisions: Mapping[str, Revision]) -> bytes:
    """What the next build needs to know of this one."""
    return json_document({"version": VERSION, "revisions": [record(*each) for each in revisions.items()]})


def record(uid: str, revision: Revision) -> Record:
    return {
        "uid": uid,
        "sequence": revision.sequence,
        "last_modified": revision.modified.isoformat(),
        "since": revision.since.isoformat() if revision.since else None,
        "digest": revision.digest,
    }


def revisions_from(published: bytes) -> Revisions:
    """What `revisions_json` wrote, or nothing at all; ValueError if it is anything else."""
    if not published.strip():
        return NOTHING_KNOWN
    try:
        document = json.loads(published)
        if document["version"] != VERSION:
            raise ValueError(document["version"])
        return Revisions({each["uid"]: revision_from(each) for each in document["revisions"]}, True)
    except (KeyError, TypeError, AttributeError, OverflowError, RecursionError) as error:
        raise ValueError(str(error)) from error


def revision_from(written: Mapping[str, object]) -> Revision:
    since, sequence = written["since"], int(str(written["sequence"]))
    if not 0 <= sequence <= MOST:
        raise ValueError(sequence)
    return Revision(
        sequence=sequence,
        modified=moment_of(str(written["last_modified"])),
        digest=str(written["digest"]),
        since=moment_of(str(since)) if since else None,
    )


def moment_of(text: str) -> datetime:
    """In UTC; ValueError for a moment without offset."""
    moment = datetime.fromisoformat(text)
    if moment.tzinfo is None or moment.year > LAST_YEAR:
        raise ValueError(text)
    return moment.astimezone(UTC)
