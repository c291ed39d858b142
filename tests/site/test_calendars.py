"""The calendar files of the built site, read by two libraries that share no code for recurrences."""

from datetime import UTC, date, datetime

import icalendar
import pytest
from built_site import TODAY, Built
from calendar_readers import icalendar_lines, vobject_lines

FIRST, LAST = date(2026, 10, 1), date(2027, 10, 31)


def calendars(site: Built) -> list[str]:
    return [file for file in site.files if file.endswith(".ics")]


def test_there_is_a_calendar_of_all_of_each_commission_kind_and_event(tactic: Built) -> None:
    """Beside the page that announces it."""
    pages = [file for file in tactic.files if file.startswith(("commissions/", "agenda/"))]
    expected = {"agenda.ics"}
    expected |= {file.replace("index.html", "agenda.ics") for file in pages if is_of_one(file)}

    assert expected == set(calendars(tactic))


def is_of_one(file: str) -> bool:
    """A commission, an event, or a kind."""
    steps = file.split("/")
    is_kind = steps[:3] == ["agenda", "par", "type"]
    of_all = steps[1] in ("calendriers", "passees")
    return steps[-1] == "index.html" and (is_kind or (len(steps) == 3 and not of_all))


def test_two_readers_find_the_same_dates_in_every_calendar(tactic: Built) -> None:
    """icalendar with recurring-ical-events, vobject with dateutil."""
    told = {file: readings(tactic.bytes(file)) for file in calendars(tactic)}

    assert {} == {file: pair for file, pair in told.items() if pair[0] != pair[1]}


def readings(calendar: bytes) -> tuple[list[str], list[str]]:
    return icalendar_lines(calendar, FIRST, LAST), vobject_lines(calendar, FIRST, LAST)


def test_the_calendar_of_all_dates_says_what_the_open_data_say(tactic: Built) -> None:
    """One agenda, two forms."""
    events = tactic.json("data/v1/events.json")["events"]
    starts = sorted(
        utc(event["start"]) for event in events if FIRST.isoformat() <= event["start"] < LAST.isoformat()
    )
    lines = icalendar_lines(tactic.bytes("agenda.ics"), FIRST, LAST)

    assert starts == [line.split()[0] for line in lines if line < LAST.isoformat()]


def utc(start: str) -> str:
    if "T" not in start:
        return start
    return f"{datetime.fromisoformat(start).astimezone(UTC):%Y-%m-%dT%H:%M:%SZ}"


def test_no_component_is_written_wrongly(tactic: Built) -> None:
    """icalendar accepts what it cannot read and only notes it."""
    errors = {
        file: component.errors
        for file in calendars(tactic)
        for component in icalendar.Calendar.from_ical(tactic.bytes(file)).walk()
        if component.errors
    }

    assert {} == errors


def test_lines_are_folded_and_end_as_the_standard_says(tactic: Built) -> None:
    """RFC 5545 section 3.1: 75 octets, CRLF."""
    lines = [line for file in calendars(tactic) for line in tactic.bytes(file).split(b"\n")[:-1]]

    assert [] == [line for line in lines if len(line) > 76 or not line.endswith(b"\r")]


def test_a_calendar_is_stamped_with_the_moment_of_the_build(tactic: Built) -> None:
    """Never with the clock: the same input gives the same bytes."""
    moment = TODAY.astimezone(UTC)

    assert f"LAST-MODIFIED:{moment:%Y%m%dT%H%M%SZ}".encode() in tactic.bytes("agenda.ics")


@pytest.mark.parametrize("header", [b"REFRESH-INTERVAL", b"X-PUBLISHED-TTL", b"X-WR-CALNAME", b"\nNAME:"])
def test_a_calendar_says_its_name_and_how_often_to_come_back(tactic: Built, header: bytes) -> None:
    """RFC 7986 and what readers understood before it."""

    assert header in tactic.bytes("commissions/infrastructures-reseaux/agenda.ics")
