"""A process that has the program in memory and builds each site in a child of its own.

Starting Python and importing Pelican takes longer than building a small site. Nothing is shared
between two builds but what is the same for all, modules and the digest of the program: a child is forked
before anything is built, and ends with its site.

Requests come one a line: {"site", "output", "revisions", "cwd", "environment", "said"}; exit codes go back.
"""

import json
import os
import sys
from importlib import import_module
from pathlib import Path
from typing import NoReturn

REPOSITORY = Path(__file__).resolve().parents[1]


def main() -> None:
    sys.path.insert(0, str(REPOSITORY / "plugins"))
    prepare()
    for line in sys.stdin:
        child = os.fork()
        if child == 0:
            work(json.loads(line))
        print(os.waitstatus_to_exitcode(os.waitpid(child, 0)[1]), flush=True)


def prepare() -> None:
    """What most builds begin with."""
    from PIL import Image

    import association
    from association.host.memo import program
    from association.host.settings import MARKDOWN

    own = (
        *association.SECTIONS,
        "host.build",
        "host.standing",
        "cli.build",
        "exports.atom",
        "exports.calendar",
    )
    for module in (*(f"association.{name}" for name in own), *map(str, MARKDOWN["extensions"]), "tzdata"):
        import_module(module)
    Image.preinit()
    program()


def work(request: dict[str, object]) -> NoReturn:
    os.environ.clear()
    os.environ.update(request["environment"])
    os.chdir(str(request["cwd"]))
    with (
        Path(str(request["said"])).open("w", encoding="utf-8") as said,
        Path(os.devnull).open("r+") as nothing,
    ):
        os.dup2(nothing.fileno(), 0)
        os.dup2(nothing.fileno(), 1)
        os.dup2(said.fileno(), 2)
    code = concluded(Path(str(request["site"])), Path(str(request["output"])), str(request["revisions"]))
    sys.stdout.flush()
    sys.stderr.flush()
    os._exit(code)


def concluded(site: Path, output: Path, revisions: str) -> int:
    """As `tasks.py build` ends."""
    from association.cli.build import build
    from association.cli.outcome import exit_code

    return exit_code(lambda: build(site, output, False, revisions.encode()))


if __name__ == "__main__":
    main()
