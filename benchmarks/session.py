"""One session of measuring: what is measured of which association, in turns, within a budget of time.

Everything once, in the order of what matters; then again, in the same order, as long as another round fits.
Each turn goes from generator to generator, so that what else the machine does meets all of them alike.
"""

import shutil
import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import ExitStack
from dataclasses import dataclass
from pathlib import Path

from corpora import TYPICAL, Corpus, association, reserved
from edits import KINDS
from figures import OURS, Figures, Row
from forms import PASSPHRASE, write_news
from generators import Generator
from live import DevServer
from measured_site import Site
from processes import Cost, FailedError

MOST_ROUNDS = 7
COMMANDS = 0.6  # the part of its time that an association gives to the command line, the rest to live edits
LAST = 0.3  # of that rest, what Eleventy and Pelican are given, after Assosite and Hugo
LIVE_BESIDE = ("body", "title")  # the live edits that are made with Eleventy and Pelican as well
UNSERVED = "large"  # the association that only Assosite and Hugo serve: the others take minutes for an edit


@dataclass(frozen=True, slots=True)
class Step:
    row: Row
    take: Callable[[float], None]
    """With the seconds it may last."""
    once: bool = False

    def __str__(self) -> str:
        return f"{self.row.corpus}, {self.row.generator}, {self.row.what}"


