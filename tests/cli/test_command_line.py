"""`tasks.py` as it is typed."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
COMMANDS = """
build check agenda serve new-site new import tidy apply forms publish upgrade redirects passphrase completion
test lint gates bench schema messages
""".split()


def typed(*arguments: str, cwd: Path = ROOT, program: tuple[str, ...] = ()) -> tuple[int, str, str]:
    command = [sys.executable, *(program or (str(ROOT / "tasks.py"),)), *arguments]
    environment = {**os.environ, "ASSOSITE_LANG": "C"}
    ended = subprocess.run(
        command,
        cwd=cwd,
        env=environment,
        capture_output=True,
        text=True,
        timeout=60,
        stdin=subprocess.DEVNULL,
    )
    return ended.returncode, ended.stdout, ended.stderr


def test_alone_it_lists_the_commands() -> None:
    """Each with one line of help."""
    code, out, _ = typed()
    lines = [line.split(maxsplit=1) for line in out.splitlines() if line.startswith("  ")]

    assert (0, COMMANDS) == (code, [name for name, _ in lines][: len(COMMANDS)])


def test_a_terminal_that_lacks_a_letter_is_answered_all_the_same() -> None:
    """The French apostrophe is not in Latin-1."""
    environment = {**os.environ, "ASSOSITE_LANG": "fr", "PYTHONIOENCODING": "latin-1"}
    ended = subprocess.run([sys.executable, str(ROOT / "tasks.py")], env=environment, capture_output=True)

    assert (0, b"") == (ended.returncode, ended.stderr)
    assert "donne les options d?une commande" in ended.stdout.decode("latin-1")


def test_the_options_of_a_command_are_listed() -> None:
    """Those of the command only, none of invoke's own."""
    code, out, _ = typed("build", "--help")
    options = [line.split()[0] for line in out.splitlines() if line.startswith("  --")]

    assert (0, ["--output", "--publish", "--revisions", "--site"]) == (code, options)


def test_the_words_and_options_of_a_command_that_takes_words_are_listed() -> None:
    """--help is none of the words."""
    code, out, _ = typed("new", "--help")

    assert (0, "python3 tasks.py new WHAT NAME [options]") == (code, out.splitlines()[0])


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["biuld"], 'There is no command "biuld"; did you mean "build"?'),
        (["check", "nothing"], 'There is no command "nothing"; `python3 tasks.py` lists them.'),
        (
            ["check", "--strict"],
            'check has no option "--strict"; `python3 tasks.py check --help` lists them.',
        ),
        (["check", "--dry"], 'check has no option "--dry"; `python3 tasks.py check --help` lists them.'),
        (["check", "--site"], "check: the option --site needs a value."),
        (["check", "--format", "xml"], 'The format "xml" is not known; it is text, json or github.'),
        (["serve", "--port", "http"], '"http" is not a port; it is a number from 1 to 65535.'),
        (
            ["new"],
            'Say what to add: `python3 tasks.py new WHAT "Name"`; '
            "WHAT is one of: member, person, commission, meeting, minutes, news, event, series, offer, page, "
            "faq, glossary, resources, skill, town, type, venue, partner, benefit, calendar, "
            "translation, site.",
        ),
        (["new", "member"], 'The name is missing: `python3 tasks.py new member "Name"`.'),
        (
            ["new", "member", "Les", "Octets"],
            'new: "Octets" is one word too many; put a text of several words between quotes.',
        ),
        (
            ["new", "news", "--", "-5 degrees"],
            'new has no option "--"; `python3 tasks.py new --help` lists them.',
        ),
        (
            ["import"],
            "Say which file: `python3 tasks.py import FILE.csv`, the export of your spreadsheet.",
        ),
        (["import", "nothing.csv"], 'There is no file "nothing.csv".'),
        (["check", "--site", "/nowhere"], 'There is no site in "/nowhere": it has no pelicanconf.py.'),
    ],
)
def test_wrong_usage_is_2_and_one_sentence(arguments: list[str], said: str) -> None:
    """On standard error; standard output stays empty."""
    assert (2, "", said + "\n") == typed(*arguments)


def test_it_works_from_any_folder(tmp_path: Path) -> None:
    """Relative paths are those of the folder where it is typed."""
    code, _, said = typed("check", "--site", "here", cwd=tmp_path)

    assert (2, f'There is no site in "{tmp_path / "here"}": it has no pelicanconf.py.\n') == (code, said)


def test_invoke_does_the_same() -> None:
    """For those who work inside the environment."""
    code, _, said = typed("check", "--format", "xml", program=("-m", "invoke"))

    assert (2, 'The format "xml" is not known; it is text, json or github.\n') == (code, said)
