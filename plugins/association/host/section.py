"""The base of every section: plan all outputs first, write once every section has planned.

Pelican calls generate_context() on all generators before generate_output() on any
(pelican/__init__.py: run), so the menu and the sitemap can be made from the plans of all.
"""

from abc import ABC, abstractmethod
from collections.abc import Iterable

from pelican.generators import Generator

from .outputs import Output
from .run import Run, run_of
from .writer import write


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
