"""What stands in what in a text: lists, quotations, tables, code, notes, as CommonMark and forges read it.

Python-Markdown wants an empty line before a list, four spaces inside one, and no code there; in the forge's
preview, less will do. So markdown-it-py tells where these blocks begin and end, and what they hold; all else
is Python-Markdown's, what stands in a paragraph too, with whatever extensions a webmaster has chosen.
"""

import re
import sys
from collections.abc import Generator, Iterator, Sequence
from dataclasses import dataclass, field
from functools import reduce
from html import escape
from itertools import zip_longest
from textwrap import dedent
from typing import cast
from xml.etree.ElementTree import Element, SubElement

from markdown import Markdown
from markdown.blockprocessors import BlockProcessor
from markdown.extensions import Extension
from markdown.extensions.codehilite import CodeHiliteExtension
from markdown.preprocessors import Preprocessor
from markdown_it import MarkdownIt
from markdown_it.token import Token

from ..domain.text import Language
from .words import words_in

NAME = "assosite-blocks"
MARK = re.compile("\x02assosite:([0-9]+)\x03")
"""Where a block has been taken out of the text, with its number."""
BLOCK = re.compile(
    r" {0,3}(?:[-*+>](?:[ \t>]|$)|[0-9]{1,9}[.)](?:[ \t]|$)|`{3}|~{3}|=+[ \t]*$|(?:[-_*][ \t]*){3,}$|\#)"
    r"|[ \t]*\|?[ \t]*:?-+:?[ \t]*(?:\||$)"
    r"|!!!"
)
"""A line that may begin one; text without any is left to Python-Markdown as it is."""
WORD = r"(?=[^\W\d_]|\*\*[^\W_]|\[(?![ xX]\])|[0-9]+[^0-9.)])[^\n]*"
"""A line of a list that begins nothing else."""
ITEM = re.compile(r" {0,3}(?:[-*+]|[0-9]{1,9}[.)])(?:[ \t]|$)|[ \t]")
PLAIN = re.compile(r"\#{1,6} [^\n]*|-{3,}|\*{3,}|\|[^\n\\]*\n\|[ :|-]*-[ :|-]*\|(?:\n\|[^\n\\]*\|)*")
PLAIN_LIST = re.compile(
    rf"- {WORD}(?:\n- {WORD})*|\* {WORD}(?:\n\* {WORD})*|1\. {WORD}(?:\n[0-9]{{1,2}}\. {WORD})*"
)
"""What Python-Markdown reads alike when it stands alone between empty lines."""
FENCE = re.compile(r"[ \t>]*(?:(?:[-*+]|[0-9]{1,9}[.)])[ \t]+)*(`{3,}|~{3,})")
HTML = re.compile(r"^ {0,3}<[a-zA-Z/!?]", re.MULTILINE)
OF_PYTHON_MARKDOWN = re.compile(r"<[^>]*\bmarkdown\s*=")
"""A webmaster's `<div markdown="1">`, which is read as a whole (markdown/extensions/md_in_html.py)."""
HASH = re.compile(r"^( {0,3})(?=#)", re.MULTILINE)
UNDERLINE = re.compile(r"^( {0,3})=(=*[ ]*)$", re.MULTILINE)
OF_A_FENCE = re.compile(r"\{|\bhl_lines=")
TASK = re.compile(r"\[([ xX])\][ \t]+(?=\S)")
TASK_SIGNS = {" ": "☐ ", "x": "☑ ", "X": "☑ "}
ALERT = re.compile(r"\[!(NOTE|TIP|IMPORTANT|WARNING|CAUTION)\][ \t]*(?:\n|$)", re.IGNORECASE)
ADMONITION = re.compile(r'!!!\s*([a-zA-Z]+)[^"\n]*(?:"([^"\n]*)")?[ \t]*$')
ALIKE = {
    "info": "note",
    "abstract": "note",
    "example": "note",
    "question": "note",
    "quote": "note",
    "hint": "tip",
    "success": "tip",
    "attention": "warning",
    "danger": "caution",
    "error": "caution",
    "failure": "caution",
    "bug": "caution",
}
"""Kinds of notes that other generators know (Material for MkDocs, reStructuredText)."""


