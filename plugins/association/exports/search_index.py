"""What the directory needs to find members in the browser: /annuaire/recherche.json.

Not open data: its keys follow the scripts of the theme (themes/parvis/README.md) and change with them.
It tells of members what an entry of the directory shows and what a search looks at, nothing more.
Columns instead of records, and numbers instead of words that return, keep 5,000 members light.
"""

import json
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Protocol

from ..domain.association import Association
from ..domain.directory import coarse
from ..domain.members import Member, Skill
from ..domain.places import Town
from ..domain.text import Language, Slug, Text
from .common import Json, Record

NONE = -1
"""Instead of a place in a vocabulary."""


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
    """words: what else a visitor may call them."""
    return {
        "id": [skill.id for skill in known],
        "name": [showing.say(skill.name) for skill in known],
        "words": [" ".join(other_words(skill, showing)) for skill in known],
    }


def other_words(skill: Skill, showing: Showing) -> tuple[str, ...]:
    plural = (showing.say(skill.plural),) if skill.plural else ()
    return (*plural, *map(showing.say, skill.synonyms))


def towns(known: Sequence[Town], showing: Showing) -> Record:
    return {
        "id": [town.id for town in known],
        "name": [showing.say(town.name) for town in known],
        "at": [showing.at(town) for town in known],
        "position": [position(town) for town in known],
    }


def position(town: Town) -> Json:
    here = coarse(town.position) if town.position else None
    return [here.lat, here.lon] if here else None


def types(association: Association, showing: Showing) -> Record:
    """parent: the place of the wider type in the same list."""
    places = places_of(type_.id for type_ in association.types)
    return {
        "id": [type_.id for type_ in association.types],
        "name": [showing.say(type_.name) for type_ in association.types],
        "parent": [places.get(type_.parent or "", NONE) for type_ in association.types],
    }


def places_of(ids: Iterable[Slug]) -> Mapping[Slug, int]:
    return {id_: place for place, id_ in enumerate(ids)}


def texts(members: Sequence[Member], showing: Showing) -> Record:
    return {
        "name": [showing.say(member.name) for member in members],
        "summary": [showing.say(member.summary) for member in members],
    }


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
