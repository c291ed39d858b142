"""What an open page is told of a build."""

from datetime import date
from pathlib import Path

import pytest

from association.cli.outcome import WrongUsage
from association.cli.report import Entry, label, marked, of_failure, of_problems
from association.host.early import Mark
from association.problems import ContentError, Place, Problem, Severity, sentence

WRONG = Problem(Place("members.yaml", 2, 5), "unknown-key", sentence("unknown key"), sentence("take it out"))
ODD = Problem(Place("a.yaml", 1, 1), "odd", sentence("odd file"), severity=Severity.WARNING)


@pytest.fixture(autouse=True)
def english(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("ASSOSITE_LANG", "C")


def test_a_problem_is_told_with_its_line(tmp_path: Path) -> None:
    """And the word at fault apart from the others."""
    (tmp_path / "members.yaml").write_text("members:\n  - nme: <b>\n", encoding="utf-8")
    expected: Entry = {
        "severity": "error",
        "label": "error",
        "file": "members.yaml",
        "where": "line 2, column 5",
        "message": "unknown key",
        "hint": "take it out",
        "code": "unknown-key",
        "source": ("  - ", "nme", ": <b>"),
    }

    assert [expected] == of_problems([WRONG], tmp_path, failed=True)["entries"]


def test_errors_come_before_warnings(tmp_path: Path) -> None:
    """Whatever the names of their files, and the count says both."""
    report = of_problems([ODD, WRONG], tmp_path, failed=True)

    assert ["error", "warning"] == [entry["severity"] for entry in report["entries"]]
    assert "1 error, 1 warning" == report["title"]


def test_a_file_that_cannot_be_shown_has_no_line(tmp_path: Path) -> None:
    """It is gone, is no text, is shorter, or all of it is meant."""
    (tmp_path / "members.yaml").write_bytes(b"\xff\n\xff")
    (tmp_path / "a.yaml").write_text("fine", encoding="utf-8")
    short = Problem(Place("a.yaml", 9, 1), "odd", sentence("odd"))
    gone = Problem(Place("gone.yaml", 9, 1), "odd", sentence("odd"))
    report = of_problems([WRONG, ODD, short, gone], tmp_path, failed=True)

    assert all("source" not in entry for entry in report["entries"])


@pytest.mark.parametrize(
    ("line", "column", "expected"),
    [
        ("id: Élan", 5, ("id: ", "Élan", "")),
        ("serves: [lens, arras]", 10, ("serves: [", "lens", ", arras]")),
        ("![x](http://e.org/a)", 6, ("![x](", "http://e.org/a", ")")),
        ("members: [", 11, ("members: [", "", "")),
        ("short", 99, ("short", "", "")),
        ("a\tb", 1, ("", "a", "\\u0009b")),
        ("x" * 100 + " y " + "z" * 200, 102, ("…" + "x" * 29 + " ", "y", " " + "z" * 168 + "…")),
    ],
)
def test_the_place_in_a_line_is_marked(line: str, column: int, expected: tuple[str, str, str]) -> None:
    """As much of it as is one word; a long line is cut around it."""
    assert expected == marked(line, column)


def test_who_has_to_mend_it_is_told(tmp_path: Path) -> None:
    """The editor, the webmaster, the machine, or us, with what to report."""
    full = OSError(28, "No space left on device")
    errors = (ContentError([WRONG]), WrongUsage(sentence("Not there.")), full, KeyError("slug"))
    content, usage, machine, defect = (of_failure(error, tmp_path) for error in errors)

    assert ["1 error", "Not there."] == [content["title"], usage["title"]]
    assert "No space left on device" in machine["title"]
    assert "This is a defect of Assosite" in defect["title"]
    assert "KeyError: 'slug'" in defect["lines"]


@pytest.mark.parametrize(
    ("mark", "language", "said"),
    [
        (Mark(is_draft=True), "C", "draft"),
        (Mark(day=date(2027, 3, 3)), "C", "will appear on March 3, 2027"),
        (Mark(day=date(2027, 3, 1)), "fr", "1er mars 2027"),
        (Mark(is_draft=True, for_members=True), "C", "draft, for members"),
    ],
)
def test_a_page_is_marked_in_few_words(
    monkeypatch: pytest.MonkeyPatch, mark: Mark, language: str, said: str
) -> None:
    """With why others do not see it, and from when on they do."""
    monkeypatch.setenv("ASSOSITE_LANG", language)

    assert label(mark).endswith(said)
