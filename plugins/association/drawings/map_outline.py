"""The outline of a territory and its waters, as an association gives them: from degrees to path data.

What a map of this size cannot show is left out, after Visvalingam and Whyatt: the point whose loss changes
the least surface goes first. The time grows with the number of points, whatever they are; and it can be told
how many points to leave.
"""

import math
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from heapq import heapify, heappop, heappush
from itertools import pairwise

from .projection import Fit, Point, Projection, half

Line = tuple[Point, ...]

Rings = tuple[Line, ...]
"""A polygon: its border and its holes, each ending where it begins."""

MOST_LINES, MOST_BORDER_POINTS, MOST_WATER_POINTS = 100, 520, 260

# In square units of the map; and how far a line reaches that is more than a speck.
DETAIL, SPECK = 1.5, 3

GONE = -1.0


@dataclass(frozen=True, slots=True)
class MapOutline:
    """In degrees, as (lat, lon)."""

    polygons: tuple[Rings, ...] = ()
    waters: tuple[Line, ...] = ()

    @property
    def corners(self) -> tuple[Point, ...]:
        """Two points that frame the land; none without a polygon."""
        points = [point for rings in self.polygons for ring in rings for point in ring]
        if not points:
            return ()
        lats, lons = zip(*points, strict=True)
        return (min(lats), min(lons)), (max(lats), max(lons))


NO_OUTLINE = MapOutline()


@dataclass(frozen=True, slots=True)
class MapSheet:
    """What turns degrees into points of a page of that size."""

    projection: Projection
    fit: Fit
    width: float
    height: float

    def line(self, degrees: Line) -> Line:
        """Thinned before it is moved: an outline may have a hundred thousand points."""
        moved = self.fit.points(thinned(self.projection.of(degrees)))
        return thinned((x + self.width / 2, y + self.height / 2) for x, y in moved)


def land_of(outline: MapOutline, sheet: MapSheet) -> tuple[Rings, ...]:
    """The polygons as they are drawn, without islands and holes that would be specks."""
    drawn = tuple(sheet.line(ring) for rings in outline.polygons for ring in rings)
    plain = iter(simplified(_notable(drawn), MOST_BORDER_POINTS, DETAIL))
    polygons = (tuple(next(plain) for _ in rings) for rings in outline.polygons)
    solid = (tuple(ring for ring in rings if len(ring) > 3) for rings in polygons)
    return tuple(rings for rings in solid if rings)


def waters_of(outline: MapOutline, sheet: MapSheet) -> tuple[Line, ...]:
    """The parts of the waters that are on the page."""
    parts = tuple(part for water in outline.waters for part in _on_page(sheet.line(water), sheet))
    plain = simplified(_notable(parts), MOST_WATER_POINTS, DETAIL)
    return tuple(line for line in plain if len(line) > 1)


def border_path(polygons: Iterable[Rings]) -> str:
    return "".join(f"{_path(ring[:-1])}z" for rings in polygons for ring in rings)


def water_path(lines: Iterable[Line]) -> str:
    return "".join(_path(line) for line in lines)


def _notable(lines: Sequence[Line]) -> tuple[Line, ...]:
    """The largest ones; nothing is left of the others."""
    reaches = [_reach(line) for line in lines]
    largest = sorted(range(len(lines)), key=lambda number: (-reaches[number], number))[:MOST_LINES]
    kept = {number for number in largest if reaches[number] >= SPECK}
    return tuple(line if number in kept else () for number, line in enumerate(lines))


def _reach(line: Line) -> float:
    if not line:
        return 0
    across, down = [x for x, _ in line], [y for _, y in line]
    return max(max(across) - min(across), max(down) - min(down))


def _on_page(line: Line, sheet: MapSheet) -> tuple[Line, ...]:
    """Runs of segments that may cross the page; the picture cuts off what is beyond its edges."""
    runs: list[list[Point]] = [[]]
    for start, end in pairwise(line):
        if not _may_cross(start, end, sheet):
            runs.append([])
        else:
            runs[-1].extend([end] if runs[-1] else [start, end])
    return tuple(tuple(run) for run in runs if run)


def _may_cross(start: Point, end: Point, sheet: MapSheet) -> bool:
    return (
        min(start[0], end[0]) <= sheet.width
        and max(start[0], end[0]) >= 0
        and min(start[1], end[1]) <= sheet.height
        and max(start[1], end[1]) >= 0
    )


def _path(line: Line) -> str:
    """A move and relative lines: the shortest way to write it."""
    (x, y), *_ = line
    steps = (f"{half(b[0] - a[0])} {half(b[1] - a[1])}" for a, b in pairwise(line))
    return f"M{half(x)} {half(y)}l{' '.join(steps)}".replace(" -", "-")


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
