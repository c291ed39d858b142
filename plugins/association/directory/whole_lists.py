"""The lists of everybody: the directory itself, and the members by name."""

from collections.abc import Iterator

from ..host.outputs import Crumb, Page
from ..views.browse import whole_index
from ..views.finding import Finding
from ..views.introduction import introduction
from .around import Around
from .listings import ENOUGH_TO_ORDER, MemberList, in_turn_today, listing


def directory_pages(around: Around, finding: Finding | None) -> Iterator[Page]:
    association, voice = around.association, around.voice
    intro = introduction(association, "annuaire", voice)
    directory = MemberList(
        kind="DIRECTORY",
        template="directory",
        members=in_turn_today(association.members, around),
        description=intro.lead if intro else "",
        view={
            "introduction": intro,
            "facets": around.facets,
            "finding": finding,
            "browse": whole_index(around.facets, association, around.groups, voice),
            "map": around.territory,
        },
    )
    return listing(directory, around)


def name_pages(around: Around) -> Iterator[Page]:
    """The members in the order of their names, where there are enough for that to be another one."""
    members = around.association.members
    if len(members) >= ENOUGH_TO_ORDER:
        crumbs = (Crumb("", None, "NAMES"),)
        yield from listing(MemberList("NAMES", "members_by_name", members, crumbs), around)
