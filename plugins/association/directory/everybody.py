"""The lists of everybody: the directory itself, whose first page is searched, and the list by name."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import partial

from ..domain.articles import StaticPage
from ..host.outputs import Crumb, Page
from ..views.facets import NO_FACETS, Numbers, SearchForm, numbers_of, short_index, whole_index
from ..views.localizer import Introduction, introducing, introduction
from ..views.maps import MembersMap
from ..views.members import LabelledLink, letter_links
from .context import DirectoryContext, Search, Ways
from .lists import ENOUGH_TO_ORDER, FEW, About, MemberList, listing, rotated_today


def directory_pages(around: DirectoryContext, search: Search | None) -> Iterator[Page]:
    association = around.association
    form = search.form(around.ways.facets) if search else None
    numbers = numbers_of(association, around.ways.counts, around.localizer)
    beside = Beside(numbers, search, around.territory, has_ways=not association.names_few)
    about = partial(about_everybody, introducing("DIRECTORY", association), form)
    first, further = partial(about, beside), partial(about, None)
    members = rotated_today("everybody", association.members, around)
    return listing(MemberList("DIRECTORY", "directory", members, first, further=further), around)


@dataclass(frozen=True, slots=True)
class Beside:
    """What the first page of the directory has beside members. has_ways: to shorter lists."""

    numbers: Numbers | None
    search: Search | None
    territory: MembersMap
    has_ways: bool


def about_everybody(
    intro: StaticPage | None, form: SearchForm | None, beside: Beside | None, ways: Ways
) -> About:
    """The title alone of what editors wrote is on every page."""
    introduced = introduction(intro, ways.localizer)
    if introduced and not beside:
        introduced = Introduction(introduced.title, "", None)
    facets = ways.facets if beside and beside.has_ways else NO_FACETS
    if form and beside and beside.search:
        form = replace(form, data=beside.search.versioned())
    return About(
        description=introduced.lead if introduced else "",
        view={
            "introduction": introduced,
            "numbers": beside.numbers if beside else None,
            "facets": facets,
            "finding": form,
            "index": short_index(facets, ways.towns, ways.counts, ways.localizer),
            "browse": whole_index(facets, ways.towns, ways.counts, ways.localizer),
            "map": beside.territory.whole() if beside else None,
        },
    )


def name_pages(around: DirectoryContext) -> Iterator[Page]:
    """The members in the order of their names, where there are enough for that to be another one."""
    members = around.association.members
    if len(members) >= ENOUGH_TO_ORDER:
        size, urls = around.edition.members_per_page, around.localizer.urls
        index = letter_links(members, urls, "NAMES", size) if len(members) > FEW else ()
        yield from listing(MemberList("NAMES", "listing", members, partial(about_names, index)), around)


def about_names(index: tuple[LabelledLink, ...], ways: Ways) -> About:
    return About(crumbs=(Crumb("", None, "NAMES"),), view={"index": index})
