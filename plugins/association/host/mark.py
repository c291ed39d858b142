"""The mark that a build leaves in the folder it writes: whose site it is, and which of the files it made.

Whatever lies beside those files is somebody else's. Their names are kept as fingerprints, since the mark
is published with the site and some addresses are told to members only.
"""

import json
import os
import shutil
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path

from ..domain.agenda import uid_domain
from ..domain.asides import without_comments

MARK = ".assosite"
ABOUT = "Written by Assosite, which replaces and removes here only the files that it made."
LETTERS = 16
"""Of a fingerprint: 64 bits."""

State = tuple[int, int, int]
"""By which a file that was written again is told from one that was not."""


@dataclass(frozen=True, slots=True)
class SiteMark:
    """site: as `name_of_site` says it. made: fingerprints of the paths below the folder.

    is_preview: whether some of them show what is not published yet.
    """

    site: str
    made: frozenset[str] = frozenset()
    is_preview: bool = False

    def has(self, path: str) -> bool:
        return path == MARK or fingerprint(path) in self.made

    def joined(self, other: "SiteMark") -> "SiteMark":
        return SiteMark(self.site, self.made | other.made, self.is_preview or other.is_preview)

    def content(self) -> bytes:
        preview = {"preview": True} if self.is_preview else {}
        values = {"about": ABOUT, "site": self.site, **preview, "made": sorted(self.made)}
        return (json.dumps(values, ensure_ascii=False, indent=1) + "\n").encode()


NOBODY = SiteMark("")


def fingerprint(path: str) -> str:
    return sha256(os.fsencode(path)).hexdigest()[:LETTERS]


def mark_of(site: str, paths: Iterable[str], is_preview: bool = False) -> SiteMark:
    return SiteMark(site, frozenset(fingerprint(path) for path in paths if path != MARK), is_preview)


def read_mark(content: bytes) -> SiteMark | None:
    """None for what is no mark, nor one that says which files were made (those of earlier versions)."""
    try:
        values = json.loads(content)
        made = frozenset(map(str, values["made"]))
        return SiteMark(values["site"], made, values.get("preview") is True)
    except (ValueError, TypeError, KeyError):
        return None


def mark_in(folder: Path) -> SiteMark | None:
    try:
        return read_mark((folder / MARK).read_bytes())
    except OSError:
        return None


def files_in(folder: Path, above: str = "") -> Iterator[str]:
    """Paths of everything below but folders, which have a path only if they are empty: `empty/`."""
    with os.scandir(folder) as found:
        entries = sorted(found, key=lambda entry: entry.name)
    for entry in entries:
        if entry.is_dir(follow_symlinks=False):
            yield from list(files_in(Path(entry.path), f"{above}{entry.name}/")) or [f"{above}{entry.name}/"]
        else:
            yield f"{above}{entry.name}"


def link(file: Path, place: Path) -> None:
    """Else a copy: on file systems without links, and of files of others (protected_hardlinks, proc(5))."""
    try:
        os.link(file, place, follow_symlinks=False)
    except (OSError, NotImplementedError):
        shutil.copy2(file, place, follow_symlinks=False)


def name_of_site(settings: Mapping[str, object]) -> str:
    """What two sites differ by: the name that their calendars carry, and their address."""
    identity = settings.get("ASSOCIATION")
    name = identity.get("name", "") if isinstance(identity, Mapping) else ""
    calendars = str(settings.get("CALENDAR_UID_DOMAIN") or "") or uid_domain(without_comments(str(name)))
    host, slash, path = str(settings.get("SITEURL") or "").rpartition("://")[2].partition("/")
    return f"{calendars} {host.lower()}{slash}{path}".rstrip(" /")


def states(folder: Path) -> dict[str, State] | None:
    """Of everything in a folder; None for one that cannot be read whole."""
    try:
        return {path: state(folder / path) for path in files_in(folder)} if folder.exists() else {}
    except OSError:
        return None


def state(file: Path) -> State:
    about = file.lstat()
    return about.st_ino, about.st_mtime_ns, about.st_size


def clear_preview(folder: Path) -> None:
    """Of `serve`, before `pelican` itself writes there: it takes nothing away, drafts neither."""
    mark = mark_in(folder)
    if mark and mark.is_preview:
        for path in files_in(folder):
            if path != MARK and not path.endswith("/") and mark.has(path):
                (folder / path).unlink()


def mark_run(settings: Mapping[str, object], before: Mapping[str, State] | None) -> None:
    """After a run of `pelican` itself, which writes straight into the output. before: as it began."""
    folder = Path(str(settings["OUTPUT_PATH"]))
    former, after = mark_in(folder) or NOBODY, states(folder)
    if before is None or not after:
        return
    made = (path for path, now in after.items() if former.has(path) or before.get(path) != now)
    files = (path for path in made if not path.endswith("/"))
    (folder / MARK).write_bytes(mark_of(name_of_site(settings), files).content())
