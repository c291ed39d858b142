"""Every reader of calendars finds the dates of the domain in every feed: the table of docs/testing.md."""

from collections.abc import Mapping
from dataclasses import replace
from datetime import UTC, date, datetime
from functools import cache
from pathlib import Path

import icalendar
import pytest
import recurring_ical_events
from association_samples import association, commission
from built_site import Built, SiteOf
from calendar_cases import CASES, IN_ZONES, OTHERWISE
from calendar_readers import (
    PROGRAMS,
    domain_lines,
    icalendar_lines,
    program_lines,
    program_lines_by_uid,
    vobject_lines,
)
from hard_calendars import FILES
from site_samples import SiteAddresses, feed
from tools import REPOSITORY, command, node_package, php_library

from association.domain.association import Association
from association.domain.meetings import Meeting
from association.exports.calendar import association_calendar

FIRST, LAST = date(2026, 10, 1), date(2027, 10, 31)
THREE_YEARS = (date(2026, 1, 1), date(2028, 12, 31))
TEN_YEARS_AHEAD = (date(2036, 1, 1), date(2036, 12, 31))
WEDNESDAYS = {case: meeting for case, meeting in IN_ZONES.items() if case.startswith("wednesdays")}


@pytest.fixture(params=PROGRAMS)
def program(request: pytest.FixtureRequest) -> str:
    if request.param == "sabre/vobject":
        command("php", "php-cli")
        php_library("Sabre/VObject/includes.php", "php-sabre-vobject")
    else:
        command("node", "nodejs")
        node_package(f"{request.param}/package.json")
    return request.param


@pytest.fixture(params=["demonstration", "hard"])
def site(request: pytest.FixtureRequest, tactic: Built, site_of: SiteOf) -> Built:
    return tactic if request.param == "demonstration" else site_of(FILES)


def test_every_calendar_says_the_same(site: Built, program: str, tmp_path: Path) -> None:
    """Recurrences, moves, cancellations, added dates, whole days, partners' dates, summer time."""
    files = [file for file in site.files if file.endswith(".ics")]
    told = {file: readings(site.bytes(file), program, tmp_path) for file in files}

    assert files and {} == {file: lines for file, lines in told.items() if len(set(lines)) > 1}


def readings(calendar: bytes, program: str, folder: Path) -> list[tuple[str, ...]]:
    return [tuple(program_lines(program, calendar, FIRST, LAST, folder)), *readings_here(calendar)]


@cache
def readings_here(calendar: bytes) -> list[tuple[str, ...]]:
    """By the two readers in Python, which need not read it once for each program."""
    return [tuple(reader(calendar, FIRST, LAST)) for reader in (icalendar_lines, vobject_lines)]


def test_the_calendar_of_all_dates_says_what_the_open_data_say(site: Built) -> None:
    """One agenda, two forms: the same UIDs, the same moments, the same dates placed by a rule."""
    events = site.json("data/v1/events.json")["events"]
    records = {(event["uid"], moment(str(event["start"]))) for event in events}
    calendar = icalendar.Calendar.from_ical(site.bytes("agenda.ics"))
    found = recurring_ical_events.of(calendar).between(FIRST, LAST)
    ruled = {str(vevent["UID"]) for vevent in calendar.walk("VEVENT") if "RRULE" in vevent}

    assert {(str(each["UID"]), in_utc(each.start)) for each in found} == {
        (uid, start) for uid, start in records if FIRST.isoformat() <= str(start)[:10] < LAST.isoformat()
    }
    assert ruled >= {event["uid"] for event in events if event["recurrence_id"]}


def moment(written: str) -> date | datetime:
    return in_utc(datetime.fromisoformat(written)) if "T" in written else date.fromisoformat(written)


def in_utc(moment: date | datetime) -> date | datetime:
    return moment.astimezone(UTC) if isinstance(moment, datetime) else moment


def test_no_calendar_has_an_rdate(site: Built) -> None:
    """Outside of a time zone."""
    texts = {file: site.text(file) for file in site.files if file.endswith(".ics")}

    assert [] == [file for file, text in texts.items() if "\nRDATE" in text.rpartition("END:VTIMEZONE")[2]]


def test_every_meeting_of_the_table_is_read_as_the_domain_means_it(program: str, tmp_path: Path) -> None:
    """All but those whose names are written down with what the reader makes of them, and all of those."""
    meant, found = meant_and_found(CASES, THREE_YEARS, program, tmp_path)

    assert sorted(OTHERWISE[program]) == sorted(case for case in CASES if meant[case] != found[case])


def test_every_zone_is_read_as_the_domain_means_it_ten_years_ahead(program: str, tmp_path: Path) -> None:
    """ical.js knows the zones only by the file."""
    meant, found = meant_and_found(WEDNESDAYS, TEN_YEARS_AHEAD, program, tmp_path)

    assert meant == found


def test_the_table_of_the_documentation_has_every_reader() -> None:
    """With the number of meetings that it takes otherwise."""
    text = (REPOSITORY / "docs" / "testing.md").read_text(encoding="utf-8")
    rows = {row.split("|")[1].split()[0]: row for row in text.splitlines() if row.startswith("| ")}
    expected = {reader: f" {len(CASES) - len(cases)} of {len(CASES)} " for reader, cases in OTHERWISE.items()}

    assert {} == {reader: cell for reader, cell in expected.items() if cell not in rows.get(reader, "")}


Lines = dict[str, list[str]]


def meant_and_found(
    cases: Mapping[str, Meeting], window: tuple[date, date], program: str, folder: Path
) -> tuple[Lines, Lines]:
    """By case: what the domain says, and what the program reads in one calendar of all."""
    numbered = {
        case: replace(meeting, id=f"m{number}") for number, (case, meeting) in enumerate(cases.items())
    }
    calendar = association_calendar(feed(), held(*numbered.values()), SiteAddresses(), date(2026, 1, 1))
    found: Lines = {}
    for uid, lines in program_lines_by_uid(program, calendar, *window, folder).items():
        found.setdefault(uid.partition(".")[0], []).extend(lines)
    return (
        {case: domain_lines(held(meeting), *window) for case, meeting in numbered.items()},
        {case: sorted(found.get(meeting.id, [])) for case, meeting in numbered.items()},
    )


def held(*meetings: Meeting) -> Association:
    return association(commission(*meetings))
