"""Which dates a calendar holds, and what it never tells."""

from dataclasses import replace
from datetime import date, timedelta

import pytest
from association_samples import TACTIC, TODAY, TOUR, association, commission, event, event_date, meeting, move
from calendar_readers import icalendar_lines, unfolded
from site_samples import SiteAddresses, SwitchedOff, feed

from association.domain.association import Association
from association.domain.commissions import Commission
from association.domain.events import Event, Status
from association.domain.meetings import Meeting
from association.exports.calendar import association_calendar, commission_calendar, event_calendar

ADDRESSES = SiteAddresses()
LONG_AGO, RECENT = TODAY - timedelta(days=366), TODAY - timedelta(days=365)
CANCELLED_LONG_AGO, CANCELLED_RECENTLY = TODAY - timedelta(days=61), TODAY - timedelta(days=60)


def uids(calendar: bytes) -> list[str]:
    """Each once, without the domain."""
    lines = (line for line in unfolded(calendar) if line.startswith("UID:"))
    return list(dict.fromkeys(line.removeprefix("UID:").removesuffix("@tactic.example") for line in lines))


def held(*meetings: Meeting) -> bytes:
    return association_calendar(feed(), association(commission(*meetings)), ADDRESSES, TODAY)


def announced(day: date, status: Status = Status.SCHEDULED) -> Event:
    return event(event_date(str(day), str(day), status=status), slug="bal")


def test_the_association_s_calendar_holds_everything() -> None:
    """Meetings of all commissions and all events."""
    calendar = association_calendar(feed(), TACTIC, ADDRESSES, TODAY)

    assert [
        "arras.tour.agenda",
        "lens.tour.agenda",
        "reunion.reseaux.20261215",
        "reunion.reseaux.20270720",
        "reunion.reseaux",
        "visite.reseaux",
        "web.tour.agenda",
    ] == uids(calendar)


def test_a_commission_s_calendar_holds_its_meetings_and_the_events_that_name_it() -> None:
    """And nothing of the others."""
    networks = commission(meeting())
    schools = commission(meeting(), id_="ecoles")
    bal = replace(announced(TODAY), commissions=("ecoles",))
    whole = association(networks, schools, bal, TOUR)
    calendars = [commission_calendar(feed(), whole, own, ADDRESSES, TODAY) for own in (networks, schools)]

    assert [
        ["arras.tour.agenda", "lens.tour.agenda", "reunion.reseaux", "web.tour.agenda"],
        ["bal.agenda", "reunion.ecoles"],
    ] == list(map(uids, calendars))


def test_an_event_s_calendar_holds_all_its_dates_however_old() -> None:
    """Who follows an old link finds what was announced."""
    old = announced(date(2019, 7, 1), Status.CANCELLED)
    whole = association(old, TOUR)

    assert ["bal.agenda"] == uids(event_calendar(feed(), old, whole, ADDRESSES))


def test_a_commission_that_has_never_met_has_a_calendar() -> None:
    """Empty, and ready to be subscribed to."""
    new = Commission("ecoles", TACTIC.commissions[1].name)

    assert [] == uids(commission_calendar(feed(), TACTIC, new, ADDRESSES, TODAY))


@pytest.mark.parametrize(
    ("day", "status", "expected"),
    [
        (LONG_AGO, Status.SCHEDULED, []),
        (RECENT, Status.SCHEDULED, ["bal.agenda"]),
        (CANCELLED_LONG_AGO, Status.CANCELLED, []),
        (CANCELLED_RECENTLY, Status.CANCELLED, ["bal.agenda"]),
        (CANCELLED_LONG_AGO, Status.POSTPONED, ["bal.agenda"]),
    ],
)
def test_old_events_are_left_out(day: date, status: Status, expected: list[str]) -> None:
    """After a year; after two months if they did not take place."""
    calendar = association_calendar(feed(), association(announced(day, status)), ADDRESSES, TODAY)

    assert expected == uids(calendar)


@pytest.mark.parametrize(
    ("day", "cancelled", "expected"),
    [
        (LONG_AGO, False, []),
        (RECENT, False, ["reunion.reseaux"]),
        (CANCELLED_LONG_AGO, True, []),
        (CANCELLED_RECENTLY, True, ["reunion.reseaux"]),
    ],
)
def test_old_meetings_held_once_are_left_out(day: date, cancelled: bool, expected: list[str]) -> None:
    """Like events."""
    once = meeting(f"{day} 18:30", cancelled_on=str(day) if cancelled else "")

    assert expected == uids(held(once))


