"""When a meeting takes place: holes, moves, cancellations and clock changes."""

from dataclasses import replace
from datetime import date, datetime
from zoneinfo import ZoneInfo

import pytest
from meeting_pictures import HALL, meeting, move, told

from association.domain.meetings import Move, Remark
from association.domain.text import plain

BRUSSELS, MONTREAL, REUNION = (
    ZoneInfo(key) for key in ("Europe/Brussels", "America/Montreal", "Indian/Reunion")
)
MONTHLY = "FREQ=MONTHLY;BYDAY=1TU"


@pytest.mark.parametrize("zone", [ZoneInfo("Europe/Paris"), BRUSSELS], ids=str)
def test_the_hour_stays_over_both_clock_changes(zone: ZoneInfo) -> None:
    """18:30 is 18:30 on the clock of the room, in winter and in summer."""
    spring = told(meeting("2026-03-24 18:30", "FREQ=WEEKLY", zone=zone), last="2026-04-01")
    autumn = told(meeting("2026-10-20 18:30", "FREQ=WEEKLY", zone=zone), last="2026-10-28")

    assert (
        "Tue 24 Mar 18:30 +0100 to 20:30\nTue 31 Mar 18:30 +0200 to 20:30",
        "Tue 20 Oct 18:30 +0200 to 20:30\nTue 27 Oct 18:30 +0100 to 20:30",
    ) == (spring, autumn)


def test_hours_are_elapsed_hours_in_a_night_of_clock_change() -> None:
    """Five hours from 23:00 end at 05:00 in the short night and at 03:00 in the long one."""
    short = told(meeting("2026-03-28 23:00", hours=5))
    long = told(meeting("2026-10-24 23:00", hours=5))

    assert (
        "Sat 28 Mar 23:00 +0100 to 05:00",
        "Sat 24 Oct 23:00 +0200 to 03:00",
    ) == (short, long)


def test_an_hour_that_does_not_exist_is_read_with_the_offset_before_the_gap() -> None:
    """RFC 5545 section 3.3.5; the other dates of the rule keep their hour."""
    assert (
        "Sun 22 Mar 02:30 +0100 to 03:30\nSun 29 Mar 02:30 +0100 to 04:30\nSun 05 Apr 02:30 +0200 to 03:30"
    ) == told(meeting("2026-03-22 02:30", "FREQ=WEEKLY;COUNT=3", hours=1))


def test_an_hour_that_happens_twice_is_the_first_one() -> None:
    """RFC 5545 section 3.3.5: 02:30 on 25 October is still summer time."""
    assert "Sun 25 Oct 02:30 +0200 to 02:30" == told(meeting("2026-10-25 02:30", hours=1))


def test_a_meeting_follows_the_clocks_of_its_own_zone() -> None:
    """In Montréal the clocks change two weeks before those of Paris, in Réunion never."""
    montreal = told(meeting("2026-03-03 18:30", "FREQ=WEEKLY;COUNT=2", zone=MONTREAL))
    reunion = told(meeting("2026-03-24 18:30", "FREQ=WEEKLY;COUNT=2", zone=REUNION))

    assert (
        "Tue 03 Mar 18:30 -0500 to 20:30\nTue 10 Mar 18:30 -0400 to 20:30",
        "Tue 24 Mar 18:30 +0400 to 20:30\nTue 31 Mar 18:30 +0400 to 20:30",
    ) == (montreal, reunion)


def test_no_meeting_on_excepted_days() -> None:
    """`except_on` leaves a hole, not a trace."""
    held = meeting("2026-11-03 18:30", f"{MONTHLY};COUNT=3", except_on=["2026-12-01"])

    assert "Tue 03 Nov 18:30 +0100 to 20:30\nTue 05 Jan 18:30 +0100 to 20:30" == told(held)


