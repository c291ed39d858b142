"""Who wrote, changed or commented an office document: OOXML and OpenDocument, the old formats, RTF."""

import re
from collections.abc import Iterator
from typing import BinaryIO
from zipfile import ZipFile

from .markup import texts

PARTS = re.compile(
    r"docProps/(?:core|app)\.xml|.*\.psmdcp|meta\.xml|content\.xml|styles\.xml"
    r"|word/(?:comments\w*|document|footnotes|endnotes|people|header\d*|footer\d*)\.xml"
    r"|xl/(?:comments\w*|comments/\w+|persons/\w+|revisions/\w+)\.xml"
    r"|ppt/(?:commentAuthors|authors)\.xml|ppt/comments/\w+\.xml",
    re.IGNORECASE,
)
LISTS_OF_PEOPLE = re.compile(r"xl/persons/.*|ppt/(?:commentAuthors|authors)\.xml", re.IGNORECASE)
"""Parts in which `name` is a person's: elsewhere it is that of a style or of a drawing."""
ELEMENTS = frozenset("creator lastModifiedBy Manager initial-creator printed-by author".split())
ATTRIBUTES = frozenset(("author", "userName", "lastModifiedBy"))
IN_LISTS = ATTRIBUTES | {"name", "displayName"}
FIRST = ("docProps/core.xml", "meta.xml")
MOST_PARTS, LARGEST_PART, CHUNK = 60, 20_000_000, 65_536
RTF_HEAD = 1_000_000
RTF_INFO = re.compile(rb"\{\\(?:\*\\)?(author|operator|manager|atnauthor) ?([^{}]{1,400})\}")
RTF_SIGN = re.compile(rb"\\u(-?\d+) ?\??|\\'([0-9a-fA-F]{2})|\\[a-z]+-?\d* ?")


def names_in_zip(file: BinaryIO) -> Iterator[tuple[str, str]]:
    with ZipFile(file) as archive:
        parts = [info for info in archive.infolist() if PARTS.fullmatch(info.filename)]
        for info in sorted(parts, key=lambda part: (part.filename not in FIRST, part.file_size))[:MOST_PARTS]:
            attributes = IN_LISTS if LISTS_OF_PEOPLE.fullmatch(info.filename) else ATTRIBUTES
            with archive.open(info) as part:
                yield from texts(chunks(part), ELEMENTS, attributes)


def chunks(part: "BinaryIO") -> Iterator[bytes]:
    """No more than LARGEST_PART, whatever the archive says it holds."""
    for _ in range(LARGEST_PART // CHUNK):
        chunk = part.read(CHUNK)
        if not chunk:
            return
        yield chunk


def names_in_ole(file: BinaryIO) -> Iterator[tuple[str, str]]:
    """Word, Excel and PowerPoint up to 2003: the summary information ([MS-OLEPS] 2.25.1)."""
    from olefile import OleFileIO

    with OleFileIO(file) as document:
        summary = document.get_metadata()
    encoding = "utf-8" if summary.codepage in (None, 65001) else f"cp{summary.codepage % 65536}"
    for field in ("author", "last_saved_by", "manager"):
        value = getattr(summary, field)
        if isinstance(value, bytes):
            yield field, value.decode(encoding, "replace")
        elif isinstance(value, str):
            yield field, value


def names_in_rtf(file: BinaryIO) -> Iterator[tuple[str, str]]:
    for field, written in RTF_INFO.findall(file.read(RTF_HEAD)):
        yield field.decode(), rtf_text(written)


def rtf_text(written: bytes) -> str:
    return RTF_SIGN.sub(rtf_sign, written).decode("utf-8", "replace")


def rtf_sign(sign: re.Match[bytes]) -> bytes:
    if sign[1]:
        return chr(int(sign[1]) % 65536).encode("utf-8", "replace")
    return bytes((int(sign[2], 16),)).decode("cp1252", "replace").encode() if sign[2] else b""
