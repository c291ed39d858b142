"""Renditions kept on disk between builds, so that an unchanged picture is not worked on twice.

An entry is one file: the SHA-256 of the rest, a line of JSON that lists the renditions, then their bytes.
An entry that does not match its own digest is made again, whatever has happened to it.
"""

import json
import math
import os
from collections.abc import Collection
from contextlib import suppress
from dataclasses import dataclass
from datetime import datetime, timedelta
from hashlib import sha256
from pathlib import Path
from tempfile import NamedTemporaryFile

import PIL

from .formats import Format
from .reading import inspect
from .renditions import MODERN, Rendition, renditions

Key = str

RECIPE = 1
KEPT = ".renditions"
UNFINISHED = ".unfinished"
UNUSED_FOR = timedelta(days=30)
DIGEST = sha256().digest_size


class DamagedEntry(Exception):
    pass


@dataclass(frozen=True, slots=True)
class Cache:
    folder: Path

    def renditions(
        self, path: Path, widths: tuple[int, ...], formats: tuple[str, ...] = MODERN
    ) -> tuple[Rendition, ...]:
        """Refuses what `renditions` refuses, also a lying name for a picture known under an honest one."""
        inspect(path)
        entry = self._entry(self.key(path, widths, formats))
        try:
            kept = _unpacked(entry.read_bytes())
            os.utime(entry)
        except (OSError, DamagedEntry):
            kept = renditions(path, widths, formats)
            self._keep(entry, _packed(kept))
        return kept

    def key(self, path: Path, widths: tuple[int, ...], formats: tuple[str, ...] = MODERN) -> Key:
        """What `prune` is to be told: everything that the renditions depend on."""
        recipe = json.dumps([RECIPE, PIL.__version__, sorted(set(widths)), [str(name) for name in formats]])
        return sha256(sha256(path.read_bytes()).digest() + recipe.encode()).hexdigest()

    def prune(self, keep: Collection[Key], now: datetime) -> None:
        """Removes entries that are neither in `keep` nor used, by anyone, in the thirty days before `now`."""
        limit = (now - UNUSED_FOR).timestamp()
        kept = {self._entry(key) for key in keep}
        for entry in sorted(self.folder.glob(f"*{KEPT}")) + sorted(self.folder.glob(f"*{UNFINISHED}")):
            if entry not in kept and _last_use(entry) < limit:
                entry.unlink(missing_ok=True)

    def _entry(self, key: Key) -> Path:
        return self.folder / f"{key}{KEPT}"

    def _keep(self, entry: Path, content: bytes) -> None:
        """A full disk only means that the work is done again next time."""
        with suppress(OSError):
            self._write(entry, content)

    def _write(self, entry: Path, content: bytes) -> None:
        self.folder.mkdir(parents=True, exist_ok=True)
        with NamedTemporaryFile(dir=self.folder, suffix=UNFINISHED, delete=False) as file:
            unfinished = Path(file.name)
            try:
                file.write(content)
                file.flush()
            except OSError:
                unfinished.unlink()
                raise
        unfinished.replace(entry)


def _packed(kept: tuple[Rendition, ...]) -> bytes:
    listed = [[one.width, one.height, one.format, one.extension, len(one.content)] for one in kept]
    body = json.dumps(listed).encode() + b"\n" + b"".join(one.content for one in kept)
    return sha256(body).digest() + body


def _unpacked(content: bytes) -> tuple[Rendition, ...]:
    digest, body = content[:DIGEST], content[DIGEST:]
    if sha256(body).digest() != digest:
        raise DamagedEntry
    listed, _, contents = body.partition(b"\n")
    unpacked = []
    start = 0
    for width, height, file_format, extension, size in json.loads(listed):
        content = contents[start : start + size]
        unpacked.append(Rendition(width, height, Format(file_format), extension, content))
        start += size
    return tuple(unpacked)


def _last_use(entry: Path) -> float:
    """For ever, when another build has just removed it: nothing is left to do."""
    try:
        return entry.stat().st_mtime
    except FileNotFoundError:
        return math.inf
