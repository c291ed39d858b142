"""Ways into the directory: by skill, by town, by type, each with the number of its members."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass

from ..domain.association import Association, of_type
from ..domain.member import Member
from ..domain.places import Town
from .voice import Voice
from .wording import at_town


@dataclass(frozen=True, slots=True)
class Facet:
    """id: the value of the filter; count: how many members are behind the link.

    at: for a town, how one says that something is there: « à Lens », « au Touquet ».
    """

    id: str
    label: str
    url: str | None
    count: int
    at: str = ""


@dataclass(frozen=True, slots=True)
class Facets:
    skills: tuple[Facet, ...]
    towns: tuple[Facet, ...]
    types: tuple[Facet, ...]


def facets(association: Association, voice: Voice) -> Facets:
    return Facets(
        skill_facets(association, voice), town_facets(association, voice), type_facets(association, voice)
    )


def skill_facets(association: Association, voice: Voice) -> tuple[Facet, ...]:
    counts = Counter(skill.id for member in association.members for skill in set(member.skills))
    return tuple(
        Facet(skill.id, voice.say(skill.name), voice.urls.url("SKILL", id=skill.id), counts[skill.id])
        for skill in association.skills
        if counts[skill.id]
    )


def town_facets(association: Association, voice: Voice) -> tuple[Facet, ...]:
    counts = town_counts(association.members)
    return tuple(town_facet(town, counts[town.id], voice) for town in association.towns if counts[town.id])


def town_facet(town: Town, count: int, voice: Voice) -> Facet:
    name = voice.say(town.name)
    return Facet(town.id, name, voice.urls.url("TOWN", id=town.id), count, at_town(name, voice.language))


def town_counts(members: Iterable[Member]) -> Counter[str]:
    """Members by town: those who are there and those who serve it."""
    return Counter(
        town_id
        for member in members
        for town_id in {town.id for town in (member.town, *member.serves) if town is not None}
    )


def type_facets(association: Association, voice: Voice) -> tuple[Facet, ...]:
    counted = [
        (type_, len(of_type(association.members, association.types, type_.id))) for type_ in association.types
    ]
    return tuple(
        Facet(
            type_.id,
            voice.say(type_.plural or type_.name),
            voice.urls.url("MEMBERSHIP_TYPE", id=type_.id),
            count,
        )
        for type_, count in counted
        if count
    )
