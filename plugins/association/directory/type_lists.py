"""The members of each kind of membership, and of the narrower ones."""

from collections.abc import Iterator

from ..domain.member import MembershipType
from ..host.outputs import Crumb, Page
from .around import Around
from .listings import MemberList, in_turn_today, listing


def type_pages(around: Around) -> Iterator[Page]:
    for type_ in around.association.types:
        if type_.id in around.groups.by_type:
            yield from listing(of_type(type_, around), around)


def of_type(type_: MembershipType, around: Around) -> MemberList:
    name = around.voice.say(type_.plural or type_.name)
    return MemberList(
        kind="MEMBERSHIP_TYPE",
        template="members_by_type",
        parts={"id": type_.id},
        members=in_turn_today(around.groups.by_type[type_.id], around),
        crumbs=(Crumb(name, None),),
        view={
            "type": name,
            "description": around.voice.prose(type_.description, "members.yaml"),
            "others": tuple(facet for facet in around.facets.types if facet.id != type_.id),
        },
    )
