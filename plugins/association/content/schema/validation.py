"""From a tree of text to a file shape, each mistake told once, at its place.

One wrong entry hides nothing: the others are still returned, so that their
references can be checked in the same run. Not for rules between entries or
files: those belong to the conversion.

What can still be built from a file with mistakes, so that the rest of it is checked in the same run.

A wrong value is left out alone when nothing else in its entry depends on it;
otherwise the whole entry is left out, so that one mistake is not told twice.
The result serves checks only: nothing with a mistake is ever published.

Ids that stand twice in one list.
"""

from collections.abc import Iterator, Mapping, Sequence
from copy import deepcopy
from dataclasses import dataclass
from itertools import islice
from typing import Generic, TypeVar

from pydantic import ValidationError
from pydantic_core import ErrorDetails

from ...problems import Place, Problem, in_reading_order, sentence
from ..suggestions import meant_key
from ..yaml.tree import Path, Step, Tree, Value, value_in
from .base import Shape, is_alone, is_required, keys_of, shape_at, shapes_inside
from .messages import problems_of, unknown_keys_without_value

ShapeT = TypeVar("ShapeT", bound=Shape)

MOST_TOLD = 1000  # nobody mends more in one go


def broken_ids(tree: Tree, indexes: Mapping[str, tuple[int, ...]]) -> dict[str, frozenset[str]]:
    return {name: frozenset(ids_left_out(tree.data.get(name), kept)) for name, kept in indexes.items()}


def ids_left_out(entries: Value | None, kept: tuple[int, ...]) -> Iterator[str]:
    if not isinstance(entries, list) or len(entries) == len(kept):
        return
    for index in sorted(set(range(len(entries))) - set(kept)):
        entry = entries[index]
        own = entry.get("id") if isinstance(entry, dict) else None
        if isinstance(own, str):
            yield own


@dataclass(frozen=True, slots=True)
class Parsed(Generic[ShapeT]):
    """What one file says, as far as it can be understood.

    value: the shape without its wrong entries; None when nothing can be built.
        Complete only if there are no problems; otherwise good for further checks, never to publish.
    problems: every mistake of the file.
    indexes: for each list of `value`, the index in the file of each entry kept:
        `tree.place("members", parsed.indexes["members"][i], "skills", j)`.
    broken_ids: for each list, the ids that stand in the file but not in `value`;
        a reference to one of them is not a further mistake.
    tree: the file as written, nothing left out.
    """

    value: ShapeT | None
    problems: tuple[Problem, ...]
    indexes: Mapping[str, tuple[int, ...]]
    broken_ids: Mapping[str, frozenset[str]]
    tree: Tree

    def place(self, *path: Step) -> Place:
        """Where `value` has this path: `parsed.place("members", i, "skills", j)`."""
        return self.tree.place(*self._path_in_file(path))

    def key_place(self, *path: Step) -> Place:
        return self.tree.key_place(*self._path_in_file(path))

    def _path_in_file(self, path: tuple[Step, ...]) -> tuple[Step, ...]:
        match path:
            case (str(name), int(index), *rest) if name in self.indexes:
                return (name, self.indexes[name][index], *rest)
        return path


def parse(shape: type[ShapeT], tree: Tree) -> Parsed[ShapeT]:
    """The tree as a shape, and all that is wrong with it: its YAML, its keys, its values, its ids."""
    errors: list[ErrorDetails] = []
    indexes: Mapping[str, tuple[int, ...]]
    try:
        value: ShapeT | None = shape.model_validate(tree.data)
        indexes = all_indexes(shape, tree.data)
    except ValidationError as error:
        errors = error.errors(include_url=False)
        value, indexes = salvaged(shape, tree, errors)
    problems = (
        *tree.problems,
        *problems_of(shape, tree, errors[:MOST_TOLD]),
        *islice(unknown_keys_without_value(shape, tree), MOST_TOLD),
        *islice(duplicate_ids(shape, tree), MOST_TOLD),
    )
    return Parsed(value, in_reading_order(problems), indexes, broken_ids(tree, indexes), tree)


def salvaged(
    shape: type[ShapeT], tree: Tree, errors: list[ErrorDetails]
) -> tuple[ShapeT | None, Mapping[str, tuple[int, ...]]]:
    """Nothing of a file that is wrong throughout: there is more to mend than anybody reads."""
    return salvage(shape, tree.data, errors) if len(errors) <= MOST_TOLD else (None, all_indexes(shape, {}))


Entry = dict[str, Value]
Indexes = dict[str, tuple[int, ...]]

STAND_INS: Entry = {"name": "?", "title": "?", "date": "2000-01-01"}


