"""A build that fails leaves the site that was there, to the byte."""

from pathlib import Path

import pytest
from built_site import Built, article, build, write_site

FILES = {
    "members.yaml": "members:\n  - {id: alpha, name: Alpha}\n",
    "content/actualites/un.md": article("Un"),
}
MISTAKES = {
    "members.yaml": "members:\n  - {id: alpha, nam: Alpha}\n  - {id: alpha, name: Beta}\n",
    "content/actualites/deux.md": article("Deux", commissions="[inconnue]"),
}


@pytest.fixture(scope="module")
def before_and_after(tmp_path_factory: pytest.TempPathFactory) -> tuple[dict[str, bytes], Built]:
    """What a good build wrote, and the bad build that came after it."""
    folder = tmp_path_factory.mktemp("site")
    first = build(write_site(folder, FILES), folder / "output")
    before = first.contents()
    return before, build(write_site(folder, FILES | MISTAKES), folder / "output")


def test_the_old_site_is_untouched(before_and_after: tuple[dict[str, bytes], Built]) -> None:
    """Every file and nothing more."""
    before, failed = before_and_after

    assert before and before == failed.contents()


def test_the_exit_code_is_that_of_problems_in_the_content(
    before_and_after: tuple[dict[str, bytes], Built],
) -> None:
    """1: neither wrong usage nor a defect."""

    assert 1 == before_and_after[1].code


def test_every_mistake_of_every_file_is_told_at_once(
    before_and_after: tuple[dict[str, bytes], Built],
) -> None:
    """With its file and line, then a count."""
    failed = before_and_after[1]
    places = sorted({problem.split(": ")[0].rsplit(":", 1)[0] for problem in failed.problems})

    assert ["content/actualites/deux.md:4", "members.yaml:2", "members.yaml:3"] == places


def test_no_half_written_site_is_left_behind(before_and_after: tuple[dict[str, bytes], Built]) -> None:
    """Nothing beside the output but the files of the association."""
    folder: Path = before_and_after[1].folder.parent
    left = {path.name for path in folder.iterdir()}

    assert {"content", "members.yaml", "output", "pelicanconf.py"} == left


def test_no_traceback_is_shown(before_and_after: tuple[dict[str, bytes], Built]) -> None:
    """An editor is told what to do, not where the program was."""

    assert "Traceback" not in before_and_after[1].said
