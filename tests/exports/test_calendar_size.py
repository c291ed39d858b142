"""How large the calendars of a large association are, and that they share what they have in common."""

from dataclasses import replace
from datetime import date, timedelta

import pytest
from association_samples import CAFE, ROOM, TODAY, association, commission, event, event_date, meeting, move
from calendar_readers import unfolded
from site_samples import SiteAddresses, feed

from association.domain.association import Association
from association.domain.commissions import Commission
from association.domain.events import Event
from association.domain.text import plain
from association.exports import calendar as module
from association.exports.calendar import association_calendar, commission_calendar, event_calendar

ADDRESSES = SiteAddresses()
EVENTS, COMMISSIONS = 2000, 20
TEN_YEARS = 3652
SUMMARY = (
    "Une soirée pour comparer ce que chacun a essayé cette année, avec des exemples et du temps pour parler."
)


def large() -> Association:
    """All dates still to come, and each meeting with three moves and three cancellations a year."""
    announced = (announcement(number) for number in range(EVENTS))
    return association(*map(committee, range(COMMISSIONS)), *announced)


def announcement(number: int) -> Event:
    day = TODAY + timedelta(days=number * TEN_YEARS // EVENTS)
    return event(
        event_date(
            f"{day} 18:30", f"{day} 20:30", venue=ROOM, registration=f"https://dates.example/{number}"
        ),
        slug=f"rencontre-du-mois-{number:04}",
        summary=plain(SUMMARY),
        kind=plain("rencontre"),
        commissions=(f"c{number % COMMISSIONS}",),
    )


def committee(number: int) -> Commission:
    fortnights = [date(2026, 9, 1) + timedelta(days=14 * step) for step in range(TEN_YEARS // 14)]
    moves = tuple(move(str(day), f"{day + timedelta(days=1)} 19:00", CAFE) for day in fortnights[3::9])
    cancelled = " ".join(map(str, fortnights[6::9]))
    changing = meeting(
        "2026-09-01 18:30", "FREQ=WEEKLY;INTERVAL=2", venue=ROOM, moved=moves, cancelled_on=cancelled
    )
    return commission(changing, meeting("2026-09-04 18:30", "FREQ=WEEKLY", id_="atelier"), id_=f"c{number}")


def test_two_thousand_events_and_forty_meetings_of_ten_years_fit_in_a_phone() -> None:
    """At most 1.5 MB with nothing left out, every meeting one rule, every zone two."""
    whole = large()
    calendar = association_calendar(feed(), replace(whole, commissions=calm(whole)), ADDRESSES, TODAY)
    lines = unfolded(calendar)

    assert len(calendar) <= 1_500_000
    assert (EVENTS + 2 * COMMISSIONS, 1) == (lines.count("BEGIN:VEVENT"), lines.count("BEGIN:VTIMEZONE"))


def calm(whole: Association) -> tuple[Commission, ...]:
    """Without exceptions."""
    return tuple(
        replace(one, meetings=tuple(replace(each, moved=(), cancelled_on=()) for each in one.meetings))
        for one in whole.commissions
    )


def test_a_commission_whose_meetings_change_all_the_time_has_a_small_calendar() -> None:
    """Ten years of exceptions and a hundred events."""
    whole = large()
    calendar = commission_calendar(feed(), whole, whole.commissions[0], ADDRESSES, TODAY)

    assert len(calendar) <= 150_000


def test_a_component_is_made_once_for_all_calendars(monkeypatch: pytest.MonkeyPatch) -> None:
    """The component_cache is shared by those of one build."""
    made, block = [], module.block
    monkeypatch.setattr(module, "block", lambda component: (made.append(component), block(component))[1])
    whole = association(commission(meeting(), id_="c0"), announcement(0))
    shared = feed()
    association_calendar(shared, whole, ADDRESSES, TODAY)
    commission_calendar(shared, whole, whole.commissions[0], ADDRESSES, TODAY)
    event_calendar(shared, whole.events[0], whole, ADDRESSES)

    assert 2 == len(made)


def test_what_is_shared_changes_no_byte() -> None:
    """A calendar is the same whichever others were written before."""
    whole = association(commission(meeting(), id_="c0"), announcement(0))
    shared = feed()
    event_calendar(shared, whole.events[0], whole, ADDRESSES)

    assert association_calendar(feed(), whole, ADDRESSES, TODAY) == association_calendar(
        shared, whole, ADDRESSES, TODAY
    )
