"""From a table and a mapping to what changes in the members, or to every reason why not."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace

from ..content.context import Reading
from ..content.schema.base import keys_of
from ..content.schema.members import MembersFile, MemberShape
from ..content.schema.validation import Parsed, parse
from ..content.yaml.reader import lenient_tree
from ..content.yaml.tree import Node
from ..domain.text import Language, Slug
from ..problems import ContentError, Place, Problem, sentence
from .changes import Changes, Present, another_kind, changes
from .columns import named_like_fields, readers
from .mapping import ColumnMapping, Defaults, Words, WrittenMapping, words_of
from .rows import Draft, Drafts, Fields, columns_by_place, drafts, tree_of_drafts, with_column
from .table import Table, check_lengths, csv_source, table_of


@dataclass(frozen=True, slots=True)
class Import:
    """skipped: the rows that the mapping leaves out. rows: by the id of their member."""

    changes: Changes
    skipped: tuple[Place, ...]
    rows: Mapping[Slug, Draft]


def read_mapping(text: str, file: str) -> Parsed[ColumnMapping]:
    parsed = parse(ColumnMapping, lenient_tree(text, file))
    problems = [*parsed.problems, *without_name(parsed)]
    if problems:
        raise ContentError(problems)
    return parsed


def without_name(parsed: Parsed[ColumnMapping]) -> Iterator[Problem]:
    found = parsed.value
    if found and found.columns and not found.id and not dict(found.columns)["name"]:
        said = sentence('found no "{key}"', key="name")
        hint = sentence("say which column holds the name of the member, or its id")
        yield Problem(parsed.data.key_place("columns"), "missing-field", said, hint)


def read_import(
    raw: bytes,
    file: str,
    mapping: Parsed[ColumnMapping] | None,
    members: Reading[MembersFile],
    language: Language,
) -> Import:
    """mapping: None when the columns are named like the fields."""
    given = WrittenMapping(mapping.value, mapping.data) if mapping and mapping.value else None
    chosen = given.value if given else ColumnMapping()
    table = table_of(csv_source(raw, chosen.encoding, file), chosen.delimiter)
    settled = given if given and chosen.columns else like_fields(given, table)
    words, own = words_of(members), defaults(settled.value.defaults)
    problems = list(unknown_defaults(own, words, settled.node))
    columns = readers(settled, table)
    check_lengths(table)
    found = drafts(table, settled.value, columns, words)
    meant = entries(found, own, members, table)
    problems += (*found.problems, *meant.problems)
    if not problems:
        problems += persons_made_and_unmade(meant)
    if problems:
        names = columns_by_place(table)
        raise ContentError(with_column(problem, names) for problem in problems)
    rows = {one.id: one for one in found.entries}
    return Import(changes(meant.complete, meant.present, language), found.skipped, rows)


def like_fields(mapping: WrittenMapping | None, table: Table) -> WrittenMapping:
    """Columns named like the fields, with whatever else a mapping says."""
    found = named_like_fields(table)
    if mapping is None:
        return found
    own = {"columns": found.value.columns, "id": mapping.value.id or found.value.id}
    return replace(mapping, value=mapping.value.model_copy(update=own))


def defaults(written: Defaults) -> Fields:
    values = ((key, getattr(written, key)) for key in keys_of(Defaults))
    return {(key,): list(value) if isinstance(value, tuple) else value for key, value in values if value}


def unknown_defaults(own: Fields, words: Mapping[str, Words], node: Node) -> Iterator[Problem]:
    for (key,), value in own.items():
        for word in [value] if isinstance(value, str) else value:
            if key in words and word not in words[key].known:
                yield words[key].problem(word, node.place("defaults", key))


@dataclass(frozen=True, slots=True)
class Entries:
    """complete: each draft, what else it gets when it is new, and what it means as a member."""

    complete: tuple[tuple[Draft, Fields, MemberShape], ...]
    problems: tuple[Problem, ...]
    present: Mapping[Slug, Present]


def entries(found: Drafts, own: Fields, members: Reading[MembersFile], table: Table) -> Entries:
    """Every value judged as if it stood in members.yaml."""
    present = present_members(members)
    more = [name_of(present[one.id]) if one.id in present else own for one in found.entries]
    lacking = tuple(
        nameless(one) for one in found.entries if one.id not in present and ("name",) not in one.fields
    )
    parsed = parse(MembersFile, tree_of_drafts(zip(found.entries, more), table.file))
    own_words = (*lacking, *twice(found.entries))
    problems = (
        *own_words,
        *(one for one in parsed.problems if one.code not in ("missing-field", "duplicate-id")),
    )
    if problems or parsed.value is None:
        return Entries((), problems, present)
    return Entries(tuple(zip(found.entries, more, parsed.value.members)), (), present)


def present_members(members: Reading[MembersFile]) -> dict[Slug, Present]:
    found: dict[Slug, Present] = {}
    for shape in members.value.members:
        match shape.node.path:
            case (_, int(index)):
                found[shape.id] = Present(index, shape.node, shape)
    return found


def name_of(one: Present) -> Fields:
    """Without a name nothing is a member; the one in the file counts where the table has none."""
    return {("name",): one.shape.name}


def nameless(one: Draft) -> Problem:
    said = sentence('the new member "{id}" has no name', id=one.id)
    return Problem(
        one.place, "missing-field", said, sentence("say with a mapping which column holds the name")
    )


def twice(entries: Iterable[Draft]) -> Iterator[Problem]:
    """Two rows of one member: which of them is right?"""
    first: dict[Slug, Draft] = {}
    for one in entries:
        other = first.setdefault(one.id, one)
        if other is not one:
            said = sentence('the member "{id}" is on line {line} already', id=one.id, line=other.place.line)
            hint = sentence("keep one of the two rows, or give them different ids by a column of the mapping")
            yield Problem(one.cells[("id",)].place, "duplicate-id", said, hint)


def persons_made_and_unmade(meant: Entries) -> Iterator[Problem]:
    for one, _, shape in meant.complete:
        if one.id in meant.present and ("kind",) in one.fields:
            problem = another_kind(one, shape, meant.present[one.id])
            if problem:
                yield problem
