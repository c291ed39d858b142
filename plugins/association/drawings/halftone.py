"""The land of the map: a hexagonal grid of dots over the hull of the places and its surroundings."""

import math

from .geometry import Hull, Point, area_around, distance_to, half

PITCH = 11
MOST_DOTS = 1500
ROW = math.sqrt(3) / 2


def halftone(hull: Hull, reach: float, centre: Point) -> str:
    """Path data; each dot is a line of length zero, which a round stroke makes visible."""
    pitch = max(PITCH, math.ceil(math.sqrt(area_around(hull, reach) / ROW / MOST_DOTS)))
    bottom, top = (pick(y for _, y in hull) for pick in (max, min))
    step = pitch * ROW
    first, last = math.ceil((top - reach - centre[1]) / step), math.floor((bottom + reach - centre[1]) / step)
    return "".join(_row(hull, reach, centre, pitch, number) for number in range(first, last + 1))


def _row(hull: Hull, reach: float, centre: Point, pitch: int, number: int) -> str:
    y = half(centre[1] + number * pitch * ROW)
    start = centre[0] + (pitch / 2 if number % 2 else 0)
    left, right = min(x for x, _ in hull) - reach, max(x for x, _ in hull) + reach
    columns = range(math.ceil((left - start) / pitch), math.floor((right - start) / pitch) + 1)
    dots = [
        x for x in (half(start + column * pitch) for column in columns) if distance_to(hull, (x, y)) <= reach
    ]
    # A convex land has no gap in a row: the first dot, then equal steps.
    return f"M{dots[0]} {y}h0" + f"m{pitch} 0h0" * (len(dots) - 1) if dots else ""
