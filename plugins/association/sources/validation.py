"""From a tree of text to a file shape, each mistake told once, at its place.

One wrong entry hides nothing: the others are still returned, so that their
references can be checked in the same run. Not for rules between entries or
files: those belong to the conversion.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from itertools import islice
from typing import Generic, TypeVar

from pydantic import ValidationError
from pydantic_core import ErrorDetails

from ..problems import Place, Problem, in_reading_order
from .duplicate_ids import duplicate_ids
from .salvage import all_indexes, salvage
from .shape_mistakes import problems_of, unknown_keys_without_value
from .shapes.base import Shape
from .tree import Step, Tree, Value

ShapeT = TypeVar("ShapeT", bound=Shape)

MOST_TOLD = 1000  # nobody mends more in one go


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
