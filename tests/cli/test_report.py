"""Problems for a person, a program and a forge."""

import json
from collections.abc import Callable
from pathlib import Path

import pytest

from association.cli import outcome
from association.problems import Place, Problem, Severity, sentence

Build = Callable[..., Problem]


def test_text_is_one_line_a_problem_then_the_count(
    problem: Build, capsys: pytest.CaptureFixture[str]
) -> None:
    """On standard error, in the order of the files and their lines."""
    warning = problem(line=7, file="commissions.yaml", severity=Severity.WARNING, hint=None)
    outcome.in_text([problem(line=100), problem(line=42), warning])

    assert [
        'commissions.yaml:7:15: warning: unknown skill "reseau" [unknown-reference]',
        'members.yaml:42:15: error: unknown skill "reseau"; did you mean "reseaux"? [unknown-reference]',
        'members.yaml:100:15: error: unknown skill "reseau"; did you mean "reseaux"? [unknown-reference]',
        "2 errors, 1 warning",
    ] == capsys.readouterr().err.splitlines()


def test_text_is_in_the_language_asked_for(
    problem: Build, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    """Message and hint both go through the catalogue."""
    monkeypatch.setattr(outcome, "translate", lambda text: f"fr:{text}")
    outcome.in_text([problem(hint="look")])
    said = capsys.readouterr().err

    assert "fr:unknown skill" in said
    assert "; fr:look" in said


@pytest.mark.parametrize("count", [0, 2])
def test_json_has_exactly_the_promised_keys(
    problem: Build, capsys: pytest.CaptureFixture[str], count: int
) -> None:
    """Also when there is nothing to tell; an absent hint is null."""
    outcome.in_json([problem(line=line, hint=None) for line in range(1, count + 1)])
    record = {
        "file": "members.yaml",
        "column": 15,
        "severity": "error",
        "code": "unknown-reference",
        "message": 'unknown skill "reseau"',
        "hint": None,
    }

    assert {"problems": [{**record, "line": line} for line in range(1, count + 1)]} == json.loads(
        capsys.readouterr().out
    )


def test_github_gets_a_workflow_command(
    tmp_path: Path, problem: Build, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    """The file is named from the root of the repository, not from the site."""
    monkeypatch.setenv("GITHUB_WORKSPACE", str(tmp_path))
    outcome.in_github([problem()], tmp_path / "examples" / "blits")

    assert (
        "::error file=examples/blits/members.yaml,line=42,col=15,title=unknown-reference"
        '::unknown skill "reseau"; did you mean "reseaux"?\n'
    ) == capsys.readouterr().out


def test_github_text_is_escaped_as_its_runner_wants() -> None:
    """%, line ends everywhere; colons and commas in properties only."""
    odd = Problem(Place("a,b.yaml", 1, 2), "50%:code", sentence("100 %: no, two\r\nlines"))

    assert (
        "::error file=a%2Cb.yaml,line=1,col=2,title=50%25%3Acode::100 %25: no, two%0D%0Alines"
    ) == outcome.annotation(odd, "a,b.yaml")


@pytest.mark.parametrize(("severity", "code"), [(Severity.ERROR, 1), (Severity.WARNING, 0)])
def test_only_errors_fail(problem: Build, severity: Severity, code: int) -> None:
    """Warnings alone are exit code 0."""
    assert code == outcome.in_text([problem(severity=severity)])
