"""Whom a file names: a PDF, an office document (OOXML, OpenDocument, the old formats, RTF), a picture.

Who made it, wrote remarks into it or changed it; of pictures, EXIF, IPTC and XMP, the text chunks of PNG, the
comment of JPEG.
"""

import re
from collections.abc import Callable, Iterator
from itertools import islice
from typing import IO, TYPE_CHECKING, BinaryIO
from zipfile import ZipFile

from .markup import names_in_xmp, texts

if TYPE_CHECKING:
    from PIL.ImageFile import ImageFile
    from pypdf import PdfReader
    from pypdf.generic import PdfObject

    Reader = Callable[[BinaryIO], ImageFile]


PERSONAL = re.compile(
    r"/(?:.*(?:author|auteur|modified_?by|saved_?by|operator|editor)|manager)s?", re.IGNORECASE
)
"""Keys of the information dictionary; /Creator is the program (ISO 32000-1, table 317)."""
MOST_PAGES, MOST_REMARKS = 200, 200
LARGEST_PACKET = 2_000_000
NO_REMARKS = frozenset(("/Widget", "/Link", "/Popup"))
"""Their /T is the name of a field of a form, or nothing (table 170)."""

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
ARTIST, XP_COMMENT, XP_AUTHOR, EXIF_IFD = 0x013B, 0x9C9C, 0x9C9D, 0x8769
USER_COMMENT, CAMERA_OWNER = 0x9286, 0xA430
IPTC = {(2, 80): "IPTC By-line", (2, 122): "IPTC Writer", (2, 118): "IPTC Contact"}
"""IPTC-IIM 4.2, record 2."""
PNG_TEXTS = re.compile(r"(?:.*(?:author|artist|creator)|comment)", re.IGNORECASE)
TIFF_XMP = 700
MOST_PIXELS = 20_000_000
"""Behind those of a PNG more text may follow; to get there they must be unpacked."""


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


def names_in_zip(file: BinaryIO) -> Iterator[tuple[str, str]]:
    with ZipFile(file) as archive:
        parts = [info for info in archive.infolist() if PARTS.fullmatch(info.filename)]
        for info in sorted(parts, key=lambda part: (part.filename not in FIRST, part.file_size))[:MOST_PARTS]:
            attributes = IN_LISTS if LISTS_OF_PEOPLE.fullmatch(info.filename) else ATTRIBUTES
            with archive.open(info) as part:
                yield from texts(chunks(part), ELEMENTS, attributes)


def chunks(part: IO[bytes]) -> Iterator[bytes]:
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


def names_in_picture(file: BinaryIO) -> Iterator[tuple[str, str]]:
    image = opened(file)
    yield from in_exif(image)
    yield from in_iptc(image)
    yield from in_texts(image)
    packet = image.info.get("xmp") or image.info.get("XML:com.adobe.xmp") or tiff_packet(image)
    if packet:
        yield from names_in_xmp(packet.encode() if isinstance(packet, str) else bytes(packet))


def opened(file: BinaryIO) -> "ImageFile":
    """Not Image.open, which refuses large ones: nothing is decoded here."""
    from PIL.AvifImagePlugin import AvifImageFile
    from PIL.JpegImagePlugin import JpegImageFile
    from PIL.PngImagePlugin import PngImageFile
    from PIL.TiffImagePlugin import TiffImageFile
    from PIL.WebPImagePlugin import WebPImageFile

    head = file.read(12)
    file.seek(0)
    known: dict[bytes, Reader] = {
        b"\xff\xd8": JpegImageFile,
        b"\x89P": PngImageFile,
        b"II": TiffImageFile,
        b"MM": TiffImageFile,
    }
    other: Reader = WebPImageFile if head.startswith(b"RIFF") else AvifImageFile
    return known.get(head[:2], other)(file)


def in_exif(image: "ImageFile") -> Iterator[tuple[str, str]]:
    exif = image.getexif()
    private = exif.get_ifd(EXIF_IFD)
    yield "EXIF Artist", as_text(exif.get(ARTIST))
    yield "EXIF XPAuthor", as_text(exif.get(XP_AUTHOR), "utf-16-le")
    yield "EXIF CameraOwnerName", as_text(private.get(CAMERA_OWNER))
    yield "comment", as_text(exif.get(XP_COMMENT), "utf-16-le")
    yield "comment", user_comment(private.get(USER_COMMENT))


def user_comment(value: object) -> str:
    """Its first eight octets name the code it is written in (EXIF 2.32, 4.6.5)."""
    if not isinstance(value, bytes):
        return as_text(value)
    return as_text(value[8:], "utf-16" if value.startswith(b"UNICODE") else "utf-8")


def as_text(value: object, encoding: str = "utf-8") -> str:
    if isinstance(value, tuple) and all(isinstance(one, int) and 0 <= one < 256 for one in value):
        value = bytes(value)
    if isinstance(value, bytes):
        return value.decode(encoding, "replace")
    return value if isinstance(value, str) else ""


def in_iptc(image: "ImageFile") -> Iterator[tuple[str, str]]:
    from PIL.IptcImagePlugin import getiptcinfo

    found = getiptcinfo(image) or {}
    for key, field in IPTC.items():
        values = found.get(key, ())
        for value in values if isinstance(values, list) else (values,):
            yield field, as_text(value)


def in_texts(image: "ImageFile") -> Iterator[tuple[str, str]]:
    if image.format == "PNG" and image.width * image.height <= MOST_PIXELS:
        image.load()
    for key, value in list(image.info.items()):
        if isinstance(key, str) and PNG_TEXTS.fullmatch(key):
            yield "comment" if key.lower() == "comment" else key, as_text(value)


def tiff_packet(image: "ImageFile") -> str | bytes | tuple[int, ...] | None:
    packet: str | bytes | tuple[int, ...] | None = getattr(image, "tag_v2", {}).get(TIFF_XMP)
    return packet
