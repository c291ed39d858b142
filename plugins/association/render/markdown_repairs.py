"""What is mended in Python-Markdown, so that the time for a text grows as the text does.

For every "<" of a tag it looks for the ">" as far as the end of the text (markdown/htmlparser.py:
HTMLExtractor), and likewise in footnotes, fences and lists of attributes. Here what is not closed within a
page or so is none of them. Brackets and backticks: markdown_pairs.

Brackets and backticks of a Markdown text in pairs, each found once however many are open.

From every "[" Python-Markdown reads on to the "]" that closes it, and from every "](" to its ")", letter by
letter and once for each of six patterns; likewise from backtick to backtick (markdown/inlinepatterns.py:
LinkInlineProcessor, BacktickInlineProcessor). Thousands that nothing closes took minutes.
"""

import re
from bisect import bisect_right
from typing import TypeVar
from xml.etree.ElementTree import Element, SubElement

from markdown import Markdown
from markdown import inlinepatterns as patterns
from markdown.extensions import attr_list, fenced_code, footnotes, md_in_html
from markdown.htmlparser import HTMLExtractor
from markdown.preprocessors import HtmlBlockPreprocessor, Preprocessor
from markdown.treeprocessors import Treeprocessor
from markdown.util import Registry

ProcessorT = TypeVar("ProcessorT")

LONGEST_TAG = 1000
CLOSING_TAG = re.compile(r"</\s*([^\s<>]+)\s*>")
BLANK_LINE = re.compile(r"\n[ \t]*\n")
ATTRIBUTES = r"\{:?[ ]*([^\}\n ][^\n]{0,500})\}"
"""As in markdown/extensions/attr_list.py, where they may be as long as a line."""
FENCED = re.compile(
    r"""
    (?P<fence>^(?:~{3,}|`{3,}))[ ]*
    (?:\{(?P<attrs>[^\n]*)\}
      |(?:\.?(?P<lang>[\w#.+-]+)[ ]*)?(?:hl_lines=(?P<quot>"|')(?P<hl_lines>[^\n]*?)(?P=quot)[ ]*)?)
    \n(?P<code>(?:[^\n]*\n)*?)(?P=fence)[ ]*$
    """,
    re.MULTILINE | re.VERBOSE,
)
"""As in markdown/extensions/fenced_code.py, where three loops may share the same spaces."""
FOOTNOTE = re.compile(r"\[\^([^\]]{0,200})\]", re.DOTALL)


def mend(md: Markdown) -> None:
    pair_brackets(md)
    pair_ticks(md)
    shorten_tags(md)
    close_footnotes(md)
    shorten_attributes(md)
    read_fences_by_line(md)


class ShortTags:
    """Before an HTMLExtractor: a start tag that is longer than LONGEST_TAG is text."""

    rawdata: str
    inline_stack: list[str]
    line_offset: int
    offset: int

    def check_for_whole_start_tag(self, i: int) -> int:
        """Where the tag that begins at `i` ends; negative if it does not."""
        text = self.rawdata
        end = text.rfind(">", i, i + LONGEST_TAG) + 1
        if not end:
            return -1
        self.rawdata = text[i:end]
        try:
            found: int = super().check_for_whole_start_tag(0)  # type: ignore[misc]
        finally:
            self.rawdata = text
        return found + i if found >= 0 else found

    def inline_close_follows(self, text: str) -> bool:
        """Whether, near after the comment `text`, an element ends that is open."""
        if not self.inline_stack:
            return False
        start = self.line_offset + self.offset + len(text)
        near = BLANK_LINE.split(self.rawdata[start : start + LONGEST_TAG], 1)[0]
        return not {name.lower() for name in CLOSING_TAG.findall(near)}.isdisjoint(self.inline_stack)


class Extractor(ShortTags, HTMLExtractor): ...


class ExtractorExtra(ShortTags, md_in_html.HTMLExtractorExtra): ...


EXTRACTORS = {HtmlBlockPreprocessor: Extractor, md_in_html.HtmlBlockPreprocessor: ExtractorExtra}


class HtmlBlocks(Preprocessor):
    def __init__(self, md: Markdown, extractor: type[HTMLExtractor]) -> None:
        super().__init__(md)
        self.extractor = extractor

    def run(self, lines: list[str]) -> list[str]:
        parser = self.extractor(self.md)
        parser.feed("\n".join(lines))
        parser.close()
        return "".join(parser.cleandoc).split("\n")


