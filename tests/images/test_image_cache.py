"""Renditions kept between builds."""

import errno
import os
from concurrent.futures import ThreadPoolExecutor
from datetime import UTC, datetime, timedelta
from pathlib import Path
from shutil import rmtree

import pytest
from pictures_on_disk import as_bytes, photo, saved

from association.images import renditions as cache_module
from association.images.formats import BadImage, Reason
from association.images.renditions import Cache, renditions

NOW = datetime(2026, 11, 22, 12, tzinfo=UTC)
WIDTHS = (60, 120)


@pytest.fixture
def cache(tmp_path: Path) -> Cache:
    return Cache(tmp_path / "cache")


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return saved(photo(), tmp_path / "photo.jpg")


@pytest.fixture
def worked_on(monkeypatch: pytest.MonkeyPatch) -> list[Path]:
    """The pictures that were really worked on."""
    seen: list[Path] = []

    def counted(path: Path, *parameters: tuple[int, ...] | tuple[str, ...]) -> object:
        seen.append(path)
        return renditions(path, *parameters)

    monkeypatch.setattr(cache_module, "renditions", counted)
    return seen


def files(cache: Cache) -> list[Path]:
    return sorted(cache.folder.iterdir())


def aged(entry: Path, days: int) -> None:
    moment = (NOW - timedelta(days=days)).timestamp()
    os.utime(entry, (moment, moment))


def test_the_cache_returns_what_renditions_returns(cache: Cache, path: Path) -> None:
    """The first time and the second."""
    made = renditions(path, WIDTHS)

    assert (made, made) == (cache.renditions(path, WIDTHS), cache.renditions(path, WIDTHS))


def test_an_unchanged_picture_is_worked_on_once(cache: Cache, path: Path, worked_on: list[Path]) -> None:
    """Whatever its name and its date."""
    cache.renditions(path, WIDTHS)
    renamed = path.rename(path.with_name("other.jpg"))
    os.utime(renamed)
    cache.renditions(renamed, WIDTHS)

    assert [path] == worked_on


def test_a_changed_picture_is_worked_on_again(cache: Cache, path: Path) -> None:
    """Under the same name."""
    cache.renditions(path, WIDTHS)
    saved(photo(seed=2), path)

    assert renditions(path, WIDTHS) == cache.renditions(path, WIDTHS)


def test_other_widths_and_formats_are_other_entries(cache: Cache, path: Path) -> None:
    """Each of the parameters counts; the order of the widths does not."""
    keys = [cache.key(path, (60,)), cache.key(path, (60, 120)), cache.key(path, (60,), ("webp",))]

    assert (3, cache.key(path, (120, 60))) == (len(set(keys)), keys[1])


