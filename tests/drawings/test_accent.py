"""The colours that follow from an association's accent."""

import random
import re
from collections.abc import Mapping

import pytest

from association.drawings.accent import PAIRS, Pair, failures, palette, stylesheet
from association.drawings.colour import contrast

TOKENS = ("accent", "accent-2", "on-accent", "wash", "wash-2", "band", "on-band", "band-rule")
# For each seed, the light and the dark colours in the order of TOKENS, as the design settled them.
SETTLED = {
    "#0c5c60": (
        "#0c5c60 #014245 #fffefb #dee7e3 #c6d9d6 #0c5c60 #fffefb #619596",
        "#80c5c9 #acdbde #0e1213 #1a3133 #1f4749 #043f42 #ece8dd #557a78",
    ),
    "#8c1d40": (
        "#862742 #69052b #fffefb #eee2df #e4cece #862742 #fffefb #b07283",
        "#ec9eac #f9c0c9 #0e1213 #34292c #51373d #4f2a31 #ece8dd #866c6d",
    ),
    "#ffcc00": (
        "#6c5500 #4f3d00 #fffefb #eae5d6 #ddd5bd #6c5500 #fffefb #9f9058",
        "#e9cf87 #fceab9 #0e1213 #2f2d20 #474026 #413511 #ece8dd #7d7458",
    ),
    "#1f4fd8": (
        "#3353a0 #1c3983 #fffefb #e3e5e8 #cfd5e1 #3353a0 #fffefb #7a8fc0",
        "#99b7f5 #bbd1fe #0e1213 #252e3a #344157 #283653 #ece8dd #6d7483",
    ),
    "#e2001a": (
        "#93332e #761615 #fffefb #eee2dc #e4cfc8 #93332e #fffefb #b97a76",
        "#eea097 #fac1ba #0e1213 #342929 #513836 #4f2b27 #ece8dd #866d67",
    ),
    "#2e7d32": (
        "#15651d #014a0b #fffefb #e2e7db #cdd9c7 #15651d #fffefb #679b6b",
        "#92c891 #b7ddb6 #0e1213 #233127 #314633 #243e24 #ece8dd #6a7a65",
    ),
    "#777777": (
        "#585858 #404040 #fffefb #e7e5e0 #d7d5d1 #585858 #fffefb #929291",
        "#b7b7b7 #d1d1d1 #0e1213 #2a2e2e #3e4141 #373737 #ece8dd #767571",
    ),
    "#5b2a86": (
        "#59307f #401563 #fffefb #e9e3e7 #dad1de #59307f #fffefb #9378aa",
        "#c5a8e9 #dbc7f5 #0e1213 #2d2b37 #433b52 #3d2f4d #ece8dd #7a707f",
    ),
    "#00ffff": (
        "#036262 #004747 #fffefb #dae8e3 #bedad6 #036262 #fffefb #5b9998",
        "#80e5e4 #b7faf9 #0e1213 #1a3132 #1f4747 #043f3f #ece8dd #557a76",
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
    """The ten seeds tried in the design give the very same sixteen colours."""
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


def test_any_other_seed_has_no_failure() -> None:
    """Whatever colour an association gives, every text stays readable."""
    found = {seed: failures(seed) for seed in random_seeds(300)}

    assert {} == {seed: failing for seed, failing in found.items() if failing}


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

    assert {"band-rule"} == set(TOKENS) - measured


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


def test_stylesheet_reads_as_a_person_would_write_it() -> None:
    """One declaration a line, indented in its block."""
    lines = stylesheet("#0c5c60").splitlines()

    assert [":root {", "  --accent: #0c5c60;", "  --accent-2: #014245;"] == lines[:3]
    assert ["}", "@media (prefers-color-scheme: dark) {", "  :root {", "    --accent: #80c5c9;"] == lines[
        9:13
    ]
    assert ["    --band-rule: #557a78;", "  }", "}"] == lines[-3:]
