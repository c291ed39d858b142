"""How to reach somebody."""

import pytest

from association.views.contact import phone_link, website_label


@pytest.mark.parametrize(
    ("phone", "link"),
    [
        ("03 53 01 00 03", "tel:0353010003"),
        ("+32 (0)2 345.67.89", "tel:+3223456789"),
        ("0032 (0)2 345 67 89", "tel:003223456789"),
        ("(0)3 53 01 00 03", "tel:0353010003"),
        (None, ""),
    ],
)
def test_a_phone_number_can_be_called(phone: str | None, link: str) -> None:
    """RFC 3966: digits and a leading plus."""
    assert link == phone_link(phone)


def test_a_site_is_called_by_its_name() -> None:
    """Nobody says https."""
    assert "kernel.example/offre" == website_label("https://www.kernel.example/offre/")
