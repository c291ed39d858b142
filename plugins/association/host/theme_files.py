"""The files that a theme brings along: scripts in a folder named by their version, all others as they lie.

Pelican would copy them itself (pelican/generators.py: StaticGenerator), all of them each time, and to
addresses that stay when a script changes: a browser would mix modules of two versions. Scripts name one
another by plain `import`, which every tool can follow, since what they import lies in the same folder.
"""

from collections.abc import Iterator, Mapping
from fnmatch import fnmatch
from hashlib import sha256
from pathlib import Path

from ..render.assets import fingerprint
from .outputs import Copy
from .site_map import names

FOLDER = "theme"
PATHS = "assosite_theme_paths"
"""Setting under which THEME_STATIC_PATHS is kept, which Pelican is shown empty."""


def scripts_folder(theme: Path, is_preview: bool) -> str:
    """From the root of the site. A preview has one that stays: its server lets browsers keep nothing."""
    return f"{FOLDER}/{'preview' if is_preview else scripts_fingerprint(theme)}"


def scripts_fingerprint(theme: Path) -> str:
    """Of all scripts together: they import one another, and must be of one version."""
    folder = theme / "static"
    files = sorted(path for path in folder.rglob("*.js") if path.is_file())
    named = (
        f"{file.relative_to(folder).as_posix()} {sha256(file.read_bytes()).hexdigest()}" for file in files
    )
    return fingerprint("\n".join(named).encode())


def theme_files(theme: Path, settings: Mapping[str, object], scripts: str) -> Iterator[Copy]:
    """Of the folders that THEME_STATIC_PATHS names, but for what is called as IGNORE_FILES says."""
    patterns = names(settings, "IGNORE_FILES")
    for path in names(settings, PATHS):
        start = theme / path
        for file in (start,) if start.is_file() else sorted(start.rglob("*")):
            if file.is_file() and not any(fnmatch(file.name, pattern) for pattern in patterns):
                below = file.relative_to(start.parent if file == start else start).as_posix()
                yield Copy(f"{scripts if file.suffix == '.js' else FOLDER}/{below}", file)