def test_the_first_date_can_be_excepted() -> None:
    """It still counts in COUNT, as RFC 5545 section 3.3.10 wants."""
    held = meeting("2026-11-03 18:30", f"{MONTHLY};COUNT=2", except_on=["2026-11-03"])

    assert "Tue 01 Dec 18:30 +0100 to 20:30" == told(held)


def test_cancelled_dates_stay_and_say_so() -> None:
    """Who has the date in mind must see that it is off."""
    held = meeting("2026-11-03 18:30", f"{MONTHLY};COUNT=2", cancelled_on=["2026-12-01"])

    assert (
        "Tue 03 Nov 18:30 +0100 to 20:30\nTue 01 Dec 18:30 +0100 to 20:30, cancelled"  # two dates
    ) == told(held)


def test_a_moved_date_takes_another_day_hour_and_place() -> None:
    """The rest of the rule does not move."""
    elsewhere = move("2026-12-01", "2026-12-08 19:00", HALL)
    held = meeting("2026-11-03 18:30", f"{MONTHLY};COUNT=3", moved=[elsewhere])

    assert (
        "Tue 03 Nov 18:30 +0100 to 20:30\n"
        "Tue 08 Dec 19:00 +0100 to 21:00, from 01 Dec 18:30, at Halle\n"
        "Tue 05 Jan 18:30 +0100 to 20:30"
    ) == told(held)


def test_a_date_can_move_over_a_clock_change() -> None:
    """Its hour is that of the clocks on the new day."""
    held = meeting("2026-03-24 18:30", "FREQ=WEEKLY;COUNT=1", moved=[move("2026-03-24", "2026-03-31 18:30")])

    assert "Tue 31 Mar 18:30 +0200 to 20:30, from 24 Mar 18:30" == told(held)


def test_a_date_that_was_moved_can_be_cancelled() -> None:
    """It is shown at the time it would have had."""
    held = meeting(
        "2026-11-03 18:30",
        "FREQ=WEEKLY;COUNT=1",
        moved=[move("2026-11-03", "2026-11-04 18:30")],
        cancelled_on=["2026-11-03"],
    )

    assert "Wed 04 Nov 18:30 +0100 to 20:30, from 03 Nov 18:30, cancelled" == told(held)


def test_dates_are_told_in_the_order_they_take_place() -> None:
    """A date moved beyond the next one comes after it."""
    held = meeting("2026-11-03 18:30", "FREQ=WEEKLY;COUNT=2", moved=[move("2026-11-03", "2026-11-12 18:30")])

    assert (
        "Tue 10 Nov 18:30 +0100 to 20:30\nThu 12 Nov 18:30 +0100 to 20:30, from 03 Nov 18:30"  # two dates
    ) == told(held)


@pytest.mark.parametrize(
    ("first", "last", "expected"),
    [
        ("2026-12-01", "2026-12-31", ""),
        ("2027-01-01", "2027-01-04", "Mon 04 Jan 18:30 +0100 to 20:30, from 01 Dec 18:30"),
        ("2026-12-01", "2027-01-04", "Mon 04 Jan 18:30 +0100 to 20:30, from 01 Dec 18:30"),
    ],
)
def test_a_date_moved_over_the_edge_of_a_window_counts_where_it_takes_place(
    first: str, last: str, expected: str
) -> None:
    """From December into January, whichever of the two months is asked for."""
    held = meeting("2026-11-03 18:30", MONTHLY, moved=[move("2026-12-01", "2027-01-04 18:30")])

    assert expected == told(held, first, last)


def test_a_date_moved_back_into_the_window_is_found() -> None:
    """Its slot lies after the last day asked for."""
    held = meeting("2026-11-03 18:30", MONTHLY, moved=[move("2027-01-05", "2026-12-15 18:30")])

    assert (
        "Tue 01 Dec 18:30 +0100 to 20:30\nTue 15 Dec 18:30 +0100 to 20:30, from 05 Jan 18:30"  # two dates
    ) == told(held, "2026-12-01", "2026-12-31")


