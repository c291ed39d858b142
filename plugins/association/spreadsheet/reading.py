"""From the bytes of an export to its table, and to the mapping that says which column is which.

A file is CSV or a workbook; a mapping is given, or the columns are named like the fields, or an example of
the folder imports has all of them. What was guessed is told.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import partial

from ..content.schema.validation import Parsed
from ..problems import ContentError, Place, Problem, Sentence, sentence
from .columns import NoMapping, fitness_of, fits_fields, named_like_fields, names_in
from .csv_file import CsvText, csv_text, grid_of
from .mapping import ColumnMapping, WrittenMapping
from .table import Fitness, Table, table_in
from .workbook import Sheets, is_workbook, sheets_of

Mappings = Mapping[str, Parsed[ColumnMapping]]


@dataclass(frozen=True, slots=True)
class Export:
    """What was handed in: its bytes, its name, the sheet that was asked for."""

    raw: bytes
    file: str
    sheet: str | None = None


def read_table(
    export: Export, mapping: Parsed[ColumnMapping] | None, examples: Mappings
) -> tuple[Table, WrittenMapping, tuple[Sentence, ...]]:
    """The table, the mapping that says which column is which, and how both were found."""
    given = written(mapping) if mapping else None
    chosen = given.value if given else ColumnMapping()
    sheets = sheets_of(export.raw, export.file, export.sheet) if is_workbook(export.raw) else None
    text = None if sheets else csv_text(export.raw, chosen.encoding, export.file)
    if text and export.sheet:
        raise ContentError([no_sheets(export)])
    find = partial(found_table, sheets, text, chosen.delimiter)
    if given and chosen.columns:
        table = find(fitness_of(given))
        return table, given, tuple(told(sheets, text, chosen, table))
    table = find(fits_fields)
    own = tuple(told(sheets, text, chosen, table))
    try:
        return table, like_fields(given, table), own
    except NoMapping:
        pass
    for name, example in () if given else examples.items():
        known = written(example)
        table = find(fitness_of(known))
        if fitness_of(known)([cell.text for cell in table.header]) == len(names_in(known)):
            own = tuple(told(sheets, text, known.value, table))
            return (
                table,
                known,
                (*own, sentence("Read as with --map {name}: all its columns are there.", name=name)),
            )
    raise NoMapping(find(fits_anything))


def found_table(sheets: Sheets | None, text: CsvText | None, delimiter: str | None, fits: Fitness) -> Table:
    if sheets:
        return table_in(sheets.grids, fits)
    assert text
    return table_in([grid_of(text, delimiter, fits)], fits)


def fits_anything(texts: Sequence[str]) -> int:
    """The most titles beside each other: a title of the whole table stands alone."""
    return sum(bool(text) and not text[0].isdigit() for text in texts)


def written(mapping: Parsed[ColumnMapping]) -> WrittenMapping:
    assert mapping.value  # read_mapping has refused it otherwise
    return WrittenMapping(mapping.value, mapping.data)


def no_sheets(export: Export) -> Problem:
    said = sentence("this file has no sheets, it is a CSV file")
    return Problem(Place(export.file), "no-sheet", said, sentence("leave --sheet out"))


def told(
    sheets: Sheets | None, text: CsvText | None, mapping: ColumnMapping, table: Table
) -> Iterator[Sentence]:
    """What was guessed."""
    if text and text.encoding not in ("utf-8", mapping.encoding):
        name = text.encoding.removesuffix("-le").removesuffix("-be")
        yield sentence("Read in the encoding {name}.", name=name)
    if sheets and len(sheets.grids) > 1:
        yield sentence('Read from the sheet "{name}" alone; another one: --sheet NAME.', name=table.sheet)
    if sheets and sheets.has_hidden_rows:
        yield sentence("This workbook has hidden rows; they are read as the others.")


def like_fields(mapping: WrittenMapping | None, table: Table) -> WrittenMapping:
    """Columns named like the fields, with whatever else a mapping says."""
    found = named_like_fields(table)
    if mapping is None:
        return found
    own = {"columns": found.value.columns, "id": mapping.value.id or found.value.id}
    return replace(mapping, value=mapping.value.model_copy(update=own))
