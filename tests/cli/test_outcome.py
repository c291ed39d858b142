"""Each way a command can end has its exit code."""

import errno
from collections.abc import Callable

import pytest

from association.cli.outcome import WrongUsage, conclude, exit_code
from association.problems import ContentError, Problem, sentence


def raising(error: BaseException) -> Callable[[], int]:
    def command() -> int:
        raise error

    return command


def test_wrong_usage_is_2_and_one_sentence(capsys: pytest.CaptureFixture[str]) -> None:
    """No traceback."""
    assert 2 == exit_code(raising(WrongUsage(sentence('no "{thing}".', thing="site"))))
    assert 'no "site".\n' == capsys.readouterr().err


def test_problems_are_1(problem: Callable[..., Problem], capsys: pytest.CaptureFixture[str]) -> None:
    """Told in text, with their count."""
    assert 1 == exit_code(raising(ContentError([problem()])))
    assert "1 error, 0 warnings" in capsys.readouterr().err


def test_a_defect_is_3_with_its_traceback(capsys: pytest.CaptureFixture[str]) -> None:
    """And the wish that it be reported."""
    assert 3 == exit_code(raising(ZeroDivisionError("oops")))
    said = capsys.readouterr().err
    assert said.startswith("Traceback") and "ZeroDivisionError: oops" in said
    assert "please report the lines above.\n" == said[-31:]


@pytest.mark.parametrize(
    ("error", "said"),
    [
        (
            OSError(errno.ENOSPC, "No space left on device"),
            "The work stops here: No space left on device. Make room, and try again.\n",
        ),
        (
            PermissionError(errno.EACCES, "Permission denied", "content/a.md"),
            '"content/a.md" cannot be read or written: Permission denied.\n',
        ),
        (
            FileNotFoundError(errno.ENOENT, "No such file or directory", b"a.pdf"),
            '"a.pdf" cannot be read or written: No such file or directory.\n',
        ),
    ],
)
def test_what_the_machine_cannot_do_is_2_and_one_sentence(
    capsys: pytest.CaptureFixture[str], error: OSError, said: str
) -> None:
    """A full disk, a folder that is closed, a file that was taken away: no defect of the program."""
    assert (2, said) == (exit_code(raising(error)), capsys.readouterr().err)


def test_another_fault_of_the_system_is_a_defect() -> None:
    """A bad file descriptor is a mistake of ours."""
    assert 3 == exit_code(raising(OSError(errno.EBADF, "Bad file descriptor")))


def test_an_interruption_is_silent(capsys: pytest.CaptureFixture[str]) -> None:
    """130, as shells have it."""
    assert 130 == exit_code(raising(KeyboardInterrupt()))
    assert "" == capsys.readouterr().err


def test_a_fine_end_lets_the_next_command_run() -> None:
    """Only another one ends the process."""
    conclude(lambda: 0)

    with pytest.raises(SystemExit, match="1"):
        conclude(lambda: 1)
