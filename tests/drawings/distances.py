"""How far a point is from a convex hull, the slow and plain way."""

import math

from association.drawings.projection import Hull, Point


def distance_to(hull: Hull, point: Point) -> float:
    """Zero inside."""
    if len(hull) > 2 and is_inside(hull, point):
        return 0
    return min(distance_to_segment(start, end, point) for start, end in sides(hull))


def is_inside(hull: Hull, point: Point) -> bool:
    return all(turn(start, end, point) >= 0 for start, end in sides(hull))


def turn(start: Point, middle: Point, end: Point) -> float:
    return (middle[0] - start[0]) * (end[1] - start[1]) - (middle[1] - start[1]) * (end[0] - start[0])


def sides(hull: Hull) -> tuple[tuple[Point, Point], ...]:
    return tuple(zip(hull, (*hull[1:], hull[0]), strict=True))


def distance_to_segment(start: Point, end: Point, point: Point) -> float:
    across, down = end[0] - start[0], end[1] - start[1]
    length_squared = across**2 + down**2
    along = (point[0] - start[0]) * across + (point[1] - start[1]) * down
    share = min(1, max(0, along / length_squared)) if length_squared else 0
    return math.dist(point, (start[0] + share * across, start[1] + share * down))
