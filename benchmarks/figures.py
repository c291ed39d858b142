"""What was measured, the bars it is held against, and which of them it clears."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from statistics import median

from corpora import LARGE, SMALL, TYPICAL

OURS = "Assosite"


@dataclass(frozen=True, slots=True, order=True)
class Row:
    """One thing that one generator was measured doing, on one corpus."""

    corpus: str
    generator: str
    what: str


@dataclass(slots=True)
class Figures:
    """Seconds, MiB or numbers of files; why one is missing; what there was no time for."""

    values: dict[Row, list[float]] = field(default_factory=dict)
    notes: list[str] = field(default_factory=list)
    left_out: list[Row] = field(default_factory=list)

    def add(self, corpus: str, generator: str, what: str, value: float) -> None:
        self.values.setdefault(Row(corpus, generator, what), []).append(value)

    def all(self, corpus: str, generator: str, what: str) -> list[float]:
        return self.values.get(Row(corpus, generator, what), [])

    def median(self, corpus: str, generator: str, what: str) -> float | None:
        found = self.all(corpus, generator, what)
        return median(found) if found else None


@dataclass(frozen=True, slots=True)
class Bar:
    """At most so many milliseconds or MiB, or so many times what another generator took for `beside`."""

    what: str
    corpus: str
    rows: tuple[str, ...]
    most: float
    stretch: float | None = None
    generator: str | None = None
    beside: str = "cold"
    unit: str = "ms"

    def reached(self, figures: Figures) -> Mapping[str, float]:
        """By row; one that was not measured, here or there, is not among them."""
        found = {row: figures.median(self.corpus, OURS, row) for row in self.rows}
        scale = self.scale(figures)
        return {row: one / scale for row, one in found.items() if one is not None and scale}

    def scale(self, figures: Figures) -> float | None:
        if self.generator:
            return figures.median(self.corpus, self.generator, self.beside)
        return 0.001 if self.unit == "ms" else 1.0


CONTENT, DRESS = ("body", "title", "member", "meeting"), ("css", "template")


def command_line_bars() -> tuple[Bar, ...]:
    """An edit of any kind; the worst of each line counts."""
    kinds = (
        ("nothing changed", ("nothing",)),
        ("one edit of content", CONTENT),
        ("one edit of the theme", DRESS),
    )
    return tuple(
        Bar(name, corpus.name, rows, most, stretch, "Hugo")
        for name, rows in kinds
        for corpus, most, stretch in ((TYPICAL, 1.5, 1.0), (LARGE, 0.5, 0.3))
    )


def live_bars() -> tuple[Bar, ...]:
    own = [
        Bar(f"live, {kind}", TYPICAL.name, (f"live {kind}",), 400, 150)
        for kind in ("title", "member", "meeting")
    ]
    beside_hugo = [
        Bar(f"live, {kind}", LARGE.name, (f"live {kind}",), 0.3, None, "Hugo", f"live {kind}")
        for kind in ("title", "member", "meeting")
    ]
    return (
        Bar("live, body", TYPICAL.name, ("live body",), 100, 50),
        Bar("live, body", LARGE.name, ("live body",), 250, 50),
        *own,
        *beside_hugo,
        Bar("live, CSS", TYPICAL.name, ("live css",), 150),
        Bar("live, CSS", LARGE.name, ("live css",), 150),
    )


BARS = (
    *live_bars(),
    *command_line_bars(),
    Bar("cold", TYPICAL.name, ("cold",), 2.5, None, "Hugo"),
    Bar("cold", LARGE.name, ("cold",), 1.2, 1.0, "Hugo"),
    Bar("cold", TYPICAL.name, ("cold",), 1.0, None, "Eleventy"),
    Bar("cold", LARGE.name, ("cold",), 1.0, None, "Eleventy"),
    Bar("cold", TYPICAL.name, ("cold",), 0.8, None, "Pelican"),
    Bar("cold", LARGE.name, ("cold",), 0.8, None, "Pelican"),
    Bar("cold, 500 private texts more", TYPICAL.name, ("private",), 1.2, None, OURS),
    Bar("check", SMALL.name, ("check",), 500),
    Bar("check", TYPICAL.name, ("check",), 800),
    Bar("check", LARGE.name, ("check",), 3000),
    Bar("memory of the whole tree, build", LARGE.name, ("memory",), 350, 300, unit="MiB"),
    Bar("memory of the whole tree, serve", LARGE.name, ("memory served",), 350, 300, unit="MiB"),
)
EVENNESS = 0.15
"""How far the time per page may be from the middle of its range, from the smallest site to the largest."""


def time_per_page(figures: Figures, generator: str, corpora: tuple[str, ...]) -> list[tuple[float, float]]:
    """Pages, and seconds a page, of each corpus that was measured."""
    found = []
    for corpus in corpora:
        pages, wall = figures.median(corpus, generator, "pages"), figures.median(corpus, generator, "cold")
        if pages and wall:
            found.append((pages, wall / pages))
    return sorted(found)


def unevenness(points: list[tuple[float, float]]) -> float | None:
    """Half of the range, by its middle."""
    if len(points) < 2:
        return None
    least, most = min(each for _, each in points), max(each for _, each in points)
    return (most - least) / (most + least)
