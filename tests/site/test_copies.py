"""One commit, one site: however a copy of the files was made, its calendars tell the same."""

import os
import shutil
import subprocess
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from built_site import TODAY, Built, build, event
from versioned_site import VersionedSite

COMMISSIONS = """\
commissions:
  - id: reseaux
    name: Réseaux
    meetings:
      - title: Réunion
        start: 2026-11-03 18:30
        duration: 2h
        repeat: {every: month, on: first tuesday}
        also_on: [2027-04-20 10:00]
        cancelled_on: [2027-02-02]
"""
SOMEBODY_ELSE = 12345


@pytest.fixture(scope="module")
def original(tmp_path_factory: pytest.TempPathFactory) -> VersionedSite:
    """Changed nine times."""
    if shutil.which("git") is None:
        pytest.skip("git is not installed")
    site = VersionedSite.at(tmp_path_factory.mktemp("original"))
    for number in range(10):
        files = {"commissions.yaml": COMMISSIONS, "content/agenda/bal.md": event(f"Bal {number}")}
        site.commit(files, when=f"2026-10-{number + 1:02}T00:00:00Z")
    return site


@pytest.fixture(scope="module")
def expected(original: VersionedSite, tmp_path_factory: pytest.TempPathFactory) -> Built:
    return build(original.folder, tmp_path_factory.mktemp("expected") / "output")


def cloned(original: VersionedSite, copy: Path, *options: str) -> None:
    original.git("clone", "--quiet", *options, f"file://{original.top}", str(copy))


def squashed(original: VersionedSite, copy: Path) -> None:
    cloned(original, copy)
    site = VersionedSite(copy, copy)
    site.git("checkout", "--quiet", "--orphan", "squashed")
    site.git("commit", "--quiet", "--message", "Tout", when="2026-11-20T00:00:00Z")


def without_git(original: VersionedSite, copy: Path) -> None:
    shutil.copytree(original.folder, copy, ignore=shutil.ignore_patterns(".git"))


def unpacked(original: VersionedSite, copy: Path) -> None:
    """As a forge offers it for download."""
    archive = copy.with_suffix(".tar")
    original.git("archive", "--output", str(archive), "HEAD")
    copy.mkdir()
    subprocess.run(("tar", "-xf", str(archive), "-C", str(copy)), check=True)


def of_somebody_else(original: VersionedSite, copy: Path) -> None:
    """Git calls it a "dubious ownership"; only root can make one."""
    cloned(original, copy)
    if os.geteuid() == 0:
        for path in (copy, *copy.rglob("*")):
            os.chown(path, SOMEBODY_ELSE, SOMEBODY_ELSE, follow_symlinks=False)


COPIES: dict[str, Callable[[VersionedSite, Path], None]] = {
    "whole clone": cloned,
    "shallow clone": lambda original, copy: cloned(original, copy, "--depth=1"),
    "partial clone": lambda original, copy: cloned(original, copy, "--filter=blob:none"),
    "squashed": squashed,
    "somebody else's": of_somebody_else,
    "tarball": unpacked,
    "no git": without_git,
}


@pytest.fixture(params=COPIES)
def copy(request: pytest.FixtureRequest, original: VersionedSite, tmp_path: Path) -> Iterator[Path]:
    COPIES[request.param](original, tmp_path / "copy")
    yield tmp_path / "copy"


def test_every_copy_of_a_commit_gives_the_same_bytes(copy: Path, expected: Built, tmp_path: Path) -> None:
    """Every file, calendars and feeds among them; without a word."""
    built = build(copy, tmp_path / "output", moment=TODAY)

    assert (0, "", expected.contents()) == (built.code, built.said, built.contents())
