"""A picture in the sizes and formats a browser chooses from, and nothing of the original but its pixels.

The same file gives the same bytes on any machine.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from PIL.Image import Image, Resampling

from .encoding import encoded
from .formats import Format, format_of
from .opening import Original, decoding, opened
from .pixels import is_line_art, ordinary, resized
from .refusal import BadImage, Reason

OVERSAMPLING = 1.5
MODERN: tuple[str, ...] = (Format.AVIF, Format.WEBP)


@dataclass(frozen=True, slots=True)
class Rendition:
    """extension: without a dot."""

    width: int
    height: int
    format: Format
    extension: str
    content: bytes


@dataclass(frozen=True, slots=True)
class Picture:
    """The decoded original at the largest size that is asked of it; `scales` are all its sizes, rising."""

    pixels: Image
    is_line_art: bool
    scales: tuple[tuple[int, int], ...]

    @property
    def fallback(self) -> Format:
        return Format.PNG if self.is_line_art or self.pixels.mode == "RGBA" else Format.JPEG


def renditions(
    path: Path, widths: tuple[int, ...], formats: tuple[str, ...] = MODERN
) -> tuple[Rendition, ...]:
    """By rising width: each of `formats`, then the fallback. A format heavier than the fallback is left out.

    It is in or out for all widths, by their sum: a browser that prefers it would lack the missing ones.
    """
    picture = _picture(path, widths)
    sized = _sized(picture)
    fallback = _in_format(sized, picture.fallback, picture.is_line_art)
    modern = (_in_format(sized, Format(name), picture.is_line_art) for name in formats)
    kept = [series for series in modern if _weight(series) <= _weight(fallback)]
    return tuple(rendition for same_width in zip(*kept, fallback, strict=True) for rendition in same_width)


def fitting(widths: Sequence[int], original: int) -> tuple[int, ...]:
    """None wider than the original, which stands in for the wider ones."""
    return tuple(sorted({min(width, original) for width in widths}))


def _picture(path: Path, widths: tuple[int, ...]) -> Picture:
    found = format_of(path)
    if found is Format.SVG:
        raise BadImage(Reason.VECTOR)
    with opened(path, found) as original:
        scales = tuple(_scales(original.upright_size, widths))
        with decoding():
            _decode(original, scales[-1])
            pixels = ordinary(original.image, original.turn)
    has_palette = original.image.mode in ("1", "P")
    return Picture(pixels, has_palette or (found is not Format.JPEG and is_line_art(pixels)), scales)


def _scales(original: tuple[int, int], widths: tuple[int, ...]) -> Iterator[tuple[int, int]]:
    original_width, original_height = original
    for width in fitting(widths, original_width):
        yield width, max(1, round(original_height * width / original_width))


def _decode(original: Original, largest: tuple[int, int]) -> None:
    """A JPEG much larger than wanted is decoded at a half, a quarter or an eighth: quicker, and as good."""
    across, down = (round(side * OVERSAMPLING) for side in largest)
    original.image.draft(None, (down, across) if original.is_lying_down else (across, down))
    original.image.load()


def _sized(picture: Picture) -> tuple[Image, ...]:
    """Each from the largest, not from the original: almost as sharp, and much quicker."""
    largest = resized(picture.pixels, *picture.scales[-1])
    smaller = (largest.resize(scale, Resampling.LANCZOS) for scale in picture.scales[:-1])
    return (*smaller, largest)


def _in_format(sized: tuple[Image, ...], file_format: Format, is_line_art: bool) -> tuple[Rendition, ...]:
    return tuple(
        Rendition(*image.size, file_format, file_format.extension, encoded(image, file_format, is_line_art))
        for image in sized
    )


def _weight(series: tuple[Rendition, ...]) -> int:
    return sum(len(rendition.content) for rendition in series)
