"""Asides: what an editor writes for editors in a text that others read.

Comments (those made of the definition of a link, too), processing instructions, CDATA, scripts, styles
and what is marked as hidden, in Markdown and in its HTML. In code they are text, and stay.
Not a Markdown parser: it knows where Python-Markdown sees code, and reads a text once, from the beginning
to the end.
"""

import re
from bisect import bisect_left
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cached_property, lru_cache

Span = tuple[int, int]

TAB = 4
SIGNS = ("<", "`", "]:")
"""A text with none of them has no asides."""
SIGNS_OF_BLOCKS = re.compile(r"\t|[^\S\n]{4}|~~~")
"""A text with none of them, nor of those above, has no code either."""
FENCE = re.compile(r"[ \t]*(`{3,}(?![^\n]*`)|~{3,})")
ITEM = re.compile(r"[ \t]*(?:[*+-]|\d{1,9}[.)]|\[\^[^\]\n]{1,90}\]:|:)[ \t]")
QUOTE = re.compile(r"(?: {0,3}> ?)*")
BACKTICKS = re.compile(r"`+")
LINE_ENDS = re.compile(r"[ \t]*(?:\n|\Z)")
BLANK_LINE = re.compile(r"\n[ \t]*\n")
MARK = re.compile(
    r"(?P<code>`+)|(?P<comment><!--)|(?P<cdata><!\[CDATA\[)|(?P<declaration><![\[A-Za-z])"
    r"|(?P<instruction><\?)|<(?P<element>[A-Za-z][A-Za-z0-9-]*)(?=[\s/>])"
)
PLAIN_MARK = re.compile(r"(?P<code>`+)|(?P<comment><!--)")
CDATA_END, INSTRUCTION_END = re.compile(r"\]\]>"), re.compile(r"\?>")
DECLARATION = re.compile(r"[^<>]{0,400}>")
COMMENT_END = re.compile(r"(?<=<!--)-?>|--!?>")
"""`<!-->` and `<!--->` are whole comments (HTML Standard, 13.1.6 and 13.2.5.43)."""
REST_OF_TAG = re.compile(r"""(?:[^<>"']|"[^"]{0,400}"|'[^']{0,400}'){0,400}>""")
NOTHING = re.compile(
    r""" {0,3}\[([^\[\]\n]{0,90})\]:[ ]*(?:\#|<>)[ ]+(?:"[^\n]*"|'[^\n]*'|\([^\n]*\))[ \t]*(?=\n|\Z)"""
)
QUOTED = re.compile(r""""[^"]*"|'[^']*'""")
INVISIBLE = re.compile(r"""style\s*=\s*["'][^"']*(?:display\s*:\s*none|visibility\s*:\s*hidden)""", re.I)
HIDDEN = re.compile(r"\shidden(?=[\s=/>])", re.I)
NEVER_SHOWN = frozenset(("script", "style", "template"))
WITHOUT_END = frozenset("area br col embed hr img input link meta source track wbr".split())


@dataclass(frozen=True, slots=True)
class Asides:
    """Attributes that need a word:

    spans: from where to where each is written, in order.
    code: the same of code.
    unclosed: where one begins that nothing ends; all that follows belongs to it.
    """

    spans: tuple[Span, ...] = ()
    code: tuple[Span, ...] = ()
    unclosed: int | None = None


@lru_cache(maxsize=16384)
def asides(markdown: str) -> Asides:
    if not has_signs(markdown):
        return Asides()
    reading = _Reading(markdown)
    reading.read()
    return Asides(tuple(reading.spans), tuple(reading.code), reading.unclosed)


def has_signs(markdown: str) -> bool:
    return any(sign in markdown for sign in SIGNS)


def said(markdown: str) -> str:
    """The text without its asides; where one ends a line, no space is left before it."""
    spans = asides(markdown).spans
    return "".join(_kept(markdown, spans)) if spans else markdown


