"""What is mended in Python-Markdown reads texts as it did before."""

import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from markdown import Markdown

from association.host.settings import MARKDOWN
from association.render.markdown_repairs import mend

# No address is left open: after a quotation mark, Python-Markdown ends it at the end of the text.
WORDS = (
    "`|``|```|\\`|\\\\`|`a`|``a` b``|"
    "\n```\n|\n~~~ py\n|\n```{: .py #a }\n|\n~~~~\n|\n```   .c hl_lines='1' \n|\n``` a b\n|"
    'mot|*fort*|`a]b`|\\[|\\]|[|]|![|)|[lien](/a)|[lien](/a "titre")|[lien](</a b>)|[x](y(z))|'
    "[x](y 'z')|[un [deux](/b) trois](/c)|![image](/i.png)|[![image](/i.png)](/d)|[réf][r]|[r]|"
    "[r][]|![r]|[^1]|[^|<a href='x'>y</a>|<a href=|<b>|<|>|</b>|<div>|</div>|"
    "\n<div markdown='1'>\n|<!-- c -->|<b><!-- c -->|# T {: #ici }\n|{: .a }|{:|}|\n\n[r]: /là \"R\"\n\n|"
    "\n\n[^1]: note\n\n|\n|\n\n| "
).split("|")


@settings(max_examples=150)
@given(st.lists(st.sampled_from(WORDS), max_size=30).map("".join))
def test_texts_come_out_as_python_markdown_makes_them(text: str) -> None:
    """Brackets in brackets, references, images, notes and HTML, closed and not closed."""
    usual, mended = Markdown(**MARKDOWN), Markdown(**MARKDOWN)
    mend(mended)

    assert usual.convert(text) == mended.convert(text)


@pytest.mark.parametrize(
    "text",
    ["[a](/b) [c](/d)", "[a [b](/c) d](/e)", "![a](/b)[c][r]\n\n[r]: /d", "[x][r] [y] [z](/z)\n\n[r]: /d"],
)
def test_pairs_are_found_again_when_the_text_has_changed(text: str) -> None:
    """What is found becomes a mark of another length, and the second text follows the first."""
    usual, mended = Markdown(**MARKDOWN), Markdown(**MARKDOWN)
    mend(mended)
    for each in (text, text * 2, text):
        assert usual.reset().convert(each) == mended.reset().convert(each)


def mended(text: str) -> str:
    md = Markdown(**MARKDOWN)
    mend(md)
    return md.convert(text)


def test_a_note_in_a_note_is_a_part_of_it() -> None:
    """It was a RuntimeError of Python-Markdown."""
    assert "<p>[^2]: autre" in mended("Un[^1].\n\n[^1]: [^2]: autre\n")


def test_notes_are_found_in_the_next_text_too() -> None:
    """Those of one text are closed when they are read, not for ever."""
    md = Markdown(**MARKDOWN)
    mend(md)
    first, second = (md.reset().convert("Un[^1].\n\n[^1]: note\n") for _ in range(2))

    assert first == second
    assert re.search('<li id="fn:1">\\s*<p>note', first)


def test_an_address_of_more_than_a_page_is_none() -> None:
    """Nor is a tag."""
    assert "<a" not in mended(f"[a](/{'b' * 1000})")
    assert "<a" in mended(f"[a](/{'b' * 900})")


def test_extensions_that_are_left_out_are_not_missed() -> None:
    """A webmaster chooses them."""
    md = Markdown()
    mend(md)

    assert '<p><a href="/b">a</a> [^1]</p>' == md.convert("[a](/b) [^1]")
