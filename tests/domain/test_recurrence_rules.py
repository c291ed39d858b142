"""How often: the starts of a rule, in local time (RFC 5545 section 3.3.10)."""

from datetime import datetime
from itertools import islice

import pytest
from meeting_pictures import rule

ORDINALS = {
    "1TU": "03 Nov, 01 Dec, 05 Jan, 02 Feb, 02 Mar",
    "2TU": "10 Nov, 08 Dec, 12 Jan, 09 Feb, 09 Mar",
    "3TU": "17 Nov, 15 Dec, 19 Jan, 16 Feb, 16 Mar",
    "4TU": "24 Nov, 22 Dec, 26 Jan, 23 Feb, 23 Mar",
    "-1TU": "24 Nov, 29 Dec, 26 Jan, 23 Feb, 30 Mar",
    "1SU": "01 Nov, 06 Dec, 03 Jan, 07 Feb, 07 Mar",
    "5MO": "30 Nov, 29 Mar, 31 May, 30 Aug, 29 Nov",
}

PATTERNS = [
    ("2026-11-03", "FREQ=DAILY", "Tue 03 Nov, Wed 04 Nov, Thu 05 Nov"),
    ("2026-12-30", "FREQ=DAILY;INTERVAL=3", "Wed 30 Dec, Sat 02 Jan, Tue 05 Jan"),
    ("2026-11-03", "FREQ=WEEKLY", "Tue 03 Nov, Tue 10 Nov, Tue 17 Nov"),
    ("2026-11-03", "FREQ=WEEKLY;INTERVAL=2;BYDAY=TU", "Tue 03 Nov, Tue 17 Nov, Tue 01 Dec"),
    ("2026-11-03", "FREQ=WEEKLY;BYDAY=TU,TH", "Tue 03 Nov, Thu 05 Nov, Tue 10 Nov"),
    ("2026-11-01", "FREQ=WEEKLY;INTERVAL=2;BYDAY=SU,MO;WKST=MO", "Sun 01 Nov, Mon 09 Nov, Sun 15 Nov"),
    ("2026-11-01", "FREQ=WEEKLY;INTERVAL=2;BYDAY=SU,MO;WKST=SU", "Sun 01 Nov, Mon 02 Nov, Sun 15 Nov"),
    ("2026-11-15", "FREQ=MONTHLY", "Sun 15 Nov, Tue 15 Dec, Fri 15 Jan"),
    ("2026-11-03", "FREQ=MONTHLY;INTERVAL=2;BYDAY=1TU", "Tue 03 Nov, Tue 05 Jan, Tue 02 Mar"),
    ("2026-10-31", "FREQ=MONTHLY;BYMONTHDAY=31", "Sat 31 Oct, Thu 31 Dec, Sun 31 Jan"),
    ("2026-10-31", "FREQ=MONTHLY", "Sat 31 Oct, Thu 31 Dec, Sun 31 Jan"),
    ("2026-10-31", "FREQ=MONTHLY;BYMONTHDAY=-1", "Sat 31 Oct, Mon 30 Nov, Thu 31 Dec"),
    ("2026-10-30", "FREQ=MONTHLY;BYDAY=MO,TU,WE,TH,FR;BYSETPOS=-1", "Fri 30 Oct, Mon 30 Nov, Thu 31 Dec"),
    ("2026-11-13", "FREQ=MONTHLY;BYDAY=FR;BYMONTHDAY=13", "Fri 13 Nov, Fri 13 Aug, Fri 13 Oct"),
    ("2024-02-29", "FREQ=YEARLY", "Thu 29 Feb, Tue 29 Feb, Sun 29 Feb"),
    ("2026-10-08", "FREQ=YEARLY", "Thu 08 Oct, Fri 08 Oct, Sun 08 Oct"),
    ("2026-03-29", "FREQ=YEARLY;BYMONTH=3;BYDAY=-1SU", "Sun 29 Mar, Sun 28 Mar, Sun 26 Mar"),
    ("2027-01-28", "FREQ=YEARLY;BYMONTH=1,6;BYDAY=4TH", "Thu 28 Jan, Thu 24 Jun, Thu 27 Jan"),
    ("2026-11-03", "FREQ=DAILY;COUNT=2", "Tue 03 Nov, Wed 04 Nov"),
    ("2026-11-03", "FREQ=WEEKLY;UNTIL=2026-11-10T18:30", "Tue 03 Nov, Tue 10 Nov"),
    ("2026-11-03", "FREQ=WEEKLY;UNTIL=2026-11-10T18:29", "Tue 03 Nov"),
]


def starts(first: str, text: str, number: int, shown: str) -> str:
    dates = rule(text).starts(datetime.fromisoformat(f"{first} 18:30"))
    return ", ".join(f"{start:{shown}}" for start in islice(dates, number))


@pytest.mark.parametrize(("day", "expected"), ORDINALS.items())
def test_an_ordinal_weekday_is_counted_within_each_month(day: str, expected: str) -> None:
    """A fifth weekday skips the months that have only four."""
    first = expected.split(",")[0]
    start = f"{datetime.strptime(f'{first} 2026', '%d %b %Y'):%Y-%m-%d}"

    assert expected == starts(start, f"FREQ=MONTHLY;BYDAY={day}", 5, "%d %b")


@pytest.mark.parametrize(("first", "text", "expected"), PATTERNS)
def test_a_rule_gives_its_first_dates(first: str, text: str, expected: str) -> None:
    """Days that do not exist are skipped, never shifted."""
    assert expected == starts(first, text, 3, "%a %d %b")


def test_every_start_keeps_the_hour_of_the_first() -> None:
    """Dates are local: the clock change of March is none of the rule's business."""
    dates = rule("FREQ=WEEKLY").starts(datetime(2026, 3, 22, 18, 30))

    assert ["18:30", "18:30", "18:30"] == [f"{start:%H:%M}" for start in islice(dates, 3)]


def test_parts_come_in_the_order_of_the_standard() -> None:
    """An interval of one is not worth saying."""
    written = [rule(text).parts() for text in ("FREQ=WEEKLY;INTERVAL=1", "FREQ=WEEKLY;BYDAY=TU;INTERVAL=2")]

    assert [
        (("FREQ", "WEEKLY"),),
        (("FREQ", "WEEKLY"), ("INTERVAL", "2"), ("BYDAY", "TU")),
    ] == written


@pytest.mark.parametrize(
    ("text", "expected"),
    [("FREQ=DAILY", True), ("FREQ=DAILY;COUNT=9", False), ("FREQ=DAILY;UNTIL=2027-01-01", False)],
)
def test_a_rule_without_until_or_count_is_endless(text: str, expected: bool) -> None:
    """Only an endless rule may be asked for a bounded number of dates."""
    assert expected is rule(text).is_endless


def test_an_ordinal_that_no_month_has_is_no_day() -> None:
    """dateutil 2.9 fails on the twentieth Monday of a month; so would readers of the calendar."""
    some = rule("FREQ=MONTHLY;BYDAY=1MO,20MO;COUNT=2")
    none = rule("FREQ=YEARLY;BYMONTH=1;BYDAY=20MO")

    assert (("FREQ", "MONTHLY"), ("BYDAY", "1MO")) == some.parts()
    assert [] == list(none.starts(datetime(2026, 1, 5, 18, 30)))
