"""A schematic map of the places where members are: a land of dots, a spot for each place, its name.

Numbers and path data only, the template draws. The textual list of places beside the map is its equivalent.
The land is a hexagonal grid over the hull of the places and its surroundings.
"""

import math
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from .map_labels import CROWD, Anchor, Box, Label, labelled
from .map_outline import NO_OUTLINE, MapOutline, MapSheet, Rings, border_path, land_of, water_path, waters_of
from .projection import (
    Circle,
    Hull,
    Point,
    apart,
    area_around,
    convex_hull,
    fit,
    half,
    projection,
    span_around,
)

WIDTH = 520
LOWEST, HIGHEST = 260, 520
MARGIN = 8
REACH = 62
ROUND_REACH = 110
SPREAD_WIDTH, SPREAD_HEIGHT = 352, HIGHEST - 2 * (REACH + MARGIN)

# Around an outline: what the target of a town on its border needs.
INSET = 26
INNER_WIDTH, INNER_HEIGHT = WIDTH - 2 * (INSET + MARGIN), HIGHEST - 2 * (INSET + MARGIN)
LARGEST, SMALLEST = 21, 4

# 24 CSS pixels across, on a map shown 300 pixels wide.
TARGET = 21
COMFORTABLE_TARGET, AROUND = 24, 4

# The radius that a number of one digit, of two, asks for.
NUMBER_ROOM, DIGIT_ROOM = 4, 4

PITCH = 11
MOST_DOTS = 1500
# Between a dot and the border it would touch.
CLEAR = 4
ROW = math.sqrt(3) / 2
Polygon = tuple[tuple[Point, ...], ...]


@dataclass(frozen=True, slots=True)
class MapPlace:
    id: str
    name: str
    lat: float
    lon: float
    count: int


@dataclass(frozen=True, slots=True)
class MapDot:
    """Attributes that need a word:

    label: what there is room to write of the name: often all of it, nothing in a crowd.
    has_number: its number can be written on it.
    is_way: a finger can reach it without touching a larger one; not all can be in a crowd.
    """

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
    has_number: bool
    is_way: bool


@dataclass(frozen=True, slots=True)
class Territory:
    """land: dots; border: around them, where an outline is given; water: rivers and shores."""

    width: int
    height: int
    land: str
    spots: tuple[MapDot, ...]
    border: str = ""
    water: str = ""


def territory(places: Iterable[MapPlace], outline: MapOutline = NO_OUTLINE) -> Territory | None:
    """Spots in drawing order, the largest below (in a crowd: those with a name last); None without places."""
    ordered = tuple(sorted(places, key=lambda it: (-it.count, it.id, it.lat, it.lon, it.name)))
    if not ordered:
        return None
    around, sheet = _laid_out(ordered, outline)
    circles = _on_page(around, sheet)
    page = Box(MARGIN, MARGIN, WIDTH - MARGIN, sheet.height - MARGIN)
    labels = labelled(circles, tuple(place.name for place in ordered), page)
    land = land_of(outline, sheet)
    return Territory(
        width=WIDTH,
        height=int(sheet.height),
        land=_halftone(land, circles, sheet),
        border=border_path(land),
        water=water_path(waters_of(outline, sheet)),
        spots=_spots(ordered, circles, labels),
    )


def _laid_out(places: tuple[MapPlace, ...], outline: MapOutline) -> tuple[tuple[Circle, ...], MapSheet]:
    """Spots around (0, 0), none on another, and the sheet on which everything is drawn."""
    wide, high = (INNER_WIDTH, INNER_HEIGHT) if outline.polygons else (SPREAD_WIDTH, SPREAD_HEIGHT)
    corners = outline.corners
    positions = tuple((place.lat, place.lon) for place in places)
    projected = projection((*positions, *corners), wide, high)
    spread = apart(_circles(places, projected.of(positions), wide), _clearance(places, wide))
    frame = (*((circle.x, circle.y) for circle in spread), *projected.of(corners))
    fitted = fit(frame, wide, high)
    circles = fitted.circles(spread)
    reach = INSET if outline.polygons else _reach(circles)
    return circles, MapSheet(projected, fitted, WIDTH, _height(fitted.points(frame), reach))


def _room(places: tuple[MapPlace, ...], width: float) -> float:
    """What there is for each spot, across."""
    return 0.6 * math.sqrt(width * HIGHEST / len(places))


def _clearance(places: tuple[MapPlace, ...], width: float) -> float:
    return min(2 * TARGET, _room(places, width))


def _circles(places: tuple[MapPlace, ...], points: tuple[Point, ...], width: float) -> tuple[Circle, ...]:
    radii = _radii(places, min(LARGEST, 0.7 * _room(places, width)))
    return tuple(Circle(x, y, radius) for (x, y), radius in zip(points, radii, strict=True))


