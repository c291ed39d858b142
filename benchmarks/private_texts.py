"""What five hundred texts for members cost; run by hand.

    .venv/bin/python benchmarks/private_texts.py --runs 3

The typical association (500 news, 300 members, 300 events) is built in turns as it is, with 500 texts more
that only members may read, and, to compare, with the same texts in public. The time on the clock is judged;
that of all processors stands beside it.
"""

import argparse
import os
import sys
import time
from pathlib import Path
from tempfile import TemporaryDirectory

from corpora import reserved
from forms import PASSPHRASE, generate, write_news
from languages import Cost, cost, middle, told

BAR = 0.20
SITES = ("typical", "with private texts", "with the same, public")


def main(arguments: list[str] | None = None) -> int:
    wanted = options().parse_args(arguments)
    os.environ["SOURCE_DATE_EPOCH"] = str(int(time.mktime((2026, 11, 22, 9, 0, 0, 0, 0, 0))))
    with TemporaryDirectory(prefix="assosite-private-") as temporary:
        sites = made(Path(temporary), wanted.texts, (wanted.news, wanted.members, wanted.events))
        costs: dict[str, list[Cost]] = {name: [] for name in sites}
        for _ in range(wanted.runs):
            for name, site in sites.items():
                costs[name].append(cost(site, PASSPHRASE if name == SITES[1] else {}))
    print(told({name: middle(found) for name, found in costs.items()}, BAR))
    return 0


def options() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(description="What texts for members add to a cold build.")
    numbers = (("runs", 3), ("texts", 500), ("news", 500), ("members", 300), ("events", 300))
    for name, number in numbers:
        parser.add_argument(f"--{name}", type=int, default=number)
    return parser


def made(folder: Path, texts: int, sizes: tuple[int, int, int]) -> dict[str, Path]:
    sites = {name: folder / str(number) for number, name in enumerate(SITES)}
    for site in sites.values():
        generate(site, *sizes)
    write_news(reserved(texts), sites[SITES[1]])
    write_news(reserved(texts, visibility="public"), sites[SITES[2]])
    return sites


if __name__ == "__main__":
    sys.exit(main())
