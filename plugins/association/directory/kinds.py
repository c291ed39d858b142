"""Lists of the members of one kind, and of those who take part in one commission: who they are to a client.

What can be asked of them is counted; how one becomes one of them is a word at the end.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import partial

from ..domain.directory import Members, most_offered
from ..domain.members import MembershipType
from ..domain.membership import way_in
from ..domain.text import Slug, Text
from ..host.outputs import Crumb, Page
from ..views.commissions import members_excerpt
from ..views.members import MembersSummary, members_summary
from .context import DirectoryContext, Ways
from .lists import MOST, SPECIALITIES, About, MemberList, listing, rotated_today, skill_way


def type_pages(around: DirectoryContext) -> Iterator[Page]:
    for type_ in around.association.types:
        if found := around.groups.by_type.get(type_.id):
            members, parts = rotated_today(f"type {type_.id}", found, around), {"id": type_.id}
            unnamed = around.association.headcount(type_.id) - len(found)
            may_join = way_in(type_, around.association.types, around.edition.today) == "open"
            about = partial(about_type, type_, unnamed, may_join, profile_of(found, around))
            yield from listing(MemberList("MEMBERSHIP_TYPE", "listing", members, about, parts), around)


@dataclass(frozen=True, slots=True)
class Profile:
    """Of the members of a kind or of a commission; skills: first what most of them offer."""

    presence: MembersSummary
    skills: tuple[Slug, ...]

    def shown(self, ways: Ways) -> Mapping[str, object]:
        by_id = {skill.id: skill for skill in ways.skills}
        skills = tuple(skill_way(by_id[id_], ways) for id_ in self.skills)
        return {
            "presence": self.presence,
            "skills": skills[:MOST],
            "specialities": tuple(skill.label for skill in skills[:SPECIALITIES]),
        }


def profile_of(members: Members, around: DirectoryContext) -> Profile:
    return Profile(members_summary(members, around.localizer), most_offered(members))


def about_type(type_: MembershipType, unnamed: int, may_join: bool, profile: Profile, ways: Ways) -> About:
    name = ways.localizer.say(type_.plural or type_.name)
    return About(
        crumbs=(Crumb(name, None),),
        view={
            "name": name,
            "unnamed": unnamed,
            "may_join": may_join,
            **profile.shown(ways),
            "description_to_join": ways.localizer.prose(type_.description, "members.yaml"),
            "others": tuple(facet for facet in ways.facets.types if facet.id != type_.id),
        },
    )


def commission_pages(around: DirectoryContext) -> Iterator[Page]:
    """Of the commissions whose own page does not show everybody."""
    for commission in around.association.commissions:
        if members_excerpt(commission, around.localizer.urls, around.edition.today).whole:
            id_, parts = f"commission {commission.id}", {"id": commission.id}
            members = rotated_today(id_, commission.members, around)
            profile = profile_of(commission.members, around)
            about = partial(about_commission, commission.id, commission.name, commission.mission, profile)
            yield from listing(MemberList("COMMISSION_MEMBERS", "listing", members, about, parts), around)


def about_commission(id_: Slug, name: Text, mission: Text | None, profile: Profile, ways: Ways) -> About:
    said, home = ways.localizer.say(name), ways.localizer.urls.url("COMMISSION", id=id_)
    return About(
        crumbs=(Crumb(said, None),),
        view={
            "name": said,
            "url": home,
            "others": (),
            "mission": ways.localizer.say(mission),
            **profile.shown(ways),
        },
    )
