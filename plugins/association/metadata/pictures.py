"""Whom a picture names: EXIF, IPTC and XMP, the text chunks of PNG, the comment of JPEG."""

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING, BinaryIO

from .markup import names_in_xmp

if TYPE_CHECKING:
    from PIL.ImageFile import ImageFile

ARTIST, XP_COMMENT, XP_AUTHOR, EXIF_IFD = 0x013B, 0x9C9C, 0x9C9D, 0x8769
USER_COMMENT, CAMERA_OWNER = 0x9286, 0xA430
IPTC = {(2, 80): "IPTC By-line", (2, 122): "IPTC Writer", (2, 118): "IPTC Contact"}
"""IPTC-IIM 4.2, record 2."""
PNG_TEXTS = re.compile(r"(?:.*(?:author|artist|creator)|comment)", re.IGNORECASE)
TIFF_XMP = 700
MOST_PIXELS = 20_000_000
"""Behind those of a PNG more text may follow; to get there they must be unpacked."""


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
    known = {b"\xff\xd8": JpegImageFile, b"\x89P": PngImageFile, b"II": TiffImageFile, b"MM": TiffImageFile}
    other = WebPImageFile if head.startswith(b"RIFF") else AvifImageFile
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


def tiff_packet(image: "ImageFile") -> object:
    return getattr(image, "tag_v2", {}).get(TIFF_XMP)
