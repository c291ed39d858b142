"""A whole build inside this process, for tasks.py: Pelican run once, its log turned into problems."""

import logging

from pelican import Pelican
from pelican.log import console

from ..problems import ContentError, Place, Problem, sentence
from .loading import SETTINGS_FILE, loaded_site
from .rubbish import no_collection
from .run import LOADED


class LoggedErrors(logging.Handler):
    """What Pelican only logs: it would publish a site without the plugin that failed to load."""

    def __init__(self) -> None:
        super().__init__(level=logging.ERROR)
        self.messages: list[str] = []

    def emit(self, record: logging.LogRecord) -> None:
        self.messages.append(record.getMessage())


def run(settings: dict[str, object]) -> tuple[Problem, ...]:
    """Write the site to settings["OUTPUT_PATH"]; the warnings. Raises ContentError."""
    console.quiet = True
    errors = LoggedErrors()
    logging.getLogger("pelican").addHandler(errors)
    try:
        with no_collection():
            return made(settings, errors)
    finally:
        logging.getLogger("pelican").removeHandler(errors)


def made(settings: dict[str, object], errors: LoggedErrors) -> tuple[Problem, ...]:
    pelican = Pelican(settings)
    refuse(errors)
    pelican.settings[LOADED] = loaded_site(pelican.settings)
    pelican.run()
    refuse(errors)
    return pelican.settings[LOADED].warnings


def refuse(errors: LoggedErrors) -> None:
    if errors.messages:
        raise ContentError(
            Problem(Place(SETTINGS_FILE), "pelican", sentence("{message}", message=message))
            for message in errors.messages
        )
