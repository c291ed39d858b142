"""Rows to entries as members.yaml would have them, each word of them with its place in the table.

A sentence of a field stands within one that says what it is about: a column, an option.
"""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from datetime import date, datetime

from ..content.yaml.tree import Items, Node, Origin, Tree, Value
from ..domain.text import Slug, fold, slug_of
from ..problems import Place, Problem, Sentence, Translate, sentence
from .columns import ColumnNames, Reader, bare, marks_at
from .departures import has_resigned
from .mapping import EXAMPLE, ColumnMapping, DayColumn, ListColumn, RowsWhere, TextColumn, Words
from .numerals import NUMERALS, digits_of, is_lost, lost, mended
from .table import Cell, Table, TableRow

FieldPath = tuple[str, ...]
CellValue = str | list[str]
Fields = dict[FieldPath, CellValue]
Facts = Mapping[str, str]
Person = Mapping[str, str]

ISO = re.compile(r"\d{4}-\d{2}-\d{2}")

NOTHING = Sentence("")


FACTS: Mapping[str, tuple[str, ...]] = {
    "email": ("email", "e-mail", "courriel", "mail", "adresse e-mail", "adresse email", "email_adh"),
    "phone": ("telephone", "tel", "mobile", "portable", "tel_adh", "gsm_adh", "numero de telephone"),
    "birth": ("date de naissance", "ddn_adh", "ne le", "naissance"),
    "number": ("id_adh", "numero d'adherent", "numero de membre", "n° adherent", "numero adherent"),
    "siret": ("siret", "siren", "numero siret", "n° siret", "numero siren"),
}
"""What tells two of one name apart, also where the mapping does not read it; never written anywhere."""


@dataclass(frozen=True, slots=True)
class Note:
    """What is done without being asked for, told by line."""

    place: Place
    said: Sentence


@dataclass(frozen=True, slots=True)
class Draft:
    """fields: what the row says, by path; nothing for an empty cell. cells: where it says so.

    modest: the paths that do not replace what is already there. people: whom an organisation names.
    facts: what tells it from another one of its name. has_left: the row says so.
    """

    id: Slug
    place: Place
    fields: Fields
    cells: Mapping[FieldPath, Cell]
    modest: frozenset[FieldPath] = frozenset()
    people: tuple[Person, ...] = ()
    facts: Facts = field(default_factory=dict)
    has_left: bool = False


@dataclass(frozen=True, slots=True)
class Drafts:
    """skipped: the drafts of rows that the mapping leaves out."""

    entries: tuple[Draft, ...]
    skipped: tuple[Draft | TableRow, ...]
    notes: tuple[Note, ...]
    problems: tuple[Problem, ...]


@dataclass(frozen=True, slots=True)
class Heard:
    """What is to be told of the rows, noted as they are read."""

    problems: list[Problem] = field(default_factory=list)
    notes: list[Note] = field(default_factory=list)


def drafts(
    table: Table,
    mapping: ColumnMapping,
    readers: Iterable[Reader],
    words: Mapping[str, Words],
    today: date,
) -> Drafts:
    """What a row says that is left out is no mistake."""
    known = {reader.path: reader for reader in readers}
    header = ColumnNames(table, mapping.titles)
    written = known[("left",)].columns if ("left",) in known else ()
    heard, kept, skipped = Heard(), list[Draft | None](), list[Draft | TableRow]()
    for row in table.rows:
        has_left = has_resigned(row, header, today, written)
        is_out = is_left_out(row, mapping, header)
        one = draft(row, known, words, Heard() if has_left or is_out else heard)
        if one:
            one = replace(one, facts=facts_of(row, header, one), has_left=has_left)
        if is_out and not has_left:
            skipped.append(one or row)
        else:
            kept.append(one)
    return Drafts(
        tuple(one for one in kept if one), tuple(skipped), tuple(heard.notes), tuple(heard.problems)
    )


def facts_of(row: TableRow, header: ColumnNames, one: Draft) -> Facts:
    found: dict[str, str] = {}
    for fact, titles in FACTS.items():
        numbers = (number for title in titles for number in header.numbers.get(title, ()))
        texts = (row.cells[number].text for number in numbers)
        found[fact] = next((text for text in texts if text), "")
    for key in ("email", "phone", "website", "town"):
        if text := one.fields.get((key,)):
            found[key] = str(text)
    return {fact: compared(fact, text) for fact, text in found.items() if text}


