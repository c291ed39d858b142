"""The months of the agenda: which have a page, what is in each, and their neighbours."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import accumulate

from ..views.dates import DateRow, MonthLink, MonthOfDates, Week, by_month, month_link, months_between, weeks
from ..views.localizer import Localizer

LISTED = 40
"""Dates after which a list ends with its month."""
MONTHS, LISTED_WITH_ALL = 3, 11
"""On the agenda itself, which has much else."""
OF_ONE_DAY = 3
"""Dates, in the table of the agenda; the page of the month has all."""
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

    def grid(self, month: date, most: int | None = None) -> tuple[Week, ...]:
        """With the days of its neighbours that share a week with it."""
        around = (before(month), month, after(month))
        rows = {id(row): row for one in around for row in self.rows.get(one, ())}
        return weeks(month, rows.values(), self.today, most)


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


def next_months(rows: Iterable[DateRow], today: date, localizer: Localizer) -> tuple[MonthOfDates, ...]:
    """The next ones that have a date, each with as many as make a page one can read on a phone."""
    months = by_month((row for row in rows if not row.is_past), today)[:MONTHS]
    shown = portions([len(month.rows) for month in months], LISTED_WITH_ALL)
    urls = [localizer.urls.url("MONTH", date=month.first) for month in months]
    if None in urls:
        return months
    return tuple(
        MonthOfDates(month.first, month.rows[:number], url, len(month.rows))
        for month, number, url in zip(months, shown, urls, strict=True)
    )


def portions(wanted: Sequence[int], whole: int) -> list[int]:
    """Of what there is, to each an equal part at least; what one does not need is for the first that does."""
    found = [min(number, whole // len(wanted)) for number in wanted]
    for place, number in enumerate(wanted):
        found[place] += min(number - found[place], whole - sum(found))
    return found
