"""Where work is kept from one build to the next; nothing is lost when it is deleted."""

import os
from pathlib import Path


def cache_folder(name: str) -> Path:
    """ASSOSITE_CACHE, else the user's cache folder (XDG base directory specification)."""
    base = os.environ.get("XDG_CACHE_HOME") or Path.home() / ".cache"
    return Path(os.environ.get("ASSOSITE_CACHE") or Path(base) / "assosite") / name


def usable(folder: Path) -> bool:
    """Whether it can be written to; a build without a cache is only slower."""
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError:
        return False
    return os.access(folder, os.W_OK)
