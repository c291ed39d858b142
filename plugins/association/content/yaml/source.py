"""Files to text: UTF-8, one kind of line end, no invisible characters, not too large.

And where a text stands in its file: offsets and lines become places.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from itertools import islice
from pathlib import Path
from stat import S_ISREG
from typing import Protocol

from ...problems import ContentError, Place, Problem, Sentence, sentence

LARGEST = 10_000_000
MOST_TOLD = 20
CONTROL = re.compile(r"[\x00-\x08\x0b-\x1f\x7f-\x9f]")

# What YAML takes for line ends or refuses to read, and halves of characters (surrogates).
UNWANTED = re.compile(r"[\x00-\x08\x0b-\x1f\x7f-\x9f\u2028\u2029\ufeff\ufffe\uffff\ud800-\udfff]")


class Mark(Protocol):
    """A position as YAML parsers give it: line and column from 0."""

    @property
    def line(self) -> int: ...

    @property
    def column(self) -> int: ...


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


def read_text(path: Path, file: str) -> str:
    """The text of `path`; `file` is its name in messages."""
    try:
        found = path.stat()
        if not S_ISREG(found.st_mode):
            raise ContentError([no_file(file)])  # a pipe would be waited for, for ever
        if found.st_size > LARGEST:
            raise ContentError([too_large(file, found.st_size)])
        raw = path.read_bytes()
    except OSError as error:
        raise ContentError([unreadable(file, error)]) from error
    return decode(raw, file)


def decode(raw: bytes, file: str) -> str:
    if len(raw) > LARGEST:
        raise ContentError([too_large(file, len(raw))])
    try:
        text = with_plain_newlines(raw.decode("utf-8"))
    except UnicodeDecodeError as error:
        raise ContentError([not_utf_8(raw, error.start, file)]) from error
    problems = tuple(invisible_characters(Source(text, file), CONTROL))
    if problems:
        raise ContentError(problems)
    return text


def with_plain_newlines(text: str) -> str:
    """Without byte order mark, every line ended by \\n."""
    text = text.removeprefix("\ufeff")
    return text.replace("\r\n", "\n").replace("\r", "\n") if "\r" in text else text


def invisible_characters(source: Source, unwanted: re.Pattern[str]) -> Iterator[Problem]:
    for match in islice(unwanted.finditer(source.text), MOST_TOLD):
        yield invisible_character(source.place_at(match.start()), match[0])


def invisible_character(place: Place, character: str) -> Problem:
    return invisible(character).problem(place)


@dataclass(frozen=True, slots=True)
class Refusal:
    """A problem without its place."""

    code: str
    message: Sentence
    hint: Sentence | None = None

    def problem(self, place: Place) -> Problem:
        return Problem(place, self.code, self.message, self.hint)


def invisible(character: str) -> Refusal:
    return Refusal(
        "bad-character",
        sentence("the invisible character {name} does not belong in a text", name=f"U+{ord(character):04X}"),
        sentence("delete it, or type this line again"),
    )


def too_large(file: str, size: int) -> Problem:
    return Problem(
        Place(file),
        "too-large",
        sentence("this file has {size} bytes, expected at most {most}", size=size, most=LARGEST),
        sentence("split it, or take out what was pasted by mistake"),
    )


def not_utf_8(raw: bytes, position: int, file: str) -> Problem:
    before = Source(with_plain_newlines(raw[:position].decode("utf-8")), file)
    return Problem(
        before.place_at(len(before.text)),
        "encoding",
        sentence("found the byte {byte}, expected text in UTF-8", byte=f"0x{raw[position]:02X}"),
        sentence('save the file again with the encoding "UTF-8"'),
    )


def no_file(file: str) -> Problem:
    return Problem(
        Place(file),
        "unreadable",
        sentence("found something else of this name, expected a file"),
        sentence("check that it is a file and that you may open it"),
    )


def unreadable(file: str, error: OSError) -> Problem:
    return Problem(
        Place(file),
        "unreadable",
        sentence("this file cannot be read: {reason}", reason=error.strerror or type(error).__name__),
        sentence("check that it is a file and that you may open it"),
    )