def _kept(text: str, spans: tuple[Span, ...]) -> Iterator[str]:
    """Two spaces at the end of a line would be a line break of Markdown."""
    position = 0
    for start, end in spans:
        ends_line = LINE_ENDS.match(text, end)
        yield text[position:start].rstrip(" \t") if ends_line else text[position:start]
        position = end
    yield text[position:]


@lru_cache(maxsize=16384)
def blanked(markdown: str) -> str:
    """The text with spaces for its asides: what follows keeps its place."""
    return _blanked(markdown, asides(markdown).spans)


def outside_code(markdown: str, pattern: re.Pattern[str]) -> tuple[re.Match[str], ...]:
    """Where the text has the pattern, code left out."""
    code = asides(markdown).code
    return tuple(
        found
        for found in pattern.finditer(markdown)
        if not any(start <= found.start() < end for start, end in code)
    )


def spoken(markdown: str) -> str:
    """The same with spaces for its code too: what is left may be marks of Markdown."""
    if not has_signs(markdown) and not SIGNS_OF_BLOCKS.search(markdown):
        return markdown
    reading = _Reading(markdown)
    reading.read()
    return _blanked(markdown, sorted((*reading.spans, *reading.code)))


def _blanked(text: str, spans: Iterable[Span]) -> str:
    parts: list[str] = []
    position = 0
    for start, end in spans:
        parts += text[position:start], re.sub(r"[^\n]", " ", text[start:end])
        position = end
    return "".join((*parts, text[position:]))


def without_comments(words: str) -> str:
    """A text that is no Markdown without its comments, those that are closed; between backticks they stay."""
    if "<!--" not in words:
        return words
    reading = _Reading(words, PLAIN_MARK)
    reading.past_words(0, len(words))
    closed = tuple(span for span in reading.spans if span[0] != reading.unclosed)
    return " ".join("".join(_kept(words, closed)).split()) if closed else words


def past_quotes(text: str, start: int) -> int:
    quotes = QUOTE.match(text, start)
    return quotes.end() if quotes else start


