"""Meetings that are hard to write and to read: rules, zones, exceptions."""

from zoneinfo import ZoneInfo

from association_samples import BUSY_MEETING, CAFE, meeting, move

from association.domain.meeting import Meeting

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
        "Australia/Lord_Howe",
        "Indian/Reunion",
        "UTC",
    )
}

# No meeting lasts through a clock change: its length is exact (RFC 5545 section 3.3.10), but ical.js
# 2.2.1 keeps the hour of its end.
RULES = [
    ("2026-01-05 18:30", "FREQ=DAILY;INTERVAL=10"),
    ("2026-01-05 18:30", "FREQ=DAILY;COUNT=40"),
    ("2026-03-20 18:30", "FREQ=DAILY;UNTIL=2026-04-10T23:59:59"),
    ("2026-10-20 18:30", "FREQ=DAILY;UNTIL=2026-10-30T18:30:00"),
    ("2026-10-20 18:30", "FREQ=DAILY;UNTIL=2026-10-30T18:29:59"),
    ("2026-01-06 18:30", "FREQ=WEEKLY"),
    ("2026-01-06 18:30", "FREQ=WEEKLY;BYDAY=TU"),
    ("2026-01-06 18:30", "FREQ=WEEKLY;INTERVAL=2"),
    ("2026-01-06 18:30", "FREQ=WEEKLY;INTERVAL=3;BYDAY=TU"),
    ("2026-01-06 18:30", "FREQ=WEEKLY;BYDAY=TU,TH"),
    ("2026-01-04 18:30", "FREQ=WEEKLY;INTERVAL=2;BYDAY=SU,MO;WKST=MO"),
    ("2026-01-04 18:30", "FREQ=WEEKLY;INTERVAL=2;BYDAY=SU,MO;WKST=SU"),
    ("2026-01-06 18:30", "FREQ=WEEKLY;COUNT=60"),
    *((f"2026-01-{day:02} 18:30", f"FREQ=MONTHLY;BYDAY={1 + (day - 1) // 7}TU") for day in (6, 13, 20, 27)),
    ("2026-01-27 18:30", "FREQ=MONTHLY;BYDAY=-1TU"),
    ("2026-01-20 18:30", "FREQ=MONTHLY;BYDAY=-2TU"),
    ("2026-01-29 18:30", "FREQ=MONTHLY;BYDAY=5TH"),
    ("2026-01-05 18:30", "FREQ=MONTHLY;BYDAY=1MO,3MO"),
    ("2026-02-01 12:15", "FREQ=MONTHLY;BYDAY=1SU"),
    ("2026-11-03 18:30", "FREQ=MONTHLY;INTERVAL=2;BYDAY=1TU"),
    ("2026-11-03 18:30", "FREQ=MONTHLY;INTERVAL=2;BYDAY=1TU;UNTIL=2027-06-30T23:59:59"),
    ("2026-01-15 18:30", "FREQ=MONTHLY"),
    ("2026-01-15 18:30", "FREQ=MONTHLY;BYMONTHDAY=15"),
    ("2026-01-31 18:30", "FREQ=MONTHLY"),
    ("2026-01-31 18:30", "FREQ=MONTHLY;BYMONTHDAY=31"),
    ("2026-01-31 18:30", "FREQ=MONTHLY;BYMONTHDAY=-1"),
    ("2026-01-30 18:30", "FREQ=MONTHLY;BYMONTHDAY=30;COUNT=20"),
    ("2026-01-30 18:30", "FREQ=MONTHLY;BYDAY=MO,TU,WE,TH,FR;BYSETPOS=-1"),
    ("2026-02-13 18:30", "FREQ=MONTHLY;BYDAY=FR;BYMONTHDAY=13"),
    ("2026-01-10 18:30", "FREQ=MONTHLY;INTERVAL=18"),
    ("2026-03-29 18:30", "FREQ=YEARLY"),
    ("2024-02-29 18:30", "FREQ=YEARLY"),
    ("2026-03-29 18:30", "FREQ=YEARLY;BYMONTH=3;BYDAY=-1SU"),
    ("2026-10-25 18:30", "FREQ=YEARLY;BYMONTH=10;BYDAY=-1SU"),
    ("2026-01-22 18:30", "FREQ=YEARLY;BYMONTH=1,6;BYDAY=4TH"),
    ("2026-01-22 18:30", "FREQ=YEARLY;INTERVAL=2"),
    ("2026-10-08", "FREQ=YEARLY"),
    ("2026-01-31", "FREQ=MONTHLY"),
    ("2026-03-28", "FREQ=WEEKLY;COUNT=10"),
    ("2026-01-06", "FREQ=MONTHLY;BYDAY=1TU;UNTIL=2027-06-30T23:59:59"),
    ("2026-03-22 23:30", "FREQ=DAILY;COUNT=20"),
    ("2026-03-01 00:30", "FREQ=WEEKLY"),
    ("2026-03-01 03:00", "FREQ=WEEKLY"),
]

