"""The agenda seen from one side: one commission, one kind of date, one town, one audience, online."""

from collections.abc import Iterable, Iterator

from ..host.outputs import Crumb, Output, Page, page, section_crumb
from ..host.run import Run
from ..views.agenda_facets import PAGES, Filter, Ways, facet_of, parts_of, ways
from ..views.subscription import Subscription, subscription
from ..views.voice import Voice
from .month import month_link, soon_and_later

LATER_MONTHS = 24
FEEDS = {"commission": "COMMISSION_CALENDAR", "kind": "KIND_CALENDAR"}
"""Filters that one can subscribe to."""


def filter_outputs(every: tuple[Filter, ...], run: Run, voice: Voice) -> Iterator[Output]:
    others = ways(every, voice)
    for each in every:
        yield filter_page(each, others, run, voice)
    if others.all is not None:
        yield all_ways(every, voice)


def filter_page(each: Filter, others: Ways, run: Run, voice: Voice) -> Page:
    soon, later = soon_and_later(each.rows, run.edition.today)
    commission = voice.urls.url("COMMISSION", id=each.id) if each.sort == "commission" else None
    return page(
        voice.urls,
        PAGES[each.sort],
        "agenda_filter",
        parts_of(each),
        title=each.label,
        menu="AGENDA",
        crumbs=crumbs(each, voice),
        view={
            "sort": each.sort,
            "facet": facet_of(each, voice),
            "first_day": max(each.rows[0].first_day, run.edition.today),
            "last_day": max(row.last_day for row in each.rows),
            "cancelled": sum(row.status == "cancelled" for row in each.rows),
            "months": soon,
            "later": sum(len(month.rows) for month in later),
            "later_months": tuple(month_link(month.first, voice.urls) for month in later[:LATER_MONTHS]),
            "ways": others,
            "commission": commission,
            "calendar": calendar_of(each, run),
        },
    )


def crumbs(each: Filter, voice: Voice) -> tuple[Crumb, ...]:
    own = Crumb(each.label, None, "" if each.label else PAGES[each.sort])
    return section_crumb(voice.urls, "AGENDA"), own


def calendar_of(each: Filter, run: Run) -> Subscription | None:
    return subscription(run, FEEDS[each.sort], parts_of(each), each.label) if each.sort in FEEDS else None


def all_ways(every: Iterable[Filter], voice: Voice) -> Page:
    """Whatever was left out beside the dates."""
    return page(
        voice.urls,
        "AGENDA_FILTERS",
        "agenda_filters",
        menu="AGENDA",
        crumbs=(section_crumb(voice.urls, "AGENDA"),),
        view={"ways": ways(every, voice, most=10_000)},
    )
