"""The strict reader of YAML: text in, a tree with places out, or every reason why not.

Built from the events of a parser, so that aliases, anchors and tags are seen as they are written: by
libyaml where PyYAML was built with it, which takes half the time, otherwise in pure Python. Scalars stay
text: `01000`, `18:30` and `NO` mean what they look like. No recursion, so that no nesting, however deep,
exhausts Python's stack.
"""

import re
from collections.abc import Callable, Iterator
from itertools import islice
from typing import ClassVar, Final, Protocol, TypeAlias

import yaml
from yaml import events
from yaml.error import MarkedYAMLError
from yaml.events import Event
from yaml.parser import Parser
from yaml.reader import Reader
from yaml.scanner import Scanner

from ...problems import ContentError, Problem
from . import messages
from .comments import Cuts
from .errors import is_told_alike, missing_space_at_top, problem_of, wrong_escape
from .pasted import conflicts, tree_meant
from .source import (
    LARGEST,
    UNWANTED,
    Mark,
    Refusal,
    Source,
    invisible_character,
    invisible_characters,
    too_large,
    with_plain_newlines,
)
from .tree import NOWHERE, Items, Node, Origin, Path, Point, Tree, Value

DEEPEST = 20
MOST_TOLD = 1000
MOST_EVENTS = 400_000
"""Each key and each value is one, each list and each mapping two: some four thousand members."""
EMPTY_WORDS: Final = frozenset(("~", "null"))
NAMELESS: Final = ""  # stands for a key that is wrong: its value is left out
GAPS = re.compile(r"(?<=[^ \t\n])[ \t]+|^[ \t]+$", re.MULTILINE)


class PureEvents(Reader, Scanner, Parser):
    def __init__(self, text: str) -> None:
        Reader.__init__(self, text)
        Scanner.__init__(self)
        Parser.__init__(self)


class Events(Protocol):
    """A parser at work."""

    def get_event(self) -> Event | None: ...


EventParser = Callable[[str], Events]
FastEvents: EventParser = PureEvents

if yaml.__with_libyaml__:
    from yaml._yaml import CParser

    FastEvents = CParser


# What the events of a parser hold: PyYAML's own classes also serve events without places.
class Marked(Protocol):
    start_mark: Mark
    end_mark: Mark


class Decorated(Marked, Protocol):
    anchor: str | None
    tag: str | None


class WrittenScalar(Decorated, Protocol):
    value: str
    style: str | None


class WrittenCollection(Decorated, Protocol):
    flow_style: bool


class WrittenAlias(Marked, Protocol):
    anchor: str


class DocumentStart(Marked, Protocol):
    version: tuple[int, int] | None
    tags: dict[str, str] | None


def read_tree(text: str, file: str, first_line: int = 1) -> Tree:
    """The tree of a text in which everything is accepted; else ContentError.

    first_line: of `file`, on which `text` begins.
    """
    tree = lenient_tree(text, file, first_line)
    if tree.problems:
        raise ContentError(tree.problems)
    return tree


def lenient_tree(text: str, file: str, first_line: int = 1, parser: EventParser = FastEvents) -> Tree:
    """The tree as far as it can be understood, what is wrong with it in `problems`.

    `validation.parse` hands these problems on, with those of the fields. A text
    that is not YAML at all has no tree: ContentError.
    """
    source = Source(without_stray_tabs(with_plain_newlines(text)), file, first_line)
    if len(source.text) > LARGEST:
        raise ContentError([too_large(file, len(source.text))])
    problems = tuple(invisible_characters(source, UNWANTED))
    if problems:
        raise ContentError(problems)
    if problems := conflicts(source):
        raise ContentError(problems)
    return tree_meant(source, lambda meant: tree_from_events(meant, parser))


def tree_from_events(source: Source, parser_type: EventParser) -> Tree:
    builder = TreeBuilder(source)
    parser = parser_type(source.text)
    try:
        builder.take(parsed_events(parser))
    except Stop:
        pass
    except MarkedYAMLError as error:
        if parser_type is not PureEvents and not is_told_alike(source, error):
            return tree_from_events(source, PureEvents)
        # brackets that a cut leaves open are no second mistake
        told = () if builder.is_cut_in_brackets else (problem_of(source, error),)
        raise ContentError([*builder.problems, *told]) from error
    except (ValueError, OverflowError) as error:
        if not isinstance(parser, PureEvents):
            raise
        # chr() of an escape such as \UFFFFFFFF
        raise ContentError([*builder.problems, wrong_escape(source, parser.get_mark())]) from error
    return builder.tree()


def without_stray_tabs(text: str) -> str:
    """`text` with a space for each tab that indents nothing: the two parsers disagree on those."""
    return GAPS.sub(lambda gap: " " * len(gap[0]), text) if "\t" in text else text


