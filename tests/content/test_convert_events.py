"""Events: hours and days, single dates and series."""

from datetime import date, datetime
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest
from site_on_disk import article, association, codes

from association.domain.events import Event, EventDate, Status
from association.domain.text import plain

PARIS = ZoneInfo("Europe/Paris")


def event(root: Path, head: str) -> Event:
    return association(root, {"content/agenda/bal.md": article(head)}).events[0]


def at(text: str, zone: ZoneInfo = PARIS) -> datetime:
    return datetime.fromisoformat(text).replace(tzinfo=zone)


@pytest.mark.parametrize(
    ("head", "start", "end"),
    [
        ("start: 2026-12-01 18:30\nduration: 2h", at("2026-12-01 18:30"), at("2026-12-01 20:30")),
        ("start: 2026-12-01 18:30\nend: 2026-12-01 20:00", at("2026-12-01 18:30"), at("2026-12-01 20:00")),
        ("start: 2026-12-01 22:00\nend: 2026-12-02 02:00", at("2026-12-01 22:00"), at("2026-12-02 02:00")),
        ("start: 2026-12-01", date(2026, 12, 1), date(2026, 12, 1)),
        ("start: 2026-12-01\nend: 2026-12-03", date(2026, 12, 1), date(2026, 12, 3)),
        ("start: 2026-12-01\nduration: 3 days", date(2026, 12, 1), date(2026, 12, 3)),
    ],
)
def test_an_event_lasts_from_its_start_to_its_end(
    tmp_path: Path, head: str, start: object, end: object
) -> None:
    """A last day is included; an all-day event that says no more is one day."""
    found = event(tmp_path, head).dates

    assert (EventDate("1", start, end),) == found


def test_hours_are_elapsed_hours_across_a_clock_change(tmp_path: Path) -> None:
    """From 1:00 to 4:00 on the night when clocks go from 2:00 to 3:00 is two hours."""
    found = event(tmp_path, "start: 2027-03-28 01:00\nduration: 2h").dates[0]

    assert at("2027-03-28 04:00") == found.end


def test_an_event_may_have_its_own_zone(tmp_path: Path) -> None:
    """The hour is that of the place."""
    found = event(tmp_path, "start: 2026-12-01 18:30\nduration: 1h\ntimezone: Europe/London").dates[0]

    assert at("2026-12-01 18:30", ZoneInfo("Europe/London")) == found.start


def test_an_offset_is_that_instant_on_the_clock_of_the_zone(tmp_path: Path) -> None:
    """18:30 UTC is 19:30 in Paris."""
    found = event(tmp_path, "start: 2026-12-01T18:30Z\nend: 2026-12-01T20:30+01:00").dates[0]

    assert (at("2026-12-01 19:30"), at("2026-12-01 20:30"), PARIS) == (
        found.start,
        found.end,
        found.start.tzinfo,
    )


def test_an_offset_tells_the_two_readings_of_an_hour_apart(tmp_path: Path) -> None:
    """So there is a way out of the warning."""
    files = {"content/agenda/bal.md": article("start: 2026-10-25T02:30+01:00\nduration: 1h")}

    assert [] == codes(tmp_path, files)


SERIES = """\
venue: Mairie
online: https://visio.example/a
registration: https://inscription.example/a
dates:
  - {start: 2027-03-09 18:30, duration: 2h, title: Deux, venue: Halle, status: cancelled}
  - {start: 2027-02-09 18:30, duration: 2h, id: arras, online: https://visio.example/b}
  - {start: 2027-03-09, registration: https://inscription.example/b}
"""


def test_the_dates_of_a_series_are_sorted_and_keep_their_ids(tmp_path: Path) -> None:
    """An id is the place in the file, unless the editor gave one."""
    found = event(tmp_path, SERIES)

    assert (True, ["arras", "3", "1"]) == (found.is_series, [one.id for one in found.dates])


def test_a_date_has_from_its_event_what_it_does_not_say(tmp_path: Path) -> None:
    """Venue, online and registration."""
    found = event(tmp_path, SERIES).dates

    assert [
        ("Mairie", "https://visio.example/b", "https://inscription.example/a"),
        ("Mairie", "https://visio.example/a", "https://inscription.example/b"),
        ("Halle", "https://visio.example/a", "https://inscription.example/a"),
    ] == [(str(one.venue.name), one.online, one.registration) for one in found]


def test_a_date_has_its_own_title_and_status(tmp_path: Path) -> None:
    """One evening of a tour may be cancelled."""
    found = event(tmp_path, SERIES).dates

    assert [(None, Status.SCHEDULED), (None, Status.SCHEDULED), (plain("Deux"), Status.CANCELLED)] == [
        (one.title, one.status) for one in found
    ]


def test_the_status_of_a_series_is_that_of_all_its_dates(tmp_path: Path) -> None:
    """A postponed tour is postponed everywhere."""
    found = event(tmp_path, SERIES + "event_status: postponed\n").dates

    assert {Status.POSTPONED} == {one.status for one in found}


def test_a_list_of_one_date_is_a_series(tmp_path: Path) -> None:
    """Its calendar identity does not change when a second date is added."""

    assert event(tmp_path, "dates:\n  - {start: 2027-03-09}").is_series


def test_events_are_sorted_by_their_first_date(tmp_path: Path) -> None:
    """All-day events first on their day, then by address."""
    files = {
        "content/agenda/c.md": article("start: 2026-12-01 08:00\nduration: 1h"),
        "content/agenda/b.md": article("start: 2026-12-01"),
        "content/agenda/a.md": article("start: 2026-12-01"),
        "content/agenda/d.md": article("dates: [{start: 2026-12-24}, {start: 2026-11-30}]"),
    }

    assert ["d", "a", "b", "c"] == [one.slug for one in association(tmp_path, files).events]


def test_past_events_stay(tmp_path: Path) -> None:
    """Their page is the memory of the association; only drafts and members' events are left out."""
    files = {
        "content/agenda/old.md": article("start: 1998-01-01"),
        "content/agenda/draft.md": article("start: 2026-12-01\nstatus: draft"),
        "content/agenda/members.md": article("start: 2026-12-01\nvisibility: members"),
    }

    assert ["old"] == [one.slug for one in association(tmp_path, files).events]


def test_every_wrong_date_of_a_series_is_told(tmp_path: Path) -> None:
    """Not only the first."""
    wrong = (
        "{start: 2026-12-01 18:30}, {start: 2026-12-02, duration: 2h}, {start: 2026-12-03, end: 2026-12-02}"
    )

    assert ["missing-field", "time-mismatch", "ends-before-start"] == codes(
        tmp_path, {"content/agenda/bal.md": article(f"dates: [{wrong}]")}
    )
