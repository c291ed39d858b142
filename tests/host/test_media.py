"""Where the renditions of images come from."""

from datetime import UTC, datetime
from pathlib import Path

import pytest
from PIL import Image

from association.host.media import name_of, renditions_for

NOW = datetime(2026, 11, 22, tzinfo=UTC)


@pytest.fixture
def picture(tmp_path: Path) -> Path:
    path = tmp_path / "hall.png"
    Image.new("RGB", (40, 30), "#0c5c60").save(path)
    return path


def test_renditions_are_kept_from_one_build_to_the_next(
    picture: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The unchanged image is not worked on twice."""
    monkeypatch.setenv("ASSOSITE_CACHE", str(tmp_path / "cache"))
    renditions_for(NOW)(picture, (40,))

    assert 1 == len(list((tmp_path / "cache" / "images").iterdir()))


def test_a_machine_that_keeps_nothing_makes_the_same_images(
    picture: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A build without a cache is only slower."""
    monkeypatch.setenv("ASSOSITE_CACHE", str(tmp_path / "cache"))
    kept = renditions_for(NOW)(picture, (40,))
    monkeypatch.setenv("ASSOSITE_CACHE", str(picture))

    assert kept == renditions_for(NOW)(picture, (40,))


@pytest.mark.parametrize("path", ["images/" + "a" + "+" * 150 + ".png", "images/" + "b" * 240 + ".jpeg"])
def test_the_file_of_a_rendition_has_a_name_that_file_systems_take(path: str, picture: Path) -> None:
    """Signs become words in it: it is longer than the one of its original."""
    (made, *_) = renditions_for(NOW)(picture, (40,))

    assert all(len(part.encode()) <= 255 for part in name_of(path, made).split("/"))


def test_a_picture_beside_the_folders_has_a_name_below_the_output(picture: Path) -> None:
    """`content/plan.png` is written at the root of the site, not of the machine."""
    (made, *_) = renditions_for(NOW)(picture, (40,))

    assert name_of("plan.png", made).startswith("plan-png-")
