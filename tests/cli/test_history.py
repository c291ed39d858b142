"""When files were last changed: as git tells it, and only what it can know."""

import os
import subprocess
from datetime import UTC, datetime
from pathlib import Path

import pytest

from association.cli.history import last_changes, tip

NAMES = ("pages/été.md", "pages/deux.md", "neuf.md")
MARCH, MAY = datetime(2026, 3, 1, tzinfo=UTC), datetime(2026, 5, 1, tzinfo=UTC)
WHO = {f"GIT_{role}_{what}": "a@a.example" for role in ("AUTHOR", "COMMITTER") for what in ("NAME", "EMAIL")}


def git(folder: Path, *words: str, at: datetime = MARCH) -> None:
    times = {"GIT_AUTHOR_DATE": at.isoformat(), "GIT_COMMITTER_DATE": at.isoformat()}
    environment = {**os.environ, **WHO, **times, "GIT_CONFIG_GLOBAL": os.devnull}
    subprocess.run(("git", "-C", str(folder), *words), env=environment, check=True, capture_output=True)


@pytest.fixture
def content(tmp_path: Path) -> Path:
    """The folder of texts in a repository: two files committed in March, one of them again in May."""
    content = tmp_path / "site" / "content"
    (content / "pages").mkdir(parents=True)
    git(tmp_path, "init", "--quiet", "site")
    for moment, names in ((MARCH, NAMES[:2]), (MAY, NAMES[1:2])):
        for name in names:
            (content / name).write_text(f"{moment}", "utf-8")
        git(tmp_path / "site", "add", ".")
        git(tmp_path / "site", "commit", "--quiet", "--message", "commit 12", at=moment)
    return content


def test_each_file_has_the_moment_of_its_last_commit(content: Path) -> None:
    """What was never committed has none."""
    (content / "neuf.md").write_text("neuf", "utf-8")

    assert {"pages/été.md": MARCH, "pages/deux.md": MAY} == last_changes(content, NAMES)


def test_what_was_changed_since_its_last_commit_has_no_moment(content: Path) -> None:
    """Nobody knows when."""
    (content / "pages/deux.md").write_text("autre chose", "utf-8")

    assert {"pages/été.md": MARCH} == last_changes(content, NAMES)


def test_a_shallow_clone_knows_nothing(content: Path, tmp_path: Path) -> None:
    """It would say the same day of everything."""
    git(tmp_path, "clone", "--quiet", "--depth", "1", f"file://{tmp_path}/site", "shallow")

    assert {} == last_changes(tmp_path / "shallow/content", NAMES)


def test_without_git_nothing_is_known(content: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Neither where there is no repository nor where there is no such program."""
    outside = last_changes(tmp_path, NAMES)
    monkeypatch.setenv("PATH", "")

    assert ({}, {}, "") == (outside, last_changes(content, NAMES), tip(content))
