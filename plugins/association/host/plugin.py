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
from ..drawings.monogram import monogram
from ..images.icons import favicon, touch_icon
from ..problems import ContentError
from ..render.assets import stylesheet
from .beginning import LOADED, runs_of
from .mark import clear_preview, mark_run, states
from .other_plugins import silence
from .outputs import File, Output, fixed
from .own_style import own_style
from .run import Run, join_languages
from .settings import PREVIEW, apply_defaults
from .settings_review import PROBLEMS, entry_of, review_in_place
from .site import MenuItem, site_for_members, site_of
from .social_cards import DEFAULT_ACCENT, brand_of, card_of_site, cards_of, drawn, site_card
from .theme_files import PATHS, scripts_folder, theme_files
from .writer import write

BEFORE = "assosite_before"
"""Setting under which a run keeps what was in the output when it began."""
PAPER = "#f8f6f0"


class Section(Generator, ABC):
    """A subclass says in `planned` which pages and files it publishes, and has a kind if menus lead to it.

    kind: of its first page, as in render.urls.URLS; INTRODUCED_BY there says which text introduces it.
    """

    kind: ClassVar[str] = ""

    @abstractmethod
    def planned(self, run: Run) -> Iterable[Output]:
        """In the language of that run; of one run, if it is the same for all (`is_first`)."""

    def planned_for_members(self, run: Run) -> Iterable[Output]:
        """What only members read; their run has texts and meetings of its own."""
        return ()

    def planned_last(self, run: Run) -> Iterable[Output]:
        """What is made from the plans of all sections, in all languages."""
        return ()

    def has_content(self, run: Run) -> bool:
        """Whether the menu leads to its first page: one that exists, and is not empty."""
        return False

    def menu_items(self, run: Run) -> Iterable[MenuItem]:
        url = run.edition.urls.url(self.kind) if self.has_content(run) else None
        return () if url is None else (MenuItem(self.kind, url),)

    def generate_context(self) -> None:
        self.runs = runs_of(self.context, self.settings, self.env)
        for run in self.runs:
            run.plan(self.planned(run))
            run.menu += self.menu_items(run)
            if run.members:
                run.members.plan(self.planned_for_members(run.members))
        self.runs[0].last.append(self.planned_last)

    def generate_output(self, writer: object) -> None:
        """The first section to be asked writes for all: their pages share the processors."""
        first = self.runs[0]
        if first.is_written:
            return
        first.is_written = True
        join_languages(self.runs)
        for planned in first.last:
            first.plan(planned(first))
        for run in self.runs:
            run.site = site_of(run, self.runs, is_preview=bool(self.settings.get(PREVIEW)))
            if run.members:
                run.members.site = site_for_members(run.site, run.members.edition.urls)
        write(tuple(first.outputs.values()), first, self.output_path)


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
        silence()
    apply_defaults(pelican.settings)
    pelican.theme = str(pelican.settings["THEME"])
    pelican.settings.setdefault(PATHS, pelican.settings["THEME_STATIC_PATHS"])
    pelican.settings["THEME_STATIC_PATHS"] = []
    logging.getLogger("pelican").addFilter(without_traceback)


def without_traceback(record: logging.LogRecord) -> bool:
    """An editor's mistake is told in sentences: pelican/__init__.py:main would add a traceback."""
    if record.exc_info and isinstance(record.exc_info[1], ContentError):
        record.exc_info = None
    return True


def begin_mark(pelican: Pelican) -> tuple[()]:
    """Of runs of `pelican` itself; `tasks.py build` has loaded the site, and leaves a mark of its own."""
    if LOADED not in pelican.settings:
        clear_preview(Path(pelican.output_path))
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
        identity, urls = run.edition.association.identity, run.edition.urls
        if run.is_first:
            own = own_style(Path(str(self.settings["PATH"])))
            yield fixed(urls.save_as("STYLESHEET"), stylesheet(run.theme, identity, own))
            scripts = scripts_folder(run.theme, bool(self.settings.get(PREVIEW)))
            yield from theme_files(run.theme, self.settings, scripts)
            yield from run.media.files
            yield from icons(identity)
        yield File(card_of_site(urls), partial(drawn, brand_of(identity), site_card(run.edition)))

    def planned_last(self, run: Run) -> Iterable[Output]:
        return cards_of(run.outputs, bool(self.settings["SOCIAL_CARDS"]))


def icons(identity: Identity) -> Iterator[File]:
    """What stands for the site in a tab and on a telephone."""
    initials, accent = monogram(identity.name, "").initials, identity.accent or DEFAULT_ACCENT
    yield File("favicon.ico", partial(favicon, initials, accent, PAPER))
    yield File("apple-touch-icon.png", partial(touch_icon, initials, accent, PAPER))
