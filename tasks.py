#!/usr/bin/env python3
"""Every command of Assosite; `python3 tasks.py` lists them and `invoke NAME` does the same.

Those for a site are in plugins/association/cli/commands.py, those for the program itself below. On a machine
with nothing but Python, the bootstrap first makes .venv and installs the locked packages there.
"""

from __future__ import annotations

import sys
from io import TextIOWrapper
from pathlib import Path
from runpy import run_path
from typing import TYPE_CHECKING

ROOT = Path(__file__).resolve().parent
if __name__ == "__main__":
    if isinstance(sys.stdout, TextIOWrapper):
        sys.stdout.reconfigure(errors="replace")  # a terminal without ’ or … shows ? and goes on
    run_path(str(ROOT / "plugins/association/cli/bootstrap.py"))["prepare"](ROOT, sys.argv[1:])
sys.path.insert(0, str(ROOT / "plugins"))

from association.cli.commands import COMMANDS, run  # noqa: E402
from association.cli.outcome import conclude  # noqa: E402

if TYPE_CHECKING:
    from invoke.context import Context

task = COMMANDS.task


@task(help={"only": "Only the tests whose names match this expression."})
def test(context: Context, only: str | None = None) -> None:
    """Run the tests."""
    from association.cli import quality

    conclude(lambda: quality.test(only))


@task
def lint(context: Context) -> None:
    """Check the style of the code."""
    from association.cli import quality

    conclude(quality.lint)


@task
def gates(context: Context) -> None:
    """Judge the built site with browsers and validators."""
    from association.cli import quality

    conclude(quality.gates)


@task(help={"quick": "In three minutes instead of fifteen; nothing of the large association."})
def bench(context: Context, quick: bool = False) -> None:
    """Measure how long things take, beside other generators."""
    from association.cli import quality

    conclude(lambda: quality.bench(quick))


@task
def schema(context: Context) -> None:
    """Write the JSON Schemas and the pages of docs/reference/ again."""
    from association.cli import quality

    conclude(quality.schema)


@task
def messages(context: Context) -> None:
    """Bring the catalogues of sentences up to date and compile them."""
    from association.cli.quality import messages as run

    conclude(run)


if __name__ == "__main__":
    run(sys.argv[1:])
else:
    namespace = COMMANDS.collection()  # which `invoke NAME` asks for
