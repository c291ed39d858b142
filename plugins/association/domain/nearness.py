"""What is near: members in and around a town, towns by distance, skills by who offers them too."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from math import asin, cos, radians, sin, sqrt

from .association import by_name
from .groups import Groups, Members
from .member import Member, Skill
from .places import Position, Town
from .slugs import Slug, fold
from .turns import in_turn

Neighbourhood = tuple[tuple[Town, float | None], ...]
"""Towns with their distances in kilometres, None where it is unknown."""

EARTH_RADIUS_KM = 6371.0
DECIMALS = 4
"""Of a position: some ten metres. The browser gets to know no more, and comes to the same distances."""


@dataclass(frozen=True, slots=True)
class Coming:
    """A member of another town, or of none, who serves this one.

    distance: from their own town, in kilometres; None where it is unknown.
    """

    member: Member
    distance: float | None


@dataclass(frozen=True, slots=True)
class Reach:
    """Who is found in a town: its residents, then those who come there, the nearest first."""

    town: Town
    residents: Members
    coming: tuple[Coming, ...] = ()

    @property
    def members(self) -> Members:
        return (*self.residents, *(one.member for one in self.coming))

    @property
    def is_measured(self) -> bool:
        """How far somebody comes is known."""
        return any(one.distance is not None for one in self.coming)


def reach(town: Town, members: Iterable[Member], today: date) -> Reach:
    """Of those who are there or come there: to serve a town does not move anybody into it.

    Residents take turns; of those who come, unknown distances are last and ties go by name.
    """
    ordered = by_name(members)
    coming = (Coming(one, distance(one.town, town)) for one in ordered if not lives_in(one, town))
    return Reach(
        town,
        residents=in_turn((one for one in ordered if lives_in(one, town)), today),
        coming=tuple(sorted(coming, key=lambda one: nearest_first(one.distance))),
    )


def lives_in(member: Member, town: Town) -> bool:
    return member.town is not None and member.town.id == town.id


def nearest_first(distance: float | None) -> tuple[bool, float]:
    return distance is None, distance or 0.0


def kilometres(one: Position, other: Position) -> float:
    """As the crow flies, on a round earth: the haversine formula, right to half a hundredth."""
    north = radians(other.lat - one.lat)
    east = radians(other.lon - one.lon)
    chord = sin(north / 2) ** 2 + cos(radians(one.lat)) * cos(radians(other.lat)) * sin(east / 2) ** 2
    return 2 * EARTH_RADIUS_KM * asin(min(1.0, sqrt(chord)))


def distance(town: Town | None, other: Town) -> float | None:
    """In kilometres; None when one of them has no position."""
    if town is None or town.position is None or other.position is None:
        return None
    return kilometres(coarse(town.position), coarse(other.position))


def coarse(position: Position) -> Position:
    return Position(round(position.lat, DECIMALS), round(position.lon, DECIMALS))


def neighbourhoods(towns: Iterable[Town]) -> Mapping[Slug, Neighbourhood]:
    """Of each town the others, the nearest first; then those of unknown distance; ties by name."""
    ordered = sorted(towns, key=lambda town: (fold(str(town.name)), town.id))
    return {town.id: neighbourhood(town, ordered) for town in ordered}


def neighbourhood(town: Town, ordered: Iterable[Town]) -> Neighbourhood:
    measured = ((other, distance(town, other)) for other in ordered if other.id != town.id)
    return tuple(sorted(measured, key=lambda neighbour: nearest_first(neighbour[1])))


def related(skill: Slug, skills: Iterable[Skill], groups: Groups) -> tuple[Skill, ...]:
    """The other skills on offer: first those most often offered by the same members, then by name."""
    others = (other for other in skills if other.id != skill and other.id in groups.by_skill)

    def most_often_first(other: Skill) -> tuple[int, str, Slug]:
        return -groups.together.get((skill, other.id), 0), fold(str(other.name)), other.id

    return tuple(sorted(others, key=most_often_first))
