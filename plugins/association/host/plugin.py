"""A section of the site as Pelican knows it: a generator that plans first, and what connects it.

Pelican calls generate_context() on all generators before generate_output() on any
(pelican/__init__.py: run), so the menu and the sitemap can be made from the plans of all.
"""

import logging
import sys
from abc import ABC, abstractmethod
from collections.abc import Callable, Iterable, Iterator
from functools import partial
from pathlib import Path
from typing import ClassVar

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
from .site import CARD, PREVIEW, MenuItem, site_of
from .writer import write

BEFORE = "assosite_before"
"""Setting under which a run keeps what was in the output when it began."""
DEFAULT_ACCENT, PAPER = "#0c5c60", "#f8f6f0"


class Section(Generator, ABC):
    """A subclass says in `planned` which pages and files it publishes, and has a kind if menus lead to it.

    kind: of its first page, as in render.urls.URLS; INTRODUCED_BY there says which text introduces it.
    """

    kind: ClassVar[str] = ""

    @abstractmethod
    def planned(self, run: Run) -> Iterable[Output]: ...

    def planned_last(self, run: Run) -> Iterable[Output]:
        """What is made from the plans of all sections."""
        return ()

    def has_content(self, run: Run) -> bool:
        """Whether the menu leads to its first page: one that exists, and is not empty."""
        return False

    def menu_items(self, run: Run) -> Iterable[MenuItem]:
        url = run.edition.urls.url(self.kind) if self.has_content(run) else None
        return () if url is None else (MenuItem(self.kind, url),)

    def generate_context(self) -> None:
        self.run = run_of(self.context, self.settings, self.env)
        self.run.plan(self.planned(self.run))
        self.run.menu += self.menu_items(self.run)
        self.run.last.append(self.planned_last)

    def generate_output(self, writer: object) -> None:
        """The first section to be asked writes for all: their pages share the processors."""
        run = self.run
        if not run.is_written:
            run.is_written = True
            for planned in run.last:
                run.plan(planned(run))
            is_preview = bool(self.settings.get(PREVIEW))
            run.site = site_of(run.edition, run.theme, run.media.images, run.outputs, run.menu, is_preview)
            write(tuple(run.outputs.values()), run, self.output_path)


def registering(section: type[Section]) -> Callable[[], None]:
    """The `register` of the module that Pelican is to find `section` in.

    What every section needs is connected with each, whichever are in use; connecting twice is harmless.
    """

    def sections(pelican: Pelican) -> type[Section]:
        return section

    def register() -> None:
        signals.initialized.connect(prepare)
        signals.get_generators.connect(shared_files)
        signals.get_generators.connect(begin_mark)
        signals.get_generators.connect(sections)  # held weakly by Pelican, and by `register` for good
        signals.finalized.connect(finish_mark)

    return register


def prepare(pelican: Pelican) -> None:
    if PROBLEMS not in pelican.settings:
        review_in_place(pelican.settings, entry_of(sys.argv[1:]))
    apply_defaults(pelican.settings)
    pelican.theme = str(pelican.settings["THEME"])
    logging.getLogger("pelican").addFilter(without_traceback)


def without_traceback(record: logging.LogRecord) -> bool:
    """An editor's mistake is told in sentences: pelican/__init__.py:main would add a traceback."""
    if record.exc_info and isinstance(record.exc_info[1], ContentError):
        record.exc_info = None
    return True


def begin_mark(pelican: Pelican) -> tuple[()]:
    """Of runs of `pelican` itself; `tasks.py build` has loaded the site, and leaves a mark of its own."""
    if LOADED not in pelican.settings:
        pelican.settings[BEFORE] = states(Path(pelican.output_path))
    return ()


def finish_mark(pelican: Pelican) -> None:
    before = pelican.settings.get(BEFORE)
    if isinstance(before, dict):
        mark_run(pelican.settings, before)


def shared_files(pelican: Pelican) -> type[Section]:
    return SharedFiles


class SharedFiles(Section):
    def planned(self, run: Run) -> Iterable[Output]:
        yield fixed(
            run.edition.urls.save_as("STYLESHEET"), stylesheet(run.theme, run.edition.association.identity)
        )
        yield from run.media.files
        yield from icons(run.edition.association.identity, run.edition.language)


def icons(identity: Identity, language: Language) -> Iterator[File]:
    """What stands for the site elsewhere: in a tab, on a telephone, where somebody shares a page."""
    initials, accent = monogram(identity.name, "").initials, identity.accent or DEFAULT_ACCENT
    tagline = identity.tagline.to(language) if identity.tagline else identity.name
    yield File(CARD, partial(social_card, tagline, identity.name, accent))
    yield File("favicon.ico", partial(favicon, initials, accent, PAPER))
    yield File("apple-touch-icon.png", partial(touch_icon, initials, accent, PAPER))
