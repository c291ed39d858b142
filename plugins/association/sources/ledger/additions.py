"""Entries added at the end of a list of the file, in the manner of those that stand there."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from .edits import INDENT, Entry, NotEditable, in_brackets, inside
from .manuscript import Manuscript, Splice
from .nodes import List, Mapping, Node, Scalar
from .scalars import scalar, written


@dataclass(frozen=True, slots=True)
class AddEntries:
    """`list_name` is made when there is no such list yet."""

    list_name: str
    entries: Sequence[Entry]

    def splices(self, root: Node | None, manuscript: Manuscript) -> Iterator[Splice]:
        if root is None:
            yield at_the_end(self, 0, manuscript)
            return
        if not isinstance(root, Mapping):
            raise NotEditable
        old = root.value(self.list_name)
        if isinstance(old, List) and old.items:
            yield below(self, old, manuscript)
        elif isinstance(old, List | Scalar):
            yield from instead_of_nothing(self, root, old, manuscript)
        elif root.is_flow:
            yield in_braces(self, root)
        else:
            yield at_the_end(self, root.start[1], manuscript)


def at_the_end(add: AddEntries, margin: int, manuscript: Manuscript) -> Splice:
    """The list, new, below everything else."""
    lines = [f"{' ' * margin}{add.list_name}:", *spaced(add.entries, margin + INDENT)]
    last = len(manuscript.lines) - 1
    if not manuscript.text:
        return Splice((0, 0), (0, 0), "".join(f"{line}\n" for line in lines))
    if manuscript.lines[last]:
        return manuscript.lines_after(last, ["", *lines])
    is_spaced = last > 0 and not manuscript.lines[last - 1].strip()
    return Splice((last, 0), (last, 0), "".join(f"{line}\n" for line in ([] if is_spaced else [""]) + lines))


def below(add: AddEntries, old: List, manuscript: Manuscript) -> Splice:
    if old.is_flow:
        return in_brackets(old, ", ".join(map(in_flow, add.entries)))
    margin, last = old.start[1], old.items[-1]
    width = last.start[1] - margin if last.start[0] == old_dash(old, manuscript) else INDENT
    is_spaced = len(old.items) < 2 or not manuscript.lines[old_dash(old, manuscript) - 1].strip()
    lines = list(spaced(add.entries, margin, width, is_spaced))
    end = below_comments(last.end[0], margin, manuscript)
    return manuscript.lines_after(end, ["", *lines] if is_spaced else lines)


def old_dash(old: List, manuscript: Manuscript) -> int:
    """The line on which the last entry has its "-"."""
    line = old.items[-1].start[0]
    while line > old.start[0] and manuscript.lines[line][old.start[1] : old.start[1] + 1] != "-":
        line -= 1
    return line


def instead_of_nothing(
    add: AddEntries, root: Mapping, old: List | Scalar, manuscript: Manuscript
) -> Iterator[Splice]:
    """The key stands there, with no value or with []."""
    if isinstance(old, Scalar) and old.text not in ("", "~", "null"):
        raise NotEditable
    line, column = old.start
    before = manuscript.lines[line][:column].rstrip(" ")
    if root.is_flow:
        yield Splice((line, len(before)), old.end, f" [{', '.join(map(in_flow, add.entries))}]")
        return
    key = root.key(add.list_name)
    yield Splice((line, len(before)), old.end, "")
    margin = key.start[1]
    end = below_comments(old.end[0], margin, manuscript)
    yield manuscript.lines_after(end, spaced(add.entries, margin + INDENT))


def in_braces(add: AddEntries, root: Mapping) -> Splice:
    text = f"{add.list_name}: [{', '.join(map(in_flow, add.entries))}]"
    if not root.pairs:
        return Splice(inside(root.start), inside(root.start), text)
    end = root.pairs[-1][1].end
    return Splice(end, end, f", {text}")


def below_comments(line: int, margin: int, manuscript: Manuscript) -> int:
    """The last line of comments that follow directly and stand further right than `margin`."""
    for number in range(line + 1, len(manuscript.lines)):
        text = manuscript.lines[number]
        if not text.lstrip(" ").startswith("#") or len(text) - len(text.lstrip(" ")) <= margin:
            break
        line = number
    return line


def spaced(
    entries: Sequence[Entry], margin: int, width: int = INDENT, is_spaced: bool = True
) -> Iterator[str]:
    for number, entry in enumerate(entries):
        if number and is_spaced:
            yield ""
        yield from lines_of(entry, margin, width)


def lines_of(entry: Entry, margin: int, width: int) -> Iterator[str]:
    """`- id: …` and the other fields below it."""
    column = margin + width
    dash = f"{' ' * margin}-".ljust(column)
    for key, value in entry.fields:
        first, *others = f"{key}: {written(value, column + INDENT)}".split("\n")
        yield dash + first
        yield from others
        dash = " " * column
    yield from (f"{' ' * column}# {note}" for note in entry.notes)


def in_flow(entry: Entry) -> str:
    pairs = (f"{scalar(key, 0, True)}: {written(value, 0, True)}" for key, value in entry.fields)
    return "{" + ", ".join(pairs) + "}"
