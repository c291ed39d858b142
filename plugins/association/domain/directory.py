"""Members by what lists are made of: grouped once, for a large association has thousands of lists.

What is near, by distance and by who offers what; and a fair order of members that changes with the day.
"""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date
from itertools import permutations
from math import asin, cos, radians, sin, sqrt
from typing import TypeVar

from .association import Association, descendants
from .members import Member, Skill
from .places import Position, Town
from .text import Slug

Members = tuple[Member, ...]
KeyT = TypeVar("KeyT")
ThingT = TypeVar("ThingT")

Neighbourhood = tuple[tuple[Town, float | None], ...]
"""Towns with their distances in kilometres, None where it is unknown."""
EARTH_RADIUS_KM = 6371.0
AROUND_KM = 50.0
"""As far as somebody goes to a customer who is not in a town that they say they serve."""
DECIMALS = 4
"""Of a position: some ten metres. The browser gets to know no more, and comes to the same distances."""


def grouped(pairs: Iterable[tuple[KeyT, ThingT]]) -> dict[KeyT, tuple[ThingT, ...]]:
    found: dict[KeyT, list[ThingT]] = {}
    for key, thing in pairs:
        found.setdefault(key, []).append(thing)
    return {key: tuple(things) for key, things in found.items()}


def by_type(association: Association) -> dict[Slug, Members]:
    families = {type_.id: descendants(association.types, type_.id) for type_ in association.types}
    wider = {own: [type_ for type_, family in families.items() if own in family] for own in families}
    return grouped(
        (type_, member)
        for member in association.members
        if member.type
        for type_ in wider.get(member.type.id, ())
    )


@dataclass(frozen=True, slots=True)
class Counts:
    """How many members are in each of the groups below.

    together: how many offer both skills, for each ordered pair that somebody offers.
    """

    by_skill: Mapping[Slug, int]
    by_town: Mapping[Slug, int]
    by_skill_and_town: Mapping[tuple[Slug, Slug], int]
    by_type: Mapping[Slug, int]
    together: Mapping[tuple[Slug, Slug], int]


@dataclass(frozen=True, slots=True)
class Groups:
    """Only groups somebody is in; members in the order of the association, each once.

    by_town: those who are there and those who come there, as in by_skill_and_town.
    by_type: those of the type or of one below it.
    together: as in Counts.
    """

    by_skill: Mapping[Slug, Members]
    by_town: Mapping[Slug, Members]
    by_skill_and_town: Mapping[tuple[Slug, Slug], Members]
    by_type: Mapping[Slug, Members]
    together: Mapping[tuple[Slug, Slug], int]

    def counts(self) -> Counts:
        return Counts(
            sizes(self.by_skill),
            sizes(self.by_town),
            sizes(self.by_skill_and_town),
            sizes(self.by_type),
            self.together,
        )


def sizes(found: Mapping[KeyT, Members]) -> dict[KeyT, int]:
    return {key: len(members) for key, members in found.items()}


def groups(association: Association) -> Groups:
    members = association.members
    return Groups(
        by_skill=grouped((skill, member) for member in members for skill in skills_of(member)),
        by_town=grouped((town, member) for member in members for town in towns_of(member)),
        by_skill_and_town=grouped(
            ((skill, town), member)
            for member in members
            for skill in skills_of(member)
            for town in towns_of(member)
        ),
        by_type=by_type(association),
        together=Counter(pair for member in members for pair in permutations(skills_of(member), 2)),
    )


def most_offered(members: Iterable[Member]) -> tuple[Slug, ...]:
    """The skills of those members, first what most of them offer; ties as they come."""
    return tuple(skill for skill, _ in Counter(one for m in members for one in skills_of(m)).most_common())


def skills_of(member: Member) -> tuple[Slug, ...]:
    return tuple(dict.fromkeys(skill.id for skill in member.skills))


