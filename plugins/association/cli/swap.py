"""One folder put in the place of another, so that a reader never meets half of either."""

import ctypes
import os
from pathlib import Path

AT_FDCWD = -100  # <fcntl.h>
RENAME_EXCHANGE = 2  # <linux/fs.h>, renameat2(2)


def swap(fresh: Path, target: Path) -> None:
    """`target` becomes what `fresh` was; what `target` was, if anything, lies at `fresh` afterwards."""
    if not target.exists():
        fresh.rename(target)
    elif not exchanged(fresh, target):
        exchange_by_renames(fresh, target)


def exchanged(one: Path, other: Path) -> bool:
    """In one step, where the kernel and the file system can (Linux)."""
    try:
        renameat2 = ctypes.CDLL(None, use_errno=True).renameat2
    except (AttributeError, OSError, TypeError):  # another libc; Windows refuses None
        return False
    return renameat2(AT_FDCWD, os.fsencode(one), AT_FDCWD, os.fsencode(other), RENAME_EXCHANGE) == 0


def exchange_by_renames(fresh: Path, target: Path) -> None:
    """For an instant there is no `target`; if the second step fails the first is undone."""
    aside = fresh.with_name(f"{fresh.name}.old")
    target.rename(aside)
    try:
        fresh.rename(target)
    except OSError:
        aside.rename(target)
        raise
    aside.rename(fresh)
