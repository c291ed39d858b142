"""Colours as text and as numbers (sRGB, WCAG contrast, OKLCH), and the theme's palette from one accent.

OKLab by Björn Ottosson, https://bottosson.github.io/posts/oklab/ (public domain).
The accent itself is used as it is wherever it can be read (WCAG 2.2: 1.4.3 for text, 1.4.11 for what is not);
where it cannot, a shade of it takes its place.
Neutral colours, alert and warning are the theme's own (`tokens.css`), repeated here only to be measured.
"""

import math
import re
from collections.abc import Mapping
from dataclasses import dataclass

Colour = str
Channels = tuple[float, float, float]

NOTATION = re.compile(r"#(?:[0-9a-f]{3}|[0-9a-f]{6})", re.ASCII | re.IGNORECASE)
CHROMA_STEP = 0.002
GAMUT_TOLERANCE = 0.0005

Token = str
Tokens = Mapping[Token, Colour]
TEXT, READING, BOUNDARY = 4.5, 7, 3

STAND_INS = {"accent-deep": "accent", "button": "accent", "on-button": "on-accent"}
"""Tokens that are only written where they differ from another."""
FINEST = 0.0025


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


__all__ = [
    "PAIRS",
    "Failure",
    "Pair",
    "Palette",
    "failures",
    "is_colour",
    "is_usable",
    "nearest_usable",
    "palette",
    "stylesheet",
]


@dataclass(frozen=True, slots=True)
class Palette:
    light: Tokens
    dark: Tokens


@dataclass(frozen=True, slots=True)
class Pair:
    foreground: Token
    background: Token
    required: float


@dataclass(frozen=True, slots=True)
class Failure:
    scheme: str
    pair: Pair
    contrast: float

    def __str__(self) -> str:
        pair = self.pair
        return (
            f"{pair.foreground} on {pair.background} ({self.scheme}): contrast {self.contrast:.2f}, "
            f"expected at least {pair.required:g}"
        )


NEUTRAL = Palette(
    light={
        "paper": "#f8f6f0", "paper-2": "#efece3", "field": "#fffefb", "ink": "#1b2122", "ink-2": "#55564e",
        "rule": "#d9d4c7", "control": "#7b786e", "alert": "#97291d", "warn": "#75500a",
    },
    dark={
        "paper": "#14191a", "paper-2": "#1d2324", "field": "#0e1213", "ink": "#ece8dd", "ink-2": "#b0aea3",
        "rule": "#363d3e", "control": "#858b88", "alert": "#f2a397", "warn": "#e6c07a",
    },
)  # fmt: skip

PAIRS = (
    *(Pair("ink", ground, READING) for ground in ("paper", "paper-2", "wash", "field")),
    *(Pair("ink-2", ground, TEXT) for ground in ("paper", "paper-2", "wash")),
    *(Pair("accent", ground, TEXT) for ground in ("paper", "field")),
    *(Pair("accent-deep", ground, TEXT) for ground in ("paper-2", "wash")),
    *(Pair("accent-2", ground, TEXT) for ground in ("paper", "paper-2", "wash")),
    Pair("on-accent", "accent", TEXT),
    Pair("on-accent", "accent-2", TEXT),
    Pair("on-button", "button", TEXT),
    Pair("on-band", "band", TEXT),
    *(Pair("alert", ground, TEXT) for ground in ("paper", "paper-2")),
    *(Pair("warn", ground, TEXT) for ground in ("paper", "paper-2")),
    *(Pair("control", ground, BOUNDARY) for ground in ("paper", "field")),
    *(Pair("accent", ground, BOUNDARY) for ground in ("paper-2", "wash", "wash-2")),
    *(Pair("button", ground, BOUNDARY) for ground in ("paper", "paper-2")),
)


def palette(seed: Colour) -> Palette:
    colour = six_digits(seed)
    return Palette(_light(colour), _dark(colour))


def is_usable(seed: Colour) -> bool:
    """Whether links and buttons have the very colour, on light pages or on dark ones."""
    derived = palette(seed)
    return six_digits(seed) in (derived.light["accent"], derived.dark["accent"])


def nearest_usable(seed: Colour) -> Colour:
    """Of the same hue, a little darker or lighter."""
    colour = to_oklch(seed)
    for step in range(1, round(1 / FINEST)):
        for lightness in (colour.lightness - step * FINEST, colour.lightness + step * FINEST):
            shade = from_oklch(min(max(lightness, 0), 1), colour.chroma, colour.hue)
            if is_usable(shade):
                return shade
    return seed


def failures(seed: Colour, pairs: tuple[Pair, ...] = PAIRS) -> tuple[Failure, ...]:
    derived = palette(seed)
    schemes = {
        "light": complete({**NEUTRAL.light, **derived.light}),
        "dark": complete({**NEUTRAL.dark, **derived.dark}),
    }
    measured = (
        Failure(scheme, pair, contrast(tokens[pair.foreground], tokens[pair.background]))
        for scheme, tokens in schemes.items()
        for pair in pairs
    )
    return tuple(failure for failure in measured if failure.contrast < failure.pair.required)


def complete(tokens: Tokens) -> Tokens:
    return {**{token: tokens[other] for token, other in STAND_INS.items()}, **tokens}


