"""The association's own people, the seats they have, and mandates that begin, end and are followed."""

from pathlib import Path

import pytest
from site_on_disk import NOW, association, codes, report

from association.domain.commissions import Commission, Mandate, Unnamed, Vacancy
from association.domain.members import Officer
from association.domain.text import plain

TODAY = NOW.date()
MEMBERS = """\
members:
  - id: adviser
    name: Adviser
    people:
      - {name: Ana Ruiz, consent: 2026-01-01}
      - {name: Luc Petit, consent: {date: 2026-01-01, fields: [name]}}
      - {name: Jo Muet}
  - {id: kernel, name: Kernel}
  - {id: gone, name: Gone, left: 2026-11-22}
"""
DIRECTOR = "id: d, name: Di Modèle, role: Directrice, email: d@a.example, phone: 03 53 01 00 00"


def files(people: str = "", chairs: str = "") -> dict[str, str]:
    board = f"commissions:\n  - {{id: ca, name: Conseil, governance: true, chairs: [{chairs}]}}\n"
    return {"members.yaml": MEMBERS, "commissions.yaml": f"people: [{people}]\n{board}"}


def board(root: Path, chairs: str, people: str = "") -> Commission:
    return association(root, files(people, chairs)).commissions[0]


def test_who_agreed_acts_for_the_association(tmp_path: Path) -> None:
    """With every field that is written."""
    (found,) = association(tmp_path, files(f"{{{DIRECTOR}, since: 2024-09-01, consent: 2026-01-01}}")).people

    assert ("d", "Di Modèle", "Directrice", "d@a.example", "03 53 01 00 00", "2024-09-01", None) == (
        found.id,
        found.name,
        str(found.role),
        found.email,
        found.phone,
        str(found.since),
        found.until,
    )


@pytest.mark.parametrize(
    ("consent", "withheld"),
    [("", 2), (", consent: {date: 2026-01-01, fields: [role]}", 2), (", consent: 2026-11-23", 1)],
)
def test_who_did_not_agree_is_nowhere_and_counted(tmp_path: Path, consent: str, withheld: int) -> None:
    """With the one of a member; but for a consent with a day to come, which is told by name."""
    found = association(
        tmp_path, files(f"{{{DIRECTOR}{consent}}}", "{person: d, role: R, since: 2026-01-01}")
    )

    assert ((), withheld) == (found.people, found.withheld)
    assert (Mandate(None, unnamed=Unnamed.WITHHELD),) == found.commissions[0].chairs


def test_a_consent_to_some_fields_hides_the_others(tmp_path: Path) -> None:
    """The days of the office too."""
    consent = "consent: {date: 2026-01-01, fields: [name, role]}"
    (found,) = association(tmp_path, files(f"{{{DIRECTOR}, since: 2024-09-01, {consent}}}")).people

    assert Officer("Di Modèle", plain("Directrice"), id="d") == found


@pytest.mark.parametrize("term", ["until: 2026-11-21", "since: 2026-11-23"])
def test_outside_of_their_time_nobody_needs_their_address(tmp_path: Path, term: str) -> None:
    """Name, role and days are what is left; who does not show the day is not there."""
    (found,) = association(tmp_path, files(f"{{{DIRECTOR}, {term}, consent: 2026-01-01}}")).people
    consent = "consent: {date: 2026-01-01, fields: [name, role, email]}"
    hidden = association(tmp_path, files(f"{{{DIRECTOR}, {term}, {consent}}}"))

    assert (None, None, "Directrice") == (found.email, found.phone, str(found.role))
    assert ((), 1) == (hidden.people, hidden.withheld)


def test_a_seat_may_be_that_of_one_of_the_association_s_people(tmp_path: Path) -> None:
    """By id alone."""
    (seat,) = board(tmp_path, "{person: d, role: Secrétaire}", f"{{{DIRECTOR}, consent: 2026-01-01}}").chairs

    assert (None, "Di Modèle", "Secrétaire") == (
        seat.member,
        seat.person and seat.person.name,
        str(seat.role),
    )


