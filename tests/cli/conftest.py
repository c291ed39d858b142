"""A small site on disk, a stand-in for the host and a made-up machine.

The commands are tested without Pelican's pages, the bootstrap without network and without a real .venv.
"""

import os
import subprocess
from collections.abc import Callable, Mapping
from pathlib import Path

import pytest
from made_up_machine import Machine
from published_sites import SITE, write

from association.cli import bootstrap
from association.problems import Place, Problem, Severity, sentence

SETTINGS = """\
SITENAME = "Essai"
PATH = "content"
TIMEZONE = "Europe/Paris"
DEFAULT_LANG = "fr"
THEME = "habit"
PLUGINS = ["association"]
ASSOCIATION = {"name": "Essai"}
"""

LOCK = """\
invoke==3.0.3 \\
    --hash=sha256:00 \\
    --hash=sha256:11
pelican==4.12.0 \\
    --hash=sha256:22
"""
TASKS = '''
@task
def build(c):
    """Build the site.

    More words."""
@task(help={})
def test(c):
    """Run the tests."""
def helper():
    """Not a task."""
'''

NOON = "1795345200"  # of 2026-11-22, in Paris
Host = Callable[..., object]


@pytest.fixture(autouse=True)
def plain_environment(monkeypatch: pytest.MonkeyPatch) -> None:
    """English sentences, and nothing of the machine's own."""
    monkeypatch.setenv("ASSOSITE_LANG", "C")
    for name in ("ASSOSITE_SITEURL", "ASSOSITE_PREPARED", "GITHUB_WORKSPACE"):
        monkeypatch.delenv(name, raising=False)


@pytest.fixture
def on_a_known_day(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SOURCE_DATE_EPOCH", NOON)


@pytest.fixture
def site(tmp_path: Path) -> Path:
    folder = tmp_path / "site"
    (folder / "content").mkdir(parents=True)
    (folder / "habit").mkdir()
    (folder / "pelicanconf.py").write_text(SETTINGS, encoding="utf-8")
    return folder


@pytest.fixture
def use_host(monkeypatch: pytest.MonkeyPatch) -> Callable[[Host], None]:
    """Puts `host` where both the builder and the loader of the real host are."""

    def use(host: Host) -> None:
        monkeypatch.setattr("association.host.build.run", host)
        monkeypatch.setattr("association.host.loading.load_site", host)

    return use


@pytest.fixture
def working_host(use_host: Callable[[Host], None]) -> None:
    """A host that writes one page."""

    def run(settings: dict[str, object]) -> tuple[Problem, ...]:
        Path(str(settings["OUTPUT_PATH"]), "index.html").write_text("new", encoding="utf-8")
        return ()

    use_host(run)


@pytest.fixture
def pages(use_host: Callable[[Host], None]) -> Callable[[Mapping[str, str]], None]:
    """What the next builds write: a small site, until the test says otherwise."""

    def use(files: Mapping[str, str]) -> None:
        def run(settings: dict[str, object]) -> tuple[Problem, ...]:
            write(Path(str(settings["OUTPUT_PATH"])), files)
            return ()

        use_host(run)

    use(SITE)
    return use


@pytest.fixture
def problem() -> Callable[..., Problem]:
    return a_problem


def a_problem(
    line: int = 42,
    file: str = "members.yaml",
    severity: Severity = Severity.ERROR,
    hint: str | None = 'did you mean "reseaux"?',
) -> Problem:
    said = sentence('unknown skill "{skill}"', skill="reseau")
    advice = sentence(hint) if hint else None
    return Problem(Place(file, line, 15), "unknown-reference", said, advice, severity)


@pytest.fixture
def machine(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Machine:
    machine = Machine(tmp_path)
    (tmp_path / "tasks.py").write_text(TASKS, encoding="utf-8")
    machine.lock.write_text(LOCK, encoding="utf-8")
    (tmp_path / "requirements-dev.txt").write_text(LOCK + "pytest==9.2.0 \\\n", encoding="utf-8")
    monkeypatch.setattr(bootstrap, "installed", lambda name: machine.packages.get(name))
    monkeypatch.setattr(subprocess, "run", machine.run)
    monkeypatch.setattr(os, "execve", machine.execve)
    return machine
