"""Builds a tree from YAML events, noting what YAML allows and Assosite does not.

Scalars stay text: `01000`, `18:30` and `NO` mean what they look like. No
recursion, so that no nesting, however deep, exhausts Python's stack.
"""

from collections.abc import Callable, Iterator
from itertools import islice
from typing import ClassVar, Final

from yaml import events

from ..problems import ContentError, Problem
from . import yaml_advice as advice
from . import yaml_refusals as refusals
from .refusal import Refusal
from .source import Source
from .text_files import UNWANTED, invisible_character
from .tree import Mark, Path, Tree
from .yaml_frames import NAMELESS, Frame, OpenList, OpenMapping, TopLevel
from .yaml_layout import missing_space_at_top

DEEPEST = 20
MOST_TOLD = 1000
MOST_EVENTS = 400_000
"""Each key and each value is one, each list and each mapping two: some four thousand members."""
EMPTY_WORDS: Final = frozenset(("~", "null"))


class Stop(Exception):
    """What follows cannot mean anything."""


class TreeBuilder:
    """Takes events in turn; `tree` is what has been understood so far."""

    def __init__(self, source: Source) -> None:
        self.source = source
        self.problems: list[Problem] = []
        self.top = TopLevel()
        self.frames: list[Frame] = [self.top]
        self.within: Frame = self.top
        self.empty: list[Path] = []
        self.documents = 0

    def take(self, stream: Iterator[events.Event]) -> None:
        takers = self.TAKERS
        for event in islice(stream, MOST_EVENTS):
            takers[type(event)](self, event)
        if next(stream, None) is not None:
            refusal = refusals.too_many(MOST_EVENTS // 2)
            raise ContentError([*self.problems, refusal.problem(self.source.place(0, 0))])

    def tree(self) -> Tree:
        source, data, written = self.source, self.top.value, self.top.written
        if data is not None and not isinstance(data, dict):
            mark = written[0]
            problem = refusals.not_a_mapping(data).problem(source.place(mark.line, mark.column))
            self.problems.append(missing_space_at_top(source) or problem)
        if not isinstance(data, dict):
            data, written = {}, (None, None, None)
        return Tree(source.file, data, written, source.first_line, tuple(self.empty), tuple(self.problems))

    def scalar(self, event: events.ScalarEvent) -> None:
        if event.anchor or event.tag or event.style == '"':
            self.check_form(event)
        text, style = event.value, event.style
        if self.within.key is None:
            self.begin_key(text, event.start_mark)
        elif not text or text.isspace() or (text in EMPTY_WORDS and not style):
            self.put_nothing(event.start_mark)
        else:
            if not style and event.start_mark.line != event.end_mark.line:
                self.check_lines(event)
            self.within.put(text, event.start_mark)

    def begin_key(self, key: str, mark: Mark) -> None:
        """The first of two equal keys counts."""
        mapping = self.within
        refusal = refusals.of_key(key)
        if key in mapping.parts:
            first = mapping.parts[key][2]
            refusal = refusals.duplicate(key, first.line + self.source.first_line)
        if refusal:
            self.refuse(mark, refusal)
        mapping.key, mapping.key_mark = (NAMELESS if refusal else key), mark

    def put_nothing(self, mark: Mark) -> None:
        if self.within.key != NAMELESS:
            self.empty.append((*(frame.step for frame in self.frames[2:]), self.within.key))
        self.within.put(None, mark)

    def alias(self, event: events.AliasEvent) -> None:
        self.refuse(event.start_mark, refusals.alias(event.anchor))
        if self.within.key is None:
            self.within.key = NAMELESS
        else:
            self.within.put(None, event.start_mark)

    def mapping(self, event: events.MappingStartEvent) -> None:
        self.begin(event, OpenMapping(self.within.next_step()))

    def sequence(self, event: events.SequenceStartEvent) -> None:
        self.begin(event, OpenList(self.within.next_step()))

    def begin(self, event: events.CollectionStartEvent, new: OpenList | OpenMapping) -> None:
        if event.anchor or event.tag:
            self.check_form(event)
        if len(self.frames) > DEEPEST:
            self.refuse(event.start_mark, refusals.too_deep(DEEPEST))
            raise Stop
        if self.within.key is None:
            self.refuse(event.start_mark, refusals.composed_key())
            self.within.key = NAMELESS
        else:
            self.within.put(new.data, event.start_mark, new.parts)
        self.frames.append(new)
        self.within = new

    def end(self, _: events.CollectionEndEvent) -> None:
        self.frames.pop()
        self.within = self.frames[-1]

    def document(self, event: events.DocumentStartEvent) -> None:
        self.documents += 1
        if self.documents > 1:
            self.refuse(event.start_mark, refusals.second_document())
            raise Stop
        if event.version or event.tags:
            self.refuse(event.start_mark, refusals.directive())

    def nothing(self, _: events.Event) -> None:
        pass

    def check_form(self, event: events.NodeEvent) -> None:
        """No anchor, no tag; no escape between double quotes that stands for an invisible character."""
        if event.anchor or event.tag:
            self.refuse(event.start_mark, refusals.decoration(event))
        unwanted = UNWANTED.search(event.value) if isinstance(event, events.ScalarEvent) else None
        if unwanted:
            place = self.source.place(event.start_mark.line, event.start_mark.column)
            self.problems.append(invisible_character(place, unwanted[0]))

    def check_lines(self, event: events.ScalarEvent) -> None:
        """Lines swallowed by the text above them: a "-" indented too far, a line indented by a tab."""
        for number in range(event.start_mark.line + 1, event.end_mark.line + 1):
            line = self.source.line(number)
            text = line.lstrip(" ")
            if text.startswith("\t"):
                self.refuse_at(number, len(line) - len(text), advice.tab())
            elif isinstance(self.within, OpenList) and text.startswith("- "):
                self.refuse_at(number, len(line) - len(text), refusals.swallowed_dash())

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
