"""What a commission's meeting looks like in a calendar: its rule and its exceptions."""

from datetime import date

import icalendar
import pytest
import recurring_ical_events
from association_samples import (
    CAFE,
    TACTIC,
    TODAY,
    association,
    commission,
    meeting,
    move,
)
from calendar_readers import unfolded, vevent_lines
from site_samples import NEW, SiteAddresses, feed

from association.domain.commissions import Commission
from association.domain.events import Event
from association.domain.meetings import Meeting
from association.exports.calendar import association_calendar

FULL = association_calendar(feed(), TACTIC, SiteAddresses(), TODAY)
MEETING, EVENT = "reunion.reseaux@tactic.example", "tour.agenda@tactic.example"


def calendar(thing: Commission | Event | Meeting, language: str = "fr") -> bytes:
    thing = commission(thing) if isinstance(thing, Meeting) else thing
    return association_calendar(feed(language), association(thing), SiteAddresses(), TODAY)


def told(lines: list[str], *names: str) -> list[str]:
    return [line for line in lines if line.split(":")[0].split(";")[0] in names]


def test_a_recurring_meeting_is_one_vevent_with_its_rule_and_its_exceptions() -> None:
    """Exceptions are told in the zone of the meeting, one a line."""
    assert [
        "DTSTAMP:20261101T093000Z",
        "LAST-MODIFIED:20261101T093000Z",
        f"SEQUENCE:{NEW}",
        "SUMMARY:Réseaux : Réunion",
        "DTSTART;TZID=Europe/Paris:20260901T183000",
        "DTEND;TZID=Europe/Paris:20260901T203000",
        "UID:reunion.reseaux@tactic.example",
        "RRULE:FREQ=MONTHLY;BYDAY=1TU",
        "EXDATE;TZID=Europe/Paris:20261006T183000",
        "CATEGORIES:Réseaux,commission",
        "CONTACT:Réseaux\\, reseaux@tactic.example",
        "DESCRIPTION:Serveurs\\, liaisons et sauvegardes (https://tactic.example/s/)."
        "\\n\\nhttps://tactic.example/commissions/reseaux/",
        "GEO:50.2925;2.7801",
        "LOCATION:Salle de l'Exemple\\, 2\\, rue de l'Exemple\\, 62000 Arras",
        "STATUS:CONFIRMED",
        "URL:https://tactic.example/commissions/reseaux/",
    ] == vevent_lines(FULL, MEETING)


def test_a_moved_date_is_told_instead_of_the_one_it_replaces() -> None:
    """With its new time and place, and a higher SEQUENCE (RFC 5545 sections 3.8.4.4 and 3.8.7.4)."""
    lines = vevent_lines(FULL, MEETING, "20270105T183000")

    assert [
        f"SEQUENCE:{NEW + 1}",
        "DTSTART;TZID=Europe/Paris:20270112T190000",
        "DTEND;TZID=Europe/Paris:20270112T210000",
        "RECURRENCE-ID;TZID=Europe/Paris:20270105T183000",
        "LOCATION:Café Maquette",
        "STATUS:CONFIRMED",
    ] == told(
        lines, "DTSTART", "DTEND", "RECURRENCE-ID", "SEQUENCE", "LOCATION", "GEO", "STATUS", "RRULE", "RDATE"
    )


def test_a_cancelled_date_stays_in_the_calendar_as_cancelled() -> None:
    """Phones strike it through; were it left out, nobody would know why."""
    lines = vevent_lines(FULL, MEETING, "20261201T183000")

    assert [
        f"SEQUENCE:{NEW + 1}",
        "DTSTART;TZID=Europe/Paris:20261201T183000",
        "RECURRENCE-ID;TZID=Europe/Paris:20261201T183000",
        "STATUS:CANCELLED",
    ] == told(lines, "DTSTART", "RECURRENCE-ID", "SEQUENCE", "STATUS")


