"""What an import changes: members that are new, fields that say something else. Nothing is ever removed.

A list only grows, an empty cell changes nothing, and members that the table does not name stay as they are.
"""

from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass

from ..content.schema.base import keys_of
from ..content.schema.members import AddressShape, MemberShape, PersonShape
from ..content.yaml.editor import AddEntries, ExtendList, NewEntry, SetField
from ..content.yaml.tree import Path, Value
from ..domain.text import ANY_LANGUAGE, Language, Slug, Text, fold
from ..problems import Place, Problem, sentence
from .rows import CellValue, Draft, FieldPath, Fields, Person

ORDERS: Mapping[FieldPath, tuple[str, ...]] = {(): keys_of(MemberShape), ("address",): keys_of(AddressShape)}
Field = SetField | ExtendList
Written = CellValue | dict[str, str] | list[Person]


@dataclass(frozen=True, slots=True)
class Change:
    """old: as it is written, empty for nothing."""

    field: str
    old: str
    new: str


@dataclass(frozen=True, slots=True)
class Added:
    """people: how many natural persons come in with it, none of them with a consent."""

    id: Slug
    place: Place
    entry: NewEntry
    people: int


@dataclass(frozen=True, slots=True)
class Updated:
    id: Slug
    place: Place
    changes: tuple[Change, ...]
    edits: tuple[Field, ...]
    people: int = 0


@dataclass(frozen=True, slots=True)
class Present:
    """A member of the file: its number there, what it says, and what that means."""

    index: int
    data: Mapping[str, Value]
    shape: MemberShape


@dataclass(frozen=True, slots=True)
class Gone:
    """A member of the file who has resigned on `row`; or is in no row, where that is None."""

    id: Slug
    place: Place
    row: Place | None = None


@dataclass(frozen=True, slots=True)
class Changes:
    added: tuple[Added, ...] = ()
    updated: tuple[Updated, ...] = ()
    unchanged: int = 0

    @property
    def edits(self) -> tuple[Field | AddEntries, ...]:
        fields = tuple(edit for one in self.updated for edit in one.edits)
        if not self.added:
            return fields
        return (*fields, AddEntries("members", [one.entry for one in self.added]))


def gone(
    present: Mapping[Slug, Present], named: Collection[Slug], resigned: Mapping[Slug, Place]
) -> Iterator[Gone]:
    """For the secretary, who alone knows. A table that names nobody of the file is no news of it."""
    is_same_list = any(id in present for id in (*named, *resigned))
    for id, one in present.items():
        if one.shape.left is None and (id in resigned or (is_same_list and id not in named)):
            yield Gone(id, one.shape.place(), resigned.get(id))


def changes(
    entries: Iterable[tuple[Draft, Fields, MemberShape]], present: Mapping[Slug, Present], language: Language
) -> Changes:
    """Of drafts, what else new members get, and what each row means as a member."""
    added: list[Added] = []
    updated: list[Updated] = []
    unchanged = 0
    for draft, more, shape in entries:
        if draft.id not in present:
            added.append(new_member({**more, **draft.fields}, draft, shape))
        elif one := changed(draft, shape, present[draft.id], language):
            updated.append(one)
        else:
            unchanged += 1
    return Changes(tuple(added), tuple(updated), unchanged)


def new_member(fields: Fields, draft: Draft, shape: MemberShape) -> Added:
    values: dict[str, Written] = {"id": draft.id}
    groups: dict[str, dict[str, str]] = {}
    for path, value in fields.items():
        text = as_written(value, path, shape)
        if len(path) == 1:
            values[path[0]] = text
        elif isinstance(text, str):  # no part of a group is a list
            values[path[0]] = group = groups.setdefault(path[0], {})
            group[path[1]] = text
    if draft.people and shape.kind != "person":
        values["people"] = [in_order(person) for person in draft.people]
    ordered = tuple((key, values[key]) for key in ORDERS[()] if key in values)
    unseen = 1 if shape.kind == "person" else len(draft.people)
    return Added(draft.id, draft.place, NewEntry(ordered), unseen)


def as_written(value: CellValue, path: FieldPath, shape: MemberShape) -> CellValue:
    """Yes and no in one word, whatever the spreadsheet says."""
    meant = meant_by(shape, path)
    return str(meant).lower() if isinstance(meant, bool) else value


def in_order(person: Person) -> Person:
    return {key: person[key] for key in keys_of(PersonShape) if key in person}


