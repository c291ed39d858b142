"""What the calendars told last, found where the site was published."""

import json
import shutil
import subprocess
from pathlib import Path

import pytest

from association.cli import publish
from association.cli.outcome import WrongUsage
from association.cli.publish import NOTHING, path_of_revisions, told_by_branch, told_by_rsync, told_in

PATH = "data/v1/revisions.json"
TOLD = json.dumps({"version": 1, "revisions": []}).encode()


def git(folder: Path, *words: str) -> None:
    author = ("-c", "user.name=Essai", "-c", "user.email=essai@club.example")
    subprocess.run(("git", *author, *words), cwd=folder, check=True, capture_output=True)


def site_in(folder: Path) -> Path:
    (folder / PATH).parent.mkdir(parents=True)
    (folder / PATH).write_bytes(TOLD)
    return folder


@pytest.fixture
def forge(tmp_path: Path) -> Path:
    """A repository whose branch gh-pages is the published site."""
    folder = site_in(tmp_path / "forge")
    git(folder, "init", "-q", "--initial-branch=gh-pages")
    git(folder, "add", ".")
    git(folder, "commit", "-q", "-m", "Publish the site")
    return folder


def clone(forge: Path, tmp_path: Path, *options: str) -> Path:
    (tmp_path / "site").mkdir()
    git(tmp_path / "site", "init", "-q")
    git(tmp_path / "site", "remote", "add", "origin", str(forge))
    return tmp_path / "site"


def test_it_is_read_from_the_branch_of_the_remote(forge: Path, tmp_path: Path) -> None:
    """Even by a clone that does not have that branch."""
    assert TOLD == told_by_branch(clone(forge, tmp_path), "origin", "gh-pages", PATH)


def test_it_is_read_from_the_branch_that_is_here_if_the_remote_does_not_answer(
    forge: Path, tmp_path: Path
) -> None:
    """The network is down: publishing will say so."""
    site = clone(forge, tmp_path)
    git(site, "fetch", "-q", "origin", "gh-pages:gh-pages")
    shutil.rmtree(forge)

    assert TOLD == told_by_branch(site, "origin", "gh-pages", PATH)


def test_a_fetch_leaves_the_repository_as_deep_as_it_was(forge: Path, tmp_path: Path) -> None:
    """Nothing is made shallow."""
    site = clone(forge, tmp_path)
    told_by_branch(site, "origin", "gh-pages", PATH)

    assert not (site / ".git/shallow").exists()


@pytest.mark.parametrize(
    ("branch", "path"), [("gh-pages", "other.json"), ("autre", PATH), ("gh-pages", ""), ("-x", PATH)]
)
def test_what_is_not_there_is_nothing(branch: str, path: str, forge: Path, tmp_path: Path) -> None:
    """A first publication, an older version of the program, a file that is switched off."""
    assert NOTHING == told_by_branch(clone(forge, tmp_path), "origin", branch, path)


def test_a_folder_without_repository_has_nothing(tmp_path: Path) -> None:
    """To be published to a branch it needs one; that is said elsewhere."""
    assert NOTHING == told_by_branch(tmp_path, "origin", "gh-pages", PATH)


@pytest.mark.skipif(shutil.which("rsync") is None, reason="rsync is not installed")
@pytest.mark.parametrize("ending", ["", "/"])
def test_it_is_read_from_the_folder_that_rsync_writes(ending: str, tmp_path: Path) -> None:
    """The one that PUBLISH_RSYNC names, with or without a last slash."""
    folder = site_in(tmp_path / "www")

    assert (TOLD, NOTHING) == (
        told_by_rsync(f"{folder}{ending}", PATH),
        told_by_rsync(f"{tmp_path}{ending}", PATH),
    )


def test_a_home_folder_of_a_host_is_named_by_a_colon(monkeypatch: pytest.MonkeyPatch) -> None:
    """`club@host:` with a slash behind would be the root of the host."""
    asked: list[tuple[str, ...]] = []
    monkeypatch.setattr(publish, "answer", lambda *command: asked.append(command))
    told_by_rsync("club@host.example:", PATH)

    assert f"club@host.example:{PATH}" == asked[0][-2]


def test_without_the_program_there_is_nothing(monkeypatch: pytest.MonkeyPatch) -> None:
    """Neither git nor rsync is needed to build."""
    monkeypatch.setenv("PATH", "")

    assert (NOTHING, NOTHING) == (told_by_rsync("/srv/www", PATH), told_by_branch(Path(), "o", "b", PATH))


def test_it_lies_where_the_settings_say() -> None:
    """As every other file of the site."""
    assert (PATH, "agenda.json", "") == (
        path_of_revisions({}),
        path_of_revisions({"REVISIONS_DATA_URL": "agenda.json"}),
        path_of_revisions({"REVISIONS_DATA_SAVE_AS": ""}),
    )


def test_a_file_that_is_given_has_to_be_there(tmp_path: Path) -> None:
    """A slip of the pen would make every date new."""
    file = tmp_path / "revisions.json"
    with pytest.raises(WrongUsage, match="cannot be read: No such file"):
        told_in(str(file))
    file.write_bytes(TOLD)

    assert (TOLD, NOTHING) == (told_in(str(file)), told_in(None))
