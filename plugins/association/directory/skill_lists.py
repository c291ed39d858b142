"""The members who offer a skill, everywhere and town by town."""

from collections.abc import Iterator

from ..domain.groups import Members
from ..domain.member import Skill
from ..domain.naming import at_town
from ..domain.nearness import Reach
from ..host.outputs import Crumb, Page
from ..views.browse import towns_of
from ..views.presence import presence
from .around import Around
from .listings import MemberList, in_turn_today, listing, reach_today
from .ways import nearby_towns, related_skills


def skill_pages(around: Around) -> Iterator[Page]:
    for skill in around.association.skills:
        if members := around.groups.by_skill.get(skill.id):
            yield from listing(with_skill(skill, in_turn_today(members, around), around), around)
            yield from skill_town_pages(skill, around)


def skill_town_pages(skill: Skill, around: Around) -> Iterator[Page]:
    for town in around.association.towns:
        if members := around.groups.by_skill_and_town.get((skill.id, town.id)):
            found = reach_today(town, members, around)
            yield from listing(with_skill_in_town(skill, found, around), around)


def with_skill(skill: Skill, members: Members, around: Around) -> MemberList:
    title = title_of(skill, around)
    return MemberList(
        kind="SKILL",
        template="members_by_skill",
        parts={"id": skill.id},
        members=members,
        crumbs=(Crumb(title, None),),
        view={
            "skill": around.voice.say(skill.name),
            "title": title,
            "description": around.voice.prose(skill.description, "members.yaml"),
            "presence": presence(members, around.voice),
            "towns": towns_of(skill.id, around.association, around.groups, around.voice),
            "others": related_skills(skill, around),
        },
    )


def with_skill_in_town(skill: Skill, found: Reach, around: Around) -> MemberList:
    voice, town = around.voice, found.town
    title, place = title_of(skill, around), voice.say(town.name)
    skill_url = voice.urls.url("SKILL", id=skill.id)
    at = at_town(place, voice.language)
    return MemberList(
        kind="SKILL_TOWN",
        template="members_by_skill_and_town",
        parts={"skill": skill.id, "town": town.id},
        members=found.members,
        reach=found,
        crumbs=(Crumb(title, skill_url), Crumb(f"{title} {at}", None)),
        view={
            "skill": voice.say(skill.name),
            "providers": title,
            "title": f"{title} {at}",
            "skill_url": skill_url,
            "at": at,
            "town_url": voice.urls.url("TOWN", id=town.id),
            "description": voice.prose(skill.description, "members.yaml"),
            "presence": presence(found.members, voice, town),
            "nearby": nearby_towns(town, around, skill),
            "others": related_skills(skill, around, town),
        },
    )


def title_of(skill: Skill, around: Around) -> str:
    """What those who offer it are called, else what it is called."""
    return around.voice.say(skill.plural or skill.name)
