"""The order of lists of members: fair from day to day."""

from datetime import date, timedelta

from association.domain.directory import rotated
from association.domain.members import Member

DAY = date(2026, 11, 22)
THREE = (Member("c", "Céline"), Member("a", "Ana"), Member("b", "Bob"))


def firsts(days: int) -> list[str]:
    return [rotated(THREE, DAY + timedelta(days=day))[0].id for day in range(days)]


def test_everybody_comes_first_in_turn() -> None:
    """In three days, each of three once."""

    assert {"a", "b", "c"} == set(firsts(3))


def test_the_turns_begin_again() -> None:
    """On the fourth day as on the first."""
    days = firsts(6)

    assert days[:3] == days[3:]


def test_nobody_is_lost() -> None:
    """Every member once."""

    assert ["a", "b", "c"] == sorted(member.id for member in rotated(THREE, DAY))


def test_a_list_of_nobody_has_no_first() -> None:
    """And does not fail."""

    assert () == rotated((), DAY)
