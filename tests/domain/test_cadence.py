"""What a rule comes to in plain words, and which rules have none."""

from datetime import date, datetime, timedelta
from itertools import product

import pytest

from association.domain.cadence import Cadence, CadenceDay, cadence
from association.domain.meetings import WEEKDAYS, Rule

START = datetime(2026, 11, 3, 18, 30)
TUESDAY, THURSDAY = CadenceDay(weekday=1), CadenceDay(weekday=3)
FIRST_TUESDAY, FIFTEENTH = CadenceDay(1, 1), CadenceDay(month_day=15)
LAST = date(2033, 12, 31)
ALL_BUT_SUMMER = (1, 2, 3, 4, 5, 6, 9, 10, 11, 12)


def rule(text: str) -> Rule:
    parts = dict(part.split("=") for part in text.split(";"))
    frequency, interval = parts.pop("FREQ"), int(parts.pop("INTERVAL", "1"))
    return Rule(frequency, interval, tuple(parts.items()))


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("FREQ=DAILY", Cadence("day")),
        ("FREQ=DAILY;INTERVAL=10", Cadence("day", 10)),
        ("FREQ=DAILY;BYDAY=TU,TH", Cadence("week", 1, (TUESDAY, THURSDAY))),
        ("FREQ=WEEKLY", Cadence("week", 1, (TUESDAY,))),
        ("FREQ=WEEKLY;INTERVAL=2;BYDAY=TH,TU", Cadence("week", 2, (TUESDAY, THURSDAY))),
        ("FREQ=WEEKLY;INTERVAL=2;BYDAY=TU;WKST=SU", Cadence("week", 2, (TUESDAY,))),
        ("FREQ=WEEKLY;BYDAY=SU,MO,TU,WE,TH,FR,SA", Cadence("day")),
        ("FREQ=WEEKLY;BYDAY=TU;BYMONTH=7,8", Cadence("week", 1, (TUESDAY,), (7, 8))),
        ("FREQ=WEEKLY;BYDAY=TU;BYMONTH=1,2,3,4,5,6,7,8,9,10,11,12", Cadence("week", 1, (TUESDAY,))),
        ("FREQ=MONTHLY", Cadence("month", 1, (CadenceDay(month_day=3),))),
        ("FREQ=MONTHLY;INTERVAL=2;BYDAY=1TU", Cadence("month", 2, (FIRST_TUESDAY,))),
        ("FREQ=MONTHLY;BYDAY=+1TU", Cadence("month", 1, (FIRST_TUESDAY,))),
        ("FREQ=MONTHLY;BYDAY=TU;BYSETPOS=1", Cadence("month", 1, (FIRST_TUESDAY,))),
        ("FREQ=MONTHLY;BYDAY=TU", Cadence("week", 1, (TUESDAY,))),
        ("FREQ=MONTHLY;BYDAY=-1FR,1TU", Cadence("month", 1, (FIRST_TUESDAY, CadenceDay(-1, 4)))),
        ("FREQ=MONTHLY;BYMONTHDAY=-1,15", Cadence("month", 1, (FIFTEENTH, CadenceDay(month_day=-1)))),
        (
            "FREQ=MONTHLY;BYDAY=1TU;BYMONTH=1,2,3,4,5,6,9,10,11,12",
            Cadence("month", 1, (FIRST_TUESDAY,), ALL_BUT_SUMMER),
        ),
        ("FREQ=MONTHLY;BYMONTH=6;BYDAY=1TU", Cadence("year", 1, (FIRST_TUESDAY,), (6,))),
        ("FREQ=YEARLY", Cadence("year", 1, (CadenceDay(month_day=3),), (11,))),
        ("FREQ=YEARLY;INTERVAL=2;BYMONTH=6;BYDAY=1TU", Cadence("year", 2, (FIRST_TUESDAY,), (6,))),
        ("FREQ=YEARLY;BYMONTH=3,9;BYDAY=1TU", Cadence("month", 1, (FIRST_TUESDAY,), (3, 9))),
        ("FREQ=YEARLY;BYMONTH=6;BYDAY=TU", Cadence("week", 1, (TUESDAY,), (6,))),
        ("FREQ=YEARLY;BYMONTHDAY=15", Cadence("month", 1, (FIFTEENTH,))),
        ("FREQ=YEARLY;BYMONTH=4;BYMONTHDAY=15,31", Cadence("year", 1, (FIFTEENTH,), (4,))),
    ],
)  # fmt: skip
def test_a_rule_of_plain_words_has_a_cadence(text: str, expected: Cadence) -> None:
    """However calendar programs put it."""

    assert expected == cadence(rule(text), START)


