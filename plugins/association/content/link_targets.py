"""Where a Markdown text leads: the targets of its links and images, and where each is written.

Not a Markdown parser: it reads what Python-Markdown and a browser would follow, code left out.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from html import unescape

LONGEST_ADDRESS = 1000
MAY_BE_CODE = re.compile(r"^(?:    |\t|[ \t]*(?:```|~~~))", re.MULTILINE)
FENCE = re.compile(r"[ \t]*(`{3,}(?!.*`)|~{3,})")
LIST_ITEM = re.compile(r" {0,3}(?:[*+-]|\d+[.)])[ \t]")
INDENTED = re.compile(r" {4}|\t")
INLINE_CODE = re.compile(r"(?<![\\`])(`+)(?!`)(?:(?!\n[ \t]*\n).)+?(?<!`)\1(?!`)", re.DOTALL)
BRACKET = re.compile(r"\\.|[\[\]]|\n[ \t]*\n", re.DOTALL)
PLAIN_ADDRESS = re.compile(r"[^\s()<>]*(?=\))")
PIECE_IN_PARENTHESES = re.compile(
    r"""[^()"'\n]+|\n(?![ \t]*\n)|(?<=\s)(?:"[^"]*"|'[^']*')(?=\s*\))|["']"""
    r"""|\([^()]*(?:\([^()]*\)[^()]*)*\)"""
)
UP_TO_PARENTHESIS = re.compile(r"[^)\n]*")
TITLE = re.compile(r"""\s+(?:"[^"]*"|'[^']*'|\([^()]*\))\s*$""")
DEFINITION = re.compile(r"^ {0,3}\[(?!\^)([^\[\]\n]+)\]:[ \t]*<?([^\s>]+)>?", re.MULTILINE)
IMAGE_REFERENCE = re.compile(r"!\[([^\[\]]*)\](?:[ ]?\[([^\[\]]*)\])?(?!\()")
ATTRIBUTE = re.compile(
    r"""<(?:a(?=\s)|(img)(?=\s))(?:[^<>"']|"[^"<]*"|'[^'<]*')*?\s(?(1)src|href)\s*=\s*"""
    r"""(?:"([^"]*)"|'([^']*)'|([^\s"'>]+))""",
    re.IGNORECASE,
)
AUTOLINK = re.compile(r"<([a-z][a-z0-9+.-]*:[^\s<>]*)>", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Target:
    """`address` is written at `offset`; character references are resolved."""

    offset: int
    address: str
    is_image: bool = False


def targets(markdown: str) -> tuple[Target, ...]:
    """In order of appearance."""
    text = without_code(markdown)
    found = [*inline(text)]
    if "]:" in text:
        found += definitions(text)
    if "<" in text:
        found += (*attributes(text), *autolinks(text))
    return tuple(sorted(set(found), key=lambda target: (target.offset, target.is_image)))


def without_code(markdown: str) -> str:
    """The same length, code and comments blanked: offsets stay what they are."""
    text = markdown
    if MAY_BE_CODE.search(markdown):
        lines = markdown.split("\n")
        text = "\n".join(blank(line) if is_code else line for line, is_code in zip(lines, code_lines(lines)))
    if "`" in text:
        text = INLINE_CODE.sub(lambda match: blank(match[0]), text)
    return without_comments(text) if "<!--" in text else text


def blank(text: str) -> str:
    return re.sub(r"[^\n]", " ", text)


def without_comments(text: str) -> str:
    """One that is never closed is none."""
    kept: list[str] = []
    position = 0
    while (start := text.find("<!--", position)) >= 0 and (end := text.find("-->", start)) >= 0:
        kept += (text[position:start], blank(text[start : end + 3]))
        position = end + 3
    return "".join((*kept, text[position:]))


def code_lines(lines: list[str]) -> Iterator[bool]:
    """Fenced blocks, and indented ones: four spaces after a blank line, outside a list."""
    fence, in_list, may_indent = "", False, True
    for line in lines:
        opening = FENCE.match(line)
        if fence:
            yield True
            fence = "" if closes(fence, line) else fence
            continue
        if opening:
            fence = opening[1]
            yield True
            continue
        in_list = bool(LIST_ITEM.match(line)) or (in_list and (not line.strip() or line[0] in " \t"))
        is_code = may_indent and not in_list and bool(INDENTED.match(line))
        yield is_code
        may_indent = is_code or not line.strip()


def closes(fence: str, line: str) -> bool:
    mark = line.strip()
    return len(mark) >= len(fence) and not mark.strip(fence[0])


def inline(text: str) -> Iterator[Target]:
    """`[text](address "title")` and `![text](address)`, within one paragraph."""
    opened: list[int] = []
    for mark in BRACKET.finditer(text):
        match mark[0]:
            case "[":
                opened.append(mark.start())
            case "]" if opened:
                opening = opened.pop()
                if text.startswith("(", mark.end()):
                    start, address = address_at(text, mark.end() + 1)
                    yield Target(start, unescape(address), text[opening - 1 : opening] == "!")
            case ending if ending[0] == "\n":
                opened.clear()


def address_at(text: str, start: int) -> tuple[int, str]:
    """What stands between the parentheses that open before `start`, its title left out."""
    plain = PLAIN_ADDRESS.match(text, start)
    if plain:
        return start, plain[0]
    end = start + LONGEST_ADDRESS
    inside = TITLE.sub("", in_parentheses(text, start, end)).rstrip()
    address = inside.lstrip()
    start += len(inside) - len(address)
    if address.startswith("<"):
        return start + 1, address[1:].partition(">")[0]
    return start, address


def in_parentheses(text: str, start: int, end: int) -> str:
    """Up to the parenthesis that closes; up to any when none does.

    Piece by piece, for what has been read is not read again: possessive quantifiers, which would say the
    same, lose characters before CPython 3.11.5 (https://github.com/python/cpython/issues/106052).
    """
    position = start
    while piece := PIECE_IN_PARENTHESES.match(text, position, end):
        position = piece.end()
    if text.startswith(")", position, end):
        return text[start:position]
    found = UP_TO_PARENTHESIS.match(text, start, end)
    return found[0] if found else ""


def definitions(text: str) -> Iterator[Target]:
    """`[name]: address`, an image as soon as one image uses the name."""
    shown = {(name or alt).casefold() for alt, name in IMAGE_REFERENCE.findall(text)}
    for match in DEFINITION.finditer(text):
        yield Target(match.start(2), unescape(match[2]), match[1].casefold() in shown)


def attributes(text: str) -> Iterator[Target]:
    for match in ATTRIBUTE.finditer(text):
        group = next(number for number in (2, 3, 4) if match[number] is not None)
        yield Target(match.start(group), unescape(match[group]), match[1] is not None)


def autolinks(text: str) -> Iterator[Target]:
    for match in AUTOLINK.finditer(text):
        yield Target(match.start(1), unescape(match[1]))