def reader() -> MarkdownIt:
    """Of blocks alone; link definitions are for Python-Markdown, which may find them in any paragraph."""
    deep = {"maxNesting": sys.maxsize}  # else what is deeper would vanish: too deep for Python is told
    blocks = MarkdownIt("commonmark", deep).enable("table").disable("reference")
    blocks.core.ruler.enableOnly(["normalize", "block"])
    return blocks


READER = reader()


@dataclass(slots=True)
class Block:
    """kind: markdown-it-py's name of it, or "note"; title: what stands above a note."""

    kind: str
    token: Token | None = None
    title: str = ""
    children: list["Block"] = field(default_factory=list)

    @property
    def content(self) -> str:
        """Of a leaf as it is written, or of the paragraph, the heading, the cell that holds it."""
        if self.token and not self.children:
            return self.token.content
        return self.children[0].content if self.children else ""


def blocks_of(text: str) -> list[Block]:
    root = Block("root")
    within = [root]
    for token in READER.parse(text):
        if token.nesting == -1:
            within.pop()
            continue
        within[-1].children.append(Block(token.type.removesuffix("_open"), token))
        if token.nesting == 1:
            within.append(within[-1].children[-1])
    return root.children


class Blocks(Extension):
    """language: of the words that the program itself puts above notes."""

    def __init__(self, language: Language) -> None:
        super().__init__()
        self.language = language

    def extendMarkdown(self, md: Markdown) -> None:
        builder = Builder(md, self.language)
        md.parser.blockprocessors.register(builder, NAME, 1000)
        # 28: once white space is plain (30), before code and HTML are looked for (25, 20)
        md.preprocessors.register(TakeOut(md, builder), NAME, 28)


class TakeOut(Preprocessor):
    """Leaves a mark where each block was."""

    def __init__(self, md: Markdown, builder: "Builder") -> None:
        super().__init__(md)
        self.builder = builder

    def run(self, lines: list[str]) -> list[str]:
        self.builder.taken.clear()
        kept: list[str] = []
        at = 0
        for first, last in self.passages(lines):
            kept += lines[at:first]
            kept += self.without_blocks(lines[first:last])
            at = last
        return kept + lines[at:]

    def passages(self, lines: Sequence[str]) -> Iterator[tuple[int, int]]:
        """Where blocks may be; HTML may hold them too, and its elements end where they like."""
        text = "\n".join(lines)
        if not HTML.search(text):
            yield from passages(lines)
        elif not OF_PYTHON_MARKDOWN.search(text):
            yield 0, len(lines)

    def without_blocks(self, lines: list[str]) -> Iterator[str]:
        at, before = 0, ""
        for block in blocks_of("\n".join(lines)):
            assert block.token and block.token.map
            first, last = block.token.map
            if first < at:
                continue  # a part of the note before
            yield from lines[at:first]
            if block.kind == "paragraph":
                last = yield from self.paragraph(lines, first, last)
            elif self.is_ours(block, lines[first], before):
                yield from self.marked(block)
            else:
                yield from lines[first:last]
            at, before = last, block.kind
        yield from lines[at:]

    def paragraph(self, lines: list[str], first: int, last: int) -> Generator[str, None, int]:
        """To where it ends: at the end of the last note that begins in it, if one does."""
        number = first
        while number < last:
            note, end = self.admonition(lines, number)
            if note:
                yield from as_text("\n".join(lines[first:number])).split("\n")
                yield from self.marked(note)
                first = end
            number = end
        yield from as_text("\n".join(lines[first:last])).split("\n")
        return max(first, last)

    def admonition(self, lines: Sequence[str], number: int) -> tuple[Block | None, int]:
        """`!!! note "Titre"` and the lines below it that are set in; an extension for it comes first."""
        head, end = ADMONITION.match(lines[number]), number + 1
        if head is None or "admonition" in self.md.parser.blockprocessors:
            return None, end
        while end < len(lines) and (not lines[end].strip() or lines[end].startswith("    ")):
            end += 1
        within = blocks_of(dedent("\n".join(lines[number + 1 : end])))
        title = self.builder.title_of(head[1].lower()) if head[2] is None else head[2]
        return (Block("note", None, title, within), end) if within else (None, number + 1)

    def is_ours(self, block: Block, line: str, before: str) -> bool:
        """Code set in by four spaces may belong to a definition or a note of Python-Markdown's."""
        if block.kind == "fence":
            return not (line[:1] in "`~" and self.is_highlighted(block))
        if block.kind == "code_block":
            return before.endswith("_list")
        return block.kind != "paragraph"

    def is_highlighted(self, block: Block) -> bool:
        """By what a webmaster has chosen, or its lines have attributes of Python-Markdown."""
        highlights = any(isinstance(one, CodeHiliteExtension) for one in self.md.registeredExtensions)
        return highlights or OF_A_FENCE.search(cast(Token, block.token).info) is not None

    def marked(self, block: Block) -> tuple[str, str, str]:
        self.builder.taken.append(block)
        return "", f"\x02assosite:{len(self.builder.taken) - 1}\x03", ""


