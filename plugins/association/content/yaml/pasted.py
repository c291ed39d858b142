"""What other programs leave in a text, which YAML takes for something else: marks of git, no-break spaces.

And a dash without its space. Lines are looked at one by one, for no parser understands such a text as it
was meant; what belongs to a value, such as a block of Markdown, is left alone.
"""

import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import replace
from itertools import islice

from ...problems import ContentError, Problem
from . import messages
from .source import MOST_TOLD, Refusal, Source
from .tree import Tree

NO_BREAK = "\u00a0\u202f\u2007"
GAP = f"[ {NO_BREAK}]"
MARKS = re.compile(r"^(?:<<<<<<<|\|\|\|\|\|\|\||=======|>>>>>>>)(?: .*)?$", re.MULTILINE)
OURS, THEIRS = "<", ">"
FENCE = re.compile(r" {0,3}(?P<fence>`{3,}|~{3,})")
KEY_LINE = re.compile(
    rf"(?P<indent>{GAP}*)(?P<dashes>(?:-{GAP}+)*)(?P<key>[^\W\d][\w-]*)(?P<before>{GAP}*):(?P<after>{GAP}+|$)"
    r"(?P<value>.*)"
)
KEY_IN_BRACES = re.compile(
    rf"(?<=[{{,])(?P<indent>{GAP}*)(?P<dashes>)(?P<key>[^\W\d][\w-]*)(?P<before>{GAP}*):(?P<after>{GAP}*)"
    r"(?P<value>[^,}]*)"
)
CROWDED_DASH = re.compile(r"(?P<indent> *)-(?P<key>[^\W\d][\w-]*) ?:(?P<value> .*|$)")
HAS_CROWDED_DASH = re.compile(r"^ *-[^\W\d][\w-]* ?:(?: |$)", re.MULTILINE)
WITHOUT_ORDINARY_SPACE = re.compile(rf"^ *(?:- +)*[^\W\d][\w-]*:[{NO_BREAK}]", re.MULTILINE)


def conflicts(source: Source, is_markdown: bool = False) -> tuple[Problem, ...]:
    """The places where git joined two versions of a text and left the choice to somebody.

    In Markdown a line of "=" alone underlines a title, and code may show such marks.
    """
    if not MARKS.search(source.text):
        return ()
    return tuple(islice(conflict_marks(source, is_markdown), MOST_TOLD))


def conflict_marks(source: Source, is_markdown: bool) -> Iterator[Problem]:
    """One problem for each conflict, and for each mark that is left of one."""
    is_open = False
    for number, line in outside_code(source.lines) if is_markdown else enumerate(source.lines):
        sign = line[:1] if MARKS.fullmatch(line) else ""
        if sign == OURS:
            yield messages.conflict(line).problem(source.place(number, 0))
        elif sign and not is_open and (sign == THEIRS or not is_markdown):
            yield messages.conflict_mark(line).problem(source.place(number, 0))
        is_open = sign == OURS or (is_open and sign != THEIRS)


def outside_code(lines: Iterable[str]) -> Iterator[tuple[int, str]]:
    """The lines of Markdown in no fenced block; other code is indented."""
    fence = ""
    for number, line in enumerate(lines):
        match = FENCE.match(line)
        if match and not fence:
            fence = match["fence"]
        elif match and match["fence"].startswith(fence) and not line[match.end() :].strip():
            fence = ""
        elif not fence:
            yield number, line


def tree_meant(source: Source, read: Callable[[Source], Tree]) -> Tree:
    """What `read` makes of it; where spaces are at fault, what it makes of the text as it was meant."""
    try:
        tree = read(source)
    except ContentError:
        check_dashes(source)
        plain, told = with_plain_spaces(source)
        if not told:
            raise
        return read_as(plain, told, read)
    if not has_doubtful_spaces(source, tree):
        return tree
    check_dashes(source)
    plain, told = with_plain_spaces(source)
    return read_as(plain, told, read) if told else tree


