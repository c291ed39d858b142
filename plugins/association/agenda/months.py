"""The months of the agenda: which have a page, what is in each, what is over, and their neighbours."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from functools import partial
from itertools import accumulate, groupby

from ..host.outputs import Page, Shown, section_crumb
from ..views.dates import DateRow, MonthLink, MonthOfDates, Week, by_month, month_link, months_between, weeks
from ..views.localizer import Localizer
from ..views.pagination import PagedList, Pagination

LISTED = 40
"""Dates after which a list ends with its month."""
ON_A_PAGE = 100
YEAR = timedelta(days=366)


def before(month: date) -> date:
    return (month - timedelta(days=1)).replace(day=1)


def after(month: date) -> date:
    return (month + timedelta(days=32)).replace(day=1)


@dataclass(frozen=True, slots=True)
class Neighbours:
    """The nearest months that have a page."""

    before: MonthLink | None
    after: MonthLink | None


@dataclass(frozen=True, slots=True)
class Months:
    """The months that have a page: those with a date, and the current one; each with its dates."""

    rows: dict[date, tuple[DateRow, ...]]
    today: date

    @property
    def firsts(self) -> tuple[date, ...]:
        return tuple(self.rows)

    def grid(self, month: date) -> tuple[Week, ...]:
        """With the days of its neighbours that share a week with it."""
        around = (before(month), month, after(month))
        rows = {id(row): row for one in around for row in self.rows.get(one, ())}
        return weeks(month, rows.values(), self.today)


def months_of(every: Iterable[DateRow], today: date) -> Months:
    found: dict[date, list[DateRow]] = {today.replace(day=1): []}
    for row in every:
        for month in months_between(*shown_days(row, today)):
            found.setdefault(month, []).append(row)
    return Months({month: tuple(found[month]) for month in sorted(found)}, today)


def shown_days(row: DateRow, today: date) -> tuple[date, date]:
    """What a partner has on for ten years makes no page of each of their months."""
    if not row.source:
        return row.first_day, row.last_day
    return max(row.first_day, today - YEAR), min(row.last_day, today + YEAR)


def month_links(month: date, months: Sequence[date], localizer: Localizer) -> Neighbours:
    """months: in order."""
    earlier = max((other for other in months if other < month), default=None)
    later = min((other for other in months if other > month), default=None)
    return Neighbours(*(month_link(other, localizer) if other else None for other in (earlier, later)))


def soon_and_later(
    rows: Iterable[DateRow], today: date
) -> tuple[tuple[MonthOfDates, ...], tuple[MonthOfDates, ...]]:
    """The months to come, as many as make a page one can read; and those after them."""
    months = by_month((row for row in rows if not row.is_past), today)
    counts = accumulate(len(month.rows) for month in months)
    shown = next((number for number, count in enumerate(counts, 1) if count >= LISTED), len(months))
    return months[:shown], months[shown:]


def past_pages(past: tuple[DateRow, ...], localizer: Localizer) -> Iterator[Page]:
    """past: the latest first."""
    if past:
        shown = partial(past_shown, len(past), localizer)
        yield from PagedList(localizer.urls, "PAST_DATES").outputs(
            "past_dates", "AGENDA", past, ON_A_PAGE, shown
        )


def past_shown(total: int, localizer: Localizer, dates: tuple[DateRow, ...], pages: Pagination) -> Shown:
    return Shown(
        crumbs=(section_crumb(localizer.urls, "AGENDA"),),
        view={"months": by_month_of_start(dates), "total": total, "pages": pages},
    )


def by_month_of_start(rows: tuple[DateRow, ...]) -> tuple[MonthOfDates, ...]:
    """In the order of the rows."""

    def month(row: DateRow) -> date:
        return row.first_day.replace(day=1)

    return tuple(MonthOfDates(first, tuple(group)) for first, group in groupby(rows, month))
