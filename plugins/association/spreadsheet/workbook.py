"""A workbook of a spreadsheet program (.xlsx, .ods, .xls) to what its sheets hold; or one sentence why not.

python-calamine reads it, and is imported only here, when there is one. What would cost it more memory than
a list of members ever takes is looked for before: it makes room for every cell up to the last one.
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime, time
from io import BytesIO
from itertools import islice
from typing import TYPE_CHECKING
from zipfile import BadZipFile, ZipFile

from ..content.suggestions import did_you_mean
from ..content.yaml.source import LARGEST, UNWANTED, invisible_character, too_large
from ..domain.text import fold
from ..problems import ContentError, Place, Problem, Sentence, sentence
from .table import MOST_TOLD, Cell, Grid, TableRow

if TYPE_CHECKING:
    from python_calamine import CalamineSheet, CalamineWorkbook

ZIP, OLE = b"PK\x03\x04", b"\xd0\xcf\x11\xe0"
"""How .xlsx and .ods begin, and how .xls does, or an .xlsx with a password."""

MOST_CELLS, MOST_BYTES = 2_000_000, 100_000_000
ENCRYPTED = "EncryptedPackage".encode("utf-16-le")
MANIFEST = "META-INF/manifest.xml"
PARTS_OF_XLSX = re.compile(r"xl/worksheets/[^/]+\.xml")
CELL_OF_XLSX = re.compile(rb'<(?:\w+:)?c\s[^>]*?\br="([A-Z]{1,3})(\d{1,7})"[^>]*(?<!/)>')
HIDDEN_IN_XLSX = re.compile(rb'<(?:\w+:)?row\s[^>]*\bhidden="(?:1|true)"[^>]*(?<!/)>')
TAG_OF_ODS = re.compile(rb"<table:(table-row|table-cell|covered-table-cell|table)(?=[\s/>])([^>]*)>")
REPEATED = re.compile(rb'number-(?:rows|columns)-repeated="(\d{1,9})"')
SPANNED = re.compile(rb'number-rows-spanned="(\d{1,6})"')
HIDDEN_IN_ODS = re.compile(rb'table:visibility="(?:collapse|filter)"')

Written = float | str | bool | time | date | datetime | object


@dataclass(frozen=True, slots=True)
class Sheets:
    """has_hidden_rows: they are read as the others, which nobody who looks at the sheet expects."""

    grids: tuple[Grid, ...]
    has_hidden_rows: bool


@dataclass(slots=True)
class Extent:
    """Of one sheet. rows, columns: up to the last cell that says something.

    merged: (row, column, how many rows) of cells that stand beside several rows, where the library does not
    tell; from 0.
    """

    rows: int = 0
    columns: int = 0
    has_hidden_rows: bool = False
    merged: list[tuple[int, int, int]] = field(default_factory=list)


def is_workbook(raw: bytes) -> bool:
    return raw.startswith((ZIP, OLE))


def sheets_of(raw: bytes, file: str, sheet: str | None) -> Sheets:
    """All that can be seen, or the one of that name."""
    if len(raw) > LARGEST:
        raise ContentError([too_large(file, len(raw))])
    extents = tuple(extents_of(raw, file))
    if any(extent.rows * extent.columns > MOST_CELLS for extent in extents):
        raise refused(file, *too_wide())
    try:
        grids = tuple(grids_of(opened(raw), extents, file, sheet))
    except ContentError:
        raise
    except BaseException as error:  # a panic of the library is no Exception
        if isinstance(error, KeyboardInterrupt | SystemExit):
            raise
        raise refused(file, *(locked() if is_locked(error) else broken())) from error
    return Sheets(grids, any(extent.has_hidden_rows for extent in extents))


def opened(raw: bytes) -> "CalamineWorkbook":
    from python_calamine import load_workbook

    return load_workbook(BytesIO(raw))


def is_locked(error: BaseException) -> bool:
    return type(error).__name__ == "PasswordError" or "password" in str(error).lower()


def extents_of(raw: bytes, file: str) -> Iterator[Extent]:
    if raw.startswith(OLE):
        if ENCRYPTED in raw:
            raise refused(file, *locked())
        return  # .xls has at most 65,536 rows of 256 cells
    try:
        with ZipFile(BytesIO(raw)) as parts:
            yield from extents_in(parts, file)
    except (BadZipFile, KeyError, ValueError, OSError, EOFError, NotImplementedError, RuntimeError) as error:
        raise refused(file, *broken()) from error


def extents_in(parts: ZipFile, file: str) -> Iterator[Extent]:
    names = parts.namelist()
    if sum(part.file_size for part in parts.infolist()) > MOST_BYTES:
        raise refused(file, *too_wide())
    if MANIFEST in names and b"encryption-data" in parts.read(MANIFEST):
        raise refused(file, *locked())
    if "xl/workbook.xml" in names:
        yield from (extent_of_xlsx(parts.read(name)) for name in names if PARTS_OF_XLSX.fullmatch(name))
    elif "content.xml" in names and b"spreadsheet" in parts.read("mimetype"):
        yield from extents_of_ods(parts.read("content.xml"))
    else:
        raise refused(file, *no_spreadsheet())


def extent_of_xlsx(xml: bytes) -> Extent:
    rows, columns = 0, 0
    for column, row in CELL_OF_XLSX.findall(xml):
        rows, columns = max(rows, int(row)), max(columns, column_number(column))
    return Extent(rows, columns, HIDDEN_IN_XLSX.search(xml) is not None)


def column_number(letters: bytes) -> int:
    number = 0
    for letter in letters:
        number = number * 26 + letter - 64
    return number


def extents_of_ods(xml: bytes) -> Iterator[Extent]:
    """A cell or a row may stand for many that say the same."""
    sheet, above, times, width, is_hidden = None, 0, 0, 0, False
    for name, attributes in TAG_OF_ODS.findall(xml):
        many = int(found[1]) if (found := REPEATED.search(attributes)) else 1
        if name == b"table":
            if sheet:
                yield sheet
            sheet, above, times = Extent(), 0, 0
        elif name == b"table-row":
            above, times, width = above + times, many, 0
            is_hidden = HIDDEN_IN_ODS.search(attributes) is not None
        elif sheet and attributes.endswith(b"/"):
            width += many
        elif sheet:
            if spanned := SPANNED.search(attributes):
                sheet.merged.append((above, width, int(spanned[1])))
            width += many
            sheet.rows, sheet.columns = above + times, max(sheet.columns, width)
            sheet.has_hidden_rows = sheet.has_hidden_rows or is_hidden
    if sheet:
        yield sheet


def grids_of(
    workbook: "CalamineWorkbook", extents: Sequence[Extent], file: str, sheet: str | None
) -> Iterator[Grid]:
    for name in chosen_sheets(workbook, file, sheet):
        number, found = workbook.sheet_names.index(name), workbook.get_sheet_by_name(name)
        merged = [
            (top, left, bottom - top + 1) for (top, left), (bottom, _) in found.merged_cell_ranges or ()
        ]
        if found.merged_cell_ranges is None and number < len(extents):  # .ods
            merged = extents[number].merged
        yield Grid(file, tuple(rows_of(found, merged, file)), sheet=name)


def chosen_sheets(workbook: "CalamineWorkbook", file: str, sheet: str | None) -> Sequence[str]:
    names = workbook.sheet_names
    if sheet is None:
        hidden = {
            one.name for one in workbook.sheets_metadata if str(one.visible).rpartition(".")[2] != "Visible"
        }
        return [name for name in names if name not in hidden] or names
    found = [name for name in names if name == sheet] or [name for name in names if fold(name) == fold(sheet)]
    if not found:
        said = sentence('{file} has no sheet "{name}"', file=file, name=sheet)
        hint = did_you_mean(sheet, names) or sentence("its sheets are: {names}", names=", ".join(names))
        raise refused(file, said, hint, "no-sheet")
    return found[:1]


def rows_of(sheet: "CalamineSheet", merged: Iterable[tuple[int, int, int]], file: str) -> Iterator[TableRow]:
    """What stands beside several rows belongs to each."""
    values: list[list[Written]] = [list(row) for row in sheet.to_python(skip_empty_area=False)]
    for top, left, height in merged:
        for row in values[top + 1 : top + height]:
            if left < len(row):
                row[left] = values[top][left]
    rows = (row_of(row, number, file) for number, row in enumerate(values, 1))
    kept = [row for row in rows if row is not None and not row.is_blank]
    if problems := tuple(islice(unwanted(kept), MOST_TOLD)):
        raise ContentError(problems)
    yield from kept


def row_of(values: Sequence[Written], line: int, file: str) -> TableRow | None:
    cells = (cell_of(value, Place(file, line, column)) for column, value in enumerate(values, 1))
    return TableRow(tuple(cells)) if values else None


def cell_of(value: Written, place: Place) -> Cell:
    match value:
        case bool():
            return Cell(str(value).lower(), place)
        case datetime():
            return Cell(value.date().isoformat(), place, "day")
        case date():
            return Cell(value.isoformat(), place, "day")
        case int() | float():
            return Cell(figures(value), place, "number")
        case time():
            return Cell(value.strftime("%H:%M"), place)
    return Cell(str(value).replace("\r\n", "\n").replace("\r", "\n").strip(), place)


def figures(value: float) -> str:
    """As they were typed: every number of a workbook is kept with a fraction."""
    return str(int(value)) if float(value).is_integer() else f"{value:.15g}"


def unwanted(rows: Iterable[TableRow]) -> Iterator[Problem]:
    for row in rows:
        for cell in row.cells:
            if found := UNWANTED.search(cell.text):
                yield invisible_character(cell.place, found[0])


def refused(file: str, said: Sentence, hint: Sentence, code: str = "csv-workbook") -> ContentError:
    return ContentError([Problem(Place(file), code, said, hint)])


def broken() -> tuple[Sentence, Sentence]:
    return (
        sentence("this workbook is damaged, or of a kind that is not read"),
        sentence("open it with a spreadsheet program and save it as .xlsx, .ods or CSV"),
    )


def no_spreadsheet() -> tuple[Sentence, Sentence]:
    return (
        sentence("this file holds no spreadsheet that is read here"),
        sentence("open it with a spreadsheet program and save it as .xlsx, .ods or CSV"),
    )


def locked() -> tuple[Sentence, Sentence]:
    return (
        sentence("this workbook is protected by a password"),
        sentence("save a copy without it, import that, and delete the copy"),
    )


def too_wide() -> tuple[Sentence, Sentence]:
    return (
        sentence("this workbook is too large to be a list of members"),
        sentence("copy the list alone into a new workbook, and import that one"),
    )
