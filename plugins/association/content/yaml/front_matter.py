"""A Markdown file in two: its front matter as a tree, its body as text.

Front matter is YAML between two `---` lines, or the classic headers of Pelican, `Title: Un titre : avec
deux-points`, up to the first line that is none. As in Python-Markdown's meta extension, a value of those is
taken as it is, and a line indented by four spaces continues it. As in Pelican, the words of a list are
separated by commas, or by semicolons when there is one. What the fields mean is not decided here.
"""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import NamedTuple

from ...problems import ContentError, Place, Problem, sentence
from . import messages
from .pasted import conflicts
from .reader import lenient_tree
from .source import UNWANTED, Source, invisible_characters, with_plain_newlines
from .tree import NOWHERE, Items, Node, Origin, Path, Tree, Value, marks_of

FENCE = "---"
HEADER = re.compile(r" {0,3}(?P<key>[A-Za-z][\w-]*)[ \u00a0\u202f]*:(?!//)\s*(?P<value>.*)")
CONTINUATION = re.compile(r"(?: {4}|\t)\s*(?P<value>.*)")
LISTS = frozenset(("tags", "authors", "commissions", "members", "organisers"))
PLURALS = {"author": "authors", "tag": "tags"}


@dataclass(frozen=True, slots=True)
class Document:
    """body_line: the line of the file on which `body` begins. is_classic: its fields are Pelican's."""

    tree: Tree
    body: str
    body_line: int
    is_classic: bool = False


def split(text: str, file: str) -> Document:
    """The parts of a file; without front matter the tree is empty.

    Like `lenient_tree`, leaves in `tree.problems` what does not make the fields unreadable.
    """
    text = with_plain_newlines(text)
    if problems := conflicts(Source(text, file), is_markdown=True):
        raise ContentError(problems)
    lines = text.split("\n")
    start = next((number for number, line in enumerate(lines) if line.strip()), 0)
    if lines[start].rstrip() == FENCE:
        return split_at_fences(lines, start, file)
    if looks_classic(lines[start]):
        tree, end = read_headers(lines, start, file)
        return Document(tree, "\n".join(lines[end:]), end + 1, is_classic=True)
    return Document(Tree(Node(Origin(file))), text, 1)


def split_at_fences(lines: list[str], start: int, file: str) -> Document:
    """Lines `start` and the next `---` line enclose the front matter."""
    inside = range(start + 1, len(lines))
    end = next((number for number in inside if lines[number].rstrip() == FENCE), None)
    if end is None:
        raise ContentError([never_closed(Place(file, start + 1))])
    tree = lenient_tree("\n".join(lines[start + 1 : end]), file, start + 2)
    return Document(tree, "\n".join(lines[end + 1 :]), end + 2)


def never_closed(place: Place) -> Problem:
    return Problem(
        place,
        "front-matter-open",
        sentence('the "---" here opens the fields, but no second "---" closes them'),
        sentence('write "---" alone on a line after the last field'),
    )


class At(NamedTuple):
    """A mark: line and column from 0."""

    line: int
    column: int


class Piece(NamedTuple):
    text: str
    at: At


class ClassicHeader(NamedTuple):
    key: str
    at: At
    pieces: list[Piece]


def looks_classic(line: str) -> bool:
    return HEADER.fullmatch(line) is not None


def read_headers(lines: list[str], start: int, file: str) -> tuple[Tree, int]:
    """The fields from line `start` on, and the number (from 0) of the line where the body begins."""
    headers, end = headers_from(lines, start)
    source = Source("\n".join(lines[:end]), file)
    problems = [*invisible_characters(source, UNWANTED)]
    node = Node(Origin(file), start=headers[0].at)
    empty: list[Path] = []
    for header in headers:
        if header.key in node.marks:
            problems.append(duplicate(header, node, source))
        elif not add(header, node):
            empty.append((header.key,))
    return Tree(node, tuple(empty), tuple(problems)), body_after(lines, end)


def headers_from(lines: list[str], start: int) -> tuple[list[ClassicHeader], int]:
    headers: list[ClassicHeader] = []
    for number in range(start, len(lines)):
        line = lines[number]
        header = HEADER.fullmatch(line)
        match = header or CONTINUATION.fullmatch(line)
        if match is None or not line.strip():
            return headers, number
        piece = Piece(match["value"].rstrip(), At(number, match.start("value")))
        if header:
            headers.append(ClassicHeader(named(header["key"]), At(number, header.start("key")), [piece]))
        else:
            headers[-1].pieces.append(piece)
    return headers, len(lines)


def named(key: str) -> str:
    name = key.lower().replace("-", "_")
    return PLURALS.get(name, name)


def body_after(lines: list[str], end: int) -> int:
    return end + 1 if end < len(lines) and not lines[end].strip() else end


def add(header: ClassicHeader, node: Node) -> bool:
    """Whether it has a value."""
    pieces = [piece for piece in header.pieces if piece.text]
    start = pieces[0].at if pieces else NOWHERE
    node.marks[header.key] = marks_of(start, key=header.at)
    if header.key in LISTS:
        value: Value = listed(words_of(pieces), Items(node.origin, (header.key,), start))
    else:
        value = " ".join(piece.text for piece in pieces)
    if value:
        node[header.key] = value
    return bool(value)


def listed(words: Iterable[Piece], items: Items) -> Items:
    for index, word in enumerate(words):
        items.append(word.text)
        items.marks[index] = marks_of(word.at)
    return items


def words_of(pieces: list[Piece]) -> Iterator[Piece]:
    separator = ";" if any(";" in piece.text for piece in pieces) else ","
    for piece in pieces:
        column = piece.at.column
        for word in piece.text.split(separator):
            if word.strip():
                yield Piece(word.strip(), At(piece.at.line, column + len(word) - len(word.lstrip())))
            column += len(word) + len(separator)


def duplicate(header: ClassicHeader, node: Node, source: Source) -> Problem:
    first = node.key_place(header.key)
    return messages.duplicate(header.key, first.line).problem(source.place(*header.at))
