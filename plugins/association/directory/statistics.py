"""How many members there are: by type, skill, town and year of joining; published ones only."""

from collections import Counter
from collections.abc import Iterable, Iterator

from ..domain.groups import grouped
from ..domain.member import Member
from ..host.outputs import Crumb, Page, page, section_crumb
from ..views.charts import Figures, Group, Statistic, by_group, by_year
from ..views.facets import Facet
from .around import Around


def statistics_page(around: Around) -> Iterator[Page]:
    """Where there are members."""
    urls = around.voice.urls
    if not around.association.members:
        return
    total = around.association.member_count
    figures = Figures(total, around.voice)
    view = {
        "total": total,
        "total_in_figures": figures.number(total),
        "statistics": tuple(statistics(around, figures)),
        "has_families": any(type_.parent for type_ in around.association.types),
        "updated": around.edition.today,
    }
    crumbs = (section_crumb(urls, "DIRECTORY"), Crumb("", None, "STATISTICS"))
    yield page(urls, "STATISTICS", "statistics", menu="DIRECTORY", crumbs=crumbs, view=view)


def statistics(around: Around, figures: Figures) -> Iterator[Statistic]:
    """Those of which something is known."""
    facets, groups = around.facets, around.groups
    found = (
        by_group("types", faceted(facets.types, groups.by_type), figures),
        by_group("skills", faceted(facets.skills, groups.by_skill), figures),
        by_group("towns", town_groups(around), figures),
        by_year(Counter(one.joined.year for one in around.association.members if one.joined), figures),
    )
    return (statistic for statistic in found if statistic)


def faceted(facets: Iterable[Facet], members: dict[str, tuple[Member, ...]]) -> Iterator[Group]:
    return (Group(facet.label, ids(members[facet.id]), facet.url) for facet in facets)


def town_groups(around: Around) -> Iterator[Group]:
    """Each member in their own town, not where they come."""
    own = grouped((member.town.id, member) for member in around.association.members if member.town)
    return faceted((facet for facet in around.facets.towns if facet.id in own), own)


def ids(members: Iterable[Member]) -> frozenset[str]:
    return frozenset(member.id for member in members)
