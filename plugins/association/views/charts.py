"""Numbers of members as a page shows them: a chart for the eye, a table that says all of it."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from babel import numbers

from ..domain.slugs import Slug
from ..drawings.charts import MOST_BARS, MOST_COLUMNS, Amount, Bars, Columns, bars, columns
from ..host.templates import locale_of
from .voice import Voice

LEAST_SHARE = 0.005


@dataclass(frozen=True, slots=True)
class Group:
    """Members who have something in common, by their ids."""

    name: str
    members: frozenset[Slug]
    url: str | None = None


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
    columns: Columns | None = None


@dataclass(frozen=True, slots=True)
class Figures:
    """Numbers in the words of one language; `total`: of all members."""

    total: int
    voice: Voice

    def number(self, count: int) -> str:
        return numbers.format_decimal(count, locale=locale_of(self.voice.language))

    def share(self, count: int) -> str:
        """« 12 % » of all members; « < 1 % » rather than nothing, « > 99 % » rather than all of them."""
        share, locale = count / self.total, locale_of(self.voice.language)
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
