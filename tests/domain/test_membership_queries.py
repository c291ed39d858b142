"""Who is where, who does what, and who leads."""

from dataclasses import replace
from datetime import date

import pytest

from association.domain.articles import StaticPage
from association.domain.association import Association, Identity, descendants, in_town, with_skill
from association.domain.commissions import Commission, Mandate
from association.domain.members import Member, MembershipType, Skill
from association.domain.places import Town
from association.domain.text import plain

ADHERENT = MembershipType("adherent", plain("Adhérent"))
CORPORATE = MembershipType("corporate", plain("Corporate"), parent="adherent")
LISTED = MembershipType("listed", plain("Listed"), parent="corporate")
EFFECTIVE = MembershipType("effective", plain("Effectif"))
TYPES = (LISTED, EFFECTIVE, CORPORATE, ADHERENT)

ARRAS, LENS, DOUAI = (Town(id_, plain(id_.title())) for id_ in ("arras", "lens", "douai"))
WEB = Skill("web", plain("Web"))

EIFFEL = Member("eiffel", "Éiffel", type=LISTED, town=ARRAS, skills=(WEB,))
ZENITH = Member("zenith", "Zénith", type=EFFECTIVE, town=LENS, serves=(ARRAS,), skills=(WEB,))
ABACUS = Member("abacus", "abacus", type=ADHERENT)
MEMBERS = (ZENITH, ABACUS, EIFFEL)


def test_named_members_come_in_the_order_of_the_directory() -> None:
    """Whoever is not published, or named twice, adds nobody."""
    association = Association(Identity("Essai"), members=MEMBERS)

    assert (ABACUS, EIFFEL) == association.members_named(("eiffel", "parti", "abacus", "eiffel", None))


def ids(members: tuple[Member, ...]) -> str:
    return " ".join(member.id for member in members)


@pytest.mark.parametrize(
    ("root", "expected"),
    [
        ("adherent", {"adherent", "corporate", "listed"}),
        ("corporate", {"corporate", "listed"}),
        ("listed", {"listed"}),
        ("unknown", {"unknown"}),
    ],
)
def test_descendants_reach_every_generation(root: str, expected: set[str]) -> None:
    """Whatever the order the types are written in."""
    assert expected == descendants(TYPES, root)


def test_types_that_are_each_other_s_parent_do_not_go_round_for_ever() -> None:
    """The file check refuses them; the domain merely survives them."""
    round_ = (replace(ADHERENT, parent="corporate"), CORPORATE)

    assert {"adherent", "corporate"} == descendants(round_, "adherent")


@pytest.mark.parametrize(
    ("town", "expected"), [("arras", "zenith eiffel"), ("lens", "zenith"), ("douai", "")]
)
def test_a_town_shows_who_is_there_and_who_comes_there(town: str, expected: str) -> None:
    """A client looks for somebody who serves the town, wherever they sit."""
    assert expected == ids(in_town(MEMBERS, town))


def test_a_skill_shows_who_has_it() -> None:
    """In the order given."""
    assert ("zenith eiffel", "") == (ids(with_skill(MEMBERS, "web")), ids(with_skill(MEMBERS, "sap")))


@pytest.mark.parametrize(
    ("day", "expected"),
    [("2026-10-21", False), ("2026-10-22", True), ("2027-10-22", True), ("2027-10-23", False)],
)
def test_a_mandate_holds_from_its_first_to_its_last_day(day: str, expected: bool) -> None:
    """Both included."""
    mandate = Mandate(EIFFEL, since=date(2026, 10, 22), until=date(2027, 10, 22))

    assert expected is mandate.is_current(date.fromisoformat(day))


def test_a_commission_is_headed_by_the_current_mandates() -> None:
    """None is normal: the head is to be named."""
    past, current = Mandate(EIFFEL, until=date(2026, 1, 1)), Mandate(ZENITH)
    commission = Commission("web", plain("Web"), chairs=(past, current))

    assert (current,) == commission.heads(date(2026, 11, 1))
    assert () == replace(commission, chairs=()).heads(date(2026, 11, 1))


def test_a_page_is_found_by_its_slug() -> None:
    """Or not at all."""
    charter = StaticPage("charte", plain("Charte"))
    association = Association(Identity("TacTic"), pages=(charter,))

    assert (charter, None) == (association.page("charte"), association.page("autre"))