def shorten_tags(md: Markdown) -> None:
    """Another extension's own way with HTML is left alone."""
    usual = type(md.preprocessors["html_block"])
    if usual in EXTRACTORS:
        md.preprocessors.register(HtmlBlocks(md, EXTRACTORS[usual]), "html_block", 20)


class Footnotes(footnotes.FootnoteBlockProcessor):
    """A note that is defined in another is a paragraph of that one.

    Python-Markdown reads its notes one after the other, and to find a new one then is a RuntimeError
    (markdown/extensions/footnotes.py: makeFootnotesDiv).
    """

    RE = re.compile(r"^[ ]{0,3}\[\^([^\]]{0,200})\]:[ ]*(.*)$", re.MULTILINE)
    is_closed = False

    def run(self, parent: Element, blocks: list[str]) -> bool:
        if not self.is_closed:
            return super().run(parent, blocks)
        if not self.RE.search(blocks[0]):
            return False
        SubElement(parent, "p").text = blocks.pop(0)
        return True


class OpenFootnotes(Preprocessor):
    def __init__(self, notes: Footnotes) -> None:
        super().__init__()
        self.notes = notes

    def run(self, lines: list[str]) -> list[str]:
        self.notes.is_closed = False
        return lines


class CloseFootnotes(Treeprocessor):
    def __init__(self, notes: Footnotes) -> None:
        super().__init__()
        self.notes = notes

    def run(self, root: Element) -> None:
        self.notes.is_closed = True


def registered(registry: Registry[ProcessorT], name: str) -> ProcessorT | None:
    """Python-Markdown's registries have no `get`."""
    if name in registry:
        return registry[name]
    return None


def close_footnotes(md: Markdown) -> None:
    usual = registered(md.inlinePatterns, "footnote")
    if not isinstance(usual, footnotes.FootnoteInlineProcessor):
        return
    usual.compiled_re = FOOTNOTE
    notes = Footnotes(usual.footnotes)
    md.parser.blockprocessors.register(notes, "footnote", 17)
    md.preprocessors.register(OpenFootnotes(notes), "assosite-open-footnotes", 100)
    # 51: just before the notes are read (50)
    md.treeprocessors.register(CloseFootnotes(notes), "assosite-close-footnotes", 51)


def shorten_attributes(md: Markdown) -> None:
    lists = registered(md.treeprocessors, "attr_list")
    if not isinstance(lists, attr_list.AttrListTreeprocessor):
        return
    lists.HEADER_RE = re.compile(rf"(?<! )[ ]+{ATTRIBUTES}[ ]*$")
    lists.BLOCK_RE = re.compile(rf"\n[ ]*{ATTRIBUTES}[ ]*$")
    lists.INLINE_RE = re.compile(rf"^{ATTRIBUTES}")


def read_fences_by_line(md: Markdown) -> None:
    fences = registered(md.preprocessors, "fenced_code_block")
    if isinstance(fences, fenced_code.FencedBlockPreprocessor):
        fences.FENCED_BLOCK_RE = FENCED


TICKS = re.compile("`+")
BRACKET = re.compile(r"[\[\]]")
LONGEST_ADDRESS = 1000
"""With its title, in characters: the brackets of what is longer hold no address."""

Found = tuple[str, int, bool]


class Pairs:
    """Which "]" closes which "[", counted from the end of a text.

    Python-Markdown replaces what it has read by a mark of another length, from left to right: the end of
    the text is what stays.
    """

    def __init__(self) -> None:
        self.text = ""
        self.closings: dict[int, int] = {}

    def closing(self, text: str, start: int) -> int:
        """Where the bracket that opened just before `start` is closed; -1 if it is not."""
        distance = len(text) - start
        if not self.knows(text, distance):
            self.read(text, start)
        closing = self.closings[distance]
        return len(text) - closing if closing else -1

    def knows(self, text: str, distance: int) -> bool:
        """Whether the last `distance` letters of `text` are those of the text that was read."""
        if distance not in self.closings:
            return False
        return text is self.text or text[len(text) - distance :] == self.text[len(self.text) - distance :]

    def read(self, text: str, start: int) -> None:
        """Every bracket from the one before `start` on."""
        length = len(text)
        self.text, self.closings = text, {length - start: 0}
        opened = [length - start]
        for bracket in BRACKET.finditer(text, start):
            if bracket[0] == "[":
                opened.append(length - bracket.end())
                self.closings[opened[-1]] = 0
            elif opened:
                self.closings[opened.pop()] = length - bracket.start()


