"""The form that finds members: what it offers to choose from."""

from collections import Counter
from dataclasses import dataclass

from ..domain.association import Association
from .facets import Facet, Facets
from .languages import language_names
from .voice import Voice

Choices = tuple[Facet, ...]


@dataclass(frozen=True, slots=True)
class Finding:
    """A single choice is no choice: what would have one is empty.

    interns: how many members take interns.
    near: towns one can ask members around of; they need not have any.
    data: address of the search data, with a fingerprint, so that new data is never hidden by a cache.
    """

    skills: Choices
    towns: Choices
    types: Choices
    languages: Choices
    interns: int
    near: Choices
    data: str


def finding(association: Association, facets: Facets, voice: Voice, data: str) -> Finding:
    return Finding(
        skills=at_least_two(facets.skills),
        towns=at_least_two(facets.towns),
        types=at_least_two(facets.types),
        languages=at_least_two(language_facets(association, voice)),
        interns=sum(member.interns for member in association.members),
        near=at_least_two(places(association, voice)),
        data=data,
    )


def at_least_two(choices: Choices) -> Choices:
    return choices if len(choices) > 1 else ()


def language_facets(association: Association, voice: Voice) -> Choices:
    """Those most members speak come first."""
    counts = Counter(language for member in association.members for language in set(member.languages))
    codes = sorted(counts, key=lambda code: (-counts[code], code))
    names = language_names(codes, voice.language)
    return tuple(Facet(code, name, None, counts[code]) for code, name in zip(codes, names))


def places(association: Association, voice: Voice) -> Choices:
    return tuple(Facet(town.id, voice.say(town.name), None, 0) for town in association.towns if town.position)
