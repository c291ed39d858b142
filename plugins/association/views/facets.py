"""Ways into the directory: by skill, by town, by type, each with the number of its members."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, replace
from math import floor

from ..domain.association import Association
from ..domain.groups import Groups, groups, visited
from ..domain.member import Skill
from ..domain.naming import at_town
from ..domain.places import Town
from ..domain.slugs import Slug, fold
from .voice import Voice


@dataclass(frozen=True, slots=True)
class Facet:
    """id: the value of the filter; count: how many members are behind the link.

    coming: for a town, how many of them come there from elsewhere.
    at: for a town, how one says that something is there: « à Lens », « au Touquet ».
    towns: for a skill of the printed index, the towns where it is offered, with the pages of both;
        more_towns: how many others there are.
    distance: for a town beside another, kilometres between them, 0 for less than one,
        None when a position is unknown.
    """

    id: str
    label: str
    url: str | None
    count: int
    at: str = ""
    towns: tuple["Facet", ...] = ()
    more_towns: int = 0
    distance: int | None = None
    coming: int = 0


@dataclass(frozen=True, slots=True)
class Facets:
    skills: tuple[Facet, ...]
    towns: tuple[Facet, ...]
    types: tuple[Facet, ...]


def facets(association: Association, voice: Voice) -> Facets:
    """Those with somebody behind them, in the order of their vocabularies."""
    grouped = groups(association)
    return Facets(
        skill_facets(association, grouped, voice),
        town_facets(association, grouped, voice),
        type_facets(association, grouped, voice),
    )


def skill_facets(association: Association, grouped: Groups, voice: Voice) -> tuple[Facet, ...]:
    return tuple(
        skill_facet(skill, len(grouped.by_skill[skill.id]), voice)
        for skill in association.skills
        if skill.id in grouped.by_skill
    )


def skill_facet(skill: Skill, count: int, voice: Voice) -> Facet:
    return Facet(skill.id, voice.say(skill.name), voice.urls.url("SKILL", id=skill.id), count)


def town_facets(association: Association, grouped: Groups, voice: Voice) -> tuple[Facet, ...]:
    coming = Counter(town for member in association.members for town in visited(member))
    return tuple(
        replace(town_facet(town, len(grouped.by_town[town.id]), voice), coming=coming[town.id])
        for town in association.towns
        if town.id in grouped.by_town
    )


def town_facet(town: Town, count: int, voice: Voice, distance: float | None = None) -> Facet:
    name, url = voice.say(town.name), voice.urls.url("TOWN", id=town.id)
    return Facet(
        town.id, name, url, count, at_town(name, voice.language), distance=whole_kilometres(distance)
    )


def whole_kilometres(distance: float | None) -> int | None:
    """Halves go up, as in the scripts of the theme; 0 is less than one."""
    return None if distance is None else floor(distance + 0.5)


def type_facets(association: Association, grouped: Groups, voice: Voice) -> tuple[Facet, ...]:
    return tuple(
        Facet(
            type_.id,
            voice.say(type_.plural or type_.name),
            voice.urls.url("MEMBERSHIP_TYPE", id=type_.id),
            len(grouped.by_type[type_.id]),
        )
        for type_ in association.types
        if type_.id in grouped.by_type
    )


def fullest(found: Iterable[Facet], most: int) -> tuple[Facet, ...]:
    """The facets with most members, then by name."""
    return tuple(sorted(found, key=fullest_first)[:most])


def fullest_first(facet: Facet) -> tuple[int, str, Slug]:
    return -facet.count, fold(facet.label), facet.id


def by_label(found: Iterable[Facet]) -> tuple[Facet, ...]:
    return tuple(sorted(found, key=lambda facet: (fold(facet.label), facet.id)))