def towns_of(member: Member) -> tuple[Slug, ...]:
    """Where the member is, then where they come."""
    return tuple(dict.fromkeys(town.id for town in places_of(member)))


def visited(member: Member) -> tuple[Slug, ...]:
    """Where they come without being there."""
    return tuple(town for town in towns_of(member) if not (member.town and member.town.id == town))


def places_of(member: Member) -> Iterator[Town]:
    if member.town:
        yield member.town
    yield from member.serves


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

    def among(self, shown: Members) -> "Reach":
        """Those of them that one page of the list shows."""
        ids = {member.id for member in shown}
        residents = tuple(one for one in self.residents if one.id in ids)
        return replace(self, residents=residents, coming=tuple(c for c in self.coming if c.member.id in ids))

    @property
    def is_measured(self) -> bool:
        """How far somebody comes is known."""
        return any(one.distance is not None for one in self.coming)


def reach(town: Town, members: Iterable[Member], today: date) -> Reach:
    """Of those who are there or come there: to serve a town does not move anybody into it.

    members: in the order of their names. Residents take turns; of those who come, unknown distances are last.
    """
    ordered = tuple(members)
    coming = (Coming(one, distance(one.town, town)) for one in ordered if not lives_in(one, town))
    return Reach(
        town,
        residents=rotated((one for one in ordered if lives_in(one, town)), today),
        coming=tuple(sorted(coming, key=lambda one: nearest_first(one.distance))),
    )


def lives_in(member: Member, town: Town) -> bool:
    return member.town is not None and member.town.id == town.id


def nearest_first(distance: float | None) -> tuple[bool, float]:
    return distance is None, distance or 0.0


def neighbourhoods(towns: Iterable[Town]) -> Mapping[Slug, Neighbourhood]:
    """Of each town the others, the nearest first, then those of unknown distance; ties as given."""
    ordered = tuple(towns)
    return {town.id: neighbourhood(town, ordered) for town in ordered}


def neighbourhood(town: Town, ordered: Iterable[Town]) -> Neighbourhood:
    measured = ((other, distance(town, other)) for other in ordered if other.id != town.id)
    return tuple(sorted(measured, key=lambda neighbour: nearest_first(neighbour[1])))


def related(skill: Slug, skills: Iterable[Skill], counts: Counts) -> tuple[Skill, ...]:
    """The other skills on offer, first those most often offered by the same members; ties as given."""
    others = (other for other in skills if other.id != skill and other.id in counts.by_skill)

    def most_often_first(other: Skill) -> int:
        return -counts.together.get((skill, other.id), 0)

    return tuple(sorted(others, key=most_often_first))


def able(
    members: Iterable[Member], skills: Iterable[Skill], town: Town | None, today: date
) -> tuple[Coming, ...]:
    """Who offers one of those skills in a town or around it, the nearest first; without a town, everywhere.

    Those who serve it come from however far, and last if nobody knows how far that is. Equals take turns.
    """
    wanted = {skill.id for skill in skills}
    found = rotated((one for one in members if wanted & set(skills_of(one))), today)
    if town is None:
        return tuple(Coming(one, None) for one in found)
    measured = (Coming(one, 0.0 if lives_in(one, town) else distance(one.town, town)) for one in found)
    near = (one for one in measured if is_near(one, town))
    return tuple(sorted(near, key=lambda one: nearest_first(one.distance)))


def is_near(one: Coming, town: Town) -> bool:
    return town.id in towns_of(one.member) or (one.distance is not None and one.distance <= AROUND_KM)


def rotated(members: Iterable[Member], today: date) -> tuple[Member, ...]:
    """In their order, begun one further each day: in as many days as there are members, each is first once.

    Every list takes its own turns, so that nobody gains by a long gap before them in a larger one.
    """
    ordered = tuple(members)
    first = today.toordinal() % len(ordered) if ordered else 0
    return ordered[first:] + ordered[:first]