class Stop(Exception):
    """What follows cannot mean anything."""


class TopLevel:
    """Around everything; takes the one value of the document."""

    key: str | None = NAMELESS

    def __init__(self) -> None:
        self.value: Value | None = None
        self.start = NOWHERE
        self.last: Mark | None = None

    def put(self, value: Value | None, event: Marked) -> None:
        self.value, self.start = value, point(event.start_mark)

    def path(self) -> Path:
        return ()


class OpenList:
    """A list that is being read. `key` is never None: a list does not wait for one.

    last: where the last thing in it ends.
    """

    __slots__ = ("key", "last", "part")

    def __init__(self, part: Items) -> None:
        self.part = part
        self.key: str | None = NAMELESS
        self.last: Mark | None = None

    def put(self, value: Value | None, event: Marked) -> None:
        part, start, end = self.part, event.start_mark, event.end_mark
        self.last = end
        if value is not None:
            part.marks[len(part)] = (start.line, start.column, end.line, end.column, *NOWHERE)
            part.append(value)

    def path(self) -> Path:
        """Of the item that comes next."""
        return (*self.part.path, len(self.part))


class OpenMapping:
    """A mapping that is being read. `key` waits for its value; None while the mapping waits for a key.

    holds_two: an entry whose first key came again, and with it another entry.
    """

    __slots__ = ("holds_two", "key", "key_mark", "last", "part")

    def __init__(self, part: Node) -> None:
        self.part = part
        self.holds_two = False
        self.key: str | None = None
        self.key_mark: Mark | None = None
        self.last: Mark | None = None

    def put(self, value: Value | None, event: Marked) -> None:
        """A key without value leaves only its place behind."""
        part, key, own = self.part, self.key, self.key_mark
        start, end = event.start_mark, event.end_mark
        self.key, self.last = None, end
        if key and own:
            part.marks[key] = (start.line, start.column, end.line, end.column, own.line, own.column)
            if value is not None:
                part[key] = value

    def path(self) -> Path:
        """Of the value that comes next."""
        return (*self.part.path, self.key or NAMELESS)


Frame: TypeAlias = TopLevel | OpenList | OpenMapping


