"""The theme's colours that follow from the one accent of an association, and their contrasts.

Neutral colours, alert and warning are the theme's own (`tokens.css`), repeated here only to be measured.
"""

from collections.abc import Mapping
from dataclasses import dataclass

from .colour import Colour, Oklch, contrast, from_oklch, is_colour, mixed, to_oklch

__all__ = ["PAIRS", "Failure", "Pair", "Palette", "failures", "is_colour", "palette", "stylesheet"]

Token = str
Tokens = Mapping[Token, Colour]


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

TEXT, READING, BOUNDARY = 4.5, 7, 3
PAIRS = (
    *(Pair("ink", ground, READING) for ground in ("paper", "paper-2", "wash", "field")),
    *(Pair("ink-2", ground, TEXT) for ground in ("paper", "paper-2", "wash")),
    *(Pair("accent", ground, TEXT) for ground in ("paper", "paper-2", "wash", "field")),
    Pair("accent-2", "paper", TEXT),
    Pair("on-accent", "accent", TEXT),
    Pair("on-accent", "accent-2", TEXT),
    Pair("on-band", "band", TEXT),
    *(Pair("alert", ground, TEXT) for ground in ("paper", "paper-2")),
    *(Pair("warn", ground, TEXT) for ground in ("paper", "paper-2")),
    *(Pair("control", ground, BOUNDARY) for ground in ("paper", "field")),
    Pair("accent", "wash-2", BOUNDARY),
)


def palette(seed: Colour) -> Palette:
    colour = to_oklch(seed)
    return Palette(_light(colour), _dark(colour))


def failures(seed: Colour, pairs: tuple[Pair, ...] = PAIRS) -> tuple[Failure, ...]:
    derived = palette(seed)
    schemes = {"light": {**NEUTRAL.light, **derived.light}, "dark": {**NEUTRAL.dark, **derived.dark}}
    measured = (
        Failure(scheme, pair, contrast(tokens[pair.foreground], tokens[pair.background]))
        for scheme, tokens in schemes.items()
        for pair in pairs
    )
    return tuple(failure for failure in measured if failure.contrast < failure.pair.required)


def stylesheet(seed: Colour) -> str:
    derived = palette(seed)
    light, dark = _declarations(derived.light, "  "), _declarations(derived.dark, "    ")
    return f":root {{\n{light}\n}}\n@media (prefers-color-scheme: dark) {{\n  :root {{\n{dark}\n  }}\n}}\n"


def _declarations(tokens: Tokens, indent: str) -> str:
    return "\n".join(f"{indent}--{token}: {colour};" for token, colour in tokens.items())


def _light(seed: Oklch) -> Tokens:
    ground = NEUTRAL.light
    chroma, hue = min(seed.chroma, 0.13), seed.hue
    lightness = _darkened(min(seed.lightness, 0.46), chroma, hue)
    accent = from_oklch(lightness, chroma, hue)
    tint = from_oklch(0.62, min(chroma, 0.09), hue)
    wash = mixed(ground["paper"], tint, 0.15)
    return {
        "accent": accent,
        "accent-2": from_oklch(lightness - 0.09, chroma, hue),
        "on-accent": ground["field"],
        "wash": wash,
        "wash-2": mixed(wash, tint, 0.17),
        "band": accent,
        "on-band": ground["field"],
        "band-rule": mixed(accent, ground["field"], 0.35),
    }


def _darkened(lightness: float, chroma: float, hue: float) -> float:
    """Down to 6:1 on the darkest paper."""
    while contrast(from_oklch(lightness, chroma, hue), NEUTRAL.light["paper-2"]) < 6 and lightness > 0.15:
        lightness -= 0.005
    return lightness


def _dark(seed: Oklch) -> Tokens:
    ground = NEUTRAL.dark
    chroma, hue = min(seed.chroma, 0.095), seed.hue
    lightness = _lightened(max(min(seed.lightness, 0.86), 0.78), chroma, hue)
    band = from_oklch(0.335, min(chroma, 0.055), hue)
    tint = from_oklch(0.5, min(chroma, 0.07), hue)
    wash = mixed(ground["paper"], tint, 0.28)
    return {
        "accent": from_oklch(lightness, chroma, hue),
        "accent-2": from_oklch(min(lightness + 0.08, 0.95), chroma * 0.7, hue),
        "on-accent": ground["field"],
        "wash": wash,
        "wash-2": mixed(wash, tint, 0.35),
        "band": band,
        "on-band": ground["ink"],
        "band-rule": mixed(band, ground["ink"], 0.35),
    }


def _lightened(lightness: float, chroma: float, hue: float) -> float:
    """Up to 7:1 on the lightest of the dark grounds."""
    while contrast(from_oklch(lightness, chroma, hue), NEUTRAL.dark["paper-2"]) < 7 and lightness < 0.95:
        lightness += 0.005
    return lightness
