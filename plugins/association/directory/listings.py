"""What all static lists of members have in common: page by page, in an order that is said."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from functools import partial

from ..domain.groups import Members
from ..domain.nearness import Reach, reach
from ..domain.places import Town
from ..domain.turns import in_turn
from ..exports.structured_data import members_data
from ..host.outputs import Crumb, LinkedData, Page, page, section_crumb
from ..views.pagination import Pagination, paged
from ..views.presence import list_parts
from .around import Around

ENOUGH_TO_ORDER = 3
"""As many members, and the order of a list is worth a word and a page by name."""


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


def listing(this: MemberList, around: Around) -> Iterator[Page]:
    """The pages of a list; one, even if it is empty; none when the list is switched off."""
    if page_url(this, around, 1) is None:
        return
    for shown, pages in paged(this.members, page_size(this, around), partial(page_url, this, around)):
        yield list_page(this, shown, pages, around)


def page_size(this: MemberList, around: Around) -> int:
    """Everybody on one page where further pages are switched off."""
    has_more_pages = around.voice.urls.url(f"{this.kind}_PAGE", **this.parts, number=2) is not None
    return max(1, around.edition.members_per_page if has_more_pages else len(this.members))


def page_url(this: MemberList, around: Around, number: int) -> str | None:
    if number == 1:
        return around.voice.urls.url(this.kind, **this.parts)
    return around.voice.urls.url(f"{this.kind}_PAGE", **this.parts, number=number)


def list_page(this: MemberList, shown: Members, pages: Pagination, around: Around) -> Page:
    """`shown` are the members of this page, whom its view calls `members`."""
    kind, parts = (this.kind, this.parts) if pages.number == 1 else further(this, pages.number)
    return page(
        around.voice.urls,
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


def linked_data(shown: Members, around: Around) -> LinkedData:
    """Who is found there, for search engines; on the list of everybody it would say nothing new."""
    return lambda addresses: members_data(shown, addresses, around.businesses)


def further(this: MemberList, number: int) -> tuple[str, Mapping[str, object]]:
    return f"{this.kind}_PAGE", {**this.parts, "number": number}


def way_to(this: MemberList, number: int, around: Around) -> tuple[Crumb, ...]:
    """From the directory; on further pages the name of the list leads to its first page."""
    way = (section_crumb(around.voice.urls, "DIRECTORY"), *this.crumbs)
    if number == 1:
        return way if this.crumbs else ()
    last = way[-1]
    return (*way[:-1], Crumb(last.label, page_url(this, around, 1), last.kind))


def names_url(total: int, around: Around) -> str | None:
    """The list by name, for a list long enough to wonder about its order."""
    return around.voice.urls.url("NAMES") if total >= ENOUGH_TO_ORDER else None


def in_turn_today(members: Members, around: Around) -> Members:
    return in_turn(members, around.edition.today)


def reach_today(town: Town, members: Members, around: Around) -> Reach:
    return reach(town, members, around.edition.today)
