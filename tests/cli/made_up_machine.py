"""A machine for the bootstrap: its packages and processes are made up, only its folder is real."""

import subprocess
from dataclasses import dataclass, field
from pathlib import Path

from association.cli.bootstrap import PREPARED, UNFINISHED


@dataclass
class Machine:
    """Attributes that need a word:

    packages: what the interpreter has installed.
    codes: by a word among its arguments, what a process ends with; 0 for all others.
    started: the processes asked for; none is started.
    became: the commands that this process was replaced with.
    """

    root: Path
    packages: dict[str, str] = field(default_factory=dict)
    codes: dict[str, int] = field(default_factory=dict)
    started: list[list[str]] = field(default_factory=list)
    became: list[list[str]] = field(default_factory=list)

    @property
    def lock(self) -> Path:
        return self.root / "requirements.txt"

    @property
    def venv(self) -> Path:
        return self.root / ".venv"

    @property
    def modules_run(self) -> list[str]:
        return [command[2] for command in self.started if command[1] == "-m"]

    def leave_venv_unfinished(self) -> None:
        self.venv.mkdir()
        (self.venv / UNFINISHED).touch()

    def run(self, command: list[str], **_: object) -> subprocess.CompletedProcess[str]:
        self.started.append(command)
        if command[1:3] == ["-m", "venv"]:
            self.venv.mkdir(exist_ok=True)
        code = next((code for word, code in self.codes.items() if word in " ".join(command)), 0)
        return subprocess.CompletedProcess(command, code, stdout="what the process said")

    def execve(self, path: str, command: list[str], environment: dict[str, str]) -> None:
        self.became.append([*command[1:], environment[PREPARED]])
