"""A picture opened through Pillow within our limits, Pillow's many exceptions made one.

Without decoding it, what it is and which way up (the one thing we take from EXIF): quick enough to look at
every picture of a site at every check.
"""

import warnings
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import BinaryIO

from PIL.AvifImagePlugin import AvifImageFile
from PIL.ExifTags import Base
from PIL.Image import DecompressionBombError, Exif, Image, Transpose
from PIL.ImageFile import ImageFile
from PIL.JpegImagePlugin import JpegImageFile
from PIL.PngImagePlugin import PngImageFile
from PIL.WebPImagePlugin import WebPImageFile

from .formats import BadImage, Format, Reason, format_of
from .svg import drawing, size_of

MOST_MEGAPIXELS = 40
LONGEST_SIDE = 16_383  # the most that WebP can hold

# Not Image.open: it knows formats we do not publish, and only warns above its limit, a global variable.
READERS: dict[Format, type[ImageFile]] = {
    Format.JPEG: JpegImageFile,
    Format.PNG: PngImageFile,
    Format.WEBP: WebPImageFile,
    Format.AVIF: AvifImageFile,
}

TURNS = {
    2: Transpose.FLIP_LEFT_RIGHT,
    3: Transpose.ROTATE_180,
    4: Transpose.FLIP_TOP_BOTTOM,
    5: Transpose.TRANSPOSE,
    6: Transpose.ROTATE_270,
    7: Transpose.TRANSVERSE,
    8: Transpose.ROTATE_90,
}

LYING_DOWN = (Transpose.TRANSPOSE, Transpose.ROTATE_270, Transpose.TRANSVERSE, Transpose.ROTATE_90)


def turn(image: Image) -> Transpose | None:
    """What puts the picture upright, read from the header: Image.getexif() would decode a whole PNG."""
    exif = Exif()
    try:
        exif.load(image.info.get("exif", b""))
        return TURNS.get(exif.get(Base.Orientation, 1))
    except Exception:  # a damaged EXIF block raises anything, and the picture around it is still good
        return None


@dataclass(frozen=True, slots=True)
class Original:
    """`turn`: what puts the image upright."""

    image: ImageFile
    turn: Transpose | None

    @property
    def is_lying_down(self) -> bool:
        return self.turn in LYING_DOWN

    @property
    def upright_size(self) -> tuple[int, int]:
        width, height = self.image.size
        return (height, width) if self.is_lying_down else (width, height)


@contextmanager
def opened(path: Path, file_format: Format) -> Iterator[Original]:
    """The header is read, the pixels are not."""
    with path.open("rb") as file:
        yield original_in(file, file_format)


def original_in(file: BinaryIO, file_format: Format) -> Original:
    with decoding():
        image = READERS[file_format](file)
        original = Original(image, turn(image))
    _check_size(*image.size)
    return original


@contextmanager
def decoding() -> Iterator[None]:
    """Decoders of hostile bytes raise anything, from struct.error to MemoryError: the file is broken."""
    try:
        with warnings.catch_warnings():
            warnings.filterwarnings("ignore", module=r"PIL\.")
            yield
    except DecompressionBombError as error:
        raise _too_many_pixels("> 100") from error
    except Exception as error:
        raise BadImage(Reason.BROKEN) from error


def _check_size(width: int, height: int) -> None:
    if width * height > MOST_MEGAPIXELS * 1_000_000:
        raise _too_many_pixels(f"{width * height / 1_000_000:.1f}")
    if max(width, height) > LONGEST_SIDE:
        raise BadImage(Reason.SIDE_TOO_LONG, width=width, height=height, limit=LONGEST_SIDE)


def _too_many_pixels(megapixels: str) -> BadImage:
    return BadImage(Reason.TOO_MANY_PIXELS, megapixels=megapixels, limit=MOST_MEGAPIXELS)


@dataclass(frozen=True, slots=True)
class Facts:
    """width and height: as seen, upright. has_alpha: it can be transparent, not that some of it is."""

    width: int
    height: int
    format: Format
    is_vector: bool
    has_alpha: bool

    @property
    def pixels(self) -> int:
        return self.width * self.height


def inspect(path: Path, as_logo: bool = False) -> Facts:
    """BadImage when it cannot be published; a picture that is cut short is found by its renditions only."""
    found = format_of(path)
    if found is not Format.SVG:
        return _of_photo(path, found)
    if not as_logo:
        raise BadImage(Reason.VECTOR)
    return _of_drawing(path)


def decode(path: Path) -> None:
    """BadImage when a photo is cut short; a JPEG is decoded at an eighth of its size, which reads it all."""
    found = format_of(path)
    if found is not Format.SVG:
        with opened(path, found) as original, decoding():
            original.image.draft(None, (1, 1))
            original.image.load()


def _of_photo(path: Path, found: Format) -> Facts:
    with opened(path, found) as original, decoding():
        has_alpha = original.image.has_transparency_data
        return Facts(*original.upright_size, found, is_vector=False, has_alpha=has_alpha)


def _of_drawing(path: Path) -> Facts:
    width, height = size_of(drawing(path.read_bytes()))
    return Facts(width, height, Format.SVG, is_vector=True, has_alpha=True)