class PairedBrackets:
    """Before one of Python-Markdown's processors: its `getText` and `getLink`, without reading in vain."""

    def __init__(self, pattern: str, md: Markdown, pairs: Pairs) -> None:
        super().__init__(pattern, md)  # type: ignore[call-arg]
        self.pairs = pairs

    def getText(self, data: str, index: int) -> Found:
        closing = self.pairs.closing(data, index)
        return (data[index:closing], closing + 1, True) if closing >= 0 else ("", len(data), False)

    def getLink(self, data: str, index: int) -> tuple[str, str | None, int, bool]:
        if not data.startswith("(", index):
            return "", None, index, False
        near = data[index : index + LONGEST_ADDRESS]
        near = near[: near.rfind(")") + 1]
        href, title, end, handled = super().getLink(near, 0)  # type: ignore[misc]
        return href, title, index + end, handled


class Link(PairedBrackets, patterns.LinkInlineProcessor): ...


class Image(PairedBrackets, patterns.ImageInlineProcessor): ...


class Reference(PairedBrackets, patterns.ReferenceInlineProcessor): ...


class ShortReference(PairedBrackets, patterns.ShortReferenceInlineProcessor): ...


class ImageReference(PairedBrackets, patterns.ImageReferenceInlineProcessor): ...


class ShortImageReference(PairedBrackets, patterns.ShortImageReferenceInlineProcessor): ...


PROCESSORS = {
    "reference": (Reference, patterns.REFERENCE_RE, 170),
    "link": (Link, patterns.LINK_RE, 160),
    "image_link": (Image, patterns.IMAGE_LINK_RE, 150),
    "image_reference": (ImageReference, patterns.IMAGE_REFERENCE_RE, 140),
    "short_reference": (ShortReference, patterns.REFERENCE_RE, 130),
    "short_image_ref": (ShortImageReference, patterns.IMAGE_REFERENCE_RE, 125),
}
"""By the names and in the order of Python-Markdown (build_inlinepatterns)."""


def pair_brackets(md: Markdown) -> None:
    for name, (processor, pattern, priority) in PROCESSORS.items():
        md.inlinePatterns.register(processor(pattern, md, Pairs()), name, priority)


class CodeSpans(patterns.BacktickInlineProcessor):
    """Code between backticks; the runs of a text are counted once, from its end as brackets are."""

    def __init__(self, pattern: str) -> None:
        super().__init__(pattern)
        self.text, self.begins, self.ends = "", [0], [0]
        self.of_length: dict[int, list[int]] = {}
        self.longest: list[tuple[int, int]] = []

    def find_code_spans(self, start: int, text: str) -> tuple[int, int | None]:
        """Where the code begins, and the run that closes it: one alike, else the longest that is shorter."""
        length, at = len(text), start - len(text)
        if not (self.begins[0] <= at and (text is self.text or text[at:] == self.text[at:])):
            self.read(text, start)
        run = bisect_right(self.begins, at) - 1
        ticks = self.ends[run] - at
        alike = self.of_length.get(ticks, [])
        following = bisect_right(alike, run)
        if following < len(alike):
            return start + ticks, length + self.begins[alike[following]]
        longest, closing = self.longest[run]
        if 0 < longest < ticks:
            return start + longest, length + self.begins[closing]
        return start + 2 * ticks, None  # twice, as Python-Markdown does

    def read(self, text: str, start: int) -> None:
        """Every run from `start` on, and for each the longest after it."""
        spans = [(run.start() - len(text), run.end() - len(text)) for run in TICKS.finditer(text, start)]
        self.text, self.of_length = text, {}
        self.begins, self.ends = [begin for begin, _ in spans], [end for _, end in spans]
        for number, (begin, end) in enumerate(spans):
            self.of_length.setdefault(end - begin, []).append(number)
        self.longest = [(0, 0)] * len(spans)
        for number in range(len(spans) - 2, -1, -1):
            after = (self.ends[number + 1] - self.begins[number + 1], number + 1)
            self.longest[number] = max(after, self.longest[number + 1], key=lambda one: (one[0], -one[1]))


def pair_ticks(md: Markdown) -> None:
    if type(md.inlinePatterns["backtick"]) is patterns.BacktickInlineProcessor:
        md.inlinePatterns.register(CodeSpans(patterns.BACKTICK_RE), "backtick", 190)
