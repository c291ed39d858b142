"""Files to text: UTF-8, one kind of line end, no invisible characters, not too large."""

import re
from collections.abc import Iterator
from itertools import islice
from pathlib import Path
from stat import S_ISREG

from ..problems import ContentError, Place, Problem, sentence
from .refusal import Refusal
from .source import Source, with_plain_newlines

LARGEST = 10_000_000
MOST_TOLD = 20
CONTROL = re.compile(r"[\x00-\x08\x0b-\x1f\x7f-\x9f]")
# What YAML takes for line ends or refuses to read, and halves of characters (surrogates).
UNWANTED = re.compile(r"[\x00-\x08\x0b-\x1f\x7f-\x9f\u2028\u2029\ufeff\ufffe\uffff\ud800-\udfff]")


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


def invisible_characters(source: Source, unwanted: re.Pattern[str]) -> Iterator[Problem]:
    for match in islice(unwanted.finditer(source.text), MOST_TOLD):
        yield invisible_character(source.place_at(match.start()), match[0])


def invisible_character(place: Place, character: str) -> Problem:
    return invisible(character).problem(place)


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
