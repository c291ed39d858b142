"""A text as it lies in a file, byte order mark and ends of lines included, and pieces put into it.

The values of a YAML text with the place where each begins and ends. Only for texts that can be read.

Values as an editor would write them: plain where that is understood, else between quotation marks.
"""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property

from yaml import events as yaml_events

from .reader import FastEvents, parsed_events, without_stray_tabs
from .source import Mark, with_plain_newlines

Point = tuple[int, int]
"""Line and column, both from 0, in the text with plain newlines."""

END = re.compile(r"\r\n|\r|\n")
BOM = "\ufeff"


@dataclass(frozen=True, slots=True)
class TextEdit:
    """What stands from `start` to `end` becomes `text`, whose lines end in \\n here."""

    start: Point
    end: Point
    text: str


@dataclass(frozen=True)
class SourceText:
    """`raw`: the whole file, decoded and otherwise untouched."""

    raw: str

    @cached_property
    def text(self) -> str:
        """As the reader of YAML wants it."""
        return with_plain_newlines(self.raw)

    @cached_property
    def lines(self) -> list[str]:
        """Of `text`; an end of the last line makes an empty one after it."""
        return self.text.split("\n")

    @cached_property
    def line_end(self) -> str:
        """The one the file uses, for lines that are added."""
        found = END.search(self.raw)
        return found[0] if found else "\n"

    @cached_property
    def _starts(self) -> list[int]:
        """Where each line begins in `raw`."""
        first = len(BOM) if self.raw.startswith(BOM) else 0
        return [first, *(match.end() for match in END.finditer(self.raw))]

    def offset(self, point: Point) -> int:
        line, column = point
        return self._starts[line] + column

    def with_splices(self, splices: Iterable[TextEdit]) -> str:
        """Splices at one point are put there in the order in which they are given."""
        parts, done = [], 0
        for splice in sorted(splices, key=lambda splice: splice.start):
            start, end = self.offset(splice.start), self.offset(splice.end)
            parts += [self.raw[done:start], splice.text.replace("\n", self.line_end)]
            done = max(done, end)
        return "".join((*parts, self.raw[done:]))

    def lines_after(self, number: int, added: Iterable[str]) -> TextEdit:
        """New lines below line `number`."""
        if number + 1 < len(self.lines):
            return TextEdit((number + 1, 0), (number + 1, 0), "".join(f"{line}\n" for line in added))
        end = (number, len(self.lines[number]))
        return TextEdit(end, end, "".join(f"\n{line}" for line in added))


BLOCK_STYLES = ("|", ">")


@dataclass(frozen=True, slots=True)
class ScalarNode:
    """`end` is behind the last word; for a value that is left out, `start`."""

    start: Point
    end: Point
    text: str
    style: str

    @property
    def is_left_out(self) -> bool:
        return self.start == self.end


@dataclass(frozen=True, slots=True)
class SequenceNode:
    start: Point
    end: Point
    is_flow: bool
    items: tuple["Node", ...]


@dataclass(frozen=True, slots=True)
class MappingNode:
    start: Point
    end: Point
    is_flow: bool
    pairs: tuple[tuple[ScalarNode, "Node"], ...]

    def value(self, key: str) -> "Node | None":
        return next((value for name, value in self.pairs if name.text == key), None)

    def key(self, key: str) -> ScalarNode | None:
        return next((name for name, _ in self.pairs if name.text == key), None)


Node = ScalarNode | SequenceNode | MappingNode


def root_of(source_text: SourceText) -> Node | None:
    """The value of the whole text; None when there is nothing but comments."""
    stream = parsed_events(FastEvents(without_stray_tabs(source_text.text)))
    for event in stream:
        if isinstance(event, yaml_events.NodeEvent):
            return node(event, stream, source_text)
    return None


