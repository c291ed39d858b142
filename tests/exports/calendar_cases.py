"""One table of meetings that are hard to write and to read: each by its name, for every reader alike.

`OTHERWISE` has, by reader, the cases that it takes otherwise than RFC 5545 says, with what it makes of them.
Nothing else may differ, and what is right one day has to leave the list.
"""

from datetime import datetime
from zoneinfo import ZoneInfo

from association_samples import BUSY_MEETING, CAFE, meeting, move, rule

from association.domain.meetings import WEEKDAYS, Meeting

ZONES = {
    key: ZoneInfo(key)
    for key in (
        "Europe/Paris",
        "Europe/Brussels",
        "Europe/Dublin",
        "America/New_York",
        "America/Montreal",
        "Africa/Casablanca",
        "Asia/Jerusalem",
        "Asia/Kolkata",
        "Australia/Lord_Howe",
        "Indian/Reunion",
        "UTC",
    )
}
"""Casablanca's clocks follow the moon, Lord Howe's change by half an hour, Dublin has its winter saved."""
ORDINALS = {"first": 1, "second": 2, "third": 3, "fourth": 4, "last": -1}
SPRING, AUTUMN = "2026-03-29", "2026-10-25"
"""Sundays on which the clocks of Europe change."""


def by_rule(start: str, repeat: str, zone: str = "Europe/Paris") -> Meeting:
    hours = 1 if " " in start else 24
    return meeting(start, repeat, hours=hours, zone=ZONES[zone])


def named_weekday(ordinal: int, day: str) -> Meeting:
    """Every month, from the first such day of 2026 on."""
    repeat = f"FREQ=MONTHLY;BYDAY={ordinal}{day}"
    first = next(rule(repeat).starts(datetime(2026, 1, 1, 18, 30)))
    return by_rule(f"{first:%Y-%m-%d %H:%M}", repeat)


NAMED_WEEKDAYS = {
    f"{word} {day}": named_weekday(ordinal, day) for word, ordinal in ORDINALS.items() for day in WEEKDAYS
}

STEPS = {
    "with subjects": meeting(
        "2026-01-06 18:30",
        "FREQ=WEEKLY",
        except_on="2026-02-03",
        moved=(move("2026-01-20", "2026-01-21 18:30"),),
        subjects={"2026-01-13": "Un", "2026-01-20": "Deux", "2026-03-31": "Trois"},
    ),
    "every day": by_rule("2026-01-05 18:30", "FREQ=DAILY;COUNT=40"),
    **{f"every {n} days": by_rule("2026-01-05 18:30", f"FREQ=DAILY;INTERVAL={n}") for n in (2, 3, 7, 10, 45)},
    "every week": by_rule("2026-01-06 18:30", "FREQ=WEEKLY"),
    **{f"every {n} weeks": by_rule("2026-01-06 18:30", f"FREQ=WEEKLY;INTERVAL={n}") for n in (2, 3, 4, 5, 6)},
    "every month": by_rule("2026-01-15 18:30", "FREQ=MONTHLY"),
    **{
        f"every {n} months": by_rule("2026-01-15 18:30", f"FREQ=MONTHLY;INTERVAL={n}")
        for n in (2, 3, 4, 6, 12, 18)
    },
    "every year": by_rule("2026-01-22 18:30", "FREQ=YEARLY"),
    **{f"every {n} years": by_rule("2026-01-22 18:30", f"FREQ=YEARLY;INTERVAL={n}") for n in (2, 3)},
    "every two months, first tuesday": by_rule("2026-11-03 18:30", "FREQ=MONTHLY;INTERVAL=2;BYDAY=1TU"),
    "every two weeks, thursdays": by_rule("2026-01-08 18:30", "FREQ=WEEKLY;INTERVAL=2;BYDAY=TH"),
}

