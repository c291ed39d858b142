"""Plane geometry of the map: convex hulls, their surroundings, and numbers short enough to be written out."""

import math
from collections.abc import Iterator

Point = tuple[float, float]
Hull = tuple[Point, ...]


def half(value: float) -> float:
    """To the nearest half, where platforms agree; whole numbers are `int` and print without ".0"."""
    doubled = round(value * 2)
    return doubled // 2 if doubled % 2 == 0 else doubled / 2


def convex_hull(points: tuple[Point, ...]) -> Hull:
    """Corners only, in turning order (monotone chain); two for points on one line, one for a single place."""
    ordered = sorted(set(points))
    if len(ordered) < 3:
        return tuple(ordered)
    return (*_chain(ordered), *_chain(ordered[::-1]))


def area_around(hull: Hull, reach: float) -> float:
    """The area of all points at most `reach` away from a convex hull."""
    inner = abs(sum(start[0] * end[1] - end[0] * start[1] for start, end in _sides(hull))) / 2
    outline = sum(math.dist(start, end) for start, end in _sides(hull))
    return inner + outline * reach + math.pi * reach**2


def span_around(hull: Hull, reach: float, y: float) -> tuple[float, float]:
    """From where to where a row at `y` is at most `reach` away from a convex hull; (1, 0) for nowhere.

    It ends on a circle around a corner, or on a side moved outwards.
    """
    ends = [*_ends_on_circles(hull, reach, y), *_ends_on_sides(hull, reach, y)]
    return (min(ends), max(ends)) if ends else (1, 0)


def _ends_on_circles(hull: Hull, reach: float, y: float) -> Iterator[float]:
    for corner in hull:
        if abs(y - corner[1]) <= reach:
            half_chord = math.sqrt(reach**2 - (y - corner[1]) ** 2)
            yield corner[0] - half_chord
            yield corner[0] + half_chord


def _ends_on_sides(hull: Hull, reach: float, y: float) -> Iterator[float]:
    for start, end in _sides(hull):
        length = math.dist(start, end)
        for away in (reach, -reach) if length else ():
            out = away * (end[1] - start[1]) / length, away * (start[0] - end[0]) / length
            top, bottom = start[1] + out[1], end[1] + out[1]
            if (top <= y) != (bottom <= y):
                yield start[0] + out[0] + (y - top) / (bottom - top) * (end[0] - start[0])


def _chain(points: list[Point]) -> list[Point]:
    """One side of the hull, without its last point, where the other side begins."""
    chain: list[Point] = []
    for point in points:
        while len(chain) > 1 and _turn(chain[-2], chain[-1], point) <= 0:
            chain.pop()
        chain.append(point)
    return chain[:-1]


def _turn(start: Point, middle: Point, end: Point) -> float:
    """Positive, zero or negative: to one side, straight on, to the other."""
    return (middle[0] - start[0]) * (end[1] - start[1]) - (middle[1] - start[1]) * (end[0] - start[0])


def _sides(hull: Hull) -> tuple[tuple[Point, Point], ...]:
    return tuple(zip(hull, (*hull[1:], hull[0]), strict=True))
