"""How many members there are: by type, skill, town and year of joining; published ones only.

A chart for the eye, a table that says all of it.
"""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import partial

from babel import numbers

from ..domain.directory import grouped
from ..domain.members import Member
from ..domain.text import Slug
from ..drawings.charts import MOST_BARS, MOST_COLUMNS, Amount, Bars, ColumnLayout, bars, columns
from ..host.outputs import Crumb, Page, Shown, page, section_crumb
from ..render.typography import locale_of
from ..views.facets import Facet
from ..views.localizer import Localizer
from .context import DirectoryContext

LEAST_SHARE = 0.005


def statistics_page(around: DirectoryContext) -> Iterator[Page]:
    """Where enough members are named."""
    urls = around.localizer.urls
    if not around.association.members or around.association.names_few:
        return
    total = around.association.member_count
    figures = Figures(total, around.localizer)
    view = {
        "total": total,
        "total_in_figures": figures.number(total),
        "statistics": tuple(statistics(around, figures)),
        "has_families": any(type_.parent for type_ in around.association.types),
        "updated": around.edition.today,
    }
    crumbs = (section_crumb(urls, "DIRECTORY"), Crumb("", None, "STATISTICS"))
    shown = partial(Shown, crumbs=crumbs, view=view)
    yield page(urls, "STATISTICS", "statistics", menu="DIRECTORY", shown=shown)


@dataclass(frozen=True, slots=True)
class Row:
    """number and share as the language writes them."""

    name: str
    url: str | None
    number: str
    share: str


@dataclass(frozen=True, slots=True)
class Statistic:
    """kind: `types`, `skills`, `towns` or `years`; missing: the members in none of the rows."""

    kind: str
    rows: tuple[Row, ...]
    missing: int
    bars: Bars | None = None
    columns: ColumnLayout | None = None


@dataclass(frozen=True, slots=True)
class Group:
    """Members who have something in common, by their ids."""

    name: str
    members: frozenset[Slug]
    url: str | None = None


@dataclass(frozen=True, slots=True)
class Figures:
    """Numbers in the words of one language; `total`: of all members."""

    total: int
    localizer: Localizer

    def number(self, count: int) -> str:
        return numbers.format_decimal(count, locale=locale_of(self.localizer.language))

    def share(self, count: int) -> str:
        """« 12 % » of all members; « < 1 % » rather than nothing, « > 99 % » rather than all of them."""
        share, locale = count / self.total, locale_of(self.localizer.language)
        if 0 < share < LEAST_SHARE:
            return f"< {numbers.format_percent(0.01, locale=locale)}"
        if 1 - LEAST_SHARE <= share < 1:
            return f"> {numbers.format_percent(0.99, locale=locale)}"
        return numbers.format_percent(share, locale=locale)

    def row(self, group: Group) -> Row:
        count = len(group.members)
        return Row(group.name, group.url, self.number(count), self.share(count))

    def amount(self, name: str, count: int) -> Amount:
        return Amount(name, count, self.number(count))


def statistics(around: DirectoryContext, figures: Figures) -> Iterator[Statistic]:
    """Those of which something is known."""
    facets, groups = around.ways.facets, around.groups
    found = (
        by_group("types", faceted(facets.types, groups.by_type), figures),
        by_group("skills", faceted(facets.skills, groups.by_skill), figures),
        by_group("towns", town_groups(around), figures),
        by_year(Counter(one.joined.year for one in around.association.members if one.joined), figures),
    )
    return (statistic for statistic in found if statistic)


def faceted(facets: Iterable[Facet], members: Mapping[str, tuple[Member, ...]]) -> Iterator[Group]:
    return (Group(facet.label, ids(members[facet.id]), facet.url) for facet in facets)


def town_groups(around: DirectoryContext) -> Iterator[Group]:
    """Each member in their own town, not where they come."""
    own = grouped((member.town.id, member) for member in around.association.members if member.town)
    return faceted((facet for facet in around.ways.facets.towns if facet.id in own), own)


def ids(members: Iterable[Member]) -> frozenset[str]:
    return frozenset(member.id for member in members)


def by_group(kind: str, groups: Iterable[Group], figures: Figures) -> Statistic | None:
    """The largest groups first, the smallest together in one bar; None without any."""
    ordered = sorted(groups, key=lambda group: -len(group.members))
    if not ordered:
        return None
    shown = ordered if len(ordered) <= MOST_BARS + 1 else ordered[:MOST_BARS]
    others = ordered[len(shown) :]
    amounts = tuple(figures.amount(group.name, len(group.members)) for group in shown)
    rest = figures.amount("", len(everybody(others))) if others else None
    return Statistic(
        kind=kind,
        rows=tuple(map(figures.row, ordered)),
        missing=figures.total - len(everybody(ordered)),
        bars=bars(amounts, rest, len(others)),
    )


def everybody(groups: Iterable[Group]) -> frozenset[Slug]:
    return frozenset(member for group in groups for member in group.members)


def by_year(counts: Mapping[int, int], figures: Figures) -> Statistic | None:
    """Every year from the first to the last; of a long history, the first years together in one column."""
    if not counts:
        return None
    last = max(counts)
    first = max(min(counts), last - MOST_COLUMNS + 1)
    early = tuple(year for year in sorted(counts) if year < first)
    shown = tuple(range(first, last + 1))
    before = (figures.amount(f"≤ {first - 1}", sum(counts[year] for year in early)),) if early else ()
    amounts = tuple(figures.amount(str(year), counts.get(year, 0)) for year in shown)
    return Statistic(
        kind="years",
        rows=year_rows((*early, *shown), counts, figures),
        missing=figures.total - sum(counts.values()),
        columns=columns((*before, *amounts)),
    )


def year_rows(years: Sequence[int], counts: Mapping[int, int], figures: Figures) -> tuple[Row, ...]:
    found = ((year, counts.get(year, 0)) for year in years)
    return tuple(Row(str(year), None, figures.number(count), figures.share(count)) for year, count in found)
