"""The colours that follow from an association's accent."""

import random
import re
from collections.abc import Mapping
from itertools import product

import pytest

from association.drawings.colours import (
    PAIRS,
    STAND_INS,
    Pair,
    contrast,
    failures,
    is_usable,
    nearest_usable,
    palette,
    stylesheet,
    to_oklch,
)

TOKENS = ("accent", "accent-2", "on-accent", "wash", "wash-2", "band", "on-band", "band-rule")
# For each seed, the light and the dark colours in the order of TOKENS, as the design settled them.
SETTLED = {
    "#0c5c60": (
        "#0c5c60 #014245 #fffefb #dee7e3 #c6d9d6 #0c5c60 #fffefb #619596",
        "#80c5c9 #acdbde #0e1213 #1a3133 #1f4749 #043f42 #ece8dd #557a78",
    ),
    "#8c1d40": (
        "#8c1d40 #6b002a #fffefb #eee2df #e4cece #8c1d40 #fffefb #b46c81",
        "#ec9eac #f9c0c9 #0e1213 #34292c #51373d #4f2a31 #ece8dd #866c6d",
    ),
    "#ffcc00": (
        "#6c5500 #4f3d00 #fffefb #eae5d6 #ddd5bd #ffcc00 #1b2122 #af900c",
        "#ffcc00 #ffecb8 #0e1213 #2f2d20 #474026 #413511 #ece8dd #7d7458",
    ),
    "#1f4fd8": (
        "#1f4fd8 #092fb9 #fffefb #e3e5e8 #cfd5e1 #1f4fd8 #fffefb #6d8ce4",
        "#99b7f5 #bbd1fe #0e1213 #252e3a #344157 #283653 #ece8dd #6d7483",
    ),
    "#e2001a": (
        "#e2001a #a00210 #fffefb #eee2dc #e4cfc8 #e2001a #fffefb #ec5969",
        "#eea097 #fac1ba #0e1213 #342929 #513836 #4f2b27 #ece8dd #866d67",
    ),
    "#2e7d32": (
        "#2e7d32 #005b0e #fffefb #e2e7db #cdd9c7 #2e7d32 #fffefb #77aa78",
        "#92c891 #b7ddb6 #0e1213 #233127 #314633 #243e24 #ece8dd #6a7a65",
    ),
    "#777777": (
        "#585858 #404040 #fffefb #e7e5e0 #d7d5d1 #585858 #fffefb #929291",
        "#b7b7b7 #d1d1d1 #0e1213 #2a2e2e #3e4141 #373737 #ece8dd #767571",
    ),
    "#5b2a86": (
        "#5b2a86 #430b6a #fffefb #e9e3e7 #dad1de #5b2a86 #fffefb #9474af",
        "#c5a8e9 #dbc7f5 #0e1213 #2d2b37 #433b52 #3d2f4d #ece8dd #7a707f",
    ),
    "#00ffff": (
        "#036262 #004747 #fffefb #dae8e3 #bedad6 #00ffff #1b2122 #09b1b2",
        "#00ffff #b3fffe #0e1213 #1a3132 #1f4747 #043f3f #ece8dd #557a76",
    ),
    "#000000": (
        "#000000 #000000 #fffefb #e7e5e0 #d7d5d1 #000000 #fffefb #595958",
        "#b7b7b7 #d1d1d1 #0e1213 #2a2e2e #3e4141 #373737 #ece8dd #767571",
    ),
}


def written(tokens: Mapping[str, str]) -> str:
    return " ".join(tokens[token] for token in TOKENS)


def random_seeds(number: int) -> list[str]:
    chance = random.Random(62)
    return [f"#{chance.randrange(1 << 24):06x}" for _ in range(number)]


@pytest.mark.parametrize("seed", SETTLED)
def test_palette_is_the_one_of_the_design(seed: str) -> None:
    """The ten seeds tried in the design: the seed where it can be read, else the shade settled there."""
    derived = palette(seed)

    assert SETTLED[seed] == (written(derived.light), written(derived.dark))


def test_short_and_capital_notations_mean_the_same_seed() -> None:
    """#FC0 is #ffcc00."""
    derived = palette("#FC0")

    assert palette("#ffcc00") == derived


@pytest.mark.parametrize("seed", [*SETTLED, "#ffffff"])
def test_colours_tried_in_the_design_have_no_failure(seed: str) -> None:
    """Every pair of these seeds reaches its contrast in both schemes."""
    found = failures(seed)

    assert () == found


CUBE = [f"#{red:02x}{green:02x}{blue:02x}" for red, green, blue in product(range(0, 256, 51), repeat=3)]


def test_any_other_seed_has_no_failure() -> None:
    """Whatever colour an association gives, every text stays readable, every button is told from the page."""
    found = {seed: failures(seed) for seed in (*CUBE, *random_seeds(100))}

    assert {} == {seed: failing for seed, failing in found.items() if failing}


