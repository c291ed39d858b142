"""Who made a PDF and who wrote remarks into it, through pypdf."""

import re
from collections.abc import Iterator
from itertools import islice
from typing import TYPE_CHECKING, BinaryIO

from .markup import names_in_xmp

if TYPE_CHECKING:
    from pypdf import PdfReader
    from pypdf.generic import PdfObject

PERSONAL = re.compile(
    r"/(?:.*(?:author|auteur|modified_?by|saved_?by|operator|editor)|manager)s?", re.IGNORECASE
)
"""Keys of the information dictionary; /Creator is the program (ISO 32000-1, table 317)."""
MOST_PAGES, MOST_REMARKS = 200, 200
LARGEST_PACKET = 2_000_000
NO_REMARKS = frozenset(("/Widget", "/Link", "/Popup"))
"""Their /T is the name of a field of a form, or nothing (table 170)."""


def names_in_pdf(file: BinaryIO) -> Iterator[tuple[str, str]]:
    from pypdf import PdfReader  # only now: importing it takes a fifth of a second

    reader = PdfReader(file)
    if reader.is_encrypted:
        reader.decrypt("")
    for key, value in (reader.metadata or {}).items():
        if PERSONAL.fullmatch(str(key)):
            yield str(key)[1:], words(value)
    yield from names_in_packet(reader)
    yield from remarks(reader)


def names_in_packet(reader: "PdfReader") -> Iterator[tuple[str, str]]:
    stream = reader.root_object.get("/Metadata")
    if stream is not None:
        yield from names_in_xmp(stream.get_object().get_data()[:LARGEST_PACKET])


def remarks(reader: "PdfReader") -> Iterator[tuple[str, str]]:
    """/T of markup annotations is the name of who made them (table 170)."""
    for page in islice(reader.pages, MOST_PAGES):
        found = page.get("/Annots")
        for each in islice(found.get_object() if found is not None else (), MOST_REMARKS):
            remark = each.get_object()
            if remark.get("/T") is not None and remark.get("/Subtype") not in NO_REMARKS:
                yield "annotation", words(remark["/T"])


def words(value: "PdfObject") -> str:
    """Of a text; a hostile file may hold anything there."""
    found = value.get_object()
    if isinstance(found, bytes):
        return found.decode("latin-1")
    return str(found) if isinstance(found, str) else ""