def node(event: yaml_events.Event, stream: Iterator[yaml_events.Event], source_text: SourceText) -> Node:
    start = point(event.start_mark)
    match event:
        case yaml_events.ScalarEvent():
            return scalar_node(event, start, source_text)
        case yaml_events.SequenceStartEvent():
            items, end = children(stream, source_text)
            return SequenceNode(start, end_of(event, items, end), bool(event.flow_style), items)
        case yaml_events.MappingStartEvent():
            parts, end = children(stream, source_text)
            halves = zip(parts[::2], parts[1::2])
            pairs = tuple((key, value) for key, value in halves if isinstance(key, ScalarNode))
            return MappingNode(start, end_of(event, parts, end), bool(event.flow_style), pairs)
    raise TypeError(f"{event}: the text has not been read before")


def point(mark: Mark | None) -> Point:
    assert mark  # every event of a parser has its place
    return (mark.line, mark.column)


def children(
    stream: Iterator[yaml_events.Event], source_text: SourceText
) -> tuple[tuple[Node, ...], yaml_events.Event]:
    found: list[Node] = []
    for event in stream:
        if isinstance(event, yaml_events.CollectionEndEvent):
            break
        found.append(node(event, stream, source_text))
    return tuple(found), event


def end_of(event: yaml_events.CollectionStartEvent, parts: tuple[Node, ...], end: yaml_events.Event) -> Point:
    """Without brackets, a collection ends with the last thing in it; YAML's own mark lies far below."""
    if event.flow_style or not parts:
        return point(end.end_mark)
    return parts[-1].end


def scalar_node(event: yaml_events.ScalarEvent, start: Point, source_text: SourceText) -> ScalarNode:
    end = point(event.end_mark)
    style = event.style or ""
    if style in BLOCK_STYLES:
        end = end_of_block(start, end, source_text)
    return ScalarNode(start, end, event.value, style)


def end_of_block(start: Point, end: Point, source_text: SourceText) -> Point:
    """Behind the last line that says something."""
    last = end[0] if end[1] else end[0] - 1
    while last > start[0] and not source_text.lines[last].strip():
        last -= 1
    return (last, len(source_text.lines[last]))


Field = str | Sequence[str] | Mapping[str, str]
"""What is written after a key: a text, a list of texts, or texts by key."""

# Narrower than YAML, so that other tools read the same as we do.
PLAIN = re.compile(r"[\w/(«+][^\x00-\x1f\x7f-\x9f]*")
NOT_PLAIN = re.compile(r":(?=\s|$)|\s#|\s$")
NOT_PLAIN_IN_FLOW = re.compile(r"[,\[\]{}?\"'`]|:(?!//)")
OTHER_MEANING = re.compile(r"null|0\d+|[\d_]+:[\d:_]+", re.IGNORECASE)
ESCAPES = str.maketrans({"\\": "\\\\", '"': '\\"', "\n": "\\n", "\t": "\\t"})


def written_value(value: Field, margin: int, in_flow: bool = False, style: str = "") -> str:
    """What stands after "key: ".

    margin: the column of lines that go on below. style: of the text that stood there before.
    """
    if isinstance(value, str):
        return scalar(value, margin, in_flow, style)
    if isinstance(value, Mapping):
        pairs = (f"{scalar(key, 0, True)}: {scalar(part, 0, True)}" for key, part in value.items())
        return "{" + ", ".join(pairs) + "}"
    return "[" + ", ".join(scalar(part, 0, True) for part in value) + "]"


def scalar(text: str, margin: int, in_flow: bool, style: str = "") -> str:
    if "\n" in text and not in_flow and fits_block(text):
        return literal(text, margin)
    if style not in ("'", '"') and is_plain(text, in_flow):
        return text
    return f'"{text.translate(ESCAPES)}"'


def is_plain(text: str, in_flow: bool) -> bool:
    return (
        PLAIN.fullmatch(text) is not None
        and NOT_PLAIN.search(text) is None
        and OTHER_MEANING.fullmatch(text) is None
        and not (in_flow and NOT_PLAIN_IN_FLOW.search(text))
    )


def fits_block(text: str) -> bool:
    """Whether a "|" keeps it: indentation of the first line and tabs would be understood otherwise."""
    return not text[:1].isspace() and "\t" not in text


def literal(text: str, margin: int) -> str:
    lines = (f"{' ' * margin}{line}" if line.strip() else "" for line in text.rstrip("\n").split("\n"))
    return "\n".join(("|", *lines))