class _Reading:
    """One walk through a text, line by line.

    level: how many list items the line is inside of; after_blank: whether a block may begin here.
    """

    def __init__(self, text: str, mark: re.Pattern[str] = MARK) -> None:
        self.text, self.mark = text, mark
        self.spans: list[Span] = []
        self.code: list[Span] = []
        self.unclosed: int | None = None
        self.level, self.after_blank = 0, True
        self.paragraph_end = 0
        self.has_instruction_end = True
        self.never_closed: set[str] = set()
        self.used: dict[str, bool] = {}

    def read(self) -> None:
        position = 0
        while position < len(self.text):
            position = self.past_line(position)

    def past_line(self, start: int) -> int:
        """Where the next line begins, or the text after what began on this one."""
        end, content = self.end_of_line(start), past_quotes(self.text, start)
        closing = self.end_of_fence(content, end)
        if closing or self.is_code(self.text[content:end].expandtabs(TAB)):
            self.code.append((start, closing or end))
            self.after_blank = True
            return (closing or end) + 1
        if self.is_definition_of_nothing(content, end):
            self.spans.append((content, end))
            return end + 1
        return self.past_words(start, end)

    def end_of_line(self, position: int) -> int:
        end = self.text.find("\n", position)
        return len(self.text) if end < 0 else end

    def end_of_fence(self, start: int, end: int) -> int:
        """0 where no fence begins, or where it is never closed and thus is none."""
        fence = FENCE.match(self.text, start, end)
        if not fence or fence[1] in self.never_closed:
            return 0
        closing = re.compile(rf"^[> \t]*{fence[1]}[`~]*[ \t]*$", re.MULTILINE).search(self.text, end)
        if closing is None:
            self.never_closed.add(fence[1])
            return 0
        return closing.end()

    def is_code(self, line: str) -> bool:
        """Four spaces deeper than the text around it, after a blank line."""
        if not line.strip():
            return False
        indent = (len(line) - len(line.lstrip())) // TAB
        if self.after_blank and indent > self.level:
            return True
        if self.after_blank:
            self.level = indent
        if ITEM.match(line):
            self.level = min(self.level, indent) + 1
        return False

    def is_definition_of_nothing(self, start: int, end: int) -> bool:
        """`[//]: # (a note)`: the title of a link that leads nowhere, and that nobody uses."""
        found = NOTHING.match(self.text, start, end)
        if found is None:
            return False
        label = found[1].casefold()
        if label not in self.used:
            use = re.compile(rf"\[{re.escape(label)}\](?!:)", re.I)
            self.used[label] = use.search(self.text) is not None
        return not self.used[label]

    def past_words(self, start: int, end: int) -> int:
        """Asides and code spans of a line, and of those in which they end."""
        shown, position = "", start
        while mark := self.mark.search(self.text, position, end + 1):
            after = self.past_mark(mark)
            is_aside = bool(self.spans) and self.spans[-1] == (mark.start(), after)
            shown += self.text[position : mark.start() if is_aside else after].strip()
            position = after
            end = end if position <= end else self.end_of_line(position)
        self.after_blank = not (shown or self.text[position:end].strip())
        return end + 1

    def past_mark(self, mark: re.Match[str]) -> int:
        match mark.lastgroup:
            case "code":
                return self.past_code(mark)
            case "comment":
                return self.aside(mark, COMMENT_END.search(self.text, mark.end()))
            case "cdata":
                return self.aside(mark, CDATA_END.search(self.text, mark.end()))
            case "declaration":
                closing = DECLARATION.match(self.text, mark.end())
                return self.aside(mark, closing) if closing else mark.end()
            case "instruction":
                return self.past_instruction(mark)
        return self.past_element(mark, mark["element"].lower())

    def aside(self, mark: re.Match[str], closing: re.Match[str] | None) -> int:
        """Where it ends: with the text, if nothing closes it."""
        if closing is None:
            self.unclosed = mark.start()
        end = closing.end() if closing else len(self.text)
        self.spans.append((mark.start(), end))
        return end

    def past_code(self, mark: re.Match[str]) -> int:
        """As many backticks close it, in the same paragraph; one after a backslash is a letter."""
        start, run = mark.span()
        if self.text[:start][-1:] == "\\":
            return start + 1
        if start >= self.paragraph_end:
            found = BLANK_LINE.search(self.text, start)
            self.paragraph_end = found.start() if found else len(self.text)
        runs = self.backticks.get(run - start, [])
        place = bisect_left(runs, run)
        if place == len(runs) or runs[place] >= self.paragraph_end:
            return run
        end = runs[place] + run - start
        self.code.append((start, end))
        return end

    @cached_property
    def backticks(self) -> dict[int, list[int]]:
        """Where backticks stand, by how many there are side by side."""
        found: dict[int, list[int]] = {}
        for run in BACKTICKS.finditer(self.text):
            found.setdefault(len(run[0]), []).append(run.start())
        return found

    def past_instruction(self, mark: re.Match[str]) -> int:
        """Without an end, `<?php` goes on as `<!--` does, and `<?` alone is two signs."""
        closing = INSTRUCTION_END.search(self.text, mark.end()) if self.has_instruction_end else None
        self.has_instruction_end = closing is not None
        if closing is None and not self.text[mark.end() : mark.end() + 1].isalpha():
            return mark.end()
        return self.aside(mark, closing)

    def past_element(self, mark: re.Match[str], name: str) -> int:
        rest = REST_OF_TAG.match(self.text, mark.end())
        if rest is None or not (name in NEVER_SHOWN or is_hidden(rest[0])):
            return mark.end()
        return self.aside(mark, rest if name in WITHOUT_END else self.end_of_element(name, rest.end()))

    def end_of_element(self, name: str, position: int) -> re.Match[str] | None:
        depth = 1
        for tag in re.compile(rf"<(/?){name}(?=[\s/>])[^<>]*>", re.I).finditer(self.text, position):
            depth += -1 if tag[1] else name not in NEVER_SHOWN
            if depth == 0:
                return tag
        return None


def is_hidden(attributes: str) -> bool:
    return bool(HIDDEN.search(QUOTED.sub('""', attributes)) or INVISIBLE.search(attributes))
