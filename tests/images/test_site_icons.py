"""The pictures a site has of itself."""

from io import BytesIO

import pytest
from pictures_on_disk import opened
from PIL import Image
from PIL.ImageColor import getrgb

from association.images.icons import favicon, touch_icon

ACCENT, PAPER = "#0c5c60", "#f8f6f0"


def test_a_favicon_has_the_three_sizes_browsers_ask_for() -> None:
    """In one ICO file."""
    icon = Image.open(BytesIO(favicon("RN", ACCENT, PAPER)))

    assert {(16, 16), (32, 32), (48, 48)} == icon.info["sizes"]


def test_a_touch_icon_fills_its_square() -> None:
    """Telephones cut the corners themselves, and paint transparency black."""
    icon = opened(touch_icon("RN", ACCENT, PAPER))

    assert ((180, 180), "RGB", getrgb(ACCENT)) == (icon.size, icon.mode, icon.getpixel((0, 0)))


@pytest.mark.parametrize(("accent", "expected"), [("#0c5c60", PAPER), ("#ffcc00", "#1b2122")])
def test_initials_are_legible_on_any_accent(accent: str, expected: str) -> None:
    """Paper on a dark one, ink on a light one."""
    icon = opened(touch_icon("II", accent, PAPER))
    colours = {colour for _, colour in icon.getcolors(10_000)}

    assert getrgb(expected) in colours


def test_initials_stand_in_the_middle() -> None:
    """To a pixel or two, by what is drawn of them."""
    icon = opened(touch_icon("RN", ACCENT, "#ffffff")).convert("L").point(lambda level: 255 * (level > 160))
    left, top, right, bottom = icon.getbbox()

    assert max(abs(180 - left - right), abs(180 - top - bottom)) <= 3


@pytest.mark.parametrize("initials", ["", "?", "É", "🎉", "ABCDEFGH"])
def test_any_initials_make_an_icon(initials: str) -> None:
    """Also those the font cannot draw: the tile is then plain."""
    assert (180, 180) == opened(touch_icon(initials, ACCENT, PAPER)).size