def has_doubtful_spaces(source: Source, tree: Tree) -> bool:
    """Problems, or a key and its value that were taken for one text."""
    return bool(tree.problems) or bool(
        has_no_break_spaces(source) and WITHOUT_ORDINARY_SPACE.search(source.text)
    )


def has_no_break_spaces(source: Source) -> bool:
    return any(space in source.text for space in NO_BREAK)


def read_as(plain: Source, told: tuple[Problem, ...], read: Callable[[Source], Tree]) -> Tree:
    try:
        tree = read(plain)
    except ContentError as error:
        raise ContentError([*told, *error.problems]) from error
    return replace(tree, problems=(*told, *tree.problems))


def check_dashes(source: Source) -> None:
    """Of a list whose dashes touch their words nothing can be read."""
    if not HAS_CROWDED_DASH.search(source.text):
        return
    told = []
    for number, line in own_lines(source.lines):
        if match := CROWDED_DASH.fullmatch(line):
            refusal = messages.crowded_dash(match["key"], match["value"], begins_entry(source, number))
            told.append(refusal.problem(source.place(number, match.end("indent"))))
    if told:
        raise ContentError(told[:MOST_TOLD])


def begins_entry(source: Source, number: int) -> bool:
    """Whether a "-" at the beginning of that line would be one of a list, and not stand among keys."""
    column = indent(source.line(number))
    for above in range(number - 1, -1, -1):
        line = source.line(above)
        if line.strip() and indent(line) <= column:
            return indent(line) < column or line.lstrip().startswith("-")
    return False


def with_plain_spaces(source: Source) -> tuple[Source, tuple[Problem, ...]]:
    """The same text with plain spaces around its keys, and what was told of the others."""
    if not has_no_break_spaces(source):
        return source, ()
    lines, told = list(source.lines), []
    for number, line in own_lines(source.lines):
        keys = [match] if (match := KEY_LINE.fullmatch(line)) else []
        if not match or match["value"].startswith("{"):
            keys += KEY_IN_BRACES.finditer(line)
        for key in keys:
            if found := wrong_space(key):
                refusal, column = found
                told.append(refusal.problem(source.place(number, column)))
                begin, end = key.start(), key.start("value")
                lines[number] = lines[number][:begin] + plain(key[0][: end - begin]) + lines[number][end:]
    return replace(source, text="\n".join(lines)), tuple(told[:MOST_TOLD])


def wrong_space(key: re.Match[str]) -> tuple[Refusal, int] | None:
    """What there is to say of the no-break spaces around a key, and where; those of its value may stay."""
    name, value = key["key"], plain(key["value"]).strip()
    gap = next((gap for gap in ("indent", "dashes", "before", "after") if has_some(key[gap])), "")
    column = (
        next((key.start(gap) + at for at, sign in enumerate(key[gap]) if sign in NO_BREAK), 0) if gap else 0
    )
    match gap:
        case "indent":
            return messages.no_break_space(name), column
        case "dashes":
            return messages.no_break_dash(name, value), column
        case "before":
            return messages.no_break_before(name, value), column
        case "after":
            return messages.missing_space(name, key["after"] + value), key.end("key")
    return None


def has_some(gap: str) -> bool:
    return any(space in gap for space in NO_BREAK)


def plain(text: str) -> str:
    return re.sub(f"[{NO_BREAK}]", " ", text)


def own_lines(lines: Iterable[str]) -> Iterator[tuple[int, str]]:
    """Those that are no further line of a value: neither of a block of text nor of a long sentence."""
    column: int | None = None
    for number, line in enumerate(lines):
        if not line.strip() or (column is not None and indent(line) > column):
            continue
        match = KEY_LINE.fullmatch(line)
        value = match["value"].strip() if match else ""
        column = match.start("key") if match and value and not value.startswith("#") else None
        yield number, line


def indent(line: str) -> int:
    return len(line) - len(line.lstrip(f" {NO_BREAK}"))
