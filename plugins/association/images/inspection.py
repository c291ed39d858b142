"""What a picture is, without decoding it: quick enough to look at every picture of a site at every check."""

from dataclasses import dataclass
from pathlib import Path

from .formats import Format, format_of
from .opening import decoding, opened
from .refusal import BadImage, Reason
from .svg import drawing
from .svg_size import size_of


@dataclass(frozen=True, slots=True)
class Facts:
    """width and height: as seen, upright. has_alpha: it can be transparent, not that some of it is."""

    width: int
    height: int
    format: Format
    is_vector: bool
    has_alpha: bool


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
