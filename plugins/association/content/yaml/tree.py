"""What an editor wrote: texts in dicts and lists that know where each word of theirs stands.

Places are worked out only when something is said about them. Not for what a value means: that is decided
by the shapes.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final, TypeAlias

from ...problems import Place, Problem

Step: TypeAlias = str | int
Path: TypeAlias = tuple[Step, ...]
Value: TypeAlias = str | list["Value"] | dict[str, "Value"]


Point: TypeAlias = tuple[int, int]
"""Line and column, both from 0."""
NOWHERE: Final[Point] = (-1, -1)

Marks: TypeAlias = tuple[int, int, int, int, int, int]
"""Where a value begins, where it ends (a list or a dict knows that itself), where its key begins.

Numbers side by side: there is one such tuple for every word of every file.
"""


def marks_of(start: Point, end: Point = NOWHERE, key: Point = NOWHERE) -> Marks:
    return (*start, *end, *key)


@dataclass(frozen=True, slots=True)
class Origin:
    """A text in a file: it begins on line `first_line` of it."""

    file: str
    first_line: int = 1

    def place(self, *points: Point) -> Place:
        """The first of these that is somewhere."""
        for line, column in points:
            if line >= 0:
                return Place(self.file, line + self.first_line, column + 1)
        return Place(self.file)


class Part:
    """What the dicts and lists of a file know of themselves.

    path: from the top of the file. end: of brackets, or of the last thing inside.
    marks: by key or index, in the order of the file; of keys without value too, which `Node` leaves out.
    """

    origin: Origin
    path: Path
    start: Point
    end: Point
    is_flow: bool
    marks: dict[Step, Marks]

    def __init__(
        self, origin: Origin, path: Path = (), start: Point = NOWHERE, is_flow: bool = False
    ) -> None:
        self.origin, self.path, self.is_flow = origin, path, is_flow
        self.start, self.end, self.marks = start, NOWHERE, {}

    def place(self, *path: Step) -> Place:
        """Where the value at `path` begins; of what does not exist, where it would belong."""
        value, key = nearest(self, path)
        return self.origin.place(value, key)

    def key_place(self, *path: Step) -> Place:
        """Where the key of the value at `path` begins."""
        value, key = nearest(self, path)
        return self.origin.place(key, value)


class Node(Part, dict[str, Value]):
    __slots__ = ("end", "is_flow", "marks", "origin", "path", "start")


class Items(Part, list[Value]):
    __slots__ = ("end", "is_flow", "marks", "origin", "path", "start")


def nearest(top: Part, path: Path) -> tuple[Point, Point]:
    """Where begins what is at `path`, or what is nearest to it; and where its key does."""
    part: object = top
    value, key = top.start, NOWHERE
    for step in path:
        marks = part.marks.get(step) if isinstance(part, Part) else None
        part = value_in(part, step)
        if marks:
            value, key = NOWHERE if part is None else marks[:2], marks[4:]
        elif part is None:
            break
    return value, key


@dataclass(frozen=True, slots=True)
class Tree:
    """A whole text.

    data: leaves out the keys without value; empty: the paths of those keys.
    problems: what YAML allows and we do not; `validation.parse` hands them on.
    """

    data: Node
    empty: tuple[Path, ...] = ()
    problems: tuple[Problem, ...] = ()

    @property
    def file(self) -> str:
        return self.data.origin.file


def value_in(value: object, step: Step) -> Value | None:
    """The part of a value at that step; None where there is none."""
    found: Value | None = None
    if isinstance(value, dict) and isinstance(step, str):
        found = value.get(step)
    elif isinstance(value, list) and isinstance(step, int) and step < len(value):
        found = value[step]
    return found


def tree_of(values: Mapping[str, object], file: str) -> Tree:
    """A tree of Python values, such as a setting: without places, and without what is empty."""
    return Tree(node_of(values, Origin(file)))


def node_of(values: Mapping[str, object], origin: Origin, path: Path = ()) -> Node:
    node = Node(origin, path)
    for key, value in values.items():
        if not is_blank(value):
            node[str(key)] = plain(value, origin, (*path, str(key)))
    return node


def plain(value: object, origin: Origin, path: Path) -> Value:
    """What is neither text, list nor dict stays as it is: the shape judges it."""
    match value:
        case Mapping():
            return node_of(value, origin, path)
        case list() | tuple():
            return items_of(value, origin, path)
    kept: Value = value  # type: ignore[assignment]
    return kept


def items_of(values: list[object] | tuple[object, ...], origin: Origin, path: Path) -> Items:
    items = Items(origin, path)
    for value in values:
        if not is_blank(value):
            items.append(plain(value, origin, (*path, len(items))))
    return items


def is_blank(value: object) -> bool:
    return value is None or (isinstance(value, str) and not value.strip())