@pytest.mark.parametrize(
    ("moves", "cancelled_on", "expected"),
    [
        ((move("2026-11-10", "2026-11-10 18:30", CAFE),), "", f"SEQUENCE:{NEW + 1}"),
        ((move("2026-11-10", "2026-11-11 18:30"),), "2026-11-10", f"SEQUENCE:{NEW + 2}"),
    ],
    ids=["another room", "moved, then cancelled"],
)
def test_each_change_raises_the_sequence(moves: tuple, cancelled_on: str, expected: str) -> None:
    """A reader that knows the date believes the higher number."""
    held = meeting(repeat="FREQ=WEEKLY", moved=moves, cancelled_on=cancelled_on)

    assert [expected] == told(vevent_lines(calendar(held), MEETING, "20261110T183000"), "SEQUENCE")


@pytest.mark.parametrize(
    ("held", "expected"),
    [
        (meeting(repeat="FREQ=DAILY;UNTIL=2027-06-30T23:59:59"), "FREQ=DAILY;UNTIL=20270630T215959Z"),
        (meeting(repeat="FREQ=DAILY;UNTIL=2027-01-30T18:30:00"), "FREQ=DAILY;UNTIL=20270130T173000Z"),
        (meeting("2026-11-03", "FREQ=DAILY;UNTIL=2027-06-30T23:59", hours=24), "FREQ=DAILY;UNTIL=20270630"),
        (meeting(repeat="FREQ=MONTHLY;INTERVAL=2;COUNT=7"), "FREQ=MONTHLY;COUNT=7;INTERVAL=2;BYMONTHDAY=3"),
        (meeting(repeat="FREQ=WEEKLY;BYDAY=TU,TH;WKST=SU"), "FREQ=WEEKLY;BYDAY=TU,TH;WKST=SU"),
        (meeting("2024-02-29 18:30", "FREQ=YEARLY"), "FREQ=YEARLY;BYMONTHDAY=29;BYMONTH=2"),
    ],
)
def test_a_rule_is_written_as_readers_need_it(held: Meeting, expected: str) -> None:
    """UNTIL in UTC, or a day if DTSTART is one (section 3.3.10)."""
    assert [f"RRULE:{expected}"] == told(vevent_lines(calendar(held), MEETING), "RRULE")


def test_exceptions_of_whole_days_are_days() -> None:
    """EXDATE and RECURRENCE-ID are of the kind of DTSTART (sections 3.8.4.4 and 3.8.5.1)."""
    held = meeting(
        "2026-11-03",
        "FREQ=WEEKLY",
        hours=48,
        except_on="2026-11-10",
        cancelled_on="2026-11-17",
    )
    lines = unfolded(calendar(held))

    assert [
        "DTSTART;VALUE=DATE:20261103",
        "DTEND;VALUE=DATE:20261105",
        "EXDATE;VALUE=DATE:20261110",
        "DTSTART;VALUE=DATE:20261117",
        "DTEND;VALUE=DATE:20261119",
        "RECURRENCE-ID;VALUE=DATE:20261117",
    ] == told(lines, "DTSTART", "DTEND", "EXDATE", "RECURRENCE-ID")


def test_a_meeting_held_once_and_moved_is_told_where_it_now_is() -> None:
    """Without a rule there is nothing that a RECURRENCE-ID could name."""
    once = meeting(moved=(move("2026-11-03", "2026-11-10 18:30"),))
    lines = vevent_lines(calendar(once), MEETING)

    assert [f"SEQUENCE:{NEW + 1}", "DTSTART;TZID=Europe/Paris:20261110T183000"] == told(
        lines, "DTSTART", "SEQUENCE", "RECURRENCE-ID", "RRULE"
    )


SPOKEN = meeting(
    repeat="FREQ=WEEKLY;COUNT=6",
    cancelled_on="2026-11-17",
    moved=(move("2026-11-24", "2026-11-25 18:30", reason="Élections"),),
    also_on=("2026-12-20 10:00",),
    subjects={
        "2026-11-10": "La facture électronique",
        "2026-11-17": "Les licences",
        "2026-11-24": "Les mots de passe",
        "2026-12-20": "Le bilan",
    },
    reasons={"2026-11-17": "Salle fermée"},
)


