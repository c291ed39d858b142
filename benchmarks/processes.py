"""What a command costs: time of the clock, time of all its processors, memory of all its processes."""

import contextlib
import os
import signal
import subprocess
import sys
import time
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from threading import Timer

PROC = Path("/proc")
TICKS = os.sysconf("SC_CLK_TCK")
PATIENCE = 3.0  # seconds for a server to end by itself
SAMPLED = 0.1  # seconds between two looks at the memory: one costs a few milliseconds


class FailedError(Exception):
    """The command, and how it ended."""


@dataclass(frozen=True, slots=True)
class Cost:
    """Seconds."""

    wall: float
    processor: float


def started(command: Sequence[str], folder: Path, variables: Mapping[str, str]) -> subprocess.Popen[bytes]:
    """In a session of its own, by which all processes that come of it are known."""
    return subprocess.Popen(
        command,
        cwd=folder,
        env={**os.environ, **variables},
        stdin=subprocess.DEVNULL,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
        start_new_session=True,
    )


def timed(command: Sequence[str], folder: Path, variables: Mapping[str, str], limit: float) -> Cost:
    """From the start of the process to its end; it is stopped after `limit` seconds."""
    begun = time.perf_counter()
    with running(command, folder, variables) as process:
        late = Timer(limit, send, (process, signal.SIGKILL))
        late.start()
        _, status, used = os.wait4(process.pid, 0)
        wall = time.perf_counter() - begun
        late.cancel()
        process.returncode = os.waitstatus_to_exitcode(status)
    judge(process)
    return Cost(wall, used.ru_utime + used.ru_stime)


def peak_memory(command: Sequence[str], folder: Path, variables: Mapping[str, str], limit: float) -> float:
    """The most, in MiB, that all its processes held at the same time; measured apart from the time."""
    most, begun = 0.0, time.perf_counter()
    with running(command, folder, variables) as process:
        while process.poll() is None and time.perf_counter() - begun < limit:
            most = max(most, memory(process.pid))
            time.sleep(SAMPLED)
    judge(process)
    return most


@contextlib.contextmanager
def running(
    command: Sequence[str], folder: Path, variables: Mapping[str, str]
) -> Iterator[subprocess.Popen[bytes]]:
    """Nothing of it outlives the block, however that is left: Ctrl+C does not reach its session."""
    process = started(command, folder, variables)
    try:
        yield process
    finally:
        if process.returncode is None:
            send(process, signal.SIGKILL)
            process.wait()


def judge(process: subprocess.Popen[bytes]) -> None:
    if process.returncode:
        told = " ".join(Path(str(word)).name for word in list(process.args)[:4])  # type: ignore[arg-type]
        raise FailedError(f"{told} … ended with {process.returncode}")


def stop(process: subprocess.Popen[bytes]) -> None:
    """Asked first, so that it can put away what it was writing."""
    send(process, signal.SIGTERM)
    with contextlib.suppress(subprocess.TimeoutExpired):
        process.wait(PATIENCE)
    send(process, signal.SIGKILL)
    process.wait()


def send(process: subprocess.Popen[bytes], number: signal.Signals) -> None:
    """To all of its session, which `started` made its group as well."""
    with contextlib.suppress(ProcessLookupError):
        os.killpg(process.pid, number)


def memory(session: int) -> float:
    """MiB that the processes of a session hold, what they share once (PSS); 0 if the system does not tell."""
    return sum(map(proportional, members(session))) / 1024


def proportional(process: int) -> int:
    """KiB; none where the kernel does not tell, or the process has just ended."""
    with contextlib.suppress(OSError):
        for line in (PROC / str(process) / "smaps_rollup").read_text().splitlines():
            if line.startswith("Pss:"):
                return int(line.split()[1])
    return 0


def processor_time(session: int) -> float:
    """Seconds that the processes of a session, and those they have waited for, have used so far."""
    return sum(sum(map(int, fields(one)[11:15])) for one in members(session)) / TICKS


def members(session: int) -> list[int]:
    if not sys.platform.startswith("linux"):
        return []
    every = (int(path.name) for path in PROC.iterdir() if path.name.isdigit())
    return [process for process in every if fields(process)[3:4] == [str(session)]]


def fields(process: int) -> list[str]:
    """Those of /proc/PID/stat after the name, which may hold blanks: the state is the first."""
    try:
        return (PROC / str(process) / "stat").read_text().rpartition(")")[2].split()
    except OSError:
        return []
