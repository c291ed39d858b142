"""What git remembers of a site's files, asked by its command line."""

import shutil
import subprocess
from datetime import UTC, datetime
from pathlib import Path

import pytest
from built_site import TODAY
from versioned_site import VersionedSite

from association.domain.history import History, Past
from association.host import git
from association.host.git import Repository, contents, memory
from association.sources.history import Versions, history

pytestmark = pytest.mark.skipif(shutil.which("git") is None, reason="git is not installed")

PATHS = ("commissions.yaml", "content/agenda")
BAL = "content/agenda/bal.md"
BALL = "---\ntitle: Bal\nstart: 2026-12-01 18:30\n---\n"
LATER, CANCELLED = BALL.replace("18:30", "19:30"), BALL.replace("title", "event_status: cancelled\ntitle")


def remembered(folder: Path) -> History:
    paths = (*folder.glob("content/agenda/*.md"), *folder.glob("commissions.yaml"))
    files = {path.relative_to(folder).as_posix(): path.read_bytes() for path in paths}
    known = memory(folder, PATHS, files, TODAY)
    assert known is not None
    return history(known.revisions, known.present, Versions("commissions.yaml", known.contents))


def day(number: int) -> datetime:
    return datetime(2026, 1, number, 12, tzinfo=UTC)


@pytest.fixture(params=[".", "sites/été"])
def site(request: pytest.FixtureRequest, tmp_path: Path) -> VersionedSite:
    """At the top of its repository, and deep in it."""
    site = VersionedSite.at(tmp_path, request.param)
    site.commit({BAL: BALL}, when=str(day(1)))
    return site


def test_each_commit_that_changes_an_event_counts(site: VersionedSite) -> None:
    """Others do not."""
    site.commit({BAL: LATER}, when=str(day(2)))
    site.commit({"members.yaml": "members: []"}, when=str(day(3)))

    assert Past(1, day(2)) == remembered(site.folder).of_event("bal")


def test_meetings_are_found_in_the_site_s_own_file(site: VersionedSite) -> None:
    """Wherever the site is in its repository."""
    meetings = "commissions: [{id: reseaux, meetings: [{title: Réunion, start: 2026-11-03 18:30}]}]\n"
    site.commit({"commissions.yaml": meetings}, when=str(day(2)))
    site.commit({"commissions.yaml": meetings.replace("18:30", "19:30")}, when=str(day(3)))

    assert Past(1, day(3)) == remembered(site.folder).of_meeting("reseaux", "reunion")


def test_what_is_not_committed_yet_counts_as_it_will(site: VersionedSite) -> None:
    """Since now."""
    site.write({BAL: LATER})
    before = remembered(site.folder).of_event("bal")
    site.commit({}, when=str(day(2)))

    assert Past(1, TODAY) == before
    assert Past(1, day(2)) == remembered(site.folder).of_event("bal")


def test_lines_that_end_otherwise_on_the_disk_are_no_change(site: VersionedSite) -> None:
    """As git checks out texts on Windows."""
    site.write({BAL: BALL.replace("\n", "\r\n").encode()})

    assert Past(0, day(1)) == remembered(site.folder).of_event("bal")


def test_both_sides_of_a_merge_count_and_so_does_what_the_merge_itself_changes(site: VersionedSite) -> None:
    """The number is higher than it was on either side."""
    site.git("checkout", "--quiet", "-b", "proposal")
    site.commit({BAL: CANCELLED}, when=str(day(2)))
    site.git("checkout", "--quiet", "main")
    site.commit({BAL: LATER}, when=str(day(3)))
    site.git("merge", "--quiet", "--no-commit", "--strategy=ours", "proposal")
    site.commit({BAL: LATER.replace("title", "event_status: cancelled\ntitle")}, when=str(day(4)))

    assert Past(3, day(4)) == remembered(site.folder).of_event("bal")


def test_a_merge_that_takes_one_side_forgets_nothing_of_the_other(site: VersionedSite) -> None:
    """What had been published there was told with a number that must not fall."""
    site.git("checkout", "--quiet", "-b", "proposal")
    for number, text in enumerate((LATER, BALL, LATER), 2):
        site.commit({BAL: text}, when=str(day(number)))
    site.git("checkout", "--quiet", "main")
    site.commit({"members.yaml": "members: []"}, when=str(day(5)))
    site.git("merge", "--quiet", "--strategy=ours", "--message", "Fusion", "proposal")

    assert 3 == remembered(site.folder).of_event("bal").changes


def test_names_with_accents_and_spaces_are_found(site: VersionedSite) -> None:
    """git writes them between quotes, unless it is asked not to."""
    name = "content/agenda/soirée d'été.md"
    site.commit({name: BALL}, when=str(day(2)))
    site.commit({name: LATER}, when=str(day(3)))

    assert 1 == remembered(site.folder).of_event("soiree-d-ete").changes


def test_a_build_started_by_a_hook_asks_the_repository_of_the_site(
    site: VersionedSite, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """git tells its hooks, and all they start, where it works itself."""
    monkeypatch.setenv("GIT_DIR", str(tmp_path / "elsewhere"))

    assert Past(0, day(1)) == remembered(site.folder).of_event("bal")


def test_four_programs_are_started(site: VersionedSite, monkeypatch: pytest.MonkeyPatch) -> None:
    """However many files and commits there are."""
    for number in range(2, 9):
        site.commit({BAL: BALL.replace("30", f"{10 + number}")}, when=str(day(number)))
    started, run = [], subprocess.run
    monkeypatch.setattr(git.subprocess, "run", lambda *a, **k: (started.append(a), run(*a, **k))[1])

    assert 7 == remembered(site.folder).of_event("bal").changes
    assert 4 == len(started)


def test_a_version_that_is_not_there_is_not_made_up(site: VersionedSite) -> None:
    """In a partial clone, where it would have to be fetched."""
    with pytest.raises(ValueError, match="without all its files"):
        contents(Repository.around(site.folder), ["1" * 40])


@pytest.mark.parametrize(
    "hindrance", ["no repository", "no commit", "shallow", "partial", "broken", "no git"]
)
def test_whatever_is_in_the_way_there_is_no_past_and_no_error(
    hindrance: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The site is built all the same."""
    folder = hindered(hindrance, tmp_path, monkeypatch)

    assert memory(folder, PATHS, {BAL: BALL.encode()}, TODAY) is None


def hindered(hindrance: str, folder: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    if hindrance == "no repository":
        return folder
    site = VersionedSite.at(folder / "site")
    if hindrance == "no commit":
        return site.folder
    for number, text in enumerate((BALL, CANCELLED, LATER), 1):
        site.commit({BAL: text}, when=str(day(number)))
    if hindrance == "shallow":
        site.git("clone", "--quiet", "--depth=1", f"file://{site.folder}", str(folder / "clone"))
        return folder / "clone"
    if hindrance == "partial":
        site.git("config", "uploadpack.allowFilter", "true")
        site.git("clone", "--quiet", "--filter=blob:none", f"file://{site.folder}", str(folder / "clone"))
        return folder / "clone"
    if hindrance == "broken":
        (site.folder / ".git/HEAD").write_text("ref: refs/heads/gone\n")
    else:
        monkeypatch.setenv("PATH", str(folder))
    return site.folder
