"""The card that social networks and messengers show beside a link: 1200 by 630 pixels, like a printed page.

Sixteen colours, half a byte a pixel: paper, its shades to ink and to the accent. What all cards of a site
have in common is drawn once.
"""

from dataclasses import dataclass
from functools import lru_cache
from io import BytesIO
from zlib import Z_RLE

import PIL
from PIL import PngImagePlugin  # noqa: F401  (Image.save finds it registered)
from PIL.Image import Image, new
from PIL.ImageColor import getrgb
from PIL.ImageDraw import Draw

from .lettering import LEADING, LONGEST, SANS, SERIF, Room, drawable, fitted, font_of, shortened, write

Colour = str

RECIPE = f"2 {PIL.__version__}"
"""Whoever changes how a card is drawn changes the number."""
PAPER: Colour = "#f8f6f0"
INK: Colour = "#1b2122"
CARD = (1200, 630)
BAND = 14
MARGIN = 80
WIDTH = CARD[0] - 2 * MARGIN

TILE = 64
TILE_TOP = 58
NAME_SIZE = 38
RULE_LINE = 152
TITLE_TOP = 178
TITLE_SIZES = (108, 100, 92, 84, 76, 68, 60, 54)
TITLE_ROOM = Room(width=WIDTH, height=330, most_lines=4)
CAPITALS = 0.92  # from the top of a line to its baseline
THIN_LINE = 530
DETAILS_LINE = 573
DETAILS_SIZE = 34
GAP = 28
LOWERED, NAME_LOWERED = 1.35, 0.66
"""Where the baseline of a line is in its strip."""
LITTLE = 100
"""Room for no word."""

FULL, SECOND, FAINT = 255, 190, 45
INK_SHADES, ACCENT_SHADES = 8, 7
TO_INK = [tone * INK_SHADES // FULL for tone in range(FULL + 1)]
TO_ACCENT = [(tone * ACCENT_SHADES // FULL or -INK_SHADES) + INK_SHADES for tone in range(FULL + 1)]
FULL_INK, FULL_ACCENT = TO_INK[FULL], TO_ACCENT[FULL]
# Runs of one colour are nearly all there is: no other strategy is as quick, or the same with any zlib.
COMPRESSION = {"compress_level": 6, "compress_type": Z_RLE}


@dataclass(frozen=True, slots=True)
class Brand:
    """Whose site it is. accent: one that can be read on paper."""

    name: str
    initials: str
    accent: Colour


def social_card(brand: Brand, title: str, when: str = "", where: str = "", is_off: bool = False) -> bytes:
    """A PNG. is_off: it will not take place on that day, which is crossed out."""
    card = _ground(brand).copy()
    card.paste(_title(drawable(title, SERIF)), (MARGIN, TITLE_TOP))
    used = _write(card, when, MARGIN, TO_ACCENT)
    if is_off and used:
        Draw(card).line((MARGIN, DETAILS_LINE, MARGIN + used, DETAILS_LINE), fill=FULL_ACCENT, width=3)
    _write(card, where, MARGIN + used + GAP if used else MARGIN, TO_INK)
    return _png(card, brand.accent)


def can_be_drawn(title: str) -> bool:
    """Most of it: else a card would say something else than the page, or nothing."""
    drawn = sum(map(str.isalnum, drawable(title, SERIF)))
    return drawn > 0 and 2 * drawn >= sum(map(str.isalnum, title[:LONGEST]))


@lru_cache(maxsize=4)
def _ground(brand: Brand) -> Image:
    """The band, the tile and the name above the rule, in shades by their place in the palette."""
    ground = new("L", CARD, 0)
    draw = Draw(ground)
    draw.rectangle((0, 0, CARD[0], BAND - 1), fill=FULL_ACCENT)
    ground.paste(_tile(drawable(brand.initials, SERIF)), (MARGIN, TILE_TOP))
    name, font = drawable(brand.name, SERIF), font_of(NAME_SIZE, SERIF)
    left = MARGIN + TILE + 20
    shown = new("L", (WIDTH, TILE), 0)
    room = CARD[0] - MARGIN - left
    write(shown, shortened(name, font, room), 0, TILE * NAME_LOWERED, font, FULL)
    ground.paste(shown.crop((0, 0, room, TILE)).point(TO_INK), (left, TILE_TOP))
    draw.line((MARGIN, RULE_LINE, CARD[0] - MARGIN, RULE_LINE), fill=FULL_INK, width=2)
    draw.line((MARGIN, THIN_LINE, CARD[0] - MARGIN, THIN_LINE), fill=TO_INK[FAINT], width=2)
    return ground


def _tile(initials: str) -> Image:
    """Paper on the accent."""
    tile = new("L", (TILE, TILE), FULL)
    if initials:
        Draw(tile).text((TILE / 2, TILE / 2), initials[:2], fill=0, font=font_of(34, SERIF), anchor="mm")
    return tile.point(TO_ACCENT)


def _title(words: str) -> Image:
    """By its baselines, so that accents and descenders move nothing."""
    tones = new("L", (WIDTH, THIN_LINE - TITLE_TOP - 4), 0)
    setting = fitted(words, TITLE_ROOM, TITLE_SIZES, SERIF)
    baseline = setting.font.size * CAPITALS
    for line in setting.lines:
        write(tones, line, 0, baseline, setting.font, FULL)
        baseline += setting.font.size * LEADING
    return tones.point(TO_INK)


def _write(card: Image, words: str, left: int, shades: list[int]) -> int:
    """On the last line, as much as there is room for; how wide it is."""
    font, room = font_of(DETAILS_SIZE, SANS), CARD[0] - MARGIN - left
    told = shortened(drawable(words), font, room) if room > LITTLE else ""
    if not told:
        return 0
    width = min(round(font.getlength(told)), room)
    line = new("L", (width, 2 * DETAILS_SIZE), 0)
    tone = FULL if shades is TO_ACCENT else SECOND
    write(line, told, 0, DETAILS_SIZE * LOWERED, font, tone)
    card.paste(line.point(shades), (left, DETAILS_LINE - DETAILS_SIZE))
    return width


def _png(card: Image, accent: Colour) -> bytes:
    card.putpalette(_palette(accent))
    buffer = BytesIO()
    card.save(buffer, "PNG", **COMPRESSION)
    return buffer.getvalue()


@lru_cache(maxsize=4)
def _palette(accent: Colour) -> bytes:
    ink = (_shade(INK, step / INK_SHADES) for step in range(INK_SHADES + 1))
    tint = (_shade(accent, step / ACCENT_SHADES) for step in range(1, ACCENT_SHADES + 1))
    return bytes(channel for colour in (*ink, *tint) for channel in colour)


def _shade(full: Colour, share: float) -> tuple[int, ...]:
    pairs = zip(getrgb(PAPER), getrgb(full)[:3], strict=True)
    return tuple(round(paper + (colour - paper) * share) for paper, colour in pairs)
