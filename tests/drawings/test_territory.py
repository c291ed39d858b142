"""The schematic map of the places."""

import math
import random
import re
from itertools import combinations, pairwise

import pytest
from distances import distance_to

from association.drawings.map import MapDot, MapPlace, Territory, territory
from association.drawings.projection import convex_hull

ARTOIS = (
    MapPlace("arras", "Arras", 50.291, 2.777, 9),
    MapPlace("lens", "Lens", 50.432, 2.833, 7),
    MapPlace("bethune", "Béthune", 50.530, 2.640, 5),
    MapPlace("douai", "Douai", 50.371, 3.079, 5),
    MapPlace("lievin", "Liévin", 50.423, 2.777, 2),
    MapPlace("henin-beaumont", "Hénin-Beaumont", 50.421, 2.947, 1),
    MapPlace("bruay", "Bruay-la-Buissière", 50.482, 2.548, 1),
)
NEAR = (*ARTOIS, MapPlace("loos", "Loos-en-Gohelle", 50.4321, 2.8331, 6))
SAME_POINT = tuple(MapPlace(f"p{n}", f"Quartier {n}", 50.0, 3.0, n) for n in range(5))
ON_ONE_LINE = tuple(MapPlace(f"p{n}", f"Écluse {n}", 50.0 + n / 20, 3.0 + n / 10, 3) for n in range(6))
NORTH_TO_SOUTH = (MapPlace("n", "Dunkerque", 51.0, 2.4, 2), MapPlace("s", "Perpignan", 42.7, 2.9, 5))
LONG_NAMES = (
    MapPlace("a", "Saint-Remy-en-Bouzemont-Saint-Genest-et-Isson", 48.6, 4.6, 2),
    MapPlace("b", "Villeneuve-d’Ascq, Hôtel de Ville, place Salvador-Allende", 48.7, 4.5, 1),
    MapPlace("c", "Mont", 48.65, 4.9, 1),
)
CASES = {
    "artois": ARTOIS,
    "near": NEAR,
    "same point": SAME_POINT,
    "one line": ON_ONE_LINE,
    "north to south": NORTH_TO_SOUTH,
    "long names": LONG_NAMES,
    "single": ARTOIS[:1],
    "sixty": tuple(
        MapPlace(f"p{n}", f"Commune {n}", 50 + n * 37 % 60 / 100, 3 + n * 23 % 60 / 60, n % 8)
        for n in range(60)
    ),
}
every_case = pytest.mark.parametrize("places", CASES.values(), ids=CASES.keys())


def drawn(places: tuple[MapPlace, ...]) -> Territory:
    found = territory(places)
    assert found is not None
    return found


def spot_of(places: tuple[MapPlace, ...], id: str) -> MapDot:
    return next(spot for spot in drawn(places).spots if spot.id == id)


def dots(land: str) -> tuple[tuple[float, float], ...]:
    """The dots of the path data, each a move and a line of length zero."""
    found: list[tuple[float, float]] = []
    for command, x, y in re.findall(r"([Mm])(-?[\d.]+) (-?[\d.]+)h0", land):
        start = found[-1] if command == "m" else (0.0, 0.0)
        found.append((start[0] + float(x), start[1] + float(y)))
    return tuple(found)


def box(spot: MapDot, column: float = 10.5, ascent: float = 15, descent: float = 5) -> tuple[float, ...]:
    """Left, top, right and bottom of a label in the type of a phone."""
    width = column * len(spot.label)
    left = spot.label_x - {"start": 0, "middle": width / 2, "end": width}[spot.anchor]
    return left, spot.label_y - ascent, left + width, spot.label_y + descent


def cross(one: tuple[float, ...], other: tuple[float, ...]) -> bool:
    return one[0] < other[2] and other[0] < one[2] and one[1] < other[3] and other[1] < one[3]


def covers(label: tuple[float, ...], spot: MapDot) -> bool:
    across = max(label[0] - spot.x, 0, spot.x - label[2])
    down = max(label[1] - spot.y, 0, spot.y - label[3])
    return math.hypot(across, down) < spot.radius


def distance(one: MapDot, other: MapDot) -> float:
    return math.dist((one.x, one.y), (other.x, other.y))


def test_no_places_make_no_map() -> None:
    """An association without towns has no territory to draw."""
    found = territory(())

    assert found is None


