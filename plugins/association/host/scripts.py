"""The theme's scripts: Pelican copies them, this tells one version of them from the next."""

from hashlib import sha256
from pathlib import Path

from .style import fingerprint


def scripts_fingerprint(theme: Path) -> str:
    """Of all static files of the theme together: scripts import one another, and must be of one version."""
    folder = theme / "static"
    files = sorted(path for path in folder.rglob("*") if path.is_file())
    named = (
        f"{file.relative_to(folder).as_posix()} {sha256(file.read_bytes()).hexdigest()}" for file in files
    )
    return fingerprint("\n".join(named).encode())
