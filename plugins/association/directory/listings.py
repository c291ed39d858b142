"""Static lists of members: by skill, by town, by type, and by skill in a town."""

from collections.abc import Iterable, Iterator

from ..domain.association import in_town, of_type, with_skill
from ..domain.member import Member, Skill
from ..domain.places import Town
from ..host.outputs import Crumb, Page, page, section_crumb
from ..views.facets import Facet, town_counts
from ..views.wording import at_town
from .around import Around

Members = tuple[Member, ...]


def listing_pages(around: Around) -> Iterator[Page]:
    association = around.association
    for skill in association.skills:
        if members := with_skill(association.members, skill.id):
            yield skill_page(skill, members, around)
            yield from skill_town_pages(skill, members, around)
    for town in association.towns:
        if members := in_town(association.members, town.id):
            yield town_page(town, members, around)
    yield from type_pages(around)


def listing(
    kind: str,
    template: str,
    parts: dict[str, str],
    crumbs: tuple[Crumb, ...],
    view: dict[str, object],
    around: Around,
) -> Page:
    """A list is called what its last crumb is called."""
    urls = around.voice.urls
    way = (section_crumb(urls, "DIRECTORY"), *crumbs)
    return page(urls, kind, template, parts, title=crumbs[-1].label, menu="DIRECTORY", crumbs=way, view=view)


def skill_page(skill: Skill, members: Members, around: Around) -> Page:
    name = around.voice.say(skill.name)
    view = {
        "skill": name,
        "description": around.voice.prose(skill.description, "members.yaml"),
        "members": around.cards.of(members),
        "towns": towns_of(skill, members, around),
        "others": others(around.facets.skills, skill.id),
    }
    return listing("SKILL", "members_by_skill", {"id": skill.id}, (Crumb(name, None),), view, around)


def towns_of(skill: Skill, members: Iterable[Member], around: Around) -> tuple[Facet, ...]:
    """The towns where somebody has that skill, with the pages of both."""
    counts = town_counts(members)
    return tuple(
        Facet(
            town.id,
            around.voice.say(town.name),
            around.voice.urls.url("SKILL_TOWN", skill=skill.id, town=town.id),
            counts[town.id],
        )
        for town in around.association.towns
        if counts[town.id]
    )


def skill_town_pages(skill: Skill, members: Members, around: Around) -> Iterator[Page]:
    nearby = towns_of(skill, members, around)
    for town in around.association.towns:
        if there := in_town(members, town.id):
            yield skill_town_page(skill, town, there, others(nearby, town.id), around)


def skill_town_page(
    skill: Skill, town: Town, members: Members, nearby: tuple[Facet, ...], around: Around
) -> Page:
    voice = around.voice
    name, place = voice.say(skill.name), voice.say(town.name)
    skill_url = voice.urls.url("SKILL", id=skill.id)
    view = {
        "skill": name,
        "skill_url": skill_url,
        "town": place,
        "town_url": voice.urls.url("TOWN", id=town.id),
        "description": voice.prose(skill.description, "members.yaml"),
        "members": around.cards.of(members),
        "nearby": nearby,
    }
    parts = {"skill": skill.id, "town": town.id}
    crumbs = (Crumb(name, skill_url), Crumb(f"{name} {at_town(place, voice.language)}", None))
    return listing("SKILL_TOWN", "members_by_skill_and_town", parts, crumbs, view, around)


def town_page(town: Town, members: Members, around: Around) -> Page:
    name = around.voice.say(town.name)
    view = {
        "town": name,
        "at": at_town(name, around.voice.language),
        "members": around.cards.of(members),
        "skills": skills_in(town, members, around),
        "others": others(around.facets.towns, town.id),
        "map": around.territory.focused(town) if around.territory else None,
    }
    return listing("TOWN", "members_by_town", {"id": town.id}, (Crumb(name, None),), view, around)


def skills_in(town: Town, members: Members, around: Around) -> tuple[Facet, ...]:
    """What one finds in that town, with the pages of both."""
    counted = ((skill, len(with_skill(members, skill.id))) for skill in around.association.skills)
    return tuple(
        Facet(
            skill.id,
            around.voice.say(skill.name),
            around.voice.urls.url("SKILL_TOWN", skill=skill.id, town=town.id),
            count,
        )
        for skill, count in counted
        if count
    )


def type_pages(around: Around) -> Iterator[Page]:
    association, voice = around.association, around.voice
    for type_ in association.types:
        if members := of_type(association.members, association.types, type_.id):
            name = voice.say(type_.plural or type_.name)
            view = {
                "type": name,
                "description": voice.prose(type_.description, "members.yaml"),
                "members": around.cards.of(members),
                "others": others(around.facets.types, type_.id),
            }
            crumbs = (Crumb(name, None),)
            yield listing("MEMBERSHIP_TYPE", "members_by_type", {"id": type_.id}, crumbs, view, around)


def others(facets: Iterable[Facet], shown: str) -> tuple[Facet, ...]:
    return tuple(facet for facet in facets if facet.id != shown)
