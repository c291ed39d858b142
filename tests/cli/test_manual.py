"""What `--help` shows, and what shells complete, tried in each that is there."""

import shlex
import shutil
import subprocess
from pathlib import Path

import pytest

from association.cli.commands import COMMANDS
from association.cli.manual import completion, help_of
from association.cli.outcome import WrongUsage
from association.cli.usage import parsed

BASH = """\
source {script}
complete -p assosite > /dev/null
COMP_WORDS=({words} '')
COMP_CWORD={at}
_shtab_assosite
echo "${{COMPREPLY[@]}}"
"""
EXAMPLES = [
    (name, example)
    for name, command in COMMANDS.known.items()
    for example in command.description.get("examples", ())
]
KINDS = (
    "member person commission meeting minutes news event series offer page faq glossary resources skill town "
    "type venue partner benefit calendar translation site"
)
OFFERS = "internship apprenticeship job tender skill-exchange request"
each_line = pytest.mark.parametrize(
    ("line", "proposed"),
    [
        ("assosite new", KINDS),
        ("assosite check --format", "text json github"),
        ("assosite new offer x --kind", OFFERS),
        ("assosite build --site", "here"),
    ],
)


def script(shell: str, folder: Path, capsys: pytest.CaptureFixture[str]) -> Path:
    completion(shell, COMMANDS.known)
    (folder / "here").mkdir()
    path = folder / "here" / "assosite"
    path.write_text(capsys.readouterr().out, encoding="utf-8")
    return path


def said_by(*command: str, cwd: Path) -> str:
    return subprocess.run(command, cwd=cwd, capture_output=True, text=True, timeout=60, check=True).stdout


@each_line
def test_bash_completes(line: str, proposed: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = script("bash", tmp_path, capsys)
    typed = BASH.format(script=shlex.quote(str(path)), words=line, at=len(line.split()))

    assert proposed == said_by("bash", "--norc", "-c", typed, cwd=tmp_path).strip()


@pytest.mark.skipif(shutil.which("fish") is None, reason="fish is not installed")
@each_line
def test_fish_completes(line: str, proposed: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = script("fish", tmp_path, capsys)
    typed = f"source {shlex.quote(str(path))}; complete -C {shlex.quote(line + ' ')}"
    lines = said_by("fish", "--no-config", "-c", typed, cwd=tmp_path).splitlines()

    assert set(proposed.split()) == {line.split("\t")[0].rstrip("/") for line in lines}


@pytest.mark.skipif(shutil.which("zsh") is None, reason="zsh is not installed")
def test_zsh_reads_its_own(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = script("zsh", tmp_path, capsys)

    assert path.read_text("utf-8").startswith("#compdef assosite\n")
    assert "" == said_by("zsh", "-f", "-n", str(path), cwd=tmp_path)


def test_another_shell_is_told_which_are_known() -> None:
    with pytest.raises(WrongUsage):
        completion("powershell", COMMANDS.known)


@pytest.mark.parametrize(("name", "example"), EXAMPLES, ids=[example for _, example in EXAMPLES])
def test_an_example_is_a_command_that_is_understood(name: str, example: str) -> None:
    words = shlex.split(example.partition(" > ")[0])
    calls = parsed(COMMANDS.collection(), words)[1:]

    assert [name] == [call.name for call in calls]
    assert f"  python3 tasks.py {example}" in help_of(name, COMMANDS.known[name]).splitlines()


def test_help_and_completion_have_the_words_of_the_reader(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("ASSOSITE_LANG", "nl")
    completion("bash", COMMANDS.known)
    said = capsys.readouterr().out

    assert "lid, persoon, werkgroep, vergadering" in help_of("new", COMMANDS.known["new"])
    assert "'vergadering'" in said or " vergadering " in said


def test_no_option_has_a_letter_that_nobody_chose() -> None:
    for name, command in COMMANDS.known.items():
        shown = [line.split()[0] for line in help_of(name, command).splitlines() if line.startswith("  -")]

        assert all(option.startswith("--") for option in shown)