MONTH_ENDS = {
    **{
        f"monthly from the {day}": by_rule(f"2026-01-{day} 18:30", "FREQ=MONTHLY") for day in (28, 29, 30, 31)
    },
    **{
        f"every day {day} of the month": by_rule(f"2026-01-{day} 18:30", f"FREQ=MONTHLY;BYMONTHDAY={day}")
        for day in (29, 30, 31)
    },
    "every day 30, twenty times": by_rule("2026-01-30 18:30", "FREQ=MONTHLY;BYMONTHDAY=30;COUNT=20"),
    "last day of the month": by_rule("2026-01-31 18:30", "FREQ=MONTHLY;BYMONTHDAY=-1"),
    "last but one": by_rule("2026-01-30 18:30", "FREQ=MONTHLY;BYMONTHDAY=-2"),
    "first and last": by_rule("2026-01-01 18:30", "FREQ=MONTHLY;BYMONTHDAY=1,-1"),
    "29 February": by_rule("2024-02-29 18:30", "FREQ=YEARLY"),
    "29 February, said": by_rule("2024-02-29 18:30", "FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=29"),
    "29 February, every four years": by_rule("2024-02-29 18:30", "FREQ=YEARLY;INTERVAL=4"),
    "last of February": by_rule("2026-02-28 18:30", "FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=-1"),
    "31 December": by_rule("2026-12-31 18:30", "FREQ=YEARLY"),
}

ENDS = {
    "until a day": by_rule("2026-03-20 18:30", "FREQ=DAILY;UNTIL=2026-04-10T23:59:59"),
    "until the very minute": by_rule("2026-10-20 18:30", "FREQ=DAILY;UNTIL=2026-10-30T18:30:00"),
    "until a second before": by_rule("2026-10-20 18:30", "FREQ=DAILY;UNTIL=2026-10-30T18:29:59"),
    "until the clocks change": by_rule("2026-03-15 18:30", f"FREQ=WEEKLY;UNTIL={SPRING}T18:30:00"),
    "until midnight elsewhere": by_rule(
        "2026-10-20 23:30", "FREQ=DAILY;UNTIL=2026-10-30T23:59:59", "America/New_York"
    ),
    "until the first": by_rule("2026-03-20 18:30", "FREQ=DAILY;UNTIL=2026-03-20T23:59:59"),
    "once by count": by_rule("2026-03-20 18:30", "FREQ=DAILY;COUNT=1"),
    "sixty times": by_rule("2026-01-06 18:30", "FREQ=WEEKLY;COUNT=60"),
    "months until": by_rule(
        "2026-11-03 18:30", "FREQ=MONTHLY;INTERVAL=2;BYDAY=1TU;UNTIL=2027-06-30T23:59:59"
    ),
    "whole days until": by_rule("2026-01-06", "FREQ=MONTHLY;BYDAY=1TU;UNTIL=2027-06-30T23:59:59"),
}

