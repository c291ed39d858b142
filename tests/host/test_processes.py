"""Work shared by processes: all of it is done, once, and what it says comes back in order."""

import errno
import os
import subprocess
import sys
from pathlib import Path

import pytest
from built_site import REPOSITORY

from association.host.writer import MOST, shared
from association.problems import ContentError, Place, Problem, sentence


@pytest.mark.parametrize("number", [1, 2, 3])
@pytest.mark.parametrize("count", [0, 1, 2, MOST])
def test_every_piece_is_done_and_answered_in_order(number: int, count: int, tmp_path: Path) -> None:
    """Whichever process took it, and however many there are."""

    def work(piece: int) -> tuple[int, str]:
        with (tmp_path / "done").open("a") as file:
            file.write(f"{piece}\n")
        return piece, "é" * 1000

    answers = shared(work, count, number)
    done = (tmp_path / "done").read_text().split() if count else []

    assert [(piece, "é" * 1000) for piece in range(count)] == answers
    assert sorted(map(str, range(count))) == sorted(done)


FAILING = """
import os, sys
sys.path.insert(0, {plugins!r})
from association.host.writer import shared

parent = os.getpid()

def failing(piece):
    if os.getpid() != parent:
        open({mark!r}, "w").close()
        raise ValueError("no room left")
    while not os.path.exists({mark!r}):
        pass

shared(failing, 2, 2)
"""


def test_a_process_that_fails_fails_the_whole(tmp_path: Path) -> None:
    """With the traceback of what went wrong: half a site must never be published."""
    script = FAILING.format(plugins=str(REPOSITORY / "plugins"), mark=str(tmp_path / "failed"))
    ended = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, timeout=60)

    assert ended.returncode == 1
    assert "ValueError: no room left" in ended.stderr
    assert "RuntimeError: a process that shares the work has failed" in ended.stderr


@pytest.mark.parametrize(
    "error",
    [
        OSError(errno.ENOSPC, "No space left on device"),
        ContentError([Problem(Place("a.md", 3), "text-too-deep", sentence("too {much}", much="deep"))]),
    ],
)
def test_what_somebody_can_mend_comes_back_from_another_process(
    error: OSError | ContentError, capfd: pytest.CaptureFixture[str]
) -> None:
    """As it was, without a traceback: a full disk, a text that cannot be read."""
    parent, (out, back) = os.getpid(), os.pipe()

    def failing(piece: int) -> None:
        if os.getpid() != parent:
            os.write(back, b"x")
            raise error
        os.read(out, 1)

    with pytest.raises(type(error)) as caught:
        shared(failing, 2, 2)
    assert (str(error), "") == (str(caught.value), capfd.readouterr().err)


def test_no_process_is_left_behind(monkeypatch: pytest.MonkeyPatch) -> None:
    """Whoever has worked has ended, and been waited for."""
    begun, fork = [], os.fork

    def counted() -> int:
        begun.append(fork())
        return begun[-1]

    monkeypatch.setattr(os, "fork", counted)
    shared(lambda piece: piece, 10, 3)

    assert 2 == len(begun)
    for process in begun:
        with pytest.raises(ChildProcessError):
            os.waitpid(process, os.WNOHANG)
