"""The agenda seen from one side: one commission, one kind of date, one town, one audience, online."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import partial

from ..domain.agenda import Entry
from ..domain.commissions import Commission
from ..domain.events import Status
from ..domain.phrases import at_town, plural, titled
from ..domain.text import Slug, Text, fold, root_id, word_id
from ..host.outputs import Crumb, Output, Page, Shown, page, section_crumb
from ..host.run import Run
from ..views.calendars import Subscription, subscription
from ..views.dates import CommissionLink, DateRow, month_link
from ..views.facets import Facet, FacetGroup, by_label, fullest
from ..views.localizer import Localizer
from .months import soon_and_later

LATER_MONTHS = 24
FEEDS = {"commission": "COMMISSION_CALENDAR", "kind": "KIND_CALENDAR"}
"""Filters that one can subscribe to."""
PAGES = {
    "commission": "AGENDA_COMMISSION",
    "kind": "AGENDA_KIND",
    "town": "AGENDA_TOWN",
    "audience": "AGENDA_AUDIENCE",
    "online": "AGENDA_ONLINE",
}
"""What one may ask for, in the order in which it is offered, with the kind of its pages."""
SHOWN = 12
"""Facets of one group beside the dates; the page of all ways has the others."""
Key = tuple[str, Slug]
Named = tuple[str, Slug]
"""What visitors read, and what the id is in the first language of the site."""


@dataclass(frozen=True, slots=True)
class Filter:
    """Dates to come that have something in common, never none.

    sort: one of PAGES. label: '' for online, which the theme has the words for.
    first_id: the id in the first language of the site, by which its pages find one another.
    """

    sort: str
    id: Slug
    label: str
    first_id: Slug
    rows: tuple[DateRow, ...]


def filter_outputs(every: tuple[Filter, ...], run: Run, localizer: Localizer) -> Iterator[Output]:
    others = agenda_filters(every, localizer)
    for each in every:
        yield filter_page(each, others, run, localizer)
    if others.all is not None:
        yield all_ways(every, localizer)


@dataclass(frozen=True, slots=True)
class AgendaFilters:
    """all: the page with every facet; None when none is left out."""

    groups: tuple[FacetGroup, ...]
    all: str | None


def filter_page(each: Filter, others: AgendaFilters, run: Run, localizer: Localizer) -> Page:
    soon, later = soon_and_later(each.rows, run.edition.today)
    commission = localizer.urls.url("COMMISSION", id=each.id) if each.sort == "commission" else None
    view = {
        "sort": each.sort,
        **named(each, run.edition.association.commissions, localizer),
        "facet": facet_of(each, localizer),
        "first_day": max(each.rows[0].first_day, run.edition.today),
        "last_day": max(row.last_day for row in each.rows),
        "cancelled": sum(row.status == "cancelled" for row in each.rows),
        "months": soon,
        "later": sum(len(month.rows) for month in later),
        "later_months": tuple(month_link(month.first, localizer) for month in later[:LATER_MONTHS]),
        "ways": others,
        "commission": commission,
        "calendar": calendar_of(each, run),
    }
    return page(
        localizer.urls,
        PAGES[each.sort],
        "agenda_filter",
        parts_of(each),
        same={"id": each.first_id},
        menu="AGENDA",
        shown=partial(Shown, title=each.label, crumbs=crumbs(each, localizer), view=view),
    )


def named(each: Filter, commissions: Iterable[Commission], localizer: Localizer) -> Mapping[str, str]:
    """name: as the title has it, the plural of a kind, a commission without the word that says it is one."""
    if each.sort != "commission":
        said = titled(plural(each.label, localizer.language)) if each.sort == "kind" else each.label
        return {"name": said, "body": ""}
    body = next((localizer.say(one.kind) for one in commissions if one.id == each.id), "")
    first, _, rest = each.label.partition(" ")
    return {"name": rest if rest and fold(first) == fold(body) else each.label, "body": body}


def crumbs(each: Filter, localizer: Localizer) -> tuple[Crumb, ...]:
    own = Crumb(each.label, None, "" if each.label else PAGES[each.sort])
    return section_crumb(localizer.urls, "AGENDA"), own


def calendar_of(each: Filter, run: Run) -> Subscription | None:
    return subscription(run, FEEDS[each.sort], parts_of(each), each.label) if each.sort in FEEDS else None


def all_ways(every: Iterable[Filter], localizer: Localizer) -> Page:
    """Whatever was left out beside the dates."""
    return page(
        localizer.urls,
        "AGENDA_FILTERS",
        "agenda_filters",
        menu="AGENDA",
        shown=partial(
            Shown,
            crumbs=(section_crumb(localizer.urls, "AGENDA"),),
            view={"ways": agenda_filters(every, localizer, most=10_000)},
        ),
    )


def filters(
    dates: Iterable[tuple[Entry, DateRow]], commissions: Mapping[Slug, CommissionLink], localizer: Localizer
) -> tuple[Filter, ...]:
    """In one walk through the dates, which may be thousands."""
    found: dict[Key, tuple[Named, list[DateRow]]] = {}
    for entry, row in dates:
        for key, named in dict(keys(entry, row, commissions, localizer)).items():
            found.setdefault(key, (named, []))[1].append(row)
    return tuple(Filter(*key, *named, tuple(rows)) for key, (named, rows) in sorted(found.items(), key=place))


def keys(
    entry: Entry, row: DateRow, commissions: Mapping[Slug, CommissionLink], localizer: Localizer
) -> Iterator[tuple[Key, Named]]:
    for id_ in entry.commissions:
        if id_ in commissions:
            yield ("commission", id_), (commissions[id_].name, id_)
    yield from free_words("kind", entry.kind, row.kind, localizer)
    if entry.venue and entry.venue.town:
        town = entry.venue.town
        yield ("town", town.id), (localizer.say(town.name), town.id)
    yield from free_words("audience", entry.audience, row.audience, localizer)
    if entry.online or entry.status is Status.MOVED_ONLINE:
        yield ("online", ""), ("", "")


def free_words(
    sort: str, words: Text | None, label: str, localizer: Localizer
) -> Iterator[tuple[Key, Named]]:
    if id_ := word_id(words, localizer.language):
        yield (sort, id_), (label, root_id(words, localizer.language))


def place(found: tuple[Key, object]) -> tuple[int, Slug]:
    (sort, id_), _ = found
    return tuple(PAGES).index(sort), id_


def facet_of(each: Filter, localizer: Localizer) -> Facet:
    at = at_town(each.label, localizer.language) if each.sort == "town" else ""
    return Facet(each.id, each.label, filter_url(each, localizer), len(each.rows), at)


def filter_url(each: Filter, localizer: Localizer) -> str | None:
    return localizer.urls.url(PAGES[each.sort], **parts_of(each))


def parts_of(each: Filter) -> dict[str, object]:
    return {"id": each.id} if each.id else {}


def agenda_filters(every: Iterable[Filter], localizer: Localizer, most: int = SHOWN) -> AgendaFilters:
    """Those with most dates, by name; what has no page of its own is no way."""
    facets: dict[str, list[Facet]] = {}
    for each in every:
        facet = facet_of(each, localizer)
        if facet.url is not None:
            facets.setdefault(each.sort, []).append(facet)
    groups = tuple(
        FacetGroup(sort, by_label(fullest(own, most)), max(0, len(own) - most))
        for sort, own in facets.items()
    )
    left_out = any(group.more for group in groups)
    return AgendaFilters(groups, localizer.urls.url("AGENDA_FILTERS") if left_out else None)
