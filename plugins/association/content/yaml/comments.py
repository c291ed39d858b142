"""Comments of YAML, and values that " #" cuts in two: `title: Réunion #3` would be "Réunion".

YAML takes for a comment what follows " #", whatever was meant. Only what reads like a part of the value is
told: the sign after one space with a letter or a digit at it, in a value that is a text. After a date, a
number, a word of ours or an address it is a comment, and so after two spaces, or with a space after the sign.
"""

import re
from typing import NamedTuple

from .source import Source
from .tree import Point

SIGN = re.compile(r"(?<=[^ \n]) #(?=[^\W_])")
"""Where a value may have been cut; the place of the space."""
REST = re.compile(r"#.*?(?=[ ]+#(?:[ ]|$)|[ ]*$)")
"""Of the line, without a comment that ends it."""
REST_IN_BRACKETS = re.compile(r"#[^,\[\]{}]*")
OPEN_LIST = re.compile(r"""\[(?:[^\[\]"'#]*,)?[ ]*(?P<lost>#[^\W_][^,\[\]{}#]*)""")
"""A list in brackets that nothing closes, for a sign comes before the bracket."""
HASHTAGS = re.compile(r"#\w+(?:[ ,]+#\w+)+")
ORDINAL = re.compile(r"#\d")
NO_TEXT = re.compile(
    r"""
    [\d\s:.,/+()T-]+(?:(?:h|min|j|d|m)\d*|€|EUR|%|Z)?        # a date, an hour, a number, a telephone, 90min
    |(?:true|false|yes|no|oui|non|null|~)
    |(?:https?://|mailto:|tel:|/|\{)\S*|[^\s@]+@[^\s@]+       # an address
    """,
    re.VERBOSE | re.IGNORECASE,
)
ID = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*")


class Cut(NamedTuple):
    """place: line and column of the sign. whole: the value as it was meant. lost: what YAML drops of it."""

    place: Point
    whole: str
    lost: str


class Cuts:
    """The signs of one text that may cut a value, by the line and column where that value ends."""

    def __init__(self, source: Source) -> None:
        self.source = source
        self.points = frozenset(points(source)) if " #" in source.text else frozenset()

    def found(self, value: str, end: Point, in_brackets: bool, is_item: bool) -> Cut | None:
        """What was lost of a value without quotes that ends at `end`; '' where the sign comes first."""
        if end not in self.points:
            return None
        line, column = end
        rest = (REST_IN_BRACKETS if in_brackets else REST).match(self.source.line(line), column + 1)
        lost = rest[0].rstrip() if rest else ""
        if not is_cut(value, lost, is_item):
            return None
        return Cut((line, column + 1), f"{value} {lost}".strip(), lost)


def cut_in_open_list(source: Source, line: int) -> Cut | None:
    opened = OPEN_LIST.search(source.line(line))
    if opened is None:
        return None
    lost = opened["lost"].rstrip()
    return Cut((line, opened.start("lost")), lost, lost)


def points(source: Source) -> list[Point]:
    found = []
    for number, line in enumerate(source.lines):
        if " #" in line:
            found += [(number, sign.start()) for sign in SIGN.finditer(line)]
    return found


def is_cut(value: str, lost: str, is_item: bool = False) -> bool:
    """Whether the sign and what follows it read like a part of the value."""
    if not value:
        return is_item or bool(ORDINAL.match(lost) or HASHTAGS.fullmatch(lost))
    if NO_TEXT.fullmatch(value):
        return False
    return bool(ORDINAL.match(lost)) or not ID.fullmatch(value)


def without_comment(value: str) -> str:
    """The rest of a line after its key, as far as it belongs to the value."""
    position = 0
    while (start := value.find(" #", position)) >= 0:
        before, after = value[:start], value[start + 1 :]
        if not SIGN.match(value, start) or not is_cut(before.strip(), after):
            return before
        position = start + 2
    return value
