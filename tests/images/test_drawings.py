"""Which pictures are drawings on a light ground: those that a theme may turn over in the dark."""

from pathlib import Path

import pytest
from PIL import Image, ImageDraw

from association.images.renditions import Cache, renditions

WIDTHS = (60, 120)


def drawn(ground: str, ink: str, mode: str = "RGB") -> Image.Image:
    image = Image.new(mode, (200, 120), ground)
    ImageDraw.Draw(image).rectangle((40, 30, 120, 90), outline=ink, width=6)
    return image


def photograph() -> Image.Image:
    bands = (Image.linear_gradient("L"), Image.radial_gradient("L"), Image.linear_gradient("L").rotate(90))
    return Image.merge("RGB", bands)


PICTURES = {
    "ink on paper": (drawn("#ffffff", "#1b2122"), "png", True),
    "ink on a tint": (drawn("#dee7e3", "#0c5c60"), "png", True),
    "few colours": (drawn("#ffffff", "#1b2122").quantize(8), "png", True),
    "on nothing": (drawn("#00000000", "#1b2122", "RGBA"), "png", True),
    "chalk on a board": (drawn("#0c5c60", "#ffffff"), "png", False),
    "a photograph": (photograph(), "png", False),
    "a photograph in few colours": (photograph().quantize(200), "png", False),
    "a drawing that was saved as a photograph": (drawn("#ffffff", "#1b2122"), "jpg", False),
}


@pytest.mark.parametrize("name", PICTURES)
def test_a_drawing_is_told_from_other_pictures(name: str, tmp_path: Path) -> None:
    """By its colours, and by how much of it is light."""
    image, ending, expected = PICTURES[name]
    image.save(path := tmp_path / f"one.{ending}")

    assert {expected} == {one.is_drawing for one in renditions(path, WIDTHS)}


def test_it_is_still_known_once_it_is_kept(tmp_path: Path) -> None:
    """As the renditions are."""
    drawn("#ffffff", "#1b2122").save(path := tmp_path / "one.png")
    cache = Cache(tmp_path / "cache")

    assert cache.renditions(path, WIDTHS) == cache.known(path, WIDTHS)
