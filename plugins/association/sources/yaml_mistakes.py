"""Syntax errors of YAML, said in our own words.

The parser tells where it stopped; what the editor did wrong is found by looking
at that line and at the one above. The words of PyYAML and libyaml only choose
the handler and are never shown.
"""

import re
from collections.abc import Callable

from yaml.error import MarkedYAMLError

from ..problems import Problem
from . import yaml_advice as advice
from .source import Source
from .tree import Mark
from .yaml_layout import crooked, dash, not_understood, second_colon, second_start, unfinished_key
from .yaml_lines import (
    KEY_AND_VALUE,
    OPEN_AT_END,
    OPENING_QUOTE,
    TAB_INDENT,
    at,
    at_mark,
    character,
    pair,
    seen,
)

# Of libyaml: errors that PyYAML's own parser sees in the same place.
TOLD_ALIKE = re.compile(
    r"mapping values are not|could not find expected ':'|expected key$|'-' indicator|expected ',' or"
    r"|unexpected end of stream|sequence entries are not|found character that cannot start any token"
)

Handler = Callable[[Source, MarkedYAMLError], Problem]


def problem_of(source: Source, error: MarkedYAMLError) -> Problem:
    """The mistake behind `error`, at the place where it can be mended."""
    handler = next((handler for words, handler in HANDLERS if words.search(error.problem)), not_understood)
    return handler(source, error)


def is_told_alike(source: Source, error: MarkedYAMLError) -> bool:
    """Else the error has to be found again without libyaml, which is slow."""
    return bool(TOLD_ALIKE.search(error.problem)) and not TAB_INDENT.search(source.text)


def misplaced(source: Source, error: MarkedYAMLError) -> Problem:
    """Something follows that does not continue what is open: text after a quote, or a crooked line."""
    mark = error.problem_mark
    before = seen(source, mark.line)[: mark.column].rstrip()
    here = character(source, mark)
    if before.endswith(("'", '"')):
        return after_quote(source, mark, before)
    if before.endswith(("]", "}")):
        return at_mark(source, mark, advice.after_bracket(before[-1], pair(source, mark.line)))
    if here == ":":
        return at_mark(source, mark, advice.no_key())
    if here in (",", "]", "}"):
        return at_mark(source, mark, advice.leading(here))
    return crooked(source, mark.line)


def after_quote(source: Source, mark: Mark, before: str) -> Problem:
    """Text after a closing quote; if that quote was meant to open, the real mistake is further up."""
    opening = OPENING_QUOTE.search(before)
    if opening and opening.start("quote") < len(before) - 1:
        return at_mark(source, mark, advice.after_quote(before[-1], pair(source, mark.line)))
    for line in range(mark.line - 1, -1, -1):
        match = OPEN_AT_END.search(seen(source, line))
        if match:
            return at(source, line, match.start("quote"), advice.open_quote(match["quote"]))
    return at_mark(source, mark, advice.after_quote(before[-1], None))


def open_quote(source: Source, error: MarkedYAMLError) -> Problem:
    mark = error.context_mark or error.problem_mark
    return at_mark(source, mark, advice.open_quote(character(source, mark)))


def in_brackets(source: Source, error: MarkedYAMLError) -> Problem:
    """Further down, or before the wrong bracket: the bracket is still open. Else a comma is missing."""
    opening, mark = error.context_mark, error.problem_mark
    if opening is None:
        return not_understood(source, error)
    bracket = character(source, opening)
    if mark.line != opening.line or character(source, mark) in ("", "]", "}"):
        return at_mark(source, opening, advice.open_bracket(bracket))
    before = seen(source, mark.line)[: mark.column].rstrip()
    if before.endswith(("'", '"')) and character(source, mark) not in ("'", '"'):
        return at_mark(source, mark, advice.after_quote(before[-1], None))
    return at_mark(source, mark, advice.missing_comma(bracket))


def bad_start(source: Source, error: MarkedYAMLError) -> Problem:
    """A character that means something to YAML, where a value begins."""
    mark = error.problem_mark
    if character(source, mark) == "\t":
        return at_mark(source, mark, advice.tab())
    return leading(source, mark)


def unfinished(source: Source) -> Problem:
    last = source.line_before(len(source.lines)) or 0
    return at(source, last, len(source.line(last).rstrip()), advice.unfinished())


def bad_name(source: Source, error: MarkedYAMLError) -> Problem:
    """An "*" or "&" that begins a text, not a name."""
    return leading(source, error.context_mark or error.problem_mark)


def leading(source: Source, mark: Mark) -> Problem:
    if not character(source, mark):
        return unfinished(source)
    match = KEY_AND_VALUE.fullmatch(seen(source, mark.line))
    begins_value = match is not None and match.start("value") == mark.column
    whole = pair(source, mark.line) if begins_value else None
    return at_mark(source, mark, advice.leading(character(source, mark), whole))


def escape(source: Source, error: MarkedYAMLError) -> Problem:
    return wrong_escape(source, error.problem_mark)


def wrong_escape(source: Source, mark: Mark) -> Problem:
    """The parsers stop somewhere in the escape; it begins with the backslash before that."""
    line = source.line(mark.line)
    column = max(line.rfind("\\", 0, mark.column + 1), 0)
    return at(source, mark.line, column, advice.escape(line[column : column + 2]))


def block_header(source: Source, error: MarkedYAMLError) -> Problem:
    mark = error.context_mark or error.problem_mark
    return at_mark(source, mark, advice.block_header(character(source, mark)))


def directive(source: Source, error: MarkedYAMLError) -> Problem:
    return at(source, error.problem_mark.line, 0, advice.leading("%"))


HANDLERS: tuple[tuple[re.Pattern[str], Handler], ...] = tuple(
    (re.compile(words), handler)
    for words, handler in (
        (r"mapping values are not allowed", second_colon),
        (r"could not find expected ':'", unfinished_key),
        (r"expected <block end>|did not find expected key|expected '-' indicator", misplaced),
        (r"expected ',' or", in_brackets),
        (r"cannot start any token|tab character|node content|mapping keys are not", bad_start),
        (r"alphabetic or numeric|alphabetical or numeric", bad_name),
        (r"unexpected end of stream|unexpected document", open_quote),
        (r"escape|hexdecimal|hexadecimal", escape),
        (r"line break|chomping|indentation indicator", block_header),
        (r"sequence entries are not", dash),
        (r"expected '?<document start>", second_start),
        (r"directive|%YAML|version|incompatible", directive),
    )
)