def test_map_of_artois_looks_like_the_design() -> None:
    """Places stand where the mock page has them, within a few units."""
    found = {spot.id: (spot.x, spot.y) for spot in drawn(ARTOIS).spots}
    expected = {
        "arras": (236, 320),
        "lens": (272, 176),
        "bethune": (144, 71),
        "douai": (436, 238),
        "bruay": (84, 120),
    }

    assert all(math.dist(found[id], position) <= 6 for id, position in expected.items()), found


def test_north_is_up_and_east_is_right() -> None:
    """Béthune lies north of Arras, Douai east of it."""
    arras, bethune, douai = (spot_of(ARTOIS, id) for id in ("arras", "bethune", "douai"))

    assert (True, True) == (bethune.y < arras.y, douai.x > arras.x)


def test_distances_keep_their_proportions() -> None:
    """A degree of longitude is shorter than one of latitude, as it is there."""
    arras, bethune, douai = (spot_of(ARTOIS, id) for id in ("arras", "bethune", "douai"))
    drawn_ratio = distance(arras, bethune) / distance(arras, douai)
    north, east, east_of_douai = 50.530 - 50.291, 2.640 - 2.777, 3.079 - 2.777
    shrink = math.cos(math.radians(50.41))
    true_ratio = math.hypot(north, east * shrink) / math.hypot(50.371 - 50.291, east_of_douai * shrink)

    assert true_ratio == pytest.approx(drawn_ratio, rel=0.02)


def test_surface_of_a_spot_follows_the_number_of_members() -> None:
    """Nine members have the largest spot, five have five ninths of its surface."""
    arras, douai = spot_of(ARTOIS, "arras"), spot_of(ARTOIS, "douai")

    assert (21, 5 / 9) == pytest.approx((arras.radius, (douai.radius / arras.radius) ** 2), rel=0.01)


@pytest.mark.parametrize("others", [ARTOIS, ()])
def test_a_place_without_members_is_a_small_dot(others: tuple[MapPlace, ...]) -> None:
    """A town that is only served is on the map too, even alone."""
    spot = spot_of((*others, MapPlace("avion", "Avion", 50.35, 2.9, 0)), "avion")

    assert 4 == spot.radius


@every_case
def test_order_of_the_places_does_not_matter(places: tuple[MapPlace, ...]) -> None:
    """The same places give the same map, byte for byte."""
    shuffled = random.Random(1).sample(places, len(places))

    assert drawn(places) == drawn(tuple(shuffled))


@every_case
def test_larger_spots_are_drawn_first(places: tuple[MapPlace, ...]) -> None:
    """A small spot is never hidden behind a large one."""
    counts = [spot.count for spot in drawn(places).spots]

    assert sorted(counts, reverse=True) == counts


@every_case
def test_spots_do_not_cover_each_other(places: tuple[MapPlace, ...]) -> None:
    """Near places stand apart, even those with one and the same position."""
    spots = drawn(places).spots
    covering = [(a.id, b.id) for a, b in combinations(spots, 2) if distance(a, b) <= a.radius + b.radius]

    assert [] == covering


@every_case
def test_names_are_clear_of_spots_and_of_each_other(places: tuple[MapPlace, ...]) -> None:
    """In the large type of a phone, no name runs over another name or over a spot."""
    spots = drawn(places).spots
    named = [spot for spot in spots if spot.label]
    crossing = [(a.id, b.id) for a, b in combinations(named, 2) if cross(box(a), box(b))]
    covering = [(a.id, b.id) for a in named for b in spots if covers(box(a), b)]

    assert ([], []) == (crossing, covering)


@every_case
def test_everything_fits_on_the_map(places: tuple[MapPlace, ...]) -> None:
    """Spots, their targets and their names stay inside the borders."""
    found = drawn(places)
    targets = [
        (s.x - s.hit_radius, s.y - s.hit_radius, s.x + s.hit_radius, s.y + s.hit_radius) for s in found.spots
    ]
    boxes = targets + [box(spot) for spot in found.spots if spot.label]
    outside = [b for b in boxes if b[0] < 0 or b[1] < 0 or b[2] > found.width or b[3] > found.height]

    assert [] == outside


@every_case
def test_height_follows_the_territory_within_bounds(places: tuple[MapPlace, ...]) -> None:
    """The width is fixed and the height neither a strip nor a tower."""
    found = drawn(places)

    assert (520, True) == (found.width, 260 <= found.height <= 520)


@every_case
def test_targets_are_large_enough_on_a_phone(places: tuple[MapPlace, ...]) -> None:
    """On a map shown 300 pixels wide, every target is at least 24 pixels across."""
    smallest = min(2 * spot.hit_radius * 300 / 520 for spot in drawn(places).spots)

    assert 24 <= smallest


