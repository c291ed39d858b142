"""Offers: until when one is open, and in what order they are shown."""

from datetime import date

import pytest

from association.domain.offers import Offer, OfferKind, OfferStatus, latest_first, open_offers
from association.domain.text import plain

TODAY = date(2026, 11, 22)


def offer(slug: str = "stage", expires: date = TODAY, **fields: object) -> Offer:
    return Offer(slug, plain("Stage"), OfferKind.INTERNSHIP, expires, **fields)


@pytest.mark.parametrize(
    ("expires", "is_open"),
    [(date(2026, 11, 23), True), (TODAY, True), (date(2026, 11, 21), False)],
    ids=["tomorrow", "today", "yesterday"],
)
def test_an_offer_is_open_to_the_end_of_its_last_day(expires: date, is_open: bool) -> None:
    """The day that is written still counts."""

    assert is_open == offer(expires=expires).is_open(TODAY)


@pytest.mark.parametrize("status", [OfferStatus.FILLED, OfferStatus.WITHDRAWN])
def test_an_offer_that_is_filled_or_withdrawn_is_closed_before_its_day(status: OfferStatus) -> None:
    """Whatever time there was left."""

    assert not offer(expires=date(2027, 1, 1), status=status).is_open(TODAY)


def test_only_open_offers_are_listed_in_the_order_given() -> None:
    """Closed ones keep their page, not their place."""
    closed, first, second = offer("a", status=OfferStatus.FILLED), offer("b"), offer("c")

    assert (first, second) == open_offers((closed, first, second), TODAY)


def test_the_latest_offer_comes_first() -> None:
    """Equal days by slug; those without a day last."""
    offers = (
        offer("undated"),
        offer("b", date=date(2026, 11, 1)),
        offer("a", date=date(2026, 11, 1)),
        offer("new", date=date(2026, 11, 20)),
    )

    assert ["new", "a", "b", "undated"] == [one.slug for one in latest_first(offers)]
