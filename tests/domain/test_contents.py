"""The table of contents of a long text."""

import pytest

from association.domain.articles import with_contents

LONG = "## Un\n\n## Deux\n\n## Trois\n\n" + "mot " * 1500


def test_a_long_text_with_three_headings_has_its_contents_before_the_first() -> None:
    """Below the introduction; a heading in code is none."""
    text = f"Bonjour.\n\n```\n## non\n```\n\n{LONG}"

    assert f"Bonjour.\n\n```\n## non\n```\n\n[TOC]\n\n{LONG}" == with_contents(text, None)


@pytest.mark.parametrize(
    "text",
    [
        "## Un\n\n## Deux\n\n## Trois\n\n" + "mot " * 1490,
        "## Un\n\n## Deux\n\n" + "mot " * 2000,
        LONG + "\n\n[TOC]\n",
    ],
)
def test_a_shorter_text_or_one_that_has_its_contents_stays_as_it_is(text: str) -> None:
    """Nobody has said anything."""
    assert text == with_contents(text, None)


def test_an_editor_may_ask_for_contents_or_refuse_them() -> None:
    """Whatever the length; without a heading there is nothing to list."""
    assert "[TOC]\n\n# Un\n" == with_contents("# Un\n", True)
    assert "Un\n" == with_contents("Un\n", True)
    assert LONG == with_contents(LONG, False)
