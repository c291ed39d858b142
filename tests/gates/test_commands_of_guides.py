"""What a guide says to type works: each block of commands, in the order written, in a fresh copy."""

import re
import shutil
import subprocess
from collections.abc import Iterator
from dataclasses import dataclass
from os import environ
from pathlib import Path
from socket import socket

import pytest

ROOT = Path(__file__).resolve().parents[2]
GUIDES = (
    "README.md",
    "docs/guide-redaction.md",
    "docs/guide-webmestre.md",
    "imports/README.md",
    "docs/upgrade.md",
    "CONTRIBUTING.md",
)
BLOCK = re.compile(r"^ *```(?:sh|console|bash)\n(.*?)^ *```$", re.MULTILINE | re.DOTALL)
EXPORTS = ROOT / "tests" / "cli" / "exports"
GIVEN = {
    "adhesions.csv": EXPORTS / "helloasso.csv",
    "membres.csv": EXPORTS / "helloasso.csv",
}
"""Files that a reader has, by the name the guides give them."""
FORM = "### Titre\n\nPortes ouvertes\n\n### Début\n\n2027-03-18 18h30\n"
"""FORM.md: as a forge hands over what somebody has filled in."""
PLACEHOLDERS = {"ADRESSE-DU-PROGRAMME": str(ROOT)}
NOT_RUN = {
    "tasks.py test": "these are the tests",
    "tasks.py gates": "this is one of the gates",
    "tasks.py lint": "of the repository, not of a copy",
    "tests/fuzz/": "a minute of chance",
    "benchmarks/": "has tests of its own",
    "docs/pictures.py": "writes what is committed",
    "pip install": "asks a package index",
    "npx ": "asks a package index, and goes on until it is stopped",
    "pipx ": "asks a package index",
    "hote.example": "no such host",
    "git submodule update": "of a site that has the program so",
    "assosite/main": "of a copy with a past of its own",
    "git remote": "of a copy with a past of its own",
    "git fetch": "of a copy with a past of its own",
    "git rm -rfq": "of a copy with a past of its own",
    "git checkout HEAD": "of a copy with a past of its own",
    "git commit": "after the lines above",
    "assosite/tasks.py upgrade": "of a site that has the program so",
    "assosite upgrade": "of a site that has the program so",
    "membres.xlsx": "test_import_workbooks.py reads some",
}
"""What a line has that is left out, and why."""
OF_A_NEW_SITE = ("docs/guide-redaction.md", "imports/README.md")
"""Guides whose readers add to a site that has nothing yet of what they add."""
WAYS = re.compile(r"^### (Le programme installé|Le programme en sous-module|Vos fichiers .*)$", re.MULTILINE)
"""Sections of the webmaster's guide whose reader begins with nothing; test_package.py has the first."""
SHOWN = 10  # seconds for `serve` to build and answer


@dataclass(frozen=True, slots=True)
class Block:
    """line: where it begins in its guide."""

    guide: str
    line: int
    commands: tuple[str, ...]

    def __str__(self) -> str:
        return f"{self.guide}:{self.line}"


def blocks(guide: str) -> list[Block]:
    text = (ROOT / guide).read_text("utf-8")
    return [
        Block(guide, text.count("\n", 0, found.start()) + 1, tuple(run_of(found[1])))
        for found in BLOCK.finditer(text)
    ]


def ways(blocks_of_guide: list[Block]) -> dict[str, Block]:
    """By the first words of the section: the block right below its title."""
    text = (ROOT / "docs/guide-webmestre.md").read_text("utf-8")
    titles = {text.count("\n", 0, found.start()) + 3: found[1] for found in WAYS.finditer(text)}
    return {titles[block.line]: block for block in blocks_of_guide if block.line in titles}


def run_of(block: str) -> Iterator[str]:
    for line in block.splitlines():
        command = line.strip().removeprefix("$ ")
        if command and not command.startswith("#") and not any(part in command for part in NOT_RUN):
            for name, value in PLACEHOLDERS.items():
                command = command.replace(name, value)
            yield command


def script(block: Block) -> str:
    """A server is stopped once it has had the time to answer."""
    is_server = re.compile(r"tasks\.py serve|assosite serve")
    lines = (shown_a_while(line) if is_server.search(line) else line for line in block.commands)
    return "\n".join(("set -eu", *lines))


