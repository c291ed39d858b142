"""What every section needs connected, whichever of them are in use; connecting twice is harmless."""

import logging
import sys
from pathlib import Path

from pelican import Pelican, signals

from ..problems import ContentError
from .furniture import Furniture
from .mark import mark_run, states
from .run import LOADED
from .settings import apply_defaults
from .settings_review import PROBLEMS, entry_of, review_in_place

BEFORE = "assosite_before"
"""Setting under which a run keeps what was in the output when it began."""


def register() -> None:
    signals.initialized.connect(prepare)
    signals.get_generators.connect(furniture)
    signals.get_generators.connect(begin_mark)
    signals.finalized.connect(finish_mark)


def prepare(pelican: Pelican) -> None:
    if PROBLEMS not in pelican.settings:
        review_in_place(pelican.settings, entry_of(sys.argv[1:]))
    apply_defaults(pelican.settings)
    pelican.theme = pelican.settings["THEME"]
    logging.getLogger("pelican").addFilter(without_traceback)


def begin_mark(pelican: Pelican) -> tuple[()]:
    """Of runs of `pelican` itself; `tasks.py build` has loaded the site, and leaves a mark of its own."""
    if LOADED not in pelican.settings:
        pelican.settings[BEFORE] = states(Path(pelican.output_path))
    return ()


def finish_mark(pelican: Pelican) -> None:
    if BEFORE in pelican.settings:
        mark_run(pelican.settings, pelican.settings[BEFORE])


def furniture(pelican: Pelican) -> type[Furniture]:
    return Furniture


def without_traceback(record: logging.LogRecord) -> bool:
    """An editor's mistake is told in sentences: pelican/__init__.py:main would add a traceback."""
    if record.exc_info and isinstance(record.exc_info[1], ContentError):
        record.exc_info = None
    return True
