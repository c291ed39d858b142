"""A CSV file (RFC 4180) to rows of cells, each with its place; or every reason why not.

Its bytes are read in the encoding that was said, else in the one that they show: UTF-8, UTF-16, or
Windows-1252 where they are no UTF-8 at all. What is no table is named as what it is.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
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
from .table import MOST_ABOVE, MOST_TOLD, Cell, Fitness, Grid, TableRow, best_row

DELIMITERS = (";", ",", "\t")
QUOTED = re.compile(r'"((?:[^"]|"")*)"')
SAID_DELIMITER = re.compile(r'"?sep=(.)"?[;,\t ]*', re.IGNORECASE)
"""The first line that Excel writes and reads; nothing of the table."""

UTF_16_MARKS = {b"\xff\xfe": "utf-16-le", b"\xfe\xff": "utf-16-be"}
LETTERS_OF_UTF_8 = re.compile(rb"[\xc2-\xf4][\x80-\xbf]+")
LOOKED_AT = 4096
NO_TABLES = {b"%PDF": "PDF", b"<": "HTML", b"{\\rtf": "RTF", b"{": "JSON"}


@dataclass(frozen=True, slots=True)
class CsvText:
    """delimiter: if the file says so itself. encoding: how its bytes were read."""

    source: Source
    encoding: str
    delimiter: str | None = None


def csv_text(raw: bytes, encoding: str | None, file: str) -> CsvText:
    if len(raw) > LARGEST:
        raise ContentError([too_large(file, len(raw))])
    used = utf_16(raw) or encoding or usual_encoding(raw)
    source = decoded(raw, used, file)
    for begins, name in NO_TABLES.items():
        if source.text.lstrip().encode("utf-8", "replace").startswith(begins):
            raise ContentError([no_table(file, name)])
    if problems := tuple(islice(unwanted(source), MOST_TOLD)):
        raise ContentError(problems)
    return without_said_delimiter(CsvText(source, used))


def utf_16(raw: bytes) -> str | None:
    """By its mark, or by every second byte of Latin letters, which is zero."""
    if marked := UTF_16_MARKS.get(raw[:2]):
        return marked
    head = raw[:LOOKED_AT]
    high, low, pairs = head[::2].count(0), head[1::2].count(0), len(head) // 2
    if low > pairs * 0.6 and high < pairs * 0.1:
        return "utf-16-le"
    return "utf-16-be" if high > pairs * 0.6 and low < pairs * 0.1 else None


def usual_encoding(raw: bytes) -> str:
    """Windows-1252 is what Excel writes; a file that is UTF-8 but for a byte is damaged, and told so."""
    try:
        raw.decode("utf-8")
    except UnicodeDecodeError:
        return "utf-8" if is_mostly_utf_8(raw) else "windows-1252"
    return "utf-8"


def is_mostly_utf_8(raw: bytes) -> bool:
    letters = LETTERS_OF_UTF_8.findall(raw)
    return any(len(letter) > 1 and is_utf_8(letter) for letter in letters)


def is_utf_8(raw: bytes) -> bool:
    try:
        raw.decode("utf-8")
    except UnicodeDecodeError:
        return False
    return True


def decoded(raw: bytes, encoding: str, file: str) -> Source:
    try:
        return Source(with_plain_newlines(raw.decode(encoding)), file)
    except UnicodeDecodeError as error:
        raise ContentError([other_encoding(raw, error.start, encoding, file)]) from error


def other_encoding(raw: bytes, position: int, encoding: str, file: str) -> Problem:
    before = Source(with_plain_newlines(raw[:position].decode(encoding, "replace")), file)
    hint = sentence("export it again in UTF-8")
    if not encoding.startswith("utf-16"):
        other = "windows-1252" if encoding == "utf-8" else "utf-8"
        hint = sentence('export it again in UTF-8, or write "encoding: {other}" in the mapping', other=other)
    said = sentence(
        "found the byte {byte}, expected text in {encoding}",
        byte=f"0x{raw[position]:02X}",
        encoding=encoding,
    )
    return Problem(before.place_at(len(before.text)), "encoding", said, hint)


def unwanted(source: Source) -> Iterator[Problem]:
    for match in UNWANTED.finditer(source.text):
        yield invisible_character(source.place_at(match.start()), match[0])


def no_table(file: str, name: str) -> Problem:
    return Problem(
        Place(file),
        "csv-other",
        sentence("this is a file of the kind {name}, whatever its name says, expected a table", name=name),
        sentence("open it with a spreadsheet program and save it as .xlsx, .ods or CSV"),
    )


def without_said_delimiter(text: CsvText) -> CsvText:
    """The line stays, empty, so that the others keep their numbers."""
    found = SAID_DELIMITER.fullmatch(text.source.line(0))
    if not found:
        return text
    lines = ["", *text.source.lines[1:]]
    return replace(text, source=Source("\n".join(lines), text.source.file), delimiter=found[1])


def grid_of(text: CsvText, delimiter: str | None, fits: Fitness) -> Grid:
    """delimiter: if the mapping says so."""
    chosen = delimiter or text.delimiter or found_delimiter(text.source, fits)
    rows = tuple(row for row in rows_of(text.source, chosen) if not row.is_blank)
    return Grid(text.source.file, rows, chosen)


def found_delimiter(source: Source, fits: Fitness) -> str:
    """The one that makes a header of one of the first lines, else the most frequent sign of the first one."""
    first = next((line for line in source.lines if line.strip()), "")
    head = Source("\n".join(source.lines[: 2 * MOST_ABOVE]), source.file)

    def fitness(delimiter: str) -> int:
        return best_row(tuple(readable_rows(head, delimiter)), fits)[0]

    return max((usual_delimiter(first), *DELIMITERS), key=fitness)


def readable_rows(source: Source, delimiter: str) -> Iterator[TableRow]:
    """Until one is wrong: with another delimiter it may be right."""
    try:
        yield from rows_of(source, delimiter)
    except ContentError:
        return


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