@pytest.mark.parametrize(
    ("repeat", "also_on", "expected"),
    [
        ("FREQ=WEEKLY;COUNT=9", (), []),
        ("FREQ=WEEKLY;UNTIL=2025-10-31T23:59:59", (), []),
        ("FREQ=WEEKLY;UNTIL=2025-11-30T23:59:59", (), ["reunion.reseaux"]),
        ("FREQ=WEEKLY", (), ["reunion.reseaux"]),
        ("FREQ=WEEKLY;COUNT=9", ("2026-01-06 18:30",), ["reunion.reseaux.20260106"]),
        (None, ("2025-01-13 18:30",), []),
    ],
)
def test_a_meeting_whose_last_date_is_old_is_left_out(
    repeat: str | None, also_on: tuple[str, ...], expected: list[str]
) -> None:
    """One that still goes on keeps all its past."""
    assert expected == uids(held(meeting("2025-01-06 18:30", repeat, also_on=also_on)))


def test_a_meeting_whose_last_date_was_moved_into_this_year_stays() -> None:
    """It is the day it takes place that counts."""
    late = meeting("2025-01-06 18:30", "FREQ=WEEKLY;COUNT=2", moved=(move("2025-01-13", "2026-09-01 18:30"),))

    assert ["reunion.reseaux"] == uids(held(late))


def test_a_date_cancelled_long_ago_becomes_a_hole() -> None:
    """Left out alone, the rule would bring it back as if it had taken place."""
    weekly = meeting(
        "2026-08-04 18:30",
        "FREQ=WEEKLY;COUNT=8",
        cancelled_on="2026-08-11 2026-09-08",
        also_on=("2026-08-13 18:30",),
    )
    calendar = held(weekly)
    found = icalendar_lines(calendar, date(2026, 8, 1), date(2026, 12, 31))

    assert "08-04 08-13 08-18 08-25 09-01 09-08 09-15 09-22" == " ".join(line[5:10] for line in found)
    assert ["CANCELLED"] == [line.split()[-1] for line in found if "09-08" in line]


@pytest.mark.parametrize(("days", "expected"), [(59, "CANCELLED"), (60, "CANCELLED"), (61, "a hole")])
def test_a_cancelled_date_of_a_rule_stays_for_sixty_days(days: int, expected: str) -> None:
    """To the day."""
    day = TODAY - timedelta(days=days)
    weekly = meeting(f"{day - timedelta(days=7)} 18:30", "FREQ=WEEKLY;COUNT=20", cancelled_on=str(day))
    found = icalendar_lines(held(weekly), day, day)

    assert expected == (found[0].split()[-1] if found else "a hole")


@pytest.mark.parametrize(("days", "expected"), [(364, 1), (365, 1), (366, 0)])
def test_a_moved_date_of_a_rule_stays_for_a_year(days: int, expected: int) -> None:
    """Then it is a hole: ten years of exceptions are not carried about for ever."""
    day = TODAY - timedelta(days=days)
    slot = day - timedelta(days=2)
    weekly = meeting(
        f"{slot - timedelta(days=7)} 18:30", "FREQ=WEEKLY", moved=(move(str(slot), f"{day} 19:00"),)
    )

    assert expected == len(icalendar_lines(held(weekly), slot, day))


@pytest.mark.parametrize(("days", "expected"), [(364, 1), (365, 1), (366, 0)])
def test_the_last_day_of_what_lasts_several_days_counts(days: int, expected: int) -> None:
    """A year after it, not after the first."""
    last = TODAY - timedelta(days=days)
    camp = event(event_date(str(last - timedelta(days=5)), str(last)), slug="camp")
    calendar = association_calendar(feed(), association(camp), ADDRESSES, TODAY)

    assert expected == len(uids(calendar))


def test_an_extra_date_cancelled_long_ago_is_not_told_any_more() -> None:
    """Neither as an RDATE nor as cancelled."""
    extra = meeting(
        "2026-08-04 18:30", "FREQ=WEEKLY", also_on=("2026-08-13 18:30",), cancelled_on="2026-08-13"
    )

    assert [] == [line for line in unfolded(held(extra)) if line.startswith(("RDATE", "RECURRENCE-ID"))]


def test_a_meeting_without_any_date_left_is_left_out() -> None:
    """Every date of it was excepted."""
    assert [] == uids(held(meeting(repeat="FREQ=WEEKLY;COUNT=2", except_on="2026-11-03 2026-11-10")))


def test_a_page_that_is_switched_off_is_not_linked() -> None:
    """Its dates stay."""
    calendar = association_calendar(feed(), TACTIC, SwitchedOff(), TODAY)

    assert "URL:https://tactic.example/agenda/" in unfolded(calendar)
    assert b"https://tactic.example/commissions/" not in calendar


def test_no_person_and_no_member_is_named() -> None:
    """Neither heads nor organisers have anything to do in a calendar."""
    whole: Association = TACTIC
    calendar = association_calendar(feed(), whole, ADDRESSES, TODAY).decode()

    assert not [word for word in ("Camille", "Kernel", "kernel", "Lycée") if word in calendar]
