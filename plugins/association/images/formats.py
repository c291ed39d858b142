"""Which format a file is in, from its size, first bytes and extension only; why a picture is refused.

A reason and the values for a sentence about it, not the sentence.
"""

import math
import re
from enum import StrEnum
from pathlib import Path

HEAVIEST_MEGABYTES = 20
HEAVIEST = HEAVIEST_MEGABYTES * 1024 * 1024
HEAD = 4096

NOT_PUBLISHED = {
    "GIF": re.compile(rb"GIF8[79]a"),
    "TIFF": re.compile(rb"II\*\x00|MM\x00\*"),
    "BMP": re.compile(rb"BM.{8}", re.DOTALL),
    "HEIC": re.compile(rb".{4}ftyp(?:hei|hev|mif|msf)", re.DOTALL),
    "JPEG XL": re.compile(rb"\xff\x0a|\x00\x00\x00\x0cJXL "),
    "JPEG 2000": re.compile(rb"\x00\x00\x00\x0cjP  "),
    "ICO": re.compile(rb"\x00\x00\x01\x00"),
    "Photoshop": re.compile(rb"8BPS"),
    "PDF": re.compile(rb"%PDF-"),
    "PostScript": re.compile(rb"%!PS"),
}

Value = str | int


class Format(StrEnum):
    JPEG = "jpeg"
    PNG = "png"
    WEBP = "webp"
    AVIF = "avif"
    SVG = "svg"

    @property
    def extension(self) -> str:
        """As we write it."""
        return "jpg" if self is Format.JPEG else self.value


EXTENSIONS = {
    Format.JPEG: (".jpg", ".jpeg", ".jpe", ".jfif"),
    Format.PNG: (".png",),
    Format.WEBP: (".webp",),
    Format.AVIF: (".avif",),
    Format.SVG: (".svg",),
}
SIGNATURES = {
    Format.JPEG: re.compile(rb"\xff\xd8\xff"),
    Format.PNG: re.compile(rb"\x89PNG\r\n\x1a\n"),
    Format.WEBP: re.compile(rb"RIFF.{4}WEBP", re.DOTALL),
    # An ISO media file (ISO 14496-12, 4.3) whose brands include AVIF.
    Format.AVIF: re.compile(rb".{4}ftyp(?:.{4}){0,16}?avi[fs]", re.DOTALL),
}


def format_of(path: Path) -> Format:
    """The true format; BadImage when it is not one of ours, too heavy, or not what the extension says."""
    head = _head(path)
    found = next((known for known, signature in SIGNATURES.items() if signature.match(head)), None)
    found = found or _drawing(path, head)
    if found is None:
        raise _not_ours(head)
    if path.suffix.lower() not in EXTENSIONS[found]:
        raise BadImage(Reason.EXTENSION, extension=path.suffix, format=found.upper())
    return found


def check_weight(size: int) -> None:
    """The weight is rounded up: never « 20.0 MB; the limit is 20 MB »."""
    if size > HEAVIEST:
        megabytes = math.ceil(10 * size / 1024 / 1024) / 10
        raise BadImage(Reason.TOO_HEAVY, megabytes=f"{megabytes:.1f}", limit=HEAVIEST_MEGABYTES)


def _head(path: Path) -> bytes:
    if not path.is_file():
        raise BadImage(Reason.MISSING)
    try:
        check_weight(path.stat().st_size)
        with path.open("rb") as file:
            return file.read(HEAD)
    except OSError as error:
        raise BadImage(Reason.UNREADABLE) from error


def _drawing(path: Path, head: bytes) -> Format | None:
    """A file is read as SVG when its name or its beginning says so, and nothing says otherwise."""
    if any(signature.match(head) for signature in NOT_PUBLISHED.values()):
        return None
    is_drawing = path.suffix.lower() in EXTENSIONS[Format.SVG] or b"<svg" in head
    return Format.SVG if is_drawing else None


class Reason(StrEnum):
    """After each reason, the values that come with it."""

    MISSING = "missing"
    UNREADABLE = "unreadable"
    TOO_HEAVY = "too-heavy"  # megabytes, limit
    NOT_AN_IMAGE = "not-an-image"
    FORMAT = "format"  # format: the name of one that is not published
    VECTOR = "vector"  # an SVG that is not a logo
    EXTENSION = "extension"  # extension, format: the true one
    BROKEN = "broken"
    TOO_MANY_PIXELS = "too-many-pixels"  # megapixels, limit
    SIDE_TOO_LONG = "side-too-long"  # width, height, limit
    SVG_BROKEN = "svg-broken"  # line
    SVG_ENTITIES = "svg-entities"  # line
    SVG_ROOT = "svg-root"  # root: the name of the element found
    SVG_TOO_COMPLEX = "svg-too-complex"
    SVG_SIZE = "svg-size"  # neither viewBox nor width and height
    SVG_LINKED_IMAGE = "svg-linked-image"  # address: of a picture outside of the drawing
    SVG_IMAGE = "svg-image"  # a picture in the drawing that cannot be read
    SVG_EMPTY = "svg-empty"  # nothing drawable


class BadImage(Exception):
    def __init__(self, reason: Reason, **values: Value) -> None:
        super().__init__(reason)
        self.reason = reason
        self.values = values

    def __str__(self) -> str:
        return " ".join((self.reason, *(f"{name}={value}" for name, value in self.values.items())))


def _not_ours(head: bytes) -> BadImage:
    for name, signature in NOT_PUBLISHED.items():
        if signature.match(head):
            return BadImage(Reason.FORMAT, format=name)
    return BadImage(Reason.NOT_AN_IMAGE)
