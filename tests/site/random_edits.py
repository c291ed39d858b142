"""A site edited at random, built again after each edit, and compared with a build that knows nothing.

    python tests/site/random_edits.py SEED EDITS

Ends with 1, and says after which edits, as soon as one file differs from what a build into an empty folder
makes, or one sentence from what that says. Each edit is built in one of three ways: by the process that stays
(`serve`), by a `build` in the same process, by a `build` that has only what lies in the folder of caches. The
first is a preview, the others now and then. An edit after which the site cannot be built is undone.
"""

import filecmp
import os
import random
import shutil
import sys
from collections.abc import Callable, Iterator
from contextlib import redirect_stderr, redirect_stdout
from dataclasses import dataclass
from io import StringIO
from pathlib import Path
from tempfile import TemporaryDirectory

TESTS = Path(__file__).resolve().parents[1]
sys.path[:0] = [str(TESTS), str(TESTS / "site"), str(TESTS.parent / "plugins")]

from edited_site import Site  # noqa: E402
from site_edits import EDITS  # noqa: E402

from association.cli.build import build, update  # noqa: E402
from association.cli.outcome import FINE, exit_code  # noqa: E402
from association.host.machine import FirstOfDay  # noqa: E402
from association.host.memo import Memo  # noqa: E402
from association.passphrase import VARIABLE  # noqa: E402

Ended = tuple[int, list[str]]
"""The exit code of a build, and what it said of the files."""


def end_of(way: Callable[[], int]) -> Ended:
    with redirect_stderr(StringIO()) as said:
        code = exit_code(way)
    return code, said.getvalue().splitlines()


@dataclass
class Builds:
    """Of one site into one folder, in the three ways."""

    site: Site
    output: Path
    chance: random.Random

    def __post_init__(self) -> None:
        self.memo = Memo(self.output, FirstOfDay())
        self.is_begun = self.is_preview = False

    def again(self) -> tuple[str, Ended]:
        way = self.chance.choice((self.stay, self.stay, self.build_beside, self.build_anew))
        self.is_preview = way == self.stay or self.chance.random() < 1 / 2
        return way.__name__, end_of(way)

    def stay(self) -> int:
        if not self.is_begun:
            return self.build_beside()
        return update(self.site.folder, self.output, self.memo, frozenset({"index.html"}), unheard)

    def build_beside(self) -> int:
        self.is_begun = True
        return build(self.site.folder, self.output, publish=False, memo=self.memo, is_preview=self.is_preview)

    def build_anew(self) -> int:
        """As by a command of its own, which builds nothing where nothing has changed."""
        self.memo, self.is_begun = Memo(self.output, FirstOfDay()), False
        return build(self.site.folder, self.output, publish=False, is_preview=self.is_preview)


def unheard(names: object) -> None:
    pass


def differences(one: Path, other: Path) -> Iterator[str]:
    ours, theirs = (
        sorted(path.relative_to(each) for path in each.rglob("*") if path.is_file()) for each in (one, other)
    )
    yield from (f"{path} is in one of them alone" for path in sorted(set(ours) ^ set(theirs)))
    for path in sorted(set(ours) & set(theirs)):
        if not filecmp.cmp(one / path, other / path, shallow=False):
            yield f"{path} differs"


def run(seed: int, edits: int, folder: Path) -> list[str]:
    """What differs, and after which edits; nothing when all is well."""
    chance = random.Random(seed)
    os.environ["ASSOSITE_CACHE"] = str(folder / "cache")
    site = Site(folder / "site", chance)
    site.begin()
    builds = Builds(site, folder / "output", chance)
    for number in range(edits):
        if number:
            site.edit(EDITS)
        os.environ["SOURCE_DATE_EPOCH"] = str(site.moment)
        os.environ[VARIABLE] = site.passphrase
        way, ended = builds.again()
        if found := compared(builds, folder / f"cold-{number}", ended):
            return [f"after {', '.join(site.done[-6:])}, built by {way}", *found]
        site.undo(ended[0] == FINE)
    return []


def compared(builds: Builds, cold: Path, ended: Ended) -> list[str]:
    fresh = end_of(lambda: build(builds.site.folder, cold, publish=False, is_preview=builds.is_preview))
    if ended != fresh:
        return [f"ended with {ended[0]}, {fresh[0]}", *sorted({*ended[1]} ^ {*fresh[1]}), "in another order"]
    if ended[0] != FINE:
        return [] if builds.site.undone else [f"ended with {ended[0]}", *ended[1]]
    if builds.site.undone and not builds.site.may_stay:
        return [f"{builds.site.done[-1]} was not told"]
    if hidden := [name for name, key in builds.memo.keys.items() if not key]:
        return ["made from something hidden:", *hidden]
    found = list(differences(builds.output, cold))
    shutil.rmtree(cold, ignore_errors=True)
    return found


if __name__ == "__main__":
    with TemporaryDirectory() as place, redirect_stdout(StringIO()):
        wrong = run(int(sys.argv[1]), int(sys.argv[2]), Path(place))
    if wrong:
        print("\n".join(wrong[:24]))
    sys.exit(bool(wrong))
