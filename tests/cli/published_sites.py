"""Sites ready to be published, and what is found where they went."""

import subprocess
from collections.abc import Mapping
from pathlib import Path

PRODUCTION = "from pelicanconf import *\nSITEURL = 'https://club.example'\n"
SITE = {"index.html": "home", "annuaire/index.html": "members", "annuaire/alpha/index.html": "alpha"}


def git(folder: Path, *arguments: str) -> str:
    done = subprocess.run(["git", *arguments], cwd=folder, capture_output=True, text=True, check=True)
    return done.stdout.strip()


def set_up(site: Path, **settings: object) -> Path:
    """With these settings of production, as a webmaster writes them."""
    lines = "".join(f"{name} = {value!r}\n" for name, value in settings.items())
    (site / "publishconf.py").write_text(PRODUCTION + lines, encoding="utf-8")
    return site


def write(folder: Path, files: Mapping[str, str]) -> Path:
    for name, text in files.items():
        file = folder / name
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(text, encoding="utf-8")
    return folder


def texts(folder: Path) -> dict[str, str]:
    """Of all files but the mark, by their paths."""
    files = (path for path in folder.rglob("*") if path.is_file() and path.name != ".assosite")
    return {path.relative_to(folder).as_posix(): path.read_text("utf-8") for path in sorted(files)}
