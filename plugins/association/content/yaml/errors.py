"""Syntax errors of YAML, said in our own words.

The parser tells where it stopped; what the editor did wrong is found by looking at that line and at the one
above. The words of PyYAML and libyaml only choose the handler and are never shown.
"""

import re
from collections.abc import Callable
from dataclasses import dataclass

from yaml.error import MarkedYAMLError

from ...problems import Problem
from . import messages
from .comments import cut_in_open_list
from .messages import Pair
from .source import Mark, Refusal, Source

# Of libyaml: errors that PyYAML's own parser sees in the same place.
TOLD_ALIKE = re.compile(
    r"mapping values are not|could not find expected ':'|expected key$|'-' indicator|expected ',' or"
    r"|unexpected end of stream|sequence entries are not|found character that cannot start any token"
)
TAB_INDENT = re.compile(r"^ *\t", re.MULTILINE)
LONGEST_SEEN = 2000  # of a line: keeps the patterns fast on hostile input

DASHES = r"[ ]*(?:- +)*"
NO_SPACE = re.compile(DASHES + r"(?P<key>[^\W\d][\w-]*):(?P<value>[^\s/].*|[\u00a0\u202f].*)")
KEY_AND_VALUE = re.compile(DASHES + r"(?P<key>[^\s:\"'\[{][^:]*?) *: +(?P<value>.*)")
KEY_AND_TEXT = re.compile(DASHES + r"(?P<key>[^\s:\"'\[{][^:]*?) *: +(?P<value>[^\"'\[{|>\s].*)")
OTHER_DASH = re.compile(r"[ ]*(?P<sign>[–—−•·*])\s+(?P<rest>\S.*)")
KEY = re.compile(DASHES + r"[^\s:]+ *:(?: |$)")
OPENING_QUOTE = re.compile(r"(?:^ *|[:-] +|[\[{,] *)(?P<quote>[\"'])")
OPEN_AT_END = re.compile(r"(?:: +|- +)(?P<quote>[\"'])(?:(?!(?P=quote)).)*$")


@dataclass(frozen=True, slots=True)
class Stumble:
    """mark: where the parser stopped. opening: where began what was open there."""

    mark: Mark
    opening: Mark | None


Handler = Callable[[Source, Stumble], Problem]


def problem_of(source: Source, error: MarkedYAMLError) -> Problem:
    """The mistake behind `error`, at the place where it can be mended."""
    told = error.problem or ""
    handler = next((handler for words, handler in HANDLERS if words.search(told)), not_understood)
    return handler(source, stumble_of(error))


def stumble_of(error: MarkedYAMLError) -> Stumble:
    assert error.problem_mark  # PyYAML leaves it out of no error of its scanners and parsers
    return Stumble(error.problem_mark, error.context_mark)


def is_told_alike(source: Source, error: MarkedYAMLError) -> bool:
    """Else the error has to be found again without libyaml, which is slow."""
    return bool(TOLD_ALIKE.search(error.problem or "")) and not TAB_INDENT.search(source.text)


def misplaced(source: Source, stumble: Stumble) -> Problem:
    """Something follows that does not continue what is open: text after a quote, or a crooked line."""
    mark = stumble.mark
    before = seen(source, mark.line)[: mark.column].rstrip()
    here = character(source, mark)
    if before.endswith(("'", '"')):
        return after_quote(source, mark, before)
    if before.endswith(("]", "}")):
        return at_mark(source, mark, messages.after_bracket(before[-1], pair(source, mark.line)))
    if here == ":":
        return at_mark(source, mark, messages.no_key())
    if here in (",", "]", "}"):
        return at_mark(source, mark, messages.leading(here))
    return crooked(source, mark.line)


def after_quote(source: Source, mark: Mark, before: str) -> Problem:
    """Text after a closing quote; if that quote was meant to open, the real mistake is further up."""
    opening = OPENING_QUOTE.search(before)
    if opening and opening.start("quote") < len(before) - 1:
        return at_mark(source, mark, messages.after_quote(before[-1], pair(source, mark.line)))
    for line in range(mark.line - 1, -1, -1):
        match = OPEN_AT_END.search(seen(source, line))
        if match:
            return at(source, line, match.start("quote"), messages.open_quote(match["quote"]))
    return at_mark(source, mark, messages.after_quote(before[-1], None))


def open_quote(source: Source, stumble: Stumble) -> Problem:
    mark = stumble.opening or stumble.mark
    return at_mark(source, mark, messages.open_quote(character(source, mark)))


def in_brackets(source: Source, stumble: Stumble) -> Problem:
    """Further down, or before the wrong bracket: the bracket is still open. Else a comma is missing."""
    opening, mark = stumble.opening, stumble.mark
    if opening is None:
        return not_understood(source, stumble)
    if cut := cut_in_open_list(source, opening.line):
        return at(source, *cut.place, messages.cut("", cut.whole, cut.lost))
    bracket = character(source, opening)
    if mark.line != opening.line or character(source, mark) in ("", "]", "}"):
        return at_mark(source, opening, messages.open_bracket(bracket))
    before = seen(source, mark.line)[: mark.column].rstrip()
    if before.endswith(("'", '"')) and character(source, mark) not in ("'", '"'):
        return at_mark(source, mark, messages.after_quote(before[-1], None))
    return at_mark(source, mark, messages.missing_comma(bracket))


