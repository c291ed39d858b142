"""All that an editor's Markdown goes through: bounds and links in `check`, then HTML and plain text."""

from association.exports.plain_text import plain_text
from association.host.links import Links
from association.host.markdown import Renderer
from association.host.settings import MARKDOWN
from association.problems import Place
from association.sources.desk import Passage, Wrong
from association.sources.markdown_bounds import check
from association.sources.markdown_targets import targets
from association.sources.source import with_plain_newlines


def refusal(text: str) -> str | None:
    """Why `check` refuses a text."""
    try:
        check(Passage(text, "", lambda offset: Place("a.md", 1 + text.count("\n", 0, offset))))
    except Wrong as wrong:
        return wrong.problem.line_of_text()
    return None


def read(text: str) -> str | None:
    """Why a text is refused; None when it has been read in every way."""
    text = with_plain_newlines(text)  # as every file is, once read
    refused = refusal(text)
    if refused is None:
        targets(text)
        plain_text(text)
        prose = Renderer(MARKDOWN, Links(pages={}, images={}), "fr").prose(text, "a.md")
        prose.at("../")
        prose.excerpt()
    return refused
