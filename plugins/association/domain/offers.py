"""Offers of members: internships and jobs, tenders, skills to exchange, requests."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from .articles import Picture, Tag
from .members import Skill
from .places import Town
from .text import Language, Slug, Text, keep_key

Day = date


class OfferKind(StrEnum):
    """The values of `kind`, in the order in which lists of kinds show them."""

    INTERNSHIP = "internship"
    APPRENTICESHIP = "apprenticeship"
    JOB = "job"
    TENDER = "tender"
    SKILL_EXCHANGE = "skill-exchange"
    REQUEST = "request"


ASKING = frozenset({OfferKind.TENDER, OfferKind.REQUEST})
"""What members can answer with what they offer."""


class OfferStatus(StrEnum):
    """What became of an offer, whatever the day; the values of `offer_status`."""

    OPEN = "open"
    FILLED = "filled"
    WITHDRAWN = "withdrawn"


@dataclass(frozen=True, slots=True)
class Offer:
    """A published offer, open or closed.

    expires: the last day it can be answered.
    member: whose it is; None when nobody is named or may be.
    apply: a web address or an e-mail address.
    body: Markdown; source: its path below content.
    """

    slug: Slug
    title: Text
    kind: OfferKind
    expires: Day
    date: Day | None = None
    status: OfferStatus = OfferStatus.OPEN
    member: Slug | None = None
    town: Town | None = None
    skills: tuple[Skill, ...] = ()
    apply: str | None = None
    summary: Text | None = None
    body: str = ""
    language: Language = ""
    tags: tuple[Tag, ...] = ()
    picture: Picture | None = None
    source: str = ""
    key: Slug = ""

    def __post_init__(self) -> None:
        keep_key(self, self.slug)

    def is_open(self, today: Day) -> bool:
        return self.status is OfferStatus.OPEN and today <= self.expires


def open_offers(offers: Iterable[Offer], today: date) -> tuple[Offer, ...]:
    """What ends first comes first; of those that end on one day, the latest."""
    current = latest_first(offer for offer in offers if offer.is_open(today))
    return tuple(sorted(current, key=lambda offer: offer.expires))


def latest_first(offers: Iterable[Offer]) -> tuple[Offer, ...]:
    """Those that do not say since when come last."""
    return tuple(sorted(offers, key=lambda offer: (-(offer.date or date.min).toordinal(), offer.slug)))


def soon_over(offers: Iterable[Offer], most: int) -> tuple[Offer, ...]:
    """What ends first; among it an internship where there is one, for students look no further."""
    ordered = sorted(offers, key=lambda offer: (offer.expires, offer.slug))
    shown, others = ordered[:most], ordered[most:]
    interns = (OfferKind.INTERNSHIP, OfferKind.APPRENTICESHIP)
    if most and not any(offer.kind in interns for offer in shown):
        shown[-1:] = next(([offer] for offer in others if offer.kind in interns), shown[-1:])
    return tuple(shown)