CALENDAR_RULES = {
    f"{start}, {repeat}": by_rule(start, repeat)
    for start, repeat in [
        ("2026-01-06 18:30", "FREQ=WEEKLY;BYDAY=TU,TH"),
        ("2026-01-04 18:30", "FREQ=WEEKLY;INTERVAL=2;BYDAY=SU,MO;WKST=MO"),
        ("2026-01-04 18:30", "FREQ=WEEKLY;INTERVAL=2;BYDAY=SU,MO;WKST=SU"),
        ("2026-01-05 18:30", "FREQ=DAILY;BYDAY=MO,TU,WE,TH,FR"),
        ("2026-01-05 18:30", "FREQ=DAILY;BYMONTH=1,7;BYDAY=MO"),
        ("2026-01-15 18:30", "FREQ=DAILY;BYMONTHDAY=1,15"),
        ("2026-01-20 18:30", "FREQ=MONTHLY;BYDAY=-2TU"),
        ("2026-01-29 18:30", "FREQ=MONTHLY;BYDAY=5TH"),
        ("2026-01-05 18:30", "FREQ=MONTHLY;BYDAY=1MO,3MO"),
        ("2026-01-02 18:30", "FREQ=MONTHLY;BYDAY=1FR,-1FR"),
        ("2026-01-15 18:30", "FREQ=MONTHLY;BYMONTHDAY=15,30"),
        ("2026-01-30 18:30", "FREQ=MONTHLY;BYDAY=MO,TU,WE,TH,FR;BYSETPOS=-1"),
        ("2026-01-01 18:30", "FREQ=MONTHLY;BYDAY=MO,TU,WE,TH,FR;BYSETPOS=1"),
        ("2026-01-01 18:30", "FREQ=MONTHLY;BYDAY=MO,TU,WE,TH,FR;BYSETPOS=1,-1"),
        ("2026-01-06 18:30", "FREQ=MONTHLY;BYDAY=TU,TH;BYSETPOS=2"),
        ("2026-02-13 18:30", "FREQ=MONTHLY;BYDAY=FR;BYMONTHDAY=13"),
        ("2026-01-10 18:30", "FREQ=MONTHLY;BYDAY=SA;BYMONTHDAY=8,9,10,11,12,13,14"),
        ("2026-01-15 18:30", "FREQ=MONTHLY;BYMONTH=1,3,5;BYMONTHDAY=15"),
        ("2026-03-03 18:30", "FREQ=MONTHLY;BYMONTH=3,6,9,12;BYDAY=1TU"),
        ("2026-03-29 18:30", "FREQ=YEARLY;BYMONTH=3;BYDAY=-1SU"),
        ("2026-10-25 18:30", "FREQ=YEARLY;BYMONTH=10;BYDAY=-1SU"),
        ("2026-01-22 18:30", "FREQ=YEARLY;BYMONTH=1,6;BYDAY=4TH"),
        ("2026-05-01 18:30", "FREQ=YEARLY;BYMONTH=5,11;BYMONTHDAY=1"),
        ("2026-04-10 18:30", "FREQ=YEARLY;BYYEARDAY=100"),
        ("2026-04-10 18:30", "FREQ=YEARLY;BYYEARDAY=100,-1"),
        ("2026-05-18 18:30", "FREQ=YEARLY;BYDAY=20MO"),
        ("2026-12-28 18:30", "FREQ=YEARLY;BYDAY=-1MO"),
        ("2026-12-28 18:30", "FREQ=YEARLY;BYWEEKNO=53;BYDAY=MO"),
        ("2027-01-04 18:30", "FREQ=YEARLY;BYWEEKNO=1,10;BYDAY=MO"),
        ("2026-01-20 18:30", "FREQ=YEARLY;BYMONTHDAY=11,20"),
        ("2027-12-30 18:30", "FREQ=YEARLY;BYMONTH=2,5,12"),
        ("2026-09-04 18:30", "FREQ=MONTHLY;BYMONTH=3,9,11;BYDAY=FR"),
        ("2026-01-07 18:30", "FREQ=MONTHLY;INTERVAL=5;BYMONTH=1,6;BYDAY=+1WE"),
        ("2026-01-06 18:30", "FREQ=WEEKLY;BYMONTH=1,2;BYDAY=TU"),
        ("2026-01-05 18:30", "FREQ=YEARLY;BYDAY=MO;BYMONTH=1;BYSETPOS=1"),
    ]
}

WHOLE_DAYS = {
    "whole day, yearly": by_rule("2026-10-08", "FREQ=YEARLY"),
    "whole day, end of the month": by_rule("2026-01-31", "FREQ=MONTHLY"),
    "whole day, weekly over a clock change": by_rule("2026-03-28", "FREQ=WEEKLY;COUNT=10"),
    "two days over a clock change": meeting("2026-03-28", "FREQ=WEEKLY;COUNT=3", hours=48),
    "three days over new year": meeting("2026-12-30", "FREQ=YEARLY;COUNT=3", hours=72),
    "whole day elsewhere": by_rule("2026-01-06", "FREQ=WEEKLY;COUNT=60", "America/New_York"),
}

