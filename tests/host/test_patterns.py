"""Addresses that a webmaster asks for and the program cannot write."""

import pytest
from pelican.settings import DEFAULT_CONFIG

from association.host.patterns import pattern_problems
from association.host.settings import apply_defaults


def said(**own: str) -> list[str]:
    settings: dict[str, object] = {**DEFAULT_CONFIG, **own}
    apply_defaults(settings)
    return [problem.line_of_text() for problem in pattern_problems(settings, "pelicanconf.py")]


def test_the_usual_addresses_can_be_written() -> None:
    """And those with fewer blanks, or none."""
    assert [] == said(MEMBER_URL="membres/{id}.html", TAG_SAVE_AS="")


@pytest.mark.parametrize(
    ("pattern", "expected"),
    [
        ("m/{slug}/", 'MEMBER_URL has no blank "{slug}": "m/{slug}/"; it knows {id} [bad-address]'),
        ("m/{id/", 'MEMBER_URL has a brace too many or too few: "m/{id/" [bad-address]'),
    ],
)
def test_an_address_with_an_unknown_blank_is_told(pattern: str, expected: str) -> None:
    """In one sentence, before anything is built."""
    assert f"pelicanconf.py:1:1: error: {expected}" == said(MEMBER_URL=pattern, MEMBER_SAVE_AS="x")[0]
