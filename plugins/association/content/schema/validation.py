"""From a tree of text to a file shape, each mistake told once, at its place.

One wrong entry hides nothing: the others are still returned, so that their references can be checked in the
same run. A wrong value is left out alone when nothing else in its entry depends on it; otherwise the whole
entry is left out, so that one mistake is not told twice. What remains serves checks only: nothing with a
mistake is ever published. Not for rules between entries or files: those belong to the conversion.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import islice
from typing import Generic, TypeVar

from pydantic import ValidationError
from pydantic_core import ErrorDetails

from ...problems import Problem, in_reading_order, sentence
from ..suggestions import meant_key
from ..yaml.tree import Items, Node, Path, Step, Tree, Value, value_in
from .base import Shape, is_alone, is_required, keys_of, shape_at, shapes_inside
from .messages import problems_of, unknown_keys_without_value

ShapeT = TypeVar("ShapeT", bound=Shape)

MOST_TOLD = 1000  # nobody mends more in one go


@dataclass(frozen=True, slots=True)
class Parsed(Generic[ShapeT]):
    """What one file says, as far as it can be understood.

    value: the shape without its wrong entries; None when nothing can be built.
        Complete only if there are no problems; otherwise good for further checks, never to publish.
    problems: every mistake of the file.
    broken_ids: for each list, the ids that stand in the file but not in `value`;
        a reference to one of them is not a further mistake.
    data: the file as written, nothing left out.
    """

    value: ShapeT | None
    problems: tuple[Problem, ...]
    broken_ids: Mapping[str, frozenset[str]]
    data: Node


def parse(shape: type[ShapeT], tree: Tree) -> Parsed[ShapeT]:
    """The tree as a shape, and all that is wrong with it: its YAML, its keys, its values, its ids."""
    errors: list[ErrorDetails] = []
    try:
        value: ShapeT | None = shape.model_validate(tree.data)
    except ValidationError as error:
        errors = error.errors(include_url=False)
        value = salvage(shape, tree.data, errors) if len(errors) <= MOST_TOLD else None
    problems = (
        *tree.problems,
        *problems_of(shape, tree.data, errors[:MOST_TOLD]),
        *islice(unknown_keys_without_value(shape, tree), MOST_TOLD),
        *islice(duplicate_ids(shape, tree.data), MOST_TOLD),
    )
    lists = (name for name, _ in shapes_inside(shape))
    broken = {name: frozenset(broken_ids(name, tree.data, value) if errors else ()) for name in lists}
    return Parsed(value, in_reading_order(problems), broken, tree.data)


def broken_ids(list_name: str, data: Node, value: Shape | None) -> Iterator[str]:
    entries = data.get(list_name)
    if not isinstance(entries, list):
        return
    kept = {entry.node.path for entry in getattr(value, list_name, None) or ()}
    for entry in entries:
        if isinstance(entry, Node) and entry.path not in kept and isinstance(entry.get("id"), str):
            yield str(entry["id"])


Entry = dict[str, Value]

STAND_INS: Entry = {"name": "?", "title": "?", "date": "2000-01-01"}


def salvage(shape: type[ShapeT], data: Node, errors: Sequence[ErrorDetails]) -> ShapeT | None:
    """The value without what is wrong."""
    if not is_register(shape):
        return built(shape, mended(shape, data, [(error["type"], error["loc"]) for error in errors]))
    kept = empty_like(data)
    for key, inner in shapes_inside(shape):
        if isinstance(data.get(key), list):
            kept[key] = right_entries(key, inner, data.get(key), errors)
    return built(shape, kept)


def is_register(shape: type[Shape]) -> bool:
    """A file of lists of entries, and nothing else."""
    return len(shapes_inside(shape)) == len(keys_of(shape))


def right_entries(
    key: str, shape: type[Shape], entries: Value | None, errors: Sequence[ErrorDetails]
) -> list[Value]:
    """The entries under `key`, each without what is wrong in it."""
    wrong: dict[int, list[tuple[str, Path]]] = {}
    for error in errors:
        match error["loc"]:
            case (str(name), int(index), *inner) if name == key:
                wrong.setdefault(index, []).append((error["type"], tuple(inner)))
    kept: list[Value] = []
    for index, entry in enumerate(entries if isinstance(entries, list) else ()):
        rest = mended(shape, entry, wrong[index]) if index in wrong else entry
        if rest is not None and (rest is entry or built(shape, rest)):
            kept.append(rest)
    return kept


def built(shape: type[ShapeT], data: object) -> ShapeT | None:
    try:
        return shape.model_validate(data)
    except ValidationError:
        return None


def mended(shape: type[Shape], entry: Value, mistakes: Sequence[tuple[str, Path]]) -> Entry | None:
    """A copy of the entry without its mistakes; None when other things would look wrong in it."""
    if not isinstance(entry, Node):
        return None
    copy = copied(entry)
    return copy if all(leave_out(shape, copy, kind, path) for kind, path in mistakes) else None


def empty_like(node: Node) -> Node:
    like = Node(node.origin, node.path, node.start)
    like.marks = node.marks
    return like


def copied(node: Node) -> Node:
    copy = empty_like(node)
    for key, value in node.items():
        copy[key] = copied(value) if isinstance(value, Node) else copied_items(value)
    return copy


def copied_items(value: Value) -> Value:
    if not isinstance(value, Items):
        return value
    copy = Items(value.origin, value.path, value.start)
    copy.marks = value.marks
    copy += [copied(part) if isinstance(part, Node) else copied_items(part) for part in value]
    return copy


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


def duplicate_ids(shape: type[Shape], data: Node) -> Iterator[Problem]:
    for path, entries in lists_of_entries(shape, data, ()):
        first: dict[str, Path] = {}
        for index, entry in enumerate(entries):
            own = entry.get("id") if isinstance(entry, dict) else None
            if not isinstance(own, str):
                continue
            place = (*path, index, "id")
            if own in first:
                yield duplicate(own, place, data.place(*first[own]).line, data)
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


def duplicate(own: str, path: Path, first_line: int, data: Node) -> Problem:
    return Problem(
        data.place(*path),
        "duplicate-id",
        sentence('the id "{id}" is taken by the entry on line {line}', id=own, line=first_line),
        sentence("give one of them another id"),
    )
