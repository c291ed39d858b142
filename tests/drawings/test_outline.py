"""The outline of a territory: from degrees to the path data of the map."""

import math
import random
import re
from itertools import pairwise

import pytest

from association.drawings.map import MapPlace, Territory, territory
from association.drawings.map_outline import MapOutline, simplified, thinned

Line = tuple[tuple[float, float], ...]

TOWNS = (
    MapPlace("arras", "Arras", 50.291, 2.777, 9),
    MapPlace("lens", "Lens", 50.432, 2.833, 7),
    MapPlace("douai", "Douai", 50.371, 3.079, 5),
)
SQUARE: Line = ((50.2, 2.6), (50.2, 3.2), (50.6, 3.2), (50.6, 2.6), (50.2, 2.6))
PART: Line = ((50.3, 2.7), (50.3, 2.8), (50.35, 2.8), (50.35, 2.7), (50.3, 2.7))
HOLE: Line = ((50.35, 2.85), (50.35, 3.0), (50.5, 3.0), (50.5, 2.85), (50.35, 2.85))


def coast(points: int) -> Line:
    """A closed line with as many points, the same on every run."""
    chance = random.Random(7)
    turns = (2 * math.pi * step / points for step in range(points))
    around = [
        (50.4 + (0.3 + 0.01 * chance.random()) * math.sin(turn), 2.9 + 0.5 * math.cos(turn)) for turn in turns
    ]
    return (*around, around[0])


def drawn(outline: MapOutline, towns: tuple[MapPlace, ...] = TOWNS) -> Territory:
    found = territory(towns, outline)
    assert found is not None
    return found


def lines(path: str) -> list[Line]:
    """The points of each line of the path data."""
    found = []
    for part in re.findall(r"M([^Mz]*)", path):
        (x, y), *steps = ((float(a), float(b)) for a, b in pairs(part))
        line = [(x, y)]
        for across, down in steps:
            line.append((line[-1][0] + across, line[-1][1] + down))
        found.append(tuple(line))
    return found


def pairs(text: str) -> list[tuple[str, str]]:
    numbers = re.findall(r"-?[\d.]+", text)
    return list(zip(numbers[::2], numbers[1::2], strict=True))


def dots(land: str) -> list[tuple[float, float]]:
    found: list[tuple[float, float]] = []
    for command, x, y in re.findall(r"([Mm])(-?[\d.]+) (-?[\d.]+)h0", land):
        start = found[-1] if command == "m" else (0.0, 0.0)
        found.append((start[0] + float(x), start[1] + float(y)))
    return found


def test_a_map_without_an_outline_has_no_border() -> None:
    """As maps were before there were outlines."""
    found = drawn(MapOutline())

    assert ("", "") == (found.border, found.water)


def test_a_square_is_drawn_by_its_four_corners() -> None:
    """Wider than high in degrees, nearly square on the ground."""
    found = drawn(MapOutline(polygons=((SQUARE,),)))
    (corners,) = lines(found.border)
    xs, ys = zip(*corners, strict=True)
    proportion = (max(xs) - min(xs)) / (max(ys) - min(ys))

    assert (4, pytest.approx(0.6 / 0.4 * math.cos(math.radians(50.4)), rel=0.01)) == (
        len(corners),
        proportion,
    )


def test_towns_stand_in_the_outline_where_they_are() -> None:
    """One projection for both: a town in the middle of the square is in the middle of the drawing."""
    middle = MapPlace("m", "Milieu", 50.4, 2.9, 1)
    found = drawn(MapOutline(polygons=((SQUARE,),)), (middle, *TOWNS))
    (corners,) = lines(found.border)
    centre = tuple(sum(values) / 4 for values in zip(*corners, strict=True))
    (spot,) = (spot for spot in found.spots if spot.id == "m")

    assert math.dist(centre, (spot.x, spot.y)) < 2


def test_a_town_outside_the_outline_is_still_on_the_map() -> None:
    """A member from the next county is no less a member."""
    paris = MapPlace("paris", "Paris", 48.86, 2.35, 1)
    found = drawn(MapOutline(polygons=((SQUARE,),)), (*TOWNS, paris))
    (spot,) = (spot for spot in found.spots if spot.id == "paris")

    assert 0 <= spot.x - spot.hit_radius and spot.y + spot.hit_radius <= found.height


def test_the_land_is_dotted_inside_its_border_only() -> None:
    """The border replaces the surroundings of the towns."""
    found = drawn(MapOutline(polygons=((SQUARE,),)))
    (corners,) = lines(found.border)
    xs, ys = zip(*corners, strict=True)
    outside = [
        dot for dot in dots(found.land) if not (min(xs) < dot[0] < max(xs) and min(ys) < dot[1] < max(ys))
    ]

    assert (True, []) == (len(dots(found.land)) > 100, outside)


def test_a_hole_has_a_border_and_no_dots() -> None:
    """An enclave does not belong to the territory."""
    found = drawn(MapOutline(polygons=((SQUARE, HOLE),)))
    _, hole = lines(found.border)
    xs, ys = zip(*hole, strict=True)
    inside = [dot for dot in dots(found.land) if min(xs) < dot[0] < max(xs) and min(ys) < dot[1] < max(ys)]

    assert [] == inside


def test_neighbouring_polygons_are_one_land() -> None:
    """Where two of them overlap, nothing is left out."""
    alone, twice = drawn(MapOutline(polygons=((SQUARE,),))), drawn(MapOutline(polygons=((SQUARE,), (PART,))))

    assert set(dots(alone.land)) == set(dots(twice.land))


