"""Files kept between builds: whole, or as if they had never been."""

import errno
import os
from collections.abc import Callable
from pathlib import Path
from shutil import rmtree

import pytest
from jinja2 import DictLoader, Environment

from association import cache
from association.cache import keep, kept
from association.host.beginning import KeptTemplates

BODY = b"some work"


@pytest.fixture
def entry(tmp_path: Path) -> Path:
    return tmp_path / "cache" / "images" / "entry"


def full(*_: object, **__: object) -> object:
    raise OSError(errno.ENOSPC, "No space left on device")


def without_file(entry: Path) -> None:
    entry.unlink()


def without_folder(entry: Path) -> None:
    rmtree(entry.parents[1])


def cut_short(entry: Path) -> None:
    entry.write_bytes(entry.read_bytes()[:-1])


def emptied(entry: Path) -> None:
    entry.write_bytes(b"")


def overwritten(entry: Path) -> None:
    entry.write_bytes(b"j2" * 200)


def a_folder(entry: Path) -> None:
    entry.unlink()
    (entry / "inside").mkdir(parents=True)


def below_a_file(entry: Path) -> None:
    rmtree(entry.parents[1])
    entry.parents[1].touch()


LOSSES = [without_file, without_folder, cut_short, emptied, overwritten, a_folder, below_a_file]


def test_what_is_kept_comes_back(entry: Path) -> None:
    """In a folder that is made for it."""
    keep(entry, BODY)

    assert BODY == kept(entry)


@pytest.mark.parametrize("loss", LOSSES)
def test_what_is_lost_was_never_kept(entry: Path, loss: Callable[[Path], None]) -> None:
    """Whatever has become of it, no more is said."""
    keep(entry, BODY)
    loss(entry)

    assert kept(entry) is None


@pytest.mark.parametrize("loss", LOSSES)
def test_what_is_lost_is_kept_again_where_it_can_be(entry: Path, loss: Callable[[Path], None]) -> None:
    """A folder or a file in the way stays there, and nothing unfinished beside it."""
    keep(entry, BODY)
    loss(entry)
    keep(entry, BODY)

    in_the_way = loss in (a_folder, below_a_file)
    assert (None if in_the_way else BODY) == kept(entry)
    assert [] == list(entry.parents[1].rglob("*.unfinished"))


@pytest.mark.parametrize("call", ["write", "flush"])
def test_a_full_disk_leaves_nothing_half_written(
    entry: Path, monkeypatch: pytest.MonkeyPatch, call: str
) -> None:
    """Nor an error."""
    opened = cache.NamedTemporaryFile

    def filling(**options: object) -> object:
        file = opened(**options)
        setattr(file, call, full)
        return file

    monkeypatch.setattr(cache, "NamedTemporaryFile", filling)
    keep(entry, BODY)

    assert [] == list(entry.parent.iterdir())


@pytest.mark.parametrize("owner", ["NamedTemporaryFile", "Path.mkdir", "Path.replace"])
def test_whatever_cannot_be_done_is_left(entry: Path, monkeypatch: pytest.MonkeyPatch, owner: str) -> None:
    """A disk without room for the folder, for the file or for its name."""
    monkeypatch.setattr(f"association.cache.{owner}", full)
    keep(entry, BODY)

    assert [] == [path for path in entry.parents[1].rglob("*") if path.is_file()]


def test_an_entry_that_cannot_be_made_young_is_used(entry: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A disk that can only be read."""
    keep(entry, BODY)
    monkeypatch.setattr(os, "utime", full)

    assert BODY == kept(entry)


def rendered(folder: Path) -> str:
    environment = Environment(loader=DictLoader({"page": "Bonjour {{ name }}"}), autoescape=True)
    environment.bytecode_cache = KeptTemplates(folder)
    return environment.get_template("page").render(name="Ana")


@pytest.mark.parametrize("loss", LOSSES)
def test_a_template_whose_code_is_lost_is_compiled_again(entry: Path, loss: Callable[[Path], None]) -> None:
    """A page says the same."""
    rendered(entry.parent)
    (code,) = entry.parent.iterdir()
    loss(code)

    assert "Bonjour Ana" == rendered(entry.parent)


def test_a_template_is_compiled_once(entry: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The second environment finds the code of the first."""
    rendered(entry.parent)
    monkeypatch.setattr(Environment, "compile", full)

    assert "Bonjour Ana" == rendered(entry.parent)
