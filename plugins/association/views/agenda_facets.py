"""Ways into the agenda: by commission, kind, town, audience and online, each with its dates to come."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from ..domain.agenda import Entry
from ..domain.event import Status
from ..domain.naming import at_town
from ..domain.slugs import Slug
from ..domain.text import Text, word_id
from .dates import CommissionLink, DateRow
from .facets import Facet, by_label, fullest
from .voice import Voice

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

Key = tuple[str, Slug, str]


@dataclass(frozen=True, slots=True)
class Filter:
    """Dates to come that have something in common, never none.

    sort: one of PAGES. label: '' for online, which the theme has the words for.
    """

    sort: str
    id: Slug
    label: str
    rows: tuple[DateRow, ...]


@dataclass(frozen=True, slots=True)
class FacetGroup:
    """more: how many facets are left out."""

    sort: str
    facets: tuple[Facet, ...]
    more: int


@dataclass(frozen=True, slots=True)
class Ways:
    """all: the page with every facet; None when none is left out."""

    groups: tuple[FacetGroup, ...]
    all: str | None


def filters(
    dates: Iterable[tuple[Entry, DateRow]], commissions: Mapping[Slug, CommissionLink], voice: Voice
) -> tuple[Filter, ...]:
    """In one walk through the dates, which may be thousands."""
    found: dict[tuple[str, Slug], tuple[str, list[DateRow]]] = {}
    for entry, row in dates:
        for sort, id_, label in dict.fromkeys(keys(entry, row, commissions, voice)):
            found.setdefault((sort, id_), (label, []))[1].append(row)
    return tuple(Filter(*key, label, tuple(rows)) for key, (label, rows) in sorted(found.items(), key=place))


def keys(
    entry: Entry, row: DateRow, commissions: Mapping[Slug, CommissionLink], voice: Voice
) -> Iterator[Key]:
    for id_ in entry.commissions:
        if id_ in commissions:
            yield "commission", id_, commissions[id_].name
    yield from free_words("kind", entry.kind, row.kind, voice)
    if entry.venue and entry.venue.town:
        yield "town", entry.venue.town.id, voice.say(entry.venue.town.name)
    yield from free_words("audience", entry.audience, row.audience, voice)
    if entry.online or entry.status is Status.MOVED_ONLINE:
        yield "online", "", ""


def free_words(sort: str, words: Text | None, label: str, voice: Voice) -> Iterator[Key]:
    if id_ := word_id(words, voice.language):
        yield sort, id_, label


def place(found: tuple[tuple[str, Slug], object]) -> tuple[int, Slug]:
    (sort, id_), _ = found
    return tuple(PAGES).index(sort), id_


def facet_of(each: Filter, voice: Voice) -> Facet:
    at = at_town(each.label, voice.language) if each.sort == "town" else ""
    return Facet(each.id, each.label, filter_url(each, voice), len(each.rows), at)


def filter_url(each: Filter, voice: Voice) -> str | None:
    return voice.urls.url(PAGES[each.sort], **parts_of(each))


def parts_of(each: Filter) -> dict[str, object]:
    return {"id": each.id} if each.id else {}


def ways(every: Iterable[Filter], voice: Voice, most: int = SHOWN) -> Ways:
    """Those with most dates, by name; what has no page of its own is no way."""
    facets: dict[str, list[Facet]] = {}
    for each in every:
        facet = facet_of(each, voice)
        if facet.url is not None:
            facets.setdefault(each.sort, []).append(facet)
    groups = tuple(
        FacetGroup(sort, by_label(fullest(own, most)), max(0, len(own) - most))
        for sort, own in facets.items()
    )
    left_out = any(group.more for group in groups)
    return Ways(groups, voice.urls.url("AGENDA_FILTERS") if left_out else None)
