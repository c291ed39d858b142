"""Commissions: seats, members, partners, rooms."""

from datetime import date
from pathlib import Path

import pytest
from site_on_disk import NOW, association, codes, meeting

from association.domain.commissions import Commission, Mandate, Unnamed
from association.domain.members import Partner
from association.domain.places import Position, Venue
from association.domain.text import plain

TODAY = NOW.date()
MEMBERS = """\
members:
  - {id: zebre, name: Zèbre}
  - {id: adviser, name: Adviser, people: [{name: Ana Ruiz, consent: 2026-01-01}]}
  - {id: hidden, name: Hidden, listed: false}
  - {id: gone, name: Gone, left: 2026-11-22}
  - {id: luc, name: Luc Petit, kind: person, consent: 2026-01-01}
partners:
  - {id: cci, name: CCI}
"""


def commission(root: Path, lines: str) -> Commission:
    return association(root, files(lines)).commissions[0]


def files(lines: str) -> dict[str, str]:
    return {"members.yaml": MEMBERS, "commissions.yaml": f"commissions:\n  - {{id: c, name: C, {lines}}}\n"}


def test_members_are_sorted_and_named_once(tmp_path: Path) -> None:
    """The order of the list says nothing."""
    found = commission(tmp_path, "members: [zebre, adviser, zebre]")

    assert ["adviser", "zebre"] == [member.id for member in found.members]


def test_unpublished_members_may_be_named_and_are_passed_over(tmp_path: Path) -> None:
    """Not a mistake, but not on the page either: a seat they have is taken, by nobody one may know."""
    found = commission(tmp_path, "members: [hidden], chairs: [{member: hidden, role: Responsable}]")

    assert ((), (Mandate(None, unnamed=Unnamed.UNLISTED),)) == (found.members, found.chairs)


@pytest.mark.parametrize(
    ("term", "seats", "is_vacant"),
    [
        ("since: 2026-11-22", [None], False),
        ("until: 2026-11-22", [None], False),
        ("since: 2026-11-23", [], False),
        ("until: 2026-11-21", [], True),
    ],
)
def test_a_seat_without_a_name_is_there_while_it_is_held(
    tmp_path: Path, term: str, seats: list[None], is_vacant: bool
) -> None:
    """Its dates are not told; before them it is not free either."""
    found = commission(tmp_path, f"chairs: [{{member: hidden, {term}}}]")

    assert (seats, is_vacant) == ([seat.since or seat.until for seat in found.chairs], found.is_vacant(TODAY))


def test_the_seat_of_a_member_that_has_left_is_free(tmp_path: Path) -> None:
    """Whatever its term says."""
    found = commission(
        tmp_path, "chairs: [{member: gone, until: 2027-06-30}, {member: gone, since: 2027-01-01}]"
    )

    assert ((), True) == (found.chairs, found.is_vacant(TODAY))


def test_chairs_keep_their_order_and_terms(tmp_path: Path) -> None:
    """The first seat is the first in the file."""
    chairs = "{member: zebre, since: 2026-01-01, until: 2026-12-31}, {member: adviser, person: Ana Ruiz}"
    found = commission(tmp_path, f"chairs: [{chairs}]").chairs

    assert [("zebre", None, date(2026, 1, 1), date(2026, 12, 31)), ("adviser", "Ana Ruiz", None, None)] == [
        (seat.member.id, seat.person and seat.person.name, seat.since, seat.until) for seat in found
    ]


def test_a_member_who_is_a_person_may_be_named_as_their_own_head(tmp_path: Path) -> None:
    """They have no `people` of their own."""
    found = commission(tmp_path, "chairs: [{member: luc, person: Luc Petit}]").chairs

    assert [("luc", None)] == [(seat.member.id, seat.person) for seat in found]


def test_a_head_must_be_one_of_the_member_s_people(tmp_path: Path) -> None:
    """A name that is nowhere in members.yaml has no consent."""

    assert ["unknown-reference"] == codes(tmp_path, files("chairs: [{member: zebre, person: Ana Ruiz}]"))


def test_partners_contact_and_charter(tmp_path: Path) -> None:
    """Partners are always checked, so they are always known."""
    found = commission(
        tmp_path, "partners: [cci], contact: {email: c@c.example, url: https://c.example}, charter: /charte/"
    )

    assert ((Partner("cci", "CCI"),), "c@c.example", "https://c.example", "/charte/") == (
        found.partners,
        found.email,
        found.url,
        found.charter,
    )


VENUES = "venues:\n  - {id: cci-artois, name: CCI, town: Arras, lat: 50.29, lon: 2.78, lent_by: La CCI}\n"


def test_a_venue_by_id_is_that_of_the_list(tmp_path: Path) -> None:
    """With its town and position."""
    found = meeting(tmp_path, "start: 2026-11-03 18:30\nvenue: cci-artois", VENUES).venue

    assert ("cci-artois", "arras", Position(50.29, 2.78), "La CCI") == (
        found.id,
        found.town.id,
        found.position,
        str(found.lent_by),
    )


def test_any_other_text_is_a_place_of_its_own(tmp_path: Path) -> None:
    """Even one word, as long as it is not nearly an id."""
    found = meeting(tmp_path, "start: 2026-11-03 18:30\nvenue: mairie", VENUES).venue

    assert Venue(None, plain("mairie")) == found


def test_something_that_is_nearly_an_id_is_a_slip(tmp_path: Path) -> None:
    """Otherwise `cci-artoi` would be shown to visitors."""
    text = "commissions:\n  - {id: c, name: C, meetings: [{title: R, start: 2026-11-03, venue: cci-artoi}]}\n"

    assert ["unknown-reference"] == codes(tmp_path, {"commissions.yaml": VENUES + text})
