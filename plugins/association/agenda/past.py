"""What is over: every date page by page, the latest first."""

from collections.abc import Iterator
from datetime import date
from itertools import groupby

from ..host.outputs import Page, page, section_crumb
from ..views.dates import DateRow, MonthOfDates
from ..views.pagination import Pagination, paged
from ..views.voice import Voice

ON_A_PAGE = 100


def past_pages(past: tuple[DateRow, ...], voice: Voice) -> Iterator[Page]:
    """past: the latest first."""
    for shown, pages in paged(past, ON_A_PAGE, lambda number: past_url(number, voice)) if past else ():
        yield past_page(shown, len(past), pages, voice)


def past_url(number: int, voice: Voice) -> str | None:
    return voice.urls.url("PAST_DATES") if number == 1 else voice.urls.url("PAST_DATES_PAGE", number=number)


def past_page(shown: tuple[DateRow, ...], total: int, pages: Pagination, voice: Voice) -> Page:
    is_first = pages.number == 1
    return page(
        voice.urls,
        "PAST_DATES" if is_first else "PAST_DATES_PAGE",
        "past_dates",
        None if is_first else {"number": pages.number},
        menu="AGENDA",
        crumbs=(section_crumb(voice.urls, "AGENDA"),),
        view={"months": by_month_of_start(shown), "total": total, "pages": pages},
    )


def by_month_of_start(rows: tuple[DateRow, ...]) -> tuple[MonthOfDates, ...]:
    """In the order of the rows."""

    def month(row: DateRow) -> date:
        return row.first_day.replace(day=1)

    return tuple(MonthOfDates(first, tuple(group)) for first, group in groupby(rows, month))
