"""What every section needs connected, whichever of them are in use; connecting twice is harmless."""

import logging

from pelican import Pelican, signals

from ..problems import ContentError
from .furniture import Furniture
from .settings import apply_defaults


def register() -> None:
    signals.initialized.connect(prepare)
    signals.get_generators.connect(furniture)


def prepare(pelican: Pelican) -> None:
    apply_defaults(pelican.settings)
    pelican.theme = pelican.settings["THEME"]
    logging.getLogger("pelican").addFilter(without_traceback)


def furniture(pelican: Pelican) -> type[Furniture]:
    return Furniture


def without_traceback(record: logging.LogRecord) -> bool:
    """An editor's mistake is told in sentences: pelican/__init__.py:main would add a traceback."""
    if record.exc_info and isinstance(record.exc_info[1], ContentError):
        record.exc_info = None
    return True
