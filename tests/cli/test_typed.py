"""Sentences say what to type, as this reader types it."""

import sys
from pathlib import Path

import pytest

from association import program
from association.cli.language import translate, typed
from association.program import clone_of, default_site, is_programs_theme

CLONE = Path(program.__file__).resolve().parents[2]


@pytest.mark.parametrize(
    ("argv", "said"),
    [
        ("tasks.py", "python3 tasks.py"),
        ("./tasks.py", "python3 tasks.py"),
        ("assosite/tasks.py", "python3 assosite/tasks.py"),
        ("../assosite/tasks.py", "python3 ../assosite/tasks.py"),
        ("/srv/assosite/tasks.py", "python3 tasks.py"),
        ("/usr/bin/invoke", "python3 tasks.py"),
    ],
)
def test_a_clone_is_asked_by_its_tasks(argv: str, said: str) -> None:
    """By the path that was typed, where it was no whole one."""
    assert said == typed(argv)


def test_what_is_installed_has_a_name(tmp_path: Path) -> None:
    """However it was started."""
    assert "assosite" == typed("/usr/bin/assosite", tmp_path / "site-packages" / "association" / "cli")


def test_each_sentence_is_said_so(monkeypatch: pytest.MonkeyPatch) -> None:
    """In every language."""
    monkeypatch.setattr(sys, "argv", ["assosite/tasks.py"])
    monkeypatch.setenv("ASSOSITE_LANG", "fr")
    said = translate('There is no command "{name}"; `python3 tasks.py` lists them.')

    assert said.endswith("`python3 assosite/tasks.py` en donne la liste.")


def test_a_clone_is_known_by_its_tasks(tmp_path: Path) -> None:
    """A folder that is called plugins may lie anywhere."""
    package = tmp_path / "plugins" / "association"

    assert (CLONE, None) == (clone_of(CLONE / "plugins" / "association"), clone_of(package))


def test_a_clone_is_a_site_and_may_lie_in_one(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Then the site in which somebody stands is meant, as it is of an installed program."""
    monkeypatch.setattr(program, "CLONE", tmp_path / "assosite")
    without = default_site(tmp_path)
    (tmp_path / "pelicanconf.py").touch()
    below = default_site(tmp_path)
    monkeypatch.setattr(program, "CLONE", None)

    assert (tmp_path / "assosite", tmp_path, tmp_path) == (without, below, default_site(tmp_path))


def test_themes_of_pelican_are_not_the_programs(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Where it is installed, its theme lies among them."""
    for name in ("parvis", "simple"):
        (tmp_path / "themes" / name).mkdir(parents=True)
    monkeypatch.setattr(program, "CLONE", None)
    monkeypatch.setattr(program, "THEMES", tmp_path / "themes")
    monkeypatch.setattr(program, "PARVIS", tmp_path / "themes" / "parvis")

    assert (True, False) == (
        is_programs_theme(tmp_path / "themes" / "parvis"),
        is_programs_theme(tmp_path / "themes" / "simple"),
    )
