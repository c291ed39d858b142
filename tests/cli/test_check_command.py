"""`check`: the same problems, in the form that was asked for."""

import json
from collections.abc import Callable
from pathlib import Path
from types import SimpleNamespace

import pytest

from association.cli.check import check
from association.cli.outcome import WrongUsage
from association.host.loading import ForMembers
from association.problems import ContentError, Problem, Severity

Use = Callable[[Callable[..., object]], None]


def refusing(problem: Problem) -> Callable[..., object]:
    def load_site(settings: dict[str, object]) -> object:
        raise ContentError([problem])

    return load_site


NOTHING = ForMembers(texts=0, meetings=0, documents=0, images=0)


def checked(*warnings: Problem, withheld: int = 0, for_members: ForMembers = NOTHING) -> SimpleNamespace:
    """A site that can be published."""
    association = SimpleNamespace(withheld=withheld)
    return SimpleNamespace(association=association, warnings=warnings, for_members=for_members)


@pytest.mark.parametrize("form", ["text", "json", "github"])
def test_an_error_makes_exit_code_1(
    site: Path, use_host: Use, problem: Callable[..., Problem], form: str
) -> None:
    """In every form."""
    use_host(refusing(problem()))

    assert 1 == check(site, form)


def test_a_sound_site_is_fine(site: Path, use_host: Use, capsys: pytest.CaptureFixture[str]) -> None:
    """The count says so."""
    use_host(lambda settings: checked())

    assert 0 == check(site, "text")
    assert "0 errors, 0 warnings\n" == capsys.readouterr().err


def test_people_without_consent_are_counted(
    site: Path, use_host: Use, problem: Callable[..., Problem], capsys: pytest.CaptureFixture[str]
) -> None:
    """Never named; warnings alone are fine."""
    use_host(lambda settings: checked(problem(severity=Severity.WARNING), withheld=3))

    assert 0 == check(site, "text")
    assert "3 people are left out of the site: no consent is recorded.\n" in capsys.readouterr().err


@pytest.mark.parametrize(
    ("language", "found", "expected"),
    [
        ("C", ForMembers(3, 2, 1, 1), "For members only: 3 texts, 2 meetings, 1 document, 1 picture."),
        ("fr", ForMembers(3, 2, 1, 1), "Réservé aux membres : 3 textes, 2 réunions, 1 document, 1 image."),
        ("fr", ForMembers(0, 1, 0, 0), "Réservé aux membres : 1 réunion."),
        ("fr", ForMembers(1, 0, 5, 2), "Réservé aux membres : 1 texte, 5 documents, 2 images."),
    ],
)
def test_what_is_for_members_is_counted(
    site: Path,
    use_host: Use,
    capsys: pytest.CaptureFixture[str],
    monkeypatch: pytest.MonkeyPatch,
    language: str,
    found: ForMembers,
    expected: str,
) -> None:
    """Of each kind, where there is any."""
    monkeypatch.setenv("ASSOSITE_LANG", language)
    use_host(lambda settings: checked(for_members=found))
    check(site, "text")

    assert expected == capsys.readouterr().err.splitlines()[0].replace("\u00a0", " ").replace("\u202f", " ")


def test_a_site_with_nothing_for_members_says_nothing_of_them(
    site: Path, use_host: Use, capsys: pytest.CaptureFixture[str]
) -> None:
    """Most have nothing."""
    use_host(lambda settings: checked())
    check(site, "text")

    assert "members" not in capsys.readouterr().err


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
    use_host(lambda settings: checked())
    check(site, "text")

    assert before == sorted(site.rglob("*"))
