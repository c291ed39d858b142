"""A VTIMEZONE says when the clocks change, for as long as anybody looks ahead."""

from datetime import UTC, date, datetime, timedelta
from io import StringIO
from zoneinfo import ZoneInfo

import pytest
from dateutil.tz import tzical

from association.exports.components import onsets, vtimezone, yearly

ZONES = """
    Europe/Paris Europe/Brussels Europe/London Europe/Dublin Europe/Moscow America/New_York America/Santiago
    America/Nuuk America/Sao_Paulo Africa/Casablanca Africa/Cairo Africa/Lagos Asia/Jerusalem Asia/Kathmandu
    Asia/Tokyo Australia/Lord_Howe Pacific/Auckland Pacific/Chatham Indian/Reunion Atlantic/Azores
""".split()


def written(zone: str, first_year: int = 2026, last_year: int = 2027) -> str:
    return vtimezone(ZoneInfo(zone), first_year, last_year).to_ical().decode()


def test_a_zone_whose_clocks_change_on_the_same_sundays_is_two_endless_rules() -> None:
    """From the year before the first date, each onset in the local time it ends (RFC 5545 section 3.6.5)."""
    assert (
        "BEGIN:VTIMEZONE\n"
        "TZID:Europe/Paris\n"
        "BEGIN:DAYLIGHT\n"
        "DTSTART:20250330T020000\n"
        "RRULE:FREQ=YEARLY;BYDAY=-1SU;BYMONTH=3\n"
        "TZNAME:CEST\n"
        "TZOFFSETFROM:+0100\n"
        "TZOFFSETTO:+0200\n"
        "END:DAYLIGHT\n"
        "BEGIN:STANDARD\n"
        "DTSTART:20251026T030000\n"
        "RRULE:FREQ=YEARLY;BYDAY=-1SU;BYMONTH=10\n"
        "TZNAME:CET\n"
        "TZOFFSETFROM:+0200\n"
        "TZOFFSETTO:+0100\n"
        "END:STANDARD\n"
        "END:VTIMEZONE\n"
    ) == written("Europe/Paris").replace("\r\n", "\n")


def test_a_zone_that_never_changes_its_clocks_has_one_part() -> None:
    """It begins with the year before the first date."""
    assert ["DTSTART:20250101T000000"] == [
        line for line in written("Indian/Reunion").splitlines() if line.startswith(("DTSTART", "R"))
    ]


@pytest.mark.parametrize("zone", ZONES)
@pytest.mark.parametrize("first_year", [2006, 2015, 2026])
def test_the_zone_read_from_the_file_is_the_real_one(zone: str, first_year: int) -> None:
    """At six in the morning, every few days until ten years after the last year."""
    read = tzical(StringIO(written(zone, first_year, 2027))).get()
    days = (date(2037, 12, 31) - date(first_year, 1, 1)).days
    mornings = [datetime(first_year, 1, 1, 6) + timedelta(days=day) for day in range(0, days, 4)]
    real = ZoneInfo(zone)

    assert [] == [
        f"{moment}: {moment.replace(tzinfo=real).utcoffset()}, read {moment.replace(tzinfo=read).utcoffset()}"
        for moment in mornings
        if moment.replace(tzinfo=real).utcoffset() != moment.replace(tzinfo=read).utcoffset()
    ]


def test_an_old_rule_is_listed_and_the_present_one_endless() -> None:
    """The United States changed theirs in 2007."""
    lines = written("America/New_York", 2006, 2027).splitlines()

    assert [
        "DTSTART:20050403T020000",
        "RDATE:20050403T020000",
        "RDATE:20060402T020000",
        "DTSTART:20051030T020000",
        "RDATE:20051030T020000",
        "RDATE:20061029T020000",
        "DTSTART:20070311T020000",
        "RRULE:FREQ=YEARLY;BYDAY=2SU;BYMONTH=3",
        "DTSTART:20071104T020000",
        "RRULE:FREQ=YEARLY;BYDAY=1SU;BYMONTH=11",
    ] == [line for line in lines if line.startswith(("DTSTART", "RDATE", "RRULE"))]


@pytest.mark.parametrize("zone", ["Europe/Dublin", "Africa/Casablanca"])
def test_summer_time_is_daylight_even_where_the_law_calls_it_standard(zone: str) -> None:
    """Readers take STANDARD for winter."""
    (daylight,) = vtimezone(ZoneInfo(zone), 2026, 2027).daylight

    assert daylight["TZOFFSETTO"].td - daylight["TZOFFSETFROM"].td == timedelta(hours=1)


def test_onsets_are_found_to_the_second() -> None:
    """In 2026 Paris changes its clocks on 29 March and 25 October at 01:00 UTC."""
    found = onsets(ZoneInfo("Europe/Paris"), 2026, 2026)

    assert [datetime(2026, 3, 29, 1, tzinfo=UTC), datetime(2026, 10, 25, 1, tzinfo=UTC)] == [
        onset.local.replace(tzinfo=UTC) - onset.observance.offset_from for onset in found
    ]


@pytest.mark.parametrize(
    ("days", "expected"),
    [
        (["2026-03-29", "2027-03-28", "2028-03-26"], "-1SU in 3"),
        (["2026-03-08", "2027-03-14", "2028-03-12"], "2SU in 3"),
        (["2026-03-29", "2027-03-28", "2029-03-25"], None),
        (["2026-03-29", "2027-03-21"], None),
        (["2026-03-29", "2027-04-25"], None),
        (["2026-03-29", "2027-03-27"], None),
    ],
    ids=["last", "second", "a year missing", "another week", "another month", "another weekday"],
)
def test_a_yearly_rule_is_believed_if_every_year_follows_it(days: list[str], expected: str | None) -> None:
    """Else the onsets must be listed."""
    rule = yearly([datetime.fromisoformat(day) for day in days])

    assert expected == (f"{rule.ordinal}{rule.weekday} in {rule.month}" if rule else None)
