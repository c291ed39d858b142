"""Colours as text and as numbers: sRGB notation, WCAG contrast, OKLCH.

OKLab by Björn Ottosson, https://bottosson.github.io/posts/oklab/ (public domain).
"""

import math
import re
from dataclasses import dataclass

Colour = str
Channels = tuple[float, float, float]

NOTATION = re.compile(r"#(?:[0-9a-f]{3}|[0-9a-f]{6})", re.ASCII | re.IGNORECASE)
CHROMA_STEP = 0.002
GAMUT_TOLERANCE = 0.0005


@dataclass(frozen=True, slots=True)
class Oklch:
    lightness: float
    chroma: float
    hue: float


def is_colour(text: str) -> bool:
    return NOTATION.fullmatch(text) is not None


def six_digits(colour: Colour) -> Colour:
    """#FC0 as #ffcc00."""
    return _notation(_channels(colour))


def contrast(one: Colour, other: Colour) -> float:
    """WCAG 2 contrast ratio, 1 to 21."""
    lighter, darker = sorted((_luminance(one), _luminance(other)), reverse=True)
    return (lighter + 0.05) / (darker + 0.05)


def mixed(base: Colour, tint: Colour, share: float) -> Colour:
    pairs = zip(_channels(base), _channels(tint), strict=True)
    red, green, blue = (x * (1 - share) + y * share for x, y in pairs)
    return _notation((red, green, blue))


def to_oklch(colour: Colour) -> Oklch:
    red, green, blue = _linear(colour)
    long = (0.4122214708 * red + 0.5363325363 * green + 0.0514459929 * blue) ** (1 / 3)
    medium = (0.2119034982 * red + 0.6806995451 * green + 0.1073969566 * blue) ** (1 / 3)
    short = (0.0883024619 * red + 0.2817188376 * green + 0.6299787005 * blue) ** (1 / 3)
    lightness = 0.2104542553 * long + 0.7936177850 * medium - 0.0040720468 * short
    a = 1.9779984951 * long - 2.4285922050 * medium + 0.4505937099 * short
    b = 0.0259040371 * long + 0.7827717662 * medium - 0.8086757660 * short
    return Oklch(lightness, math.hypot(a, b), math.atan2(b, a))


def from_oklch(lightness: float, chroma: float, hue: float) -> Colour:
    """The nearest sRGB colour of that lightness and hue: chroma gives way."""
    while chroma > 0 and not _is_in_gamut(_linear_of(Oklch(lightness, chroma, hue))):
        chroma -= CHROMA_STEP
    red, green, blue = map(_encoded, _linear_of(Oklch(lightness, max(chroma, 0), hue)))
    return _notation((red, green, blue))


def _luminance(colour: Colour) -> float:
    red, green, blue = _linear(colour)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def _linear(colour: Colour) -> Channels:
    red, green, blue = map(_decoded, _channels(colour))
    return red, green, blue


def _channels(colour: Colour) -> Channels:
    digits = colour.removeprefix("#")
    if len(digits) == 3:
        digits = "".join(digit * 2 for digit in digits)
    red, green, blue = (int(digits[i : i + 2], 16) / 255 for i in (0, 2, 4))
    return red, green, blue


def _notation(channels: Channels) -> Colour:
    return "#" + "".join(f"{round(_clamped(channel) * 255):02x}" for channel in channels)


def _decoded(channel: float) -> float:
    return channel / 12.92 if channel <= 0.04045 else ((channel + 0.055) / 1.055) ** 2.4


def _encoded(channel: float) -> float:
    channel = _clamped(channel)
    return 12.92 * channel if channel <= 0.0031308 else 1.055 * channel ** (1 / 2.4) - 0.055


def _clamped(channel: float) -> float:
    return min(1, max(0, channel))


def _is_in_gamut(channels: Channels) -> bool:
    return all(-GAMUT_TOLERANCE <= channel <= 1 + GAMUT_TOLERANCE for channel in channels)


def _linear_of(colour: Oklch) -> Channels:
    a, b = colour.chroma * math.cos(colour.hue), colour.chroma * math.sin(colour.hue)
    long = (colour.lightness + 0.3963377774 * a + 0.2158037573 * b) ** 3
    medium = (colour.lightness - 0.1055613458 * a - 0.0638541728 * b) ** 3
    short = (colour.lightness - 0.0894841775 * a - 1.2914855480 * b) ** 3
    return (
        4.0767416621 * long - 3.3077115913 * medium + 0.2309699292 * short,
        -1.2684380046 * long + 2.6097574011 * medium - 0.3413193965 * short,
        -0.0041960863 * long - 0.7034186147 * medium + 1.7076147010 * short,
    )
