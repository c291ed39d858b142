"""Which pages the agenda has: what is coming, the months, what is over, filters, events, feeds."""

from collections.abc import Iterable, Iterator

from ..host.outputs import Output, Page, page, section_crumb
from ..host.run import Run
from ..host.section import Section
from ..views.agenda_facets import Filter, filters, ways
from ..views.dates import DateRow, rows_for
from ..views.introduction import introduction
from ..views.subscription import subscription
from ..views.voice import Voice, voice_of
from .event_page import event_outputs
from .feed import feed_files
from .filters import LATER_MONTHS, filter_outputs
from .month import MonthLink, Months, month_link, month_links, months_of, soon_and_later
from .past import past_pages
from .subscriptions import calendars

PAST_MONTHS = 12


class AgendaSection(Section):
    def planned(self, run: Run) -> Iterable[Output]:
        voice, edition = voice_of(run), run.edition
        rows = rows_for(edition, voice)
        every = rows.of(edition.agenda.entries)
        coming = ((entry, row) for entry, row in zip(edition.agenda.entries, every) if not row.is_past)
        found, months = filters(coming, rows.commissions, voice), months_of(every, edition.today)
        yield index(run, voice, every, months, found)
        yield from month_pages(months, voice)
        yield from past_pages(tuple(row for row in reversed(every) if row.is_past), voice)
        yield from filter_outputs(found, run, voice)
        yield from event_outputs(run, voice, rows)
        yield from calendars(run, voice, found)
        yield from feed_files(run, voice, rows)


def index(
    run: Run, voice: Voice, every: tuple[DateRow, ...], months: Months, found: tuple[Filter, ...]
) -> Page:
    today, this_month = run.edition.today, run.edition.today.replace(day=1)
    intro = introduction(run.edition.association, "agenda", voice)
    soon, later = soon_and_later(every, today)
    return page(
        voice.urls,
        "AGENDA",
        "agenda",
        description=intro.lead if intro else "",
        menu="AGENDA",
        view={
            "introduction": intro,
            "months": soon,
            "later_months": tuple(month_link(month.first, voice.urls) for month in later[:LATER_MONTHS]),
            "ways": ways(found, voice),
            "month": this_month,
            "weeks": months.grid(this_month),
            "neighbours": month_links(this_month, months.firsts, voice.urls),
            "past_months": past_months(months, voice),
            "past_dates": voice.urls.url("PAST_DATES") if any(row.is_past for row in every) else None,
            "calendar": subscription(run, "CALENDAR"),
        },
    )


def past_months(months: Months, voice: Voice) -> tuple[MonthLink, ...]:
    """The latest first."""
    gone = [month for month in months.firsts if month < months.today.replace(day=1)]
    return tuple(month_link(month, voice.urls) for month in gone[: -PAST_MONTHS - 1 : -1])


def month_pages(months: Months, voice: Voice) -> Iterator[Page]:
    for month, rows in months.rows.items():
        yield page(
            voice.urls,
            "MONTH",
            "month",
            {"date": month},
            menu="AGENDA",
            crumbs=(section_crumb(voice.urls, "AGENDA"),),
            view={
                "month": month,
                "weeks": months.grid(month),
                "rows": rows,
                "neighbours": month_links(month, months.firsts, voice.urls),
            },
        )
