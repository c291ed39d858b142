"""What every section needs connected, whichever of them are in use; connecting twice is harmless.

What all pages share and no section owns: the stylesheet, the icons and the images of content/.

The base of every section: plan all outputs first, write once every section has planned.

Pelican calls generate_context() on all generators before generate_output() on any
(pelican/__init__.py: run), so the menu and the sitemap can be made from the plans of all.
"""

import logging
import sys
from abc import ABC, abstractmethod
from collections.abc import Iterable, Iterator
from functools import partial
from pathlib import Path

from pelican import Pelican, signals
from pelican.generators import Generator

from ..domain.association import Identity
from ..domain.text import Language
from ..drawings.monogram import monogram
from ..images.icons import favicon, social_card, touch_icon
from ..problems import ContentError
from ..render.assets import stylesheet
from .mark import mark_run, states
from .outputs import File, Output, fixed
from .run import LOADED, Run, run_of
from .settings import apply_defaults
from .settings_review import PROBLEMS, entry_of, review_in_place
from .site import CARD
from .writer import write

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
    pelican.theme = str(pelican.settings["THEME"])
    logging.getLogger("pelican").addFilter(without_traceback)


def begin_mark(pelican: Pelican) -> tuple[()]:
    """Of runs of `pelican` itself; `tasks.py build` has loaded the site, and leaves a mark of its own."""
    if LOADED not in pelican.settings:
        pelican.settings[BEFORE] = states(Path(pelican.output_path))
    return ()


def finish_mark(pelican: Pelican) -> None:
    before = pelican.settings.get(BEFORE)
    if isinstance(before, dict):
        mark_run(pelican.settings, before)


class Section(Generator, ABC):
    """A subclass says in `planned` which pages and files it publishes; nothing else."""

    @abstractmethod
    def planned(self, run: Run) -> Iterable[Output]: ...

    def generate_context(self) -> None:
        self.run = run_of(self.context, self.settings, self.env)
        self.run.plan(self.planned(self.run))

    def generate_output(self, writer: object) -> None:
        """The first section to be asked writes for all: their pages share the processors."""
        if not self.run.is_written:
            self.run.is_written = True
            write(tuple(self.run.outputs.values()), self.run, self.output_path)


class SharedFiles(Section):
    def planned(self, run: Run) -> Iterable[Output]:
        yield fixed(
            run.edition.urls.save_as("STYLESHEET"), stylesheet(run.theme, run.edition.association.identity)
        )
        yield from run.media.files
        yield from icons(run.edition.association.identity, run.edition.language)


def furniture(pelican: Pelican) -> type[SharedFiles]:
    return SharedFiles


def without_traceback(record: logging.LogRecord) -> bool:
    """An editor's mistake is told in sentences: pelican/__init__.py:main would add a traceback."""
    if record.exc_info and isinstance(record.exc_info[1], ContentError):
        record.exc_info = None
    return True


DEFAULT_ACCENT, PAPER = "#0c5c60", "#f8f6f0"


def icons(identity: Identity, language: Language) -> Iterator[File]:
    """What stands for the site elsewhere: in a tab, on a telephone, where somebody shares a page."""
    initials, accent = monogram(identity.name, "").initials, identity.accent or DEFAULT_ACCENT
    tagline = identity.tagline.to(language) if identity.tagline else identity.name
    yield File(CARD, partial(social_card, tagline, identity.name, accent))
    yield File("favicon.ico", partial(favicon, initials, accent, PAPER))
    yield File("apple-touch-icon.png", partial(touch_icon, initials, accent, PAPER))
