"""What the bootstrap settles before anything is installed: the version, the command, the packages."""

import ast
import sys
from pathlib import Path

import pytest
from made_up_machine import Machine

from association.cli import bootstrap

ROOT = Path(__file__).resolve().parents[2]
FILES = ("tasks.py", "plugins/association/cli/bootstrap.py", "plugins/association/cli/language.py")
INSTALLED = {"invoke": "3.0.3", "pelican": "4.12.0"}


@pytest.mark.parametrize("file", FILES)
def test_an_old_python_can_read_the_file(file: str) -> None:
    """Python 3.8 must get as far as the sentence that says it is too old."""
    ast.parse((ROOT / file).read_text(encoding="utf-8"), feature_version=(3, 8))


@pytest.mark.parametrize("file", FILES[1:])
def test_nothing_has_to_be_installed_for_it(file: str) -> None:
    """Every import is of the standard library."""
    tree = ast.parse((ROOT / file).read_text(encoding="utf-8"))
    modules = [node.module or "" for node in ast.walk(tree) if isinstance(node, ast.ImportFrom)]
    modules += [name.name for node in ast.walk(tree) if isinstance(node, ast.Import) for name in node.names]

    assert set() == {module.partition(".")[0] for module in modules} - sys.stdlib_module_names


def test_an_old_python_is_wrong_usage(
    machine: Machine, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """One sentence that names both versions."""
    monkeypatch.setattr(sys, "version_info", (3, 9, 2))

    with pytest.raises(SystemExit, match="2"):
        bootstrap.prepare(machine.root, ["build"])
    assert "Assosite needs Python 3.11 or later; this is Python 3.9.\n" == capsys.readouterr().err


@pytest.mark.parametrize("argv", [[], ["--help"], ["-l"]])
def test_the_commands_are_listed(
    machine: Machine, argv: list[str], capsys: pytest.CaptureFixture[str]
) -> None:
    """Each with the first line of its docstring."""
    with pytest.raises(SystemExit, match="0"):
        bootstrap.prepare(machine.root, argv)

    assert [
        "  build  Build the site.",
        "  test   Run the tests.",
    ] == capsys.readouterr().out.splitlines()[2:4]


@pytest.mark.parametrize(
    ("word", "said"),
    [
        ("biuld", 'There is no command "biuld"; did you mean "build"?\n'),
        ("helper", 'There is no command "helper"; `python3 tasks.py` lists them.\n'),
        ("--quick", 'There is no command "--quick"; `python3 tasks.py` lists them.\n'),
    ],
)
def test_an_unknown_command_is_wrong_usage(
    machine: Machine, word: str, said: str, capsys: pytest.CaptureFixture[str]
) -> None:
    """The nearest one is proposed, if any is near."""
    with pytest.raises(SystemExit, match="2"):
        bootstrap.prepare(machine.root, [word])

    assert said == capsys.readouterr().err


@pytest.mark.parametrize(
    ("argv", "lock"),
    [
        (["build", "--publish"], "requirements.txt"),
        (["test"], "requirements-dev.txt"),
        (["build", "gates"], "requirements-dev.txt"),
    ],
)
def test_the_lock_follows_from_the_command(machine: Machine, argv: list[str], lock: str) -> None:
    """Who only builds a site needs no test tools."""
    assert machine.root / lock == bootstrap.lock_for(machine.root, argv)


@pytest.mark.parametrize(
    ("packages", "extra", "expected"),
    [
        (INSTALLED, "", True),
        ({**INSTALLED, "pelican": "4.11.0"}, "", False),
        ({"invoke": "3.0.3"}, "", False),
        (INSTALLED, "colorama==0.4.6 ; sys_platform == 'amiga' \\\n", True),
        (INSTALLED, "colorama==0.4.6 ; sys_platform != 'amiga' \\\n", False),
        (INSTALLED, "tomli==2.0.1 ; python_full_version < '3.99' and extra == 'toml' \\\n", True),
    ],
)
def test_a_lock_is_satisfied_by_exact_versions(
    machine: Machine, packages: dict[str, str], extra: str, expected: bool
) -> None:
    """Markers that are simple are weighed; what stands behind others is not asked for."""
    machine.lock.write_text(machine.lock.read_text(encoding="utf-8") + extra, encoding="utf-8")
    machine.packages = packages

    assert expected is bootstrap.satisfied(machine.lock)


def test_an_interpreter_that_has_everything_is_used_as_it_is(machine: Machine) -> None:
    """Whatever environment it belongs to: no process is started and no .venv made."""
    machine.packages = INSTALLED
    bootstrap.prepare(machine.root, ["build"])

    assert ([], [], False) == (machine.started, machine.became, machine.venv.exists())


def test_a_ready_venv_takes_over(machine: Machine, monkeypatch: pytest.MonkeyPatch) -> None:
    """With the same arguments, and a mark that keeps it from doing so for ever: what was typed."""
    monkeypatch.setattr(sys, "argv", ["assosite/tasks.py", "build", "--publish"])
    bootstrap.prepare(machine.root, ["build", "--publish"])

    assert [[str(machine.root / "tasks.py"), "build", "--publish", "assosite/tasks.py"]] == machine.became


def test_the_interpreter_that_was_prepared_knows_what_was_typed(
    machine: Machine, monkeypatch: pytest.MonkeyPatch
) -> None:
    """It was started with the whole path, which nobody types."""
    machine.packages = INSTALLED
    monkeypatch.setenv(bootstrap.PREPARED, "assosite/tasks.py")
    monkeypatch.setattr(sys, "argv", [str(machine.root / "tasks.py"), "build"])
    bootstrap.prepare(machine.root, ["build"])

    assert "assosite/tasks.py" == sys.argv[0]


def test_a_prepared_interpreter_without_packages_gives_up(
    machine: Machine, monkeypatch: pytest.MonkeyPatch
) -> None:
    """It would otherwise install and start again without end."""
    monkeypatch.setenv(bootstrap.PREPARED, "tasks.py")
    monkeypatch.setattr(sys, "argv", ["tasks.py", "build"])

    with pytest.raises(SystemExit, match="3"):
        bootstrap.prepare(machine.root, ["build"])
