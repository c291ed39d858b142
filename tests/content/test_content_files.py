"""What counts as a file of content/: nothing hidden, nothing elsewhere, nothing that is no file."""

import os
import socket
from collections.abc import Callable
from pathlib import Path

import pytest
from site_on_disk import article, report, site

from association.content.load import load
from association.content.site import ContentFiles, content_files

Plant = Callable[[Path], object]


def files_of(content: Path, *copied: str) -> ContentFiles:
    return content_files(content, "content", copied)


@pytest.fixture
def content(tmp_path: Path) -> Path:
    folder = tmp_path / "content"
    (folder / "documents" / "bilan").mkdir(parents=True)
    (folder / "documents" / "bilan" / "2026.pdf").touch()
    (folder / "documents" / ".env").touch()
    (tmp_path / "members.yaml").touch()
    return folder


def a_socket(path: Path) -> None:
    with socket.socket(socket.AF_UNIX) as server:
        server.bind(str(path))


@pytest.mark.parametrize(
    ("plant", "said"),
    [
        (lambda path: path.symlink_to("../../members.yaml"), "leads out of the folder of the content"),
        (lambda path: path.symlink_to("/etc"), "leads out of the folder of the content"),
        (lambda path: path.symlink_to("/proc/self/environ"), "leads out of the folder of the content"),
        (lambda path: path.symlink_to("../../nowhere"), "leads out of the folder of the content"),
        (lambda path: path.symlink_to("bilan"), "leads to a folder, which is not entered through it"),
        (lambda path: path.symlink_to(".."), "leads to a folder, which is not entered through it"),
        (lambda path: path.symlink_to(".env"), "leads to a hidden file"),
        (lambda path: path.symlink_to(path.name), "leads nowhere, or back to itself"),
        (lambda path: path.symlink_to("nowhere.pdf"), "leads nowhere, or back to itself"),
        (os.mkfifo, "neither a file nor a folder"),
        (a_socket, "neither a file nor a folder"),
    ],
)
def test_what_is_no_file_of_the_folder_is_left_out_and_told(content: Path, plant: Plant, said: str) -> None:
    """With its path; a link is never followed on trust."""
    plant(content / "documents" / "x.pdf")

    problems = load(site(content.parent, {})).warnings
    found = [problem.text() for problem in problems if problem.file == "content/documents/x.pdf"]
    assert 1 == len(found) and said in found[0]
    assert ["documents/bilan/2026.pdf"] == list(files_of(content).by_name)


def test_a_link_to_a_neighbour_is_a_file_like_any_other(content: Path) -> None:
    """It leads to what is published anyway."""
    (content / "documents" / "dernier.pdf").symlink_to("bilan/2026.pdf")
    found = files_of(content)

    assert ((), ["documents/bilan/2026.pdf", "documents/dernier.pdf"]) == (
        found.obstacles,
        list(found.by_name),
    )


def test_a_link_through_another_one_is_followed_to_its_end(content: Path) -> None:
    """Each of the two looks as if it stayed inside."""
    (content / "documents" / "a.pdf").symlink_to("b.pdf")
    (content / "documents" / "b.pdf").symlink_to("../../members.yaml")

    assert ["documents/a.pdf", "documents/b.pdf"] == [path for path, _ in files_of(content).obstacles]


@pytest.mark.parametrize("folder", ["documents", "images", "actualites", "pages"])
def test_a_whole_folder_that_is_a_link_stops_the_build(tmp_path: Path, folder: str) -> None:
    """Everything in it would be missing from the site."""
    (tmp_path / "elsewhere").mkdir()
    (tmp_path / "elsewhere" / "a.md").write_text(article("date: 2026-09-01"), encoding="utf-8")
    (tmp_path / "content").mkdir()
    (tmp_path / "content" / folder).symlink_to(tmp_path / "elsewhere")

    assert [
        f"content/{folder}:1:1: error: this symbolic link leads out of the folder of the content; "
        "put the file itself there, or take the link away [outside-content]"
    ] == report(tmp_path, {})


def test_the_folder_of_the_content_may_be_a_link_itself(tmp_path: Path) -> None:
    """The settings name it."""
    (tmp_path / "texts" / "pages").mkdir(parents=True)
    (tmp_path / "texts" / "pages" / "a.md").touch()
    (tmp_path / "content").symlink_to("texts")
    found = files_of(tmp_path / "content")

    assert (["pages/a.md"], ()) == (list(found.by_name), found.obstacles)


@pytest.mark.parametrize("name", ["members.yaml", "commissions.yaml"])
def test_a_file_of_the_association_is_no_link_out_of_the_site(tmp_path: Path, name: str) -> None:
    """Its mistakes would quote what it leads to."""
    (tmp_path / "site").mkdir()
    (tmp_path / "secret.yaml").write_text("secret: canary\n", encoding="utf-8")
    (tmp_path / "site" / name).symlink_to("../secret.yaml")

    assert [
        f"{name}:1:1: error: this symbolic link leads out of the folder of the site; "
        "put the file itself there, or name it in the settings: MEMBERS_FILE, COMMISSIONS_FILE [outside-site]"
    ] == report(tmp_path / "site", {})


@pytest.mark.parametrize("plant", [os.mkfifo, os.mkdir])
def test_a_file_of_the_association_that_is_no_file_is_told(tmp_path: Path, plant: Plant) -> None:
    """A pipe would be waited for, for ever."""
    plant(tmp_path / "members.yaml")

    assert [
        "members.yaml:1:1: error: found something else of this name, expected a file; "
        "check that it is a file and that you may open it [unreadable]"
    ] == report(tmp_path, {})


def test_a_file_of_the_association_that_leads_nowhere_is_not_taken_for_a_missing_one(tmp_path: Path) -> None:
    """The directory would be empty, and nobody told."""
    (tmp_path / "members.yaml").symlink_to("members.yaml")

    assert ["members.yaml:1:1: error"] == [line.rpartition(": ")[0][:23] for line in report(tmp_path, {})]


def test_links_hidden_in_a_folder_that_pelican_copies_are_found(content: Path) -> None:
    """Pelican copies hidden files too, and follows every link."""
    (content / "extra" / ".well-known").mkdir(parents=True)
    (content / "extra" / ".well-known" / "x.txt").symlink_to("../../../members.yaml")

    assert [] == [path for path, _ in files_of(content).obstacles]
    assert ["extra/.well-known/x.txt"] == [path for path, _ in files_of(content, "extra").obstacles]
