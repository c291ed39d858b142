"""Markdown by chance: whatever is written is refused with a sentence or read, in work that grows as it does.

A few examples here; `fuzz_markdown.py` goes on for as long as it is told.
"""

import sys
from collections.abc import Callable

import pytest
from hypothesis import example, given, settings
from markdown_entry import read, refusal
from random_markdown import PIECES, markdown

MOST_CALLS = 90
"""Of functions, for each character: a text of nothing but marks has some dozens."""
ONCE = 200_000
"""Of functions, whatever the text: the patterns of Python-Markdown are made anew for each."""


def calls(work: Callable[[], object]) -> int:
    """How many functions are called, those of C included: the same on every machine."""
    count = 0

    def one_more(_: object, event: str, __: object) -> None:
        nonlocal count
        count += event in ("call", "c_call")

    before = sys.getprofile()
    sys.setprofile(one_more)
    try:
        work()
    finally:
        sys.setprofile(before)
    return count


@settings(max_examples=40)
@given(markdown(1500))
@example("1. " * 500)
@example("<![CDATA[" * 160)
@example("[^1]: [^2]: [^3]: a\n\n" * 70)
def test_every_text_is_refused_or_read(text: str) -> None:
    """And alike the second time."""
    assert read(text) == read(text)


@settings(max_examples=15)
@given(markdown(6000))
def test_the_work_grows_as_the_text_does(text: str) -> None:
    """Counted in calls, not in seconds: where one thing is done again for each other, they are millions."""
    assert ONCE + MOST_CALLS * len(text) > calls(lambda: read(text))


@pytest.mark.parametrize(
    "piece", ["[", "![", "[a](", "[a][", "[^a", "<a ", "<a href='", "# a {: #b }", "<b><!-- a -->"]
)
def test_what_nothing_closes_is_read_once(piece: str) -> None:
    """Each costs what the one before it has cost, however many there are."""
    few, many = calls(lambda: read(piece * 200)), calls(lambda: read(piece * 1600))

    assert refusal(piece * 1600) is None
    assert 12 * few > many


@pytest.mark.parametrize("piece", PIECES)
def test_every_piece_alone_is_read(piece: str) -> None:
    """Again and again, up to a bound."""
    for number in (1, 2, 300):
        read(piece * number)