def salvage(
    shape: type[ShapeT], data: Entry, errors: Sequence[ErrorDetails]
) -> tuple[ShapeT | None, Indexes]:
    """The value without what is wrong, and for each of its lists the indexes in the file."""
    if is_register(shape):
        entries = {
            key: right_entries(key, inner, data.get(key), errors) for key, inner in shapes_inside(shape)
        }
        kept = {
            key: list(by_index.values())
            for key, by_index in entries.items()
            if isinstance(data.get(key), list)
        }
        return built(shape, kept), {key: tuple(by_index) for key, by_index in entries.items()}
    value = built(shape, mended(shape, data, [(error["type"], error["loc"]) for error in errors]))
    return value, all_indexes(shape, data if value else {})


def is_register(shape: type[Shape]) -> bool:
    """A file of lists of entries, and nothing else."""
    return len(shapes_inside(shape)) == len(keys_of(shape))


def all_indexes(shape: type[Shape], data: Entry) -> Indexes:
    lists = ((key, data.get(key)) for key, _ in shapes_inside(shape))
    return {key: tuple(range(len(value))) if isinstance(value, list) else () for key, value in lists}


def right_entries(
    key: str, shape: type[Shape], entries: Value | None, errors: Sequence[ErrorDetails]
) -> dict[int, Value]:
    """The entries under `key` by their index, each without what is wrong in it."""
    wrong: dict[int, list[tuple[str, Path]]] = {}
    for error in errors:
        match error["loc"]:
            case (str(name), int(index), *inner) if name == key:
                wrong.setdefault(index, []).append((error["type"], tuple(inner)))
    kept: dict[int, Value] = {}
    for index, entry in enumerate(entries if isinstance(entries, list) else ()):
        rest = mended(shape, entry, wrong[index]) if index in wrong else entry
        if rest is not None and (rest is entry or built(shape, rest)):
            kept[index] = rest
    return kept


def built(shape: type[ShapeT], data: object) -> ShapeT | None:
    try:
        return shape.model_validate(data)
    except ValidationError:
        return None


def mended(shape: type[Shape], entry: Value, mistakes: Sequence[tuple[str, Path]]) -> Entry | None:
    """A copy of the entry without its mistakes; None when other things would look wrong in it."""
    if not isinstance(entry, dict):
        return None
    copy = deepcopy(entry)
    return copy if all(leave_out(shape, copy, kind, path) for kind, path in mistakes) else None


def leave_out(shape: type[Shape], entry: Entry, kind: str, path: Path) -> bool:
    """Takes the value at `path` out of `entry`, if nothing depends on it."""
    *to_owner, key = field_path(shape, path) or (None,)
    owner_shape, owner = shape_at(shape, tuple(to_owner)), part_at(entry, to_owner)
    if not isinstance(key, str) or owner_shape is None:
        return False
    if kind == "extra_forbidden":
        key_meant = meant_key(key, keys_of(owner_shape))
        owner.pop(key, None)
        return key_meant is None or is_alone(owner_shape, key_meant)
    owner.pop(key, None)
    if is_required(owner_shape, key) and key in STAND_INS:
        owner[key] = STAND_INS[key]
    return is_alone(owner_shape, key)


def field_path(shape: type[Shape], path: Path) -> Path | None:
    """`path` up to the last key that belongs to a shape: the field that is at fault."""
    ends = (end for end in range(len(path), 0, -1) if isinstance(path[end - 1], str))
    return next((path[:end] for end in ends if shape_at(shape, path[: end - 1])), None)


def part_at(entry: Entry, path: Sequence[Step]) -> Entry:
    """The object at `path`; an empty one when it has been left out already."""
    part: Value | None = entry
    for step in path:
        part = value_in(part, step)
    return part if isinstance(part, dict) else {}


def duplicate_ids(shape: type[Shape], tree: Tree) -> Iterator[Problem]:
    for path, entries in lists_of_entries(shape, tree.data, ()):
        first: dict[str, Path] = {}
        for index, entry in enumerate(entries):
            own = entry.get("id") if isinstance(entry, dict) else None
            if not isinstance(own, str):
                continue
            place = (*path, index, "id")
            if own in first:
                yield duplicate(own, place, tree.place(*first[own]).line, tree)
            first.setdefault(own, place)


def lists_of_entries(shape: type[Shape], data: object, path: Path) -> Iterator[tuple[Path, list[object]]]:
    """Every list of shapes in `data`, those inside entries too."""
    if not isinstance(data, dict):
        return
    for key, inner in shapes_inside(shape):
        value = data.get(key)
        if isinstance(value, list):
            yield (*path, key), value
            for index, entry in enumerate(value):
                yield from lists_of_entries(inner, entry, (*path, key, index))
        elif value is not None:
            yield from lists_of_entries(inner, value, (*path, key))


def duplicate(own: str, path: Path, first_line: int, tree: Tree) -> Problem:
    return Problem(
        tree.place(*path),
        "duplicate-id",
        sentence('the id "{id}" is taken by the entry on line {line}', id=own, line=first_line),
        sentence("give one of them another id"),
    )
