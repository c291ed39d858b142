"""What a program wrote anew, put into the file as it was: only what is meant differs afterwards.

Comments, order, quotes, brackets and blank lines stay wherever the meaning stays. What has no place of its
own in the old text is written in the manner of the house. Each changed entry is read again; what does not say
what was meant is written anew alone, and a file that does not is taken as the program wrote it.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from ...problems import ContentError
from .editor import below_comments, end_of, start_of
from .matching import pairs
from .notation import is_same, pruned, wanted
from .reader import read_tree
from .source import decode
from .text_edits import BOM, SourceText, fits_block, scalar
from .tree import Items, Node, Point, Step, Value

INDENT = 2
WIDEST = 110
HEADER = re.compile(r"[|>][-+]?")
Lines = list[str]
Range = tuple[int, int]
"""First line and the one after the last."""


def rewritten(raw: bytes, meant: Value, file: str) -> bytes | None:
    """`raw` so that it says what is `meant`; None where that cannot be had in place."""
    decode(raw, file)
    source = SourceText(raw.decode("utf-8"))
    before = read_tree(source.text, file).data
    if is_same(before, meant, source):
        return raw
    if not isinstance(meant, dict) or before.is_flow or not before.marks:
        return None
    text = "\n".join(Rewriting(source, file).file(before, meant))
    return encoded(text, source) if says(text, meant, file) else None


def encoded(text: str, source: SourceText) -> bytes:
    mark = BOM if source.raw.startswith(BOM) else ""
    return (mark + text.replace("\n", source.line_end)).encode("utf-8")


def says(text: str, meant: Value, file: str) -> bool:
    """Whether the text, read again, means that."""
    try:
        found = read_tree(text, file).data
    except ContentError:
        return False
    return is_same(found, meant, SourceText(text))


@dataclass(frozen=True, slots=True)
class Rewriting:
    """One file at work. Every method gives whole lines, or the text of one value."""

    source: SourceText
    file_name: str

    def file(self, before: Node, meant: dict[str, Value]) -> Lines:
        lines = self.source.lines
        first, last = self.bounds(before)
        return [*lines[:first], *self.mapping(before, meant), *lines[last:]]

    def bounds(self, owner: Node | Items) -> Range:
        steps = list(owner.marks)
        return self.chunk(owner, steps[0])[0], self.chunk(owner, steps[-1])[1]

    def chunk(self, owner: Node | Items, step: Step) -> Range:
        """The lines of a field or an entry, with the comments that stand further right below it."""
        margin = owner.start[1]
        first = self.dash(owner, step) if isinstance(owner, Items) else owner.marks[step][4]
        end = max(first, end_of(owner, step, self.source)[0])
        return first, below_comments(end, margin, self.source) + 1

    def dash(self, owner: Items, step: Step) -> int:
        line, column = start_of(owner, step)[0], owner.start[1]
        while line > owner.start[0] and self.source.lines[line][column : column + 1] != "-":
            line -= 1
        return line

    def mapping(self, before: Node, meant: dict[str, Value]) -> Lines:
        """A dict of one field a line; the dash before its first field stays."""
        margin, kept = before.start[1], wanted(before, meant)
        first = self.bounds(before)[0]
        prefix = self.source.lines[first][:margin]
        places = new_places(before, kept)
        lines: Lines = []
        done = first
        for step in before.marks:
            start, end = self.chunk(before, step)
            gap = self.source.lines[done:start]
            if str(step) in kept or step not in before:
                lines += [*gap, *self.field(before, str(step), kept.get(str(step)))]
            else:
                lines += left_of_gap(gap, margin)
            for key in places.get(str(step), ()):
                lines += written_field(key, kept[key], margin)
            done = end
        for key in places.get("", ()):
            lines += written_field(key, kept[key], margin)
        return with_prefix(lines, prefix)

    def field(self, owner: Node, key: str, meant: Value | None) -> Lines:
        first, last = self.chunk(owner, key)
        lines = self.source.lines[first:last]
        old = owner.get(key)
        if meant is None or (old is not None and is_same(old, meant, self.source, start_of(owner, key))):
            return lines
        margin = owner.start[1]
        made = self.changed_field(owner, key, meant, (first, last))
        if made is not None and says("\n".join(blanked(made, margin)), {key: meant}, self.file_name):
            return made
        return with_prefix(written_field(key, meant, margin), self.source.lines[first][:margin])

    def changed_field(self, owner: Node, key: str, meant: Value, chunk: Range) -> Lines | None:
        old = owner.get(key)
        lines = self.source.lines
        if isinstance(old, Node | Items) and not self.is_inline(old):
            first, last = self.bounds(old)
            inner = self.below(old, meant)
            return [*lines[chunk[0] : first], *inner, *lines[last : chunk[1]]] if inner else None
        text = self.inline(old, meant, start_of(owner, key), owner.start[1])
        if text is None:
            return None
        return self.spliced(start_of(owner, key), end_of(owner, key, self.source), text, chunk)

    def below(self, old: Node | Items, meant: Value) -> Lines | None:
        if isinstance(old, Node) and isinstance(meant, dict):
            return self.mapping(old, meant)
        if isinstance(old, Items) and isinstance(meant, list):
            return self.entries(old, meant)
        return None

    def is_inline(self, value: Node | Items) -> bool:
        return value.is_flow or not value.marks

    def inline(self, old: Value | None, meant: Value, start: Point, margin: int) -> str | None:
        """The text of a value that stands behind its key or its dash; None where it has no room there."""
        if isinstance(meant, str):
            if isinstance(old, str):
                return self.scalar(old, meant, start, margin)
            touches = self.source.lines[start[0]][: start[1]].endswith(":")
            return (" " if touches else "") + scalar(meant, margin + INDENT, False) if old is None else None
        is_alike = isinstance(old, Node) == isinstance(meant, dict)
        return self.flow(old, meant) if isinstance(old, Node | Items) and old.is_flow and is_alike else None

    def scalar(self, old: str, meant: str, start: Point, margin: int) -> str:
        line = self.source.lines[start[0]][start[1] :]
        header = HEADER.match(line)
        if header and fits_block(meant) and meant.strip():
            return self.block(header[0], meant, start, margin)
        if "'" == line[:1] and "\n" not in meant and "\t" not in meant:
            return "'" + meant.replace("'", "''") + "'"
        return scalar(meant, margin + INDENT, False, line[:1] in ("'", '"'))

    def block(self, header: str, meant: str, start: Point, margin: int) -> str:
        """Under the same sign, as far to the right as it was."""
        rest = self.source.lines[start[0]][start[1] + len(header) :]
        below = next((line for line in self.source.lines[start[0] + 1 :] if line.strip()), "")
        indent = max(len(below) - len(below.lstrip(" ")), margin + 1)
        texts = meant.rstrip("\n").split("\n")
        if header[0] == ">":
            texts = list(self.folded(texts, start))
        return "\n".join((header + rest, *(" " * indent + text if text.strip() else "" for text in texts)))

    def folded(self, texts: Sequence[str], start: Point) -> Iterator[str]:
        """Paragraphs that stay keep their lines."""
        old: dict[str, Lines] = {}
        paragraph: Lines = []
        for line in self.source.lines[start[0] + 1 :]:
            if line.strip():
                paragraph.append(line.strip())
            else:
                old[" ".join(paragraph)] = paragraph
                paragraph = []
        old[" ".join(paragraph)] = paragraph
        for number, text in enumerate(texts):
            if number:
                yield ""
            yield from old.get(text, [text] if text else [])

    def spliced(self, start: Point, end: Point, text: str, chunk: Range) -> Lines:
        """The lines of `chunk` with that text from start to end."""
        lines = self.source.lines
        head = lines[start[0]][: start[1]]
        tail = lines[end[0]][end[1] :] if "\n" not in text else ""
        middle = (head + text + tail).split("\n")
        return [*lines[chunk[0] : start[0]], *middle, *lines[end[0] + 1 : chunk[1]]]

    def flow(self, old: Node | Items, meant: Value) -> str | None:
        """Between its brackets, with what separated its parts."""
        steps = list(old.marks)
        if not steps:
            return flow_text(meant)
        spots = [self.spot(old, step) for step in steps]
        gaps = [self.between(one[1], two[0]) for one, two in pairwise(spots)]
        usual = next((gap for gap in gaps if "#" not in gap), ", ")
        opening, closing = self.between(old.start, spots[0][0]), self.between(spots[-1][1], old.end)
        text, last = opening, -1
        for count, (number, part) in enumerate(self.flow_parts(old, steps, meant)):
            if count:
                text += gaps[last] if number is not None and last >= 0 and number == last + 1 else usual
            text += part
            last = -2 if number is None else number
        return text + closing

    def spot(self, old: Node | Items, step: Step) -> tuple[Point, Point]:
        marks = old.marks[step]
        start = marks[4:6] if isinstance(old, Node) else marks[:2]
        return start, end_of(old, step, self.source)

    def flow_parts(
        self, old: Node | Items, steps: Sequence[Step], meant: Value
    ) -> Iterator[tuple[int | None, str]]:
        """Each part as it will be written, with the number of the old one that it was."""
        if isinstance(old, Items) and isinstance(meant, list):
            for number, value in pairs(old, meant, self.source):
                yield number, self.flow_value(old, number, value)
        elif isinstance(old, Node) and isinstance(meant, dict):
            kept = wanted(old, meant)
            for key in (*(str(step) for step in steps if step in kept), *(k for k in kept if k not in steps)):
                number = steps.index(key) if key in steps else None
                name = flow_text(key)
                if number is not None:
                    name = self.between(old.marks[key][4:6], old.marks[key][:2])
                    yield number, name + self.flow_value(old, key, kept[key])
                else:
                    yield None, f"{name}: {flow_text(kept[key])}"

    def flow_value(self, old: Node | Items, step: Step | None, meant: Value) -> str:
        if step is None:
            return flow_text(meant)
        start, end = start_of(old, step), end_of(old, step, self.source)
        value = old[step]  # type: ignore[index]
        if is_same(value, meant, self.source, start):
            return self.between(start, end)
        if isinstance(value, Node | Items) and type(meant) in (dict, list):
            return self.flow(value, meant) or flow_text(meant)
        in_quotes = self.source.opens_with(start, "'\"")
        return scalar(meant, 0, True, in_quotes) if isinstance(meant, str) else flow_text(meant)

    def between(self, start: Point, end: Point) -> str:
        lines = self.source.lines
        if start[0] == end[0]:
            return lines[start[0]][start[1] : end[1]]
        return "\n".join(
            (lines[start[0]][start[1] :], *lines[start[0] + 1 : end[0]], lines[end[0]][: end[1]])
        )

    def entries(self, old: Items, meant: list[Value]) -> Lines:
        """A list of one entry below the other; what stood above an entry goes with it."""
        chunks = [self.chunk(old, number) for number in range(len(old))]
        gaps = [self.source.lines[one[1] : two[0]] for one, two in pairwise(chunks)]
        spaced = sum("" in map(str.strip, gap) for gap in gaps)
        spacing = [""] if spaced * 2 > len(gaps) else []
        lines: Lines = []
        for number, value in pairs(old, meant, self.source):
            if lines:
                lines += gaps[number - 1] if number else spacing
            elif number:
                lines += [line for line in gaps[number - 1] if line.strip()]
            lines += self.new_entry(old, value) if number is None else self.entry(old, number, value)
        return lines

    def entry(self, old: Items, number: int, meant: Value) -> Lines:
        first, last = self.chunk(old, number)
        value, start = old[number], start_of(old, number)
        if is_same(value, meant, self.source, start):
            return self.source.lines[first:last]
        made: Lines | None = None
        if isinstance(value, Node) and isinstance(meant, dict) and not self.is_inline(value):
            inner = self.bounds(value)
            lines = self.source.lines
            made = [*lines[first : inner[0]], *self.mapping(value, meant), *lines[inner[1] : last]]
        else:
            text = self.inline(value, meant, start, old.start[1])
            made = (
                None
                if text is None
                else self.spliced(start, end_of(old, number, self.source), text, (first, last))
            )
        if made is not None and says("\n".join(("list:", *made)), {"list": [meant]}, self.file_name):
            return made
        return self.new_entry(old, meant)

    def new_entry(self, old: Items, meant: Value) -> Lines:
        """As the entries beside it: between brackets where they are."""
        margin = old.start[1]
        is_flow = all(isinstance(one, Node) and one.is_flow for one in old) and bool(old)
        if isinstance(meant, dict) and is_flow:
            return [f"{' ' * margin}- {flow_text(meant)}"]
        return written_entry(meant, margin)


def new_places(before: Node, kept: dict[str, Value]) -> dict[str, Lines]:
    """The keys that are new, by the one that they follow; "" for the end."""
    places: dict[str, Lines] = {}
    above = ""
    for key in kept:
        if key in before.marks:
            above = key
        else:
            places.setdefault(above, []).append(key)
    return places


def left_of_gap(gap: Lines, margin: int) -> Lines:
    """What stays of the lines above a field that goes: not the comment that stands directly above it."""
    kept = list(gap)
    while kept and kept[-1].strip():
        kept.pop()
    return kept if any(line.strip() for line in kept) else []


def blanked(lines: Lines, margin: int) -> Lines:
    """Without the dash before the first line."""
    return [" " * margin + lines[0][margin:], *lines[1:]]


def with_prefix(lines: Lines, prefix: str) -> Lines:
    """The dash stands before whatever comes first now."""
    if not lines or not prefix.strip():
        return lines
    rest = [" " * len(prefix) + line[len(prefix) :] if line.startswith(prefix) else line for line in lines]
    return [prefix + rest[0][len(prefix) :], *rest[1:]]


def flow_text(value: Value) -> str:
    value = pruned(value)
    if isinstance(value, str):
        return scalar(value, 0, True)
    if isinstance(value, list):
        return "[" + ", ".join(map(flow_text, value)) + "]"
    return "{" + ", ".join(f"{scalar(key, 0, True)}: {flow_text(part)}" for key, part in value.items()) + "}"


def fits_line(value: Value, margin: int) -> bool:
    """Whether it is small enough to stand behind its key."""
    if isinstance(value, list):
        return all(isinstance(part, str) and "\n" not in part for part in value)
    text = flow_text(value)
    return not value or (
        len(text) + margin <= WIDEST and "\\n" not in text and "[" not in text and "{" not in text[1:]
    )


def written_field(key: str, value: Value, margin: int) -> Lines:
    """In the manner of the house."""
    value = pruned(value)
    name = f"{' ' * margin}{scalar(key, 0, True)}:"
    if isinstance(value, str):
        return f"{name} {scalar(value, margin + INDENT, False)}".split("\n")
    if fits_line(value, margin):
        return [f"{name} {flow_text(value)}"]
    return [name, *written_block(value, margin + INDENT)]


def written_block(value: Value, margin: int) -> Lines:
    if isinstance(value, dict):
        return [line for key, part in value.items() for line in written_field(key, part, margin)]
    return [line for part in value for line in written_entry(part, margin)]


def written_entry(value: Value, margin: int) -> Lines:
    dash, value = f"{' ' * margin}- ", pruned(value)
    if isinstance(value, dict) and value:
        lines = written_block(value, margin + INDENT)
        return [dash + lines[0][len(dash) :], *lines[1:]]
    text = scalar(value, margin + INDENT, False) if isinstance(value, str) else flow_text(value)
    return (dash + text).split("\n")
