"""Addresses that a webmaster asks for and the program cannot write."""

from pathlib import Path

import pytest

from association.host.address_settings import page_address
from association.host.setting_kinds import Ground

HERE = Ground(Path(), Path())


def said(**own: object) -> list[str]:
    return [mistake.said.text() for name, value in own.items() for mistake in page_address(name, value, HERE)]


def test_the_usual_addresses_can_be_written() -> None:
    """And those of pages that are switched off."""
    assert [] == said(MEMBER_URL="membres/{id}.html", TAG_SAVE_AS="")


@pytest.mark.parametrize(
    ("pattern", "expected"),
    [
        ("m/{slug}/", 'MEMBER_URL has no blank "{slug}": "m/{slug}/"'),
        ("m/{id/", 'MEMBER_URL has a brace too many or too few: "m/{id/"'),
        ("m/{id:d}/", 'MEMBER_URL has a blank that cannot be filled: "m/{id:d}/"'),
        ("m/{id.__class__}/", 'MEMBER_URL has no blank "{id.__class__}": "m/{id.__class__}/"'),
        ("/m/{id}/", 'MEMBER_URL is "/m/x/", expected no slash at the beginning'),
        ("m/../{id}/", 'MEMBER_URL is "m/../x/", expected an address of this site'),
        ("m/{id}?a", 'MEMBER_URL is "m/x?a", expected an address of this site'),
        ("membres.html", 'MEMBER_URL is "membres.html", expected an address with {id}'),
        (7, "MEMBER_URL is 7, expected a text between quotes"),
    ],
)
def test_an_address_that_cannot_be_written_is_told(pattern: object, expected: str) -> None:
    """In one sentence, before anything is built."""
    assert [expected] == said(MEMBER_URL=pattern)


def test_a_file_has_a_name() -> None:
    """A folder alone is none, and the style sheet cannot be switched off."""
    assert ['MEMBER_SAVE_AS is "m/x/", which is a folder, expected a file'] == said(MEMBER_SAVE_AS="m/{id}/")
    assert ["STYLESHEET_SAVE_AS cannot be empty: every page needs it"] == said(STYLESHEET_SAVE_AS="")
