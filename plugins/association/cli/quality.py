"""The commands of those who work on the program: tests, linter, gates, benchmark, schemas.

Each runs its tool as a process of its own and gives its answer one of our exit codes.
"""

import os
import subprocess
import sys

from .outcome import DEFECT, FINE, PROBLEMS, WRONG_USAGE
from .settings import PROGRAM

# pytest: 2 a file that could not be collected, 4 wrong options, 5 no test selected
PYTEST = {0: FINE, 1: PROBLEMS, 2: PROBLEMS, 4: WRONG_USAGE, 5: WRONG_USAGE}
BENCH = "import sys, bench; sys.exit(bench.main())"


TOGETHER = ("-n", "auto", "--dist", "loadfile")
"""On all processors; the tests of one file share what they have built, so they stay together."""


def test(only: str | None) -> int:
    how = ("-k", only) if only else TOGETHER
    return pytest("tests", "--ignore=tests/gates", *how)


def gates() -> int:
    return pytest("tests/gates", *TOGETHER, ASSOSITE_GATES="1")


def lint() -> int:
    ended = [python("-m", "ruff", *action) for action in (("check", "."), ("format", "--check", "."))]
    return PROBLEMS if any(ended) else FINE


def bench() -> int:
    roots = (str(PROGRAM / "benchmarks"), str(PROGRAM / "plugins"))
    return python("-c", BENCH, PYTHONPATH=os.pathsep.join(roots))


def schema() -> int:
    from ..sources.schema import write

    write(PROGRAM / "schemas")
    return FINE


def pytest(*arguments: str, **environment: str) -> int:
    return PYTEST.get(python("-m", "pytest", *arguments, **environment), DEFECT)


def python(*arguments: str, **environment: str) -> int:
    command = [sys.executable, *arguments]
    return subprocess.run(command, cwd=PROGRAM, env={**os.environ, **environment}).returncode