def bad_start(source: Source, stumble: Stumble) -> Problem:
    """A character that means something to YAML, where a value begins."""
    mark = stumble.mark
    if character(source, mark) == "\t":
        return at_mark(source, mark, messages.tab())
    return leading(source, mark)


def unfinished(source: Source) -> Problem:
    last = source.line_before(len(source.lines)) or 0
    if cut := cut_in_open_list(source, last):
        return at(source, *cut.place, messages.cut("", cut.whole, cut.lost))
    return at(source, last, len(source.line(last).rstrip()), messages.unfinished())


def bad_name(source: Source, stumble: Stumble) -> Problem:
    """An "*" or "&" that begins a text, not a name."""
    line = (stumble.opening or stumble.mark).line
    if OTHER_DASH.fullmatch(seen(source, line)):
        return missing_colon(source, line)
    return leading(source, stumble.opening or stumble.mark)


def leading(source: Source, mark: Mark) -> Problem:
    if not character(source, mark):
        return unfinished(source)
    match = KEY_AND_VALUE.fullmatch(seen(source, mark.line))
    begins_value = match is not None and match.start("value") == mark.column
    whole = pair(source, mark.line) if begins_value else None
    return at_mark(source, mark, messages.leading(character(source, mark), whole))


def escape(source: Source, stumble: Stumble) -> Problem:
    return wrong_escape(source, stumble.mark)


def wrong_escape(source: Source, mark: Mark) -> Problem:
    """The parsers stop somewhere in the escape; it begins with the backslash before that."""
    line = source.line(mark.line)
    column = max(line.rfind("\\", 0, mark.column + 1), 0)
    return at(source, mark.line, column, messages.escape(line[column : column + 2]))


def block_header(source: Source, stumble: Stumble) -> Problem:
    mark = stumble.opening or stumble.mark
    return at_mark(source, mark, messages.block_header(character(source, mark)))


def directive(source: Source, stumble: Stumble) -> Problem:
    return at(source, stumble.mark.line, 0, messages.leading("%"))


def second_colon(source: Source, stumble: Stumble) -> Problem:
    """A ":" where no key can stand: twice on one line, or on a line that belongs to the text above."""
    mark = stumble.mark
    same_line = KEY_AND_TEXT.fullmatch(seen(source, mark.line))
    if same_line and same_line.end("key") < mark.column:
        refusal = messages.colon_in_value(same_line["key"], same_line["value"])
        return at(source, mark.line, same_line.start("value"), refusal)
    above = source.line_before(mark.line)
    if above is None:
        return not_understood(source, stumble)
    if NO_SPACE.fullmatch(seen(source, above)):
        return missing_space(source, above)
    if not KEY.match(seen(source, above)):
        return missing_colon(source, above)
    return crooked(source, mark.line)


def unfinished_key(source: Source, stumble: Stumble) -> Problem:
    line = (stumble.opening or stumble.mark).line
    if NO_SPACE.fullmatch(seen(source, line)):
        return missing_space(source, line)
    return missing_colon(source, line)


def dash(source: Source, stumble: Stumble) -> Problem:
    mark = stumble.mark
    if KEY.match(seen(source, mark.line)[: mark.column]):
        return at_mark(source, mark, messages.dash_after_key())
    return crooked(source, mark.line)


def second_start(source: Source, stumble: Stumble) -> Problem:
    mark = stumble.mark
    above = source.line_before(mark.line)
    if above is not None and source.line(above).startswith("%"):
        return at(source, above, 0, messages.leading("%"))
    if above is not None and source.line(above).startswith("..."):
        return at(source, above, 0, messages.end_of_document())
    return crooked(source, mark.line)


def missing_space(source: Source, line: int) -> Problem:
    match = NO_SPACE.fullmatch(seen(source, line))
    assert match
    return at(source, line, match.end("key"), messages.missing_space(match["key"], match["value"]))


def missing_space_at_top(source: Source) -> Problem | None:
    """The whole file is one text: perhaps only the space after its first colon is missing."""
    lines = range(len(source.lines))
    line = next((line for line in lines if NO_SPACE.fullmatch(seen(source, line))), None)
    return None if line is None else missing_space(source, line)


def missing_colon(source: Source, line: int) -> Problem:
    text = seen(source, line)
    if match := OTHER_DASH.fullmatch(text):
        return at(source, line, indent(text), messages.other_dash(match["sign"], match["rest"]))
    return at(source, line, indent(text), messages.missing_colon(text.strip().removeprefix("- ")))


def crooked(source: Source, line: int) -> Problem:
    return at(source, line, indent(source.line(line)), messages.indentation())


def not_understood(source: Source, stumble: Stumble) -> Problem:
    return at_mark(source, stumble.mark, messages.not_understood())


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
