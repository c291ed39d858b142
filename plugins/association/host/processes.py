"""Work that many processes share, on Linux; elsewhere, and beside threads, one process does it all."""

import os
import re
import sys
import threading
from collections.abc import Callable, Iterator
from concurrent.futures import Future, ProcessPoolExecutor, wait
from multiprocessing import get_context
from pathlib import Path
from signal import SIG_IGN, SIGINT, signal
from typing import TypeVar, cast

from ..problems import ContentError

T = TypeVar("T")

AVAILABLE = re.compile(r"^MemAvailable: +([0-9]+) kB$", re.MULTILINE)
"""In proc_meminfo(5): without swapping, what is only cached set free."""

PR_SET_PDEATHSIG = 1
AHEAD = 4
"""Pieces that a child is given at a time: this process gives none while it does one itself."""


def processors() -> int:
    """How many processes may share the work; a fork beside threads could wait for ever."""
    can_fork = sys.platform.startswith("linux") and threading.active_count() == 1 and has_semaphores()
    return len(os.sched_getaffinity(0)) if can_fork else 1


def processors_for(octets: int) -> int:
    """As many as have room in memory beside one another, when each needs that many octets."""
    try:
        found = AVAILABLE.search(Path("/proc/meminfo").read_text("utf-8"))
    except OSError:
        return 1
    return max(1, min(processors(), int(found[1]) * 1024 // octets)) if found else 1


def has_semaphores() -> bool:
    """A pool of processes needs some, which a system without /dev/shm does not give."""
    try:
        get_context("fork").Lock()
    except (ImportError, OSError):
        return False
    return True


def shared(
    work: Callable[[int], T], count: int, number: int, told: Callable[[int], None] = lambda piece: None
) -> list[T]:
    """`work(0)`, `work(1)`… up to `count`, in `number` processes; what it returns, in order.

    This process is one of them: one more copy of what they share would take a quarter of the memory. The
    others are forks, so that `work` may be anything; of what a child changes in memory nothing stays: only
    what `work` returns comes back, pickled. Each takes the next piece when it has done one: none waits for
    another. `told`, in this process, hears of each piece that is done, in any order.
    What goes wrong with files or content is raised here as it is; RuntimeError, with the traceback of what
    went wrong, when it fails in another way.
    """
    if number == 1 or count < 2:
        return [*alone(work, count, told)]
    given = (work, os.getpid())
    with ProcessPoolExecutor(number - 1, get_context("fork"), initializer=begin, initargs=given) as pool:
        pieces: list[Future[object]] = []
        begun: dict[Future[object], int] = {}
        while len(pieces) < count and heard(begun, told):
            piece = len(pieces)
            is_ours = len(begun) >= AHEAD * (number - 1)
            pieces.append(done_here(work, piece) if is_ours else pool.submit(done, piece))
            begun[pieces[-1]] = piece
        wait(begun)
        heard(begun, told)
        answers = [piece.result() for piece in pieces]  # the first failure, as it would be in one process
    return cast("list[T]", answers)  # of processes that did this very work


def heard(begun: dict[Future[object], int], told: Callable[[int], None]) -> bool:
    """Tells of those that are done, which are no longer begun then; whether all of them are done well."""
    ended = [future for future in begun if future.done()]
    well = [future for future in ended if not future.exception()]
    for future in well:
        told(begun.pop(future))
    return len(well) == len(ended)


def done_here(work: Callable[[int], object], piece: int) -> Future[object]:
    """As another process would answer."""
    own: Future[object] = Future()
    try:
        own.set_result(attempt(work, piece))
    except Exception as error:
        own.set_exception(error)
    return own


def alone(work: Callable[[int], T], count: int, told: Callable[[int], None]) -> Iterator[T]:
    for piece in range(count):
        answer = work(piece)
        told(piece)
        yield answer


def begin(work: Callable[[int], object], parent: int) -> None:
    """In a child, which has one work for all its life; an interruption is its parent's to tell."""
    global at_work
    at_work = work
    signal(SIGINT, SIG_IGN)
    end_with(parent)


def end_with(parent: int) -> None:
    """Whoever kills the parent, as `serve` does on Ctrl+C, means its children too (prctl(2)).

    Alone, a child would wait for ever to hand over what it has done: it has both ends of each pipe itself.
    """
    import ctypes
    from signal import SIGKILL  # which not every system has, as it has no fork

    ctypes.CDLL(None).prctl(PR_SET_PDEATHSIG, SIGKILL)
    if os.getppid() != parent:  # it was killed just before
        os.kill(os.getpid(), SIGKILL)


def done(piece: int) -> object:
    """In a child: the next piece."""
    return attempt(at_work, piece)


def attempt(work: Callable[[int], object], piece: int) -> object:
    """Not every error survives the way to another process; its traceback does."""
    try:
        return work(piece)
    except (OSError, ContentError):
        raise
    except Exception as error:
        raise RuntimeError("a process that shares the work has failed") from error


at_work: Callable[[int], object]