def test_another_version_of_pillow_makes_other_entries(
    cache: Cache, path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Its encoders may write other bytes."""
    before = cache.key(path, WIDTHS)
    monkeypatch.setattr("PIL.__version__", "0.0.0")

    assert before != cache.key(path, WIDTHS)


@pytest.mark.parametrize("damage", [b"", b"x", b"\0" * 200])
def test_a_damaged_entry_is_made_again(cache: Cache, path: Path, damage: bytes) -> None:
    """A full disk, a power cut: the result is right and the entry mended."""
    made = cache.renditions(path, WIDTHS)
    (entry,) = files(cache)
    whole = entry.read_bytes()
    entry.write_bytes(damage)

    assert (made, whole) == (cache.renditions(path, WIDTHS), entry.read_bytes())


def test_an_entry_cut_short_is_made_again(cache: Cache, path: Path) -> None:
    """Its beginning is right, its digest is not."""
    made = cache.renditions(path, WIDTHS)
    (entry,) = files(cache)
    entry.write_bytes(entry.read_bytes()[:-1])

    assert made == cache.renditions(path, WIDTHS)


def test_nothing_unfinished_is_left(cache: Cache, path: Path) -> None:
    """An entry appears whole, under its key."""
    cache.renditions(path, WIDTHS)

    assert [f"{cache.key(path, WIDTHS)}.renditions"] == [file.name for file in files(cache)]


def test_a_disk_where_nothing_can_be_kept_only_costs_time(
    cache: Cache, path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Full, from the first picture on."""

    def full(**_: object) -> object:
        raise OSError(errno.ENOSPC, "No space left on device")

    monkeypatch.setattr("association.cache.NamedTemporaryFile", full)

    assert renditions(path, (10,)) == cache.renditions(path, (10,))


def test_a_folder_that_goes_between_two_pictures_is_made_again(cache: Cache, path: Path) -> None:
    """The second is as the first was."""
    made = cache.renditions(path, WIDTHS)
    rmtree(cache.folder)

    assert (made, 1) == (cache.renditions(path, WIDTHS), len(files(cache)))


def test_a_damaged_picture_is_not_kept(cache: Cache, path: Path) -> None:
    """It is refused each time."""
    path.write_bytes(path.read_bytes()[:-300])
    with pytest.raises(BadImage, match=Reason.BROKEN):
        cache.renditions(path, WIDTHS)

    assert not cache.folder.exists()


def test_a_name_that_lies_is_refused_also_when_the_picture_is_known(cache: Cache, path: Path) -> None:
    """The cache answers by content; the name is checked all the same."""
    cache.renditions(path, WIDTHS)
    liar = path.with_name("photo.png")
    liar.write_bytes(as_bytes(photo(), "JPEG"))

    with pytest.raises(BadImage, match=Reason.EXTENSION):
        cache.renditions(liar, WIDTHS)


def test_builds_at_the_same_time_do_not_disturb_each_other(cache: Cache, path: Path) -> None:
    """Eight of them with one empty cache."""
    with ThreadPoolExecutor(8) as pool:
        made = set(pool.map(lambda widths: cache.renditions(path, widths), [WIDTHS] * 8))

    assert ({renditions(path, WIDTHS)}, 1) == (made, len(files(cache)))


def test_pruning_removes_what_nobody_has_used_for_a_month(cache: Cache, path: Path) -> None:
    """31 days unused, and not in this run."""
    cache.renditions(path, WIDTHS)
    aged(files(cache)[0], days=31)
    cache.prune((), NOW)

    assert [] == files(cache)


def test_pruning_spares_what_was_used_in_this_run(cache: Cache, path: Path) -> None:
    """However old it looks."""
    cache.renditions(path, WIDTHS)
    aged(files(cache)[0], days=400)
    cache.prune({cache.key(path, WIDTHS)}, NOW)

    assert 1 == len(files(cache))


def test_pruning_spares_what_was_used_lately(cache: Cache, path: Path) -> None:
    """By a build of another branch, with the same cache."""
    cache.renditions(path, WIDTHS)
    aged(files(cache)[0], days=29)
    cache.prune((), NOW)

    assert 1 == len(files(cache))


def test_using_an_entry_makes_it_young(cache: Cache, path: Path) -> None:
    """Age counts from the last use, not from the making."""
    cache.renditions(path, WIDTHS)
    (entry,) = files(cache)
    aged(entry, days=400)
    old = entry.stat().st_mtime
    cache.renditions(path, WIDTHS)

    assert old < entry.stat().st_mtime


def test_pruning_removes_what_an_interrupted_build_left(cache: Cache, path: Path) -> None:
    """But never a file that is not the cache's own."""
    cache.folder.mkdir()
    for name in ("tmp1.unfinished", "README"):
        (cache.folder / name).touch()
        aged(cache.folder / name, days=31)
    cache.prune((), NOW)

    assert ["README"] == [file.name for file in files(cache)]


def test_pruning_passes_over_what_cannot_be_removed(cache: Cache, path: Path) -> None:
    """A folder under the name of an entry."""
    cache.renditions(path, WIDTHS)
    (entry,) = files(cache)
    folder = entry.with_name("0.renditions")
    folder.mkdir()
    for each in (entry, folder):
        aged(each, days=31)
    cache.prune((), NOW)

    assert [folder] == files(cache)


def test_pruning_a_cache_that_has_become_a_file_does_nothing(cache: Cache) -> None:
    """Nor does it complain."""
    cache.folder.touch()
    cache.prune((), NOW)

    assert cache.folder.is_file()


def test_pruning_a_cache_that_was_never_used_does_nothing(cache: Cache) -> None:
    """Nor does it make the folder."""
    cache.prune((), NOW)

    assert not cache.folder.exists()
