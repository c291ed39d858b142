"""Read Markdown by chance for a while: `.venv/bin/python tests/fuzz/fuzz_markdown.py --seconds 60`.

Every text is either refused with a sentence or read within a second of this processor, at any size.
"""

import argparse
import gc
import sys
import time
from pathlib import Path
from random import Random
from tempfile import NamedTemporaryFile

ROOT = Path(__file__).resolve().parents[2]
sys.path[:0] = [str(ROOT / "plugins"), str(Path(__file__).parent)]

from markdown_entry import read  # noqa: E402
from random_markdown import PIECES  # noqa: E402

SIZES = (2_000, 15_000, 60_000, 200_000)
SLOW = 1.0  # seconds
MOST_FAULTS = 20
READ, REFUSED = "read", "refused"


def word(chance: Random) -> str:
    return "".join(chance.choices(PIECES, k=chance.randint(1, 4)))


def text(chance: Random, size: int) -> str:
    """Some pieces, one word again and again, or as often as another."""
    before, after = ("".join(chance.choices(PIECES, k=chance.randint(0, 20))) for _ in range(2))
    kind = chance.randrange(4)
    if kind == 0:
        opening, closing = word(chance), word(chance)
        times = size // (len(opening) + len(closing))
        return opening * times + before + closing * times
    if kind == 1:
        return "".join(chance.choices([word(chance) for _ in range(5)], k=size // 6))
    if kind == 2:
        return text(chance, size // 2) + text(chance, size // 2)
    repeated = word(chance)
    return before + repeated * (size // len(repeated)) + after


def main() -> int:
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("--seconds", type=float, default=60)
    options.add_argument("--seed", type=int, default=0)
    arguments = options.parse_args()
    gc.disable()
    chance, end = Random(arguments.seed), time.monotonic() + arguments.seconds
    texts, refused, slowest, faults = 0, 0, 0.0, 0
    while time.monotonic() < end and faults < MOST_FAULTS:
        one = text(chance, chance.choice(SIZES))
        took, outcome = tried(one)
        texts, refused, slowest = texts + 1, refused + (outcome == REFUSED), max(slowest, took)
        if took > SLOW or outcome not in (REFUSED, READ):
            faults += 1
            print(f"{took:.1f} s, {outcome}: {kept(one)}", flush=True)
    print(f"{texts} texts, {refused} refused, slowest {slowest:.2f} s, {faults} faults")
    return 1 if faults else 0


def tried(one: str) -> tuple[float, str]:
    """Seconds of this processor, and what became of the text; collected in between, as a build does not."""
    gc.collect()
    begin = time.process_time()
    try:
        outcome = REFUSED if read(one) else READ
    except Exception as error:
        outcome = f"{type(error).__name__} {error}"
    return time.process_time() - begin, outcome


def kept(one: str) -> Path:
    """A file to look at; `surrogatepass` for whatever else may be wrong with it."""
    with NamedTemporaryFile(prefix="markdown-", suffix=".md", delete=False) as file:
        file.write(one.encode("utf-8", "surrogatepass"))
    return Path(file.name)


if __name__ == "__main__":
    sys.exit(main())
