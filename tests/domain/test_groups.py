"""Members grouped once, by everything that lists are made of."""

from association.domain.association import Association, Identity
from association.domain.directory import groups
from association.domain.members import Member, MembershipType, Skill
from association.domain.places import Town
from association.domain.text import plain

ADHERENT = MembershipType("adherent", plain("Adhérent"))
CORPORATE = MembershipType("corporate", plain("Corporate"), parent="adherent")
ARRAS, LENS, DOUAI = (Town(id_, plain(id_.title())) for id_ in ("arras", "lens", "douai"))
WEB, SAP, WIFI = (Skill(id_, plain(id_)) for id_ in ("web", "sap", "wifi"))

ABACUS = Member("abacus", "Abacus", type=ADHERENT)
EIFFEL = Member("eiffel", "Eiffel", type=CORPORATE, town=ARRAS, skills=(WEB,))
ZENITH = Member("zenith", "Zénith", town=LENS, serves=(ARRAS, LENS), skills=(WEB, SAP, WEB))
GROUPS = groups(
    Association(
        Identity("TacTic"),
        types=(CORPORATE, ADHERENT),
        skills=(WEB, SAP, WIFI),
        towns=(ARRAS, LENS, DOUAI),
        members=(ABACUS, EIFFEL, ZENITH),
    )
)


def picture(group: dict[object, tuple[Member, ...]]) -> dict[object, str]:
    return {key: " ".join(member.id for member in members) for key, members in group.items()}


def test_a_skill_has_those_who_offer_it() -> None:
    """Each once, in the order of the association; no group of nobody."""

    assert {"web": "eiffel zenith", "sap": "zenith"} == picture(GROUPS.by_skill)


def test_a_town_has_those_who_are_there_and_those_who_come() -> None:
    """A client looks for somebody who serves the town, wherever they sit."""

    assert {"arras": "eiffel zenith", "lens": "zenith"} == picture(GROUPS.by_town)


def test_a_skill_in_a_town_has_those_of_both() -> None:
    """What the pages « Agences web à Lens » are made of."""

    assert {
        ("web", "arras"): "eiffel zenith",
        ("web", "lens"): "zenith",
        ("sap", "arras"): "zenith",
        ("sap", "lens"): "zenith",
    } == picture(GROUPS.by_skill_and_town)


def test_a_wide_type_has_the_members_of_the_narrow_ones() -> None:
    """A corporate member is an adherent member."""

    assert {"adherent": "abacus eiffel", "corporate": "eiffel"} == picture(GROUPS.by_type)


def test_skills_of_one_member_are_together() -> None:
    """Counted from both sides, and never with themselves."""

    assert {("web", "sap"): 1, ("sap", "web"): 1} == GROUPS.together
