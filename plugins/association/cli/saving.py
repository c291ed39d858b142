"""Files of the association written whole or not at all."""

import os
import shutil
from pathlib import Path

from ..problems import sentence
from .outcome import WrongUsage


def content_of(path: Path) -> bytes:
    """Nothing when there is no such file yet."""
    return path.read_bytes() if path.exists() else b""


def save(path: Path, content: bytes) -> None:
    """In place of what is there, in one step; a file that is replaced keeps its rights."""
    target = path.resolve()  # a link goes on leading to the file
    fresh = target.with_name(f".{target.name}.new-{os.getpid()}")
    try:
        with fresh.open("xb") as file:
            file.write(content)
            file.flush()
            os.fsync(file.fileno())
        if target.exists():
            shutil.copymode(target, fresh)
        fresh.replace(target)
    except OSError as error:
        raise unwritable(path, error) from error
    finally:
        fresh.unlink(missing_ok=True)


def create(path: Path, content: bytes) -> None:
    """A file that was not there; whatever is there stays."""
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        with path.open("xb") as file:
            file.write(content)
    except OSError as error:
        raise unwritable(path, error) from error


def unwritable(path: Path, error: OSError) -> WrongUsage:
    said = sentence('"{path}" cannot be written: {reason}', path=path, reason=error.strerror)
    return WrongUsage(said)


def shown(path: Path) -> str:
    """As it can be typed from here."""
    here = Path.cwd()
    return str(path.relative_to(here)) if path.is_relative_to(here) else str(path)
