"""The members of a town, and those who come there."""

from collections.abc import Iterator

from ..domain.naming import at_town
from ..domain.nearness import Reach
from ..domain.places import Town
from ..host.outputs import Crumb, Page
from ..views.facets import Facet, by_label, fullest
from ..views.presence import presence
from .around import Around
from .listings import MemberList, listing, reach_today
from .ways import nearby_towns, skill_way

SPECIALITIES = 3
"""As many skills are named in the introduction."""


def town_pages(around: Around) -> Iterator[Page]:
    for town in around.association.towns:
        if members := around.groups.by_town.get(town.id):
            yield from listing(in_town(reach_today(town, members, around), around), around)


def in_town(found: Reach, around: Around) -> MemberList:
    town = found.town
    name = around.voice.say(town.name)
    skills = skills_in(town, around)
    return MemberList(
        kind="TOWN",
        template="members_by_town",
        parts={"id": town.id},
        members=found.members,
        reach=found,
        crumbs=(Crumb(name, None),),
        view={
            "town": name,
            "at": at_town(name, around.voice.language),
            "presence": presence(found.members, around.voice, town),
            "skills": skills,
            "specialities": tuple(skill.label for skill in fullest(skills, SPECIALITIES)),
            "nearby": nearby_towns(town, around),
            "map": around.territory.focused(town) if around.territory else None,
        },
    )


def skills_in(town: Town, around: Around) -> tuple[Facet, ...]:
    """What one finds in that town, with the pages of both."""
    return by_label(
        skill_way(skill, around, town)
        for skill in around.association.skills
        if (skill.id, town.id) in around.groups.by_skill_and_town
    )
