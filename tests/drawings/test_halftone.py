"""The dots of the land: all that are within reach of the places, and no others."""

import re
from itertools import pairwise

from distances import distance_to
from hypothesis import given
from hypothesis import strategies as st

from association.drawings.map import halftone
from association.drawings.projection import convex_hull

WIDTH, ROUNDED = 520, 0.5
PLACE = st.tuples(st.integers(60, 460), st.integers(60, 460))
ROWS, STEPS = re.compile(r"M(\S+) (\S+)h0((?:m\S+ 0h0)*)"), re.compile(r"m(\S+) 0h0")


def dots(path: str) -> set[tuple[float, float]]:
    found = set()
    for start, y, steps in ROWS.findall(path):
        x = float(start)
        found.add((x, float(y)))
        for step in STEPS.findall(steps):
            x += float(step)
            found.add((x, float(y)))
    return found


@given(st.lists(PLACE, min_size=1, max_size=8), st.integers(30, 110))
def test_dots_are_those_within_reach(places: list[tuple[int, int]], reach: int) -> None:
    """And none of the grid is left out between the first and the last of a row."""
    hull = convex_hull(tuple(places))
    found = dots(halftone(hull, reach, (260, 200)))
    rows = {y: sorted(x for x, other in found if other == y) for y in {y for _, y in found}}

    assert all(distance_to(hull, dot) <= reach for dot in found)
    for y, xs in rows.items():
        gaps = [b - a for a, b in pairwise(xs)]
        pitch = min(gaps, default=WIDTH)
        assert max(gaps, default=0) <= pitch + ROUNDED
        assert all(distance_to(hull, (x, y)) > reach for x in (xs[0] - pitch, xs[-1] + pitch))
