"""The page of the docs on Markdown shows what the program makes."""

import re
from html import unescape
from pathlib import Path

from markdown import Markdown

from association.host.settings import MARKDOWN
from association.render.assets import ROOT
from association.render.markdown import Links, Renderer

PAGE = Path(__file__).parents[2] / "docs" / "mise-en-forme.md"
EXAMPLE = re.compile(r"<tr><td><pre>(.*?)</pre></td><td>(.*)</td></tr>")
RENDERER = Renderer(Markdown(**MARKDOWN), Links({}, {}), "fr")


def made_of(written: str) -> str:
    """On one line, as Markdown wants HTML in a table."""
    html = RENDERER.html(written, "a.md", 3).replace(ROOT, "").strip()
    return html.replace("\n", "&#10;" if "<pre" in html else " ")


def test_each_example_stands_beside_its_result() -> None:
    """Word for word: a guide that was true once is none."""
    examples = [(unescape(written), shown) for written, shown in EXAMPLE.findall(PAGE.read_text("utf-8"))]

    assert 20 < len(examples)
    assert [] == [made_of(written) for written, shown in examples if shown != made_of(written)]
