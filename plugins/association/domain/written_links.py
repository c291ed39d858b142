"""The links, images and embedded films that a text has, as they are written, each with its place.

Not a Markdown parser: it finds what Python-Markdown and a browser would follow.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from html import unescape

from .asides import spoken
from .markup import embeds

LONGEST_ADDRESS = 1000
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
    """`address` is written at `offset`; character references are resolved.

    is_embedded: of a film or a frame, which `unshown` tells of.
    """

    offset: int
    address: str
    is_image: bool = False
    is_embedded: bool = False


@lru_cache(maxsize=16384)
def targets(markdown: str) -> tuple[Target, ...]:
    """In order of appearance; none in code, none in what is for editors alone."""
    if "]" not in markdown and "<" not in markdown:
        return ()
    text = spoken(markdown)
    found = [*inline(text)]
    if "]:" in text:
        found += definitions(text)
    if "<" in text:
        found += (*attributes(text), *autolinks(text), *embedded(text))
    return tuple(sorted(set(found), key=lambda target: (target.offset, target.is_image)))


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


def embedded(text: str) -> Iterator[Target]:
    """What visitors get a link to in place of a film or a frame."""
    for start, _, _, embed in embeds(text):
        if embed:
            yield Target(start, embed.address, is_embedded=True)


def bare(markdown: str, url: str) -> Iterator[Target]:
    """Full addresses of this site that stand in a text without more ado."""
    if url and url in markdown:
        for found in re.finditer(rf"(?<![\w(<\"'=/]){re.escape(url)}/[^\s<>()\"'\]]*", spoken(markdown)):
            yield Target(found.start(), found[0].rstrip(".,;:!?*_~»"))
