"""The printed index of the directory: each service, and below it the towns where it is offered."""

from collections.abc import Iterable
from dataclasses import dataclass, replace

from ..domain.association import Association
from ..domain.groups import Groups
from ..domain.slugs import Slug
from .facets import Facet, Facets, by_label, fullest, town_facet
from .voice import Voice

SKILLS_AT_HOME, TOWNS_AT_HOME, TOWNS_OF_ONE_AT_HOME = 12, 24, 6
TOWNS_OF_ONE = 8


@dataclass(frozen=True, slots=True)
class Index:
    """What the home page shows of the directory, which is never too long for it."""

    skills: tuple[Facet, ...]
    towns: tuple[Facet, ...]


def whole_index(facets: Facets, association: Association, groups: Groups, voice: Voice) -> tuple[Facet, ...]:
    """Every skill, by name."""
    return with_towns(by_label(facets.skills), TOWNS_OF_ONE, association, groups, voice)


def short_index(facets: Facets, association: Association, groups: Groups, voice: Voice) -> Index:
    """The skills and the towns where most members are."""
    skills = fullest(facets.skills, SKILLS_AT_HOME)
    return Index(
        with_towns(skills, TOWNS_OF_ONE_AT_HOME, association, groups, voice),
        fullest(facets.towns, TOWNS_AT_HOME),
    )


def with_towns(
    skills: Iterable[Facet], most: int, association: Association, groups: Groups, voice: Voice
) -> tuple[Facet, ...]:
    return tuple(skill_with_towns(skill, most, association, groups, voice) for skill in skills)


def skill_with_towns(
    skill: Facet, most: int, association: Association, groups: Groups, voice: Voice
) -> Facet:
    found = towns_of(skill.id, association, groups, voice)
    shown = fullest(found, most)
    return replace(skill, towns=shown, more_towns=len(found) - len(shown))


def towns_of(skill: Slug, association: Association, groups: Groups, voice: Voice) -> tuple[Facet, ...]:
    """The towns where somebody offers that skill, with the pages of both."""
    return tuple(
        in_both(town_facet(town, len(members), voice), skill, voice)
        for town in association.towns
        if (members := groups.by_skill_and_town.get((skill, town.id)))
    )


def in_both(town: Facet, skill: Slug, voice: Voice) -> Facet:
    return replace(town, url=voice.urls.url("SKILL_TOWN", skill=skill, town=town.id))