def stylesheet(seed: Colour) -> str:
    derived = palette(seed)
    tokens = (*derived.light, *derived.dark)  # what one scheme needs the other has to take back
    light, dark = (
        _declarations({token: complete(scheme)[token] for token in dict.fromkeys(tokens)}, indent)
        for scheme, indent in ((derived.light, "  "), (derived.dark, "    "))
    )
    return f":root {{\n{light}\n}}\n@media (prefers-color-scheme: dark) {{\n  :root {{\n{dark}\n  }}\n}}\n"


def _declarations(tokens: Tokens, indent: str) -> str:
    return "\n".join(f"{indent}--{token}: {colour};" for token, colour in tokens.items())


def _light(seed: Colour) -> Tokens:
    ground, colour = NEUTRAL.light, to_oklch(seed)
    shade = colour if contrast(seed, ground["paper"]) >= TEXT else _darker(colour)
    accent = seed if shade is colour else _of(shade)
    tint = from_oklch(0.62, min(colour.chroma, 0.09), colour.hue)
    wash, wash_2 = _washes(accent, ground["paper"], tint, (0.15, 0.17))
    deep = _moved(shade, -0.005, ground["paper-2"], wash)
    return {
        "accent": accent,
        "accent-2": from_oklch(max(deep.lightness - 0.09, 0), deep.chroma, deep.hue),
        "on-accent": ground["field"],
        "wash": wash,
        "wash-2": wash_2,
        **_band(seed, accent, ground),
        **({} if deep is shade else {"accent-deep": _of(deep)}),
        **_button(seed, accent, ground),
    }


def _dark(seed: Colour) -> Tokens:
    """The band stays dim here: it is a ground, and would outshine the page."""
    ground, colour = NEUTRAL.dark, to_oklch(seed)
    shade = colour if contrast(seed, ground["paper"]) >= TEXT else _lighter(colour)
    accent = seed if shade is colour else _of(shade)
    tint = from_oklch(0.5, min(colour.chroma, 0.07), colour.hue)
    wash, wash_2 = _washes(accent, ground["paper"], tint, (0.28, 0.35))
    deep = _moved(shade, 0.005, ground["paper-2"], wash)
    band = from_oklch(0.335, min(colour.chroma, 0.055), colour.hue)
    brighter = max(min(deep.lightness + 0.08, 0.95), deep.lightness)
    return {
        "accent": accent,
        "accent-2": from_oklch(brighter, deep.chroma * 0.7, deep.hue),
        "on-accent": ground["field"],
        "wash": wash,
        "wash-2": wash_2,
        "band": band,
        "on-band": ground["ink"],
        "band-rule": mixed(band, ground["ink"], 0.35),
        **({} if deep is shade else {"accent-deep": _of(deep)}),
        **_button(seed, accent, ground),
    }


def _washes(
    accent: Colour, paper: Colour, tint: Colour, shares: tuple[float, float]
) -> tuple[Colour, Colour]:
    """Weaker where the accent would not be told from them."""
    wash = mixed(paper, tint, shares[0])
    wash_2 = mixed(wash, tint, shares[1])
    if contrast(accent, wash_2) >= BOUNDARY:
        return wash, wash_2
    return _washes(accent, paper, tint, (shares[0] * 0.9, shares[1] * 0.9))


def _of(shade: Oklch) -> Colour:
    return from_oklch(shade.lightness, shade.chroma, shade.hue)


def _moved(shade: Oklch, step: float, *grounds: Colour) -> Oklch:
    """Darker or lighter until it can be read as text on all of these grounds; itself if it can."""
    moved = shade
    while any(contrast(_of(moved), ground) < TEXT for ground in grounds) and 0 < moved.lightness < 1:
        moved = Oklch(moved.lightness + step, moved.chroma, moved.hue)
    return moved


def _on(fill: Colour, ground: Tokens) -> Colour | None:
    """What text on `fill` is written with; None when neither light nor dark can be read on it."""
    inks = sorted((ground["field"], ground["ink"]), key=lambda ink: contrast(ink, fill))
    return inks[-1] if contrast(inks[-1], fill) >= TEXT else None


def _band(seed: Colour, accent: Colour, ground: Tokens) -> Tokens:
    ink = _on(seed, ground)
    band, on_band = (seed, ink) if ink else (accent, ground["field"])
    return {"band": band, "on-band": on_band, "band-rule": mixed(band, on_band, 0.35)}


def _button(seed: Colour, accent: Colour, ground: Tokens) -> Tokens:
    """Of the accent as it is also where only text on it can be read, and the button be told from the page."""
    ink = _on(seed, ground)
    stands_out = all(contrast(seed, ground[paper]) >= BOUNDARY for paper in ("paper", "paper-2"))
    return {"button": seed, "on-button": ink} if ink and stands_out and seed != accent else {}


def _darker(seed: Oklch) -> Oklch:
    """Down to 6:1 on the darkest paper."""
    shade = Oklch(min(seed.lightness, 0.46), min(seed.chroma, 0.13), seed.hue)
    while contrast(_of(shade), NEUTRAL.light["paper-2"]) < 6 and shade.lightness > 0.15:
        shade = Oklch(shade.lightness - 0.005, shade.chroma, shade.hue)
    return shade


def _lighter(seed: Oklch) -> Oklch:
    """Up to 7:1 on the lightest of the dark grounds."""
    shade = Oklch(max(min(seed.lightness, 0.86), 0.78), min(seed.chroma, 0.095), seed.hue)
    while contrast(_of(shade), NEUTRAL.dark["paper-2"]) < 7 and shade.lightness < 0.95:
        shade = Oklch(shade.lightness + 0.005, shade.chroma, shade.hue)
    return shade
