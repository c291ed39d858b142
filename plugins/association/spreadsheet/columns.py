"""Where in the table each field is read: the columns that the mapping names, found by their names."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import cached_property

from ..content.schema.base import Shape, keys_of
from ..content.schema.members import MemberShape
from ..content.schema.validation import parse
from ..content.suggestions import did_you_mean
from ..content.yaml.tree import Marks, Node, Origin, Tree, marks_of
from ..domain.text import fold
from ..problems import ContentError, Place, Problem, Sentence, sentence
from .mapping import NEVER, AnyColumn, ColumnMapping, MemberColumns, PersonColumns, WrittenMapping, is_group
from .table import Cell, Fitness, Table, TableRow

MOST_LISTED = 12

Wanted = tuple[tuple[str, ...], AnyColumn, Place]


@dataclass(frozen=True, slots=True)
class Reader:
    """Reads the field at `path` of a member; the numbers are those of columns."""

    path: tuple[str, ...]
    spec: AnyColumn
    columns: tuple[int, ...]
    otherwise: tuple[int, ...]

    def cell(self, row: TableRow) -> Cell:
        """The text, of one column or of several; its place is that of the first one."""
        found = joined(row, self.columns)
        return found if found.text or not self.otherwise else joined(row, self.otherwise)


def joined(row: TableRow, numbers: tuple[int, ...]) -> Cell:
    filled = [row.cells[number] for number in numbers if row.cells[number].text]
    if len(filled) == 1:
        return replace(filled[0], place=row.cells[numbers[0]].place)
    return Cell(" ".join(cell.text for cell in filled), row.cells[numbers[0]].place)


@dataclass(frozen=True)
class ColumnNames:
    """The columns of a table by their names, without regard to case, accents and repeated spaces.

    titles: what else they may be called.
    """

    table: Table
    titles: Mapping[str, tuple[str, ...]] = field(default_factory=dict)

    @cached_property
    def numbers(self) -> Mapping[str, list[int]]:
        found: dict[str, list[int]] = {}
        for number, cell in enumerate(self.table.header):
            found.setdefault(bare(cell.text), []).append(number)
        return found

    @cached_property
    def bare(self) -> tuple[tuple[str, int], ...]:
        """Each title as it is compared, also without the question mark of a form, and its number."""
        return tuple((bare(cell.text).rstrip(" ?"), number) for number, cell in enumerate(self.table.header))

    def named(self, name: str) -> list[int]:
        """By its own name, else by another title."""
        titles = (name, *self.titles.get(name, ()))
        return next((self.numbers[bare(title)] for title in titles if bare(title) in self.numbers), [])

    def number(self, name: str) -> int | None:
        return next(iter(self.named(name)), None)

    def problem(self, name: str, place: Place) -> Problem | None:
        """Why that column cannot be read."""
        found = self.named(name)
        if not found:
            return no_column(name, place, self.table)
        if len(found) > 1:
            cell = self.table.header[found[1]]
            said = sentence('the column "{name}" is there twice', name=name)
            return Problem(cell.place, "csv-header", said, sentence("give one of them another name"))
        return None


def bare(name: str) -> str:
    """ "Société :" is Société."""
    return " ".join(fold(name).replace("’", "'").split()).rstrip(" :")


def names_in(mapping: WrittenMapping) -> tuple[str, ...]:
    """Of all columns that it reads."""
    rows = (mapping.value.skip_when, mapping.value.only_when)
    read = (name for _, spec, _ in all_wanted(mapping) for name in (*spec.column, *spec.otherwise))
    return tuple(dict.fromkeys((*read, *(one.column for one in rows if one))))


def fitness_of(mapping: WrittenMapping) -> Fitness:
    """How many of its columns a header names."""
    titles = mapping.value.titles
    wanted = [{bare(title) for title in (name, *titles.get(name, ()))} for name in names_in(mapping)]

    def fits(texts: Sequence[str]) -> int:
        there = {bare(text) for text in texts}
        return sum(not there.isdisjoint(names) for names in wanted)

    return fits


def fits_fields(texts: Sequence[str]) -> int:
    """How many columns are named like fields; none without the name or the id of the member."""
    there = {bare(text) for text in texts}
    return len(there.intersection(keys_of(MemberShape))) if there & {"name", "id"} else 0


def readers(mapping: WrittenMapping, table: Table) -> tuple[Reader, ...]:
    """Of the id, if it has columns of its own, then of the fields in their order; else ContentError."""
    header = ColumnNames(table, mapping.value.titles)
    wanted = all_wanted(mapping)
    check_columns(wanted, mapping, header)
    return tuple(
        Reader(path, spec, numbers(spec.column, header), numbers(spec.otherwise, header))
        for path, spec, _ in wanted
    )


def all_wanted(mapping: WrittenMapping) -> list[Wanted]:
    columns, people = mapping.value.columns or MemberColumns(), mapping.value.people
    return [
        *wanted_for_id(mapping),
        *wanted_fields(MemberColumns, columns, mapping.node, "columns"),
        *(wanted_people(people, mapping.node) if people else ()),
    ]


def wanted_for_id(mapping: WrittenMapping) -> Iterator[Wanted]:
    if mapping.value.id:
        yield ("id",), mapping.value.id, mapping.node.place("id", "column")


def wanted_fields(shape: type[Shape], columns: Shape, node: Node, group: str) -> Iterator[Wanted]:
    for key in keys_of(shape):
        for path, spec in specs(key, getattr(columns, key)):
            yield path, spec, node.place(group, *path, "column")


def wanted_people(columns: PersonColumns, node: Node) -> Iterator[Wanted]:
    for path, spec, place in wanted_fields(PersonColumns, columns, node, "people"):
        yield ("people", *path), spec, place


def specs(key: str, value: object) -> Iterator[tuple[tuple[str, ...], AnyColumn]]:
    parts: dict[str, AnyColumn | None] = {}
    if isinstance(value, AnyColumn):
        yield (key,), value
    elif isinstance(value, Shape):
        parts = dict(value)
    elif isinstance(value, dict):
        parts = value
    yield from (((key, name), spec) for name, spec in parts.items() if spec)


def check_columns(wanted: Iterable[Wanted], mapping: WrittenMapping, header: ColumnNames) -> None:
    asked = [(name, place) for _, spec, place in wanted for name in (*spec.column, *spec.otherwise)]
    for key in ("skip_when", "only_when"):
        if rows := getattr(mapping.value, key):
            asked.append((rows.column, mapping.node.place(key, "column")))
    if asked and not any(header.named(name) for name, _ in asked):
        raise ContentError([no_header(asked[0][0], header.table)])
    found = [header.problem(name, place) for name, place in dict.fromkeys(asked)]
    if problems := [problem for problem in found if problem]:
        raise ContentError(problems)


def numbers(names: tuple[str, ...], header: ColumnNames) -> tuple[int, ...]:
    found = (header.number(name) for name in names)
    return tuple(number for number in found if number is not None)


def no_column(name: str, place: Place, table: Table) -> Problem:
    said = sentence('{file} has no column "{name}"', file=table.file, name=name)
    return Problem(place, "csv-column", said, did_you_mean(name, table.names) or listed(table))


def no_header(name: str, table: Table) -> Problem:
    said = sentence('the first line has none of the columns of the mapping, such as "{name}"', name=name)
    return Problem(table.place, "csv-header", said, listed(table))


def listed(table: Table) -> Sentence:
    shown = ", ".join(table.names[:MOST_LISTED]) + (", …" if len(table.names) > MOST_LISTED else "")
    return sentence("its columns are: {columns}", columns=shown)


def named_like_fields(table: Table) -> WrittenMapping:
    """The mapping of a table whose columns are named like the fields: name, town, email…"""
    known = [key for key in keys_of(MemberColumns) if key in NEVER or not is_group(MemberShape, key)]
    cells = {bare(cell.text): cell for cell in reversed(table.header)}
    columns = {key: cells[key] for key in known if key in cells}
    own = {"id": cells["id"]} if "id" in cells else {}
    if not own and "name" not in columns:
        raise NoMapping(table)
    node = of_cells(own, Node(Origin(table.file)))
    node["columns"] = of_cells(columns, Node(Origin(table.file), ("columns",)))
    parsed = parse(ColumnMapping, Tree(node))
    if parsed.value is None or parsed.problems:
        raise ContentError(parsed.problems)
    return WrittenMapping(parsed.value, parsed.data)


class NoMapping(ContentError):
    """Neither columns named like fields, nor a mapping that says which is which."""

    def __init__(self, table: Table) -> None:
        self.table = table
        said = sentence('the first line has no column "{name}"', name="name")
        hint = sentence(
            "name the columns like the fields of members.yaml, or say with a mapping which is which"
        )
        super().__init__([Problem(table.place, "csv-header", said, hint)])


def of_cells(cells: Mapping[str, Cell], node: Node) -> Node:
    for key, cell in cells.items():
        node[key], node.marks[key] = cell.text, marks_at(cell.place)
    return node


def marks_at(place: Place) -> Marks:
    point = (place.line - 1, place.column - 1)
    return marks_of(point, key=point)
