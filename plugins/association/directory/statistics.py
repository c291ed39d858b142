"""How many members there are: by type, skill, town and year of joining; published ones only.

One table a question, each row with its bar, and a sentence that says what there is to see in it.
"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import partial

from babel import numbers

from ..domain.directory import grouped
from ..domain.members import Member
from ..domain.phrases import at_town
from ..domain.text import Slug
from ..host.outputs import Crumb, Page, Shown, page, section_crumb
from ..render.typography import in_a_row, locale_of
from ..views.facets import Facet
from ..views.localizer import Localizer
from .context import DirectoryContext

LEAST_SHARE = 0.005
MOST_ROWS = 15
"""As many are seen at once; of a longer list, the others are told together and wait behind their number."""
PERIODS = (1, 5, 10, 25, 50, 100, 1000)
FILES = ("MEMBERS_CSV", "MEMBERS_DATA", "MEMBERS_GEOJSON", "MEMBERS_VCARDS", "MEMBERS_VCARDS_3")


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
        "files": tuple(data_files(around)),
        "placed": sum(bool(one.town and one.town.position) for one in around.association.members),
    }
    crumbs = (section_crumb(urls, "DIRECTORY"), Crumb("", None, "STATISTICS"))
    shown = partial(Shown, crumbs=crumbs, view=view)
    yield page(urls, "STATISTICS", "statistics", menu="DIRECTORY", shown=shown)


@dataclass(frozen=True, slots=True)
class DataFile:
    """kind: as in URLS."""

    kind: str
    name: str
    url: str


def data_files(around: DirectoryContext) -> Iterator[DataFile]:
    for kind in FILES:
        if url := around.localizer.urls.url(kind):
            yield DataFile(kind, url.rpartition("/")[2], url)


@dataclass(frozen=True, slots=True)
class Row:
    """number and share as the language writes them; length: of its bar, in per cent of the longest."""

    name: str
    url: str | None
    number: str
    share: str
    length: float


@dataclass(frozen=True, slots=True)
class Statistic:
    """kind: `types`, `skills`, `towns` or `years`; missing: the members in none of the rows.

    others: the rows of a long list after the first; rest: all of them together, if there are any.
    seen: what strikes in it; None where nothing does.
    """

    kind: str
    rows: tuple[Row, ...]
    missing: int
    seen: "Seen | None" = None
    others: tuple[Row, ...] = ()
    rest: Row | None = None


@dataclass(frozen=True, slots=True)
class Seen:
    """So many members are in the groups of these `names`, in a row as a sentence has them.

    part, nearness: « les deux tiers », of `PARTS`: `exactly`, `about` or `least`; '' where it says too much.
    """

    number: str
    names: str
    groups: int
    part: str = ""
    nearness: str = ""
    is_since: bool = False


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

    def row(self, group: Group, most: int) -> Row:
        count = len(group.members)
        length = round(100 * count / most, 1)
        return Row(group.name, group.url, self.number(count), self.share(count), length)

    def rows(self, groups: Iterable[Group]) -> tuple[Row, ...]:
        found = tuple(groups)
        most = max(len(group.members) for group in found)
        return tuple(self.row(group, most) for group in found)

    def seen(self, kind: str, groups: tuple[Group, ...], is_since: bool = False) -> Seen:
        count = len(everybody(groups))
        part, nearness = part_of(count, self.total)
        names = self.in_a_row(kind, tuple(group.name for group in groups))
        return Seen(self.number(count), names, len(groups), part, nearness, is_since)

    def in_a_row(self, kind: str, names: tuple[str, ...]) -> str:
        """« à Lens et à Arras », « Réseaux ou Formation », « Agences et Écoles »."""
        language = self.localizer.language
        if kind == "towns":
            names = tuple(at_town(name, language) for name in names)
        return in_a_row(names, language, "or" if kind == "skills" else "standard")


def statistics(around: DirectoryContext, figures: Figures) -> Iterator[Statistic]:
    """Those of which something is known."""
    facets, groups = around.ways.facets, around.groups
    joined = grouped((one.joined.year, one.id) for one in around.association.members if one.joined)
    found = (
        by_group("types", faceted(facets.types, groups.by_type), figures),
        by_group("skills", faceted(facets.skills, groups.by_skill), figures),
        by_group("towns", town_groups(around), figures),
        by_year(joined, figures),
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
    """The largest groups first; None without any."""
    ordered = sorted(groups, key=lambda group: -len(group.members))
    if not ordered:
        return None
    shown = ordered if len(ordered) <= MOST_ROWS + 1 else ordered[:MOST_ROWS]
    others, rows, striking = ordered[len(shown) :], figures.rows(ordered), leading(ordered, figures.total)
    return Statistic(
        kind=kind,
        rows=rows[: len(shown)],
        missing=figures.total - len(everybody(ordered)),
        seen=figures.seen(kind, striking) if striking else None,
        others=rows[len(shown) :],
        rest=figures.row(Group("", everybody(others)), figures.total) if others else None,
    )


def everybody(groups: Iterable[Group]) -> frozenset[Slug]:
    return frozenset(member for group in groups for member in group.members)


LEADING = 4
"""As many groups are named at most."""


def leading(ordered: list[Group], total: int) -> tuple[Group, ...]:
    """The first groups that have half of all members, else the most that have a quarter of them.

    Groups of one size are named all or none; who is in a wider group too is not named twice.
    """
    found: tuple[Group, ...] = ()
    for number, group in enumerate(ordered[:LEADING], 1):
        if number < len(ordered) and len(group.members) == len(ordered[number].members):
            continue
        first = tuple(distinct(ordered[:number]))
        count = len(everybody(first))
        if count > len(first) and 4 * count >= total:
            found = first
        if 2 * count >= total:
            break
    return found


def distinct(groups: Iterable[Group]) -> Iterator[Group]:
    """Without those whose members are all in one before."""
    known: frozenset[Slug] = frozenset()
    for group in groups:
        if not group.members <= known:
            yield group
        known |= group.members


PARTS = {"quarter": 1 / 4, "third": 1 / 3, "half": 1 / 2, "two_thirds": 2 / 3, "three_quarters": 3 / 4}
NEAR = 0.025
FEW = 10
"""Of fewer members, a part says more than the number does."""


def part_of(count: int, total: int) -> tuple[str, str]:
    """A part of all that is told in words, and how near it is; ('', '') where the number says it better."""
    share = count / total
    if count == total:
        return "all", "exactly"
    if total < FEW or share < PARTS["quarter"] - NEAR:
        return "", ""
    nearest = min(PARTS, key=lambda name: abs(PARTS[name] - share))
    if abs(PARTS[nearest] - share) <= NEAR:
        return nearest, "exactly" if abs(PARTS[nearest] - share) < 1e-9 else "about"
    return max((name for name in PARTS if PARTS[name] < share), key=PARTS.__getitem__), "least"


def by_year(joined: Mapping[int, tuple[Slug, ...]], figures: Figures) -> Statistic | None:
    """Every year from the first to the last; of a long history, every five years, ten…"""
    if not joined:
        return None
    first, last = min(joined), max(joined)
    step = next(step for step in PERIODS if last // step - first // step < MOST_ROWS)
    return Statistic(
        kind="years",
        rows=figures.rows(groups_of_years(joined, first, last, step)),
        missing=figures.total - sum(map(len, joined.values())),
        seen=seen_of_years(joined, figures),
    )


def groups_of_years(
    joined: Mapping[int, tuple[Slug, ...]], first: int, last: int, step: int
) -> Iterator[Group]:
    for start in range(first // step * step, last + 1, step):
        years = range(max(start, first), min(start + step - 1, last) + 1)
        name = f"{years[0]}–{years[-1]}" if len(years) > 1 else str(years[0])
        yield Group(name, frozenset(one for year in years for one in joined.get(year, ())))


def seen_of_years(joined: Mapping[int, tuple[Slug, ...]], figures: Figures) -> Seen | None:
    """Since when half of all members have come, else a quarter of them; not of one or two."""
    since: frozenset[Slug] = frozenset()
    for year in sorted(joined, reverse=True):
        since |= frozenset(joined[year])
        if 2 * len(since) >= figures.total:
            break
    if len(since) < 2 or 4 * len(since) < figures.total:
        return None
    return figures.seen("years", (Group(str(year), since),), is_since=year < max(joined))
