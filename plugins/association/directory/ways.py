"""Ways from one list of members to others: what is near, what is related, never too many."""

from dataclasses import replace
from itertools import islice

from ..domain.member import Skill
from ..domain.nearness import related
from ..domain.places import Town
from ..views.browse import in_both
from ..views.facets import Facet, skill_facet, town_facet
from .around import Around

MOST = 12


def nearby_towns(town: Town, around: Around, skill: Skill | None = None) -> tuple[Facet, ...]:
    """The nearest towns where somebody is; where somebody offers `skill`, if that is asked."""
    found = (
        town_way(other, far, around, skill)
        for other, far in around.neighbours[town.id]
        if count_in(other, around, skill)
    )
    return tuple(islice(found, MOST))


def town_way(town: Town, far: float | None, around: Around, skill: Skill | None) -> Facet:
    facet = town_facet(town, count_in(town, around, skill), around.voice, far)
    return in_both(facet, skill.id, around.voice) if skill else facet


def count_in(town: Town, around: Around, skill: Skill | None) -> int:
    groups = around.groups
    return len(
        groups.by_skill_and_town.get((skill.id, town.id), ()) if skill else groups.by_town.get(town.id, ())
    )


def related_skills(skill: Skill, around: Around, town: Town | None = None) -> tuple[Facet, ...]:
    """What the same members offer too; in `town` where somebody does."""
    others = related(skill.id, around.association.skills, around.groups)[:MOST]
    return tuple(skill_way(other, around, town) for other in others)


def skill_way(skill: Skill, around: Around, town: Town | None = None) -> Facet:
    groups = around.groups
    everywhere = skill_facet(skill, len(groups.by_skill[skill.id]), around.voice)
    there = groups.by_skill_and_town.get((skill.id, town.id)) if town else None
    if town is None or not there:
        return everywhere
    url = around.voice.urls.url("SKILL_TOWN", skill=skill.id, town=town.id)
    return replace(everywhere, url=url, count=len(there))
