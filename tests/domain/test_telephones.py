"""Telephone numbers as RFC 3966 writes them."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from association.domain.members import PLAIN_CODES, ZERO_CODES, phone_uri

VALID = re.compile(r"tel:(?:\+[0-9]{7,15}|[0-9]+;phone-context=\+[0-9]+)")


@pytest.mark.parametrize(
    ("phone", "country", "uri"),
    [
        ("+33 (0)3 21 00 00 00", "FR", "tel:+33321000000"),
        ("+32 (0)2 345.67.89", "FR", "tel:+3223456789"),
        ("0032 (0)2 345 67 89", "FR", "tel:+3223456789"),
        ("03 53 01 00 03", "FR", "tel:+33353010003"),
        ("(0)3 53 01 00 03", "FR", "tel:+33353010003"),
        ("069/12.34.56", "BE", "tel:+3269123456"),
        ("0262 12 34 56", "RE", "tel:+262262123456"),
        ("26 12 34", "LU", "tel:+352261234"),
        ("06 1234 5678", "IT", "tel:+390612345678"),
        ("116 117", "FR", "tel:116117;phone-context=+33"),
        ("03 53 01 00 03", "", None),
        ("03 53 01 00 03", "JP", None),
        ("03 53 01 00 03 / 06 00 00 00 01", "FR", None),
        ("+33 3 53 01 00 03 / 06 00 00 00 01", "FR", None),
        ("06+33 53 01 00 03", "FR", None),
        ("+0 53 01 00 03", "FR", None),
        ("0000000", "FR", None),
    ],
)
def test_a_number_is_written_so_that_it_can_be_dialled_from_anywhere(
    phone: str, country: str, uri: str | None
) -> None:
    """A short number with its country; what is no single number, or of an unknown country, is none."""
    assert uri == phone_uri(phone, country)


@given(
    st.from_regex(r"[+0-9(][0-9 .()/+-]{0,24}", fullmatch=True),
    st.sampled_from(["", "JP", *ZERO_CODES, *PLAIN_CODES]),
)
def test_whatever_is_written_the_uri_is_valid(phone: str, country: str) -> None:
    """RFC 3966 section 3: a global number has a plus, a local one its context; neither has a space."""
    uri = phone_uri(phone, country)

    assert uri is None or VALID.fullmatch(uri)
