"""The form of a calendar: its lines, who it says it is, and that it never changes by itself."""

import os
import subprocess
import sys
from dataclasses import replace
from datetime import date
from pathlib import Path
from zoneinfo import ZoneInfo

import icalendar
import pytest
from association_samples import TACTIC, TODAY, TOUR, association, commission, meeting
from calendar_readers import unfolded
from site_samples import SiteAddresses, feed

from association.domain.text import plain
from association.exports.calendar import association_calendar

ADDRESSES = SiteAddresses()
FULL = association_calendar(feed(), TACTIC, ADDRESSES, TODAY)


def head(calendar: bytes) -> list[str]:
    return "\n".join(unfolded(calendar)).split("\nBEGIN:")[0].split("\n")


def test_lines_end_in_crlf_and_nothing_else_breaks_them() -> None:
    """RFC 5545 section 3.1."""
    breaks = [FULL.count(line_break) for line_break in (b"\r\n", b"\n", b"\r")]

    assert breaks == [breaks[0]] * 3
    assert FULL.endswith(b"END:VCALENDAR\r\n")


def test_no_line_is_longer_than_75_octets() -> None:
    """And folding never cuts a character in two (section 3.1)."""
    long = replace(TOUR, summary=plain("Électronique, réseaux : " * 30))
    lines = association_calendar(feed(), association(long), ADDRESSES, TODAY).split(b"\r\n")

    assert max(map(len, lines)) in (74, 75)
    assert all(line.decode() for line in lines[:-1])


def test_a_calendar_says_who_it_is_and_how_often_to_come_back() -> None:
    """RFC 7986 next to the older X- properties that Apple, Google and Outlook read."""
    assert [
        "BEGIN:VCALENDAR",
        "VERSION:2.0",
        "PRODID:-//Assosite//Assosite//FR",
        "CALSCALE:GREGORIAN",
        "DESCRIPTION:Toutes les dates publiques",
        "X-WR-CALDESC:Toutes les dates publiques",
        "NAME:Agenda de TacTic\\; réunions\\, rencontres",
        "X-WR-CALNAME:Agenda de TacTic\\; réunions\\, rencontres",
        "LAST-MODIFIED:20261101T093000Z",
        "REFRESH-INTERVAL;VALUE=DURATION:PT6H",
        "SOURCE;VALUE=URI:https://tactic.example/agenda.ics",
        "URL:https://tactic.example/agenda/",
        "X-PUBLISHED-TTL:PT6H",
        "X-WR-TIMEZONE:Europe/Paris",
    ] == head(FULL)


def test_a_calendar_is_no_scheduling_message() -> None:
    """Nobody is invited and nobody answers (RFC 5546)."""
    names = {line.split(":")[0].split(";")[0] for line in unfolded(FULL)}

    assert set() == names & {"METHOD", "ORGANIZER", "ATTENDEE", "VALARM"}


def test_a_site_without_address_has_a_calendar_without_urls() -> None:
    """A path of the site leads nowhere from a phone."""
    calendar = association_calendar(feed(site=""), TACTIC, SiteAddresses(""), TODAY)
    urls = [line for line in unfolded(calendar) if line.startswith(("URL", "SOURCE"))]

    assert [] == urls
    assert b"agenda/tour" not in calendar


def test_a_rule_in_utc_is_not_repeated_by_local_clocks() -> None:
    """Google applies X-WR-TIMEZONE to what is written in UTC."""
    held = commission(meeting(repeat="FREQ=WEEKLY", zone=ZoneInfo("UTC")))
    calendar = association_calendar(feed(), association(held), ADDRESSES, TODAY)

    assert b"X-WR-TIMEZONE" not in calendar


def test_an_empty_calendar_is_still_a_calendar() -> None:
    """Who subscribed before the first date must not see an error."""
    calendar = association_calendar(feed(), association(), ADDRESSES, TODAY)

    assert [*head(FULL), "END:VCALENDAR"] == unfolded(calendar)