def test_who_leaves_the_association_leaves_a_seat_to_fill(tmp_path: Path) -> None:
    """Whatever its own days say."""
    people = f"{{{DIRECTOR}, until: 2026-11-21, consent: 2026-01-01}}"
    found = board(tmp_path, "{person: d, role: Secrétaire, until: 2028-01-01}", people)

    assert ((), (Vacancy(plain("Secrétaire")),), True) == (
        found.chairs,
        found.vacancies,
        found.is_vacant(TODAY),
    )


def test_who_has_not_arrived_yet_is_awaited(tmp_path: Path) -> None:
    """Their seat is not free."""
    people = f"{{{DIRECTOR}, since: 2027-01-01, consent: 2026-01-01}}"
    found = board(tmp_path, "{person: d, role: Secrétaire}", people)

    assert ((), (), True, False) == (
        found.chairs,
        found.vacancies,
        found.awaits_head,
        found.is_vacant(TODAY),
    )


def test_mandates_to_come_and_past_ones_are_kept_of_who_may_be_named(tmp_path: Path) -> None:
    """Of others, and of members that have left, there is no history."""
    found = board(
        tmp_path,
        "{member: kernel, role: A, since: 2027-02-01}, {member: kernel, role: B, until: 2026-01-01},"
        "{member: adviser, person: Jo Muet, role: C, until: 2026-01-01}, {member: gone, role: D}",
    )

    assert (["A"], ["B"]) == (
        [str(seat.role) for seat in found.coming(TODAY)],
        [str(seat.role) for seat in found.former(TODAY)],
    )
    assert (Vacancy(plain("B")), Vacancy()) == found.vacancies


def test_who_shows_no_role_shows_no_days_of_it(tmp_path: Path) -> None:
    """They are in office by name; when they no longer are, nothing tells that they were."""
    chairs = "{member: adviser, person: Luc Petit, role: A, since: 2026-01-09}"
    (seat,) = board(tmp_path, chairs).chairs
    over = board(tmp_path, "{member: adviser, person: Luc Petit, role: A, until: 2026-01-09}")

    assert ("Luc Petit", None, None) == (seat.person and seat.person.name, seat.role, seat.since)
    assert ((), (Vacancy(),)) == (over.chairs, over.vacancies)


@pytest.mark.parametrize(
    ("chairs", "expected"),
    [
        ("{member: kernel, role: P, until: 2027-01-21}", ["ending-mandate"]),
        ("{member: kernel, role: P, until: 2026-11-22}", ["ending-mandate"]),
        ("{member: kernel, until: 2027-01-21}", ["ending-mandate"]),
        ("{member: adviser, person: Jo Muet, role: P, until: 2027-01-21}", ["ending-mandate"]),
        ("{member: kernel, role: P, until: 2027-01-22}", []),
        ("{member: kernel, role: P, until: 2026-11-21}", []),
        ("{member: gone, role: P, until: 2027-01-21}", []),
        ("{member: kernel, role: P, until: 2027-01-21}, {member: adviser, role: P, since: 2027-01-22}", []),
        (
            "{member: kernel, role: P, until: 2027-01-21}, {member: adviser, role: P, since: 2024-01-22}",
            ["ending-mandate"],
        ),
        (
            "{member: kernel, role: P, until: 2027-01-21}, {member: adviser, role: S, since: 2027-01-22}",
            ["ending-mandate"],
        ),
    ],
)
def test_a_mandate_that_ends_soon_is_told_until_it_is_written_who_follows(
    tmp_path: Path, chairs: str, expected: list[str]
) -> None:
    """Within sixty days; somebody who has the role already does not follow."""

    assert expected == codes(tmp_path, files(chairs=chairs))


def test_the_end_of_an_office_is_told_too(tmp_path: Path) -> None:
    """At the line of the day that ends it, be it written of the person or of the seat."""
    people = f"{{{DIRECTOR}, until: 2027-01-10, consent: 2026-01-01}}"
    said = report(tmp_path, files(people, "{person: d, role: Secrétaire, until: 2028-01-01}"))

    assert [
        'commissions.yaml:1:103: warning: "Directrice" acts for the association until 2027-01-10 only; '
        'write who follows, with "since", or the new "until" if it goes on [ending-mandate]',
        'commissions.yaml:3:65: warning: the mandate of "Secrétaire" in "Conseil" ends on 2027-01-10; '
        'write who follows, with "since", or the new "until" if it goes on [ending-mandate]',
    ] == said
