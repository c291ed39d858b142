"""A text has the lists, tables, code, quotations, links and paragraphs that its editor saw in the forge."""

from random import Random

import pytest
from forge_markdown import as_forges_show, shape, structured_text, text_by_the_line
from markdown import Markdown

from association.host.settings import MARKDOWN
from association.render.markdown import Links, Renderer

RENDERER = Renderer(Markdown(**MARKDOWN), Links({}, {}), "fr")


def html(text: str) -> str:
    return RENDERER.html(text, "actualites/a.md", 2)


@pytest.mark.parametrize("tens", range(30))
def test_blocks_in_blocks_are_those_of_the_forge(tens: int) -> None:
    """Ten texts each: lists in lists, with all that may stand in an item."""
    for seed in range(10 * tens, 10 * tens + 10):
        text = structured_text(Random(seed))
        assert shape(as_forges_show(text)) == shape(html(text)), text


@pytest.mark.parametrize("tens", range(40))
def test_lines_in_any_order_are_read_as_in_the_forge(tens: int) -> None:
    """Ten texts each, which nobody would write: no order of lines is a special case."""
    for seed in range(10 * tens, 10 * tens + 10):
        text = text_by_the_line(Random(seed))
        assert shape(as_forges_show(text)) == shape(html(text)), text
