"""Work shared by processes: all of it is done, once, and what it says comes back in order."""

import errno
import os
import signal
import subprocess
import sys
import threading
from multiprocessing import active_children, get_context
from pathlib import Path

import pytest
from built_site import REPOSITORY

from association.host.processes import has_semaphores, shared
from association.problems import ContentError, Place, Problem, sentence


@pytest.mark.parametrize("number", [1, 2, 3])
@pytest.mark.parametrize("count", [0, 1, 2, 300])
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
import os, signal, sys
sys.path.insert(0, {plugins!r})
from association.host.processes import shared

def failing(piece):
    {fault}

parent, (ear, mouth) = os.getpid(), os.pipe()
shared(failing, 9, 2)
"""


def ended(fault: str) -> subprocess.CompletedProcess[str]:
    script = FAILING.format(plugins=str(REPOSITORY / "plugins"), fault=fault)
    return subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, timeout=60)


def test_a_process_that_fails_fails_the_whole() -> None:
    """With the traceback of what went wrong: half a site must never be published."""
    failed = ended('raise ValueError("no room left")')

    assert 1 == failed.returncode
    assert "in failing" in failed.stderr
    assert "ValueError: no room left" in failed.stderr
    assert failed.stderr.endswith("RuntimeError: a process that shares the work has failed\n")


def test_a_process_that_is_killed_fails_the_whole() -> None:
    """As one is that takes too much memory: nobody waits for it."""
    dies = "os.write(mouth, b'.........'), os.kill(os.getpid(), signal.SIGKILL)"
    failed = ended(f"os.read(ear, 1) if os.getpid() == parent else ({dies})")

    assert 1 == failed.returncode
    assert "BrokenProcessPool" in failed.stderr


def test_who_is_killed_leaves_no_process_that_waits_for_ever() -> None:
    """`serve` kills the one that builds when it is interrupted; `timeout` does not ask either.

    A process that is left holds our end of its output open: it would be waited for here.
    """
    waits = "os.write(mouth, b'.'), os.read(os.pipe()[0], 1)"
    killed = ended(
        f"(os.read(ear, 1), os.kill(parent, signal.SIGKILL)) if os.getpid() == parent else ({waits})"
    )

    assert -signal.SIGKILL == killed.returncode


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

    def failing(piece: int) -> None:
        raise error

    with pytest.raises(type(error)) as caught:
        shared(failing, 2, 2)
    assert (str(error), "") == (str(caught.value), capfd.readouterr().err)


def test_no_process_is_left_behind() -> None:
    """Whoever has worked has ended, and been waited for; nor is there a thread, beside which none forks."""
    threads = threading.active_count()
    shared(lambda piece: piece, 10, 3)

    assert ([], threads) == (active_children(), threading.active_count())


def test_one_process_does_it_all_where_there_are_no_semaphores(monkeypatch: pytest.MonkeyPatch) -> None:
    """As in some containers, which have no /dev/shm."""

    def refused(self: object) -> None:
        raise OSError(errno.ENOSYS, "Function not implemented")

    monkeypatch.setattr(type(get_context("fork")), "Lock", refused)

    assert not has_semaphores()


@pytest.mark.parametrize("number", [1, 3])
def test_whoever_asked_is_told_of_each_piece_that_is_done(number: int) -> None:
    """In the process that shares the work out, as they end."""
    told: list[int] = []
    shared(str, 20, number, told.append)

    assert list(range(20)) == sorted(told)


def test_the_process_that_shares_the_work_out_does_some_of_it() -> None:
    """What all of them share is copied once less; no child is given much at a time."""
    parent, (ear, mouth) = os.getpid(), os.pipe()

    def work(piece: int) -> int:
        _ = os.write(mouth, b"." * 10) if os.getpid() == parent else os.read(ear, 1)
        return os.getpid()

    assert (True, 2) == (parent in (takers := set(shared(work, 10, 2))), len(takers))
