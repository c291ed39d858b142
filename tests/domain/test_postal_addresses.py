"""Where a letter to a member goes."""

import pytest

from association.domain.members import Member, PostalAddress, postal_address
from association.domain.places import Address, Town
from association.domain.text import plain

LENS = Town("lens", plain("Lens"), "62300")


@pytest.mark.parametrize(
    ("town", "address", "postal"),
    [
        (None, None, None),
        (LENS, None, PostalAddress(None, "62300", LENS.name, None)),
        (LENS, Address("1, rue", "62307", "FR"), PostalAddress("1, rue", "62307", LENS.name, "FR")),
        (LENS, Address("1, rue"), PostalAddress("1, rue", "62300", LENS.name, None)),
        (None, Address(country="BE"), PostalAddress(None, None, None, "BE")),
    ],
    ids=["none", "a town", "everything", "the code of the town", "a country"],
)
def test_an_address_is_put_together_of_what_is_known(
    town: Town | None, address: Address | None, postal: PostalAddress | None
) -> None:
    """A member's own postal code is more precise than that of its town."""

    assert postal == postal_address(Member("alpha", "Alpha", town=town, address=address))


@pytest.mark.parametrize(
    ("postal", "is_somewhere"),
    [
        (PostalAddress(None, None, None, "BE"), False),
        (PostalAddress(None, None, LENS.name, None), True),
        (PostalAddress("1, rue", None, None, None), True),
    ],
)
def test_a_country_alone_is_nowhere(postal: PostalAddress, is_somewhere: bool) -> None:
    """One cannot go there."""

    assert is_somewhere == postal.is_somewhere
