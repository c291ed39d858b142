"""What can still be built from a file with mistakes, so that the rest of it is checked in the same run.

A wrong value is left out alone when nothing else in its entry depends on it;
otherwise the whole entry is left out, so that one mistake is not told twice.
The result serves checks only: nothing with a mistake is ever published.
"""

from collections.abc import Sequence
from copy import deepcopy
from typing import TypeVar

from pydantic import ValidationError
from pydantic_core import ErrorDetails

from .meant_keys import meant_key
from .shape_paths import is_required, keys_of, shape_at, shapes_inside
from .shapes.base import Shape
from .tree import Path, Value

ShapeT = TypeVar("ShapeT", bound=Shape)
Entry = dict[str, Value]
Indexes = dict[str, tuple[int, ...]]

# No rule of the conversion looks at one of these together with another key.
INDEPENDENT = frozenset(
    """
    summary description plural synonyms fee join_url target admission voting website email phone social logo
    photo languages partnerships labels interns joined last_verified address street postal_code country role
    mission contact url charter lent_by online registration price audience tags category authors modified
    pinned menu order slug name title date
    """.split()
)
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
            case (str(name), int(index), *rest) if name == key:
                wrong.setdefault(index, []).append((error["type"], tuple(rest)))
    kept = {}
    for index, entry in enumerate(entries if isinstance(entries, list) else ()):
        rest = mended(shape, entry, wrong[index]) if index in wrong else entry
        if rest is entry or built(shape, rest):
            kept[index] = rest
    return kept


def built(shape: type[ShapeT], data: Value | None) -> ShapeT | None:
    try:
        return shape.model_validate(data)
    except ValidationError:
        return None


def mended(shape: type[Shape], entry: Value, mistakes: Sequence[tuple[str, Path]]) -> Entry | None:
    """A copy of the entry without its mistakes; None when other things would look wrong in it."""
    copy = deepcopy(entry)
    is_sound = isinstance(copy, dict) and all(leave_out(shape, copy, kind, path) for kind, path in mistakes)
    return copy if is_sound else None


def leave_out(shape: type[Shape], entry: Entry, kind: str, path: Path) -> bool:
    """Takes the value at `path` out of `entry`, if nothing depends on it."""
    *to_owner, key = field_path(shape, path) or (None,)
    owner_shape, owner = shape_at(shape, tuple(to_owner)), part_at(entry, to_owner)
    if key is None or owner_shape is None:
        return False
    if kind == "extra_forbidden":
        key_meant = meant_key(str(key), keys_of(owner_shape))
        owner.pop(key, None)
        return key_meant is None or key_meant in INDEPENDENT
    owner.pop(key, None)
    if is_required(owner_shape, key) and key in STAND_INS:
        owner[key] = STAND_INS[key]
    return key in INDEPENDENT


def field_path(shape: type[Shape], path: Path) -> Path | None:
    """`path` up to the last key that belongs to a shape: the field that is at fault."""
    ends = (end for end in range(len(path), 0, -1) if isinstance(path[end - 1], str))
    return next((path[:end] for end in ends if shape_at(shape, path[: end - 1])), None)


def part_at(entry: Entry, path: Sequence[str | int]) -> Entry:
    """The object at `path`; an empty one when it has been left out already."""
    part: Value = entry
    for step in path:
        try:
            part = part[step]
        except (KeyError, IndexError, TypeError):
            return {}
    return part if isinstance(part, dict) else {}