HOURS = {
    "half past eleven at night": by_rule("2026-03-22 23:30", "FREQ=DAILY;COUNT=20"),
    "over midnight": meeting("2026-01-09 22:00", "FREQ=WEEKLY;COUNT=20", hours=4),
    "over midnight and the month": meeting("2026-01-31 22:00", "FREQ=MONTHLY;BYMONTHDAY=-1", hours=4),
    "a whole night and a day": meeting("2026-01-09 18:00", "FREQ=WEEKLY;COUNT=8", hours=30),
    "until midnight": meeting("2026-01-09 22:00", "FREQ=WEEKLY;COUNT=8", hours=2),
    "half past midnight": by_rule("2026-03-01 00:30", "FREQ=WEEKLY"),
    "at three": by_rule("2026-03-01 03:00", "FREQ=WEEKLY"),
    "through the spring change": meeting("2026-03-28 22:00", "FREQ=WEEKLY;COUNT=2", hours=8),
    "through the autumn change": meeting("2026-10-24 22:00", "FREQ=WEEKLY;COUNT=2", hours=8),
}

NIGHTS = "FREQ=WEEKLY;BYDAY=FR,SU;COUNT=116"
"""A year and more of the days on which clocks change."""
IN_ZONES = {
    f"{name} in {key}": made
    for key, zone in ZONES.items()
    for name, made in {
        "wednesdays": meeting("2026-01-07 18:30", "FREQ=WEEKLY", zone=zone),
        "last sundays": meeting("2026-01-25 18:30", "FREQ=MONTHLY;BYDAY=-1SU", zone=zone),
        "just after midnight": meeting("2026-01-09 00:15", NIGHTS, zone=zone, hours=0.25),
        "at 03:30 in the night": meeting("2026-01-09 03:30", NIGHTS, zone=zone, hours=0.25),
    }.items()
}

