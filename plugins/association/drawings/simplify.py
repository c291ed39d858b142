"""Lines with fewer points that look the same: what a map of this size cannot show is left out.

Visvalingam and Whyatt: the point whose loss changes the least surface goes first. Its time grows with
the number of points, whatever they are; and it can be told how many points to leave.
"""

import math
from collections.abc import Iterable, Sequence
from heapq import heapify, heappop, heappush

from .geometry import Point, half

Line = tuple[Point, ...]
GONE = -1.0


def thinned(line: Iterable[Point]) -> Line:
    """On a grid of half units, without points that would be drawn on the one before."""
    kept: list[Point] = []
    for x, y in line:
        point = (half(x), half(y))
        if not kept or point != kept[-1]:
            kept.append(point)
    return tuple(kept)


def simplified(lines: Sequence[Line], most: int, detail: float) -> tuple[Line, ...]:
    """The ends of all lines and at most `most` other points, each worth a surface of `detail` or more."""
    weighed = [
        (-weight, line, point)
        for line, points in enumerate(lines)
        for point, weight in enumerate(_weights(points))
        if detail <= weight < math.inf
    ]
    kept = {(line, point) for _, line, point in sorted(weighed)[:most]}
    return tuple(
        tuple(at for point, at in enumerate(points) if point in (0, len(points) - 1) or (line, point) in kept)
        for line, points in enumerate(lines)
    )


def _weights(line: Line) -> list[float]:
    """The surface that each point is worth, never less than that of a point that went before it."""
    last = len(line) - 1
    weights = [math.inf] * len(line)
    before, after = list(range(-1, last)), list(range(1, last + 2))
    areas = [
        _area(line, index - 1, index, index + 1) if 0 < index < last else GONE for index in range(last + 1)
    ]
    heap = [(area, index) for index, area in enumerate(areas) if area != GONE]
    heapify(heap)
    least = 0.0
    while heap:
        area, index = heappop(heap)
        if area != areas[index]:
            continue  # it has changed since, and stands in the heap once more
        weights[index] = least = max(least, area)
        areas[index] = GONE
        left, right = before[index], after[index]
        after[left], before[right] = right, left
        for neighbour in {left, right} - {0, last}:
            areas[neighbour] = _area(line, before[neighbour], neighbour, after[neighbour])
            heappush(heap, (areas[neighbour], neighbour))
    return weights


def _area(line: Line, first: int, middle: int, last: int) -> float:
    (ax, ay), (bx, by), (cx, cy) = line[first], line[middle], line[last]
    return abs((bx - ax) * (cy - ay) - (cx - ax) * (by - ay)) / 2
