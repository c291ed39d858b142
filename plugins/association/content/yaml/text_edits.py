"""A text as it lies in a file, byte order mark and ends of lines included, and pieces put into it.

And values as an editor would write them: plain where that is understood, else between quotation marks.
"""

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property

from .source import with_plain_newlines
from .tree import Point

END = re.compile(r"\r\n|\r|\n")
BOM = "\ufeff"

Part = str | Mapping[str, str]
Field = Part | Sequence[str] | Sequence[Mapping[str, str]]
"""What is written after a key: a text, texts by key, or a list of either."""

# Narrower than YAML, so that other tools read the same as we do.
PLAIN = re.compile(r"[\w/(«+][^\x00-\x1f\x7f-\x9f]*")
NOT_PLAIN = re.compile(r":(?=\s|$)|\s#|\s$")
NOT_PLAIN_IN_FLOW = re.compile(r"[,\[\]{}?\"'`]|:(?!//)")
OTHER_MEANING = re.compile(r"null|0\d+|[\d_]+:[\d:_]+", re.IGNORECASE)
ESCAPES = str.maketrans({"\\": "\\\\", '"': '\\"', "\n": "\\n", "\t": "\\t"})


@dataclass(frozen=True, slots=True)
class TextEdit:
    """What stands from `start` to `end`, in the text with plain newlines, becomes `text`."""

    start: Point
    end: Point
    text: str


@dataclass(frozen=True)
class SourceText:
    """`raw`: the whole file, decoded and otherwise untouched."""

    raw: str

    @cached_property
    def text(self) -> str:
        """As the reader of YAML wants it."""
        return with_plain_newlines(self.raw)

    @cached_property
    def lines(self) -> list[str]:
        """Of `text`; an end of the last line makes an empty one after it."""
        return self.text.split("\n")

    @cached_property
    def line_end(self) -> str:
        """The one the file uses, for lines that are added."""
        found = END.search(self.raw)
        return found[0] if found else "\n"

    @cached_property
    def _starts(self) -> list[int]:
        """Where each line begins in `raw`."""
        first = len(BOM) if self.raw.startswith(BOM) else 0
        return [first, *(match.end() for match in END.finditer(self.raw))]

    def offset(self, point: Point) -> int:
        line, column = point
        return self._starts[line] + column

    def with_splices(self, splices: Iterable[TextEdit]) -> str:
        """Splices at one point are put there in the order in which they are given."""
        parts, done = [], 0
        for splice in sorted(splices, key=lambda splice: splice.start):
            start, end = self.offset(splice.start), self.offset(splice.end)
            parts += [self.raw[done:start], splice.text.replace("\n", self.line_end)]
            done = max(done, end)
        return "".join((*parts, self.raw[done:]))

    def lines_after(self, number: int, added: Iterable[str]) -> TextEdit:
        """New lines below line `number`."""
        if number + 1 < len(self.lines):
            return TextEdit((number + 1, 0), (number + 1, 0), "".join(f"{line}\n" for line in added))
        end = (number, len(self.lines[number]))
        return TextEdit(end, end, "".join(f"\n{line}" for line in added))

    def last_word(self, start: Point, end: Point) -> Point:
        """Where what stands there really ends: a text of several lines takes the blank ones below with it."""
        line, column = end
        while line > start[0] and not self.lines[line][:column].strip():
            line -= 1
            column = len(self.lines[line])
        return line, column

    def opens_with(self, point: Point, signs: str) -> bool:
        line, column = point
        return self.lines[line][column : column + 1] in tuple(signs)


def written_field(key: str, value: Field, margin: int) -> str:
    """`key: value` on lines of their own, from column `margin` on; entries of a list one below the other."""
    if isinstance(value, str | Mapping) or all(isinstance(part, str) for part in value):
        return f"{key}: {written_value(value, margin + 2)}"
    entries = (f"{' ' * (margin + 2)}- {written_part(part)}" for part in value)
    return "\n".join((f"{key}:", *entries))


def written_value(value: Field, margin: int, in_flow: bool = False, in_quotes: bool = False) -> str:
    """What stands after "key: ".

    margin: the column of lines that go on below. in_quotes: as the text that stood there before.
    """
    if isinstance(value, str):
        return scalar(value, margin, in_flow, in_quotes)
    if isinstance(value, Mapping):
        return written_part(value)
    return "[" + ", ".join(written_part(part) for part in value) + "]"


def written_part(part: Part) -> str:
    """Between the brackets of a list, or after its dash."""
    if isinstance(part, str):
        return scalar(part, 0, True)
    pairs = (f"{scalar(key, 0, True)}: {scalar(text, 0, True)}" for key, text in part.items())
    return "{" + ", ".join(pairs) + "}"


def scalar(text: str, margin: int, in_flow: bool, in_quotes: bool = False) -> str:
    if "\n" in text and not in_flow and fits_block(text):
        return literal(text, margin)
    if not in_quotes and is_plain(text, in_flow):
        return text
    return f'"{text.translate(ESCAPES)}"'


def is_plain(text: str, in_flow: bool) -> bool:
    return (
        PLAIN.fullmatch(text) is not None
        and NOT_PLAIN.search(text) is None
        and OTHER_MEANING.fullmatch(text) is None
        and not (in_flow and NOT_PLAIN_IN_FLOW.search(text))
    )


def fits_block(text: str) -> bool:
    """Whether a "|" keeps it: indentation of the first line and tabs would be understood otherwise."""
    return not text[:1].isspace() and "\t" not in text


def literal(text: str, margin: int) -> str:
    lines = (f"{' ' * margin}{line}" if line.strip() else "" for line in text.rstrip("\n").split("\n"))
    return "\n".join(("|", *lines))
