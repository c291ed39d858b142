"""What is near: towns by distance, skills by who offers them too."""

from datetime import date, timedelta
from typing import TypeVar

import pytest

from association.collation import in_order, members_in_order
from association.domain.association import Association, Identity
from association.domain.directory import groups, kilometres, neighbourhoods, reach, related
from association.domain.members import Member, Skill
from association.domain.places import Position, Town
from association.domain.text import plain

ARRAS = Town("arras", plain("Arras"), position=Position(50.2910, 2.7775))
LENS = Town("lens", plain("Lens"), position=Position(50.4291, 2.8317))
LIEVIN = Town("lievin", plain("Liévin"), position=Position(50.4228, 2.7786))
AUCHEL, ETAPLES = Town("auchel", plain("Auchel")), Town("etaples", plain("Étaples"))
TODAY = date(2026, 11, 22)
Named = TypeVar("Named", Town, Skill)


def named_in_order(*things: Named) -> tuple[Named, ...]:
    return in_order(things, lambda thing: thing.name, lambda thing: thing.id)


def picture(town: Town, *members: Member, today: date = TODAY) -> str:
    """« residents | who comes, with whole kilometres »."""
    found = reach(town, members_in_order(members), today)
    far = (f"{one.member.id} {'?' if one.distance is None else round(one.distance)}" for one in found.coming)
    return f"{' '.join(member.id for member in found.residents)} | {', '.join(far)}"


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
    near = neighbourhoods(named_in_order(ETAPLES, ARRAS, AUCHEL, LENS, LIEVIN))["lens"]

    assert [("lievin", 4), ("arras", 16), ("auchel", None), ("etaples", None)] == [
        (town.id, distance and round(distance)) for town, distance in near
    ]


def test_towns_without_positions_are_neighbours_by_name() -> None:
    """All that can be said of them; accents do not count."""
    bruay = Town("bruay", plain("Bruay"))
    near = neighbourhoods(named_in_order(LENS, ETAPLES, bruay, AUCHEL))["auchel"]

    assert ["bruay", "etaples", "lens"] == [town.id for town, _ in near]


def test_towns_in_one_place_are_neighbours_by_name() -> None:
    """So that two builds agree."""
    twins = tuple(Town(id_, plain(id_.upper()), position=LENS.position) for id_ in ("c", "a", "b"))

    assert ["a", "b"] == [town.id for town, _ in neighbourhoods(named_in_order(*twins))["c"]]


def test_residents_come_before_those_who_serve_a_town() -> None:
    """Whoever comes is as far away as their own town; a resident who says so twice is one resident."""
    resident = Member("zenith", "Zénith", town=LENS, serves=(LENS, ARRAS))
    near = Member("voisin", "Voisin", town=LIEVIN, serves=(LENS,))
    far = Member("arrageois", "Arrageois", town=ARRAS, serves=(LIEVIN, LENS))

    assert "zenith | voisin 4, arrageois 16" == picture(LENS, far, resident, near)


def test_an_unknown_distance_is_no_distance() -> None:
    """A town without position, or no town at all: they come last, by name."""
    lost = Member("c", "Cobalt", town=AUCHEL, serves=(LENS,))
    nomad = Member("b", "Bêta", serves=(LENS,))
    far = Member("z", "Zénith", town=ARRAS, serves=(LENS,))

    assert " | z 16, b ?, c ?" == picture(LENS, lost, nomad, far)


def test_where_the_town_has_no_position_those_who_come_are_by_name() -> None:
    """Nothing can be measured from it."""
    one, other = Member("b", "Ève", town=LENS, serves=(AUCHEL,)), Member("a", "Zoé", town=ARRAS)

    assert " | b ?, a ?" == picture(AUCHEL, other, one)


def test_those_who_come_from_as_far_are_by_name() -> None:
    """Every day; residents take turns."""
    comers = tuple(Member(id_, id_, town=ARRAS, serves=(LENS,)) for id_ in ("e", "d"))
    residents = tuple(Member(id_, id_, town=LENS) for id_ in ("c", "a", "b"))
    days = [TODAY + timedelta(days=day) for day in range(3)]
    pictures = {picture(LENS, *comers, *residents, today=day) for day in days}

    assert {f"{turn} | d 16, e 16" for turn in ("a b c", "b c a", "c a b")} == pictures


def test_skills_of_the_same_members_are_related() -> None:
    """Most often together first, then by name; one that nobody offers is not on offer."""
    names = {"web": "Web", "access": "Accessibilité", "shop": "Boutique", "wifi": "Wi-Fi", "sap": "SAP"}
    web, access, shop, wifi, sap = (Skill(id_, plain(name)) for id_, name in names.items())
    members = (
        Member("a", "A", skills=(web, shop, access)),
        Member("b", "B", skills=(web, wifi, shop)),
        Member("c", "C", skills=(access,)),
    )
    skills = named_in_order(sap, wifi, shop, access, web)
    found = related("web", skills, groups(Association(Identity("TacTic"), skills=skills, members=members)))

    assert ["shop", "access", "wifi"] == [skill.id for skill in found]
