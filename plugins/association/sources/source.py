"""A text and where it stands in an editor's file: offsets and lines become places."""

from dataclasses import dataclass
from functools import cached_property

from ..problems import Place


@dataclass(frozen=True)
class Source:
    """`text` begins on line `first_line` of `file`; its lines end in \\n and are counted from 0 here."""

    text: str
    file: str
    first_line: int = 1

    @cached_property
    def lines(self) -> list[str]:
        return self.text.split("\n")

    def line(self, number: int) -> str:
        return self.lines[number] if 0 <= number < len(self.lines) else ""

    def place(self, line: int, column: int) -> Place:
        return Place(self.file, line + self.first_line, column + 1)

    def place_at(self, offset: int) -> Place:
        start = self.text.rfind("\n", 0, offset) + 1
        return self.place(self.text.count("\n", 0, offset), offset - start)

    def line_before(self, number: int) -> int | None:
        """The nearest line above that says something: neither blank nor a comment."""
        said = (n for n in range(number - 1, -1, -1) if self.line(n).strip()[:1] not in ("", "#"))
        return next(said, None)


def with_plain_newlines(text: str) -> str:
    """Without byte order mark, every line ended by \\n."""
    text = text.removeprefix("\ufeff")
    return text.replace("\r\n", "\n").replace("\r", "\n") if "\r" in text else text
