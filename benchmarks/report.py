"""RESULTS.md: the figures held against their bars, then all of them, generator beside generator."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from statistics import median

from edits import KINDS
from figures import BARS, EVENNESS, OURS, Bar, Figures, time_per_page, unevenness

GENERATORS = (OURS, "Hugo", "Eleventy", "Pelican")
CORPORA = ("small", "typical", "large")
NONE = "–"
HEADING = "# Assosite beside Hugo, Eleventy and plain Pelican\n"
COMMANDS = (
    ("cold", "cold"),
    ("private", "cold, 500 private texts more"),
    ("nothing", "nothing changed"),
    *((kind, f"one edit: {kind}") for kind in KINDS),
    ("check", "`check`"),
)
UNMATCHED = ("private", "check")
"""What the others have nothing like."""
MOMENTS = ("served", "event", "written")
READING = """\
Written by `python3 tasks.py bench`; [docs/benchmarks.md](../docs/benchmarks.md) says how to read it.
Every figure is a median; in brackets the least and the most, and the number of runs where there is one only.
"""
UNMADE = """\
The same texts, lists, feeds and style sheet for all, with lean templates (`comparators/`).
Only Assosite makes, and takes its time for:

- recurring meetings on their pages, and their calendars with time zones and exceptions;
- open data in JSON, CSV and GeoJSON, the search data, linked data on all pages;
- the checks: references, dates, consent, images; sanitised HTML, French typography.

