"""The pictures a site has of itself: the browser's icon, the telephone's, the card beside a shared link.

Words are set in the one font that comes with the program, never those of the machine, nor by its text shaper:
the same words are to give the same pixels everywhere.
"""

import re
import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from io import BytesIO
from pathlib import Path

from PIL import IcoImagePlugin, PngImagePlugin  # noqa: F401  (Image.save finds them registered)
from PIL.Image import Image, new
from PIL.ImageColor import getrgb
from PIL.ImageDraw import Draw, ImageDraw
from PIL.ImageFont import FreeTypeFont, Layout, truetype

Colour = str

PAPER: Colour = "#f8f6f0"
INK: Colour = "#1b2122"

FAVICON_SIDES = (48, 32, 16)
TOUCH_SIDE = 180

# What the initials take of the side of a tile.
LETTERS_WIDE = 0.78
LETTERS_HIGH = 0.5

CARD = (1200, 630)
BAND = 12
MARGIN = 88
TITLE_TOP = 100
TITLE_SIZES = (120, 112, 104, 94, 84, 76, 68, 60)
LEADING = 1.14

CAPITALS = 0.73  # their height
NAME_SIZE = 32
NAME_LINE = 548
RULE_LINE = 506
# From 0, paper, to 255, ink; in STEPS shades.
INK_TONE = 255
NAME_TONE = 190
RULE_TONE = 40
STEPS = 15
FONT = Path(__file__).with_name("fonts") / "inter-display-semibold-latin.otf"
BREAKING_SPACE = re.compile(r"[^\S\u00a0\u202f]+")
# French puts a space before these signs and after the first quotation mark: no place to begin another line.
INNER_SPACE = re.compile(r" (?=[:;!?»%€])|(?<=«) ")
NO_BREAK_SPACE = "\u00a0"
NOT_A_CHARACTER = "\uffff"
ELLIPSIS = "…"
LONGEST = 300
NARROWING = 0.95


@dataclass(frozen=True, slots=True)
class Room:
    width: int
    height: int
    most_lines: int

    def lines_at(self, size: int) -> int:
        return min(self.most_lines, int(self.height / (size * LEADING)))


TITLE_ROOM = Room(width=CARD[0] - 2 * MARGIN, height=386, most_lines=4)


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


def social_card(title: str, name: str, accent: Colour) -> bytes:
    """A PNG of 1200 by 630."""
    tones = new("L", CARD, 0)
    draw = Draw(tones)
    _draw_title(draw, fitted(drawable(title), TITLE_ROOM, TITLE_SIZES))
    draw.line((MARGIN, RULE_LINE, CARD[0] - MARGIN, RULE_LINE), fill=RULE_TONE, width=2)
    font = font_of(NAME_SIZE)
    shown = shortened(drawable(name), font, TITLE_ROOM.width)
    draw.text((MARGIN, NAME_LINE), shown, fill=NAME_TONE, font=font, anchor="lm")
    return _png(_in_colour(tones, accent))


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


@dataclass(frozen=True, slots=True)
class Setting:
    font: FreeTypeFont
    lines: tuple[str, ...]


def _draw_title(draw: ImageDraw, title: Setting) -> None:
    """By its baselines, so that accents and descenders move nothing."""
    baseline = TITLE_TOP + title.font.size * CAPITALS
    for line in title.lines:
        draw.text((MARGIN, baseline), line, fill=INK_TONE, font=title.font, anchor="ls")
        baseline += title.font.size * LEADING


def _in_colour(tones: Image, accent: Colour) -> Image:
    """Fifteen shades from paper to ink, and the accent as the sixteenth colour: half a byte a pixel."""
    card = tones.point(lambda tone: tone * (STEPS - 1) // INK_TONE)
    card.paste(STEPS, (0, 0, CARD[0], BAND))
    shades = (_shade(step / (STEPS - 1)) for step in range(STEPS))
    card.putpalette(bytes(channel for colour in (*shades, getrgb(accent)[:3]) for channel in colour))
    return card


def _shade(share: float) -> tuple[int, ...]:
    pairs = zip(getrgb(PAPER), getrgb(INK), strict=True)
    return tuple(round(paper + (ink - paper) * share) for paper, ink in pairs)


def _png(image: Image) -> bytes:
    buffer = BytesIO()
    image.save(buffer, "PNG")
    return buffer.getvalue()


@lru_cache(maxsize=32)
def font_of(size: float) -> FreeTypeFont:
    return truetype(FONT, size, layout_engine=Layout.BASIC)


def drawable(text: str) -> str:
    """Without what the font has no glyph for, such as emoji; at most as long as any card has room for."""
    spaced = BREAKING_SPACE.sub(" ", unicodedata.normalize("NFC", text)).strip()
    kept = "".join(character for character in spaced[:LONGEST] if _has_glyph(character))
    return INNER_SPACE.sub(NO_BREAK_SPACE, re.sub(" {2,}", " ", kept).strip())


def fitted(text: str, room: Room, sizes: Sequence[int]) -> Setting:
    """In the first of `sizes` that holds it all, else in the last one and cut short."""
    for size in sizes:
        font = font_of(size)
        lines = wrapped(text, font, room.width)
        if len(lines) <= room.lines_at(size) and _fit(lines, font, room.width):
            return Setting(font, _balanced(lines, font, room.width))
    return Setting(font, _cut(lines, font, room.width, room.lines_at(size)))


def wrapped(text: str, font: FreeTypeFont, width: float) -> tuple[str, ...]:
    """A word that is wider than a line has a line to itself."""
    lines: list[str] = []
    for word in text.split(" "):
        longer = f"{lines[-1]} {word}" if lines else word
        if lines and font.getlength(longer) <= width:
            lines[-1] = longer
        else:
            lines.append(word)
    return tuple(lines)


def shortened(text: str, font: FreeTypeFont, width: float) -> str:
    """Whole when it fits, else cut to end in an ellipsis."""
    if font.getlength(text) <= width:
        return text
    while text and font.getlength(text + ELLIPSIS) > width:
        text = text[:-1].rstrip(" ,;:.-–—\u00a0\u202f")
    return text + ELLIPSIS


def _has_glyph(character: str) -> bool:
    if character.isspace():
        return True
    is_visible = unicodedata.category(character)[0] not in "CM"
    return is_visible and bytes(font_of(20).getmask(character)) != bytes(font_of(20).getmask(NOT_A_CHARACTER))


def _fit(lines: Sequence[str], font: FreeTypeFont, width: float) -> bool:
    return all(font.getlength(line) <= width for line in lines)


def _balanced(lines: tuple[str, ...], font: FreeTypeFont, width: float) -> tuple[str, ...]:
    """Lines of about the same length: as narrow as can be without one more line or a word that sticks out."""
    narrower = lines
    while len(narrower) == len(lines) > 1 and _fit(narrower, font, width):
        lines = narrower
        width *= NARROWING
        narrower = wrapped(" ".join(lines), font, width)
    return lines


def _cut(lines: Sequence[str], font: FreeTypeFont, width: float, most_lines: int) -> tuple[str, ...]:
    *whole, last = lines[:most_lines]
    rest = " ".join((last, *lines[most_lines:]))
    return tuple(shortened(line, font, width) for line in (*whole, rest))
