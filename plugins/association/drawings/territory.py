"""A schematic map of the places where members are: a land of dots, a spot for each place, its name.

Numbers and path data only, the template draws. The textual list of places beside the map is its equivalent.
"""

import math
from collections.abc import Iterable
from dataclasses import dataclass

from .geometry import convex_hull, half
from .halftone import halftone
from .labels import Anchor, Box, Label, labelled
from .positions import Circle, apart, projected, within

WIDTH = 520
LOWEST, HIGHEST = 260, 520
MARGIN = 8
REACH = 62
ROUND_REACH = 110
SPREAD_WIDTH, SPREAD_HEIGHT = 352, HIGHEST - 2 * (REACH + MARGIN)
LARGEST, SMALLEST = 21, 4
# 24 CSS pixels across, on a map shown 300 pixels wide.
TARGET = 21
COMFORTABLE_TARGET, AROUND = 24, 4


@dataclass(frozen=True, slots=True)
class Place:
    id: str
    name: str
    lat: float
    lon: float
    count: int


@dataclass(frozen=True, slots=True)
class Spot:
    """`label` is what there is room to write of the name: often all of it, nothing in a crowd."""

    id: str
    name: str
    count: int
    x: float
    y: float
    radius: float
    label_x: float
    label_y: float
    anchor: Anchor
    hit_radius: float
    label: str


@dataclass(frozen=True, slots=True)
class Territory:
    width: int
    height: int
    land: str
    spots: tuple[Spot, ...]


def territory(places: Iterable[Place]) -> Territory | None:
    """Spots in drawing order, the largest below; None without places."""
    ordered = tuple(sorted(places, key=lambda it: (-it.count, it.id, it.lat, it.lon, it.name)))
    if not ordered:
        return None
    circles = _circles(ordered)
    reach = _reach(circles)
    height = _height(circles, reach)
    circles = _on_page(circles, height)
    page = Box(MARGIN, MARGIN, WIDTH - MARGIN, height - MARGIN)
    labels = labelled(circles, tuple(place.name for place in ordered), page)
    hull = convex_hull(tuple((circle.x, circle.y) for circle in circles))
    land = halftone(hull, reach, (WIDTH / 2, height / 2))
    return Territory(WIDTH, height, land, _spots(ordered, circles, labels))


def _circles(places: tuple[Place, ...]) -> tuple[Circle, ...]:
    """Around (0, 0), none on another."""
    room = 0.6 * math.sqrt(SPREAD_WIDTH * HIGHEST / len(places))
    points = projected(tuple((place.lat, place.lon) for place in places), SPREAD_WIDTH, SPREAD_HEIGHT)
    radii = _radii(places, min(LARGEST, 0.7 * room))
    circles = tuple(Circle(x, y, radius) for (x, y), radius in zip(points, radii, strict=True))
    return within(apart(circles, min(2 * TARGET, room)), SPREAD_WIDTH, SPREAD_HEIGHT)


def _radii(places: tuple[Place, ...], largest: float) -> tuple[float, ...]:
    """The surface follows the number of members."""
    most = max(1, *(place.count for place in places))
    return tuple(max(SMALLEST, largest * math.sqrt(place.count / most)) for place in places)


def _reach(circles: tuple[Circle, ...]) -> float:
    """How far the land goes beyond the places: further around a single one, lest the map be a speck."""
    return max(REACH, ROUND_REACH - max(*_extent(circles)) / 2)


def _height(circles: tuple[Circle, ...], reach: float) -> int:
    _, tall = _extent(circles)
    return min(HIGHEST, max(LOWEST, math.ceil(half(tall + 2 * (reach + MARGIN)))))


def _extent(circles: tuple[Circle, ...]) -> tuple[float, float]:
    across, down = [circle.x for circle in circles], [circle.y for circle in circles]
    return max(across) - min(across), max(down) - min(down)


def _on_page(circles: tuple[Circle, ...], height: int) -> tuple[Circle, ...]:
    return tuple(
        Circle(half(c.x + WIDTH / 2), half(c.y + height / 2), round(max(SMALLEST, c.radius), 1))
        for c in circles
    )


def _spots(
    places: tuple[Place, ...], circles: tuple[Circle, ...], labels: tuple[Label, ...]
) -> tuple[Spot, ...]:
    together = zip(places, circles, labels, strict=True)
    return tuple(
        _spot(place, circle, label, _hit_radius(circle, circles)) for place, circle, label in together
    )


def _spot(place: Place, circle: Circle, label: Label, hit_radius: float) -> Spot:
    return Spot(
        id=place.id,
        name=place.name,
        count=place.count,
        x=circle.x,
        y=circle.y,
        radius=circle.radius,
        label_x=label.x,
        label_y=label.y,
        anchor=label.anchor,
        hit_radius=hit_radius,
        label=label.text,
    )


def _hit_radius(circle: Circle, circles: tuple[Circle, ...]) -> float:
    """Halfway to the next spot, between what a finger needs and what is comfortable."""
    others = (math.dist((circle.x, circle.y), (other.x, other.y)) for other in circles if other is not circle)
    comfortable = max(COMFORTABLE_TARGET, circle.radius + AROUND)
    return half(max(TARGET, circle.radius, min((comfortable, *(distance / 2 for distance in others)))))
