"""Partners' calendars are read as recurring-ical-events reads them, but for the differences listed here."""

from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from random import Random

import icalendar
import pytest
import recurring_ical_events
from partner_calendars import PARIS as IN_PARIS
from partner_calendars import calendar, event, every_date, zone
from site_on_disk import NOW, PARIS

AT_SIX = f"DTSTART;{IN_PARIS}:20261201T180000"
A_DAY = "DTSTART;VALUE=DATE:20261201"
STARTS = {
    "a zone": f"{IN_PARIS}:20261006T180000",
    "another zone": "TZID=America/New_York:20261006T120000",
    "a zone of Windows": "TZID=Romance Standard Time:20261006T180000",
    "a zone behind a slash": "TZID=/Europe/Paris:20261006T180000",
    "a zone of Mozilla": "TZID=/mozilla.org/20050126_1/Europe/Paris:20261006T180000",
    "an explained zone": "TZID=Heure du quai:20261006T180000",
    "UTC": "VALUE=DATE-TIME:20261006T160000Z",
    "no zone": "VALUE=DATE-TIME:20261006T180000",
    "days": "VALUE=DATE:20261006",
}
RULES = (
    "FREQ=DAILY;COUNT=40",
    "FREQ=DAILY;INTERVAL=3;COUNT=20",
    "FREQ=WEEKLY;UNTIL=20270106T235959Z",
    "FREQ=WEEKLY;INTERVAL=2;BYDAY=TU,SA;COUNT=12",
    "FREQ=MONTHLY;BYDAY=1TU;COUNT=6",
    "FREQ=MONTHLY;BYDAY=-1FR;COUNT=6",
    "FREQ=MONTHLY;BYMONTHDAY=6,-1;COUNT=8",
    "FREQ=MONTHLY;BYDAY=MO,TU,WE,TH,FR;BYSETPOS=-1;COUNT=6",
    "FREQ=YEARLY;BYMONTH=10,3;BYDAY=2MO;COUNT=4",
    "FREQ=WEEKLY;WKST=SU;INTERVAL=2;BYDAY=SU,MO;COUNT=9",
)
LENGTHS = ((), ("DURATION:PT90M",), ("DURATION:P1D",))


def ours(root: Path, content: bytes) -> list[str]:
    return sorted(
        line(one.start, one.end if isinstance(one.end, datetime) else one.end + timedelta(days=1), one.title)
        for one in every_date(root, content)
    )


def theirs(content: bytes) -> list[str]:
    query = recurring_ical_events.of(icalendar.Calendar.from_ical(content), skip_bad_series=True)
    year = timedelta(days=366)
    found = query.between(NOW.date() - year, NOW.date() + year + timedelta(days=1))
    return sorted(line(each.start, each.end, str(each["SUMMARY"])) for each in found)


def line(start: date, end: date, title: str) -> str:
    return f"{in_utc(start)} {in_utc(end)} {title}"


def in_utc(moment: date) -> str:
    if not isinstance(moment, datetime):
        return str(moment)
    here = moment if moment.tzinfo else moment.replace(tzinfo=PARIS)
    return f"{here.astimezone(UTC):%Y-%m-%d %H:%M}"


@pytest.mark.parametrize("seed", range(40))
def test_rules_with_exceptions_are_read_alike(tmp_path: Path, seed: int) -> None:
    """Of every kind of start, with dates taken out, moved and added, each in a form of its own."""
    content = some_calendar(Random(seed))

    assert theirs(content) == ours(tmp_path, content)


def some_calendar(chance: Random) -> bytes:
    """Ten events, each with exceptions on dates that it does have."""
    events = [text for number in range(10) for text in some_event(chance, f"UID:{number}@b.example")]
    return calendar(*events, head=zone("Heure du quai", offset="+0130"))