class Session:
    def __init__(self, folder: Path, generators: Sequence[Generator], figures: Figures) -> None:
        self.folder, self.generators, self.figures = folder, generators, figures
        self.begun, self.words = time.monotonic(), 0

    def spent(self) -> float:
        return time.monotonic() - self.begun

    def measure(self, corpus: Corpus, until: float, end: float) -> None:
        """All there is to measure of an association; `end` is that of the session."""
        sites = self.written(corpus, self.generators)
        begun = self.spent()
        self.rounds(tuple(self.command_line(corpus.name, sites)), begun + (until - begun) * COMMANDS, end)
        beside = [] if corpus.name == UNSERVED else sites[2:]
        left = max(0.0, until - self.spent())
        self.live(corpus.name, sites[:2], KINDS, until - left * LAST if beside else until, end)
        self.live(corpus.name, beside, LIVE_BESIDE, until, end)
        shutil.rmtree(self.folder / corpus.name)

    def warm_up(self, corpus: Corpus, end: float) -> None:
        """Each once without a clock: nobody's first start after an installation is measured."""
        for site in self.written(corpus, self.generators):
            try:
                site.build(end - self.spent())
            except FailedError as error:
                self.note(f"{corpus.name}: {error}")
        shutil.rmtree(self.folder / corpus.name)

    def written(self, corpus: Corpus, generators: Sequence[Generator]) -> list[Site]:
        content = association(corpus)
        sites = [Site(one, self.folder / corpus.name / one.name) for one in generators]
        for site in sites:
            site.generator.write(content, site.folder)
        return sites

    def command_line(self, corpus: str, sites: Sequence[Site]) -> Iterator[Step]:
        """The last ones are the first to be left out."""
        for site in sites:
            yield self.step(corpus, site, "cold", self.cold(corpus, site))
        own = [site for site in sites if site.generator.name == OURS]
        for site in own:
            yield self.step(corpus, site, "nothing", self.costing(corpus, site, "nothing", site.build))
            yield self.step(corpus, site, "body", self.edited(corpus, site, "body"))
            yield self.step(corpus, site, "check", self.costing(corpus, site, "check", site.check))
            if corpus == TYPICAL.name:
                yield self.step(corpus, site, "private", self.with_private_texts(corpus, site))
        for site in sites[:2]:
            yield self.step(corpus, site, "memory", self.weighed(corpus, site), once=True)
        for site in own:
            for kind in KINDS[1:]:
                yield self.step(corpus, site, kind, self.edited(corpus, site, kind))

    def step(
        self, corpus: str, site: Site, what: str, take: Callable[[float], None], once: bool = False
    ) -> Step:
        return Step(Row(corpus, site.generator.name, what), take, once)

    def cold(self, corpus: str, site: Site) -> Callable[[float], None]:
        def take(limit: float) -> None:
            site.clear()
            self.add(corpus, site.generator.name, "cold", site.build(limit))
            if not self.figures.all(corpus, site.generator.name, "pages"):
                for what, number in zip(("pages", "files", "bytes"), site.census()):
                    self.figures.add(corpus, site.generator.name, what, number)

        return take

    def with_private_texts(self, corpus: str, site: Site) -> Callable[[float], None]:
        """The same association, and beside its texts as many that only members may read."""
        more = Site(site.generator, site.folder.with_name("private"), PASSPHRASE)

        def take(limit: float) -> None:
            if not more.folder.exists():
                site.generator.write(association(TYPICAL), more.folder)
                write_news(reserved(TYPICAL.news), more.folder)
            more.clear()
            self.add(corpus, site.generator.name, "private", more.build(limit))

        return take

    def costing(
        self, corpus: str, site: Site, what: str, measured: Callable[[float], Cost]
    ) -> Callable[[float], None]:
        return lambda limit: self.add(corpus, site.generator.name, what, measured(limit))

    def edited(self, corpus: str, site: Site, kind: str) -> Callable[[float], None]:
        return self.costing(corpus, site, kind, lambda limit: site.build_after(kind, self.word(), limit))

    def weighed(self, corpus: str, site: Site) -> Callable[[float], None]:
        def take(limit: float) -> None:
            site.clear()
            self.weigh(corpus, site.generator, "memory", site.memory(limit))

        return take

    def live(
        self, corpus: str, sites: Sequence[Site], kinds: Sequence[str], until: float, end: float
    ) -> None:
        """The servers are started one after the other; then all stand by, for an idle one costs nothing."""
        if self.spent() > until:
            late = (Row(corpus, one.generator.name, f"live {kind}") for one in sites for kind in kinds)
            self.figures.left_out.extend(late)
            return
        with ExitStack() as stack:
            servers = [one for site in sites for one in self.served(corpus, site, stack, end)]
            steps = [self.follow(corpus, server, kind) for kind in kinds for server in servers]
            self.rounds(steps, until, end)

    def served(self, corpus: str, site: Site, stack: ExitStack, end: float) -> Iterator[DevServer]:
        """Its server, if that serves."""
        try:
            server = DevServer(site.generator, site.folder, site.variables(), end - self.spent())
        except FailedError as error:
            self.note(f"{corpus}: {error}")
        else:
            stack.callback(self.put_away, corpus, server)
            yield server

    def put_away(self, corpus: str, server: DevServer) -> None:
        server.close()
        self.weigh(corpus, server.generator, "memory served", server.peak)

    def follow(self, corpus: str, server: DevServer, kind: str) -> Step:
        name = server.generator.name

        def take(limit: float) -> None:
            server.limit = limit
            wait = server.measured(server.generator.edits[kind], self.word())
            self.figures.add(corpus, name, f"live {kind}", wait.whole)
            for what, moment in (("served", wait.served), ("event", wait.event), ("written", wait.written)):
                if moment is not None:
                    self.figures.add(corpus, name, f"live {kind} {what}", moment)

        return Step(Row(corpus, name, f"live {kind}"), take)

    def grow(self, corpora: Sequence[Corpus], until: float, end: float) -> None:
        """Cold builds only; the largest by Assosite and Hugo alone."""
        sites = {one.name: self.written(one, self.generators) for one in corpora[:-1]}
        sites |= {one.name: self.written(one, self.generators[:2]) for one in corpora[-1:]}
        order = [(corpus, site) for corpus in corpora for site in sites[corpus.name][:2]]
        order += [(corpus, site) for corpus in corpora for site in sites[corpus.name][2:]]
        steps = [self.step(corpus.name, site, "cold", self.cold(corpus.name, site)) for corpus, site in order]
        self.rounds(steps, until, end)
        for name in sites:
            shutil.rmtree(self.folder / name)

    def rounds(self, steps: Sequence[Step], until: float, end: float) -> None:
        """Steps of the first round may last until the `end` of the session; none begins after `until`."""
        took = 0.0
        for number in range(MOST_ROUNDS):
            begun = self.spent()
            if number and begun + took > until:
                return
            for step in steps:
                if not (number and step.once):
                    self.attempt(step, number, until, end)
            took = self.spent() - begun

    def attempt(self, step: Step, number: int, until: float, end: float) -> None:
        begun = self.spent()
        if begun > until:
            if not number:
                self.figures.left_out.append(step.row)
            return
        try:
            step.take(end - begun)
        except FailedError as error:
            self.note(f"{step}: {error}")
        else:
            print(f"{self.spent():5.0f} s  {step}: {self.spent() - begun:.2f} s", flush=True)

    def add(self, corpus: str, generator: str, what: str, cost: Cost) -> None:
        self.figures.add(corpus, generator, what, cost.wall)
        self.figures.add(corpus, generator, f"{what} processor", cost.processor)

    def weigh(self, corpus: str, generator: Generator, what: str, memory: float) -> None:
        """Nothing where the system does not tell."""
        if memory:
            self.figures.add(corpus, generator.name, what, memory)

    def note(self, told: str) -> None:
        if told not in self.figures.notes:
            self.figures.notes.append(told)
            print(told, flush=True)

    def word(self) -> str:
        """Never the same twice, and short enough for a summary."""
        self.words += 1
        return f"k{self.words:04}x"
