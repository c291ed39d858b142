"""The values of a YAML text with the place where each begins and ends. Only for texts that can be read."""

from collections.abc import Iterator
from dataclasses import dataclass

from yaml import events as yaml_events

from ..yaml_events import FastEvents, events, without_stray_tabs
from .manuscript import Manuscript, Point

BLOCK_STYLES = ("|", ">")


@dataclass(frozen=True, slots=True)
class Scalar:
    """`end` is behind the last word; for a value that is left out, `start`."""

    start: Point
    end: Point
    text: str
    style: str

    @property
    def is_left_out(self) -> bool:
        return self.start == self.end


@dataclass(frozen=True, slots=True)
class List:
    start: Point
    end: Point
    is_flow: bool
    items: tuple["Node", ...]


@dataclass(frozen=True, slots=True)
class Mapping:
    start: Point
    end: Point
    is_flow: bool
    pairs: tuple[tuple[Scalar, "Node"], ...]

    def value(self, key: str) -> "Node | None":
        return next((value for name, value in self.pairs if name.text == key), None)

    def key(self, key: str) -> Scalar | None:
        return next((name for name, _ in self.pairs if name.text == key), None)


Node = Scalar | List | Mapping


def root_of(manuscript: Manuscript) -> Node | None:
    """The value of the whole text; None when there is nothing but comments."""
    stream = events(FastEvents(without_stray_tabs(manuscript.text)))
    for event in stream:
        if isinstance(event, yaml_events.NodeEvent):
            return node(event, stream, manuscript)
    return None


def node(event: yaml_events.Event, stream: Iterator[yaml_events.Event], manuscript: Manuscript) -> Node:
    start = (event.start_mark.line, event.start_mark.column)
    match event:
        case yaml_events.SequenceStartEvent():
            items, end = children(stream, manuscript)
            return List(start, end_of(event, items, end), event.flow_style, items)
        case yaml_events.MappingStartEvent():
            parts, end = children(stream, manuscript)
            pairs = tuple(zip(parts[::2], parts[1::2]))
            return Mapping(start, end_of(event, parts, end), event.flow_style, pairs)
    return scalar(event, start, manuscript)


def children(
    stream: Iterator[yaml_events.Event], manuscript: Manuscript
) -> tuple[tuple[Node, ...], yaml_events.Event]:
    found: list[Node] = []
    for event in stream:
        if isinstance(event, yaml_events.CollectionEndEvent):
            break
        found.append(node(event, stream, manuscript))
    return tuple(found), event


def end_of(event: yaml_events.CollectionStartEvent, parts: tuple[Node, ...], end: yaml_events.Event) -> Point:
    """Without brackets, a collection ends with the last thing in it; YAML's own mark lies far below."""
    if event.flow_style or not parts:
        return (end.end_mark.line, end.end_mark.column)
    return parts[-1].end


def scalar(event: yaml_events.ScalarEvent, start: Point, manuscript: Manuscript) -> Scalar:
    end = (event.end_mark.line, event.end_mark.column)
    style = event.style or ""
    if style in BLOCK_STYLES:
        end = end_of_block(start, end, manuscript)
    return Scalar(start, end, event.value, style)


def end_of_block(start: Point, end: Point, manuscript: Manuscript) -> Point:
    """Behind the last line that says something."""
    last = end[0] if end[1] else end[0] - 1
    while last > start[0] and not manuscript.lines[last].strip():
        last -= 1
    return (last, len(manuscript.lines[last]))
