"""Seats at the head of a commission or on a board: who has them, who is about to, who had, which are free."""

from datetime import date, timedelta

import pytest

from association.domain.commissions import Commission, Mandate, Seat, Vacancy, governing, role_key, vacancies
from association.domain.members import Member, Officer
from association.domain.text import Text, plain

TODAY = date(2026, 11, 22)
DAY = timedelta(days=1)
EIFFEL, ZENITH = Member("eiffel", "Eiffel"), Member("zenith", "Zénith")
OVER, HELD = True, False


def seat(role: str, is_over: bool, tells_role: bool = True) -> Seat:
    return Seat(plain(role), is_over, tells_role)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Président", "Présidente"),
        ("Président", "PRÉSIDENT(E)"),
        ("Président", "Président·e"),
        ("Président", "Président / Présidente"),
        ("Trésorier", "Trésorière"),
        ("Trésorier", "Trésorier·ère"),
        ("Directeur adjoint", "Directrice adjointe"),
        ("Directeur", "Directeur/trice"),
        ("Vendeur", "Vendeuse"),
        ("Chef de projet", "Cheffe de projet"),
        ("Gardien", "Gardienne"),
        ("Délégué", "Déléguée"),
        ("Ingénieur", "Ingénieure"),
        ("Voorzitter", "Voorzitster"),
        ("Bestuurder", "Bestuurster"),
        ("Secretaris", "Secretaresse"),
        ("Penningmeester", "Penningmeesteres"),
        ("Chairman", "Chairwoman"),
        ("Chair", "chairperson"),
    ],
)
def test_a_role_is_the_same_whoever_has_it(one: str, other: str) -> None:
    """Or a president would be followed by nobody because she is a woman."""

    assert role_key(plain(one), "fr") == role_key(plain(other), "fr")


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Président", "Vice-président"),
        ("Secrétaire", "Secrétaire adjointe"),
        ("Trésorier", "Secrétaire"),
        ("Président", "Président d’honneur"),
        ("Voorzitter", "Ondervoorzitter"),
    ],
)
def test_other_roles_are_others(one: str, other: str) -> None:
    """However near their names."""

    assert role_key(plain(one), "fr") != role_key(plain(other), "fr")


def test_a_role_in_several_languages_is_known_by_that_of_the_site() -> None:
    """Others may be missing."""
    role = Text((("nl", "Voorzitter"), ("fr", "Présidente")))

    assert role_key(plain("Président"), "fr") == role_key(role, "fr")


def test_a_role_whose_mandate_is_over_is_free() -> None:
    """Once, however many had it."""
    seats = [seat("Trésorier", OVER), seat("Trésorière", OVER), seat("Président", HELD)]

    assert (Vacancy(plain("Trésorière")),) == vacancies(seats, "fr")


def test_a_role_that_somebody_has_or_is_about_to_have_is_not_free() -> None:
    """Several may have it at once: one who stays is enough."""

    assert () == vacancies([seat("Vice-président", OVER), seat("Vice-présidente", HELD)], "fr")


def test_the_role_of_who_may_not_be_named_is_free_without_being_told() -> None:
    """Never silently; once, however many there are."""
    seats = [seat("Mystère", OVER, tells_role=False), seat("Secret", OVER, tells_role=False)]

    assert (Vacancy(),) == vacancies(seats, "fr")


def test_a_role_that_one_told_and_another_did_not_is_told_once() -> None:
    """It is no secret then."""
    seats = [seat("Trésorier", OVER), seat("Trésorier", OVER, tells_role=False)]

    assert (Vacancy(plain("Trésorier")),) == vacancies(seats, "fr")


def test_a_seat_without_a_role_is_not_missed_while_somebody_is_in_office() -> None:
    """Who led the commission before had no title, and another leads it."""

    assert () == vacancies([Seat(None, OVER), seat("Responsable", HELD)], "fr")


def test_who_has_who_will_have_who_had() -> None:
    """First and last day are days of a mandate; the next to come stands first, and the latest gone."""
    ends, begins = Mandate(EIFFEL, until=TODAY), Mandate(ZENITH, since=TODAY)
    next_, later = Mandate(ZENITH, since=TODAY + DAY), Mandate(EIFFEL, since=TODAY + 9 * DAY)
    latest, first = Mandate(ZENITH, until=TODAY - DAY), Mandate(EIFFEL, until=TODAY - 9 * DAY)
    board = Commission("ca", plain("Conseil"), chairs=(later, first, ends, latest, begins, next_))

    assert (ends, begins) == board.heads(TODAY)
    assert (next_, later) == board.coming(TODAY)
    assert (latest, first) == board.former(TODAY)


def test_bodies_are_told_without_what_they_do() -> None:
    """A page on who decides is not made again when a meeting moves."""
    board = Commission("ca", plain("Conseil"), is_governing=True, description=plain("Texte"))

    assert (Commission("ca", plain("Conseil"), is_governing=True),) == governing(
        [board, Commission("c", plain("C"))]
    )


@pytest.mark.parametrize(
    ("since", "until", "expected"),
    [(None, None, True), (TODAY, TODAY, True), (TODAY + DAY, None, False), (None, TODAY - DAY, False)],
)
def test_somebody_acts_for_the_association_for_a_time(
    since: date | None, until: date | None, expected: bool
) -> None:
    """Both days included."""

    assert expected == Officer("Ana Ruiz", since=since, until=until).is_current(TODAY)
