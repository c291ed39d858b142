"""How often what calendars tell of a meeting or an event has changed: read from the versions of the files.

Old versions need not be right any more: of one that cannot be read, all that counts is that it was there.
Which program keeps the versions is not known here (host/git.py).
"""

import json
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime

from ..domain.history import History, Key, Past, event_key, meeting_key
from ..problems import ContentError
from .convert.meetings import ONLY_ONE
from .desk import Wrong
from .front_matter import split
from .sheets import slug_in
from .text_files import decode
from .tree import Value
from .yaml_tree import lenient_tree

RECENT = 300
"""Revisions that are read; each older one counts as a change of everything, so that no count ever falls."""
TOLD_OF_COMMISSIONS = ("name", "kind", "mission", "contact")
UNTOLD_OF_EVENTS = ("image", "image_alt", "slug")

Fields = dict[str, Value]


@dataclass(frozen=True, slots=True)
class FileChange:
    """Versions of a file, before (in each revision that this one follows) and after; None: there is none."""

    path: str
    before: tuple[str | None, ...]
    after: str | None


@dataclass(frozen=True, slots=True)
class Revision:
    moment: datetime
    files: tuple[FileChange, ...]


@dataclass(frozen=True, slots=True)
class Telling:
    """What one version says of one thing, and the venues it names, which have pasts of their own."""

    words: str
    venues: frozenset[Key] = frozenset()


Tellings = Mapping[Key, Telling]


@dataclass(frozen=True, slots=True)
class Versions:
    """commissions: the path of that file; all others are of events. known: what has been read already."""

    commissions: str
    contents: Mapping[str, bytes]
    known: dict[tuple[str, str], Tellings] = field(default_factory=dict)

    def told(self, path: str, version: str | None) -> Tellings:
        if version not in self.contents:
            return {}
        if (path, version) not in self.known:
            self.known[path, version] = self.read(path, self.contents[version])
        return self.known[path, version]

    def read(self, path: str, content: bytes) -> Tellings:
        try:
            text = decode(content, path)
            of_file = commissions_told if path == self.commissions else event_told
            return dict(of_file(text, path))
        except (ContentError, Wrong):
            return {}


def history(revisions: Sequence[Revision], present: Mapping[str, str], versions: Versions) -> History:
    """revisions: the latest first. present: the version of each file that the site is built from.

    A change of a venue is one of all that is held there, or was, from the day it was announced.
    """
    recent, older = revisions[:RECENT], revisions[RECENT:]
    steps, venues = steps_of(recent, versions)
    earlier = {file.path: revision.moment for revision in reversed(older) for file in revision.files}
    pasts: dict[Key, Past] = {}
    for path, key, telling in told_today(present, versions):
        own = steps.get(key, frozenset())
        moved = (steps.get(venue, frozenset()) for venue in telling.venues.union(venues.get(key, ())))
        since = len(recent) if older else max(own, default=0)
        counted = own.union(number for numbers in moved for number in numbers if number < since)
        last = max((recent[number].moment for number in counted), default=earlier.get(path))
        pasts[key] = Past(max(len(older) + len(counted) - 1, 0), last)
    return History(pasts)


def steps_of(
    revisions: Sequence[Revision], versions: Versions
) -> tuple[Mapping[Key, set[int]], Mapping[Key, set[Key]]]:
    """By thing: the numbers of the revisions that changed it, and every venue it named in one of them."""
    steps: dict[Key, set[int]] = {}
    venues: dict[Key, set[Key]] = {}
    for number, revision in enumerate(revisions):
        for key, telling in changed(revision, versions):
            steps.setdefault(key, set()).add(number)
            venues.setdefault(key, set()).update(telling.venues)
    return steps, venues


def told_today(present: Mapping[str, str], versions: Versions) -> Iterator[tuple[str, Key, Telling]]:
    for path in sorted(present):
        for key, telling in versions.told(path, present[path]).items():
            yield path, key, telling


def changed(revision: Revision, versions: Versions) -> Iterator[tuple[Key, Telling]]:
    """What the revision tells otherwise than each of those it follows."""
    after = merged(versions.told(file.path, file.after) for file in revision.files)
    followed = max((len(file.before) for file in revision.files), default=0)
    before = [
        merged(versions.told(file.path, file.before[parent]) for file in revision.files)
        for parent in range(followed)
    ]
    for key, tellings in after.items():
        for telling in tellings:
            if all(telling.words not in {old.words for old in told.get(key, ())} for told in before):
                yield key, telling


def merged(tellings: Iterable[Tellings]) -> dict[Key, list[Telling]]:
    """Of several files: an event and its translation share a name, and one that is moved is in two."""
    found: dict[Key, list[Telling]] = {}
    for told in tellings:
        for key, telling in told.items():
            found.setdefault(key, []).append(telling)
    return found


def commissions_told(text: str, path: str) -> Iterator[tuple[Key, Telling]]:
    data = lenient_tree(text, path).data
    for venue in entries(data, "venues"):
        yield venue_key(venue.get("id")), Telling(canonical(venue))
    for commission in entries(data, "commissions"):
        shared = {name: commission[name] for name in TOLD_OF_COMMISSIONS if name in commission}
        for meeting in entries(commission, "meetings"):
            key = meeting_key(str(commission.get("id")), str(meeting.get("id", ONLY_ONE)))
            yield key, Telling(canonical([shared, meeting]), venues_of(meeting, entries(meeting, "moved")))


def event_told(text: str, path: str) -> Iterator[tuple[Key, Telling]]:
    data = split(text, path).tree.data
    if data:
        slug = str(data.get("slug") or slug_in(path, path))
        told = {name: value for name, value in data.items() if name not in UNTOLD_OF_EVENTS}
        yield event_key(slug), Telling(canonical(told), venues_of(data, entries(data, "dates")))


def entries(data: Fields, name: str) -> Iterator[Fields]:
    found = data.get(name)
    return (entry for entry in found if isinstance(entry, dict)) if isinstance(found, list) else iter(())


def venues_of(thing: Fields, dates: Iterable[Fields]) -> frozenset[Key]:
    return frozenset(venue_key(each["venue"]) for each in (thing, *dates) if "venue" in each)


def venue_key(name: Value | None) -> Key:
    return ("venue", str(name))


def canonical(value: Value) -> str:
    return json.dumps(value, ensure_ascii=False, sort_keys=True)
