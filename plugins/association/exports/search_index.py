"""What the directory needs to find members in the browser: /annuaire/recherche.json.

Not open data: its keys follow the scripts of the theme (themes/parvis/README.md) and change with them.
It tells of members what an entry of the directory shows, and what a search looks at of what their pages show:
labels, partnerships, what their people do (never who they are), a postal code, words of the description.
Columns instead of records, and numbers instead of words that return, keep 5,000 members light.
"""

import json
import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from functools import lru_cache
from heapq import nsmallest
from typing import Protocol

from ..domain.association import Association
from ..domain.directory import coarse
from ..domain.members import Member, Skill
from ..domain.places import Town
from ..domain.text import Language, Slug, Text, fold
from .common import Json, Record, plain_text
from .stems import words

NONE = -1
"""Instead of a place in a vocabulary."""
ABOUT, ABOUT_ONE = 15_000, 3
"""Words of the descriptions of all members together, and at least of each: some 70 kB compressed."""
SHORTEST = 4
"""Letters of a word of a description that is worth its place; names and acronyms stand in the summary."""
ADDRESS = re.compile(r"\S*(?:://|@)\S*")
OF_A_DEPARTEMENT, OVERSEAS, FRENCH_CODE = 2, ("97", "98"), 5
"""Figures of a French postal code that say its département; three where it begins with one of those."""


@dataclass(frozen=True, slots=True)
class Look:
    """How an entry shows a member: where it leads, its tile, or a logo (address, width, height)."""

    url: str | None
    initials: str
    motif: str
    tone: int
    logo: tuple[str, int, int] | None = None


class Showing(Protocol):
    """How the site says and shows things, told by the caller."""

    def say(self, text: Text | str | None) -> str: ...

    def at(self, town: Town) -> str:
        """« à Lens »."""
        ...

    def language(self, code: Language) -> str: ...

    def ways(self, filter_: str) -> Mapping[Slug, str | None]:
        """Pages of the services, the communes or the types that have members, from the root of the site."""
        ...

    def look(self, member: Member) -> Look: ...


def search_data(
    association: Association, showing: Showing, today: date, questions: Sequence[tuple[str, str]] = ()
) -> bytes:
    """today: whose turn it is to come first; members keep their order, which is that of their names.

    questions: each with the address of its answer, from the root of the site.
    """
    members = association.members
    languages = spoken(members)
    looks = tuple(map(showing.look, members))
    motifs = tuple(dict.fromkeys(look.motif for look in looks))
    document: Record = {
        "day": today.toordinal(),
        "service": skills(association.skills, showing),
        "commune": towns(association.towns, showing),
        "type": types(association, showing),
        "langue": {"id": list(languages), "name": [showing.language(code) for code in languages]},
        "question": {"name": [name for name, _ in questions], "url": [url for _, url in questions]},
        "motifs": list(motifs),
        "members": texts(members, showing) | choices(members, association, languages) | marks(looks, motifs),
    }
    return json.dumps(document, ensure_ascii=False, separators=(",", ":")).encode()


def spoken(members: Iterable[Member]) -> tuple[Language, ...]:
    return tuple(sorted({language for member in members for language in member.languages}))


def skills(known: Sequence[Skill], showing: Showing) -> Record:
    """words: what else a visitor may call them; about: what is said of them."""
    return {
        "id": [skill.id for skill in known],
        "name": [showing.say(skill.name) for skill in known],
        "words": [" ".join(other_words(skill, showing)) for skill in known],
        "about": [plain_text(showing.say(skill.description)) for skill in known],
        "url": pages((skill.id for skill in known), showing.ways("service")),
    }


def pages(ids: Iterable[Slug], ways: Mapping[Slug, str | None]) -> list[Json]:
    return [ways.get(id_) for id_ in ids]


def other_words(skill: Skill, showing: Showing) -> tuple[str, ...]:
    plural = (showing.say(skill.plural),) if skill.plural else ()
    return (*plural, *map(showing.say, skill.synonyms))


def towns(known: Sequence[Town], showing: Showing) -> Record:
    return {
        "id": [town.id for town in known],
        "name": [showing.say(town.name) for town in known],
        "at": [showing.at(town) for town in known],
        "words": [" ".join(postal_words(town.postal_code)) for town in known],
        "position": [position(town) for town in known],
        "url": pages((town.id for town in known), showing.ways("commune")),
    }


