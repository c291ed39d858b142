"""The static lists of members by skill, by town; that of everybody is in everybody.py.

Each is shown page by page, in an order that is said, with ways to other lists: what is near, what is related,
never too many.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace
from functools import partial
from itertools import islice

from ..domain.directory import Members, Reach, reach, related, rotated
from ..domain.members import Skill
from ..domain.phrases import at_town
from ..domain.places import Town
from ..exports.json_ld import Businesses, members_data
from ..host.outputs import Crumb, LinkedData, Page, Shown, page, section_crumb
from ..views.facets import (
    Facet,
    by_label,
    fullest,
    in_both,
    skill_facet,
    town_facet,
    towns_of,
)
from ..views.localizer import Localizer
from ..views.maps import MembersMap
from ..views.members import (
    Cards,
    MembersSummary,
    letters_of,
    list_parts,
    members_summary,
)
from ..views.pagination import PagedList, Pagination
from .context import DirectoryContext, Ways

ENOUGH_TO_ORDER = 3
"""As many members, and the order of a list is worth a word and a page by name."""
SPECIALITIES = 3
"""As many skills are named in the introduction."""
FEW = 12
"""As many members are found at a glance, without letters above them."""
MOST = 12


NOTHING_MORE = {"description": None, "mission": "", "map": None, "unnamed": 0}
"""What some lists show and others do not."""


@dataclass(frozen=True, slots=True)
class About:
    """What a list is of.

    crumbs: the way to it from the directory; the last is what the list is called.
    view: what its template shows beside the members.
    """

    crumbs: tuple[Crumb, ...] = ()
    view: Mapping[str, object] = field(default_factory=dict)
    description: str = ""


@dataclass(frozen=True, slots=True)
class MemberList:
    """One list of members, however many pages it has.

    kind: of its first page; the others are of the kind `{kind}_PAGE`.
    members: in the order in which they are shown.
    about: tells what it is of, given the ways to other lists; further: on all pages but the first, where
        they show less.
    reach: of the list of a town, who is there and who comes there.
    """

    kind: str
    template: str
    members: Members
    about: partial[About]
    parts: Mapping[str, str] = field(default_factory=dict)
    reach: Reach | None = None
    further: partial[About] | None = None

    def on(self, number: int, shown: Members) -> "MemberList":
        """What one of its pages shows of it."""
        reach, about = self.reach and self.reach.among(shown), self.about
        if number > 1 and self.further:
            about = self.further
        return replace(self, members=shown, reach=reach, about=about, further=None)


def listing(this: MemberList, around: DirectoryContext) -> Iterator[Page]:
    """The pages of a list; one, even if it is empty; none when the list is switched off."""
    urls = around.localizer.urls
    every = PagedList(urls, this.kind, this.parts)
    for shown, pages in every.pages(this.members, around.edition.members_per_page):
        kind, parts = every.place(pages.number)
        own, whole = this.on(pages.number, shown), Whole(len(this.members), is_measured(this))
        view = partial(list_shown, own, whole, pages, around.ways, around.cards, around.businesses)
        yield page(
            urls, kind, this.template, parts, menu="DIRECTORY", shown=view, is_indexed=bool(this.members)
        )


@dataclass(frozen=True, slots=True)
class Whole:
    """What a page of a list tells of all that are on it; is_measured: as of Reach."""

    total: int
    is_measured: bool


def is_measured(this: MemberList) -> bool:
    return bool(this.reach and this.reach.is_measured)


def list_shown(
    this: MemberList, whole: Whole, pages: Pagination, ways: Ways, cards: Cards, businesses: Businesses
) -> Shown:
    """One page of a list: `this.members` are those on it."""
    about, is_first = this.about(ways), pages.number == 1
    return Shown(
        title=about.crumbs[-1].label if about.crumbs else "",
        description=about.description if is_first else "",
        crumbs=way_to(this, about, is_first, ways.localizer),
        linked_data=linked_data(this.members, businesses) if this.parts else None,
        view={
            **NOTHING_MORE,
            **about.view,
            "kind": this.kind,
            "members": cards.of(this.members),
            "parts": list_parts(this.reach, cards) if this.reach else (),
            "letters": letters_of(this.members, cards) if about.view.get("index") else (),
            "is_measured": whole.is_measured,
            "total": whole.total,
            "pages": pages,
            "names": names_url(whole.total, ways.localizer),
        },
    )


def linked_data(shown: Members, businesses: Businesses) -> LinkedData:
    """Who is found there, for search engines; on the list of everybody it would say nothing new."""
    return lambda addresses: members_data(shown, addresses, businesses)


def way_to(this: MemberList, about: About, is_first: bool, localizer: Localizer) -> tuple[Crumb, ...]:
    """From the directory; on further pages the name of the list leads to its first page."""
    way = (section_crumb(localizer.urls, "DIRECTORY"), *about.crumbs)
    if is_first:
        return way if about.crumbs else ()
    last = way[-1]
    return (*way[:-1], Crumb(last.label, localizer.urls.url(this.kind, **this.parts), last.kind))


def names_url(total: int, localizer: Localizer) -> str | None:
    """The list by name, for a list long enough to wonder about its order."""
    return localizer.urls.url("NAMES") if total >= ENOUGH_TO_ORDER else None


def rotated_today(list_of: str, members: Members, around: DirectoryContext) -> Members:
    """list_of: what they have in common, by which the same list is known again."""
    return around.edition.memory.same("list", list_of, value=rotated(members, around.edition.today))


def reach_today(skill: str, town: Town, members: Members, around: DirectoryContext) -> Reach:
    found = reach(town, members, around.edition.today)
    return around.edition.memory.same("reach", skill, town.id, value=found)


def skill_pages(around: DirectoryContext) -> Iterator[Page]:
    for skill in around.association.skills:
        if found := around.groups.by_skill.get(skill.id):
            members = rotated_today(f"skill {skill.id}", found, around)
            about = partial(about_skill, skill, members_summary(members, around.localizer))
            parts = {"id": skill.id}
            yield from listing(MemberList("SKILL", "listing", members, about, parts), around)
            yield from skill_town_pages(skill, around)


def about_skill(skill: Skill, presence: MembersSummary, ways: Ways) -> About:
    localizer, title = ways.localizer, title_of(skill, ways)
    return About(
        crumbs=(Crumb(title, None),),
        view={
            "skill": localizer.say(skill.name),
            "title": title,
            "has_providers": skill.plural is not None,
            "description": localizer.prose(skill.description, "members.yaml"),
            "presence": presence,
            "towns": towns_of(skill.id, ways.towns, ways.counts, localizer),
            "others": related_skills(skill, ways),
        },
    )


def title_of(skill: Skill, ways: Ways) -> str:
    """What those who offer it are called, else what it is called."""
    return ways.localizer.say(skill.plural or skill.name)


def skill_town_pages(skill: Skill, around: DirectoryContext) -> Iterator[Page]:
    for town in around.association.towns:
        if members := around.groups.by_skill_and_town.get((skill.id, town.id)):
            found = reach_today(skill.id, town, members, around)
            presence = members_summary(found.members, around.localizer, town)
            yield from listing(
                MemberList(
                    kind="SKILL_TOWN",
                    template="listing",
                    members=found.members,
                    about=partial(about_skill_in_town, skill, town, presence),
                    parts={"skill": skill.id, "town": town.id},
                    reach=found,
                ),
                around,
            )


def about_skill_in_town(skill: Skill, town: Town, presence: MembersSummary, ways: Ways) -> About:
    localizer = ways.localizer
    title, place = title_of(skill, ways), localizer.say(town.name)
    skill_url = localizer.urls.url("SKILL", id=skill.id)
    at = at_town(place, localizer.language)
    return About(
        crumbs=(Crumb(title, skill_url), Crumb(f"{title} {at}", None)),
        view={
            "skill": localizer.say(skill.name),
            "providers": title,
            "title": f"{title} {at}",
            "skill_url": skill_url,
            "at": at,
            "town_url": localizer.urls.url("TOWN", id=town.id),
            "description": localizer.prose(skill.description, "members.yaml"),
            "presence": presence,
            "nearby": nearby_towns(town, ways, skill),
            "others": related_skills(skill, ways, town),
        },
    )


def town_pages(around: DirectoryContext) -> Iterator[Page]:
    for town in around.association.towns:
        if members := around.groups.by_town.get(town.id):
            found = reach_today("", town, members, around)
            presence = members_summary(found.members, around.localizer, town)
            about = partial(about_town, town, presence, around.territory)
            parts = {"id": town.id}
            this = MemberList("TOWN", "listing", found.members, about, parts, found)
            yield from listing(this, around)


def about_town(town: Town, presence: MembersSummary, territory: MembersMap, ways: Ways) -> About:
    localizer = ways.localizer
    name, skills = localizer.say(town.name), skills_in(town, ways)
    return About(
        crumbs=(Crumb(name, None),),
        view={
            "town": name,
            "at": at_town(name, localizer.language),
            "presence": presence,
            "skills": skills,
            "specialities": tuple(skill.label for skill in fullest(skills, SPECIALITIES)),
            "nearby": nearby_towns(town, ways),
            "map": territory.focused(town),
        },
    )


def skills_in(town: Town, ways: Ways) -> tuple[Facet, ...]:
    """What one finds in that town, with the pages of both."""
    return by_label(
        skill_way(skill, ways, town)
        for skill in ways.skills
        if (skill.id, town.id) in ways.counts.by_skill_and_town
    )


def nearby_towns(town: Town, ways: Ways, skill: Skill | None = None) -> tuple[Facet, ...]:
    """The nearest towns where somebody is; where somebody offers `skill`, if that is asked."""
    found = (
        town_way(other, far, ways, skill)
        for other, far in ways.neighbours[town.id]
        if count_in(other, ways, skill)
    )
    return tuple(islice(found, MOST))


def town_way(town: Town, far: float | None, ways: Ways, skill: Skill | None) -> Facet:
    facet = town_facet(town, count_in(town, ways, skill), ways.localizer, far)
    return in_both(facet, skill.id, ways.localizer) if skill else facet


def count_in(town: Town, ways: Ways, skill: Skill | None) -> int:
    counts = ways.counts
    return counts.by_skill_and_town.get((skill.id, town.id), 0) if skill else counts.by_town.get(town.id, 0)


def related_skills(skill: Skill, ways: Ways, town: Town | None = None) -> tuple[Facet, ...]:
    """What the same members offer too; in `town` where somebody does."""
    others = related(skill.id, ways.skills, ways.counts)[:MOST]
    return tuple(skill_way(other, ways, town) for other in others)


def skill_way(skill: Skill, ways: Ways, town: Town | None = None) -> Facet:
    everywhere = skill_facet(skill, ways.counts.by_skill[skill.id], ways.localizer)
    there = ways.counts.by_skill_and_town.get((skill.id, town.id)) if town else None
    if town is None or not there:
        return everywhere
    url = ways.localizer.urls.url("SKILL_TOWN", skill=skill.id, town=town.id)
    return replace(everywhere, url=url, count=there)
