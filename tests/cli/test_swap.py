"""One folder in the place of another."""

import sys
from pathlib import Path
from threading import Event, Thread

import pytest

from association.cli import output_folder as swapping
from association.cli.output_folder import swap


def folder(path: Path, text: str) -> Path:
    path.mkdir()
    (path / "index.html").write_text(text, encoding="utf-8")
    return path


def text_of(path: Path) -> str:
    return (path / "index.html").read_text(encoding="utf-8")


def test_the_first_site_is_put_where_nothing_is(tmp_path: Path) -> None:
    """There is nothing to keep."""
    fresh, target = folder(tmp_path / "fresh", "new"), tmp_path / "output"
    swap(fresh, target)

    assert ("new", False) == (text_of(target), fresh.exists())


@pytest.mark.parametrize("in_one_step", [True, False])
def test_the_two_folders_change_places(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, in_one_step: bool
) -> None:
    """With the kernel's exchange as with the renames of other systems."""
    fresh, target = folder(tmp_path / "fresh", "new"), folder(tmp_path / "output", "old")
    if not in_one_step:
        monkeypatch.setattr(swapping, "exchanged", lambda one, other: False)
    swap(fresh, target)

    assert ("new", "old") == (text_of(target), text_of(fresh))
    assert ["fresh", "output"] == sorted(path.name for path in tmp_path.iterdir())


def test_a_failed_rename_puts_the_old_site_back(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The site stays up when the disk does not follow."""
    fresh, target = folder(tmp_path / "fresh", "new"), folder(tmp_path / "output", "old")
    rename = Path.rename

    def failing(path: Path, destination: Path) -> Path:
        if path == fresh:
            raise OSError("disk trouble")
        return rename(path, destination)

    monkeypatch.setattr(swapping, "exchanged", lambda one, other: False)
    monkeypatch.setattr(Path, "rename", failing)

    with pytest.raises(OSError, match="disk trouble"):
        swap(fresh, target)
    assert "old" == text_of(target)


@pytest.mark.skipif(sys.platform != "linux", reason="RENAME_EXCHANGE is Linux's")
def test_a_reader_always_finds_a_whole_site(tmp_path: Path) -> None:
    """Two hundred exchanges under the eyes of a reader who never stops."""
    fresh, target = folder(tmp_path / "fresh", "new"), folder(tmp_path / "output", "old")
    seen: set[str] = set()
    stop = Event()

    def read() -> None:
        while not stop.is_set():
            try:
                seen.add(text_of(target))
            except OSError as error:
                seen.add(str(error))

    reader = Thread(target=read)
    reader.start()
    for _ in range(200):
        swap(fresh, target)
    stop.set()
    reader.join()

    assert seen <= {"old", "new"}