def some_event(chance: Random, uid: str) -> list[str]:
    kind = chance.choice(list(STARTS))
    lengths = LENGTHS[::2] if kind == "days" else LENGTHS
    lines = (f"DTSTART;{STARTS[kind]}", f"RRULE:{chance.choice(RULES)}", *chance.choice(lengths))
    plain = calendar(event(*lines, uid=uid), head=zone("Heure du quai", offset="+0130"))
    query = recurring_ical_events.of(icalendar.Calendar.from_ical(plain))
    starts = [each.start for each in query.between(date(2026, 10, 1), date(2027, 11, 1))]
    out, moved, gone = chance.sample(starts, 3)
    change = (f"RECURRENCE-ID{form(moved, chance)}", f"DTSTART{form(moved, chance, hours=3)}")
    cancelled = (f"RECURRENCE-ID{form(gone, chance)}", f"DTSTART{form(gone, chance)}", "STATUS:CANCELLED")
    added = f"RDATE{form(starts[0], chance, hours=24 * 11 + (0 if kind == 'days' else 1))}"
    return [
        event(*lines, f"EXDATE{form(out, chance)}", added, uid=uid),
        event(*change, "SEQUENCE:1", uid=uid, title="SUMMARY:Ailleurs"),
        event(*change, "SEQUENCE:0", uid=uid, title="SUMMARY:Avant"),
        event(*cancelled, uid=uid),
    ]


def form(moment: date, chance: Random, hours: int = 0) -> str:
    """So many hours later, in one of the ways to write it."""
    if not isinstance(moment, datetime):
        return f";VALUE=DATE:{moment + timedelta(days=hours // 12):%Y%m%d}"
    if moment.tzinfo is None:
        return f":{moment + timedelta(hours=hours):%Y%m%dT%H%M%S}"
    later = moment.astimezone(UTC) + timedelta(hours=hours)
    there = later.astimezone(PARIS)
    return chance.choice((f":{later:%Y%m%dT%H%M%SZ}", f";{IN_PARIS}:{there:%Y%m%dT%H%M%S}"))


DIFFERENT = {
    "an end that is a day holds to the evening": (
        (AT_SIX, "RRULE:FREQ=DAILY;UNTIL=20261202"),
        ["2026-12-01 17:00", "2026-12-02 17:00"],
        ["2026-12-01 17:00"],
    ),
    "midnight here is no other day in UTC": (
        (A_DAY, "RRULE:FREQ=DAILY;COUNT=3", "EXDATE:20261201T230000Z"),
        ["2026-12-01", "2026-12-03"],
        ["2026-12-01", "2026-12-02", "2026-12-03"],
    ),
    "midnight names the day of a date with an hour": (
        (AT_SIX, "RRULE:FREQ=DAILY;COUNT=3", f"EXDATE;{IN_PARIS}:20261202T000000"),
        ["2026-12-01 17:00", "2026-12-03 17:00"],
        ["2026-12-01 17:00", "2026-12-02 17:00", "2026-12-03 17:00"],
    ),
    "a day that is added has the hour of the event": (
        (AT_SIX, "RDATE;VALUE=DATE:20261203"),
        ["2026-12-01 17:00", "2026-12-03 17:00"],
        ["2026-12-01 17:00", "2026-12-02 23:00"],
    ),
    "an hour nobody can place is not shown": (
        ("DTSTART;TZID=Lune/Base:20261201T180000",),
        [],
        ["2026-12-01 17:00"],
    ),
    "what ends before it begins is not shown": (
        (AT_SIX, f"DTEND;{IN_PARIS}:20261201T170000"),
        [],
        ["2026-12-01 16:00"],
    ),
    "more than four dates a day are not shown": (
        (AT_SIX, "RRULE:FREQ=HOURLY;COUNT=2"),
        [],
        ["2026-12-01 17:00", "2026-12-01 18:00"],
    ),
}
"""Of each: the event, its starts as we read them, and as they do."""


@pytest.mark.parametrize("name", DIFFERENT)
def test_the_differences_are_those(tmp_path: Path, name: str) -> None:
    """One that is gone leaves the list."""
    lines, own, other = DIFFERENT[name]
    content = calendar(event(*lines))
    starts = [each.removesuffix(" Atelier") for each in ours(tmp_path, content)]

    assert (own, other) == (
        [starts_of(each) for each in starts],
        [starts_of(each) for each in theirs(content)],
    )


def starts_of(line: str) -> str:
    """Before its end, which is of the same form."""
    words = line.removesuffix(" Atelier").split()
    return " ".join(words[: len(words) // 2])


def test_two_events_of_one_uid_are_both_shown(tmp_path: Path) -> None:
    """They show one."""
    content = calendar(event(AT_SIX), event(A_DAY))

    assert (2, 1) == (len(ours(tmp_path, content)), len(theirs(content)))
