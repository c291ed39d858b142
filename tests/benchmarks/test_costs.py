"""What a command costs is told of all of it, and of nothing that failed."""

import signal
import subprocess
import sys
from pathlib import Path
from subprocess import PIPE

import pytest
from processes import FailedError, members, memory, running, timed

WAITING = (sys.executable, "-c", "import signal; signal.pause()")
STARTS_ANOTHER = """\
import subprocess, sys
print(subprocess.Popen([sys.executable, "-c", "input()"]).pid, flush=True)
input()
"""


def test_a_command_that_ends_badly_has_no_cost(tmp_path: Path) -> None:
    with pytest.raises(FailedError, match="ended with 1"):
        timed(("false",), tmp_path, {}, limit=60)


@pytest.mark.skipif(sys.platform != "linux", reason="only Linux tells it")
def test_memory_is_that_of_a_command_and_of_what_it_starts() -> None:
    """Both wait for a line that does not come."""
    command = (sys.executable, "-c", STARTS_ANOTHER)
    process = subprocess.Popen(command, stdin=PIPE, stdout=PIPE, start_new_session=True)
    assert process.stdout
    both = sorted((process.pid, int(process.stdout.readline())))
    found, held = sorted(members(process.pid)), memory(process.pid)
    process.communicate()

    assert both == found
    assert held > 0


def test_no_process_outlives_its_measurement(tmp_path: Path) -> None:
    """However it is left; this one would wait for ever."""
    with (
        pytest.raises(KeyboardInterrupt),
        running(WAITING, tmp_path, {}) as process,
    ):
        raise KeyboardInterrupt

    assert -signal.SIGKILL == process.returncode


def test_a_command_that_takes_too_long_is_stopped(tmp_path: Path) -> None:
    with pytest.raises(FailedError, match="ended with -9"):
        timed(WAITING, tmp_path, {}, limit=0.01)
