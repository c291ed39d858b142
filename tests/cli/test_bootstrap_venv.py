"""The .venv that the bootstrap makes, updates or makes anew."""

import sys

import pytest
from made_up_machine import Machine

from association.cli import bootstrap


@pytest.mark.parametrize(("sound", "expected"), [(0, ["pip"]), (1, ["venv", "pip"])])
def test_a_broken_venv_is_made_anew_and_an_old_one_updated(
    machine: Machine, sound: int, expected: list[str]
) -> None:
    """Broken: its Python does not start, is too old or has no pip."""
    machine.venv.mkdir()
    machine.codes = {"import sys, pip": sound}
    bootstrap.install(machine.venv, machine.lock)

    assert expected == machine.modules_run


def test_a_half_made_venv_is_made_anew(machine: Machine) -> None:
    """One in which an installation was cut off, even if its Python starts."""
    machine.leave_venv_unfinished()

    assert not bootstrap.ready(machine.venv, machine.lock)
    bootstrap.install(machine.venv, machine.lock)
    assert ["venv", "pip"] == machine.modules_run


def test_half_made_is_noticed_from_inside(machine: Machine, monkeypatch: pytest.MonkeyPatch) -> None:
    """The Python of .venv does not trust its own packages then."""
    machine.packages = {"invoke": "3.0.3", "pelican": "4.12.0"}
    machine.leave_venv_unfinished()
    monkeypatch.setattr(sys, "prefix", str(machine.venv))

    assert not bootstrap.usable(machine.lock, machine.venv)


@pytest.mark.parametrize(("code", "left_unfinished"), [(1, False), (-9, True)])
def test_a_failed_installation_shows_what_pip_said(
    machine: Machine, capsys: pytest.CaptureFixture[str], code: int, left_unfinished: bool
) -> None:
    """Exit 3; only a pip that was killed leaves a .venv that has to be made anew."""
    machine.venv.mkdir()
    machine.codes = {"--require-hashes": code}

    with pytest.raises(SystemExit, match="3"):
        bootstrap.install(machine.venv, machine.lock)
    assert "what the process said" in capsys.readouterr().err
    assert left_unfinished is (machine.venv / bootstrap.UNFINISHED).exists()


def test_a_python_without_venv_is_told_how_to_mend_it(
    machine: Machine, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """Debian keeps ensurepip in a package of its own."""
    monkeypatch.setattr("importlib.util.find_spec", lambda name: None if name == "ensurepip" else name)

    with pytest.raises(SystemExit, match="2"):
        bootstrap.create(machine.venv)
    assert "`apt install python3-venv`" in capsys.readouterr().err


@pytest.mark.parametrize(
    ("language", "said"),
    [
        ("C", "First use: installing the packages in .venv…\n"),
        ("fr", "Première utilisation\u00a0: installation des dépendances dans .venv…\n"),
    ],
)
def test_first_use_says_so_in_one_line(
    machine: Machine,
    capsys: pytest.CaptureFixture[str],
    monkeypatch: pytest.MonkeyPatch,
    language: str,
    said: str,
) -> None:
    """On standard error, in the language of the one who types."""
    monkeypatch.setenv("ASSOSITE_LANG", language)
    machine.codes = {"import sys, pip": 1}
    bootstrap.install(machine.venv, machine.lock)

    assert said == capsys.readouterr().err


def test_packages_are_installed_by_hash(machine: Machine) -> None:
    """Nothing that is not in the lock, and no word from pip about itself."""
    machine.venv.mkdir()
    bootstrap.install(machine.venv, machine.lock)

    assert {"--require-hashes", "--disable-pip-version-check", "--quiet"} <= set(machine.started[-1])


def test_a_venv_of_another_python_is_made_anew_and_said_so(
    machine: Machine, capsys: pytest.CaptureFixture[str]
) -> None:
    """As after an upgrade of the system: its compiled packages are of no use to this one."""
    machine.venv.mkdir()
    (machine.venv / "pyvenv.cfg").write_text("home = /usr/bin\nversion = 3.10.13\n", encoding="utf-8")
    machine.codes = {"import sys, pip": 1}
    bootstrap.install(machine.venv, machine.lock)

    assert ["venv", "pip"] == machine.modules_run
    found = "{}.{}".format(*sys.version_info)
    assert f".venv was made by Python 3.10; making it anew for Python {found}…\n" == capsys.readouterr().err


def test_the_venv_is_asked_which_python_it_is(machine: Machine) -> None:
    """Before its packages are trusted."""
    machine.venv.mkdir()
    bootstrap.ready(machine.venv, machine.lock)
    bootstrap.sound(machine.venv)

    assert "{}.{}".format(*sys.version_info) == machine.started[0][-1]
    assert str(tuple(sys.version_info[:2])) in machine.started[1][-1]
