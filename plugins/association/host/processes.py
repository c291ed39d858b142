"""Work that many processes share, on Linux; elsewhere, and beside threads, one process does it all."""

import os
import pickle
import struct
import sys
import threading
import traceback
from collections.abc import Callable
from typing import BinaryIO, TypeVar

from ..problems import ContentError

T = TypeVar("T")

MOST = 1024
"""Pieces of work; their numbers are put into a pipe at once, and fit into the least that it may hold: a page
of memory, 4,096 octets (pipe(7))."""
NUMBER = struct.Struct("=I")


def processors() -> int:
    """How many processes may share the work; a fork beside threads could wait for ever."""
    can_fork = sys.platform.startswith("linux") and threading.active_count() == 1
    return len(os.sched_getaffinity(0)) if can_fork else 1


def shared(work: Callable[[int], T], count: int, number: int) -> list[T]:
    """`work(0)`, `work(1)`… up to `count` (at most MOST), in `number` processes; what it returns, in order.

    Each process takes the next piece when it has done one, so that none waits for another. Of what a child
    changes in memory nothing stays: only what `work` returns comes back, pickled.
    What goes wrong with files or content in a child is raised here; RuntimeError when it fails in another
    way, whose traceback it has printed.
    """
    if number == 1:
        return [work(piece) for piece in range(count)]
    queue, entrance = os.pipe()
    os.write(entrance, b"".join(map(NUMBER.pack, range(count))))
    os.close(entrance)
    children = [child(work, queue) for _ in range(number - 1)]
    try:
        done = done_from(queue, work)
    finally:
        os.close(queue)
        told = [answer_of(process, answer) for process, answer in children]
    for part in told:
        done.update(part)
    return [done[piece] for piece in range(count)]


def child(work: Callable[[int], T], queue: int) -> tuple[int, BinaryIO]:
    """A process that works until the queue is empty: its id, and where it then tells what it has done."""
    out, back = os.pipe()
    sys.stdout.flush()
    process = os.fork()
    if process:
        os.close(back)
        return process, os.fdopen(out, "rb")
    code = 1
    try:
        os.close(out)
        told = told_by(queue, work)
        with os.fdopen(back, "wb") as answer:
            pickle.dump(told, answer)
        code = 0
    except BaseException:
        traceback.print_exc()
    finally:
        sys.stderr.flush()
        os._exit(code)


def told_by(queue: int, work: Callable[[int], T]) -> dict[int, T] | Exception:
    """What is done; or what somebody can mend, which is no fault of the program."""
    try:
        return done_from(queue, work)
    except (OSError, ContentError) as error:
        return error


def done_from(queue: int, work: Callable[[int], T]) -> dict[int, T]:
    done = {}
    try:
        while token := os.read(queue, NUMBER.size):
            piece = NUMBER.unpack(token)[0]
            done[piece] = work(piece)
    except BaseException:
        while os.read(queue, MOST * NUMBER.size):
            pass  # nobody has to go on with what has failed
        raise
    return done


def answer_of(process: int, answer: BinaryIO) -> dict[int, object]:
    """It is read before the end of the process is waited for: a full pipe would hold that up."""
    with answer:
        told = answer.read()
    if os.waitpid(process, 0)[1] != 0:
        raise RuntimeError("a process that shares the work has failed; its traceback is above")
    done = pickle.loads(told)
    if isinstance(done, Exception):
        raise done
    return done
