"""A picture opened through Pillow within our limits, Pillow's many exceptions made one."""

import warnings
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from PIL.AvifImagePlugin import AvifImageFile
from PIL.Image import DecompressionBombError, Transpose
from PIL.ImageFile import ImageFile
from PIL.JpegImagePlugin import JpegImageFile
from PIL.PngImagePlugin import PngImageFile
from PIL.WebPImagePlugin import WebPImageFile

from .formats import Format
from .orientation import LYING_DOWN, turn
from .refusal import BadImage, Reason

MOST_MEGAPIXELS = 40
LONGEST_SIDE = 16_383  # the most that WebP can hold

# Not Image.open: it knows formats we do not publish, and only warns above its limit, a global variable.
READERS: dict[Format, type[ImageFile]] = {
    Format.JPEG: JpegImageFile,
    Format.PNG: PngImageFile,
    Format.WEBP: WebPImageFile,
    Format.AVIF: AvifImageFile,
}


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
        with decoding():
            image = READERS[file_format](file)
            original = Original(image, turn(image))
        _check_size(*image.size)
        yield original


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
