"""Rows to entries as members.yaml would have them, each word of them with its place in the table.

A sentence of a field stands within one that says what it is about: a column, an option.
"""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import datetime

from ..content.yaml.tree import Items, Node, Origin, Tree, Value
from ..domain.text import Slug, fold, slug_of
from ..problems import Place, Problem, Sentence, Translate, sentence
from .columns import ColumnNames, Reader, marks_at
from .mapping import EXAMPLE, ColumnMapping, DayColumn, ListColumn, RowsWhere, TextColumn, Words
from .table import Cell, Table, TableRow

FieldPath = tuple[str, ...]
CellValue = str | list[str]
Fields = dict[FieldPath, CellValue]

ISO = re.compile(r"\d{4}-\d{2}-\d{2}")

NOTHING = Sentence("")


@dataclass(frozen=True, slots=True)
class Draft:
    """fields: what the row says, by path; nothing for an empty cell. cells: where it says so.

    modest: the paths that do not replace what is already there.
    """

    id: Slug
    place: Place
    fields: Fields
    cells: Mapping[FieldPath, Cell]
    modest: frozenset[FieldPath] = frozenset()


@dataclass(frozen=True, slots=True)
class Drafts:
    entries: tuple[Draft, ...]
    skipped: tuple[Place, ...]
    problems: tuple[Problem, ...]


def drafts(
    table: Table, mapping: ColumnMapping, readers: Iterable[Reader], words: Mapping[str, Words]
) -> Drafts:
    known = {reader.path: reader for reader in readers}
    header = ColumnNames(table)
    problems: list[Problem] = []
    kept: list[Draft | None] = []
    skipped: list[Place] = []
    for row in table.rows:
        if is_left_out(row, mapping, header):
            skipped.append(row.place)
        else:
            kept.append(draft(row, known, words, problems))
    return Drafts(tuple(one for one in kept if one), tuple(skipped), tuple(problems))


def is_left_out(row: TableRow, mapping: ColumnMapping, header: ColumnNames) -> bool:
    skip, only = mapping.skip_when, mapping.only_when
    return bool((skip and says(row, skip, header)) or (only and not says(row, only, header)))


def says(row: TableRow, rows: RowsWhere, header: ColumnNames) -> bool:
    number = header.number(rows.column)
    text = row.cells[number].text if number is not None else ""
    return fold(text) in {fold(value) for value in rows.values}


def draft(
    row: TableRow,
    readers: Mapping[FieldPath, Reader],
    words: Mapping[str, Words],
    problems: list[Problem],
) -> Draft | None:
    own = readers.get(("id",)) or readers[("name",)]
    cell = own.cell(row)
    slug = slug_of(cell.text)
    if not slug:
        problems.append(no_id(cell))
        return None
    fields: Fields = {}
    cells: dict[FieldPath, Cell] = {("id",): cell}
    for path, reader in readers.items():
        found = reader.cell(row)
        value = read(reader, found, words.get(path[0]), problems)
        if value and path != ("id",):
            fields[path], cells[path] = value, found
    modest = frozenset(path for path, reader in readers.items() if not reader.spec.replace)
    return Draft(slug, row.place, fields, cells, modest)


def no_id(cell: Cell) -> Problem:
    if not cell.text:
        said = sentence("found nothing, expected the name or the id of the member")
        return Problem(cell.place, "missing-field", said, sentence("fill it in, or delete the row"))
    said = sentence('"{text}" has no letter from a to z and no digit to make an address of', text=cell.text)
    return Problem(cell.place, "no-slug", said, sentence("say with a mapping which column holds the id"))


def read(reader: Reader, cell: Cell, words: Words | None, problems: list[Problem]) -> CellValue:
    """What the cell says as members.yaml says it; nothing when it says nothing, or nothing right."""
    match reader.spec:
        case ListColumn() as spec:
            parts = (part.strip() for part in cell.text.split(spec.separator))
            meant = (in_other_words(part, spec.values) for part in parts if part)
            found = (named(part, cell.place, words, problems) for part in meant)
            return list(dict.fromkeys(part for part in found if part))
        case DayColumn(format=form) if cell.text:
            return iso_day(cell, form, reader, problems)
        case TextColumn() as spec:
            text = said_by(cell.text, spec)
            return named(text, cell.place, words, problems) if text else ""
    return cell.text