@pytest.mark.parametrize(
    "text",
    [
        "FREQ=DAILY;BYMONTH=6",
        "FREQ=DAILY;INTERVAL=2;BYDAY=TU",
        "FREQ=WEEKLY;INTERVAL=2;BYDAY=TU,SU;WKST=SU",
        "FREQ=WEEKLY;INTERVAL=2;BYDAY=TU;BYMONTH=6,7",
        "FREQ=MONTHLY;INTERVAL=2;BYDAY=TU",
        "FREQ=MONTHLY;INTERVAL=2;BYDAY=1TU;BYMONTH=1,3",
        "FREQ=MONTHLY;BYDAY=MO,TU,WE,TH,FR;BYSETPOS=-1",
        "FREQ=MONTHLY;BYDAY=TU;BYSETPOS=1,-3",
        "FREQ=MONTHLY;BYDAY=TU,1FR",
        "FREQ=MONTHLY;BYDAY=-3TU",
        "FREQ=MONTHLY;BYDAY=FR;BYMONTHDAY=13",
        "FREQ=MONTHLY;BYMONTHDAY=-2",
        "FREQ=MONTHLY;BYMONTHDAY=1,2;BYSETPOS=1",
        "FREQ=YEARLY;BYDAY=20MO",
        "FREQ=YEARLY;BYDAY=TU",
        "FREQ=YEARLY;BYWEEKNO=20",
        "FREQ=YEARLY;BYYEARDAY=100",
        "FREQ=YEARLY;BYMONTH=3,9;BYDAY=TU;BYSETPOS=1",
        "FREQ=YEARLY;INTERVAL=2;BYMONTH=3,9;BYDAY=1TU",
    ],
)
def test_a_rule_that_plain_words_do_not_say_has_none(text: str) -> None:
    """Better no words than words for other dates."""

    assert cadence(rule(text), START) is None


PARTS = {
    "INTERVAL": ("", "2", "3"),
    "BYDAY": ("", "TU", "TU,TH", "1TU", "1TU,-1FR", "5MO", "-2SA", "MO,TU,WE,TH,FR"),
    "BYMONTHDAY": ("", "1,15", "31", "-1"),
    "BYMONTH": ("", "6", "3,9", "2", "1,2,3,4,5,6,9,10,11,12"),
    "BYSETPOS": ("", "1", "-1"),
}
FREQUENCIES = ("DAILY", "WEEKLY", "MONTHLY", "YEARLY")


def made_up(frequency: str) -> list[Rule]:
    """Every combination of these parts that dateutil takes."""
    rules = []
    for values in product(*PARTS.values()):
        parts = {key: value for key, value in zip(PARTS, values, strict=True) if value}
        interval = int(parts.pop("INTERVAL", "1"))
        has_numbers = any(character.isdigit() for character in parts.get("BYDAY", ""))
        if frequency in ("DAILY", "WEEKLY") and (has_numbers or {"BYMONTHDAY", "BYSETPOS"} & parts.keys()):
            continue
        if "BYSETPOS" in parts and not {"BYDAY", "BYMONTHDAY"} & parts.keys():
            continue
        rules.append(Rule(frequency, interval, tuple(parts.items())))
    return rules


@pytest.mark.parametrize("frequency", FREQUENCIES)
def test_the_words_mean_the_dates_of_the_rule(frequency: str) -> None:
    """A cadence read out day by day, with nothing of RFC 5545, gives the dates that the rule gives."""
    told = [one for one in made_up(frequency) if cadence(one, START) and first_date(one)]
    wrong = [one for one in told if dates_of_rule(one) != dates_of_words(one)]

    assert ([], True) == (wrong, len(told) > 4)


def first_date(one: Rule) -> datetime | None:
    return next(iter(one.starts_until(START, date(2027, 12, 31))), None)


def dates_of_rule(one: Rule) -> list[date]:
    return [slot.date() for slot in one.starts_until(first_date(one) or START, LAST)]


def dates_of_words(one: Rule) -> list[date]:
    first = first_date(one) or START
    return days_of(cadence(one, first), first.date(), LAST)


def days_of(found: Cadence | None, first: date, last: date) -> list[date]:
    assert found is not None
    days = (first + timedelta(days=n) for n in range((last - first).days + 1))
    return [day for day in days if is_told(found, first, day)]


def is_told(found: Cadence, first: date, day: date) -> bool:
    passed = {
        "day": (day - first).days,
        "week": (monday(day) - monday(first)).days // 7,
        "month": (day.year - first.year) * 12 + day.month - first.month,
        "year": day.year - first.year,
    }[found.unit]
    is_month = not found.months or day.month in found.months
    return (
        is_month
        and passed % found.number == 0
        and (not found.days or any(is_on(one, day) for one in found.days))
    )


def monday(day: date) -> date:
    return day - timedelta(days=day.weekday())


def is_on(one: CadenceDay, day: date) -> bool:
    to_the_end = (day.replace(day=28) + timedelta(days=4)).replace(day=1) - day
    if one.weekday is None:
        return one.month_day == (day.day if (one.month_day or 0) > 0 else -to_the_end.days)
    if one.weekday != day.weekday():
        return False
    if one.ordinal is None:
        return True
    return one.ordinal == ((day.day - 1) // 7 + 1 if one.ordinal > 0 else -((to_the_end.days - 1) // 7 + 1))


def test_weekdays_are_counted_from_monday() -> None:
    """As Python does."""

    assert [cadence(Rule("WEEKLY", by=(("BYDAY", code),)), START) for code in WEEKDAYS] == [
        Cadence("week", 1, (CadenceDay(weekday=number),)) for number in range(7)
    ]
