"""Pictures of a site: new ones are worked on by several processes, known ones by none."""

import os
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest
from built_site import SMALLEST_SETTINGS, sheet, write_site
from PIL import Image

from association.cli.settings import site_settings
from association.host.loading import LoadedSite, loaded_site
from association.host.media import Media, media_of
from association.host.settings import apply_defaults
from association.problems import ContentError

NUMBER = 5


@dataclass
class Steps:
    told: list[tuple[int, int]]

    def __call__(self, done: int, total: int) -> None:
        self.told.append((done, total))


@pytest.fixture
def site(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    monkeypatch.setenv("ASSOSITE_CACHE", str(tmp_path / "cache"))
    folder = tmp_path / "site"
    body = "\n\n".join(f"![Une vue](/images/vue-{number}.jpg)" for number in range(NUMBER))
    text = sheet({"title": "Vues", "date": "2026-11-02"}, body)
    write_site(folder, {"pelicanconf.py": SMALLEST_SETTINGS, "content/actualites/vues.md": text})
    (folder / "content/images").mkdir()
    for number in range(NUMBER):
        image = Image.linear_gradient("L").rotate(30 * number).resize((700, 500))
        image.convert("RGB").save(folder / f"content/images/vue-{number}.jpg")
    yield folder


def loaded(site: Path) -> LoadedSite:
    settings = site_settings(site, site / "output", publish=False)
    apply_defaults(settings)
    return loaded_site(settings)


def processes(monkeypatch: pytest.MonkeyPatch, number: int) -> None:
    monkeypatch.setattr("association.host.media.processors_for", lambda octets: number)


def files_of(media: Media) -> dict[str, object]:
    return {file.save_as: file.content() for file in media.files if hasattr(file, "content")}


def test_two_processes_make_what_one_makes(
    site: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Byte for byte, from an empty cache each."""
    processes(monkeypatch, 1)
    one = media_of(loaded(site))
    processes(monkeypatch, 2)
    monkeypatch.setenv("ASSOSITE_CACHE", str(tmp_path / "other"))
    two = media_of(loaded(site))

    assert (dict(one.images), files_of(one)) == (dict(two.images), files_of(two))


def test_no_picture_is_worked_on_twice(site: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Also when only its time has changed, as after a clone, or its name."""
    first = media_of(loaded(site))
    images = site / "content/images"
    for file in images.iterdir():
        os.utime(file, (1, 1))
    monkeypatch.setattr("association.images.renditions._picture", None)

    assert files_of(first) == files_of(media_of(loaded(site)))


def test_how_far_it_is_is_told_picture_by_picture(site: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Those that are known count as done."""
    processes(monkeypatch, 2)
    first, second = Steps([]), Steps([])
    media_of(loaded(site), first)
    (site / "content/images/vue-0.jpg").write_bytes((site / "content/images/vue-1.jpg").read_bytes() + b" ")
    media_of(loaded(site), second)

    assert [(done, NUMBER) for done in range(NUMBER + 1)] == first.told
    assert [(NUMBER - 1, NUMBER), (NUMBER, NUMBER)] == second.told


def test_every_broken_picture_is_told(site: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """By whichever process has found it."""
    processes(monkeypatch, 2)
    for name in ("vue-1.jpg", "vue-3.jpg"):
        file = site / "content/images" / name
        file.write_bytes(file.read_bytes()[:2000])

    with pytest.raises(ContentError) as raised:
        media_of(loaded(site))

    assert ["bad-image", "bad-image"] == [problem.code for problem in raised.value.problems]
