"""What is near: towns by distance, skills by who offers them too."""

import pytest

from association.domain.association import Association, Identity
from association.domain.groups import groups
from association.domain.member import Member, Skill
from association.domain.nearness import kilometres, neighbourhoods, related
from association.domain.places import Position, Town
from association.domain.text import plain

ARRAS = Town("arras", plain("Arras"), position=Position(50.2910, 2.7775))
LENS = Town("lens", plain("Lens"), position=Position(50.4291, 2.8317))
LIEVIN = Town("lievin", plain("Liévin"), position=Position(50.4228, 2.7786))
AUCHEL, ETAPLES = Town("auchel", plain("Auchel")), Town("etaples", plain("Étaples"))


@pytest.mark.parametrize(
    ("one", "other", "expected"),
    [
        (LENS.position, LENS.position, 0.0),
        (LENS.position, ARRAS.position, 15.8),
        (Position(48.8566, 2.3522), Position(51.5074, -0.1278), 343.6),
        (Position(0.0, 179.5), Position(0.0, -179.5), 111.2),
        (Position(0.0, 0.0), Position(0.0, 180.0), 20015.1),
    ],
    ids=["nowhere else", "Lens to Arras", "Paris to London", "over the date line", "half around the earth"],
)
def test_distances_are_those_of_the_globe(one: Position, other: Position, expected: float) -> None:
    """To a tenth of a kilometre, there and back."""

    assert [expected, expected] == [round(kilometres(one, other), 1), round(kilometres(other, one), 1)]


def test_the_nearest_town_comes_first() -> None:
    """Those whose distance nobody knows come last, by name; a town is not its own neighbour."""
    near = neighbourhoods((ETAPLES, ARRAS, AUCHEL, LENS, LIEVIN))["lens"]

    assert [("lievin", 4), ("arras", 16), ("auchel", None), ("etaples", None)] == [
        (town.id, distance and round(distance)) for town, distance in near
    ]


def test_towns_without_positions_are_neighbours_by_name() -> None:
    """All that can be said of them; accents do not count."""
    bruay = Town("bruay", plain("Bruay"))
    near = neighbourhoods((LENS, ETAPLES, bruay, AUCHEL))["auchel"]

    assert ["bruay", "etaples", "lens"] == [town.id for town, _ in near]


def test_towns_in_one_place_are_neighbours_by_name() -> None:
    """So that two builds agree."""
    twins = tuple(Town(id_, plain(id_.upper()), position=LENS.position) for id_ in ("c", "a", "b"))

    assert ["a", "b"] == [town.id for town, _ in neighbourhoods(twins)["c"]]


def test_skills_of_the_same_members_are_related() -> None:
    """Most often together first, then by name; one that nobody offers is not on offer."""
    names = {"web": "Web", "access": "Accessibilité", "shop": "Boutique", "wifi": "Wi-Fi", "sap": "SAP"}
    web, access, shop, wifi, sap = (Skill(id_, plain(name)) for id_, name in names.items())
    members = (
        Member("a", "A", skills=(web, shop, access)),
        Member("b", "B", skills=(web, wifi, shop)),
        Member("c", "C", skills=(access,)),
    )
    skills = (sap, wifi, shop, access, web)
    found = related("web", skills, groups(Association(Identity("TacTic"), skills=skills, members=members)))

    assert ["shop", "access", "wifi"] == [skill.id for skill in found]