def _halftone(land: tuple[Rings, ...], circles: tuple[Circle, ...], sheet: MapSheet) -> str:
    """Inside the borders, or else around the places."""
    centre = (WIDTH / 2, sheet.height / 2)
    if land:
        return halftone_within(land, centre)
    hull = convex_hull(tuple((circle.x, circle.y) for circle in circles))
    return halftone(hull, _reach(circles), centre)


def _radii(places: tuple[MapPlace, ...], largest: float) -> tuple[float, ...]:
    """The surface follows the number of members."""
    most = max(1, *(place.count for place in places))
    return tuple(max(SMALLEST, largest * math.sqrt(place.count / most)) for place in places)


def _reach(circles: tuple[Circle, ...]) -> float:
    """How far the land goes beyond the places: further around a single one, lest the map be a speck."""
    return max(REACH, ROUND_REACH - max(_extent([(circle.x, circle.y) for circle in circles])) / 2)


def _height(frame: Sequence[Point], reach: float) -> int:
    _, tall = _extent(frame)
    return min(HIGHEST, max(LOWEST, math.ceil(half(tall + 2 * (reach + MARGIN)))))


def _extent(points: Sequence[Point]) -> tuple[float, float]:
    across, down = zip(*points, strict=True)
    return max(across) - min(across), max(down) - min(down)


def _on_page(circles: tuple[Circle, ...], sheet: MapSheet) -> tuple[Circle, ...]:
    return tuple(
        Circle(half(c.x + sheet.width / 2), half(c.y + sheet.height / 2), round(max(SMALLEST, c.radius), 1))
        for c in circles
    )


def _spots(
    places: tuple[MapPlace, ...], circles: tuple[Circle, ...], labels: tuple[Label, ...]
) -> tuple[MapDot, ...]:
    together = zip(places, circles, labels, _ways(circles), strict=True)
    spots = tuple(
        _spot(place, circle, label, _hit_radius(circle, circles), is_way)
        for place, circle, label, is_way in together
    )
    return spots if len(spots) <= CROWD else tuple(sorted(spots, key=lambda spot: spot.label != ""))


def _ways(circles: tuple[Circle, ...]) -> tuple[bool, ...]:
    """Which spots lead somewhere: in a crowd, the largest of those whose targets would overlap."""
    if len(circles) <= CROWD:
        return (True,) * len(circles)
    ways: list[Circle] = []
    for circle in circles:
        if all(math.dist((circle.x, circle.y), (way.x, way.y)) >= 2 * TARGET for way in ways):
            ways.append(circle)
    return tuple(circle in ways for circle in circles)


def _spot(place: MapPlace, circle: Circle, label: Label, hit_radius: float, is_way: bool) -> MapDot:
    return MapDot(
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
        has_number=place.count > 1 and circle.radius >= NUMBER_ROOM + DIGIT_ROOM * len(str(place.count)),
        is_way=is_way,
    )


def _hit_radius(circle: Circle, circles: tuple[Circle, ...]) -> float:
    """Halfway to the next spot, between what a finger needs and what is comfortable."""
    others = (math.dist((circle.x, circle.y), (other.x, other.y)) for other in circles if other is not circle)
    comfortable = max(COMFORTABLE_TARGET, circle.radius + AROUND)
    return half(max(TARGET, circle.radius, min((comfortable, *(distance / 2 for distance in others)))))


def halftone(hull: Hull, reach: float, centre: Point) -> str:
    """Path data; each dot is a line of length zero, which a round stroke makes visible."""
    pitch = max(PITCH, math.ceil(math.sqrt(area_around(hull, reach) / ROW / MOST_DOTS)))
    bottom, top = (pick(y for _, y in hull) for pick in (max, min))
    step = pitch * ROW
    first, last = math.ceil((top - reach - centre[1]) / step), math.floor((bottom + reach - centre[1]) / step)
    return "".join(_row(hull, reach, centre, pitch, number) for number in range(first, last + 1))


def halftone_within(polygons: Sequence[Polygon], centre: Point) -> str:
    """The same for a land with borders of its own: polygons of rings, each with its holes."""
    sides = [[side for ring in rings for side in pairwise(ring)] for rings in polygons]
    corners = [point for rings in polygons for ring in rings for point in ring]
    surface = sum(_surface(rings) for rings in polygons)
    pitch = max(PITCH, math.ceil(math.sqrt(surface / ROW / MOST_DOTS)))
    step = pitch * ROW
    top, bottom = (pick(y for _, y in corners) for pick in (min, max))
    rows = range(math.ceil((top - centre[1]) / step), math.floor((bottom - centre[1]) / step) + 1)
    return "".join(_row_within(sides, centre, pitch, number) for number in rows)


def _surface(rings: Polygon) -> float:
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
