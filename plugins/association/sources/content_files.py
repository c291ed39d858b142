"""The files below content/, by the names editors write; none that leads out of the folder."""

import os
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from unicodedata import normalize


@dataclass(frozen=True, slots=True)
class ContentFiles:
    """by_name: paths below content by their composed (NFC) form: macOS stores accents decomposed.
    unspeakable: paths that cannot be printed on one line, so neither reported nor published.
    """

    folder: str
    by_name: dict[str, str]
    unspeakable: tuple[str, ...] = ()

    def find(self, path: str) -> str | None:
        """`path` as it is stored; upper and lower case count on every system."""
        return self.by_name.get(normalize("NFC", path))

    def below(self, folder: str, ending: str) -> tuple[str, ...]:
        """Stored paths in order of name; the ending in any capitals."""
        return tuple(
            stored
            for name, stored in self.by_name.items()
            if name.startswith(f"{folder}/") and name.lower().endswith(ending)
        )

    def shown(self, path: str) -> str:
        """`path` as reports name it, from the site folder."""
        return f"{self.folder}/{path}"


def content_files(content: Path, name: str) -> ContentFiles:
    root = content.resolve()
    paths = sorted(paths_below(root, root, ""))
    unspeakable = tuple(path for path in paths if not path.isprintable())
    by_name = {normalize("NFC", path): path for path in paths if path.isprintable()}
    return ContentFiles(name, by_name, unspeakable)


def paths_below(folder: Path, root: Path, prefix: str) -> Iterator[str]:
    """Hidden files and links that lead out of content do not exist for us."""
    if not folder.is_dir():
        return
    with os.scandir(folder) as entries:
        for entry in entries:
            if entry.name.startswith(".") or (entry.is_symlink() and not stays_inside(entry.path, root)):
                continue
            if entry.is_dir(follow_symlinks=False):
                yield from paths_below(Path(entry.path), root, f"{prefix}{entry.name}/")
            elif entry.is_file():
                yield prefix + entry.name


def stays_inside(path: str, root: Path) -> bool:
    return Path(path).resolve().is_relative_to(root)
