"""Where places stand on the map: projected, and moved apart where they would cover each other.

The map is schematic: a spot may stand a little beside its true position, never on top of another one.
What the C library computes (sines, cosines) is rounded at once, for it differs from one platform to the next.
"""

import math
from dataclasses import dataclass

from .geometry import Point

# The smallest territory drawn, in degrees of latitude: about two kilometres.
SMALLEST_SPAN = 0.018
# Too small to see, enough to give places with one position different directions to part in.
OFFSET = 0.01
GOLDEN_ANGLE = 2.4
ROUNDS = 40
GAP = 4


@dataclass(frozen=True, slots=True)
class Circle:
    x: float
    y: float
    radius: float


def projected(degrees: tuple[Point, ...], width: float, height: float) -> tuple[Point, ...]:
    """Centred equirectangular around (0, 0), filling `width` or `height`; degrees as (lat, lon)."""
    lat, lon = _centre(degrees)
    shrink = math.cos(math.radians(lat))
    points = tuple(((place[1] - lon) * shrink, lat - place[0]) for place in degrees)
    scale = min(width / max(_span(points, 0), SMALLEST_SPAN), height / max(_span(points, 1), SMALLEST_SPAN))
    return tuple((round(x * scale, 2), round(y * scale, 2)) for x, y in points)


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


def within(circles: tuple[Circle, ...], width: float, height: float) -> tuple[Circle, ...]:
    """Centred on (0, 0), and all smaller where their centres would not fit `width` and `height`."""
    points = tuple((circle.x, circle.y) for circle in circles)
    x, y = _centre(points)
    scale = 1 / max(1, _span(points, 0) / width, _span(points, 1) / height)
    return tuple(Circle((c.x - x) * scale, (c.y - y) * scale, c.radius * scale) for c in circles)


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