def read(calendar: bytes, *names: str) -> list[tuple[str, ...]]:
    """What a program that follows the calendar shows, date by date."""
    query = recurring_ical_events.of(icalendar.Calendar.from_ical(calendar))
    dates = sorted(query.between(date(2020, 1, 1), date(2030, 1, 1)), key=lambda one: one.start)
    return [(f"{one.start:%m-%d}", *(str(one.get(name, "")) for name in names)) for one in dates]


def test_a_subject_is_told_of_its_own_date_only() -> None:
    """Wherever the date is moved; also of one beside the rule."""
    assert [
        ("11-03", "Réseaux : Réunion"),
        ("11-10", "Réseaux : Réunion · La facture électronique"),
        ("11-17", "Réseaux : Réunion · Les licences"),
        ("11-25", "Réseaux : Réunion · Les mots de passe"),
        ("12-01", "Réseaux : Réunion"),
        ("12-08", "Réseaux : Réunion"),
        ("12-20", "Réseaux : Réunion · Le bilan"),
    ] == read(calendar(SPOKEN), "SUMMARY")


def test_a_date_with_a_subject_replaces_that_of_the_rule() -> None:
    """At its own moment, as one that is moved does, and newer than the rule."""
    lines = vevent_lines(calendar(SPOKEN), MEETING, "20261110T183000")

    assert [
        f"SEQUENCE:{NEW + 1}",
        "SUMMARY:Réseaux : Réunion · La facture électronique",
        "DTSTART;TZID=Europe/Paris:20261110T183000",
        "RECURRENCE-ID;TZID=Europe/Paris:20261110T183000",
        "STATUS:CONFIRMED",
    ] == told(lines, "SEQUENCE", "SUMMARY", "DTSTART", "RECURRENCE-ID", "STATUS", "COMMENT", "EXDATE")


def test_why_a_date_is_cancelled_or_moved_is_a_comment() -> None:
    """RFC 5545 section 3.8.1.4; before all else in the DESCRIPTION, which more programs show."""
    found = read(calendar(SPOKEN), "COMMENT", "DESCRIPTION")
    told_first = {day: (comment, text.split("\n\n")[0]) for day, comment, text in found if comment}

    assert {"11-17": ("Salle fermée",) * 2, "11-25": ("Élections",) * 2} == told_first


def test_a_subject_of_long_ago_takes_no_date_out_of_the_calendar() -> None:
    """The rule tells it again, as it tells the dates around it; an old cancelled one is gone."""
    held = meeting(
        "2025-06-02 18:30",
        "FREQ=WEEKLY",
        cancelled_on="2025-06-16",
        subjects={"2025-06-09": "Il y a longtemps", "2025-06-16": "Jamais"},
    )
    first = [summary for day, summary in read(calendar(held), "SUMMARY") if day < "06-24"][:3]

    assert ["EXDATE;TZID=Europe/Paris:20250616T183000"] == told(
        vevent_lines(calendar(held), MEETING), "EXDATE"
    )
    assert ["Réseaux : Réunion"] * 3 == first


def test_a_subject_of_whole_days_and_of_a_single_meeting() -> None:
    """A day is replaced by a day; without a rule there is nothing to replace."""
    days = meeting("2026-11-03", "FREQ=WEEKLY", hours=24, subjects={"2026-11-10": "Les licences"})
    once = meeting(subjects={"2026-11-03": "Les licences"})
    lines = told(vevent_lines(calendar(once), MEETING), "SUMMARY", "RECURRENCE-ID")

    assert "RECURRENCE-ID;VALUE=DATE:20261110" in unfolded(calendar(days))
    assert ["SUMMARY:Réseaux : Réunion · Les licences"] == lines
