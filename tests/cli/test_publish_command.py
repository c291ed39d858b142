"""`publish`: from the folder to the host, one command."""

import subprocess
from pathlib import Path

import pytest

from association.cli import publish as command
from association.cli.outcome import FINE, WrongUsage
from association.cli.publish import publish


def git(folder: Path, *arguments: str) -> str:
    done = subprocess.run(["git", *arguments], cwd=folder, capture_output=True, text=True, check=True)
    return done.stdout


@pytest.fixture
def production(site: Path) -> Path:
    """The settings of production, beside those of the site."""
    text = "from pelicanconf import *\nSITEURL = 'https://club.example'\n"
    (site / "publishconf.py").write_text(text, encoding="utf-8")
    return site


@pytest.fixture
def remote(production: Path, tmp_path: Path) -> Path:
    """A forge on this very disk."""
    bare = tmp_path / "forge.git"
    git(tmp_path, "init", "-q", "--bare", str(bare))
    git(production, "init", "-q")
    git(production, "config", "user.name", "Essai")
    git(production, "config", "user.email", "essai@club.example")
    git(production, "remote", "add", "origin", str(bare))
    return bare


@pytest.mark.usefixtures("working_host")
def test_the_site_becomes_a_branch_of_the_repository(production: Path, remote: Path) -> None:
    """Ready for a host that serves the branch gh-pages."""
    assert FINE == publish(production)
    assert {".assosite", ".nojekyll", "index.html"} == set(
        git(remote, "ls-tree", "--name-only", "gh-pages").split()
    )


@pytest.mark.usefixtures("working_host")
def test_publishing_twice_adds_to_the_branch(production: Path, remote: Path) -> None:
    """Earlier editions of the site stay in its history."""
    publish(production)
    publish(production)

    assert "2" == git(remote, "rev-list", "--count", "gh-pages").strip()


@pytest.mark.usefixtures("working_host")
def test_a_host_that_cannot_be_reached_is_said_in_a_sentence(production: Path) -> None:
    """No repository here, so no remote either."""
    with pytest.raises(WrongUsage, match='could not be sent to "gh-pages"'):
        publish(production)


@pytest.mark.usefixtures("working_host")
def test_a_site_without_address_is_not_sent(site: Path) -> None:
    """Its calendars would lead nowhere."""
    with pytest.raises(WrongUsage, match="SITEURL"):
        publish(site)


@pytest.mark.usefixtures("working_host")
def test_rsync_sends_the_folder_and_takes_away_what_is_gone(
    production: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """For a host of one's own."""
    sent: list[list[str]] = []
    monkeypatch.setattr(command, "send", lambda line, site, target: sent.append(list(line)))
    monkeypatch.setattr(command.shutil, "which", lambda name: f"/usr/bin/{name}")
    with (production / "publishconf.py").open("a", encoding="utf-8") as file:
        file.write("PUBLISH_RSYNC = 'club@host.example:www/'\n")
    publish(production)

    assert [("--delete" in sent[0], f"{production}/output/", "club@host.example:www/")] == [
        (True, sent[0][-2], sent[0][-1])
    ]
