"""All that an editor's Markdown goes through: bounds and links in `check`, then HTML and plain text."""

from markdown import Markdown

from association.content.context import Mistake
from association.content.markdown_bounds import check
from association.content.notes import MarkdownText
from association.content.yaml.source import with_plain_newlines
from association.domain.written_links import targets
from association.exports.common import plain_text
from association.host.settings import MARKDOWN
from association.problems import Place
from association.render.markdown import Links, Renderer


def refusal(text: str) -> str | None:
    """Why `check` refuses a text."""
    try:
        check(MarkdownText(text, "", lambda offset: Place("a.md", 1 + text.count("\n", 0, offset))))
    except Mistake as wrong:
        return wrong.problem.line_of_text()
    return None


def read(text: str) -> str | None:
    """Why a text is refused; None when it has been read in every way."""
    text = with_plain_newlines(text)  # as every file is, once read
    refused = refusal(text)
    if refused is None:
        targets(text)
        plain_text(text)
        prose = Renderer(Markdown(**MARKDOWN), Links(pages={}, images={}), "fr").prose(text, "a.md")
        prose.at("../")
        prose.excerpt()
    return refused
