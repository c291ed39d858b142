"""Members by what lists are made of, grouped once: a large association has thousands of lists."""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from itertools import permutations
from typing import TypeVar

from .association import Association, descendants
from .member import Member
from .places import Town
from .slugs import Slug

Members = tuple[Member, ...]
KeyT = TypeVar("KeyT")


@dataclass(frozen=True, slots=True)
class Groups:
    """Only groups somebody is in; members in the order of the association, each once.

    by_town: those who are there and those who come there, as in by_skill_and_town.
    by_type: those of the type or of one below it.
    together: how many members offer both skills, for each ordered pair that somebody offers.
    """

    by_skill: Mapping[Slug, Members]
    by_town: Mapping[Slug, Members]
    by_skill_and_town: Mapping[tuple[Slug, Slug], Members]
    by_type: Mapping[Slug, Members]
    together: Mapping[tuple[Slug, Slug], int]


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


def grouped(pairs: Iterable[tuple[KeyT, Member]]) -> dict[KeyT, Members]:
    found: dict[KeyT, list[Member]] = {}
    for key, member in pairs:
        found.setdefault(key, []).append(member)
    return {key: tuple(members) for key, members in found.items()}


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


def by_type(association: Association) -> dict[Slug, Members]:
    families = {type_.id: descendants(association.types, type_.id) for type_ in association.types}
    wider = {own: [type_ for type_, family in families.items() if own in family] for own in families}
    return grouped(
        (type_, member)
        for member in association.members
        if member.type
        for type_ in wider.get(member.type.id, ())
    )
