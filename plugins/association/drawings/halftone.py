"""The land of the map: a hexagonal grid of dots over the hull of the places and its surroundings."""

import math
from collections.abc import Iterator, Sequence
from itertools import pairwise

from .geometry import Hull, Point, area_around, half, span_around

PITCH = 11
MOST_DOTS = 1500
# Between a dot and the border it would touch.
CLEAR = 4
ROW = math.sqrt(3) / 2

Rings = tuple[tuple[Point, ...], ...]


def halftone(hull: Hull, reach: float, centre: Point) -> str:
    """Path data; each dot is a line of length zero, which a round stroke makes visible."""
    pitch = max(PITCH, math.ceil(math.sqrt(area_around(hull, reach) / ROW / MOST_DOTS)))
    bottom, top = (pick(y for _, y in hull) for pick in (max, min))
    step = pitch * ROW
    first, last = math.ceil((top - reach - centre[1]) / step), math.floor((bottom + reach - centre[1]) / step)
    return "".join(_row(hull, reach, centre, pitch, number) for number in range(first, last + 1))


def halftone_within(polygons: Sequence[Rings], centre: Point) -> str:
    """The same for a land with borders of its own: polygons of rings, each with its holes."""
    sides = [[side for ring in rings for side in pairwise(ring)] for rings in polygons]
    corners = [point for rings in polygons for ring in rings for point in ring]
    surface = sum(_surface(rings) for rings in polygons)
    pitch = max(PITCH, math.ceil(math.sqrt(surface / ROW / MOST_DOTS)))
    step = pitch * ROW
    top, bottom = (pick(y for _, y in corners) for pick in (min, max))
    rows = range(math.ceil((top - centre[1]) / step), math.floor((bottom - centre[1]) / step) + 1)
    return "".join(_row_within(sides, centre, pitch, number) for number in rows)


def _surface(rings: Rings) -> float:
    """Of the border, holes left aside."""
    return abs(sum(a[0] * b[1] - b[0] * a[1] for a, b in pairwise(rings[0]))) / 2


def _row_within(
    polygons: Sequence[Sequence[tuple[Point, Point]]], centre: Point, pitch: int, number: int
) -> str:
    y = half(centre[1] + number * pitch * ROW)
    start = centre[0] + (pitch / 2 if number % 2 else 0)
    dots = {
        start + column * pitch
        for sides in polygons
        for left, right in _stretches(sides, y)
        for column in range(
            math.ceil((left + CLEAR - start) / pitch), math.floor((right - CLEAR - start) / pitch) + 1
        )
    }
    return _dotted(sorted(half(x) for x in dots), y)


def _stretches(sides: Sequence[tuple[Point, Point]], y: float) -> Iterator[tuple[float, float]]:
    """From where a row enters a polygon to where it leaves it."""
    crossed = sorted(
        a[0] + (y - a[1]) / (b[1] - a[1]) * (b[0] - a[0]) for a, b in sides if (a[1] <= y) != (b[1] <= y)
    )
    return zip(crossed[::2], crossed[1::2], strict=True)


def _dotted(xs: Sequence[float], y: float) -> str:
    return f"M{xs[0]} {y}h0" + "".join(f"m{half(b - a)} 0h0" for a, b in pairwise(xs)) if xs else ""


def _row(hull: Hull, reach: float, centre: Point, pitch: int, number: int) -> str:
    y = half(centre[1] + number * pitch * ROW)
    start = centre[0] + (pitch / 2 if number % 2 else 0)
    left, right = span_around(hull, reach, y)
    columns = range(math.ceil((left - start) / pitch), math.floor((right - start) / pitch) + 1)
    return _dotted([half(start + column * pitch) for column in columns], y)
