"""What can be changed in a file of lists of entries: a field set, a list made longer, entries added."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from ..tree import Path, Value
from .manuscript import Manuscript, Point, Splice
from .nodes import List, Mapping, Node, Scalar
from .scalars import Field, scalar, written

INDENT = 2


class NotEditable(Exception):
    """The place is written in a way that cannot be changed alone."""


@dataclass(frozen=True, slots=True)
class SetField:
    """The value at `path`, written anew or added; `order` is that of the keys beside it."""

    path: Path
    value: Field
    order: Sequence[str] = ()

    def splices(self, root: Node, manuscript: Manuscript) -> Iterator[Splice]:
        owner, key = at(root, self.path[:-1]), str(self.path[-1])
        if not isinstance(owner, Mapping):
            raise NotEditable
        old = owner.value(key)
        if old is None:
            yield added_field(owner, key, self.value, self.order, manuscript)
        elif isinstance(old, Scalar) and old.is_left_out:
            yield filled_in(owner, key, old, self.value, manuscript)
        else:
            style = old.style if isinstance(old, Scalar) else ""
            new = written(self.value, margin_of(owner) + INDENT, owner.is_flow, style)
            yield Splice(old.start, old.end, new)


@dataclass(frozen=True, slots=True)
class ExtendList:
    """More texts at the end of the list at `path`."""

    path: Path
    items: Sequence[str]

    def splices(self, root: Node, manuscript: Manuscript) -> Iterator[Splice]:
        old = at(root, self.path)
        if not isinstance(old, List):
            raise NotEditable
        if not old.is_flow:
            lines = [f"{' ' * old.start[1]}- {scalar(item, 0, False)}" for item in self.items]
            yield manuscript.lines_after(old.end[0], lines)
        else:
            yield in_brackets(old, ", ".join(scalar(item, 0, True) for item in self.items))


@dataclass(frozen=True, slots=True)
class Entry:
    """notes: lines for the editor, written below the fields as comments where there is room for them."""

    fields: tuple[tuple[str, Field], ...]
    notes: tuple[str, ...] = ()


def at(root: Node | None, path: Path) -> Node | None:
    found = root
    for step in path:
        match found, step:
            case Mapping(), str():
                found = found.value(step)
            case List(), int() if step < len(found.items):
                found = found.items[step]
            case _:
                return None
    return found


def margin_of(owner: Mapping) -> int:
    return owner.start[1]


def added_field(
    owner: Mapping, key: str, value: Field, order: Sequence[str], manuscript: Manuscript
) -> Splice:
    """After the last of the keys that come before it in `order`, else after the first one."""
    above = neighbour(owner, key, order)
    if owner.is_flow:
        text = f"{scalar(key, 0, True)}: {written(value, 0, True)}"
        if above is None:
            return Splice(inside(owner.start), inside(owner.start), text)
        return Splice(above.end, above.end, f", {text}")
    if above is None:
        raise NotEditable
    margin = margin_of(owner)
    text = f"{' ' * margin}{key}: {written(value, margin + INDENT)}"
    return manuscript.lines_after(above.end[0], text.split("\n"))


def neighbour(owner: Mapping, key: str, order: Sequence[str]) -> Node | None:
    rank = {name: number for number, name in enumerate(order)}
    mine = rank.get(key, len(rank))
    before = [pair for pair in owner.pairs if rank.get(pair[0].text, len(rank)) < mine]
    return (before or owner.pairs[:1] or [(None, None)])[-1][1]


def filled_in(owner: Mapping, key: str, old: Scalar, value: Field, manuscript: Manuscript) -> Splice:
    """The value of a key that stands there without one."""
    line, column = old.start
    touches = manuscript.lines[line][:column].endswith(":")
    new = written(value, margin_of(owner) + INDENT, owner.is_flow)
    return Splice(old.start, old.end, f" {new}" if touches else new)


def in_brackets(old: List, text: str) -> Splice:
    if old.items:
        end = old.items[-1].end
        return Splice(end, end, f", {text}")
    return Splice(inside(old.start), inside(old.start), text)


def inside(start: Point) -> Point:
    return (start[0], start[1] + 1)


def with_field(data: Value, path: Path, value: Value) -> Value:
    """A copy of `data` with that value: what the file has to say afterwards."""
    if not path:
        return value
    step, *rest = path
    if isinstance(step, int):
        items = list(data) if isinstance(data, list) else []
        items[step] = with_field(items[step], tuple(rest), value)
        return items
    parts = dict(data) if isinstance(data, dict) else {}
    parts[step] = with_field(parts.get(step, {}), tuple(rest), value)
    return parts