def passages(lines: Sequence[str]) -> Iterator[tuple[int, int]]:
    """From a paragraph that may begin a block to the one that cannot be a part of it."""
    start, fence = None, ""
    paragraphs = [*paragraphs_of(lines)]
    for (first, last), (following, _) in zip_longest(paragraphs, paragraphs[1:], fillvalue=(len(lines), 0)):
        is_block = any(map(BLOCK.match, lines[first:last]))
        if start is not None and not (fence or is_block or lines[first][0] in " \t"):
            yield start, first
            start = None
        if start is None and is_block and not is_plain(lines, first, last, following):
            start = first
        if start is not None:
            fence = reduce(after, lines[first:last], fence)
    if start is not None:
        yield start, len(lines)


def paragraphs_of(lines: Sequence[str]) -> Iterator[tuple[int, int]]:
    """Between empty lines."""
    start = None
    for number, line in enumerate(lines):
        if line.isspace() or not line:
            if start is not None:
                yield start, number
            start = None
        elif start is None:
            start = number
    if start is not None:
        yield start, len(lines)


def is_plain(lines: Sequence[str], first: int, last: int, following: int) -> bool:
    """Python-Markdown reads it alike: most headings, lists and tables, else twice the work."""
    paragraph = "\n".join(lines[first:last])
    goes_on = following < len(lines) and ITEM.match(lines[following])
    found = PLAIN.fullmatch(paragraph) or (not goes_on and PLAIN_LIST.fullmatch(paragraph))
    return bool(found)


def after(fence: str, line: str) -> str:
    """The fence of code that is open after `line`; none when it closes it."""
    found = FENCE.match(line)
    if not found:
        return fence
    if not fence:
        return found[1]
    closes = found[1].startswith(fence) and not line[found.end() :].strip()
    return "" if closes else fence


def as_text(paragraph: str) -> str:
    """Without what would be a heading to Python-Markdown alone: `#mot`, or `===` outside of a quotation."""
    return UNDERLINE.sub(r"\1&#61;\2", HASH.sub(r"\1\\", paragraph))


