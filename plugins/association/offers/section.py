"""Which pages the offers have: the open ones, those of each kind, one page each, and the Atom feed."""

from collections.abc import Iterable, Iterator

from ..domain.offer import Offer, OfferKind, open_offers
from ..host.outputs import Crumb, Output, Page, page, section_crumb
from ..host.run import Run
from ..host.section import Section
from ..views.introduction import introduction
from ..views.offers import OfferRows, kind_facets, offer_rows_for
from ..views.voice import Voice, voice_of
from .feed import offers_feed_file
from .offer_page import offer_page


class Offers(Section):
    def planned(self, run: Run) -> Iterable[Output]:
        voice, edition = voice_of(run), run.edition
        rows = offer_rows_for(edition.association, voice, edition.today)
        current = open_offers(edition.association.offers, edition.today)
        yield index(current, run, voice, rows)
        yield from kind_pages(current, voice, rows)
        for offer in edition.association.offers:
            yield offer_page(offer, current, run, voice, rows)
        yield offers_feed_file(current, run, voice)


def index(current: tuple[Offer, ...], run: Run, voice: Voice, rows: OfferRows) -> Page:
    """All open offers; without one, a page that says so and is not worth finding."""
    intro = introduction(run.edition.association, "annonces", voice)
    return page(
        voice.urls,
        "OFFERS",
        "offers",
        description=intro.lead if intro else "",
        menu="OFFERS",
        is_indexed=bool(current),
        view={
            "introduction": intro,
            "kind": "",
            "offers": rows.of(current),
            "kinds": kind_facets(current, voice),
        },
    )


def kind_pages(current: tuple[Offer, ...], voice: Voice, rows: OfferRows) -> Iterator[Page]:
    facets = kind_facets(current, voice)
    for kind in OfferKind:
        if own := tuple(offer for offer in current if offer.kind is kind):
            yield page(
                voice.urls,
                "OFFERS_OF_KIND",
                "offers",
                {"id": kind},
                menu="OFFERS",
                crumbs=(section_crumb(voice.urls, "OFFERS"), Crumb("", None, kind)),
                view={"introduction": None, "kind": kind, "offers": rows.of(own), "kinds": facets},
            )
