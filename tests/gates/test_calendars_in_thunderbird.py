"""ical.js, the reader of Thunderbird, finds the same dates as the domain and the Python readers."""

from collections.abc import Mapping
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from association_samples import association, commission
from built_site import Built
from calendar_cases import CASES, IN_ZONES, OTHERWISE
from calendar_readers import domain_lines, ical_js_lines, ical_js_lines_by_uid, icalendar_lines
from site_samples import SiteAddresses, feed
from tools import command, node_package

from association.domain.association import Association
from association.domain.meeting import Meeting
from association.exports.calendar import association_calendar

FIRST, LAST = date(2026, 10, 1), date(2027, 10, 31)
THREE_YEARS = (date(2026, 1, 1), date(2028, 12, 31))
TEN_YEARS_AHEAD = (date(2036, 1, 1), date(2036, 12, 31))
WEDNESDAYS = {case: meeting for case, meeting in IN_ZONES.items() if case.startswith("wednesdays")}


@pytest.fixture(autouse=True)
def installed() -> None:
    command("node", "nodejs")
    node_package("ical.js/package.json")


def test_every_calendar_says_the_same(tactic: Built, tmp_path: Path) -> None:
    """Recurrences, moves, cancellations and summer time."""
    files = [file for file in tactic.files if file.endswith(".ics")]
    told = {file: readings(tactic.bytes(file), tmp_path) for file in files}

    assert files and {} == {file: pair for file, pair in told.items() if pair[0] != pair[1]}


def readings(calendar: bytes, folder: Path) -> tuple[list[str], list[str]]:
    return icalendar_lines(calendar, FIRST, LAST), ical_js_lines(calendar, FIRST, LAST, folder)


def test_every_meeting_of_the_table_is_read_as_the_domain_means_it(tmp_path: Path) -> None:
    """All but those whose names are written down with what ical.js makes of them, and all of those."""
    meant, found = meant_and_found(CASES, THREE_YEARS, tmp_path)

    assert sorted(OTHERWISE["ical.js"]) == sorted(case for case in CASES if meant[case] != found[case])


def test_every_zone_is_read_as_the_domain_means_it_ten_years_ahead(tmp_path: Path) -> None:
    """ical.js knows the zones only by the file."""
    meant, found = meant_and_found(WEDNESDAYS, TEN_YEARS_AHEAD, tmp_path)

    assert meant == found


Lines = dict[str, list[str]]


def meant_and_found(
    cases: Mapping[str, Meeting], window: tuple[date, date], folder: Path
) -> tuple[Lines, Lines]:
    """By case: what the domain says, and what ical.js reads in one calendar of all."""
    numbered = {
        case: replace(meeting, id=f"m{number}") for number, (case, meeting) in enumerate(cases.items())
    }
    calendar = association_calendar(feed(), held(*numbered.values()), SiteAddresses(), date(2026, 1, 1))
    read = ical_js_lines_by_uid(calendar, *window, folder)
    uid = {case: f"{meeting.id}.reseaux@tactic.example" for case, meeting in numbered.items()}
    return (
        {case: domain_lines(held(meeting), *window) for case, meeting in numbered.items()},
        {case: read.get(uid[case], []) for case in numbered},
    )


def held(*meetings: Meeting) -> Association:
    return association(commission(*meetings))
