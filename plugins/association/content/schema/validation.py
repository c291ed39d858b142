"""From a tree of text to a file shape, each mistake told once, at its place.

One wrong entry hides nothing: the others are still returned, so that their references can be checked in the
same run. What remains serves checks only: nothing with a mistake is ever published. Not for rules between
entries or files: those belong to the conversion.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from itertools import islice
from typing import Generic, TypeVar

from pydantic import ValidationError

from ...problems import Problem, in_reading_order, sentence
from ..yaml.tree import Node, Path, Tree
from .base import MOST_TOLD, Mistakes, Shape, shapes_inside, shared_keys
from .messages import problems_of, unknown_keys_without_value

ShapeT = TypeVar("ShapeT", bound=Shape)


@dataclass(frozen=True, slots=True, eq=False)
class Parsed(Generic[ShapeT]):
    """What one file says, as far as it can be understood; the same only where it is written the same.

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


def parse(shape: type[ShapeT], tree: Tree, first: Node | None = None) -> Parsed[ShapeT]:
    """The tree as a shape, and all that is wrong with it: its YAML, its keys, its values, its ids.

    first: of a translation, the fields of the text that it translates, whose mistakes are told there.
    """
    mistakes = Mistakes()
    value: ShapeT | None = None
    try:
        value = shape.model_validate(
            tree.data if first is None else joined(tree.data, first, shape), context=mistakes
        )
    except ValidationError as error:
        mistakes.note(error.errors(include_url=False))
    elsewhere = frozenset() if first is None else shared_keys(shape) - tree.data.keys()
    own = [error for error in mistakes.errors if not elsewhere.intersection(map(str, error["loc"][:1]))]
    problems = (
        *tree.problems,
        *problems_of(shape, tree.data, own[:MOST_TOLD]),
        *islice(unknown_keys_without_value(shape, tree), MOST_TOLD),
        *islice(duplicate_ids(shape, tree.data), MOST_TOLD),
    )
    kept = None if mistakes.are_too_many else value
    lists = (name for name, _ in shapes_inside(shape))
    broken = {
        name: frozenset(broken_ids(name, tree.data, kept) if mistakes.by_path else ()) for name in lists
    }
    return Parsed(kept, in_reading_order(problems), broken, tree.data)


def joined(own: Node, first: Node, shape: type[Shape]) -> Node:
    """Where what stands in the other file is, this node does not know."""
    node = Node(own.origin, own.path, own.start)
    node.end, node.marks = own.end, own.marks
    node.update({key: first[key] for key in shared_keys(shape) if key in first})
    node.update(own)
    return node


def broken_ids(list_name: str, data: Node, value: Shape | None) -> Iterator[str]:
    entries = data.get(list_name)
    if not isinstance(entries, list):
        return
    kept = {entry.node.path for entry in getattr(value, list_name, None) or ()}
    for entry in entries:
        if isinstance(entry, Node) and entry.path not in kept and isinstance(entry.get("id"), str):
            yield str(entry["id"])


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
