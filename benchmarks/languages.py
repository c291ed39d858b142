"""What a second language costs; run by hand.

    .venv/bin/python benchmarks/languages.py --runs 3

The typical association (500 news, 300 members, 300 events) is built in turns in French alone, in French and
Dutch with nothing translated, and with every text translated. The time on the clock is judged; that of all
processors stands beside it.
"""

import argparse
import os
import re
import subprocess
import sys
import time
from collections.abc import Mapping
from pathlib import Path
from statistics import median
from tempfile import TemporaryDirectory
from typing import NamedTuple

PROGRAM = Path(__file__).resolve().parents[1]
sys.path.insert(0, str(PROGRAM / "plugins"))

from forms import generate  # noqa: E402

TITLE = re.compile(r"^title: .*$", re.MULTILINE)
BAR = 0.70
NO_MORE: Mapping[str, str] = {}
SITES = ("one language", "two, nothing translated", "two, all texts translated")


class Cost(NamedTuple):
    """Seconds."""

    wall: float
    processor: float


def main(arguments: list[str] | None = None) -> int:
    wanted = options().parse_args(arguments)
    os.environ["SOURCE_DATE_EPOCH"] = str(int(time.mktime((2026, 11, 22, 9, 0, 0, 0, 0, 0))))
    with TemporaryDirectory(prefix="assosite-languages-") as temporary:
        sites = made(Path(temporary), wanted.news, wanted.members, wanted.events)
        costs: dict[str, list[Cost]] = {name: [] for name in sites}
        for _ in range(wanted.runs):
            for name, site in sites.items():
                costs[name].append(cost(site))
    print(told({name: middle(found) for name, found in costs.items()}, BAR))
    return 0


def options() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(description="What a second language adds to a cold build.")
    parser.add_argument("--runs", type=int, default=3)
    for name, number in (("news", 500), ("members", 300), ("events", 300)):
        parser.add_argument(f"--{name}", type=int, default=number)
    return parser


def made(folder: Path, news: int, members: int, events: int) -> dict[str, Path]:
    sites = {name: folder / str(number) for number, name in enumerate(SITES)}
    for site in sites.values():
        generate(site, news, members, events)
    for name in SITES[1:]:
        with (sites[name] / "pelicanconf.py").open("a", encoding="utf-8") as settings:
            settings.write('LANGUAGES = ["fr", "nl"]\n')
    translate(sites[SITES[2]] / "content")
    return sites


def translate(content: Path) -> None:
    """A text of the same length beside each."""
    for path in sorted((*content.glob("actualites/*.md"), *content.glob("agenda/*.md"))):
        _, front, body = path.read_text("utf-8").split("---\n", 2)
        title = TITLE.search(front)
        assert title, path
        path.with_suffix(".nl.md").write_text(f"---\n{title[0]} (nl)\n---\n{body}", "utf-8")


def middle(costs: list[Cost]) -> Cost:
    return Cost(*(median(one[part] for one in costs) for part in range(2)))


def cost(site: Path, variables: Mapping[str, str] = NO_MORE) -> Cost:
    """Of a cold build. variables: more of the environment."""
    with TemporaryDirectory(prefix="assosite-built-") as output:
        before, began = os.times(), time.perf_counter()
        command = [sys.executable, str(PROGRAM / "tasks.py"), "build", "--site", str(site), "--output"]
        environment = {**os.environ, **variables}
        subprocess.run([*command, f"{output}/site"], check=True, capture_output=True, env=environment)
        after = os.times()
        wall = time.perf_counter() - began
    user = after.children_user - before.children_user
    return Cost(wall, user + after.children_system - before.children_system)


def told(costs: dict[str, Cost], bar: float) -> str:
    """Beside the first one."""
    first = next(iter(costs.values()))
    lines = [
        f"{name:<28}{found.wall:>7.2f} s  {found.wall / first.wall - 1:+.0%}"
        f"   (processors {found.processor:.2f} s, {found.processor / first.processor - 1:+.0%})"
        for name, found in costs.items()
    ]
    return "\n".join([*lines, f"bar: at most {bar:+.0%}"])


if __name__ == "__main__":
    sys.exit(main())
