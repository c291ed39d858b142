"""Ids that stand twice in one list."""

from collections.abc import Iterator

from ..problems import Problem, sentence
from .shape_paths import shapes_inside
from .shapes.base import Shape
from .tree import Path, Tree


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