def shown_a_while(line: str) -> str:
    command = f"{line.partition('  #')[0]} --port {free_port()}"
    return f"timeout --signal=INT {SHOWN} bash -c '{command}' || [ $? -eq 124 ]"


def free_port() -> int:
    with socket() as found:
        found.bind(("127.0.0.1", 0))
        port: int = found.getsockname()[1]
    return port


@pytest.fixture
def copy(tmp_path: Path) -> Path:
    """As somebody has it who works in a clone, with a past of two commits and the packages that are here."""
    place = tmp_path / "assosite"
    listed = subprocess.run(["git", "ls-files", "-z"], cwd=ROOT, capture_output=True, text=True, check=True)
    for name in filter(None, listed.stdout.split("\0")):
        if (ROOT / name).is_file() and not name.startswith("tests/"):
            (place / name).parent.mkdir(parents=True, exist_ok=True)
            shutil.copyfile(ROOT / name, place / name)
    (place / ".venv").symlink_to(ROOT / ".venv")
    for name, source in GIVEN.items():
        shutil.copyfile(source, place / name)
    (place / "FORM.md").write_text(FORM, "utf-8")
    keep_with_git(place)
    return place


def keep_with_git(place: Path) -> None:
    git = ["git", "-c", "user.name=Essai", "-c", "user.email=essai@club.example", "-c", "gc.auto=0"]
    for words in (["init", "--quiet"], ["add", "--all"], ["commit", "-qm", "1"], ["commit", "-qm", "2"]):
        allowed = ["--allow-empty"] if words[0] == "commit" else []
        subprocess.run(
            [*git, *words, *allowed], cwd=place, check=True, env={**environ, "GIT_CONFIG_GLOBAL": "/dev/null"}
        )


def empty(site: Path) -> None:
    shutil.rmtree(site / "content")
    (site / "content").mkdir()
    for name in ("members.yaml", "commissions.yaml"):
        (site / name).unlink()


@pytest.mark.parametrize("guide", GUIDES)
def test_the_commands_of_a_guide_work(guide: str, copy: Path) -> None:
    own = {
        "ASSOSITE_LANG": "fr",
        "ASSOSITE_CACHE": str(copy.parent / "cache"),
        "GIT_CONFIG_GLOBAL": "/dev/null",
    }
    failed = []
    if guide in OF_A_NEW_SITE:
        empty(copy)
    told = blocks(guide)
    apart = ways(told).values() if guide == "docs/guide-webmestre.md" else ()
    for block in told:
        if block in apart:
            continue
        ended = subprocess.run(
            ["bash", "-c", script(block)],
            cwd=copy,
            env={**environ, **own},
            capture_output=True,
            text=True,
            timeout=300,
            stdin=subprocess.DEVNULL,
        )
        if ended.returncode:
            failed.append(f"{block}: {ended.returncode}\n{ended.stdout[-600:]}{ended.stderr[-600:]}")

    assert [] == failed


@pytest.mark.parametrize("way", ["Le programme en sous-module", "Vos fichiers"])
def test_each_way_to_a_site_works_in_an_empty_folder(way: str, copy: Path, tmp_path: Path) -> None:
    """With the Python and the packages that are here; test_package.py follows the one that installs some."""
    found = next(block for title, block in ways(blocks("docs/guide-webmestre.md")).items() if way in title)
    begun = tmp_path / "begun"
    begun.mkdir()
    own = {
        "PATH": f"{ROOT / '.venv' / 'bin'}:{environ['PATH']}",
        "ASSOSITE_CACHE": str(tmp_path / "cache"),
        "GIT_CONFIG_GLOBAL": "/dev/null",
        **{
            "GIT_CONFIG_COUNT": "1",
            "GIT_CONFIG_KEY_0": "protocol.file.allow",
            "GIT_CONFIG_VALUE_0": "always",
        },
    }
    ended = subprocess.run(
        ["bash", "-c", script(found).replace(str(ROOT), str(copy))],
        cwd=begun,
        env={**environ, **own},
        capture_output=True,
        text=True,
        timeout=300,
        stdin=subprocess.DEVNULL,
    )

    assert 0 == ended.returncode, ended.stdout + ended.stderr
    assert "Le Club" in (begun / "mon-club" / "output" / "index.html").read_text("utf-8")


def test_what_is_left_out_is_in_some_guide() -> None:
    """Else its reason is that of nothing."""
    said = "\n".join((ROOT / guide).read_text("utf-8") for guide in GUIDES)

    assert [] == [part for part in NOT_RUN if part not in said]
