"""The report says what was measured, no more: given figures give given tables."""

from datetime import date
from xml.etree import ElementTree

import pytest
from figures import BARS, Bar, Figures, Row, unevenness
from growth import drawn
from report import Machine, judged, results, spread, table

MACHINE = Machine(
    date(2026, 11, 20),
    "Linux 6",
    "2 × processor",
    "24 GiB",
    "memory",
    0.1,
    ("Python 3.11.7", "Hugo v0.168.0"),
)
GROWN = ("1,000 pages", "20,000 pages")
SVG = "{http://www.w3.org/2000/svg}"
BAR = Bar("live, body", "typical", ("live body",), 100, 50)
EDITS = Bar("one edit", "large", ("body", "title"), 0.5, 0.3, "Hugo")
COMMAND_LINE = """\
| command line, seconds (of all processors) | Assosite | Hugo | Eleventy | Pelican | Assosite / Hugo | \
Assosite / Eleventy | Assosite / Pelican |
| --- | ---: | ---: | ---: | ---: | ---: | ---: | ---: |
| cold | 3.00 [2.00–4.00] (5.0) | 2.00 [1] | – | 6.00 [1] | 1.50 | – | 0.50 |
| one edit: title | 1.00 [1] | – | – | – | 0.50 | – | 0.17 |
"""
LIVE = """\
| title | 90 [1] | 95 [1] | 80 [1] | 95 [1] | 380 [1] | – | – | 0.25 |
"""
MISSING = """\
## What is missing

- large: Hugo does not serve
- large, Hugo: no time for memory, live body
"""


@pytest.fixture
def figures() -> Figures:
    found = Figures()
    for value in (2.0, 3.0, 4.0):
        found.add("small", "Assosite", "cold", value)
    found.add("small", "Assosite", "cold processor", 5.0)
    found.add("small", "Assosite", "title", 1.0)
    found.add("small", "Hugo", "cold", 2.0)
    found.add("small", "Pelican", "cold", 6.0)
    for what, seconds in (("", 0.095), (" served", 0.09), (" event", 0.095), (" written", 0.08)):
        found.add("small", "Assosite", f"live title{what}", seconds)
    found.add("small", "Hugo", "live title", 0.38)
    return found


def of(*values: tuple[str, str, str, float]) -> Figures:
    found = Figures()
    for value in values:
        found.add(*value)
    return found


def test_given_figures_give_these_tables(figures: Figures) -> None:
    text = results(figures, MACHINE, quick=False, grown=GROWN)

    assert f"## Small\n\n{COMMAND_LINE}\n" in text
    assert LIVE in text


def test_the_same_figures_give_the_same_report(figures: Figures) -> None:
    first, second = (results(figures, MACHINE, quick=False, grown=GROWN) for _ in range(2))

    assert first == second


def test_every_bar_has_its_row(figures: Figures) -> None:
    """Also those of which nothing was measured, and that of growth."""
    rows = results(figures, MACHINE, quick=True, grown=GROWN).split("## Bars\n\n")[1].split("\n\n")[0]

    assert len(BARS) + 3 == len(rows.splitlines())


def test_a_quick_run_and_a_busy_machine_are_told(figures: Figures) -> None:
    busy = Machine(MACHINE.day, "Linux 6", "2 × processor", "24 GiB", "memory", 3.1, ())
    text = results(figures, busy, quick=True, grown=GROWN)

    assert "**A quick run**" in text
    assert "**The machine was busy** when this began (load average 3.1)" in text


@pytest.mark.parametrize(
    ("seconds", "reached", "met"),
    [
        (0.04, "40 ms", "yes, and the stretch"),
        (0.1, "100 ms", "yes"),
        (0.1004, "100.4 ms", "**no**"),
        (5.4, "5400 ms", "**no**"),
    ],
)
def test_a_bar_is_met_up_to_its_figure(seconds: float, reached: str, met: str) -> None:
    assert (reached, met) == judged(BAR, of(("typical", "Assosite", "live body", seconds)))


