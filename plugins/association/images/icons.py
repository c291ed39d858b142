"""The pictures a site has of itself: the browser's icon and the telephone's."""

from io import BytesIO

from PIL import IcoImagePlugin, PngImagePlugin  # noqa: F401  (Image.save finds them registered)
from PIL.Image import Image, new
from PIL.ImageDraw import Draw

from .lettering import drawable, font_of

Colour = str

INK: Colour = "#1b2122"

FAVICON_SIDES = (48, 32, 16)
TOUCH_SIDE = 180

# What the initials take of the side of a tile.
LETTERS_WIDE = 0.78
LETTERS_HIGH = 0.5


def favicon(initials: str, accent: Colour, paper: Colour) -> bytes:
    """An ICO of 16, 32 and 48 pixels, each drawn at its size."""
    largest, *smaller = (_tile(initials, accent, paper, side) for side in FAVICON_SIDES)
    buffer = BytesIO()
    sizes = [(side, side) for side in FAVICON_SIDES]
    largest.save(buffer, "ICO", sizes=sizes, append_images=smaller)
    return buffer.getvalue()


def touch_icon(initials: str, accent: Colour, paper: Colour) -> bytes:
    """A PNG of 180 pixels to the edge: telephones cut the corners themselves."""
    return _png(_tile(initials, accent, paper, TOUCH_SIDE))


def _tile(initials: str, accent: Colour, paper: Colour, side: int) -> Image:
    tile = new("RGB", (side, side), accent)
    letters = drawable(initials)
    font = font_of(_letter_size(letters, side))
    left, top, right, bottom = font.getbbox(letters)
    corner = ((side - left - right) / 2, (side - top - bottom) / 2)
    Draw(tile).text(corner, letters, fill=_legible(accent, paper), font=font)
    return tile


def _letter_size(letters: str, side: int) -> float:
    """The largest at which they stay inside their part of the tile."""
    left, top, right, bottom = font_of(100).getbbox(letters)
    wide, high = max(1, right - left), max(1, bottom - top)
    return round(100 * min(side * LETTERS_WIDE / wide, side * LETTERS_HIGH / high), 1)


def _legible(accent: Colour, paper: Colour) -> Colour:
    """Ink on an accent too light for paper."""
    ground = _brightness(accent)
    return max((paper, INK), key=lambda colour: abs(_brightness(colour) - ground))


def _brightness(colour: Colour) -> int:
    return new("RGB", (1, 1), colour).convert("L").tobytes()[0]


def _png(image: Image) -> bytes:
    buffer = BytesIO()
    image.save(buffer, "PNG")
    return buffer.getvalue()
