"""What is near: towns by distance, skills by who offers them too."""

from collections.abc import Iterable, Mapping
from math import asin, cos, radians, sin, sqrt

from .groups import Groups
from .member import Skill
from .places import Position, Town
from .slugs import Slug, fold

Neighbourhood = tuple[tuple[Town, float | None], ...]
"""Towns with their distances in kilometres, None where it is unknown."""

EARTH_RADIUS_KM = 6371.0


def kilometres(one: Position, other: Position) -> float:
    """As the crow flies, on a round earth: the haversine formula, right to half a hundredth."""
    north = radians(other.lat - one.lat)
    east = radians(other.lon - one.lon)
    chord = sin(north / 2) ** 2 + cos(radians(one.lat)) * cos(radians(other.lat)) * sin(east / 2) ** 2
    return 2 * EARTH_RADIUS_KM * asin(min(1.0, sqrt(chord)))


def distance(town: Town, other: Town) -> float | None:
    """In kilometres; None when one of them has no position."""
    if town.position is None or other.position is None:
        return None
    return kilometres(town.position, other.position)


def neighbourhoods(towns: Iterable[Town]) -> Mapping[Slug, Neighbourhood]:
    """Of each town the others, the nearest first; then those of unknown distance; ties by name."""
    ordered = sorted(towns, key=lambda town: (fold(str(town.name)), town.id))
    return {town.id: neighbourhood(town, ordered) for town in ordered}


def neighbourhood(town: Town, ordered: Iterable[Town]) -> Neighbourhood:
    measured = ((other, distance(town, other)) for other in ordered if other.id != town.id)
    return tuple(sorted(measured, key=lambda neighbour: (neighbour[1] is None, neighbour[1] or 0.0)))


def related(skill: Slug, skills: Iterable[Skill], groups: Groups) -> tuple[Skill, ...]:
    """The other skills on offer: first those most often offered by the same members, then by name."""
    others = (other for other in skills if other.id != skill and other.id in groups.by_skill)

    def most_often_first(other: Skill) -> tuple[int, str, Slug]:
        return -groups.together.get((skill, other.id), 0), fold(str(other.name)), other.id

    return tuple(sorted(others, key=most_often_first))