def changed(draft: Draft, shape: MemberShape, old: Present, language: Language) -> Updated | None:
    asked = ((path, value) for path, value in draft.fields.items() if may_change(path, draft, old))
    found = [one for path, value in asked for one in field(path, value, shape, old, language)]
    people = new_people(draft, old)
    if people:
        found.append(more_people(people, old))
    if not found:
        return None
    edits = tuple(together([edit for _, edit in found], old))
    return Updated(draft.id, draft.place, tuple(change for change, _ in found), edits, len(people))


def new_people(draft: Draft, old: Present) -> list[Person]:
    """Those that are there stay as they are: their consent is for what they saw."""
    known = {fold(person.name) for person in old.shape.people}
    if old.shape.kind == "person":
        return []
    return [in_order(person) for person in draft.people if fold(person["name"]) not in known]


def more_people(people: list[Person], old: Present) -> tuple[Change, Field]:
    where: Path = ("members", old.index, "people")
    before = ", ".join(person.name for person in old.shape.people)
    after = ", ".join(filter(None, (before, *(person["name"] for person in people))))
    edit = ExtendList(where, people) if before else SetField(where, people, ORDERS[()])
    return Change("people", before, after), edit


def may_change(path: FieldPath, draft: Draft, old: Present) -> bool:
    return path not in draft.modest or not meant_by(old.shape, path)


def field(
    path: FieldPath, value: CellValue, shape: MemberShape, old: Present, language: Language
) -> Iterator[tuple[Change, Field]]:
    before, after = meant_by(old.shape, path), meant_by(shape, path)
    name = ".".join(path)
    where: Path = ("members", old.index, *path)
    if isinstance(before, tuple) and isinstance(after, tuple):
        more = [text for text, meant in zip(value, after) if meant not in before]
        if more:
            new = ExtendList(where, more) if before else SetField(where, more, ORDERS[()])
            yield Change(name, ", ".join(before), ", ".join((*before, *more))), new
        return
    versions = dict(before.versions) if isinstance(before, Text) else {}
    if isinstance(after, Text) and ANY_LANGUAGE not in versions and versions:
        if str(after) in versions.values():  # the table has it in another language
            return
        where, before, after = (*where, language), versions.get(language), str(after)
    text = as_written(value, path, shape)
    if before != after and isinstance(text, str):
        yield Change(name, written_text(old.data, where[2:]), text), SetField(where, text, order(path))


def order(path: FieldPath) -> tuple[str, ...]:
    return ORDERS.get(path[:-1], ())


def meant_by(shape: MemberShape, path: FieldPath) -> object:
    found: object = shape
    for step in path:
        found = found.get(step) if isinstance(found, dict) else getattr(found, step, None)
    return found


def written_text(data: Mapping[str, Value], path: Path) -> str:
    found: object = data
    for step in path:
        found = found.get(step) if isinstance(found, Mapping) else None
    return found if isinstance(found, str) else ""


def together(edits: list[Field], old: Present) -> Iterator[Field]:
    """The parts of a group that is not there yet are written as one: address: {street: …, country: …}."""
    groups: dict[str, dict[str, str]] = {}
    for edit in edits:
        match edit:
            case SetField((_, _, str(group), str(key)), str(value)) if group not in old.data:
                if group not in groups:
                    groups[group] = {}
                    yield SetField(edit.path[:3], groups[group], ORDERS[()])
                groups[group][key] = value
            case _:
                yield edit


def another_kind(draft: Draft, shape: MemberShape, old: Present) -> Problem | None:
    """An organisation made of a person would show them without consent; the reverse would leave the site."""
    if (old.shape.kind == "person") == (shape.kind == "person"):
        return None
    place = draft.cells[("kind",)].place
    if shape.kind == "person":
        said = sentence(
            'the member "{id}" is no person in members.yaml; an import cannot make it "kind: person"',
            id=draft.id,
        )
        hint = sentence("if it is right, change it by hand, with the date of their consent")
        return Problem(place, "kind-of-a-person", said, hint)
    said = sentence(
        'the member "{id}" is a person in members.yaml; an import cannot make it "kind: {kind}"',
        id=draft.id,
        kind=shape.kind,
    )
    hint = sentence("if it is right, change it by hand: the member is then published without a consent")
    return Problem(place, "kind-of-a-person", said, hint)
