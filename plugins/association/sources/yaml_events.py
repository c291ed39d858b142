"""The events of a YAML text: by libyaml where PyYAML was built with it, otherwise in pure Python.

Events instead of PyYAML's nodes: aliases, anchors and tags are seen as they
are written, nothing recurses, and libyaml gives them in half the time.
"""

import re
from collections.abc import Iterator

import yaml
from yaml.events import Event
from yaml.parser import Parser
from yaml.reader import Reader
from yaml.scanner import Scanner

GAPS = re.compile(r"(?<=[^ \t\n])[ \t]+|^[ \t]+$", re.MULTILINE)


class PureEvents(Reader, Scanner, Parser):
    def __init__(self, text: str) -> None:
        Reader.__init__(self, text)
        Scanner.__init__(self)
        Parser.__init__(self)


if yaml.__with_libyaml__:
    from yaml.cyaml import CParser as FastEvents
else:
    FastEvents = PureEvents

EventParser = type[PureEvents] | type[FastEvents]


def events(parser: "PureEvents | FastEvents") -> Iterator[Event]:
    return iter(parser.get_event, None)


def without_stray_tabs(text: str) -> str:
    """`text` with a space for each tab that indents nothing: the two parsers disagree on those."""
    return GAPS.sub(lambda gap: " " * len(gap[0]), text) if "\t" in text else text
