"""A picture of pixels inside a drawing, `<image href="data:image/png;base64,…">`, made anew like any other.

It stays a part of the drawing; one that lies elsewhere would not be shown, since no browser follows addresses
in a drawing that is itself a picture.
"""

import re
from base64 import b64decode, b64encode
from binascii import Error
from io import BytesIO
from urllib.parse import unquote_to_bytes

from .formats import SIGNATURES, BadImage, Format, Reason
from .reading import decoding, original_in
from .renditions import encoded, is_line_art, ordinary

ADDRESS = re.compile(r"\s*data:([^,]*),(.*)", re.DOTALL | re.IGNORECASE)
LONGEST_SHOWN = 60


def embedded(address: str) -> str:
    """A data: address of the same pixels, and of nothing else that the file has held."""
    found = ADDRESS.fullmatch(address)
    if not found:
        raise BadImage(Reason.SVG_LINKED_IMAGE, address=address.strip()[:LONGEST_SHOWN])
    content = octets(found[1], found[2])
    known = next((one for one, signature in SIGNATURES.items() if signature.match(content)), None)
    if known is None:
        raise BadImage(Reason.SVG_IMAGE)
    file_format, again = made_again(content, known)
    return f"data:image/{file_format};base64,{b64encode(again).decode()}"


def octets(kind: str, written: str) -> bytes:
    """Drawing programs break the long line, and some write `+` as `%2B`."""
    plain = unquote_to_bytes(written)
    if not kind.lower().rstrip().endswith("base64"):
        return plain
    try:
        return b64decode(b"".join(plain.split()) + b"==")
    except Error as error:
        raise BadImage(Reason.SVG_IMAGE) from error


def made_again(content: bytes, file_format: Format) -> tuple[Format, bytes]:
    """A photo stays a JPEG; all else is a PNG, which loses nothing."""
    try:
        with decoding():
            original = original_in(BytesIO(content), file_format)
            original.image.load()
            pixels = ordinary(original.image, original.turn)
    except BadImage as bad:
        raise BadImage(Reason.SVG_IMAGE) if bad.reason is Reason.BROKEN else bad from bad
    is_photo = file_format is Format.JPEG
    kept = Format.JPEG if is_photo else Format.PNG
    return kept, encoded(pixels, kept, not is_photo and is_line_art(pixels))
