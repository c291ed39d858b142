"""Pelican's classic headers, `Title: Un titre : avec deux-points`, up to the first line that is none.

As in Python-Markdown's meta extension, a value is taken as it is, and a line
indented by four spaces continues it. As in Pelican, the words of a list are
separated by commas, or by semicolons when there is one.
"""

import re
from collections.abc import Iterator
from typing import NamedTuple

from ..problems import Problem
from . import yaml_refusals as refusals
from .source import Source
from .text_files import UNWANTED, invisible_characters
from .tree import Path, Tree, Value, Written

HEADER = re.compile(r" {0,3}(?P<key>[A-Za-z][\w-]*)[ \u00a0\u202f]*:(?!//)\s*(?P<value>.*)")
CONTINUATION = re.compile(r"(?: {4}|\t)\s*(?P<value>.*)")
LISTS = frozenset(("tags", "authors", "commissions", "members", "organisers"))
PLURALS = {"author": "authors", "tag": "tags"}


class At(NamedTuple):
    """A mark: line and column from 0."""

    line: int
    column: int


class Piece(NamedTuple):
    text: str
    at: At


class Header(NamedTuple):
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
    data: dict[str, Value] = {}
    parts: dict[str, Written] = {}
    empty: list[Path] = []
    for header in headers:
        if header.key in parts:
            problems.append(duplicate(header, parts, source))
            continue
        value, parts[header.key] = meaning(header)
        if value:
            data[header.key] = value
        else:
            empty.append((header.key,))
    written = (headers[0].at, parts, None)
    return Tree(file, data, written, 1, tuple(empty), tuple(problems)), body_after(lines, end)


def headers_from(lines: list[str], start: int) -> tuple[list[Header], int]:
    headers: list[Header] = []
    for number in range(start, len(lines)):
        line = lines[number]
        header, continuation = HEADER.fullmatch(line), CONTINUATION.fullmatch(line)
        if not line.strip() or not (header or continuation):
            return headers, number
        match = header or continuation
        piece = Piece(match["value"].rstrip(), At(number, match.start("value")))
        if header:
            headers.append(Header(named(header["key"]), At(number, header.start("key")), [piece]))
        else:
            headers[-1].pieces.append(piece)
    return headers, len(lines)


def named(key: str) -> str:
    name = key.lower().replace("-", "_")
    return PLURALS.get(name, name)


def body_after(lines: list[str], end: int) -> int:
    return end + 1 if end < len(lines) and not lines[end].strip() else end


def meaning(header: Header) -> tuple[Value, Written]:
    pieces = [piece for piece in header.pieces if piece.text]
    if not pieces:
        return "", (None, None, header.at)
    if header.key not in LISTS:
        return " ".join(piece.text for piece in pieces), (pieces[0].at, None, header.at)
    words = list(words_of(pieces))
    return [word.text for word in words], (pieces[0].at, [(word.at, None, None) for word in words], header.at)


def words_of(pieces: list[Piece]) -> Iterator[Piece]:
    separator = ";" if any(";" in piece.text for piece in pieces) else ","
    for piece in pieces:
        column = piece.at.column
        for word in piece.text.split(separator):
            if word.strip():
                yield Piece(word.strip(), At(piece.at.line, column + len(word) - len(word.lstrip())))
            column += len(word) + len(separator)


def duplicate(header: Header, parts: dict[str, Written], source: Source) -> Problem:
    first = parts[header.key][2]
    return refusals.duplicate(header.key, first.line + 1).problem(source.place(*header.at))
