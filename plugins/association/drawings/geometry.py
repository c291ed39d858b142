"""Plane geometry of the map: convex hulls, distances to them, and numbers short enough to be written out."""

import math

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


def distance_to(hull: Hull, point: Point) -> float:
    """Zero inside."""
    if len(hull) > 2 and _is_inside(hull, point):
        return 0
    return min(_distance_to_segment(start, end, point) for start, end in _sides(hull))


def area_around(hull: Hull, reach: float) -> float:
    """The area of all points at most `reach` away from a convex hull."""
    inner = abs(sum(start[0] * end[1] - end[0] * start[1] for start, end in _sides(hull))) / 2
    outline = sum(math.dist(start, end) for start, end in _sides(hull))
    return inner + outline * reach + math.pi * reach**2


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


def _is_inside(hull: Hull, point: Point) -> bool:
    return all(_turn(start, end, point) >= 0 for start, end in _sides(hull))


def _sides(hull: Hull) -> tuple[tuple[Point, Point], ...]:
    return tuple(zip(hull, (*hull[1:], hull[0]), strict=True))


def _distance_to_segment(start: Point, end: Point, point: Point) -> float:
    across, down = end[0] - start[0], end[1] - start[1]
    length_squared = across**2 + down**2
    along = (point[0] - start[0]) * across + (point[1] - start[1]) * down
    share = min(1, max(0, along / length_squared)) if length_squared else 0
    return math.dist(point, (start[0] + share * across, start[1] + share * down))
