"""Where places stand on the map: projected, moved apart where they would cover each other, and their hull.

The map is schematic: a spot may stand a little beside its true position, never on top of another one.
What the C library computes (sines, cosines) is rounded at once, for it differs from one platform to the next.
"""

import math
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

# The smallest territory drawn, in degrees of latitude: about two kilometres.
SMALLEST_SPAN = 0.018

# Too small to see, enough to give places with one position different directions to part in.
OFFSET = 0.01
GOLDEN_ANGLE = 2.4
ROUNDS = 40
GAP = 4

Point = tuple[float, float]
Hull = tuple[Point, ...]


@dataclass(frozen=True, slots=True)
class Circle:
    x: float
    y: float
    radius: float


@dataclass(frozen=True, slots=True)
class Projection:
    """Equirectangular: a degree of longitude is shorter than one of latitude, as it is there."""

    lat: float
    lon: float
    shrink: float
    scale: float

    def of(self, degrees: Iterable[Point]) -> tuple[Point, ...]:
        """Degrees as (lat, lon); points around (0, 0), north above."""
        return tuple(
            (round((lon - self.lon) * self.shrink * self.scale, 2), round((self.lat - lat) * self.scale, 2))
            for lat, lon in degrees
        )


def projection(frame: tuple[Point, ...], width: float, height: float) -> Projection:
    """The one that centres `frame` around (0, 0) and fills `width` or `height` with it."""
    lat, lon = _centre(frame)
    shrink = math.cos(math.radians(lat))
    across, down = _span(frame, 1) * shrink, _span(frame, 0)
    scale = min(width / max(across, SMALLEST_SPAN), height / max(down, SMALLEST_SPAN))
    return Projection(lat, lon, shrink, scale)


@dataclass(frozen=True, slots=True)
class Fit:
    """A move of everything to the middle, and smaller where it would not fit."""

    x: float
    y: float
    scale: float

    def points(self, points: Iterable[Point]) -> tuple[Point, ...]:
        return tuple(((x - self.x) * self.scale, (y - self.y) * self.scale) for x, y in points)

    def circles(self, circles: Iterable[Circle]) -> tuple[Circle, ...]:
        return tuple(
            Circle((c.x - self.x) * self.scale, (c.y - self.y) * self.scale, c.radius * self.scale)
            for c in circles
        )


def fit(points: tuple[Point, ...], width: float, height: float) -> Fit:
    """Centres `points` on (0, 0), within `width` and `height`."""
    x, y = _centre(points)
    return Fit(x, y, 1 / max(1, _span(points, 0) / width, _span(points, 1) / height))


def apart(circles: tuple[Circle, ...], clearance: float) -> tuple[Circle, ...]:
    """Neighbours pushed from each other until none touch and all centres are at least `clearance` apart."""
    moved = [_nudged(circle, index) for index, circle in enumerate(circles)]
    reach = max(clearance, 2 * max(circle.radius for circle in circles) + GAP)
    for _ in range(ROUNDS):
        before = tuple(moved)
        for one, other in _neighbours(moved, reach):
            moved[one], moved[other] = _parted(moved[one], moved[other], clearance)
        if before == tuple(moved):
            break
    return tuple(moved)


def _centre(points: tuple[Point, ...]) -> Point:
    first, second = zip(*points, strict=True)
    return (min(first) + max(first)) / 2, (min(second) + max(second)) / 2


def _span(points: tuple[Point, ...], axis: int) -> float:
    values = [point[axis] for point in points]
    return max(values) - min(values)


def _nudged(circle: Circle, index: int) -> Circle:
    across, down = math.cos(GOLDEN_ANGLE * index), math.sin(GOLDEN_ANGLE * index)
    return Circle(circle.x + OFFSET * round(across, 4), circle.y + OFFSET * round(down, 4), circle.radius)


def _neighbours(circles: list[Circle], reach: float) -> list[tuple[int, int]]:
    """Pairs less than `reach` apart in both directions, in the order of the circles."""
    rightwards = sorted(range(len(circles)), key=lambda index: (circles[index].x, index))
    pairs: list[tuple[int, int]] = []
    for position, one in enumerate(rightwards):
        for other in rightwards[position + 1 :]:
            if circles[other].x - circles[one].x >= reach:
                break
            if abs(circles[other].y - circles[one].y) < reach:
                pairs.append((min(one, other), max(one, other)))
    return sorted(pairs)


def _parted(one: Circle, other: Circle, clearance: float) -> tuple[Circle, Circle]:
    across, down = other.x - one.x, other.y - one.y
    distance = math.sqrt(across * across + down * down)
    wanted = max(clearance, one.radius + other.radius + GAP)
    if not 0 < distance < wanted:
        return one, other
    share = (wanted - distance) / distance / 2
    return (
        Circle(one.x - across * share, one.y - down * share, one.radius),
        Circle(other.x + across * share, other.y + down * share, other.radius),
    )


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