# Right by RFC 5545 and by dateutil; ical.js 2.2.1 takes them otherwise.
RARE_RULES = [
    ("2026-04-10 18:30", "FREQ=YEARLY;BYYEARDAY=100,-1"),
    ("2026-05-18 18:30", "FREQ=YEARLY;BYDAY=20MO"),
    ("2026-12-28 18:30", "FREQ=YEARLY;BYWEEKNO=53;BYDAY=MO"),
    ("2027-01-04 18:30", "FREQ=YEARLY;BYWEEKNO=1,10;BYDAY=MO"),
    ("2026-01-20 18:30", "FREQ=YEARLY;BYMONTHDAY=11,20"),
    ("2027-12-30 18:30", "FREQ=YEARLY;BYMONTH=2,5,12"),
    ("2026-09-04 18:30", "FREQ=MONTHLY;BYMONTH=3,9,11;BYDAY=FR"),
    ("2026-01-07 18:30", "FREQ=MONTHLY;INTERVAL=5;BYMONTH=1,6;BYDAY=+1WE"),
]


def by_rule(start: str, repeat: str, id_: str = "reunion") -> Meeting:
    return meeting(start, repeat, hours=1 if " " in start else 24, id_=id_)


def weekly(zone: str, id_: str = "reunion") -> Meeting:
    return meeting("2026-01-07 18:30", "FREQ=WEEKLY", zone=ZONES[zone], id_=id_)


def near_clock_changes(zone: str, id_: str = "reunion") -> list[Meeting]:
    """Just after midnight and at 03:30, which every night has once."""
    hours = {"nuit": "00:15", "matin": "03:30"}
    return [
        meeting(
            f"2026-01-07 {hour}", "FREQ=DAILY;COUNT=400", zone=ZONES[zone], hours=0.25, id_=f"{id_}-{name}"
        )
        for name, hour in hours.items()
    ]


EXCEPTIONS = {
    "excepted": meeting(repeat="FREQ=WEEKLY;COUNT=9", except_on="2026-11-03 2026-12-01"),
    "all excepted but one": meeting(repeat="FREQ=WEEKLY;COUNT=2", except_on="2026-11-03"),
    "cancelled": meeting(repeat="FREQ=WEEKLY;COUNT=9", cancelled_on="2026-11-10 2026-12-29"),
    "moved": meeting(repeat="FREQ=WEEKLY;COUNT=9", moved=(move("2026-11-10", "2026-11-11 19:00"),)),
    "moved to another month": meeting(
        repeat="FREQ=MONTHLY;BYDAY=1TU", moved=(move("2027-03-02", "2027-04-30 09:00"),)
    ),
    "moved before the first": meeting(
        repeat="FREQ=MONTHLY;BYDAY=1TU", moved=(move("2026-12-01", "2026-10-01 09:00"),)
    ),
    "moved beyond the next": meeting(
        repeat="FREQ=WEEKLY;COUNT=3", moved=(move("2026-11-03", "2026-12-01 18:30"),)
    ),
    "first one moved": meeting(repeat="FREQ=WEEKLY", moved=(move("2026-11-03", "2026-11-04 18:30"),)),
    "moved over a clock change": meeting(
        "2026-03-24 18:30", "FREQ=WEEKLY;COUNT=3", moved=(move("2026-03-24", "2026-04-01 18:30"),)
    ),
    "moved elsewhere": meeting(
        repeat="FREQ=WEEKLY;COUNT=3", moved=(move("2026-11-10", "2026-11-10 18:30", CAFE),)
    ),
    "moved and cancelled": meeting(
        repeat="FREQ=WEEKLY;COUNT=3",
        moved=(move("2026-11-10", "2026-11-11 18:30"),),
        cancelled_on="2026-11-10",
    ),
    "extra": meeting(repeat="FREQ=WEEKLY;COUNT=3", also_on=("2026-12-24 10:00", "2027-07-01 18:30")),
    "extra before the first": meeting(repeat="FREQ=WEEKLY;COUNT=3", also_on=("2026-10-01 10:00",)),
    "extra that is regular": meeting(repeat="FREQ=WEEKLY;COUNT=3", also_on=("2026-11-10 18:30",)),
    "extra without rule": meeting(also_on=("2026-12-01 18:30", "2027-07-01 10:00")),
    "extra cancelled": meeting(also_on=("2026-12-01 18:30",), cancelled_on="2026-12-01"),
    "extra moved": meeting(also_on=("2026-12-01 18:30",), moved=(move("2026-12-01", "2026-12-02 18:30"),)),
    "extra excepted": meeting(
        repeat="FREQ=WEEKLY;COUNT=3", also_on=("2026-12-24 10:00",), except_on="2026-12-24"
    ),
    "once": meeting(),
    "once, moved": meeting(moved=(move("2026-11-03", "2026-11-10 18:30"),)),
    "once, cancelled": meeting(cancelled_on="2026-11-03"),
    "once, excepted": meeting(except_on="2026-11-03"),
    "days": meeting(
        "2026-11-03",
        "FREQ=WEEKLY;COUNT=9",
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
    "all at once": BUSY_MEETING,
}