Hugo and Eleventy write a plain `.vcf` a member and a plain `.ics` an event; plain Pelican writes neither.
Nor does plain Pelican write pages of commissions and linked data; its topics, skills, towns, months are tags.
"""


@dataclass(frozen=True, slots=True)
class Machine:
    """Where and when the figures were taken."""

    day: date
    system: str
    processors: str
    memory: str
    folder: str
    load: float
    versions: tuple[str, ...]


def results(figures: Figures, machine: Machine, quick: bool, grown: Sequence[str]) -> str:
    parts = (
        HEADING + "\n" + READING + "".join(f"{line}\n" for line in circumstances(machine, quick)),
        "## Bars\n\n" + bars(figures, grown),
        *(f"## {corpus.capitalize()}\n\n{of_corpus(figures, corpus)}" for corpus in measured(figures)),
        "## Growth\n\n" + growth(figures, grown),
        "## What is not alike\n\n" + UNMADE,
        "## What is missing\n\n" + missing(figures),
    )
    return "\n".join(parts)


def circumstances(machine: Machine, quick: bool) -> Iterator[str]:
    yield ""
    yield (
        f"{machine.day.isoformat()}; {machine.processors}, {machine.memory}; {machine.system}; "
        f"sites in {machine.folder}."
    )
    yield f"{', '.join(machine.versions)}."
    if quick:
        yield "**A quick run**: few runs, and nothing of the large association."
    if machine.load >= 0.5:
        yield (
            f"**The machine was busy** when this began (load average {machine.load:.1f}): "
            "ratios tell more than times."
        )


def bars(figures: Figures, grown: Sequence[str]) -> str:
    rows = [(*described(bar), *judged(bar, figures)) for bar in BARS]
    return table(
        ("what", "association", "bar", "stretch", "reached", "met"),
        [*rows, evenness(figures, grown)],
        "llrrrl",
    )


def described(bar: Bar) -> tuple[str, ...]:
    return bar.what, bar.corpus, f"≤ {limit(bar, bar.most)}", limit(bar, bar.stretch)


def limit(bar: Bar, most: float | None) -> str:
    if most is None:
        return NONE
    if bar.generator:
        doing = "full build" if bar.beside == "cold" else "server"
        return f"{most:g} × {bar.generator}’s {doing}"
    return f"{most:g} {bar.unit}"


def judged(bar: Bar, figures: Figures) -> tuple[str, str]:
    """Where it holds for several things, the worst of them counts, and all must have been measured."""
    reached = bar.reached(figures)
    if not reached:
        return "not measured", NONE
    worst = max(reached, key=lambda row: reached[row])
    named = f" ({worst})" if len(bar.rows) > 1 else ""
    unmeasured = len(bar.rows) - len(reached)
    partly = f", {unmeasured} not measured" if unmeasured else ""
    return value(bar, reached[worst]) + named + partly, verdict(bar, reached[worst], not unmeasured)


def value(bar: Bar, reached: float) -> str:
    """Never rounded to the other side of the bar."""
    digits = 2 if bar.generator else 0
    while (round(reached, digits) > bar.most) != (reached > bar.most):
        digits += 1
    return f"{reached:.{digits}f} {'×' if bar.generator else bar.unit}"


def verdict(bar: Bar, reached: float, is_whole: bool) -> str:
    if reached > bar.most:
        return "**no**"
    if not is_whole:
        return "so far"
    return "yes, and the stretch" if bar.stretch and reached <= bar.stretch else "yes"


def evenness(figures: Figures, grown: Sequence[str]) -> tuple[str, ...]:
    points = time_per_page(figures, OURS, tuple(grown))
    spread = unevenness(points)
    told, met = "not measured", NONE
    if spread is not None and len(points) == len(grown):
        told, met = f"± {spread:.0%}", "yes" if spread <= EVENNESS else "**no**"
    return "time per page", "1,000 to 20,000 pages", f"± {EVENNESS:.0%}", NONE, told, met


def measured(figures: Figures) -> list[str]:
    return [corpus for corpus in CORPORA if any(row.corpus == corpus for row in figures.values)]


def of_corpus(figures: Figures, corpus: str) -> str:
    tables = (commands(figures, corpus), live(figures, corpus), sizes(figures, corpus))
    return "\n".join(filter(None, tables))


def commands(figures: Figures, corpus: str) -> str:
    rows = [
        (name, *(timing(figures, corpus, one, what) for one in GENERATORS), *ratios(figures, corpus, what))
        for what, name in COMMANDS
    ]
    beside = [f"{OURS} / {one}" for one in GENERATORS[1:]]
    head = ("command line, seconds (of all processors)", *GENERATORS, *beside)
    return table(head, kept(rows), "l" + "r" * 7)


def ratios(figures: Figures, corpus: str, what: str) -> Iterator[str]:
    """The others build everything whatever was edited: their full build stands beside all of ours."""
    own = figures.median(corpus, OURS, what)
    for one in GENERATORS[1:]:
        theirs = figures.median(corpus, one, "cold")
        yield f"{own / theirs:.2f}" if own and theirs and what not in UNMATCHED else NONE


def timing(figures: Figures, corpus: str, generator: str, what: str) -> str:
    processor = figures.median(corpus, generator, f"{what} processor")
    wall = spread(figures.all(corpus, generator, what), "{:.2f}")
    return wall if processor is None else f"{wall} ({processor:.1f})"


def live(figures: Figures, corpus: str) -> str:
    rows = []
    for kind in KINDS:
        cells = (
            spread([1000 * one for one in figures.all(corpus, generator, f"live {kind}{moment}")], "{:.0f}")
            for generator, moment in live_columns()
        )
        own, theirs = (figures.median(corpus, one, f"live {kind}") for one in (OURS, "Hugo"))
        rows.append((kind, *cells, f"{own / theirs:.2f}" if own and theirs else NONE))
    head = (
        "live edit, milliseconds",
        *(f"{one}{moment}" for one, moment in live_columns()),
        f"{OURS} / Hugo",
    )
    return table(head, kept(rows), "l" + "r" * (len(head) - 1))


def live_columns() -> list[tuple[str, str]]:
    return [*((OURS, f" {moment}") for moment in MOMENTS), *((one, "") for one in GENERATORS)]


def sizes(figures: Figures, corpus: str) -> str:
    def row(name: str, what: str, form: str, scale: float = 1) -> tuple[str, ...]:
        found = (figures.median(corpus, one, what) for one in GENERATORS)
        return name, *(NONE if one is None else form.format(one * scale) for one in found)

    rows = (
        row("pages", "pages", "{:,.0f}"),
        row("files", "files", "{:,.0f}"),
        row("MB written", "bytes", "{:.1f}", 1e-6),
        row("MiB of memory, build", "memory", "{:.0f}"),
        row("MiB of memory, serve", "memory served", "{:.0f}"),
    )
    return table(("size", *GENERATORS), kept(rows), "lrrrr")


def growth(figures: Figures, grown: Sequence[str]) -> str:
    rows = [
        (corpus, *(per_page(figures, corpus, one) for one in GENERATORS))
        for corpus in grown
        if any(row.corpus == corpus for row in figures.values)
    ]
    if not rows:
        return "Not measured.\n"
    head = ("milliseconds a page, cold", *GENERATORS)
    return f"![Milliseconds a page, by number of pages](growth.svg)\n\n{table(head, rows, 'lrrrr')}"


def per_page(figures: Figures, corpus: str, generator: str) -> str:
    points = time_per_page(figures, generator, (corpus,))
    return f"{1000 * points[0][1]:.2f}" if points else NONE


def missing(figures: Figures) -> str:
    """Reasons, then what there was no time for."""
    late: dict[tuple[str, str], list[str]] = {}
    for row in figures.left_out:
        late.setdefault((row.corpus, row.generator), []).append(row.what)
    told = [f"{corpus}, {one}: no time for {', '.join(what)}" for (corpus, one), what in late.items()]
    return "".join(f"- {note}\n" for note in (*figures.notes, *told)) or "Nothing.\n"


def spread(values: Sequence[float], form: str) -> str:
    if not values:
        return NONE
    middle = form.format(median(values))
    if len(values) == 1:
        return f"{middle} [1]"
    return f"{middle} [{form.format(min(values))}–{form.format(max(values))}]"


def kept(rows: Iterable[tuple[str, ...]]) -> list[tuple[str, ...]]:
    """Those in which something was measured."""
    return [row for row in rows if any(cell != NONE for cell in row[1:])]


def table(head: Sequence[str], rows: Sequence[Sequence[str]], sides: str) -> str:
    """`sides`: l or r, a column. Nothing of nothing."""
    if not rows:
        return ""
    rule = ["---:" if side == "r" else "---" for side in sides]
    return "".join(f"| {' | '.join(row)} |\n" for row in (head, rule, *rows))