def compared(fact: str, text: str) -> str:
    """As it is in another way of writing it."""
    if fact in ("phone", "siret"):
        return re.sub(r"\D", "", text)[-9:]
    if fact == "town":
        return slug_of(text)
    return bare(text).removeprefix("https://").removeprefix("http://").removeprefix("www.").rstrip("/")


def is_left_out(row: TableRow, mapping: ColumnMapping, header: ColumnNames) -> bool:
    skip, only = mapping.skip_when, mapping.only_when
    return bool((skip and says(row, skip, header)) or (only and not says(row, only, header)))


def says(row: TableRow, rows: RowsWhere, header: ColumnNames) -> bool:
    number = header.number(rows.column)
    text = row.cells[number].text if number is not None else ""
    return fold(text) in {fold(value) for value in rows.values}


def draft(
    row: TableRow, readers: Mapping[FieldPath, Reader], words: Mapping[str, Words], heard: Heard
) -> Draft | None:
    own = readers.get(("id",)) or readers[("name",)]
    cell = own.cell(row)
    if own.path == ("id",):
        cell = mended(cell, "id", is_french=True)
    slug = slug_of(cell.text)
    if not slug:
        heard.problems.append(no_id(cell))
        return None
    values: Fields = {}
    cells: dict[FieldPath, Cell] = {("id",): cell}
    is_french = in_france(row, readers)
    for path, reader in readers.items():
        found = as_typed(reader.cell(row), path, is_french, heard)
        value = read(reader, found, words.get(path[0]), heard.problems)
        if value and path != ("id",):
            values[path], cells[path] = value, found
    person = {path[1]: str(value) for path, value in values.items() if path[0] == "people"}
    fields = {path: value for path, value in values.items() if path[0] != "people"}
    modest = frozenset(path for path, reader in readers.items() if not reader.spec.replace)
    return Draft(slug, row.place, fields, cells, modest, (person,) if "name" in person else ())


def in_france(row: TableRow, readers: Mapping[FieldPath, Reader]) -> bool:
    country = readers.get(("address", "country"))
    return country is None or bare(country.cell(row).text) in ("", "fr", "france")


def as_typed(cell: Cell, path: FieldPath, is_french: bool, heard: Heard) -> Cell:
    """Numbers that are none, as they were before a spreadsheet read them; told where a zero is put back."""
    if path[-1] not in NUMERALS or not cell.text:
        return cell
    if is_lost(cell):
        heard.problems.append(lost(cell))
        return replace(cell, text="")
    found = mended(cell, path[-1], is_french)
    if found.text != digits_of(cell.text):
        said = sentence(
            '{field}: "{found}" is read as {meant}', field=path[-1], found=cell.text, meant=found.text
        )
        heard.notes.append(Note(cell.place, said))
    return found


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
        case DayColumn(format=forms) if cell.text:
            return iso_day(cell, forms, reader, problems)
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


def iso_day(cell: Cell, forms: tuple[str, ...], reader: Reader, problems: list[Problem]) -> str:
    """A day as members.yaml has it; written so, its own field judges it."""
    if cell.kind == "day" or (not forms and ISO.fullmatch(cell.text)):
        return cell.text
    for form in forms:
        try:
            return datetime.strptime(cell.text, form).date().isoformat()
        except ValueError:
            continue
    problems.append(wrong_day(cell, forms, reader))
    return ""


def wrong_day(cell: Cell, forms: tuple[str, ...], reader: Reader) -> Problem:
    examples = ", ".join(EXAMPLE.strftime(form) for form in forms or ("%Y-%m-%d",))
    said = sentence('found "{found}", expected a date such as {example}', found=cell.text, example=examples)
    hint = sentence('mend it, or the "format" of the mapping')
    if not forms:
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
    if one.people:
        entry["people"], entry.marks["people"] = people_of(one, entry), marks_at(one.place)
    return entry


def people_of(one: Draft, entry: Node) -> Items:
    """Each key where the first of them has it; without a consent, whatever the table says."""
    people = Items(entry.origin, (*entry.path, "people"))
    for index, person in enumerate(one.people):
        node = Node(entry.origin, (*people.path, index))
        for key, text in person.items():
            cell = one.cells.get(("people", key))
            node[key], node.marks[key] = text, marks_at(cell.place if cell and not index else one.place)
        people.append(node)
        people.marks[index] = marks_at(one.place)
    return people


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