def test_extra_dates_join_the_rule_in_order_and_once() -> None:
    """One of them repeats a date of the rule, one comes before its start."""
    extra = ["2026-12-15 10:00", "2026-11-03 18:30", "2026-10-01 09:00"]
    held = meeting("2026-11-03 18:30", f"{MONTHLY};COUNT=3", also_on=extra)

    assert (
        "Thu 01 Oct 09:00 +0200 to 11:00\n"
        "Tue 03 Nov 18:30 +0100 to 20:30\n"
        "Tue 01 Dec 18:30 +0100 to 20:30\n"
        "Tue 15 Dec 10:00 +0100 to 12:00\n"
        "Tue 05 Jan 18:30 +0100 to 20:30"
    ) == told(held)


def test_extra_dates_can_be_cancelled_and_moved_too() -> None:
    """They are dates like the others."""
    held = meeting(
        "2026-11-03 18:30",
        also_on=["2026-11-10 18:30", "2026-11-17 18:30"],
        cancelled_on=["2026-11-10"],
        moved=[move("2026-11-17", "2026-11-18 18:30")],
    )

    assert (
        "Tue 03 Nov 18:30 +0100 to 20:30\n"
        "Tue 10 Nov 18:30 +0100 to 20:30, cancelled\n"
        "Wed 18 Nov 18:30 +0100 to 20:30, from 17 Nov 18:30"
    ) == told(held)


def test_a_meeting_without_rule_takes_place_once() -> None:
    """Whatever the window around it."""
    assert "Tue 03 Nov 18:30 +0100 to 20:30" == told(meeting("2026-11-03 18:30"))


@pytest.mark.parametrize(
    ("first", "last", "expected"), [("2026-11-03", "2026-11-03", 1), ("2026-11-04", "2026-11-30", 0)]
)
def test_both_ends_of_the_window_are_included(first: str, last: str, expected: int) -> None:
    """A meeting counts on the day it starts."""
    dates = told(meeting("2026-11-03 23:30"), first, last)

    assert expected == len(dates.splitlines())


def test_whole_days_end_at_midnight_after_the_last_one() -> None:
    """Two days over the clock change of March are 47 hours, and still two days."""
    held = meeting("2026-03-28", "FREQ=YEARLY;COUNT=1", hours=48)

    assert "Sat 28 Mar 00:00 +0100 to 00:00" == told(held)
    assert ["2026-03-30"] == [
        f"{occurrence.end:%Y-%m-%d}" for occurrence in held.occurrences(held.start.date(), held.start.date())
    ]


@pytest.mark.parametrize(
    ("repeat", "also_on", "expected"),
    [(None, [], False), ("FREQ=DAILY", [], True), (None, ["2026-11-10 18:30"], True)],
)
def test_a_rule_or_an_extra_date_makes_a_meeting_recurring(
    repeat: str | None, also_on: list[str], expected: bool
) -> None:
    """What is held once needs no exceptions in a calendar."""
    assert expected is meeting("2026-11-03 18:30", repeat, also_on=also_on).is_recurring


def test_a_subject_and_a_reason_belong_to_the_day_that_was_planned() -> None:
    """A date that is moved keeps its subject; a reason is that of its list or of its move."""
    held = replace(
        meeting(
            "2026-11-03 18:30",
            "FREQ=WEEKLY;COUNT=3",
            cancelled_on=["2026-11-03"],
            moved=[Move(date(2026, 11, 10), datetime(2026, 11, 12, 18, 30), reason=plain("Élections"))],
        ),
        subjects=(Remark(date(2026, 11, 10), plain("Les licences")),),
        reasons=(Remark(date(2026, 11, 3), plain("Neige")),),
    )
    dates = held.occurrences(date(2026, 1, 1), date(2026, 12, 31))

    assert [(3, None, "Neige"), (12, "Les licences", "Élections"), (17, None, None)] == [
        (one.start.day, one.subject and str(one.subject), one.reason and str(one.reason)) for one in dates
    ]
