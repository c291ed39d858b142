"""The lists of members: everybody, by name, by skill, by town, by type; in an order that is said.

Each leads to others: what is near, what is related, never too many.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace
from functools import partial
from itertools import islice

from ..domain.agenda import at_town
from ..domain.directory import Members, Reach, reach, related, rotated
from ..domain.members import MembershipType, Skill
from ..domain.places import Town
from ..exports.json_ld import members_data
from ..host.outputs import Crumb, LinkedData, Page, page, section_crumb
from ..views.facets import (
    Facet,
    SearchForm,
    by_label,
    fullest,
    in_both,
    skill_facet,
    town_facet,
    towns_of,
    whole_index,
)
from ..views.localizer import introduction
from ..views.members import list_parts, members_summary
from ..views.pagination import Pagination, paged
from .context import DirectoryContext

ENOUGH_TO_ORDER = 3
"""As many members, and the order of a list is worth a word and a page by name."""

SPECIALITIES = 3
"""As many skills are named in the introduction."""

MOST = 12


@dataclass(frozen=True, slots=True)
class MemberList:
    """One list of members, however many pages it has.

    kind: of its first page; the others are of the kind `{kind}_PAGE`.
    members: in the order in which they are shown.
    crumbs: the way to it from the directory; the last is what the list is called.
    view: what its template shows beside the members.
    reach: of the list of a town, who is there and who comes there.
    """

    kind: str
    template: str
    members: Members
    crumbs: tuple[Crumb, ...] = ()
    parts: Mapping[str, str] = field(default_factory=dict)
    view: Mapping[str, object] = field(default_factory=dict)
    description: str = ""
    reach: Reach | None = None


def listing(this: MemberList, around: DirectoryContext) -> Iterator[Page]:
    """The pages of a list; one, even if it is empty; none when the list is switched off."""
    if page_url(this, around, 1) is None:
        return
    for shown, pages in paged(this.members, page_size(this, around), partial(page_url, this, around)):
        yield list_page(this, shown, pages, around)


def page_size(this: MemberList, around: DirectoryContext) -> int:
    """Everybody on one page where further pages are switched off."""
    has_more_pages = around.localizer.urls.url(f"{this.kind}_PAGE", **this.parts, number=2) is not None
    return max(1, around.edition.members_per_page if has_more_pages else len(this.members))


def page_url(this: MemberList, around: DirectoryContext, number: int) -> str | None:
    if number == 1:
        return around.localizer.urls.url(this.kind, **this.parts)
    return around.localizer.urls.url(f"{this.kind}_PAGE", **this.parts, number=number)


def list_page(this: MemberList, shown: Members, pages: Pagination, around: DirectoryContext) -> Page:
    """`shown` are the members of this page, whom its view calls `members`."""
    kind, parts = (this.kind, this.parts) if pages.number == 1 else further(this, pages.number)
    return page(
        around.localizer.urls,
        kind,
        this.template,
        parts,
        title=this.crumbs[-1].label if this.crumbs else "",
        description=this.description if pages.number == 1 else "",
        menu="DIRECTORY",
        crumbs=way_to(this, pages.number, around),
        linked_data=linked_data(shown, around) if this.parts else None,
        view={
            **this.view,
            "members": around.cards.of(shown),
            "parts": list_parts(this.reach, shown, around.cards) if this.reach else (),
            "is_measured": bool(this.reach and this.reach.is_measured),
            "total": len(this.members),
            "pages": pages,
            "names": names_url(len(this.members), around),
        },
    )


def linked_data(shown: Members, around: DirectoryContext) -> LinkedData:
    """Who is found there, for search engines; on the list of everybody it would say nothing new."""
    return lambda addresses: members_data(shown, addresses, around.businesses)


def further(this: MemberList, number: int) -> tuple[str, Mapping[str, object]]:
    return f"{this.kind}_PAGE", {**this.parts, "number": number}


def way_to(this: MemberList, number: int, around: DirectoryContext) -> tuple[Crumb, ...]:
    """From the directory; on further pages the name of the list leads to its first page."""
    way = (section_crumb(around.localizer.urls, "DIRECTORY"), *this.crumbs)
    if number == 1:
        return way if this.crumbs else ()
    last = way[-1]
    return (*way[:-1], Crumb(last.label, page_url(this, around, 1), last.kind))


def names_url(total: int, around: DirectoryContext) -> str | None:
    """The list by name, for a list long enough to wonder about its order."""
    return around.localizer.urls.url("NAMES") if total >= ENOUGH_TO_ORDER else None


def rotated_today(members: Members, around: DirectoryContext) -> Members:
    return rotated(members, around.edition.today)


def reach_today(town: Town, members: Members, around: DirectoryContext) -> Reach:
    return reach(town, members, around.edition.today)


def skill_pages(around: DirectoryContext) -> Iterator[Page]:
    for skill in around.association.skills:
        if members := around.groups.by_skill.get(skill.id):
            yield from listing(with_skill(skill, rotated_today(members, around), around), around)
            yield from skill_town_pages(skill, around)


def skill_town_pages(skill: Skill, around: DirectoryContext) -> Iterator[Page]:
    for town in around.association.towns:
        if members := around.groups.by_skill_and_town.get((skill.id, town.id)):
            found = reach_today(town, members, around)
            yield from listing(with_skill_in_town(skill, found, around), around)


def with_skill(skill: Skill, members: Members, around: DirectoryContext) -> MemberList:
    title = title_of(skill, around)
    return MemberList(
        kind="SKILL",
        template="members_by_skill",
        parts={"id": skill.id},
        members=members,
        crumbs=(Crumb(title, None),),
        view={
            "skill": around.localizer.say(skill.name),
            "title": title,
            "description": around.localizer.prose(skill.description, "members.yaml"),
            "presence": members_summary(members, around.localizer),
            "towns": towns_of(skill.id, around.association, around.groups, around.localizer),
            "others": related_skills(skill, around),
        },
    )


def with_skill_in_town(skill: Skill, found: Reach, around: DirectoryContext) -> MemberList:
    localizer, town = around.localizer, found.town
    title, place = title_of(skill, around), localizer.say(town.name)
    skill_url = localizer.urls.url("SKILL", id=skill.id)
    at = at_town(place, localizer.language)
    return MemberList(
        kind="SKILL_TOWN",
        template="members_by_skill_and_town",
        parts={"skill": skill.id, "town": town.id},
        members=found.members,
        reach=found,
        crumbs=(Crumb(title, skill_url), Crumb(f"{title} {at}", None)),
        view={
            "skill": localizer.say(skill.name),
            "providers": title,
            "title": f"{title} {at}",
            "skill_url": skill_url,
            "at": at,
            "town_url": localizer.urls.url("TOWN", id=town.id),
            "description": localizer.prose(skill.description, "members.yaml"),
            "presence": members_summary(found.members, localizer, town),
            "nearby": nearby_towns(town, around, skill),
            "others": related_skills(skill, around, town),
        },
    )


def title_of(skill: Skill, around: DirectoryContext) -> str:
    """What those who offer it are called, else what it is called."""
    return around.localizer.say(skill.plural or skill.name)


def town_pages(around: DirectoryContext) -> Iterator[Page]:
    for town in around.association.towns:
        if members := around.groups.by_town.get(town.id):
            yield from listing(in_town(reach_today(town, members, around), around), around)


def in_town(found: Reach, around: DirectoryContext) -> MemberList:
    town = found.town
    name = around.localizer.say(town.name)
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
            "at": at_town(name, around.localizer.language),
            "presence": members_summary(found.members, around.localizer, town),
            "skills": skills,
            "specialities": tuple(skill.label for skill in fullest(skills, SPECIALITIES)),
            "nearby": nearby_towns(town, around),
            "map": around.territory.focused(town) if around.territory else None,
        },
    )


def skills_in(town: Town, around: DirectoryContext) -> tuple[Facet, ...]:
    """What one finds in that town, with the pages of both."""
    return by_label(
        skill_way(skill, around, town)
        for skill in around.association.skills
        if (skill.id, town.id) in around.groups.by_skill_and_town
    )


def type_pages(around: DirectoryContext) -> Iterator[Page]:
    for type_ in around.association.types:
        if type_.id in around.groups.by_type:
            yield from listing(of_type(type_, around), around)


def of_type(type_: MembershipType, around: DirectoryContext) -> MemberList:
    name = around.localizer.say(type_.plural or type_.name)
    return MemberList(
        kind="MEMBERSHIP_TYPE",
        template="members_by_type",
        parts={"id": type_.id},
        members=rotated_today(around.groups.by_type[type_.id], around),
        crumbs=(Crumb(name, None),),
        view={
            "type": name,
            "description": around.localizer.prose(type_.description, "members.yaml"),
            "others": tuple(facet for facet in around.facets.types if facet.id != type_.id),
        },
    )


def directory_pages(around: DirectoryContext, finding: SearchForm | None) -> Iterator[Page]:
    association, localizer = around.association, around.localizer
    intro = introduction("DIRECTORY", association, localizer)
    directory = MemberList(
        kind="DIRECTORY",
        template="directory",
        members=rotated_today(association.members, around),
        description=intro.lead if intro else "",
        view={
            "introduction": intro,
            "facets": around.facets,
            "finding": finding,
            "browse": whole_index(around.facets, association, around.groups, localizer),
            "map": around.territory,
        },
    )
    return listing(directory, around)


def name_pages(around: DirectoryContext) -> Iterator[Page]:
    """The members in the order of their names, where there are enough for that to be another one."""
    members = around.association.members
    if len(members) >= ENOUGH_TO_ORDER:
        crumbs = (Crumb("", None, "NAMES"),)
        yield from listing(MemberList("NAMES", "members_by_name", members, crumbs), around)


def nearby_towns(town: Town, around: DirectoryContext, skill: Skill | None = None) -> tuple[Facet, ...]:
    """The nearest towns where somebody is; where somebody offers `skill`, if that is asked."""
    found = (
        town_way(other, far, around, skill)
        for other, far in around.neighbours[town.id]
        if count_in(other, around, skill)
    )
    return tuple(islice(found, MOST))


def town_way(town: Town, far: float | None, around: DirectoryContext, skill: Skill | None) -> Facet:
    facet = town_facet(town, count_in(town, around, skill), around.localizer, far)
    return in_both(facet, skill.id, around.localizer) if skill else facet


def count_in(town: Town, around: DirectoryContext, skill: Skill | None) -> int:
    groups = around.groups
    return len(
        groups.by_skill_and_town.get((skill.id, town.id), ()) if skill else groups.by_town.get(town.id, ())
    )


def related_skills(skill: Skill, around: DirectoryContext, town: Town | None = None) -> tuple[Facet, ...]:
    """What the same members offer too; in `town` where somebody does."""
    others = related(skill.id, around.association.skills, around.groups)[:MOST]
    return tuple(skill_way(other, around, town) for other in others)


def skill_way(skill: Skill, around: DirectoryContext, town: Town | None = None) -> Facet:
    groups = around.groups
    everywhere = skill_facet(skill, len(groups.by_skill[skill.id]), around.localizer)
    there = groups.by_skill_and_town.get((skill.id, town.id)) if town else None
    if town is None or not there:
        return everywhere
    url = around.localizer.urls.url("SKILL_TOWN", skill=skill.id, town=town.id)
    return replace(everywhere, url=url, count=len(there))
