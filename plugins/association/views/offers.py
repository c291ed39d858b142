"""Offers as lists show them, by what they have in common; and who can answer what somebody asks for."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from urllib.parse import urlencode

from ..collation import in_order
from ..domain.association import Association
from ..domain.commissions import to_ask
from ..domain.directory import Coming, able, grouped
from ..domain.members import Skill
from ..domain.offers import ASKING, Day, Offer, OfferKind, OfferStatus
from ..domain.phrases import at_town
from ..domain.places import Town
from ..domain.text import Slug
from ..render.address_words import kind_of_offers
from .facets import Facet, FacetGroup, whole_kilometres
from .localizer import Localizer
from .members import LabelledLink, MemberCard, member_card

ANSWERS = 8
PAGES = {"kind": "OFFERS_OF_KIND", "skill": "OFFERS_OF_SKILL", "town": "OFFERS_OF_TOWN"}


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
    summary: str = ""


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
            summary=self.localizer.say(offer.summary),
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


@dataclass(frozen=True, slots=True)
class OfferFilter:
    """Open offers that have something in common, never none.

    sort: kind, skill or town. id: a value of OfferKind, which the theme has words for, or that of the thing.
    part: what it is called in its address. at: of a town.
    """

    sort: str
    id: Slug
    part: Slug
    label: str
    at: str
    url: str | None
    offers: tuple[Offer, ...]


def offer_filters(current: Iterable[Offer], localizer: Localizer) -> tuple[OfferFilter, ...]:
    """Kinds in their order; skills and towns by name."""
    every = tuple(current)
    skills = [(skill, offer) for offer in every for skill in offer.skills]
    towns = [(offer.town, offer) for offer in every if offer.town]
    kinds = grouped((kind, offer) for kind in OfferKind for offer in every if offer.kind is kind)
    return (
        *(
            offer_filter("kind", kind, kind_part(kind, localizer), "", kinds[kind], localizer)
            for kind in kinds
        ),
        *by_name("skill", skills, localizer),
        *by_name("town", towns, localizer),
    )


def by_name(
    sort: str, pairs: Sequence[tuple[Skill | Town, Offer]], localizer: Localizer
) -> tuple[OfferFilter, ...]:
    names = {thing.id: localizer.say(thing.name) for thing, _ in pairs}
    found = grouped((thing.id, offer) for thing, offer in pairs)
    ids = in_order(found, names.__getitem__, str)
    return tuple(offer_filter(sort, id_, id_, names[id_], found[id_], localizer) for id_ in ids)


def offer_filter(
    sort: str, id_: Slug, part: Slug, label: str, offers: tuple[Offer, ...], localizer: Localizer
) -> OfferFilter:
    at = at_town(label, localizer.language) if sort == "town" else ""
    return OfferFilter(sort, id_, part, label, at, localizer.urls.url(PAGES[sort], id=part), offers)


def ways_of(filters: Iterable[OfferFilter]) -> tuple[FacetGroup, ...]:
    """What one may choose from: where there is but one of a sort, that is no choice."""
    found = grouped((one.sort, Facet(one.id, one.label, one.url, len(one.offers), one.at)) for one in filters)
    return tuple(FacetGroup(sort, facets) for sort, facets in found.items() if len(facets) > 1)


def kind_part(kind: OfferKind, localizer: Localizer) -> Slug:
    return kind_of_offers(kind, localizer.language)


def kind_url(kind: OfferKind, localizer: Localizer) -> str | None:
    return localizer.urls.url("OFFERS_OF_KIND", id=kind_part(kind, localizer))


@dataclass(frozen=True, slots=True)
class Answer:
    """distance: in whole kilometres, None where it is unknown or means nothing."""

    member: MemberCard
    distance: int | None


@dataclass(frozen=True, slots=True)
class Answering:
    """Who can answer what somebody asks for.

    total: with those who are not shown. finder: the directory, asked for all of them; None when it is off.
    email, commission: whom to write to, who tells them all; commission is '' for the association itself.
    """

    answers: tuple[Answer, ...]
    total: int
    is_measured: bool
    finder: str | None
    email: str
    commission: str


def answering(offer: Offer, association: Association, localizer: Localizer, today: date) -> Answering | None:
    """Of a tender or a request; None where nobody in the directory does what it takes."""
    if offer.kind not in ASKING or not offer.is_open(today):
        return None
    others = (one for one in association.members if one.id != offer.member)
    found = able(others, offer.skills, offer.town, today)
    if not found:
        return None
    commission = to_ask(association.commissions, (one.member for one in found))
    return Answering(
        answers=tuple(answer(one, localizer) for one in found[:ANSWERS]),
        total=len(found),
        is_measured=any(one.distance for one in found),
        finder=finder(offer, localizer),
        email=(commission and commission.email) or association.identity.email or "",
        commission=localizer.say(commission.name) if commission else "",
    )


def answer(one: Coming, localizer: Localizer) -> Answer:
    distance = None if one.distance is None else whole_kilometres(one.distance)
    return Answer(member_card(one.member, localizer), distance)


def finder(offer: Offer, localizer: Localizer) -> str | None:
    url = localizer.urls.url("DIRECTORY")
    around = [("autour", offer.town.id)] if offer.town and offer.town.position else []
    query = urlencode([*(("service", skill.id) for skill in offer.skills), *around])
    return None if url is None else f"{url}?{query}"


def summary_of(offer: Offer, localizer: Localizer) -> str:
    """The editor's summary, else the beginning of the text."""
    if offer.summary:
        return localizer.say(offer.summary)
    body = localizer.body(offer)
    return body.excerpt() if body else ""