class Builder(BlockProcessor):
    """Puts each block in the place of its mark; taken: those of the text being read."""

    def __init__(self, md: Markdown, language: Language) -> None:
        super().__init__(md.parser)
        self.md, self.language = md, language
        self.taken: list[Block] = []

    def title_of(self, kind: str) -> str:
        titles = words_in(self.language).notes
        return titles.get(kind) or titles[ALIKE.get(kind, "note")]

    def test(self, parent: Element, block: str) -> bool:
        return bool(MARK.match(block))

    def run(self, parent: Element, blocks: list[str]) -> None:
        mark = MARK.match(blocks.pop(0))
        assert mark, "tested"
        self.add(parent, self.taken[int(mark[1])])

    def add_all(self, parent: Element, blocks: Sequence[Block]) -> None:
        for block in blocks:
            self.add(parent, block)

    def add(self, parent: Element, block: Block) -> None:
        match block.kind:
            case "bullet_list" | "ordered_list":
                self.add_list(parent, block)
            case "paragraph":
                self.add_paragraph(parent, block)
            case "blockquote":
                self.add_quotation(parent, block)
            case "table":
                add_table(parent, block)
            case "heading":
                SubElement(parent, cast(Token, block.token).tag).text = block.content.strip()
            case "hr":
                SubElement(parent, "hr")
            case "fence" | "code_block":
                self.add_raw(parent, code(cast(Token, block.token)))
            case "html_block":
                self.add_raw(parent, block.content.strip("\n"))
            case "note":
                self.add_note(parent, block)

    def add_list(self, parent: Element, block: Block) -> None:
        listed = SubElement(parent, "ul" if block.kind == "bullet_list" else "ol")
        start = cast(Token, block.token).attrs.get("start")
        if start is not None:
            listed.set("start", str(start))
        for item in block.children:
            self.add_all(SubElement(listed, "li"), item.children)

    def add_paragraph(self, parent: Element, block: Block) -> None:
        """Without an element of its own in a list whose items no empty line parts."""
        text = as_text(block.content)
        if parent.tag == "li" and not len(parent) and not parent.text:
            text = done_or_not(parent, text)
        self.parser.state.set("list" if cast(Token, block.token).hidden else NAME)
        self.parser.parseChunk(parent, text)
        self.parser.state.reset()

    def add_quotation(self, parent: Element, block: Block) -> None:
        first = block.children[0] if block.children else None
        alert = ALERT.match(first.content) if first and first.kind == "paragraph" else None
        if not (first and alert) or (alert[0] == first.content and len(block.children) == 1):
            self.add_all(SubElement(parent, "blockquote"), block.children)
            return
        inline = cast(Token, first.children[0].token)
        inline.content = inline.content[alert.end() :]
        rest = block.children if inline.content else block.children[1:]
        self.add_note(parent, Block("note", None, self.title_of(alert[1].lower()), rest))

    def add_note(self, parent: Element, note: Block) -> None:
        frame = SubElement(parent, "div", {"class": "admonition"})
        if note.title:
            title = SubElement(SubElement(frame, "p"), "strong")
            title.text = note.title
        self.add_all(frame, note.children)

    def add_raw(self, parent: Element, html: str) -> None:
        SubElement(parent, "p").text = self.md.htmlStash.store(html)


def done_or_not(item: Element, text: str) -> str:
    """A sign in the place of `[ ]` or `[x]`, as the items of a list of tasks begin."""
    task = TASK.match(text)
    if not task:
        return text
    item.set("class", "task")
    return TASK_SIGNS[task[1]] + text[task.end() :]


def code(token: Token) -> str:
    language = re.match(r"[\w#.+-]*", token.info)
    named = f' class="language-{language[0]}"' if language and language[0] else ""
    return f"<pre><code{named}>{escape(token.content, quote=False)}</code></pre>"


def add_table(parent: Element, block: Block) -> None:
    table = SubElement(parent, "table")
    for part in block.children:
        rows = SubElement(table, part.kind)
        for row in part.children:
            line = SubElement(rows, "tr")
            for cell in row.children:
                made = SubElement(line, cell.kind)
                made.text = cell.content.strip()
                style = cast(Token, cell.token).attrs.get("style")
                if style:
                    made.set("style", str(style).replace(":", ": ") + ";")
