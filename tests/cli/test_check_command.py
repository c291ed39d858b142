"""`check`: the same problems, in the form that was asked for."""

import json
from collections.abc import Callable
from pathlib import Path
from types import SimpleNamespace

import pytest

from association.cli.check import check
from association.cli.outcome import WrongUsage
from association.problems import ContentError, Problem, Severity

Use = Callable[[Callable[..., object]], None]


def refusing(problem: Problem) -> Callable[..., object]:
    def load_site(settings: dict[str, object]) -> object:
        raise ContentError([problem])

    return load_site


@pytest.mark.parametrize("form", ["text", "json", "github"])
def test_an_error_makes_exit_code_1(
    site: Path, use_host: Use, problem: Callable[..., Problem], form: str
) -> None:
    """In every form."""
    use_host(refusing(problem()))

    assert 1 == check(site, form)


def test_a_sound_site_is_fine(site: Path, use_host: Use, capsys: pytest.CaptureFixture[str]) -> None:
    """The count says so."""
    use_host(lambda settings: (SimpleNamespace(withheld=0), ()))

    assert 0 == check(site, "text")
    assert "0 errors, 0 warnings\n" == capsys.readouterr().err


def test_people_without_consent_are_counted(
    site: Path, use_host: Use, problem: Callable[..., Problem], capsys: pytest.CaptureFixture[str]
) -> None:
    """Never named; warnings alone are fine."""
    use_host(lambda settings: (SimpleNamespace(withheld=3), (problem(severity=Severity.WARNING),)))

    assert 0 == check(site, "text")
    assert "3 people are left out of the site: no consent is recorded.\n" in capsys.readouterr().err


def test_broken_settings_are_a_problem_like_any_other(site: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Reported in the form that was asked for."""
    (site / "pelicanconf.py").write_text("SITENAME = Essai\n", encoding="utf-8")

    assert 1 == check(site, "json")
    assert "settings" == json.loads(capsys.readouterr().out)["problems"][0]["code"]


def test_an_unknown_form_is_wrong_usage(site: Path) -> None:
    """The sentence lists the known ones."""
    with pytest.raises(WrongUsage, match="text, json or github"):
        check(site, "xml")


def test_nothing_is_written(site: Path, use_host: Use) -> None:
    """Not even what Python leaves beside a module that it imports."""
    (site / "publishconf.py").write_text("from pelicanconf import *\n", encoding="utf-8")
    before = sorted(site.rglob("*"))
    use_host(lambda settings: (SimpleNamespace(withheld=0), ()))
    check(site, "text")

    assert before == sorted(site.rglob("*"))
