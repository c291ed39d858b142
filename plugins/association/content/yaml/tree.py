"""What an editor wrote, as plain text in dicts and lists, with the place of every word of it.

A spot in a file: a tree and a path in it, from which places are asked only when something is wrong.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Protocol, TypeAlias

from ...problems import Place, Problem

Step: TypeAlias = str | int
Path: TypeAlias = tuple[Step, ...]
Value: TypeAlias = str | list["Value"] | dict[str, "Value"]


class Mark(Protocol):
    """A position as YAML parsers give it: line and column from 0."""

    line: int
    column: int


# Where a value begins, where its parts stand, where its key begins. A bare tuple: there is one for every
# word of every file.
Parts: TypeAlias = dict[str, "Written"] | list["Written"]
Written: TypeAlias = tuple[Mark | None, Parts | None, Mark | None]


@dataclass(frozen=True, slots=True)
class Tree:
    """`data` leaves out the keys without value; the places of those are known all the same.

    empty: the paths of those keys.
    problems: what YAML allows and we do not; `validation.parse` hands them on.
    """

    file: str
    data: dict[str, Value]
    written: Written = (None, None, None)
    first_line: int = 1
    empty: tuple[Path, ...] = ()
    problems: tuple[Problem, ...] = ()

    def place(self, *path: Step) -> Place:
        """Where the value at `path` begins; of what does not exist, where it would belong."""
        value, _, key = self._nearest(path)
        return self._place_of(value or key)

    def key_place(self, *path: Step) -> Place:
        """Where the key of the value at `path` begins."""
        value, _, key = self._nearest(path)
        return self._place_of(key or value)

    def _nearest(self, path: Path) -> Written:
        written = self.written
        for step in path:
            part = part_of(written, step)
            if part is None:
                break
            written = part
        return written

    def _place_of(self, mark: Mark | None) -> Place:
        if mark is None:
            return Place(self.file)
        return Place(self.file, mark.line + self.first_line, mark.column + 1)


def part_of(written: Written, step: Step) -> Written | None:
    match written[1], step:
        case dict() as by_key, str():
            return by_key.get(step)
        case list() as in_order, int() if 0 <= step < len(in_order):
            return in_order[step]
    return None


def tree_of(values: Mapping[str, object], file: str) -> Tree:
    """A tree of Python values, such as a setting: without places, and without what is empty."""
    return Tree(file, without_blanks(values))


def without_blanks(value: object) -> object:
    match value:
        case Mapping():
            return {str(key): without_blanks(part) for key, part in value.items() if not is_blank(part)}
        case list() | tuple():
            return [without_blanks(part) for part in value if not is_blank(part)]
    return value


def is_blank(value: object) -> bool:
    return value is None or (isinstance(value, str) and not value.strip())


@dataclass(frozen=True, slots=True)
class Spot:
    """Written like a path: `spot / "skills" / 2`."""

    tree: Tree
    path: tuple[str | int, ...] = ()

    def __truediv__(self, step: str | int) -> "Spot":
        return Spot(self.tree, (*self.path, step))

    @property
    def place(self) -> Place:
        """Where the value begins."""
        return self.tree.place(*self.path)

    @property
    def key_place(self) -> Place:
        """Where the key of the value begins."""
        return self.tree.key_place(*self.path)
