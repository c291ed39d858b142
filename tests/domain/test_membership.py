"""Kinds of membership as a tree, who may join, how many have, and which numbers name nobody."""

from datetime import date

import pytest

from association.domain.members import Benefit, MembershipType
from association.domain.membership import (
    Admission,
    Branch,
    Census,
    admission,
    branches,
    inherited,
    is_available,
    missing,
    sponsors_needed,
    telling_nobody,
)
from association.domain.text import plain

TODAY = date(2026, 11, 22)
GONE, COMING = date(2026, 11, 21), date(2026, 11, 22)


def kind(id_: str, **rest: object) -> MembershipType:
    return MembershipType(id_, plain(id_), **rest)


def picture(found: tuple[Branch, ...]) -> str:
    """« adherent 4/28 (corporate 1/20, pme 3/8) »"""
    return ", ".join(
        f"{one.type.id} {one.heads}/{one.target or '-'}"
        + (f" ({picture(one.narrower)})" if one.narrower else "")
        for one in found
    )


def tree(*types: MembershipType, **heads: int) -> str:
    return picture(branches(types, Census({}, heads), TODAY))


def test_what_a_kind_does_not_say_it_takes_over() -> None:
    """From the nearest wider one that says it; its own name, words and wish stay its own."""
    wide = kind("wide", fee="10", voting=False, target=9)
    middle = kind("middle", fee="20", description=plain("Texte"))

    assert kind("narrow", voting=False, fee="20") == inherited(kind("narrow"), (middle, wide))


@pytest.mark.parametrize(
    ("types", "expected"),
    [
        ((), Admission.OPEN),
        ((kind("a"),), Admission.OPEN),
        ((kind("a", admission="invitation"),), Admission.INVITATION),
        ((kind("a", admission="invitation"), kind("b")), Admission.MIXED),
        ((kind("a", until=GONE),), Admission.CLOSED),
        ((kind("a", until=COMING),), Admission.OPEN),
        ((kind("a", until=GONE), kind("b", admission="invitation")), Admission.INVITATION),
        ((kind("name"), kind("b", parent="name", admission="invitation")), Admission.INVITATION),
        (
            (kind("way", join_url="https://a.example"), kind("b", parent="way", admission="invitation")),
            Admission.MIXED,
        ),
    ],
)
def test_how_one_becomes_a_member_is_told_of_the_whole(
    types: tuple[MembershipType, ...], expected: Admission
) -> None:
    """What has ended does not count, nor what is but a name for narrower kinds."""

    assert expected == admission(types, TODAY)


def test_a_wider_kind_adds_up_the_narrower_ones() -> None:
    """Members and wishes; its own members too."""
    types = (
        kind("adherent"),
        kind("corporate", parent="adherent", target=20),
        kind("pme", parent="adherent", target=8),
    )

    assert "adherent 5/28 (corporate 1/20, pme 3/8)" == tree(*types, adherent=1, corporate=1, pme=3)


def test_a_wish_of_its_own_counts_more() -> None:
    """The sum may be less, or more, than what the association said it wants."""

    assert "a 0/50 (b 0/20)" == tree(kind("a", target=50), kind("b", parent="a", target=20))


def test_wishes_of_some_do_not_add_up() -> None:
    """« 12 of 20 » would count members of kinds for which nothing is wished; what has ended is none."""
    some = kind("a"), kind("b", parent="a", target=20), kind("c", parent="a")
    ended = kind("a"), kind("b", parent="a", target=20), kind("c", parent="a", until=GONE)

    assert "a 12/- (b 2/20, c 10/-)" == tree(*some, b=2, c=10)
    assert "a 12/20 (b 2/20, c 10/-)" == tree(*ended, b=2, c=10)


def test_what_has_ended_is_shown_as_long_as_somebody_has_it() -> None:
    """Then it is history."""

    assert ("a 1/-", "") == (tree(kind("a", until=GONE), a=1), tree(kind("a", until=GONE)))


def test_a_narrower_kind_does_not_repeat_the_wider_one() -> None:
    """What differs is said again, also where it is the opposite."""
    wide = kind("a", fee="10", voting=True, charter_required=True)
    narrow = kind("b", parent="a", fee="10", voting=False, charter_required=True)
    (found,) = branches((wide, narrow), Census({}, {}), TODAY)

    assert kind("b", parent="a", voting=False) == found.narrower[0].own


def test_nobody_needs_more_sponsors_than_there_were_members() -> None:
    """Those who founded the association had nobody to recommend them, the next one had two."""
    days = (date(2025, 1, 1), date(2025, 1, 1), date(2025, 2, 1))
    joined = (date(2025, 1, 1), date(2025, 2, 1), date(2026, 1, 1), None)

    assert [0, 2, 3, 3] == [sponsors_needed(3, day, days) for day in joined]


def test_a_benefit_says_how_many_members_it_takes_yet() -> None:
    """What is available only later is not available."""
    benefit = Benefit(plain("Assurance"), members_needed=500)
    found = [(missing(benefit, members), is_available(benefit, members)) for members in (368, 500, 501)]

    assert [(132, False), (0, True), (0, True)] == found


@pytest.mark.parametrize(
    ("counts", "total", "expected"),
    [
        ({"lens": 6, "arras": 5}, 11, {"lens": 6, "arras": 5}),
        ({"lens": 6, "arras": 4}, 10, {}),
        ({"lens": 9, "arras": 6, "douai": 1}, 16, {"lens": 9}),
        ({"lens": 9, "arras": 1}, 15, {"lens": 9}),
        ({"lens": 40}, 40, {}),
        ({"lens": 4}, 4, {}),
        ({"lens": 5, "arras": 5, "douai": 1}, 11, {"lens": 5}),
        ({}, 7, {}),
    ],
)
def test_a_number_that_would_be_somebody_is_not_told(
    counts: dict[str, int], total: int, expected: dict[str, int]
) -> None:
    """Nor what gives it away by subtraction, nor that all of them are at one place."""

    assert expected == telling_nobody(counts, total)


def test_no_small_number_follows_from_those_told() -> None:
    """Whatever the numbers: each is five at least, and so is what is left."""
    for first in range(12):
        for second in range(12):
            for unknown in range(8):
                total = first + second + unknown
                told = telling_nobody({"a": first, "b": second}, total)
                left = total - sum(told.values())

                assert all(count >= 5 for count in told.values())
                assert not told or left == 0 or left >= 5