def test_what_was_not_measured_meets_nothing() -> None:
    assert ("not measured", "–") == judged(BAR, Figures())


def test_a_ratio_needs_both_sides() -> None:
    assert ("not measured", "–") == judged(EDITS, of(("large", "Assosite", "body", 9.0)))


def test_the_worst_of_several_counts_and_all_have_to_be_measured() -> None:
    hugo, body = ("large", "Hugo", "cold", 20.0), ("large", "Assosite", "body", 4.0)
    one, both = of(hugo, body), of(hugo, body, ("large", "Assosite", "title", 12.0))

    assert ("0.20 × (body), 1 not measured", "so far") == judged(EDITS, one)
    assert ("0.60 × (title)", "**no**") == judged(EDITS, both)


def test_growth_is_even_by_its_range() -> None:
    """From 2 to 3 milliseconds a page: 20 % around the middle."""
    assert pytest.approx(0.2) == unevenness([(1000, 0.003), (20000, 0.002)])


def test_the_row_of_growth_needs_all_sizes() -> None:
    figures = of(("1,000 pages", "Assosite", "cold", 2.0), ("1,000 pages", "Assosite", "pages", 1000))
    row = "| time per page | 1,000 to 20,000 pages | ± 15% | – |"

    assert f"{row} not measured | – |" in results(figures, MACHINE, quick=False, grown=GROWN)
    figures.add("20,000 pages", "Assosite", "cold", 44.0)
    figures.add("20,000 pages", "Assosite", "pages", 20000)
    assert f"{row} ± 5% | yes |" in results(figures, MACHINE, quick=False, grown=GROWN)
    assert f"{row} not measured | – |" in results(figures, MACHINE, quick=False, grown=(*GROWN, "more"))


def test_what_is_missing_is_told_once_for_each_generator(figures: Figures) -> None:
    figures.notes.append("large: Hugo does not serve")
    figures.left_out += [Row("large", "Hugo", "memory"), Row("large", "Hugo", "live body")]

    assert results(figures, MACHINE, quick=False, grown=GROWN).endswith(MISSING)


def test_single_runs_are_marked() -> None:
    assert ("–", "1.20 [1]", "2.00 [1.00–4.00]") == (
        spread([], "{:.2f}"),
        spread([1.2], "{:.2f}"),
        spread([4, 1, 2], "{:.2f}"),
    )


def test_a_table_is_markdown() -> None:
    assert "| a | b |\n| --- | ---: |\n| x | 1 |\n" == table(("a", "b"), [("x", "1")], "lr")


def test_the_graph_says_in_words_what_it_shows() -> None:
    """For those who do not see it."""
    graph = ElementTree.fromstring(drawn({"Assosite": [(1000, 0.003), (20000, 0.002)], "Hugo": []}))
    title, description = (graph.findtext(f"{SVG}{name}") for name in ("title", "desc"))

    assert "img" == graph.get("role")
    assert "Milliseconds a page, by number of pages" == title
    assert "Assosite: 3.00 ms at 1,000 pages, 2.00 ms at 20,000 pages." == description


def test_the_graph_has_a_line_for_each_generator_that_was_measured() -> None:
    both = drawn({"Assosite": [(1000, 0.003), (20000, 0.002)], "Hugo": [(1000, 0.001)], "Pelican": []})

    assert ("Assosite</text>" in both, "Hugo</text>" in both, "Pelican" in both) == (True, True, False)


def test_names_of_lines_that_end_together_stand_apart() -> None:
    graph = ElementTree.fromstring(drawn({"Assosite": [(1000, 0.002)], "Hugo": [(1000, 0.002)]}))
    heights = [
        float(text.get("y", "0")) for text in graph.iter(f"{SVG}text") if text.text in ("Assosite", "Hugo")
    ]

    assert 18 == round(heights[1] - heights[0])
