"""What the home page shows of offers: what ends first, and an internship among it."""

from datetime import date

from association.domain.offers import Offer, OfferKind, soon_over
from association.domain.text import plain

JOB, TENDER, INTERNSHIP = OfferKind.JOB, OfferKind.TENDER, OfferKind.INTERNSHIP


def offer(slug: str, day: int, kind: OfferKind = JOB) -> Offer:
    return Offer(slug, plain(slug), kind, date(2026, 12, day))


def shown(*offers: Offer, most: int = 2) -> list[str]:
    return [one.slug for one in soon_over(offers, most)]


def test_what_ends_first_comes_first() -> None:
    """Of the same day, in the order of their names."""

    assert ["b", "c"] == shown(offer("d", 9), offer("c", 3), offer("b", 3))


def test_an_internship_is_among_them() -> None:
    """Instead of the last, where it would not be."""
    stage = offer("stage", 20, INTERNSHIP)

    assert ["a", "stage"] == shown(
        offer("a", 1), offer("b", 2, TENDER), stage, offer("autre", 25, INTERNSHIP)
    )
    assert ["stage", "b"] == shown(offer("b", 28), stage)


def test_where_nobody_takes_interns_it_is_what_ends_first() -> None:
    """And nothing where there is nothing."""

    assert ["a", "b"] == shown(offer("c", 3), offer("a", 1), offer("b", 2))
    assert [] == shown()
