"""A CSV file (RFC 4180) to rows of cells, each with its place; or every reason why not.

Its bytes are read in the encoding that was said; no workbook in disguise.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import islice

from ..content.yaml.source import (
    LARGEST,
    UNWANTED,
    Source,
    invisible_character,
    too_large,
    with_plain_newlines,
)
from ..problems import ContentError, Place, Problem, Sentence, sentence

MOST_TOLD = 20
WORKBOOKS = (b"PK\x03\x04", b"\xd0\xcf\x11\xe0")
"""How .xlsx and .ods begin, and how .xls does."""

DELIMITERS = (";", ",", "\t")
QUOTED = re.compile(r'"((?:[^"]|"")*)"')


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


@dataclass(frozen=True, slots=True)
class Cell:
    text: str
    place: Place


@dataclass(frozen=True, slots=True)
class TableRow:
    cells: tuple[Cell, ...]

    @property
    def place(self) -> Place:
        return self.cells[0].place

    @property
    def is_blank(self) -> bool:
        return not any(cell.text for cell in self.cells)


@dataclass(frozen=True, slots=True)
class Table:
    """`rows` without the blank ones; `check_lengths` makes sure that they are as long as `header`."""

    file: str
    delimiter: str
    header: tuple[Cell, ...]
    rows: tuple[TableRow, ...]

    @property
    def place(self) -> Place:
        return Place(self.file)

    @property
    def names(self) -> tuple[str, ...]:
        """Of the columns that have one."""
        return tuple(cell.text for cell in self.header if cell.text)


def table_of(source: Source, delimiter: str | None) -> Table:
    """The delimiter is found in the first line unless it is given."""
    chosen = delimiter or usual_delimiter(source.line(0))
    rows = [row for row in rows_of(source, chosen) if not row.is_blank]
    if not rows:
        raise ContentError([empty(Place(source.file))])
    header, *others = rows
    return Table(source.file, chosen, header.cells, tuple(others))


def check_lengths(table: Table) -> None:
    """Only once it is known that the first line is a header: it is what is wrong with most wrong files."""
    if found := tuple(islice(wrong_lengths(table), MOST_TOLD)):
        raise ContentError(found)


def usual_delimiter(line: str) -> str:
    bare = QUOTED.sub("", line)
    return max(DELIMITERS, key=bare.count)


def rows_of(source: Source, delimiter: str) -> Iterator[TableRow]:
    """A line break between quotation marks belongs to the text."""
    offset, cells = 0, []
    line, start_of_line = 0, 0
    while offset <= len(source.text):
        text, end = cell_at(source, offset, delimiter)
        cells.append(Cell(text.strip(), source.place(line, offset - start_of_line)))
        if breaks := source.text.count("\n", offset, end):
            line, start_of_line = line + breaks, source.text.rfind("\n", offset, end) + 1
        if source.text[end : end + 1] != delimiter:
            yield TableRow(tuple(cells))
            cells, line, start_of_line = [], line + 1, end + 1
        offset = end + 1


def cell_at(source: Source, offset: int, delimiter: str) -> tuple[str, int]:
    """What is written there, and where it ends."""
    if not source.text.startswith('"', offset):
        ends = (source.text.find(mark, offset) for mark in (delimiter, "\n"))
        end = min((end for end in ends if end >= 0), default=len(source.text))
        return source.text[offset:end], end
    quoted = QUOTED.match(source.text, offset)
    if not quoted:
        raise cell_problem(source, offset, "csv-quote", *left_open())
    end = quoted.end()
    if source.text[end : end + 1] not in ("", delimiter, "\n"):
        raise cell_problem(source, end, "csv-quote", *text_after_quote(source.text[end]))
    return quoted[1].replace('""', '"'), end


def cell_problem(source: Source, offset: int, code: str, said: Sentence, hint: Sentence) -> ContentError:
    return ContentError([Problem(source.place_at(offset), code, said, hint)])


def left_open() -> tuple[Sentence, Sentence]:
    return (
        sentence("the quotation mark that opens here is never closed"),
        sentence('close it, or write "" for a quotation mark inside a text'),
    )


def text_after_quote(found: str) -> tuple[Sentence, Sentence]:
    return (
        sentence('found "{found}" after a closing quotation mark, expected the next column', found=found),
        sentence('write "" for a quotation mark inside a text'),
    )


def wrong_lengths(table: Table) -> Iterator[Problem]:
    for row in table.rows:
        if len(row.cells) != len(table.header):
            yield Problem(
                row.place,
                "csv-cells",
                sentence(
                    "this row has another number of cells ({found}) than the first line ({expected})",
                    found=len(row.cells),
                    expected=len(table.header),
                ),
                sentence(
                    'a text that contains "{delimiter}" needs quotation marks', delimiter=table.delimiter
                ),
            )


def empty(place: Place) -> Problem:
    return Problem(
        place,
        "csv-empty",
        sentence("this file is empty"),
        sentence("export it again, with the names of the columns in the first line"),
    )
