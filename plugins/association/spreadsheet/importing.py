"""From a table and a mapping to what changes in the members, or to every reason why not."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date

from ..content.context import Reading
from ..content.schema.base import keys_of
from ..content.schema.members import MembersFile, MemberShape
from ..content.schema.validation import Parsed, parse
from ..content.yaml.reader import lenient_tree
from ..content.yaml.tree import Node
from ..domain.text import Language, Slug
from ..problems import ContentError, Place, Problem, Sentence, sentence
from .changes import Changes, Gone, Present, another_kind, changes, gone
from .columns import readers
from .mapping import ColumnMapping, Defaults, Words, words_of
from .namesakes import settled
from .reading import Export, Mappings, read_table
from .rows import Draft, Drafts, Fields, Note, columns_by_place, drafts, tree_of_drafts, with_column
from .table import Table, check_lengths


@dataclass(frozen=True, slots=True)
class Import:
    """skipped: the rows that the mapping leaves out. left_out: rows that are no members, such as a total.

    resigned: of whom nothing is added. gone: members of the file to be looked at. read_as: how the table was
    read where nobody said so. rows: by the id of their member.
    """

    changes: Changes
    skipped: tuple[Place, ...]
    left_out: tuple[Place, ...]
    resigned: tuple[Draft, ...]
    gone: tuple[Gone, ...]
    notes: tuple[Note, ...]
    read_as: tuple[Sentence, ...]
    rows: Mapping[Slug, Draft]


@dataclass(frozen=True, slots=True)
class Entries:
    """complete: each draft, what else it gets when it is new, and what it means as a member."""

    complete: tuple[tuple[Draft, Fields, MemberShape], ...]
    problems: tuple[Problem, ...]
    present: Mapping[Slug, Present]


def read_mapping(text: str, file: str) -> Parsed[ColumnMapping]:
    parsed = parse(ColumnMapping, lenient_tree(text, file))
    problems = [*parsed.problems, *without_name(parsed)]
    if problems:
        raise ContentError(problems)
    return parsed


def without_name(parsed: Parsed[ColumnMapping]) -> Iterator[Problem]:
    found = parsed.value
    if found and found.columns and not found.id and not dict(found.columns)["name"]:
        hint = sentence("say which column holds the name of the member, or its id")
        yield no_name(parsed.data.key_place("columns"), hint)
    if found and found.people and not dict(found.people)["name"]:
        yield no_name(
            parsed.data.key_place("people"), sentence("say which columns hold the name of a person")
        )


def no_name(place: Place, hint: Sentence) -> Problem:
    return Problem(place, "missing-field", sentence('found no "{key}"', key="name"), hint)


def read_import(
    export: Export,
    mapping: Parsed[ColumnMapping] | None,
    examples: Mappings,
    members: Reading[MembersFile],
    language: Language,
    today: date,
) -> Import:
    """mapping: None when none is given; examples: of which one may fit then."""
    table, settled_mapping, read_as = read_table(export, mapping, examples)
    words, own = words_of(members), defaults(settled_mapping.value.defaults)
    problems = list(unknown_defaults(own, words, settled_mapping.node))
    columns = readers(settled_mapping, table)
    check_lengths(table)
    found = drafts(table, settled_mapping.value, columns, words, today)
    present = present_members(members)
    kind = str(own.get(("kind",), "organisation"))
    single = settled(found.entries, present, kind, settled_mapping.value.id is not None)
    meant = entries([one for one in single.entries if not one.has_left], own, present, table)
    problems += (*found.problems, *single.problems, *meant.problems)
    if not problems:
        problems += persons_made_and_unmade(meant)
    if problems:
        names = columns_by_place(table)
        raise ContentError(with_column(problem, names) for problem in problems)
    notes = (*found.notes, *single.notes, *back_again(meant, today))
    return outcome(meant, found, single.entries, table, notes, read_as, language, today)


def outcome(
    meant: Entries,
    found: Drafts,
    drafts: tuple[Draft, ...],
    table: Table,
    notes: tuple[Note, ...],
    read_as: tuple[Sentence, ...],
    language: Language,
    today: date,
) -> Import:
    left = {one.id for one, _, shape in meant.complete if shape.left and shape.left <= today}
    left -= meant.present.keys()  # to members that are there, the mapping gives their day
    resigned = tuple(one for one in drafts if one.id in left or is_news(one, meant))
    entries = [entry for entry in meant.complete if entry[0].id not in left]
    skipped = {one.id for one in found.skipped if isinstance(one, Draft)}
    named = skipped | {one.id for one in drafts if not one.has_left}
    out = {one.id: one.place for one in drafts if one.has_left}
    return Import(
        changes(entries, meant.present, language),
        tuple(one.place for one in found.skipped),
        tuple(row.place for row in table.left_out),
        resigned,
        tuple(gone(meant.present, named, out)),
        tuple(sorted(notes, key=lambda note: (note.place.line, note.place.column))),
        read_as,
        {one.id: one for one, *_ in entries},
    )


def back_again(meant: Entries, today: date) -> Iterator[Note]:
    """Members who have left, and are in the table none the less."""
    for one, *_ in meant.complete:
        old = meant.present.get(one.id)
        if old and old.shape.left and old.shape.left <= today:
            said = sentence(
                '{id} has left, says members.yaml ("left: {day}"): nothing of it is published',
                id=one.id,
                day=old.shape.left.isoformat(),
            )
            yield Note(one.place, said)


def is_news(one: Draft, meant: Entries) -> bool:
    """Of a member of the file, `gone` tells it."""
    return one.has_left and one.id not in meant.present


def defaults(written: Defaults) -> Fields:
    values = ((key, getattr(written, key)) for key in keys_of(Defaults))
    return {(key,): list(value) if isinstance(value, tuple) else value for key, value in values if value}


def unknown_defaults(own: Fields, words: Mapping[str, Words], node: Node) -> Iterator[Problem]:
    for (key,), value in own.items():
        for word in [value] if isinstance(value, str) else value:
            if key in words and word not in words[key].known:
                yield words[key].problem(word, node.place("defaults", key))


def entries(found: list[Draft], own: Fields, present: Mapping[Slug, Present], table: Table) -> Entries:
    """Every value judged as if it stood in members.yaml."""
    more = [name_of(present[one.id]) if one.id in present else own for one in found]
    lacking = tuple(nameless(one) for one in found if one.id not in present and ("name",) not in one.fields)
    parsed = parse(MembersFile, tree_of_drafts(zip(found, more), table.file))
    problems = (
        *lacking,
        *(one for one in parsed.problems if one.code not in ("missing-field", "duplicate-id")),
    )
    if problems or parsed.value is None:
        return Entries((), problems, present)
    return Entries(tuple(zip(found, more, parsed.value.members)), (), present)


def present_members(members: Reading[MembersFile]) -> dict[Slug, Present]:
    found: dict[Slug, Present] = {}
    for shape in members.value.members:
        match shape.node.path:
            case (_, int(index)):
                found[shape.id] = Present(index, shape.node, shape)
    return found


def name_of(one: Present) -> Fields:
    """Without a name nothing is a member; the one in the file counts where the table has none."""
    return {("name",): str(one.shape.name)}


def nameless(one: Draft) -> Problem:
    said = sentence('the new member "{id}" has no name', id=one.id)
    return Problem(
        one.place, "missing-field", said, sentence("say with a mapping which column holds the name")
    )


def persons_made_and_unmade(meant: Entries) -> Iterator[Problem]:
    for one, _, shape in meant.complete:
        if one.id in meant.present and ("kind",) in one.fields:
            problem = another_kind(one, shape, meant.present[one.id])
            if problem:
                yield problem
