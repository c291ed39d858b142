"""Whether the site that stands is, as a whole, what a build would make now: then there is nothing to do.

A run is a function of named inputs, as a page is (host/memo.py): the settings, every file that it may read,
the program, the moment. To find out whether they are those of the build that made the site nothing is loaded:
a file is known by what nobody can give to another one. Where something cannot be known, the site is built.
"""

import json
import os
import sys
import zoneinfo
from collections.abc import Iterable, Iterator, Mapping
from contextlib import suppress
from dataclasses import dataclass
from hashlib import sha256
from importlib.util import find_spec
from pathlib import Path
from stat import S_ISDIR

from ..cache import forget_old, keep, kept
from ..passphrase import given_passphrase
from ..sealing import seal_of
from .machine import NAME, cache_folder
from .mark import name_of_site
from .settings import is_known_throughout, settings_written

Made = list[int]
"""Of a file: its mode, its size in octets, when it was last written; of a folder its mode."""


@dataclass(frozen=True, slots=True)
class Standing:
    """The site in `target`. key: of all that a run is made from; '' when that cannot be known."""

    target: Path
    key: str

    def told(self) -> str | None:
        """What the build that made it said of its files; None where a build would make another site."""
        record = read_record(kept(self.entry())) if self.key else None
        if record is None or record["key"] != self.key:
            return None
        made, told = record["made"], record["told"]
        is_right = isinstance(made, dict) and bool(made) and made == states(self.target, made)
        return told if is_right and isinstance(told, str) else None

    def made(self, fresh: Path) -> dict[str, Made]:
        """All that lies in the folder that is to be put in place."""
        return states(fresh, names_below(fresh)) if self.key else {}

    def keep(self, made: Mapping[str, Made], told: str) -> None:
        """It is in its place."""
        if self.key:
            keep(self.entry(), json.dumps({"key": self.key, "told": told, "made": made}).encode())
            forget_old(self.entry())

    def entry(self) -> Path:
        return cache_folder("sites") / sha256(os.fsencode(self.target)).hexdigest()[:32]


def read_record(content: bytes | None) -> dict[str, object] | None:
    """None for what is no such record."""
    try:
        record = json.loads(content or b"")
    except ValueError:
        return None
    return record if isinstance(record, dict) and record.keys() == {"key", "told", "made"} else None


def states(folder: Path, names: Iterable[str]) -> dict[str, Made]:
    """Of those that are there."""
    found: dict[str, Made] = {}
    for name in names:
        with suppress(OSError):
            about = os.lstat(f"{folder}/{name}")
            is_folder = S_ISDIR(about.st_mode)
            found[name] = [about.st_mode] if is_folder else [about.st_mode, about.st_size, about.st_mtime_ns]
    return found


def names_below(folder: Path) -> Iterator[str]:
    for inner, folders, files in os.walk(folder):
        yield from (os.path.relpath(f"{inner}/{name}", folder) for name in (*folders, *files))


def standing(site: Path, target: Path, settings: Mapping[str, object], *asked: object) -> Standing:
    """settings: as they are written, with absolute paths. asked: what else a build is asked to do."""
    moment = os.environ.get(NAME)
    if not moment or not settings.get("PLUGINS") or not is_known_throughout(settings):
        return Standing(target, "")  # calendars tell the moment of a build; nobody knows what plugins read
    try:
        files = [(path, state(path)) for path in sorted(set(files_of(site, settings)))]
    except OSError:  # what is there cannot be read, or has just gone
        return Standing(target, "")
    parts = (moment, asked, files, sys.version, packages(), time_zones(), sealed_with(settings))
    return Standing(target, sha256(settings_written(settings) + repr(parts).encode()).hexdigest())


def sealed_with(settings: Mapping[str, object]) -> bytes:
    """As slow to guess here as from what is published: caches of build servers are read by many.

    Mostly the very key that the build is about to need, which is slow to make.
    """
    said = given_passphrase()
    return seal_of(said, name_of_site(settings).partition(" ")[0]).key if said else b""


def files_of(site: Path, settings: Mapping[str, object]) -> Iterator[str]:
    """Of the site, the theme and the program: more than a run reads, so that none is forgotten."""
    content = Path(str(settings["PATH"]))
    copied = (content / name for name in listed(settings, "STATIC_PATHS"))
    code = (Path(name) for name in listed(settings, "PLUGIN_PATHS", "THEME_TEMPLATES_OVERRIDES"))
    for folder in (content, *copied, Path(str(settings["THEME"])), *code):
        yield from files_below(folder)
    for folder in (site, content.parent):
        yield from (entry.path for entry in os.scandir(folder) if entry.is_file())


def listed(settings: Mapping[str, object], *names: str) -> Iterator[str]:
    for name in names:
        values = settings.get(name, ())
        yield from map(str, values if isinstance(values, Iterable) else ())


def files_below(folder: Path) -> Iterator[str]:
    """Raises OSError for a link to another folder, where anything may be."""
    if folder.is_file():
        yield str(folder)
    for inner, folders, files in os.walk(folder):
        folders[:] = [name for name in folders if name != "__pycache__"]
        if any(Path(inner, name).is_symlink() for name in folders):
            raise OSError
        yield from (f"{inner}/{name}" for name in files)


def state(path: str) -> tuple[int, ...]:
    """ctime too, which nobody can set: an editor may give a file its former time."""
    found = os.stat(path)  # noqa: PTH116 (three times as fast)
    return (found.st_ino, found.st_size, found.st_mtime_ns, found.st_ctime_ns)


def packages() -> tuple[object, ...]:
    """Those beside the program's own, by name and version."""
    pelican = find_spec("pelican")
    assert pelican and pelican.origin, "it is what builds"
    beside = Path(pelican.origin).parents[1].glob("*.dist-info")
    return tuple(sorted((folder.name, state(str(folder))) for folder in beside))


def time_zones() -> tuple[object, ...]:
    """The tables of the system: what brings new ones makes their folder anew."""
    return tuple(state(folder) for folder in zoneinfo.TZPATH if Path(folder).is_dir())
