"""From one month to its neighbours."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from ..host.urls import Urls


@dataclass(frozen=True, slots=True)
class MonthLink:
    first: date
    url: str | None


@dataclass(frozen=True, slots=True)
class Neighbours:
    """The nearest months that have a page."""

    before: MonthLink | None
    after: MonthLink | None


def month_links(month: date, months: Sequence[date], urls: Urls) -> Neighbours:
    before = max((other for other in months if other < month), default=None)
    after = min((other for other in months if other > month), default=None)
    return Neighbours(
        *(MonthLink(other, urls.url("MONTH", date=other)) if other else None for other in (before, after))
    )