class TreeBuilder:
    """Takes events in turn; `tree` is what has been understood so far."""

    def __init__(self, source: Source) -> None:
        self.source = source
        self.problems: list[Problem] = []
        self.cuts = Cuts(source)
        self.is_cut_in_brackets = False
        self.origin = Origin(source.file, source.first_line)
        self.top = TopLevel()
        self.frames: list[OpenList | OpenMapping] = []
        self.within: Frame = self.top
        self.empty: list[Path] = []
        self.documents = 0

    def take(self, stream: Iterator[events.Event]) -> None:
        takers = self.TAKERS
        for event in islice(stream, MOST_EVENTS):
            takers[type(event)](self, event)
        if next(stream, None) is not None:
            refusal = messages.too_many(MOST_EVENTS // 2)
            raise ContentError([*self.problems, refusal.problem(self.source.place(0, 0))])

    def tree(self) -> Tree:
        source, data = self.source, self.top.value
        if data is not None and not isinstance(data, dict):
            problem = messages.not_a_mapping(data).problem(self.origin.place(self.top.start))
            self.problems.append(missing_space_at_top(source) or problem)
        root = data if isinstance(data, Node) else Node(self.origin)
        return Tree(root, tuple(self.empty), tuple(self.problems))

    def scalar(self, event: WrittenScalar) -> None:
        text, style, within = event.value, event.style, self.within
        if event.anchor or event.tag or style == '"':
            self.check_form(event, text)
        if self.cuts.points and not style:
            self.check_end(event)
        if isinstance(within, OpenMapping) and within.key is None:
            self.begin_key(within, text, event.start_mark)
        elif not text or text.isspace() or (text in EMPTY_WORDS and not style):
            self.put_nothing(event)
        else:
            if not style and event.start_mark.line != event.end_mark.line:
                self.check_lines(event)
            within.put(text, event)

    def begin_key(self, mapping: OpenMapping, key: str, mark: Mark) -> None:
        """The first of two equal keys counts."""
        refusal, marks = None if key.isalnum() else messages.of_key(key), mapping.part.marks
        is_second = key in marks
        if is_second and not mapping.holds_two:
            is_entry = isinstance(self.frames[-2:][0], OpenList) and not mapping.part.is_flow
            mapping.holds_two = is_entry and len(marks) > 1 and key == next(iter(marks))
            first_line = marks[key][4] + self.source.first_line
            refusal = messages.duplicate(key, first_line, mapping.holds_two)
        if refusal:
            self.refuse(mark, refusal)
        mapping.key, mapping.key_mark = (NAMELESS if refusal or is_second else key), mark

    def put_nothing(self, event: WrittenScalar) -> None:
        if self.within.key:
            self.empty.append(self.within.path())
        self.within.put(None, event)

    def alias(self, event: WrittenAlias) -> None:
        self.refuse(event.start_mark, messages.alias(event.anchor))
        if self.within.key is None:
            self.within.key = NAMELESS
        else:
            self.within.put(None, event)

    def mapping(self, event: WrittenCollection) -> None:
        self.begin(event, Node(self.origin, self.within.path(), point(event.start_mark), event.flow_style))

    def sequence(self, event: WrittenCollection) -> None:
        self.begin(event, Items(self.origin, self.within.path(), point(event.start_mark), event.flow_style))

    def begin(self, event: WrittenCollection, new: Node | Items) -> None:
        if event.anchor or event.tag:
            self.check_form(event)
        if len(self.frames) >= DEEPEST:
            self.refuse(event.start_mark, messages.too_deep(DEEPEST))
            raise Stop
        if self.within.key is None:
            self.refuse(event.start_mark, messages.composed_key())
            self.within.key = NAMELESS
        else:
            self.within.put(new, event)
        frame = OpenMapping(new) if isinstance(new, Node) else OpenList(new)
        self.frames.append(frame)
        self.within = frame

    def end(self, event: Marked) -> None:
        """Without brackets, a part ends with the last thing in it; YAML's own mark lies far below."""
        closed = self.frames.pop()
        last = event.end_mark if closed.part.is_flow or closed.last is None else closed.last
        closed.part.end = point(last)
        self.within = self.frames[-1] if self.frames else self.top
        self.within.last = last

    def document(self, event: DocumentStart) -> None:
        self.documents += 1
        if self.documents > 1:
            self.refuse(event.start_mark, messages.second_document())
            raise Stop
        if event.version or event.tags:
            self.refuse(event.start_mark, messages.directive())

    def nothing(self, _: events.Event) -> None:
        pass

    def check_form(self, event: Decorated, text: str = "") -> None:
        """No anchor, no tag; no escape between double quotes that stands for an invisible character."""
        if event.anchor or event.tag:
            self.refuse(event.start_mark, messages.decoration(event.anchor, event.tag))
        unwanted = UNWANTED.search(text)
        if unwanted:
            place = self.source.place(event.start_mark.line, event.start_mark.column)
            self.problems.append(invisible_character(place, unwanted[0]))

    def check_end(self, event: WrittenScalar) -> None:
        """No part of a value swallowed as a comment."""
        within, end = self.within, point(event.end_mark)
        is_item = isinstance(within, OpenList)
        in_brackets = not isinstance(within, TopLevel) and within.part.is_flow
        cut = self.cuts.found(event.value, end, in_brackets, is_item)
        if cut and within.key is not None:
            self.is_cut_in_brackets |= in_brackets
            self.refuse_at(*cut.place, messages.cut(within.key, cut.whole, cut.lost))

    def check_lines(self, event: WrittenScalar) -> None:
        """Lines swallowed by the text above them: a "-" indented too far, a line indented by a tab."""
        for number in range(event.start_mark.line + 1, event.end_mark.line + 1):
            line = self.source.line(number)
            text = line.lstrip(" ")
            if text.startswith("\t"):
                self.refuse_at(number, len(line) - len(text), messages.tab())
            elif isinstance(self.within, OpenList) and text.startswith("- "):
                self.refuse_at(number, len(line) - len(text), messages.swallowed_dash())

    def refuse(self, mark: Mark, refusal: Refusal) -> None:
        self.refuse_at(mark.line, mark.column, refusal)

    def refuse_at(self, line: int, column: int, refusal: Refusal) -> None:
        self.problems.append(refusal.problem(self.source.place(line, column)))
        if len(self.problems) >= MOST_TOLD:
            raise Stop

    TAKERS: ClassVar[dict[type[events.Event], Callable[..., None]]] = {
        events.ScalarEvent: scalar,
        events.AliasEvent: alias,
        events.MappingStartEvent: mapping,
        events.SequenceStartEvent: sequence,
        events.MappingEndEvent: end,
        events.SequenceEndEvent: end,
        events.DocumentStartEvent: document,
        events.DocumentEndEvent: nothing,
        events.StreamStartEvent: nothing,
        events.StreamEndEvent: nothing,
    }


def point(mark: Mark) -> Point:
    return mark.line, mark.column


def parsed_events(parser: Events) -> Iterator[Event]:
    return iter(parser.get_event, None)
