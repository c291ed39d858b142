"""Looking at single lines of YAML, for what an editor meant by them."""

import re

from ..problems import Problem
from .refusal import Refusal
from .source import Source
from .tree import Mark
from .yaml_advice import Pair

LONGEST_SEEN = 2000  # of a line: keeps the patterns fast on hostile input

DASHES = r"[ ]*(?:- +)*"
NO_SPACE = re.compile(DASHES + r"(?P<key>[^\W\d][\w-]*):(?P<value>[^\s/].*|[\u00a0\u202f].*)")
KEY_AND_VALUE = re.compile(DASHES + r"(?P<key>[^\s:\"'\[{][^:]*?) *: +(?P<value>.*)")
KEY_AND_TEXT = re.compile(DASHES + r"(?P<key>[^\s:\"'\[{][^:]*?) *: +(?P<value>[^\"'\[{|>\s].*)")
TAB_INDENT = re.compile(r"^ *\t", re.MULTILINE)
KEY = re.compile(DASHES + r"[^\s:]+ *:(?: |$)")
OPENING_QUOTE = re.compile(r"(?:^ *|[:-] +|[\[{,] *)(?P<quote>[\"'])")
OPEN_AT_END = re.compile(r"(?:: +|- +)(?P<quote>[\"'])(?:(?!(?P=quote)).)*$")


def at(source: Source, line: int, column: int, refusal: Refusal) -> Problem:
    return refusal.problem(source.place(line, column))


def at_mark(source: Source, mark: Mark, refusal: Refusal) -> Problem:
    return at(source, mark.line, mark.column, refusal)


def pair(source: Source, line: int) -> Pair | None:
    """The key and the value that stand on that line."""
    match = KEY_AND_VALUE.fullmatch(seen(source, line))
    return (match["key"], match["value"]) if match else None


def seen(source: Source, line: int) -> str:
    return source.line(line)[:LONGEST_SEEN]


def character(source: Source, mark: Mark) -> str:
    return source.line(mark.line)[mark.column : mark.column + 1]


def indent(text: str) -> int:
    return len(text) - len(text.lstrip(" "))
