"""The development commands: which tool, and which exit code."""

import subprocess
from dataclasses import dataclass, field

import pytest

from association.cli import quality


@dataclass
class Processes:
    """None is started: `commands` are those asked for, `codes` what they end with (0 when used up)."""

    commands: list[list[str]] = field(default_factory=list)
    codes: list[int] = field(default_factory=list)

    def run(self, command: list[str], **options: dict[str, str]) -> subprocess.CompletedProcess[str]:
        self.commands.append([*command[1:], options["env"].get("ASSOSITE_GATES", "")])
        return subprocess.CompletedProcess(command, self.codes.pop(0) if self.codes else 0)


@pytest.fixture
def processes(monkeypatch: pytest.MonkeyPatch) -> Processes:
    processes = Processes()
    monkeypatch.delenv("ASSOSITE_GATES", raising=False)
    monkeypatch.setattr(subprocess, "run", processes.run)
    return processes


@pytest.mark.parametrize(("pytest_code", "ours"), [(0, 0), (1, 1), (2, 1), (3, 3), (4, 2), (5, 2)])
def test_the_code_of_pytest_becomes_ours(processes: Processes, pytest_code: int, ours: int) -> None:
    """No test selected is wrong usage; a test that cannot be read has failed."""
    processes.codes.append(pytest_code)

    assert ours == quality.test(None)


def test_the_gates_are_not_among_the_tests(processes: Processes) -> None:
    """They need browsers, and are asked for by their own command."""
    quality.test("swap")
    quality.gates()

    assert [
        ["-m", "pytest", "tests", "--ignore=tests/gates", "-k", "swap", ""],
        ["-m", "pytest", "tests/gates", *quality.TOGETHER, "1"],
    ] == processes.commands


@pytest.mark.parametrize(("codes", "ours"), [((0, 0, 0), 0), ((1, 0, 0), 1), ((0, 1, 0), 1), ((0, 0, 1), 1)])
def test_lint_is_rules_format_and_types(processes: Processes, codes: tuple[int, int, int], ours: int) -> None:
    """All run, so that one run tells everything."""
    processes.codes.extend(codes)

    assert ours == quality.lint()
    assert [["ruff", "check", "."], ["ruff", "format", "--check", "."], ["mypy"]] == [
        command[1:-1] for command in processes.commands
    ]
