"""How far a thing travels through the program: the files whose functions are called for it alone.

    .venv/bin/python benchmarks/walks.py

A mistake is followed through `check`, a member, a post and a meeting through `build`; what a site without
it calls too does not count. Whoever looks for a fault has to read at most these files.
"""

import contextlib
import io
import os
import sys
from collections.abc import Callable, Mapping
from pathlib import Path
from tempfile import TemporaryDirectory
from types import FrameType

PROGRAM = Path(__file__).resolve().parents[1]
OURS = str(PROGRAM / "plugins" / "association")
sys.path.insert(0, str(PROGRAM / "plugins"))

from association.cli.build import build  # noqa: E402
from association.cli.check import check  # noqa: E402
from association.cli.outcome import exit_code  # noqa: E402

SETTINGS = """\
SITENAME = "Essai"
PATH = "content"
TIMEZONE = "Europe/Paris"
DEFAULT_LANG = "fr"
PLUGINS = ["association"]
ASSOCIATION = {"name": "Essai"}
"""
MEMBER = """\
members:
  - {id: adviser, name: Adviser, website: https://adviser.example, skills: [web], town: lens}
"""
MISTAKE = "members:\n  - {id: adviser, name: Adviser, website: adviser.example}\n"
POST = "---\ntitle: Rentrée\ndate: 2026-11-01\n---\n\nUn texte.\n"
MEETING = """\
commissions:
  - id: reseaux
    name: Réseaux
    meetings:
      - {title: Réunion, start: 2026-12-03 18:30, duration: 2h, repeat: {every: month, until: 2027-06-30}}
"""
WALKS: Mapping[str, tuple[str, str, str]] = {
    "mistake": ("check", "members.yaml", MISTAKE),
    "member": ("build", "members.yaml", MEMBER),
    "post": ("build", "content/actualites/rentree.md", POST),
    "meeting": ("build", "commissions.yaml", MEETING),
}
MOST = {"mistake": 16, "member": 35, "post": 25, "meeting": 40}
"""Files, at most."""

Calls = set[tuple[str, str]]
"""File below plugins/association and name of each function that was called."""


def main() -> int:
    os.environ.update(SOURCE_DATE_EPOCH="1795600000", ASSOSITE_LANG="C")
    calls_of("build", {})  # imports, and what is made once for all
    too_long = 0
    for name, (command, file, text) in WALKS.items():
        walk = calls_of(command, {file: text}) - calls_of(command, {})
        files = sorted({file for file, _ in walk})
        too_long += len(files) > MOST[name]
        print(f"{name}: {len(walk)} functions in {len(files)} files (at most {MOST[name]})")
        print("  " + ", ".join(files))
    return 1 if too_long else 0


def calls_of(command: str, files: Mapping[str, str]) -> Calls:
    with TemporaryDirectory(prefix="assosite-walk-") as temporary:
        site = Path(temporary, "site")
        for name, text in {"pelicanconf.py": SETTINGS, **files}.items():
            (site / name).parent.mkdir(parents=True, exist_ok=True)
            (site / name).write_text(text, encoding="utf-8")
        os.environ["ASSOSITE_CACHE"] = str(Path(temporary, "cache"))  # empty, for each alike
        if command == "check":
            return traced(lambda: check(site, "text"))
        return traced(lambda: build(site, site / "output", publish=False))


def traced(command: Callable[[], int]) -> Calls:
    calls: Calls = set()

    def note(frame: FrameType, event: str, _: object) -> None:
        code = frame.f_code
        if event == "call" and code.co_filename.startswith(OURS) and not code.co_name.startswith("<"):
            calls.add((code.co_filename.removeprefix(OURS + os.sep), code.co_qualname))

    with contextlib.redirect_stdout(io.StringIO()), contextlib.redirect_stderr(io.StringIO()):
        sys.setprofile(note)
        try:
            exit_code(command)
        finally:
            sys.setprofile(None)
    return calls


if __name__ == "__main__":
    sys.exit(main())