def said_by(text: str, spec: TextColumn) -> str:
    if spec.filled or spec.empty:
        return (spec.filled if text else spec.empty) or ""
    return in_other_words(text, spec.values)


def in_other_words(text: str, values: Mapping[str, str]) -> str:
    wanted = fold(text)
    return next((meant for found, meant in values.items() if fold(found) == wanted), text)


def named(text: str, place: Place, words: Words | None, problems: list[Problem]) -> str:
    if words is None:
        return text
    slug = words.id_of(text)
    if slug is None:
        problems.append(words.problem(text, place))
    return slug or ""


def iso_day(cell: Cell, form: str | None, reader: Reader, problems: list[Problem]) -> str:
    """A day as members.yaml has it; written so, its own field judges it."""
    if form is None and ISO.fullmatch(cell.text):
        return cell.text
    try:
        return datetime.strptime(cell.text, form or "").date().isoformat()
    except ValueError:
        problems.append(wrong_day(cell, form, reader))
        return ""


def wrong_day(cell: Cell, form: str | None, reader: Reader) -> Problem:
    example = EXAMPLE.strftime(form or "%Y-%m-%d")
    said = sentence('found "{found}", expected a date such as {example}', found=cell.text, example=example)
    hint = sentence('mend it, or the "format" of the mapping')
    if form is None:
        line = f'{reader.path[-1]}: {{column: "{reader.spec.column[0]}", format: "%d/%m/%Y"}}'
        hint = sentence("say in the mapping how dates are written: {example}", example=line)
    return Problem(cell.place, "bad-date", said, hint)


def tree_of_drafts(entries: Iterable[tuple[Draft, Fields]], file: str) -> Tree:
    """Drafts, and what else is known of each, as members.yaml would have them."""
    top = Node(Origin(file))
    top["members"] = members = Items(top.origin, ("members",))
    for index, (one, more) in enumerate(entries):
        members.append(entry_of(one, more, Node(top.origin, ("members", index))))
        members.marks[index] = marks_at(one.place)
    return Tree(top)


def entry_of(one: Draft, more: Fields, entry: Node) -> Node:
    """Paths of two steps become a group: address, social."""
    entry["id"], entry.marks["id"] = one.id, marks_at(one.cells[("id",)].place)
    for path, value in (*more.items(), *one.fields.items()):
        place = one.cells[path].place if path in one.cells else one.place
        owner = group_in(entry, path[0], place) if len(path) > 1 else entry
        owner[path[-1]] = of_cell(value, place, Items(owner.origin, (*entry.path, *path)))
        owner.marks[path[-1]] = marks_at(place)
    return entry


def group_in(entry: Node, key: str, place: Place) -> Node:
    found = entry.get(key)
    if not isinstance(found, Node):
        entry[key] = found = Node(entry.origin, (*entry.path, key))
        entry.marks[key] = marks_at(place)
    return found


def of_cell(value: CellValue, place: Place, items: Items) -> Value:
    if isinstance(value, str):
        return value
    items += value
    items.marks = {index: marks_at(place) for index in range(len(value))}
    return items


def columns_by_place(table: Table) -> dict[Place, str]:
    """The name of the column in which each cell stands."""
    return {cell.place: column.text for row in table.rows for column, cell in zip(table.header, row.cells)}


@dataclass(frozen=True, slots=True)
class Framed(Sentence):
    """`said`, and the hint if there is one, in the place of {said}; all translated when they are printed."""

    said: Sentence = NOTHING
    hint: Sentence | None = None

    def text(self, translate: Translate = str) -> str:
        said = self.said.text(translate)
        if self.hint:
            said = translate("{message}; {hint}").format(message=said, hint=self.hint.text(translate))
        return translate(self.template).format(**dict(self.values), said=said)


def framed(around: Sentence, said: Sentence, hint: Sentence | None = None) -> Framed:
    return Framed(around.template, around.values, said, hint)


def with_column(problem: Problem, columns: Mapping[Place, str]) -> Problem:
    """`problem` as it is where it is not about a cell."""
    name = columns.get(problem.place)
    if not name:
        return problem
    around = sentence('column "{column}": {said}', column=name)
    return replace(problem, message=framed(around, problem.message))
