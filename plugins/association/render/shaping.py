"""How a text fits the page that it stands on: its headings and its typography.

One extension of Python-Markdown, which brings the others.
"""

import re
from collections.abc import Iterator
from typing import Any
from xml.etree.ElementTree import Element

from markdown import Markdown
from markdown import inlinepatterns as patterns
from markdown.extensions import Extension
from markdown.extensions.footnotes import FootnoteExtension
from markdown.treeprocessors import Treeprocessor
from markdown.util import AtomicString

from ..domain.knowledge import term_of
from ..domain.text import Language, Slug, slug_of
from .commonmark import Blocks
from .figures import Figures
from .inlines import PATTERNS, SIGNS, Inlines
from .markdown_repairs import FOOTNOTE, mend
from .typography import typeset_prose
from .words import words_in

BACKLINK = "BACKLINK_TITLE"
HEADINGS = ("h1", "h2", "h3", "h4", "h5", "h6")
VERBATIM = ("code", "pre", "kbd", "samp")
ALIGNED_RIGHT = "text-align: right;"
BEGUN_BY_A_SIGN = (
    frozenset(
        (
            patterns.BACKTICK_RE,
            patterns.ESCAPE_RE,
            patterns.REFERENCE_RE,
            patterns.LINK_RE,
            patterns.IMAGE_LINK_RE,
            patterns.IMAGE_REFERENCE_RE,
            patterns.AUTOLINK_RE,
            patterns.AUTOMAIL_RE,
            patterns.LINE_BREAK_RE,
            patterns.HTML_RE,
            patterns.ENTITY_RE,
            r"\*|_",  # of emphasis (markdown/inlinepatterns.py: build_inlinepatterns)
            FOOTNOTE.pattern,
        )
    )
    | PATTERNS
)
SIGN = re.compile(rf"[`\\\[<&*_]|  \n|{SIGNS}")
STASHED = re.compile("\x02[^\x03]*\x03")
"""Raw HTML put aside by Python-Markdown (markdown/util.py: HTML_PLACEHOLDER)."""


class Shaping(Extension):
    """Headings fit the page, spaces and apostrophes are typographic.

    level: the rank of the highest heading of the text being rendered; set before each one.
    has_terms: whether its headings are those of a glossary.
    """

    def __init__(self, language: Language) -> None:
        super().__init__()
        self.language = language
        self.level = 2
        self.has_terms = False

    def extendMarkdown(self, md: Markdown) -> None:
        mend(md)
        name_backlinks(md, words_in(self.language).backlink)
        Blocks(self.language).extendMarkdown(md)
        Figures(self.language).extendMarkdown(md)
        Inlines().extendMarkdown(md)
        # 21: just before the inline patterns (20)
        md.treeprocessors.register(PlainTexts(md), "assosite-plain", 21)
        # 15: after inline patterns, so that links, images and text are there; before unescape (0)
        md.treeprocessors.register(Processor(md, self), "assosite", 15)


def name_backlinks(md: Markdown, name: str) -> None:
    """Of footnotes, unless the webmaster has called them otherwise."""
    usual: Any = FootnoteExtension()  # its stub leaves out that it has a configuration
    for extension in md.registeredExtensions:
        own: Any = extension
        is_theirs = isinstance(extension, FootnoteExtension)
        if is_theirs and own.getConfig(BACKLINK) == usual.getConfig(BACKLINK):
            own.setConfig(BACKLINK, name)


class PlainText(AtomicString):
    """A text in which no inline pattern finds anything."""


class PlainTexts(Treeprocessor):
    """Spares plain texts the inline patterns, which cost Python-Markdown a third of its time.

    Each would be tried on each text with much ado (markdown/treeprocessors.py: InlineProcessor), but none
    on an AtomicString. A known pattern finds nothing in a text without the sign it begins with; one that a
    webmaster's extension adds is asked by its own expression.
    """

    def run(self, root: Element) -> None:
        expressions = {pattern.getCompiledRegExp() for pattern in self.md.inlinePatterns}
        others = [expression for expression in expressions if expression.pattern not in BEGUN_BY_A_SIGN]
        finds = [SIGN.search, *(other.search for other in others)]
        for element in root.iter():
            text = element.text
            if text and not isinstance(text, AtomicString) and not any(find(text) for find in finds):
                element.text = PlainText(text)


class Processor(Treeprocessor):
    def __init__(self, md: Markdown, shaping: Shaping) -> None:
        super().__init__(md)
        self.shaping = shaping

    def run(self, root: Element) -> None:
        headings = [element for element in root.iter() if element.tag in HEADINGS]
        rank_headings(headings, self.shaping.level, self.shaping.has_terms)
        for element in root.iter():
            if isinstance(element.text, PlainText):
                element.text = str(element.text)
            if element.tag in ("td", "th") and element.attrib.pop("style", "") == ALIGNED_RIGHT:
                element.set("class", "num")
        for element, name in visible_texts(root):
            text = typeset_prose(getattr(element, name), self.shaping.language, follows=name == "tail")
            setattr(element, name, text)


def rank_headings(headings: list[Element], level: int, have_terms: bool) -> None:
    """The highest heading becomes `level`; none is more than one rank below the one before it.

    Of a term only its name is in the address, for its explanation may change.
    """
    ranks = [int(heading.tag[1]) for heading in headings]
    lift = min(ranks, default=0)
    before, fragments = level - 1, HeadingIds()
    for heading, rank in zip(headings, ranks, strict=True):
        before = min(rank - lift + level, before + 1, 6)
        heading.tag = f"h{before}"
        title = "".join(heading.itertext())
        name = term_of(title).name if have_terms else title
        heading.set("id", heading.get("id") or fragments.of(name))


class HeadingIds:
    """What the headings of one text are called in addresses, no two alike."""

    def __init__(self) -> None:
        self.taken: set[Slug] = set()
        self.last: dict[Slug, int] = {}

    def of(self, title: str) -> Slug:
        base = slug_of(STASHED.sub("", title)) or "partie"
        number, name = self.last.get(base, 1), base
        while name in self.taken:
            number, name = number + 1, f"{base}-{number + 1}"
        self.last[base] = number
        self.taken.add(name)
        return name


def visible_texts(element: Element) -> Iterator[tuple[Element, str]]:
    """Every piece of text outside code, as (element, 'text' or 'tail')."""
    if element.tag in VERBATIM:
        return
    if element.text and not isinstance(element.text, AtomicString):
        yield element, "text"
    for child in element:
        yield from visible_texts(child)
        if child.tail:
            yield child, "tail"