def test_targets_are_a_little_larger_than_their_spots() -> None:
    """Where there is room, a target is comfortable and surrounds even the largest spot."""
    targets = {spot.id: spot.hit_radius for spot in drawn(ARTOIS).spots}

    assert (25, 24, 24) == (targets["arras"], targets["bethune"], targets["bruay"])


@pytest.mark.parametrize("places", [ARTOIS, NEAR], ids=["artois", "near"])
def test_targets_of_a_few_places_do_not_overlap(places: tuple[MapPlace, ...]) -> None:
    """A finger on one town does not reach its neighbour; half a unit is rounding."""
    pairs = combinations(drawn(places).spots, 2)
    overlapping = [(a.id, b.id) for a, b in pairs if distance(a, b) < a.hit_radius + b.hit_radius - 0.5]

    assert [] == overlapping


@pytest.mark.parametrize("places", [ARTOIS, NEAR, NORTH_TO_SOUTH, ARTOIS[:1]])
def test_a_few_places_are_all_named(places: tuple[MapPlace, ...]) -> None:
    """Names are left out in a crowd only."""
    labels = {spot.id: spot.label for spot in drawn(places).spots}

    assert {place.id: place.name for place in places} == labels


def test_a_name_keeps_away_from_other_spots() -> None:
    """Bruay is written below its spot: above, it would seem to be the name of Béthune."""
    bruay = spot_of(ARTOIS, "bruay")

    assert bruay.y < bruay.label_y


def test_a_name_longer_than_the_map_is_shortened() -> None:
    """What is cut ends with an ellipsis; the whole name stays with the spot."""
    spot = spot_of(LONG_NAMES, "b")

    assert (LONG_NAMES[1].name, "Villeneuve-d’Ascq", "…") == (spot.name, spot.label[:17], spot.label[-1])


@every_case
def test_land_covers_the_surroundings_of_the_places(places: tuple[MapPlace, ...]) -> None:
    """Every dot is near the hull of the spots, and every spot has dots near it."""
    found = drawn(places)
    hull = convex_hull(tuple((spot.x, spot.y) for spot in found.spots))
    land = dots(found.land)
    farthest = max(distance_to(hull, dot) for dot in land)
    loneliest = max(min(math.dist(dot, (spot.x, spot.y)) for dot in land) for spot in found.spots)

    assert (True, True) == (50 < farthest <= 110, loneliest < 11)


def test_land_of_artois_reaches_62_units_beyond_the_hull() -> None:
    """Whoever looks for a missing dot finds none: the whole grid inside the reach is drawn."""
    found = drawn(ARTOIS)
    hull = convex_hull(tuple((spot.x, spot.y) for spot in found.spots))
    first_of_row = {y: x for x, y in reversed(dots(found.land))}
    grid = {(x % 11 + 11 * column, y) for y, x in first_of_row.items() for column in range(48)}

    assert {point for point in grid if distance_to(hull, point) <= 62} == set(dots(found.land))


def test_land_is_a_hexagonal_grid() -> None:
    """Rows stand half a dot aside from each other, and about 9.5 units below."""
    first_of_row = {y: x for x, y in reversed(dots(drawn(ARTOIS).land))}
    neighbours = list(pairwise(sorted(first_of_row)))

    assert {5.5} == {(first_of_row[below] - first_of_row[above]) % 11 for above, below in neighbours}
    assert {9.5, 10, 9} >= {below - above for above, below in neighbours}


@every_case
def test_land_stays_small(places: tuple[MapPlace, ...]) -> None:
    """A large territory has a wider grid, not a longer path."""
    found = drawn(places)

    assert (True, True) == (len(dots(found.land)) <= 1550, len(found.land) < 13_000)


def test_land_of_a_single_place_is_round() -> None:
    """About as wide as it is high, in the middle of the map, and no speck."""
    found = drawn(ARTOIS[:1])
    xs, ys = zip(*dots(found.land), strict=True)

    assert (260, 130) == (found.spots[0].x, found.spots[0].y)
    assert (220, 220) == pytest.approx((max(xs) - min(xs), max(ys) - min(ys)), abs=15)


def test_two_addresses_in_one_street_do_not_fill_the_map() -> None:
    """A territory is never drawn larger than life by kilometres: they remain neighbours."""
    first, second = drawn((MapPlace("a", "A", 50.29, 2.77, 1), MapPlace("b", "B", 50.2905, 2.77, 1))).spots

    assert distance(first, second) < 60
