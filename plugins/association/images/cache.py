"""Renditions kept on disk between builds, so that an unchanged picture is not worked on twice.

An entry is a line of JSON that lists the renditions, then their bytes.
An entry that is gone or damaged is made again, whatever has happened to it.
"""

import json
import math
from collections.abc import Collection
from contextlib import suppress
from dataclasses import dataclass
from datetime import datetime, timedelta
from hashlib import sha256
from pathlib import Path

import PIL

from ..cache import UNFINISHED, keep, kept
from .formats import Format
from .reading import inspect
from .renditions import MODERN, Rendition, renditions

Key = str

RECIPE = 1
KEPT = ".renditions"
UNUSED_FOR = timedelta(days=30)


@dataclass(frozen=True, slots=True)
class Cache:
    folder: Path

    def renditions(
        self, path: Path, widths: tuple[int, ...], formats: tuple[str, ...] = MODERN
    ) -> tuple[Rendition, ...]:
        """Refuses what `renditions` refuses, also a lying name for a picture known under an honest one."""
        inspect(path)
        entry = self._entry(self.key(path, widths, formats))
        packed = kept(entry)
        if packed is not None:
            return _unpacked(packed)
        made = renditions(path, widths, formats)
        keep(entry, _packed(made))
        return made

    def key(self, path: Path, widths: tuple[int, ...], formats: tuple[str, ...] = MODERN) -> Key:
        """What `prune` is to be told: everything that the renditions depend on."""
        recipe = json.dumps([RECIPE, PIL.__version__, sorted(set(widths)), [str(name) for name in formats]])
        return sha256(sha256(path.read_bytes()).digest() + recipe.encode()).hexdigest()

    def prune(self, keep: Collection[Key], now: datetime) -> None:
        """Removes entries that are neither in `keep` nor used, by anyone, in the thirty days before `now`."""
        limit = (now - UNUSED_FOR).timestamp()
        spared = {self._entry(key) for key in keep}
        for entry in self._entries():
            if entry not in spared and _last_use(entry) < limit:
                with suppress(OSError):
                    entry.unlink()

    def _entries(self) -> list[Path]:
        """None, when another build or a hand has just removed the folder."""
        with suppress(OSError):
            return sorted(path for path in self.folder.iterdir() if path.suffix in (KEPT, UNFINISHED))
        return []

    def _entry(self, key: Key) -> Path:
        return self.folder / f"{key}{KEPT}"


def _packed(made: tuple[Rendition, ...]) -> bytes:
    listed = [[one.width, one.height, one.format, one.extension, len(one.content)] for one in made]
    return json.dumps(listed).encode() + b"\n" + b"".join(one.content for one in made)


def _unpacked(packed: bytes) -> tuple[Rendition, ...]:
    listed, _, contents = packed.partition(b"\n")
    unpacked = []
    start = 0
    for width, height, file_format, extension, size in json.loads(listed):
        content = contents[start : start + size]
        unpacked.append(Rendition(width, height, Format(file_format), extension, content))
        start += size
    return tuple(unpacked)


def _last_use(entry: Path) -> float:
    """For ever, when it cannot be told, or another build has just removed it: nothing is left to do."""
    try:
        return entry.stat().st_mtime
    except OSError:
        return math.inf
