"""`tidy`: what a web editor wrote anew differs from what git knows only where that was meant."""

import os
import subprocess
from pathlib import Path

import pytest

from association.cli.outcome import WrongUsage
from association.cli.tidy import tidy

SETTINGS = """\
PLUGINS = ["association"]
TIMEZONE = "Europe/Paris"
DEFAULT_LANG = "fr"
ASSOCIATION = {"name": "Les Mines", "territory": "Lens"}
"""
MEMBERS = """\
# Nos membres
members:
  - id: octets
    name: "Les Octets"     # au registre
    skills: [réseaux, web]
"""
WRITTEN_ANEW = """\
members:
  - name: Les Octets
    id: octets
    skills:
      - réseaux
      - web
      - son
    website: ""
"""
EVENT = """\
---
# une soirée
title: "La soirée"
start: 2027-03-09 18:30
duration: 2h
tags: [a, b]
---

Venez *tous*.
"""
EVENT_ANEW = """\
---
title: La soirée
start: 2027-03-16 18:30
duration: 2h
tags:
  - a
  - b
---
Venez *tous*, à sept heures.
"""


def git(site: Path, *words: str) -> None:
    own = {"GIT_CONFIG_GLOBAL": os.devnull, "GIT_CONFIG_SYSTEM": os.devnull}
    who = ("-c", "user.name=Ana", "-c", "user.email=ana@octets.example")
    subprocess.run(
        ("git", *who, *words), cwd=site, check=True, capture_output=True, env={**os.environ, **own}
    )


@pytest.fixture
def site(tmp_path: Path) -> Path:
    """A site below the top of its repository, committed, then written anew."""
    folder = tmp_path / "site"
    (folder / "content" / "agenda").mkdir(parents=True)
    (folder / "pelicanconf.py").write_text(SETTINGS)
    (folder / "members.yaml").write_text(MEMBERS)
    (folder / "content/agenda/soirée.md").write_text(EVENT)
    git(tmp_path, "init", "-q")
    git(tmp_path, "add", ".")
    git(tmp_path, "commit", "-qm", "Ours")
    (folder / "members.yaml").write_text(WRITTEN_ANEW)
    (folder / "content/agenda/soirée.md").write_text(EVENT_ANEW)
    return folder


def check_tidy(site: Path) -> None:
    table, text = (site / "members.yaml").read_text(), (site / "content/agenda/soirée.md").read_text()

    assert MEMBERS.replace("web]", "web, son]") == table
    assert EVENT.replace("03-09", "03-16").replace("*.", "*, à sept heures.") == text


def test_what_is_not_committed_is_put_into_the_last_commit(site: Path) -> None:
    """Comments, order, quotes and brackets come back."""
    assert 0 == tidy(site, None, dry_run=False)

    check_tidy(site)


def test_a_commit_is_put_into_the_one_before(site: Path) -> None:
    """As on a build server, after the web editor has committed."""
    git(site, "commit", "-qam", "Theirs")

    tidy(site, "HEAD~1", dry_run=False)

    check_tidy(site)


def test_a_dry_run_writes_nothing(site: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """It tells what it would do."""
    tidy(site, None, dry_run=True)

    assert WRITTEN_ANEW == (site / "members.yaml").read_text()
    assert "members.yaml: 1 line" in capsys.readouterr().out


def test_a_file_that_is_no_yaml_stays_and_is_told(site: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """The others are put in order all the same."""
    (site / "members.yaml").write_text("members: [\n")

    assert 1 == tidy(site, None, dry_run=False)
    assert "members: [\n" == (site / "members.yaml").read_text()
    assert "members.yaml" in capsys.readouterr().err
    assert "# une soirée" in (site / "content/agenda/soirée.md").read_text()


@pytest.mark.parametrize("base", ["no-such", "--output=x", "HEAD~9"])
def test_an_unknown_revision_is_a_sentence(site: Path, base: str) -> None:
    """Nothing that is typed becomes an option of git."""
    with pytest.raises(WrongUsage, match="git knows no revision"):
        tidy(site, base, dry_run=False)


def test_a_folder_without_git_is_a_sentence(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """There is nothing to go back to."""
    monkeypatch.setenv("GIT_CEILING_DIRECTORIES", str(tmp_path.parent))
    (tmp_path / "pelicanconf.py").write_text(SETTINGS)

    with pytest.raises(WrongUsage, match="no git here"):
        tidy(tmp_path, None, dry_run=False)
