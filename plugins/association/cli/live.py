"""The site while somebody writes it: built in a process that stays, so that an edit costs what it changes.

A process of its own, because the program itself may be what is edited: then it is begun anew. In it, what an
edit leaves as it is keeps being the same (host/memo.py), and only what is new is put into the folder that the
browser sees, each file in one step, once all of it is made.
"""

import gc
import multiprocessing
import os
from collections.abc import Callable, Iterable
from contextlib import suppress
from dataclasses import dataclass, field
from functools import partial
from multiprocessing.connection import Connection
from pathlib import Path

from ..problems import Problem, sentence
from .outcome import DEFECT, exit_code
from .report import Marks, Report, labelled, of_failure, of_problems, of_sentence
from .settings import SITEURL

TIDIED_AFTER = 20  # builds
KILLED = sentence("The build was ended from outside. The next change begins another.")
Names = frozenset[str]
"""Paths below the output."""


@dataclass(frozen=True, slots=True)
class Order:
    """views: of the pages that somebody looks at, to be made first."""

    views: Names = frozenset()


@dataclass(frozen=True, slots=True)
class Built:
    """changed: what browsers have to show anew. code: of the end; None while there is more to come.

    report: what browsers are told of the end.
    """

    changed: Names = frozenset()
    code: int | None = None
    report: Report = field(default_factory=Report)


def preview_folder(site: Path) -> Path:
    """Where what is served lies."""
    return (site / "output").resolve()


class Builder:
    """The process as the one that serves sees it; begun when it is first needed, and again after its end."""

    def __init__(self, site: Path) -> None:
        self.site, self.target = site, preview_folder(site)
        self.process: multiprocessing.process.BaseProcess | None = None
        self.pipe: Connection | None = None

    def build(self, order: Order, tell: Callable[[Names], None]) -> Built:
        """How it ended; `tell` hears of what has changed as soon as it is there."""
        if self.pipe is None:
            self.begin()
        assert self.pipe
        try:
            self.pipe.send(order)
            while True:
                built: Built = self.pipe.recv()
                if built.changed:
                    tell(built.changed)
                if built.code is not None:
                    return built
        except (EOFError, OSError):  # it was killed, or could not even begin
            self.end()
            return Built(code=DEFECT, report=of_sentence(KILLED))

    def begin(self) -> None:
        context = multiprocessing.get_context("spawn")
        self.pipe, other = context.Pipe()
        self.process = context.Process(target=work, args=(str(self.site), other))
        self.process.start()
        other.close()

    def end(self) -> None:
        if self.pipe:
            self.pipe.close()
        if self.process:
            self.process.kill()
            self.process.join()
        self.process = self.pipe = None


def work(site: str, pipe: Connection) -> None:
    """The whole life of the process: until the other end of the pipe is closed."""
    os.environ.pop(SITEURL, None)  # links lead to the site that is served here
    live = LiveSite(Path(site), pipe)
    with suppress(EOFError, KeyboardInterrupt, BrokenPipeError):
        while True:
            code = exit_code(partial(live.attempt, pipe.recv()))
            pipe.send(Built(code=code, report=live.report))
            live.tidy()


class LiveSite:
    def __init__(self, site: Path, pipe: Connection) -> None:
        from ..host.machine import FirstOfDay
        from ..host.memo import Memo

        self.site, self.pipe = site, pipe
        self.target = preview_folder(site)
        self.memo = Memo(self.target, FirstOfDay())
        self.is_begun = False
        self.builds = 0
        self.report = Report()
        self.marks: Marks = {}

    def attempt(self, order: Order) -> int:
        try:
            return self.build(order)
        except Exception as error:
            self.report = {**of_failure(error, self.site), "marks": self.marks}
            raise

    def build(self, order: Order) -> int:
        from .build import build, update

        if self.is_begun:
            return update(self.site, self.target, self.memo, order.views, self.show, self.warn)
        code = build(self.site, self.target, publish=False, memo=self.memo, is_preview=True, warn=self.warn)
        self.show(self.memo.new)
        self.is_begun = True
        return code

    def warn(self, warnings: Iterable[Problem]) -> None:
        self.marks = labelled(self.memo.marks)
        self.report = {**of_problems(warnings, self.site, failed=False), "marks": self.marks}

    def show(self, names: Iterable[str]) -> None:
        """They lie in the folder now."""
        self.pipe.send(Built(frozenset(names)))

    def tidy(self) -> None:
        """While nobody waits: a build leaves cycles behind (host/machine.py: keeping_all)."""
        if self.memo.new:
            self.memo.save()
        self.builds += 1
        if self.builds % TIDIED_AFTER == 0:
            self.memo.forget()
            gc.unfreeze()
            gc.collect()