NINE = "FREQ=WEEKLY;COUNT=9"
FIRST_TUESDAYS = "FREQ=MONTHLY;BYDAY=1TU"
THREE = "FREQ=WEEKLY;COUNT=3"
EXCEPTIONS = {
    "excepted": meeting(repeat=NINE, except_on="2026-11-03 2026-12-01"),
    "all excepted but one": meeting(repeat="FREQ=WEEKLY;COUNT=2", except_on="2026-11-03"),
    "excepted in summer and winter": meeting(
        "2026-01-06 18:30", FIRST_TUESDAYS, except_on="2026-02-03 2026-07-07 2026-08-04"
    ),
    "cancelled": meeting(repeat=NINE, cancelled_on="2026-11-10 2026-12-29"),
    "first one cancelled": meeting(repeat=NINE, cancelled_on="2026-11-03"),
    "all cancelled": meeting(repeat="FREQ=WEEKLY;COUNT=2", cancelled_on="2026-11-03 2026-11-10"),
    "moved later": meeting(repeat=NINE, moved=(move("2026-11-10", "2026-11-11 19:00"),)),
    "moved earlier": meeting(repeat=NINE, moved=(move("2026-11-10", "2026-11-06 12:00"),)),
    "moved on the same day": meeting(repeat=NINE, moved=(move("2026-11-10", "2026-11-10 09:00"),)),
    "moved over midnight": meeting(repeat=NINE, moved=(move("2026-11-10", "2026-11-10 23:30"),)),
    "moved to another month": meeting(repeat=FIRST_TUESDAYS, moved=(move("2027-03-02", "2027-04-30 09:00"),)),
    "moved to another year": meeting(repeat=FIRST_TUESDAYS, moved=(move("2026-12-01", "2027-01-04 18:30"),)),
    "moved before the first": meeting(repeat=FIRST_TUESDAYS, moved=(move("2026-12-01", "2026-10-01 09:00"),)),
    "moved beyond the next": meeting(repeat=THREE, moved=(move("2026-11-03", "2026-12-01 18:30"),)),
    "moved to where another one is": meeting(repeat=THREE, moved=(move("2026-11-03", "2026-11-10 18:30"),)),
    "two changed over": meeting(
        repeat=THREE, moved=(move("2026-11-03", "2026-11-10 18:30"), move("2026-11-10", "2026-11-03 18:30"))
    ),
    "first one moved": meeting(repeat="FREQ=WEEKLY", moved=(move("2026-11-03", "2026-11-04 18:30"),)),
    "last one moved": meeting(repeat=THREE, moved=(move("2026-11-17", "2027-02-01 18:30"),)),
    "moved over the spring change": meeting(
        "2026-03-24 18:30", THREE, moved=(move("2026-03-24", "2026-04-01 18:30"),)
    ),
    "moved back over the spring change": meeting(
        "2026-03-24 18:30", THREE, moved=(move("2026-03-31", "2026-03-28 18:30"),)
    ),
    "moved over the autumn change": meeting(
        "2026-10-20 18:30", THREE, moved=(move("2026-10-20", "2026-10-28 18:30"),)
    ),
    "moved elsewhere": meeting(repeat=THREE, moved=(move("2026-11-10", "2026-11-10 18:30", CAFE),)),
    "moved and cancelled": meeting(
        repeat=THREE, moved=(move("2026-11-10", "2026-11-11 18:30"),), cancelled_on="2026-11-10"
    ),
    "extra": meeting(repeat=THREE, also_on=("2026-12-24 10:00", "2027-07-01 18:30")),
    "extra on the same day": meeting(repeat=THREE, also_on=("2026-11-10 09:00",)),
    "extra before the first": meeting(repeat=THREE, also_on=("2026-10-01 10:00",)),
    "extra that is regular": meeting(repeat=THREE, also_on=("2026-11-10 18:30",)),
    "extra without rule": meeting(also_on=("2026-12-01 18:30", "2027-07-01 10:00")),
    "extra over both changes": meeting(
        "2026-03-24 18:30", also_on=("2026-03-31 18:30", "2026-10-20 18:30", "2026-10-27 18:30")
    ),
    "extra cancelled": meeting(also_on=("2026-12-01 18:30",), cancelled_on="2026-12-01"),
    "extra moved": meeting(also_on=("2026-12-01 18:30",), moved=(move("2026-12-01", "2026-12-02 18:30"),)),
    "extra excepted": meeting(repeat=THREE, also_on=("2026-12-24 10:00",), except_on="2026-12-24"),
    "once": meeting(),
    "once, moved": meeting(moved=(move("2026-11-03", "2026-11-10 18:30"),)),
    "once, cancelled": meeting(cancelled_on="2026-11-03"),
    "once, excepted": meeting(except_on="2026-11-03"),
    "exceptions after midnight": meeting(
        "2026-03-01 00:15",
        "FREQ=DAILY;COUNT=60",
        except_on=f"{SPRING} 2026-03-02",
        cancelled_on="2026-03-28",
        moved=(move("2026-03-30", "2026-03-31 00:45"),),
    ),
    "on the days of the clocks": meeting(
        "2026-03-29 18:30",
        "FREQ=YEARLY;BYMONTH=3,10;BYDAY=-1SU",
        cancelled_on=AUTUMN,
        moved=(move("2027-03-28", "2027-03-28 04:00"),),
    ),
    "end of the month, moved and excepted": meeting(
        "2026-01-31 18:30",
        "FREQ=MONTHLY;BYMONTHDAY=-1",
        except_on="2026-02-28",
        moved=(move("2026-05-31", "2026-06-01 18:30"),),
    ),
    "days": meeting(
        "2026-11-03",
        NINE,
        hours=48,
        except_on="2026-11-10",
        cancelled_on="2026-11-17",
        moved=(move("2026-11-24", "2026-11-25"),),
        also_on=("2027-01-27",),
    ),
    "another zone": meeting(
        repeat="FREQ=WEEKLY",
        zone=ZONES["America/Montreal"],
        except_on="2026-11-10",
        cancelled_on="2026-11-17",
        moved=(move("2027-03-09", "2027-03-16 18:30"),),
        also_on=("2027-03-14 20:00",),
    ),
    "half an hour of summer": meeting(
        "2026-04-01 18:30",
        "FREQ=WEEKLY",
        zone=ZONES["Australia/Lord_Howe"],
        except_on="2026-04-08",
        cancelled_on="2026-10-07",
        moved=(move("2026-09-30", "2026-10-05 18:30"),),
        also_on=("2026-10-04 18:30",),
    ),
    "all at once": BUSY_MEETING,
}

CASES: dict[str, Meeting] = {
    **NAMED_WEEKDAYS,
    **STEPS,
    **MONTH_ENDS,
    **ENDS,
    **CALENDAR_RULES,
    **WHOLE_DAYS,
    **HOURS,
    **IN_ZONES,
    **EXCEPTIONS,
}

