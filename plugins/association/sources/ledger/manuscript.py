"""A text as it lies in a file, byte order mark and ends of lines included, and pieces put into it."""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cached_property

from ..source import with_plain_newlines

Point = tuple[int, int]
"""Line and column, both from 0, in the text with plain newlines."""

END = re.compile(r"\r\n|\r|\n")
BOM = "\ufeff"


@dataclass(frozen=True, slots=True)
class Splice:
    """What stands from `start` to `end` becomes `text`, whose lines end in \\n here."""

    start: Point
    end: Point
    text: str


@dataclass(frozen=True)
class Manuscript:
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

    def with_splices(self, splices: Iterable[Splice]) -> str:
        """Splices at one point are put there in the order in which they are given."""
        parts, done = [], 0
        for splice in sorted(splices, key=lambda splice: splice.start):
            start, end = self.offset(splice.start), self.offset(splice.end)
            parts += [self.raw[done:start], splice.text.replace("\n", self.line_end)]
            done = max(done, end)
        return "".join((*parts, self.raw[done:]))

    def lines_after(self, number: int, added: Iterable[str]) -> Splice:
        """New lines below line `number`."""
        if number + 1 < len(self.lines):
            return Splice((number + 1, 0), (number + 1, 0), "".join(f"{line}\n" for line in added))
        end = (number, len(self.lines[number]))
        return Splice(end, end, "".join(f"\n{line}" for line in added))
