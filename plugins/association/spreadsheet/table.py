"""A table: a header and the rows below it, found in what a sheet or a file holds.

Above the header may stand a title, below the rows a total, beside them empty columns. How the cells were
read, from CSV or from a workbook, is no matter here.
"""

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import islice, takewhile
from typing import Literal

from ..domain.text import fold
from ..problems import ContentError, Place, Problem, sentence

MOST_TOLD = 20
MOST_ABOVE = 30
"""How many rows at the top may be the header."""

TOTAL = re.compile(
    r"(?:sous-)?tota(?:l|ux)(?: general| (?:des? |d['’]|adh|membres|cotis)[^\d:=]*)?\s*"
    r"(?:[:=]?\s*\d[\d .,\u00a0\u202f]*.{0,20})?\s*:?|nombre d(?:e |['’]).{1,40}"
)
FOOTER = re.compile(
    r"(?:exporte|edite|imprime|genere|extrait|mis a jour)e?s? (?:le|du|au) .{4,60}|page \d.{0,12}"
    r"|\d+ (?:adherent|membre|ligne|enregistrement|resultat|contact)e?s?"
)
FIGURE = re.compile(r"[-+]?\d[\d .,\u00a0\u202f]*(?: ?(?:€|eur|%))?")

Fitness = Callable[[Sequence[str]], int]
"""How many of the columns that are wanted these texts name."""


@dataclass(frozen=True, slots=True)
class Cell:
    """kind: what a workbook says that it is. A day is written as members.yaml has it."""

    text: str
    place: Place
    kind: Literal["text", "number", "day"] = "text"


@dataclass(frozen=True, slots=True)
class TableRow:
    cells: tuple[Cell, ...]

    @property
    def place(self) -> Place:
        return self.cells[0].place

    @property
    def texts(self) -> tuple[str, ...]:
        return tuple(cell.text for cell in self.cells)

    @property
    def is_blank(self) -> bool:
        return not any(cell.text for cell in self.cells)


@dataclass(frozen=True, slots=True)
class Grid:
    """All that one sheet holds, blank rows aside. delimiter: of CSV; sheet: of a workbook."""

    file: str
    rows: tuple[TableRow, ...]
    delimiter: str = ""
    sheet: str = ""


@dataclass(frozen=True, slots=True)
class Table:
    """`rows` without the blank ones; `check_lengths` makes sure that they are as long as `header`.

    left_out: rows that are no members: totals, the header once more.
    """

    file: str
    delimiter: str
    header: tuple[Cell, ...]
    rows: tuple[TableRow, ...]
    left_out: tuple[TableRow, ...] = ()
    sheet: str = ""

    @property
    def place(self) -> Place:
        return Place(self.file)

    @property
    def names(self) -> tuple[str, ...]:
        """Of the columns that have one."""
        return tuple(cell.text for cell in self.header if cell.text)


def table_in(grids: Sequence[Grid], fits: Fitness) -> Table:
    """Of several sheets, the one with the header that fits best; the first one where none does."""
    filled = [grid for grid in grids if grid.rows]
    if not filled:
        raise ContentError([empty(Place(grids[0].file))])
    chosen = max(filled, key=lambda grid: best_row(grid.rows, fits)[0])
    return table_below(chosen, best_row(chosen.rows, fits)[1])


def best_row(rows: Sequence[TableRow], fits: Fitness) -> tuple[int, int]:
    """How well it fits, and its number: the first of those that fit best."""
    scores = [fits(row.texts) for row in rows[:MOST_ABOVE]]
    best = max(scores, default=0)
    return best, scores.index(best) if scores else 0


def table_below(grid: Grid, number: int) -> Table:
    header, rows = grid.rows[number], grid.rows[number + 1 :]
    out = {*repeated(header, rows), *footers(header, rows)}
    width = max((place for place, text in enumerate(header.texts, 1) if text), default=1)
    kept = (cut(row, width, header) for index, row in enumerate(rows) if index not in out)
    left_out = tuple(rows[index] for index in sorted(out))
    return Table(grid.file, grid.delimiter, header.cells[:width], tuple(kept), left_out, grid.sheet)


def named(header: TableRow) -> int:
    return sum(bool(text) for text in header.texts)


def repeated(header: TableRow, rows: Sequence[TableRow]) -> Iterator[int]:
    """A list that was printed has its header on every page."""
    if named(header) > 1:
        yield from (number for number, row in enumerate(rows) if row.texts == header.texts)


def footers(header: TableRow, rows: Sequence[TableRow]) -> Iterator[int]:
    """Only at the end: a member may well be called Total."""
    if named(header) > 1:
        yield from takewhile(lambda number: is_footer(rows[number]), range(len(rows) - 1, -1, -1))


def is_footer(row: TableRow) -> bool:
    first, *others = [fold(text).strip() for text in row.texts if text]
    if not all(FIGURE.fullmatch(text) for text in others):
        return False
    if TOTAL.fullmatch(first) or (FOOTER.fullmatch(first) and not others):
        return True
    return bool(FIGURE.fullmatch(first)) and (not others or not row.texts[0])


def cut(row: TableRow, width: int, header: TableRow) -> TableRow:
    """Without what stands below no title; too many cells are kept, to be told, unless they are empty."""
    cells, most = list(row.cells), len(header.cells)
    while len(cells) > most and not cells[-1].text:
        del cells[-1]
    return TableRow(tuple(cells[:width] if len(cells) <= most else cells))


def check_lengths(table: Table) -> None:
    """Only once it is known that the first line is a header: it is what is wrong with most wrong files."""
    if found := tuple(islice(wrong_lengths(table), MOST_TOLD)):
        raise ContentError(found)


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


def line_numbers(places: Iterable[Place], most: int) -> str:
    lines = [str(place.line) for place in places]
    return ", ".join(lines[:most]) + (", …" if len(lines) > most else "")
