"""The bytes of a CSV file to text: the encoding that was said, and no workbook in disguise."""

from collections.abc import Iterator
from itertools import islice

from ...problems import ContentError, Place, Problem, sentence
from ..source import Source, with_plain_newlines
from ..text_files import LARGEST, UNWANTED, invisible_character, too_large

MOST_TOLD = 20
WORKBOOKS = (b"PK\x03\x04", b"\xd0\xcf\x11\xe0")
"""How .xlsx and .ods begin, and how .xls does."""


def csv_source(raw: bytes, encoding: str, file: str) -> Source:
    if raw.startswith(WORKBOOKS):
        raise ContentError([workbook(file)])
    if len(raw) > LARGEST:
        raise ContentError([too_large(file, len(raw))])
    try:
        source = Source(with_plain_newlines(raw.decode(encoding)), file)
    except UnicodeDecodeError as error:
        raise ContentError([other_encoding(raw, error.start, encoding, file)]) from error
    if problems := tuple(islice(unwanted(source), MOST_TOLD)):
        raise ContentError(problems)
    return source


def unwanted(source: Source) -> Iterator[Problem]:
    for match in UNWANTED.finditer(source.text):
        yield invisible_character(source.place_at(match.start()), match[0])


def workbook(file: str) -> Problem:
    return Problem(
        Place(file),
        "csv-workbook",
        sentence("this is a workbook of a spreadsheet program, expected a CSV file"),
        sentence('open it there and save it as "CSV (UTF-8)"'),
    )


def other_encoding(raw: bytes, position: int, encoding: str, file: str) -> Problem:
    before = Source(with_plain_newlines(raw[:position].decode(encoding)), file)
    other = "windows-1252" if encoding == "utf-8" else "utf-8"
    return Problem(
        before.place_at(len(before.text)),
        "encoding",
        sentence(
            "found the byte {byte}, expected text in {encoding}",
            byte=f"0x{raw[position]:02X}",
            encoding=encoding,
        ),
        sentence('export it again in UTF-8, or write "encoding: {other}" in the mapping', other=other),
    )
