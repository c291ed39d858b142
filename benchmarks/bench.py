"""How long a site takes to build and to check, on a generated site (`python3 tasks.py bench`).

Each figure is the best of a few runs of a new process, as an editor or a CI would start it:
the machine's other work can only make a run slower. « Cold » is a build on a machine that keeps
nothing of an earlier one; « again » finds its caches.
"""

import argparse
import os
import resource
import subprocess
import sys
import time
from dataclasses import dataclass
from datetime import UTC, datetime
from datetime import time as clock
from pathlib import Path
from tempfile import TemporaryDirectory

from corpora import LAST_DAY
from forms import generate

PROGRAM = Path(__file__).resolve().parents[1]


@dataclass(frozen=True, slots=True)
class Run:
    """One command: wall time in seconds, processor time in seconds, peak memory in megabytes."""

    seconds: float
    processor: float
    megabytes: float


def main(arguments: list[str] | None = None) -> int:
    wanted = options().parse_args(arguments)
    with TemporaryDirectory(prefix="assosite-bench-") as temporary:
        site, output = Path(temporary) / "site", Path(temporary) / "output"
        generate(site, wanted.news, wanted.members, wanted.events, wanted.seed)
        figures = {
            "cold build": best(wanted.runs, ["build", "--site", str(site), "--output", str(output)], None),
            "build again": best(
                wanted.runs, ["build", "--site", str(site), "--output", str(output)], temporary
            ),
            "check": best(wanted.runs, ["check", "--site", str(site)], temporary),
        }
        pages, size = census(output)
    print(f"{wanted.news} news, {wanted.members} members, {wanted.events} events; best of {wanted.runs} runs")
    print(table(figures))
    print(f"{pages} pages, {size / 1e6:.1f} MB")
    return 0


def options() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="bench.py", description=__doc__.partition("\n")[0])
    for name, number in (("news", 500), ("members", 300), ("events", 300), ("seed", 1), ("runs", 3)):
        parser.add_argument(f"--{name}", type=int, default=number)
    return parser


def best(runs: int, command: list[str], caches: str | None) -> Run:
    """The fastest of some runs; without `caches` each begins with none."""
    return min((timed(command, caches) for _ in range(runs)), key=lambda run: run.seconds)


def timed(command: list[str], caches: str | None) -> Run:
    if caches is None:
        with TemporaryDirectory(prefix="assosite-bench-") as empty:
            return timed(command, empty)
    return measured(command, {"ASSOSITE_CACHE": str(Path(caches) / "caches"), "ASSOSITE_LANG": "C"})


def measured(command: list[str], variables: dict[str, str]) -> Run:
    """A command of tasks.py in a process of its own; its failure is ours."""
    noon = datetime.combine(LAST_DAY, clock(12), UTC)
    environment = {**os.environ, **variables, "SOURCE_DATE_EPOCH": str(int(noon.timestamp()))}
    started = time.perf_counter()
    process = subprocess.Popen(
        [sys.executable, str(PROGRAM / "tasks.py"), *command], env=environment, stdout=subprocess.DEVNULL
    )
    _, status, used = os.wait4(process.pid, 0)
    seconds = time.perf_counter() - started
    process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode:
        raise SystemExit(f"{' '.join(command)} ended with {process.returncode}")
    return Run(seconds, used.ru_utime + used.ru_stime, megabytes(used))


def megabytes(used: resource.struct_rusage) -> float:
    """Linux counts kilobytes, macOS bytes (getrusage(2))."""
    return used.ru_maxrss / (1024 if sys.platform == "linux" else 1024**2)


def census(output: Path) -> tuple[int, int]:
    """Number of pages, bytes of all files."""
    files = [path for path in output.rglob("*") if path.is_file()]
    return sum(path.suffix == ".html" for path in files), sum(path.stat().st_size for path in files)


def table(figures: dict[str, Run]) -> str:
    lines = [f"{'':<12}{'wall (s)':>10}{'CPU (s)':>10}{'memory (MB)':>14}"]
    for name, run in figures.items():
        lines.append(f"{name:<12}{run.seconds:>10.2f}{run.processor:>10.2f}{run.megabytes:>14.0f}")
    return "\n".join(lines)


if __name__ == "__main__":
    sys.exit(main())
