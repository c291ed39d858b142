"""Which pages the agenda has: what is coming, the months, the announced events, their calendars."""

from collections.abc import Iterable, Iterator
from datetime import date, timedelta
from itertools import accumulate

from ..exports.calendar import association_calendar
from ..host.feeds import SiteAddresses, calendar_feed
from ..host.outputs import File, Output, Page, page, section_crumb
from ..host.run import Run
from ..host.section import Section
from ..views.dates import DateRow, MonthOfDates, by_month, months_between, rows_for, weeks
from ..views.facets import Facet
from ..views.introduction import introduction
from ..views.subscription import subscription
from ..views.voice import Voice, voice_of
from .event_page import event_outputs
from .month import MonthLink, month_links

LISTED = 40
"""Dates after which the list ends with its month."""


class AgendaSection(Section):
    def planned(self, run: Run) -> Iterable[Output]:
        voice, edition = voice_of(run), run.edition
        rows = rows_for(edition.association, voice, edition.today)
        every = rows.of(edition.agenda.entries)
        yield index(run, voice, every)
        yield from month_pages(run, voice, every)
        yield from event_outputs(run, voice, rows)
        yield calendar(run)


def index(run: Run, voice: Voice, every: tuple[DateRow, ...]) -> Page:
    edition = run.edition
    intro = introduction(edition.association, "agenda", voice)
    soon, later = soon_and_later(every, edition.today)
    months = months_of(every, edition.today)
    return page(
        voice.urls,
        "AGENDA",
        "agenda",
        description=intro.lead if intro else "",
        menu="AGENDA",
        view={
            "introduction": intro,
            "months": soon,
            "later_months": tuple(
                MonthLink(month.first, voice.urls.url("MONTH", date=month.first)) for month in later
            ),
            "commissions": commission_facets(run, voice),
            "month": edition.today.replace(day=1),
            "weeks": weeks(edition.today, every, edition.today),
            "neighbours": month_links(edition.today.replace(day=1), months, voice.urls),
            "past_months": tuple(
                MonthLink(month, voice.urls.url("MONTH", date=month))
                for month in reversed(months)
                if month < edition.today.replace(day=1)
            ),
            "calendar": subscription(run, "CALENDAR"),
        },
    )


def soon_and_later(
    every: Iterable[DateRow], today: date
) -> tuple[tuple[MonthOfDates, ...], tuple[MonthOfDates, ...]]:
    """The months to come, as many as make a page one can read; and those after them."""
    months = by_month((row for row in every if not row.is_past), today)
    counts = accumulate(len(month.rows) for month in months)
    shown = next((number for number, count in enumerate(counts, 1) if count >= LISTED), len(months))
    return months[:shown], months[shown:]


def commission_facets(run: Run, voice: Voice) -> tuple[Facet, ...]:
    """Commissions that have dates to come, each leading to its own page and calendar."""
    edition = run.edition
    counted = (
        (commission, len(edition.agenda.of_commission(commission.id).upcoming(edition.today)))
        for commission in edition.association.commissions
    )
    return tuple(
        Facet(
            commission.id, voice.say(commission.name), voice.urls.url("COMMISSION", id=commission.id), count
        )
        for commission, count in counted
        if count
    )


def months_of(every: Iterable[DateRow], today: date) -> tuple[date, ...]:
    """The months that have a page: those with a date, and the current one."""
    touched = {month for row in every for month in months_between(row.first_day, row.last_day)}
    return tuple(sorted({*touched, today.replace(day=1)}))


def month_pages(run: Run, voice: Voice, every: tuple[DateRow, ...]) -> Iterator[Page]:
    months = months_of(every, run.edition.today)
    for month in months:
        yield month_page(month, months, run, voice, every)


def month_page(
    month: date, months: tuple[date, ...], run: Run, voice: Voice, every: tuple[DateRow, ...]
) -> Page:
    after = (month + timedelta(days=32)).replace(day=1)
    return page(
        voice.urls,
        "MONTH",
        "month",
        {"date": month},
        menu="AGENDA",
        crumbs=(section_crumb(voice.urls, "AGENDA"),),
        view={
            "month": month,
            "weeks": weeks(month, every, run.edition.today),
            "rows": tuple(row for row in every if row.first_day < after and row.last_day >= month),
            "neighbours": month_links(month, months, voice.urls),
        },
    )


def calendar(run: Run) -> File:
    urls = run.edition.urls
    feed = calendar_feed(run, "", urls.url("AGENDA"), "CALENDAR")
    return File(
        urls.save_as("CALENDAR"),
        lambda: association_calendar(feed, run.edition.association, SiteAddresses(run), run.edition.today),
    )
