"""Convex hulls and distances."""

import math
from itertools import permutations

import pytest
from distances import distance_to

from association.drawings.projection import area_around, convex_hull, half

SQUARE = ((0, 0), (10, 0), (10, 10), (0, 10))


@pytest.mark.parametrize("order", list(permutations((*SQUARE, (5, 5))))[::17])
def test_hull_keeps_corners_only_whatever_the_order(order: tuple[tuple[float, float], ...]) -> None:
    """A point inside is no corner."""
    hull = convex_hull(order)

    assert SQUARE == hull


def test_hull_drops_points_on_its_sides() -> None:
    """The middle of a side is no corner."""
    hull = convex_hull((*SQUARE, (5, 0), (10, 5)))

    assert SQUARE == hull


@pytest.mark.parametrize(
    ("points", "hull"),
    [
        (((3, 4),), ((3, 4),)),
        (((3, 4), (3, 4), (3, 4)), ((3, 4),)),
        (((2, 2), (0, 0), (1, 1), (3, 3)), ((0, 0), (3, 3))),
    ],
)
def test_hull_of_a_point_or_a_line_is_its_ends(
    points: tuple[tuple[float, float], ...], hull: tuple[tuple[float, float], ...]
) -> None:
    """Places on one line or on one spot have no surface between them."""
    found = convex_hull(points)

    assert hull == found


@pytest.mark.parametrize(
    ("point", "distance"),
    [((5, 5), 0), ((10, 5), 0), ((13, 5), 3), ((5, -2), 2), ((13, 14), 5), ((-3, -4), 5)],
)
def test_distance_to_a_surface_is_zero_inside(point: tuple[float, float], distance: float) -> None:
    """Outside it is measured to the nearest side or corner."""
    found = distance_to(SQUARE, point)

    assert distance == pytest.approx(found)


@pytest.mark.parametrize(("point", "distance"), [((5, 3), 3), ((-3, 4), 5), ((14, 3), 5), ((7, 0), 0)])
def test_distance_to_a_line_stops_at_its_ends(point: tuple[float, float], distance: float) -> None:
    """Beyond an end, the end is nearest."""
    found = distance_to(((0, 0), (10, 0)), point)

    assert distance == pytest.approx(found)


@pytest.mark.parametrize(
    ("points", "area"),
    [(SQUARE, 100 + 80 + 4 * math.pi), (((0, 0), (10, 0)), 40 + 4 * math.pi), (((0, 0),), 4 * math.pi)],
)
def test_area_counts_the_surroundings(points: tuple[tuple[float, float], ...], area: float) -> None:
    """A square, a line and a point with two units around them."""
    found = area_around(points, 2)

    assert area == pytest.approx(found)


@pytest.mark.parametrize(("value", "text"), [(3.2, "3"), (3.26, "3.5"), (-0.6, "-0.5"), (7, "7"), (0.1, "0")])
def test_halves_are_written_short(value: float, text: str) -> None:
    """Whole numbers have no decimals."""
    found = str(half(value))

    assert text == found
