"""How long Assosite takes, beside Hugo, Eleventy and plain Pelican (`python3 tasks.py bench [--quick]`).

Measures the same associations with each, in turns, and writes RESULTS.md and growth.svg beside this file.
docs/benchmarks.md says how to read the outcome.
"""

import argparse
import os
import platform
import shutil
import sys
from collections.abc import Callable, Iterator
from datetime import UTC, datetime
from pathlib import Path
from tempfile import TemporaryDirectory

from corpora import LARGE, SMALL, TYPICAL, Corpus, scaled
from figures import Figures, time_per_page
from generators import Generator, NotInstalledError, assosite, eleventy, hugo, pelican
from growth import drawn
from report import GENERATORS, Machine, results
from session import Session

HERE = Path(__file__).parent
IN_MEMORY = Path("/dev/shm")
ROOM = 6 * 2**30  # bytes: more than four outputs of the largest association
FIRST = Corpus("warming up", 3, 3, 12)
GROWN = tuple(scaled(pages) for pages in (1000, 4500, 20000))
FULL = (60, 240, 350, 840)
QUICK = (40, 160)
"""Seconds from the beginning by which small, typical, growth and large are over; the last one ends it."""


def main(arguments: list[str] | None = None) -> int:
    quick = options().parse_args(arguments).quick
    figures, load = Figures(), os.getloadavg()[0]
    generators = list(available(figures))
    with TemporaryDirectory(prefix="assosite-bench-", dir=roomy()) as folder:
        measure(Session(Path(folder), generators, figures), quick)
    machine = this_machine(generators, load)
    names = [corpus.name for corpus in GROWN]
    told = results(figures, machine, quick, names)
    (HERE / "RESULTS.md").write_text(told, encoding="utf-8")
    if not quick:
        lines = {one: time_per_page(figures, one, tuple(names)) for one in GENERATORS}
        (HERE / "growth.svg").write_text(drawn(lines), encoding="utf-8")
    print(told)
    return 0


def options() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="bench.py", description=__doc__.partition("\n")[0])
    parser.add_argument(
        "--quick", action="store_true", help="three minutes; nothing of the large association"
    )
    return parser


def measure(session: Session, quick: bool) -> None:
    small, typical, *longer = QUICK if quick else FULL
    end = longer[-1] if longer else typical
    session.warm_up(FIRST, end)
    session.measure(SMALL, small, end)
    session.measure(TYPICAL, typical, end)
    if longer:
        session.grow(GROWN, longer[0], end)
        session.measure(LARGE, longer[1], end)


def available(figures: Figures) -> Iterator[Generator]:
    """Ours, and those of the others that pip and npm could get."""
    every: tuple[Callable[[], Generator], ...] = (assosite, hugo, eleventy, pelican)
    for name, one in zip(GENERATORS, every):
        try:
            yield one()
        except NotInstalledError as error:
            told = f"**{name} is not installed**, so there is no figure of it: {error}"
            figures.notes.append(told)
            print(told, file=sys.stderr, flush=True)


def roomy() -> str | None:
    """A folder in memory, where disks do not blur what programs take; else that for temporary files."""
    if IN_MEMORY.is_dir() and shutil.disk_usage(IN_MEMORY).free > ROOM:
        return str(IN_MEMORY)
    return None


def this_machine(generators: list[Generator], load: float) -> Machine:
    pages = os.sysconf("SC_PHYS_PAGES") * os.sysconf("SC_PAGE_SIZE")
    return Machine(
        day=datetime.now(UTC).date(),
        system=f"{platform.system()} {platform.release()}",
        processors=f"{os.cpu_count()} × {processor()}",
        memory=f"{pages / 2**30:.0f} GiB",
        folder="memory" if roomy() else "the folder for temporary files",
        load=load,
        versions=(
            f"Python {platform.python_version()}",
            *(f"{one.name} {one.version}" for one in generators),
        ),
    )


def processor() -> str:
    try:
        lines = Path("/proc/cpuinfo").read_text(encoding="utf-8").splitlines()
    except OSError:
        return platform.processor()
    names = (line.partition(":")[2].strip() for line in lines if line.startswith("model name"))
    return next(names, platform.machine())


if __name__ == "__main__":
    sys.exit(main())