def postal_words(code: str | None, country: str | None = None) -> tuple[str, ...]:
    """A postal code, and of a French one the number of its département: 62300, 62."""
    if not code:
        return ()
    if country not in (None, "FR") or not (code.isdecimal() and len(code) == FRENCH_CODE):
        return (code,)
    return code, code[: OF_A_DEPARTEMENT + code.startswith(OVERSEAS)]


def position(town: Town) -> Json:
    here = coarse(town.position) if town.position else None
    return [here.lat, here.lon] if here else None


def types(association: Association, showing: Showing) -> Record:
    """parent: the place of the wider type in the same list."""
    places = places_of(type_.id for type_ in association.types)
    return {
        "id": [type_.id for type_ in association.types],
        "name": [showing.say(type_.name) for type_ in association.types],
        "words": [showing.say(type_.plural) for type_ in association.types],
        "parent": [places.get(type_.parent or "", NONE) for type_ in association.types],
        "url": pages((type_.id for type_ in association.types), showing.ways("type")),
    }


def places_of(ids: Iterable[Slug]) -> Mapping[Slug, int]:
    return {id_: place for place, id_ in enumerate(ids)}


def texts(members: Sequence[Member], showing: Showing) -> Record:
    """words: what else is known of a member in a word or two; about: what its description adds."""
    return {
        "name": [showing.say(member.name) for member in members],
        "summary": [showing.say(member.summary) for member in members],
        "words": [" ".join(known_words(member, showing)) for member in members],
        "about": descriptions(members, showing),
    }


def known_words(member: Member, showing: Showing) -> Iterator[str]:
    """Labels, partnerships, what its people do; its postal code where that is not its town's."""
    yield from member.labels
    yield from member.partnerships
    yield from dict.fromkeys(showing.say(person.role) for person in member.people if person.role)
    if member.address and member.address.postal_code != (member.town and member.town.postal_code):
        yield from postal_words(member.address.postal_code, member.address.country)


def descriptions(members: Sequence[Member], showing: Showing) -> list[Json]:
    """Each word once, without those of the summary; of too many, those that fewest members use."""
    told = [described(member, showing) for member in members]
    users = Counter(word for own in told for word in own)
    most = max(ABOUT_ONE, ABOUT // max(1, len(members)))
    return [" ".join(own[word] for word in telling(own, users, most)) for own in told]


def described(member: Member, showing: Showing) -> Mapping[str, str]:
    """Words of a description by how they are folded, in its order."""
    if not member.description:
        return {}
    shown = {fold(word) for word in words(f"{member.name} {showing.say(member.summary)}")}
    told = words_of(str(showing.say(member.description)))
    return {folded: word for folded, word in told if folded not in shown}


@lru_cache(maxsize=8192)
def words_of(markdown: str) -> tuple[tuple[str, str], ...]:
    """Each with how it is folded; kept, since of many members few change between two builds."""
    told = {fold(word): word for word in words(ADDRESS.sub(" ", plain_text(markdown)))}
    return tuple((folded, word) for folded, word in told.items() if len(folded) >= SHORTEST)


def telling(own: Iterable[str], users: Mapping[str, int], most: int) -> list[str]:
    """In their order."""
    places = {word: place for place, word in enumerate(own)}
    rarest = nsmallest(most, places, key=lambda word: (users[word], places[word]))
    return sorted(rarest, key=places.__getitem__)


def choices(members: Sequence[Member], association: Association, languages: Sequence[Language]) -> Record:
    """Places in the vocabularies; town and type NONE when absent, interns 1 or 0."""
    skill = places_of(known.id for known in association.skills)
    town = places_of(known.id for known in association.towns)
    type_ = places_of(known.id for known in association.types)
    language = places_of(languages)
    return {
        "service": [[skill[own.id] for own in member.skills] for member in members],
        "town": [town[member.town.id] if member.town else NONE for member in members],
        "serves": [[town[served.id] for served in member.serves] for member in members],
        "type": [type_[member.type.id] if member.type else NONE for member in members],
        "langue": [[language[code] for code in member.languages] for member in members],
        "interns": [int(member.interns) for member in members],
    }


def marks(looks: Sequence[Look], motifs: Sequence[str]) -> Record:
    motif = places_of(motifs)
    return {
        "url": [look.url for look in looks],
        "initials": [look.initials for look in looks],
        "motif": [motif[look.motif] for look in looks],
        "tone": [look.tone for look in looks],
        "logo": [list(look.logo) if look.logo else None for look in looks],
    }