def test_components_come_in_the_order_of_their_uids() -> None:
    """Each rule before the dates that replace some of its own."""
    lines = [line for line in unfolded(FULL) if line.startswith(("UID", "RECURRENCE-ID"))]

    assert [
        "UID:arras.tour.agenda@tactic.example",
        "UID:lens.tour.agenda@tactic.example",
        "UID:reunion.reseaux.20261215@tactic.example",
        "UID:reunion.reseaux.20270720@tactic.example",
        "UID:reunion.reseaux@tactic.example",
        "UID:reunion.reseaux@tactic.example",
        "RECURRENCE-ID;TZID=Europe/Paris:20261201T183000",
        "UID:reunion.reseaux@tactic.example",
        "RECURRENCE-ID;TZID=Europe/Paris:20270105T183000",
        "UID:reunion.reseaux@tactic.example",
        "RECURRENCE-ID;TZID=Europe/Paris:20270302T183000",
        "UID:reunion.reseaux@tactic.example",
        "RECURRENCE-ID;TZID=Europe/Paris:20270406T183000",
        "UID:visite.reseaux@tactic.example",
        "UID:web.tour.agenda@tactic.example",
    ] == lines


def test_the_order_of_the_files_does_not_change_the_calendar() -> None:
    """Commissions and events are told in the order of their UIDs."""
    turned = replace(TACTIC, commissions=TACTIC.commissions[::-1], events=TACTIC.events[::-1])

    assert FULL == association_calendar(feed(), turned, ADDRESSES, TODAY)


@pytest.mark.parametrize(
    "surroundings",
    [
        {"TZ": "America/Montreal", "PYTHONHASHSEED": "1"},
        {"TZ": "Pacific/Auckland", "LC_ALL": "C", "PYTHONHASHSEED": "2"},
        {"LC_ALL": "tr_TR.UTF-8", "PYTHONHASHSEED": "3"},
    ],
)
def test_the_same_dates_give_the_same_bytes_elsewhere(surroundings: dict[str, str], tmp_path: Path) -> None:
    """Whatever the time zone, the locale, the hash seed and the folder of the machine."""
    program = (
        "import sys; from test_calendar_lines import FULL; from test_open_data_json import EVERYTHING;"
        "from test_atom_feed import NEWS; sys.stdout.buffer.write(FULL + EVERYTHING + NEWS)"
    )
    here = Path(__file__).parent
    paths = os.pathsep.join(map(str, (here, here.parents[1] / "plugins")))
    told = subprocess.run(
        [sys.executable, "-c", program],
        check=True,
        capture_output=True,
        cwd=tmp_path,
        env={**os.environ, "PYTHONPATH": paths, "PYTHONDONTWRITEBYTECODE": "1", **surroundings},
    )
    from test_atom_feed import NEWS
    from test_open_data_json import EVERYTHING

    assert FULL + EVERYTHING + NEWS == told.stdout


def test_icalendar_finds_no_fault_in_any_component() -> None:
    """It keeps what it could not read in `errors` instead of raising."""
    parsed = icalendar.Calendar.from_ical(FULL)

    assert [] == [error for component in parsed.walk() for error in component.errors]


@pytest.mark.parametrize(
    "hostile",
    ["Fin\r\nATTENDEE:mailto:x@evil.example", "a\nEND:VEVENT\nBEGIN:VALARM", "\\n; , \\", "x" * 9999],
)
def test_no_text_can_break_out_of_its_property(hostile: str) -> None:
    """Line breaks, commas, semicolons and backslashes are escaped (section 3.3.11)."""
    tour = replace(TOUR, title=plain(hostile), summary=plain(hostile), kind=plain(hostile))
    calendar = association_calendar(feed(), association(tour), ADDRESSES, TODAY)
    names = {line.split(":")[0].split(";")[0] for line in unfolded(calendar)}

    assert set() == names & {"ATTENDEE", "VALARM"}
    assert 3 == calendar.count(b"BEGIN:VEVENT\r\n") == calendar.count(b"END:VEVENT\r\n")


def test_the_day_of_the_build_does_not_change_dates_that_are_not_stale() -> None:
    """Only the stamp tells one build from the next."""
    assert FULL == association_calendar(feed(), TACTIC, ADDRESSES, date(2026, 11, 20))