@pytest.mark.parametrize("seed", CUBE)
def test_the_accent_is_used_as_it_is_wherever_it_can_be_read(seed: str) -> None:
    """As text on paper, and as the ground of text, in each scheme (WCAG 2.2, 1.4.3)."""
    derived = palette(seed)
    light, dark = contrast(seed, "#f8f6f0") >= 4.5, contrast(seed, "#14191a") >= 4.5
    on_band = max(contrast(seed, ink) for ink in ("#fffefb", "#1b2122")) >= 4.5

    assert (light, dark) == (seed == derived.light["accent"], seed == derived.dark["accent"])
    assert on_band is (seed == derived.light["band"])


@pytest.mark.parametrize(
    ("seed", "near"),
    [("#777", "#717171"), ("#808080", "#818181"), ("#e2001a", None), ("#ffcc00", None), ("#8c1d40", None),
     ("#000", None), ("#fff", None), ("#0c5c60", None)],
)  # fmt: skip
def test_a_colour_that_cannot_do_has_a_near_one_that_can(seed: str, near: str | None) -> None:
    """Cannot do: links and buttons have it neither on light pages nor on dark ones."""
    assert near == (None if is_usable(seed) else nearest_usable(seed))


def test_the_nearest_that_can_do_can_do() -> None:
    """And it is of the same hue, hardly darker or lighter."""
    unusable = [seed for seed in CUBE if not is_usable(seed)]
    moved = [abs(to_oklch(seed).lightness - to_oklch(nearest_usable(seed)).lightness) for seed in unusable]

    assert 10 < len(unusable)
    assert all(is_usable(nearest_usable(seed)) for seed in unusable)
    assert max(moved) < 0.1


def test_a_button_keeps_a_colour_that_is_too_light_for_text() -> None:
    """With dark words on it, as long as it is told from the page."""
    light = palette("#e8590c").light

    assert ("#e8590c", "#1b2122") == (light["button"], light["on-button"])


def test_text_on_darker_paper_is_a_little_darker() -> None:
    """Only there, and only where the accent itself would not do."""
    red, teal = palette("#e2001a").light, palette("#0c5c60").light

    assert contrast(red["accent"], "#efece3") < 4.5 <= contrast(red["accent-deep"], "#efece3")
    assert "accent-deep" not in teal


def test_a_pair_below_its_contrast_is_named() -> None:
    """A failure tells the two colours, the scheme, what was measured and what was expected."""
    found = failures("#0c5c60", (Pair("rule", "paper", 1.8), Pair("ink", "paper", 7)))

    assert [
        "rule on paper (light): contrast 1.37, expected at least 1.8",
        "rule on paper (dark): contrast 1.60, expected at least 1.8",
    ] == [str(failure) for failure in found]


def test_every_derived_text_colour_is_measured() -> None:
    """No token that carries information escapes the measure; the lines of the band are decoration."""
    measured = {token for pair in PAIRS for token in (pair.foreground, pair.background)}

    assert {"band-rule"} == {*TOKENS, *STAND_INS} - measured


@pytest.mark.parametrize("seed", SETTLED)
def test_light_accent_is_dark_on_its_wash_and_the_dark_one_light(seed: str) -> None:
    """Each scheme keeps its own polarity, whatever the seed."""
    light, dark = palette(seed).light, palette(seed).dark
    on_black = [
        contrast(colour, "#000000")
        for colour in (light["accent"], light["wash"], dark["wash"], dark["accent"])
    ]

    assert (True, True) == (on_black[0] < on_black[1], on_black[2] < on_black[3])


def test_stylesheet_assigns_every_token_once_in_each_scheme() -> None:
    """The light colours stand on the root, the dark ones behind the reader's preference."""
    light, dark = stylesheet("#8c1d40").split("@media (prefers-color-scheme: dark)")
    derived = palette("#8c1d40")

    assert (dict(derived.light), dict(derived.dark)) == tuple(
        dict(re.findall(r"--([\w-]+): (#[0-9a-f]{6});", scheme)) for scheme in (light, dark)
    )


@pytest.mark.parametrize("seed", ["#e2001a", "#e8590c"])
def test_what_one_scheme_adds_the_other_takes_back(seed: str) -> None:
    """A token that only light pages need would else be that of dark ones too."""
    light, dark = (
        re.findall(r"--([\w-]+):", scheme)
        for scheme in stylesheet(seed).split("@media (prefers-color-scheme: dark)")
    )

    assert light == dark
    assert not STAND_INS.keys().isdisjoint(light)


def test_stylesheet_reads_as_a_person_would_write_it() -> None:
    """One declaration a line, indented in its block."""
    lines = stylesheet("#0c5c60").splitlines()

    assert [":root {", "  --accent: #0c5c60;", "  --accent-2: #014245;"] == lines[:3]
    assert ["}", "@media (prefers-color-scheme: dark) {", "  :root {", "    --accent: #80c5c9;"] == lines[
        9:13
    ]
    assert ["    --band-rule: #557a78;", "  }", "}"] == lines[-3:]
