"""Which pages the agenda has: what is coming, the months, what is over, filters, events, feeds."""

from collections.abc import Iterable, Iterator
from functools import partial

from ..host.addresses import revisions_file
from ..host.edition import AGENDA
from ..host.outputs import Output, Page, Shown, page, section_crumb
from ..host.plugin import Section
from ..host.run import DATED, Run
from ..views.calendars import subscription
from ..views.dates import DateRow, MonthLink, MonthOfDates, month_link, rows_for
from ..views.localizer import Localizer, introducing, introduction, localizer_of
from .events import event_calendars, event_pages
from .feeds import calendars, feed_files
from .filters import Filter, agenda_filters, filter_outputs, filters
from .months import OF_ONE_DAY, Months, month_links, months_of, next_months
from .past import past_outputs, posts_told

PAST_MONTHS, LATER_MONTHS = 6, 12
SHOWN_WITH_DATES = ("commissions", "minutes")
SHOWN_WITH_EVENTS = ("events", *SHOWN_WITH_DATES, "members", "towns", "outline")


class AgendaSection(Section):
    kind = "AGENDA"

    def has_content(self, run: Run) -> bool:
        return bool(run.edition.agenda.entries)

    def planned(self, run: Run) -> Iterable[Output]:
        posts = posts_told(run)
        yield from run.kept(date_outputs, AGENDA, DATED, *SHOWN_WITH_DATES, "pages")
        yield from run.kept(partial(past_outputs, posts), AGENDA, DATED, *SHOWN_WITH_DATES)
        yield from run.kept(partial(event_pages, posts), *SHOWN_WITH_EVENTS)
        yield from run.kept(event_calendars, DATED)
        yield from run.kept(feed_files, AGENDA, DATED, "events", *SHOWN_WITH_DATES, "articles", "pages")

    def planned_for_members(self, run: Run) -> Iterable[Output]:
        return run.kept(partial(event_pages, posts_told(run)), *SHOWN_WITH_EVENTS)

    def planned_last(self, run: Run) -> Iterable[Output]:
        yield revisions_file(run.of_all_languages)


def date_outputs(run: Run) -> Iterator[Output]:
    """Dates in lists and in calendars."""
    localizer, edition = localizer_of(run), run.edition
    rows = rows_for(edition, localizer)
    every = rows.of(edition.agenda.entries)
    coming = ((entry, row) for entry, row in zip(edition.agenda.entries, every) if not row.is_past)
    found, months = filters(coming, rows.commissions, localizer), months_of(every, edition.today)
    yield index(run, localizer, every, months, found)
    yield from month_pages(months, localizer)
    yield from filter_outputs(found, run, localizer)
    yield from calendars(run, localizer, found)


def index(
    run: Run, localizer: Localizer, every: tuple[DateRow, ...], months: Months, found: tuple[Filter, ...]
) -> Page:
    today, this_month = run.edition.today, run.edition.today.replace(day=1)
    intro = introduction(introducing("AGENDA", run.edition.association), localizer)
    soon = next_months(every, today, localizer)
    view = {
        "introduction": intro,
        "months": soon,
        "other_months": other_months(months, soon, localizer),
        "ways": agenda_filters(found, localizer),
        "month": month_link(this_month, localizer),
        "weeks": months.grid(this_month, OF_ONE_DAY),
        "neighbours": month_links(this_month, months.firsts, localizer),
        "courses": localizer.urls.url("COURSES")
        if any(event.is_course for event in run.dated.events)
        else None,
        "past_dates": localizer.urls.url("PAST_DATES") if any(row.is_past for row in every) else None,
        "calendar": subscription(run, "CALENDAR"),
        "meets_privately": any(one.meets_privately for one in run.edition.association.commissions),
    }
    shown = partial(Shown, description=intro.lead if intro else "", view=view)
    return page(localizer.urls, "AGENDA", "agenda", menu="AGENDA", shown=shown)


def other_months(
    months: Months, listed: tuple[MonthOfDates, ...], localizer: Localizer
) -> tuple[MonthLink, ...]:
    """Some that are over, and those after the ones that are listed."""
    this_month = months.today.replace(day=1)
    last = listed[-1].first if listed else this_month
    gone = [month for month in months.firsts if month < this_month]
    later = [month for month in months.firsts if month > last]
    return tuple(month_link(month, localizer) for month in (*gone[-PAST_MONTHS:], *later[:LATER_MONTHS]))


def month_pages(months: Months, localizer: Localizer) -> Iterator[Page]:
    for month, rows in months.rows.items():
        view = {
            "month": month,
            "weeks": months.grid(month),
            "rows": rows,
            "neighbours": month_links(month, months.firsts, localizer),
        }
        shown = partial(Shown, crumbs=(section_crumb(localizer.urls, "AGENDA"),), view=view)
        yield page(localizer.urls, "MONTH", "month", {"date": month}, menu="AGENDA", shown=shown)
