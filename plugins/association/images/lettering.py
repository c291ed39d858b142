"""Words as pixels, set in the fonts that come with the program: the same on every machine.

Neither the fonts of the machine nor the text shaper of Pillow have a part in it.
"""

import re
import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache, lru_cache
from pathlib import Path

from PIL.Image import Image
from PIL.ImageDraw import Draw
from PIL.ImageFont import FreeTypeFont, Layout, truetype

Face = Path
Mask = object
"""A picture of one letter, as ImageDraw takes it."""

FONTS = Path(__file__).with_name("fonts")
SANS: Face = FONTS / "inter-display-semibold-latin.otf"
SERIF: Face = FONTS / "assosite-serif-latin.otf"
"""As the theme has them: what one looks up, and what one reads."""

LEADING = 1.14
BREAKING_SPACE = re.compile(r"[^\S\u00a0\u202f]+")
# French puts a space before these signs and after the first quotation mark: no place to begin another line.
INNER_SPACE = re.compile(r" (?=[:;!?»%€])|(?<=«) ")
NO_BREAK_SPACE = "\u00a0"
NOT_A_CHARACTER = "\uffff"
ELLIPSIS = "…"
LONGEST = 300
NARROWING = 0.95
PARTS_OF_A_PIXEL = 64


@dataclass(frozen=True, slots=True)
class Room:
    width: int
    height: int
    most_lines: int

    def lines_at(self, size: int) -> int:
        return min(self.most_lines, int(self.height / (size * LEADING)))


@dataclass(frozen=True, slots=True)
class Setting:
    font: FreeTypeFont
    lines: tuple[str, ...]


@lru_cache(maxsize=64)
def font_of(size: float, face: Face = SANS) -> FreeTypeFont:
    return truetype(face, size, layout_engine=Layout.BASIC)


def drawable(text: str, face: Face = SANS) -> str:
    """Without what the font has no glyph for, such as emoji; at most as long as any card has room for."""
    spaced = BREAKING_SPACE.sub(" ", unicodedata.normalize("NFC", text)).strip()
    kept = "".join(character for character in spaced[:LONGEST] if _has_glyph(character, face))
    return INNER_SPACE.sub(NO_BREAK_SPACE, re.sub(" {2,}", " ", kept).strip())


def fitted(text: str, room: Room, sizes: Sequence[int], face: Face = SANS) -> Setting:
    """In the first of `sizes` that holds it all, else in the last one and cut short."""
    for size in sizes:
        font = font_of(size, face)
        lines = wrapped(text, font, room.width)
        if len(lines) <= room.lines_at(size) and _fit(lines, font, room.width):
            return Setting(font, _balanced(lines, font, room.width))
    return Setting(font, _cut(lines, font, room.width, room.lines_at(size)))


def wrapped(text: str, font: FreeTypeFont, width: float) -> tuple[str, ...]:
    """A word that is wider than a line has a line to itself."""
    lines: list[str] = []
    for word in text.split(" "):
        longer = f"{lines[-1]} {word}" if lines else word
        if lines and width_of(longer, font) <= width:
            lines[-1] = longer
        else:
            lines.append(word)
    return tuple(lines)


def shortened(text: str, font: FreeTypeFont, width: float) -> str:
    """Whole when it fits, else cut to end in an ellipsis."""
    if width_of(text, font) <= width:
        return text
    while text and width_of(text + ELLIPSIS, font) > width:
        text = text[:-1].rstrip(" ,;:.-–—\u00a0\u202f")
    return text + ELLIPSIS


def width_of(line: str, font: FreeTypeFont) -> float:
    """Letter by letter, each of them measured once; those drawn closer together only leave room."""
    return sum(_advance(character, font) for character in line)


@lru_cache(maxsize=8192)
def _advance(character: str, font: FreeTypeFont) -> float:
    return font.getlength(character)


def write(image: Image, line: str, left: float, baseline: float, font: FreeTypeFont, tone: int) -> None:
    """As ImageDraw.text does, with kerning; and every letter is drawn once for all lines of all cards."""
    draw, before = Draw(image).draw, ""
    for character in line:
        left += _kerning(before, character, font)
        mask, (across, down) = _glyph(character, font)
        draw.draw_bitmap((round(left) + across, round(baseline) + down), mask, tone)
        left, before = left + _advance(character, font), character


@lru_cache(maxsize=8192)
def _glyph(character: str, font: FreeTypeFont) -> tuple[Mask, tuple[int, int]]:
    """And where it lies, seen from the baseline."""
    return font.getmask2(character, "L", anchor="ls")


@lru_cache(maxsize=8192)
def _kerning(before: str, character: str, font: FreeTypeFont) -> float:
    """In whole pixels, which the basic layout of Pillow takes for parts of one (src/_imagingft.c: PIXEL)."""
    if not before:
        return 0
    told = font.getlength(before + character) - _advance(before, font) - _advance(character, font)
    return told * PARTS_OF_A_PIXEL if abs(told) < 1 else told


@lru_cache(maxsize=4096)
def _has_glyph(character: str, face: Face) -> bool:
    if character.isspace():
        return True
    is_visible = unicodedata.category(character)[0] not in "CM"
    return is_visible and bytes(font_of(20, face).getmask(character)) != _no_glyph(face)


@cache
def _no_glyph(face: Face) -> bytes:
    """The box that stands for any other character."""
    return bytes(font_of(20, face).getmask(NOT_A_CHARACTER))


def _fit(lines: Sequence[str], font: FreeTypeFont, width: float) -> bool:
    return all(width_of(line, font) <= width for line in lines)


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