WALL_CLOCK = (
    "the end is that of the clock on the wall; by section 3.8.2.4 all dates have the exact same length"
)
THROUGH_CHANGES = dict.fromkeys(("through the spring change", "through the autumn change"), WALL_CLOCK)
FIRST_DATES = (
    "excepted",
    "all excepted but one",
    "first one cancelled",
    "all cancelled",
    "moved beyond the next",
    "moved to where another one is",
    "first one moved",
    "moved over the spring change",
    "moved over the autumn change",
)
OTHERWISE: dict[str, dict[str, str]] = {
    "icalendar": THROUGH_CHANGES,
    "vobject": {},
    "ical.js": {
        **THROUGH_CHANGES,
        "2026-05-18 18:30, FREQ=YEARLY;BYDAY=20MO": "every monday",
        "2026-12-28 18:30, FREQ=YEARLY;BYWEEKNO=53;BYDAY=MO": "every monday but the first date",
        "2027-01-04 18:30, FREQ=YEARLY;BYWEEKNO=1,10;BYDAY=MO": "every monday",
        "2026-01-20 18:30, FREQ=YEARLY;BYMONTHDAY=11,20": "in January only",
        "2027-12-30 18:30, FREQ=YEARLY;BYMONTH=2,5,12": "on 1 March for 30 February",
        "2026-09-04 18:30, FREQ=MONTHLY;BYMONTH=3,9,11;BYDAY=FR": "the first of some months twice",
        "2026-01-07 18:30, FREQ=MONTHLY;INTERVAL=5;BYMONTH=1,6;BYDAY=+1WE": "without the interval",
    },
    "node-ical": {},
    "sabre/vobject": {
        **THROUGH_CHANGES,
        **dict.fromkeys(FIRST_DATES, "the first date is told as the rule says, whatever became of it"),
        "2026-01-05 18:30, FREQ=DAILY;BYMONTH=1,7;BYDAY=MO": "in every month",
        "2026-01-15 18:30, FREQ=DAILY;BYMONTHDAY=1,15": "every day",
        "2026-01-15 18:30, FREQ=MONTHLY;BYMONTH=1,3,5;BYMONTHDAY=15": "in every month",
        "2026-03-03 18:30, FREQ=MONTHLY;BYMONTH=3,6,9,12;BYDAY=1TU": "in every month",
        "2026-09-04 18:30, FREQ=MONTHLY;BYMONTH=3,9,11;BYDAY=FR": "in every month",
        "2026-01-07 18:30, FREQ=MONTHLY;INTERVAL=5;BYMONTH=1,6;BYDAY=+1WE": "in other months too",
        "2026-01-06 18:30, FREQ=WEEKLY;BYMONTH=1,2;BYDAY=TU": "in every month",
        "2026-04-10 18:30, FREQ=YEARLY;BYYEARDAY=100": "on 10 April every year",
        "2026-04-10 18:30, FREQ=YEARLY;BYYEARDAY=100,-1": "on 10 April every year",
        "2026-05-18 18:30, FREQ=YEARLY;BYDAY=20MO": "on 18 May every year",
        "2026-12-28 18:30, FREQ=YEARLY;BYDAY=-1MO": "on 28 December every year",
        "2026-12-28 18:30, FREQ=YEARLY;BYWEEKNO=53;BYDAY=MO": "on 28 December every year",
        "2027-01-04 18:30, FREQ=YEARLY;BYWEEKNO=1,10;BYDAY=MO": "on 4 January every year",
        "2026-01-20 18:30, FREQ=YEARLY;BYMONTHDAY=11,20": "in January only",
        "moved before the first": "lost",
        "another zone": "two dates at the same hour are one",
    },
}
"""recurring-ical-events 3, vobject 0.9.9, ical.js 2.2.1, node-ical 0.26.1, sabre/vobject 2.1.7 (Debian 12's).

No rule in words (`every`, `on`) is among them, but for a first date that is excepted, cancelled or moved.
"""
