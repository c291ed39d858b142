"""Colour notation, contrast and OKLCH."""

import pytest

from association.drawings.colours import contrast, from_oklch, is_colour, mixed, to_oklch


@pytest.mark.parametrize("text", ["#0c5c60", "#FC0", "#ABCDEF"])
def test_hexadecimal_notations_are_colours(text: str) -> None:
    """Three or six digits, in any case."""
    answer = is_colour(text)

    assert answer is True


@pytest.mark.parametrize(
    "text", ["", "0c5c60", "#0c5c6", "#0c5c6g", "#0c5c60 ", "#0c5c60\n", "teal", "#fff;}", "#12"]
)
def test_anything_else_is_not_a_colour(text: str) -> None:
    """Names, other lengths and what could end a declaration are refused."""
    answer = is_colour(text)

    assert answer is False


@pytest.mark.parametrize(
    ("one", "other", "ratio"),
    [
        ("#000000", "#ffffff", 21),
        ("#ffffff", "#000", 21),
        ("#777777", "#777777", 1),
        ("#767676", "#ffffff", 4.54),
    ],
)
def test_contrast_is_the_one_of_wcag(one: str, other: str, ratio: float) -> None:
    """Known ratios, whichever colour comes first."""
    measured = contrast(one, other)

    assert ratio == pytest.approx(measured, abs=0.005)


@pytest.mark.parametrize("colour", ["#0c5c60", "#ffcc00", "#1f4fd8", "#777777", "#000000", "#ffffff"])
def test_oklch_leads_back_to_the_same_colour(colour: str) -> None:
    """A colour of the gamut survives the way there and back."""
    there = to_oklch(colour)

    assert colour == from_oklch(there.lightness, there.chroma, there.hue)


def test_chroma_gives_way_to_lightness_and_hue() -> None:
    """A red too strong for sRGB becomes a duller one, not another hue."""
    wanted = to_oklch("#e2001a")
    found = to_oklch(from_oklch(wanted.lightness, 0.4, wanted.hue))

    assert (wanted.lightness, wanted.hue) == pytest.approx((found.lightness, found.hue), abs=0.02)


def test_mixing_takes_the_given_share_of_the_tint() -> None:
    """A quarter of white over black."""
    grey = mixed("#000000", "#ffffff", 0.25)

    assert "#404040" == grey
