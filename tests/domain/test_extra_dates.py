"""Dates beside the rule of a meeting: each has a UID of its own, whatever becomes of it."""

from dataclasses import replace
from datetime import date

import pytest
from meeting_pictures import HALL, meeting, move

from association.domain.agenda import meeting_entry
from association.domain.commissions import Commission
from association.domain.meetings import Meeting
from association.domain.text import plain

WEEKLY = "FREQ=WEEKLY"
START = "2026-11-03 18:30"


def uids(held: Meeting) -> list[str]:
    """Of all dates but those of the rule, in order of time, with what became of them."""
    commission = Commission("reseaux", plain("Réseaux"), meetings=(held,))
    occurrences = held.occurrences(date(2026, 12, 1), date(2027, 12, 31))
    entries = [meeting_entry(commission, held, each) for each in occurrences]
    assert {"reunion.reseaux"} == {entry.meeting for entry in entries}
    return [f"{each.start:%d.%m.} {each.uid}" for each in entries if each.uid != "reunion.reseaux"]


def test_a_date_beside_the_rule_has_the_uid_of_the_meeting_and_its_day() -> None:
    """The dates of the rule share that of the meeting."""
    held = meeting(START, WEEKLY, also_on=["2027-01-09 10:00", "2027-01-15 18:30"])

    assert ["09.01. reunion.reseaux.20270109", "15.01. reunion.reseaux.20270115"] == uids(held)


@pytest.mark.parametrize(
    ("changed", "expected"),
    [
        (meeting(START, WEEKLY, also_on=["2027-01-09 14:00"]), "09.01."),
        (meeting(START, "FREQ=MONTHLY;BYDAY=1TU", also_on=["2027-01-09 10:00"]), "09.01."),
        (meeting(START, also_on=["2027-01-09 10:00"]), "09.01."),
        (meeting(START, WEEKLY, also_on=["2027-01-09 10:00"], cancelled_on=["2027-01-09"]), "09.01."),
        (
            meeting(
                START,
                WEEKLY,
                also_on=["2027-01-09 10:00"],
                moved=[move("2027-01-09", "2027-01-10 11:00", HALL)],
            ),
            "10.01.",
        ),
        (replace(meeting(START, WEEKLY, also_on=["2027-01-09 10:00"]), title=plain("Autre")), "09.01."),
    ],
    ids=["hour", "rule", "no rule", "cancelled", "moved", "title"],
)
def test_its_uid_stays_whatever_changes(changed: Meeting, expected: str) -> None:
    """It has the day it was announced for."""
    assert [f"{expected} reunion.reseaux.20270109"] == uids(changed)


def test_a_second_date_of_that_day_has_its_hour_too() -> None:
    """The first one keeps the short name."""
    held = meeting(START, WEEKLY, also_on=["2027-01-09 14:00", "2027-01-09 10:00"])

    assert ["09.01. reunion.reseaux.20270109", "09.01. reunion.reseaux.20270109T1400"] == uids(held)


def test_a_date_that_the_rule_gives_anyway_is_one_of_the_rule() -> None:
    """Even if the rule came later."""
    assert [] == uids(meeting(START, WEEKLY, also_on=["2026-12-08 18:30"]))


def test_an_excepted_extra_date_is_none() -> None:
    """It leaves a hole, not a trace."""
    assert [] == uids(meeting(START, WEEKLY, also_on=["2027-01-09 10:00"], except_on=["2027-01-09"]))
