"""Damaged pictures: refused as such or still shown, never anything else."""

import warnings
from pathlib import Path
from random import Random

import pytest
from pictures_on_disk import as_bytes, colour_profile, exif, half_transparent, photo
from PIL import Image

from association.images.formats import BadImage, Reason
from association.images.reading import inspect
from association.images.renditions import renditions

SMALL = photo((40, 30))
EVERYTHING = {"exif": exif(6), "icc_profile": colour_profile()}
WHOLE = {
    "plain.jpg": as_bytes(SMALL, "JPEG", **EVERYTHING),
    "progressive.jpg": as_bytes(SMALL, "JPEG", progressive=True),
    "print.jpg": as_bytes(SMALL.convert("CMYK"), "JPEG"),
    "plain.png": as_bytes(SMALL, "PNG", **EVERYTHING),
    "palette.png": as_bytes(SMALL.quantize(16), "PNG", transparency=3),
    "deep.png": as_bytes(Image.new("I;16", (40, 30), 40_000), "PNG"),
    "moving.png": as_bytes(SMALL, "PNG", save_all=True, append_images=[photo((40, 30), seed=2)]),
    "plain.webp": as_bytes(SMALL, "WEBP", **EVERYTHING),
    "lossless.webp": as_bytes(half_transparent((40, 30)), "WEBP", lossless=True),
    "moving.webp": as_bytes(SMALL, "WEBP", save_all=True, append_images=[photo((40, 30), seed=2)]),
    "plain.avif": as_bytes(SMALL, "AVIF", **EVERYTHING),
}


def outcome(path: Path) -> str:
    """Any exception but BadImage, and any warning, fails the test."""
    with warnings.catch_warnings():
        warnings.simplefilter("error")
        try:
            inspect(path)
            renditions(path, (20, 40), formats=("webp",))
        except BadImage:
            return "refused"
        return "shown"


def mutated(content: bytes, random: Random) -> bytes:
    damaged = bytearray(content)
    for _ in range(random.choice((1, 2, 8))):
        damaged[random.randrange(len(damaged))] = random.randrange(256)
    return bytes(damaged)


@pytest.mark.parametrize("name", ["plain.jpg", "plain.png", "plain.webp", "plain.avif"])
def test_a_picture_cut_short_is_refused_when_it_is_decoded(tmp_path: Path, name: str) -> None:
    """An upload that was interrupted: its header is good."""
    path = tmp_path / name
    path.write_bytes(WHOLE[name][: len(WHOLE[name]) * 7 // 10])

    with pytest.raises(BadImage, match=Reason.BROKEN):
        renditions(path, (40,))


@pytest.mark.parametrize("name", WHOLE)
def test_a_picture_cut_anywhere_raises_nothing_else(tmp_path: Path, name: str) -> None:
    """At forty places from the first byte to the last."""
    content = WHOLE[name]
    path = tmp_path / name
    found = set()
    for cut in range(0, len(content), max(1, len(content) // 40)):
        path.write_bytes(content[:cut])
        found.add(outcome(path))

    assert found <= {"refused", "shown"}


@pytest.mark.parametrize("name", WHOLE)
def test_a_picture_with_wrong_bytes_raises_nothing_else(tmp_path: Path, name: str) -> None:
    """The same sixty damaged files on every run."""
    random = Random(name)
    path = tmp_path / name
    found = set()
    for _ in range(60):
        path.write_bytes(mutated(WHOLE[name], random))
        found.add(outcome(path))

    assert found <= {"refused", "shown"}
