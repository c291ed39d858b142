"""Offers as lists show them."""

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date

from ..domain.association import Association
from ..domain.offers import Day, Offer, OfferKind, OfferStatus
from ..domain.text import Slug
from ..render.address_words import kind_of_offers
from .facets import Facet
from .localizer import Localizer
from .members import LabelledLink


@dataclass(frozen=True, slots=True)
class OfferRow:
    """kind: a value of OfferKind, which the theme has words for; town: '' when there is none.

    state: open, filled, withdrawn, or expired when its last day has passed.
    """

    title: str
    url: str | None
    kind: str
    member: LabelledLink | None
    town: str
    date: Day | None
    expires: Day
    state: str


@dataclass(frozen=True, slots=True)
class OfferRows:
    """Makes rows of offers, each once."""

    localizer: Localizer
    members: Mapping[Slug, str]
    today: date
    made: dict[Slug, OfferRow] = field(default_factory=dict, compare=False, repr=False)

    def of(self, offers: Iterable[Offer]) -> tuple[OfferRow, ...]:
        return tuple(self.row(offer) for offer in offers)

    def row(self, offer: Offer) -> OfferRow:
        if offer.slug not in self.made:
            self.made[offer.slug] = self.fresh(offer)
        return self.made[offer.slug]

    def fresh(self, offer: Offer) -> OfferRow:
        return OfferRow(
            title=self.localizer.say(offer.title),
            url=self.localizer.urls.url("OFFER", slug=offer.slug),
            kind=offer.kind,
            member=self.member(offer),
            town=self.localizer.say(offer.town.name) if offer.town else "",
            date=offer.date,
            expires=offer.expires,
            state=state_of(offer, self.today),
        )

    def member(self, offer: Offer) -> LabelledLink | None:
        if offer.member is None:
            return None
        name = self.localizer.say(self.members[offer.member])
        return LabelledLink(name, self.localizer.urls.url("MEMBER", id=offer.member))


def offer_rows_for(association: Association, localizer: Localizer, today: date) -> OfferRows:
    offering = association.members_named(offer.member for offer in association.offers)
    return OfferRows(localizer, {member.id: member.name for member in offering}, today)


def state_of(offer: Offer, today: date) -> str:
    if offer.status is OfferStatus.OPEN and not offer.is_open(today):
        return "expired"
    return offer.status


def kind_facets(offers: Iterable[Offer], localizer: Localizer) -> tuple[Facet, ...]:
    """The kinds there are, each with the number of its offers; the theme has their labels."""
    counts = Counter(offer.kind for offer in offers)
    return tuple(
        Facet(kind, "", kind_url(kind, localizer), counts[kind]) for kind in OfferKind if counts[kind]
    )


def kind_url(kind: OfferKind, localizer: Localizer) -> str | None:
    return localizer.urls.url("OFFERS_OF_KIND", id=kind_of_offers(kind, localizer.language))


def summary_of(offer: Offer, localizer: Localizer) -> str:
    """The editor's summary, else the beginning of the text."""
    if offer.summary:
        return localizer.say(offer.summary)
    body = localizer.body(offer)
    return body.excerpt() if body else ""