def test_a_river_keeps_to_the_page() -> None:
    """What flows on through other countries is not written out."""
    river = tuple((50.4, 2.9 + step / 50) for step in range(-2000, 2000))
    found = drawn(MapOutline(waters=(river,)))
    farthest = max(abs(x - 260) for line in lines(found.water) for x, _ in line)

    assert farthest < 400


def test_a_river_alone_leaves_the_land_as_it_is() -> None:
    """Only a polygon says where the territory ends."""
    found = drawn(MapOutline(waters=(((50.3, 2.7), (50.5, 3.0)),)))

    assert (drawn(MapOutline()).land, "") == (found.land, found.border)


def test_a_large_outline_gives_a_small_path() -> None:
    """As large as that of a French department: tens of thousands of points, six kilobytes."""
    river = tuple((50.1 + step / 50_000, 2.9 + 0.2 * math.sin(step / 40)) for step in range(30_000))
    found = drawn(MapOutline(polygons=((coast(60_000),),), waters=(river,)))

    assert 500 < len(found.border) + len(found.water) < 6_000


def test_many_islands_give_a_small_path() -> None:
    """The largest are drawn, specks are not."""
    islands = tuple(
        (tuple((50 + row / 40 + lat / 100, 2.5 + column / 40 + lon / 100) for lat, lon in CORNERS),)
        for row in range(30)
        for column in range(30)
    )
    found = drawn(MapOutline(polygons=islands))

    assert 0 < len(found.border) < 6_000


def test_many_brooks_give_a_small_path() -> None:
    """The longest are drawn."""
    brooks = tuple(
        ((50.2 + row / 80, 2.6 + column / 50), (50.21 + row / 80, 2.62 + column / 50))
        for row in range(30)
        for column in range(30)
    )
    found = drawn(MapOutline(polygons=((SQUARE,),), waters=brooks))

    assert 0 < len(found.border) + len(found.water) < 6_000


CORNERS = ((0, 0), (0, 1), (1, 1), (1, 0), (0, 0))


@pytest.mark.parametrize(
    "ring",
    [((50.4, 2.9),) * 5, ((50.2, 2.6), (50.4, 2.9), (50.6, 3.2), (50.2, 2.6))],
    ids=["one point", "one line"],
)
def test_an_outline_without_a_surface_is_left_out(ring: Line) -> None:
    """The land is then drawn around the towns."""
    found = drawn(MapOutline(polygons=((ring,),)))

    assert ("", True) == (found.border, len(found.land) > 500)


def test_the_same_outline_gives_the_same_map() -> None:
    """Byte for byte."""
    outline = MapOutline(polygons=((coast(3000),),))

    assert drawn(outline) == drawn(outline)


def test_a_crowd_leads_to_its_largest_towns() -> None:
    """Targets that a finger can tell from each other, the largest towns first; all towns are drawn."""
    spots = drawn(MapOutline(), crowd()).spots
    ways = [spot for spot in spots if spot.is_way]
    near = [
        (one.id, other.id)
        for one in ways
        for other in ways
        if one.id < other.id and math.dist((one.x, one.y), (other.x, other.y)) < 42
    ]

    assert (200, [], True) == (len(spots), near, {"p0"} <= {way.id for way in ways})


def test_the_largest_towns_of_a_crowd_are_named() -> None:
    """Even over the smallest dots, which lie below."""
    spots = drawn(MapOutline(), crowd()).spots
    named = {spot.id for spot in spots if spot.label}
    last = [spot.id for spot in spots[-len(named) :]]

    assert (True, named) == ({"p0", "p1", "p2", "p3"} <= named, set(last))


def crowd() -> tuple[MapPlace, ...]:
    """Two hundred towns, the first ones with many members."""
    chance = random.Random(3)
    return tuple(
        MapPlace(
            f"p{n}", f"Commune {n}", 50 + chance.random(), 2.5 + 1.5 * chance.random(), 1 + 60 // (n + 1)
        )
        for n in range(200)
    )


def test_a_number_is_written_only_where_it_fits() -> None:
    """Two digits ask for more than one."""
    found = drawn(MapOutline(), (MapPlace("a", "A", 50, 3, 90), MapPlace("b", "B", 50.2, 3.2, 12), TOWNS[0]))

    assert {"a": True, "b": False, "arras": False} == {spot.id: spot.has_number for spot in found.spots}


def test_thinning_drops_points_that_would_be_drawn_twice() -> None:
    """On a grid of half units."""
    found = thinned(((0, 0), (0.1, 0.1), (0.2, 0), (3, 4.2), (3.1, 4.1), (0, 0)))

    assert ((0, 0), (3, 4), (0, 0)) == found


def test_a_straight_line_is_simplified_to_its_ends() -> None:
    """A point on a line is worth no surface."""
    found = simplified((tuple((float(x), 0.0) for x in range(50)),), 100, 0.5)

    assert (((0.0, 0.0), (49.0, 0.0)),) == found


def test_the_points_worth_most_are_kept() -> None:
    """A budget is spent on the peak, not on the ripples."""
    line = ((0.0, 0.0), (10.0, 1.0), (20.0, 0.0), (30.0, 40.0), (40.0, 0.0), (50.0, 2.0), (60.0, 0.0))

    assert (((0.0, 0.0), (30.0, 40.0), (60.0, 0.0)),) == simplified((line,), 1, 0.5)


def test_simplified_lines_keep_their_order() -> None:
    """The points that are left follow each other as before."""
    line = tuple((float(x), math.sin(x) * 10) for x in range(200))
    (found,) = simplified((line,), 40, 0.1)

    assert (42, True) == (len(found), all(a[0] < b[0] for a, b in pairwise(found)))
