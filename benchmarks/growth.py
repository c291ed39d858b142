"""growth.svg: milliseconds a page over the number of pages, a line for each generator.

Readable without colour and in the dark: lines are named where they end and have their own dashes;
a title and a description say in words what is drawn.
"""

import math
from collections.abc import Iterator, Mapping, Sequence
from xml.sax.saxutils import escape

Points = Sequence[tuple[float, float]]
"""Pages, seconds a page."""

WIDTH, HEIGHT = 720, 360
LEFT, RIGHT, TOP, BOTTOM = 64, 110, 40, 52
DASHES = ("", "8 4", "2 4", "12 4 2 4")
LINE_HEIGHT = 18
STEPS = (0.1, 0.2, 0.5, 1, 2, 5, 10, 20, 50, 100)
MOST_LINES = 6
STYLE = (
    "text{font:14px system-ui,sans-serif;fill:#222}path,circle{stroke:#1d4f76;stroke-width:2;fill:none}"
    "circle{fill:#1d4f76}.grid{stroke:#ccc;stroke-width:1}rect{fill:#fff}"
    "@media(prefers-color-scheme:dark){text{fill:#eee}path,circle{stroke:#8cc4f0}circle{fill:#8cc4f0}"
    ".grid{stroke:#444}rect{fill:#111}}"
)


def drawn(lines: Mapping[str, Points]) -> str:
    """Generators without points are left out."""
    shown = {name: points for name, points in lines.items() if points}
    scale = Scale(shown)
    parts = (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {WIDTH} {HEIGHT}" role="img" '
        'aria-labelledby="growth-title growth-desc">',
        '<title id="growth-title">Milliseconds a page, by number of pages</title>',
        f'<desc id="growth-desc">{escape(described(shown))}</desc>',
        f"<style>{STYLE}</style>",
        f'<rect width="{WIDTH}" height="{HEIGHT}"/>',
        *axes(scale),
        *curves(shown, scale),
        "</svg>",
    )
    return "\n".join(parts) + "\n"


def described(lines: Mapping[str, Points]) -> str:
    return " ".join(
        f"{name}: " + ", ".join(f"{1000 * each:.2f} ms at {pages:,.0f} pages" for pages, each in points) + "."
        for name, points in lines.items()
    )


class Scale:
    """Pages by their logarithm, milliseconds from zero."""

    def __init__(self, lines: Mapping[str, Points]) -> None:
        points = [point for line in lines.values() for point in line]
        self.first = math.log10(min((pages for pages, _ in points), default=1000))
        self.last = max(math.log10(max((pages for pages, _ in points), default=20000)), self.first + 0.1)
        highest = max((1000 * each for _, each in points), default=1)
        self.step = next((one for one in STEPS if highest / one <= MOST_LINES), STEPS[-1])
        self.top = self.step * math.ceil(highest / self.step)

    def x(self, pages: float) -> float:
        share = (math.log10(pages) - self.first) / (self.last - self.first)
        return LEFT + share * (WIDTH - LEFT - RIGHT)

    def y(self, milliseconds: float) -> float:
        return HEIGHT - BOTTOM - milliseconds / self.top * (HEIGHT - TOP - BOTTOM)


def axes(scale: Scale) -> Iterator[str]:
    for number in range(round(scale.top / scale.step) + 1):
        y = scale.y(number * scale.step)
        yield f'<path class="grid" d="M{LEFT} {y:.1f}H{WIDTH - RIGHT}"/>'
        yield f'<text x="{LEFT - 10}" y="{y + 5:.1f}" text-anchor="end">{number * scale.step:g}</text>'
    for pages in (1000, 2000, 5000, 10000, 20000):
        if scale.first - 0.02 <= math.log10(pages) <= scale.last + 0.02:
            x = scale.x(pages)
            yield f'<text x="{x:.1f}" y="{HEIGHT - BOTTOM + 22}" text-anchor="middle">{pages:,}</text>'
    yield f'<text x="{LEFT - 10}" y="{TOP - 16}">ms a page</text>'
    yield f'<text x="{(LEFT + WIDTH - RIGHT) // 2}" y="{HEIGHT - 8}" text-anchor="middle">pages</text>'


def curves(lines: Mapping[str, Points], scale: Scale) -> Iterator[str]:
    ends = label_heights({name: scale.y(1000 * points[-1][1]) for name, points in lines.items()})
    for dashes, (name, points) in zip(DASHES, lines.items()):
        places = [(scale.x(pages), scale.y(1000 * each)) for pages, each in points]
        path = "L".join(f"{x:.1f} {y:.1f}" for x, y in places)
        yield f'<path d="M{path}" stroke-dasharray="{dashes or "none"}"/>'
        yield from (f'<circle cx="{x:.1f}" cy="{y:.1f}" r="3"/>' for x, y in places)
        yield f'<text x="{places[-1][0] + 10:.1f}" y="{ends[name] + 5:.1f}">{escape(name)}</text>'


def label_heights(wanted: Mapping[str, float]) -> dict[str, float]:
    """Where lines end near each other, the names move apart, downwards."""
    found: dict[str, float] = {}
    lowest = -math.inf
    for name, y in sorted(wanted.items(), key=lambda item: (item[1], item[0])):
        lowest = found[name] = max(y, lowest + LINE_HEIGHT)
    return found
