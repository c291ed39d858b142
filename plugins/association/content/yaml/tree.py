"""What an editor wrote, as plain text in dicts and lists, with the place of every word of it.

A spot in a file: a tree and a path in it, from which places are asked only when something is wrong.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Protocol, TypeAlias, cast

from ...problems import Place, Problem

Step: TypeAlias = str | int
Path: TypeAlias = tuple[Step, ...]
Value: TypeAlias = str | list["Value"] | dict[str, "Value"]


class Mark(Protocol):
    """A position as YAML parsers give it: line and column from 0."""

    @property
    def line(self) -> int: ...

    @property
    def column(self) -> int: ...


# Where a value begins, where its parts stand, where its key begins. A bare tuple: there is one for every
# word of every file.
Parts: TypeAlias = dict[str, "Written"] | list["Written"]
Written: TypeAlias = tuple[Mark | None, Parts | None, Mark | None]
NOWHERE: Written = (None, None, None)


@dataclass(frozen=True, slots=True)
class Tree:
    """`data` leaves out the keys without value; the places of those are known all the same.

    empty: the paths of those keys.
    problems: what YAML allows and we do not; `validation.parse` hands them on.
    """

    file: str
    data: dict[str, Value]
    written: Written = NOWHERE
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
    parts = written[1]
    if isinstance(parts, dict):
        return parts.get(step) if isinstance(step, str) else None
    return parts[step] if parts and isinstance(step, int) and 0 <= step < len(parts) else None


def value_in(value: Value | None, step: Step) -> Value | None:
    """The part of a value at that step; None where there is none."""
    if isinstance(value, dict):
        return value.get(step) if isinstance(step, str) else None
    if isinstance(value, list) and isinstance(step, int) and step < len(value):
        return value[step]
    return None


def tree_of(values: Mapping[str, object], file: str) -> Tree:
    """A tree of Python values, such as a setting: without places, and without what is empty."""
    plain = without_blanks(values)
    return Tree(file, cast(dict[str, Value], plain))  # the shape judges what is neither text, list nor dict


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
    path: Path = ()

    def __truediv__(self, step: Step) -> "Spot":
        return Spot(self.tree, (*self.path, step))

    @property
    def place(self) -> Place:
        """Where the value begins."""
        return self.tree.place(*self.path)

    @property
    def key_place(self) -> Place:
        """Where the key of the value begins."""
        return self.tree.key_place(*self.path)
