"""What a recurrence rule comes to in plain words: the parts of a sentence, not the sentence.

Only rules that a few words say exactly have a cadence; the others, however regular, have none.
"""

import re
from calendar import monthrange
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime

from .meetings import WEEKDAYS, Rule

NUMBERED = re.compile(r"([+-]?\d+)?([A-Z]{2})")
LEAP_YEAR = 2024
EVERY_MONTH = tuple(range(1, 13))
UNITS = {"DAILY": "day", "WEEKLY": "week", "MONTHLY": "month", "YEARLY": "year"}
MEANINGFUL = {
    "DAILY": {"BYDAY"},
    "WEEKLY": {"BYDAY", "BYMONTH"},
    "MONTHLY": {"BYDAY", "BYMONTHDAY", "BYMONTH", "BYSETPOS"},
    "YEARLY": {"BYDAY", "BYMONTHDAY", "BYMONTH", "BYSETPOS"},
}
"""The parts of each frequency that words have; BYWEEKNO and BYYEARDAY are nobody's."""


@dataclass(frozen=True, slots=True)
class CadenceDay:
    """A weekday (0 is Monday), perhaps only the nth of its month; or a day of the month.

    Counted from the end when negative: -1 is the last.
    """

    ordinal: int | None = None
    weekday: int | None = None
    month_day: int | None = None


@dataclass(frozen=True, slots=True)
class Cadence:
    """Every `number` days, weeks, months or years (`unit`), on `days`; none of them for days.

    months: the only ones it takes place in; one for years, none when it is any month.
    """

    unit: str
    number: int = 1
    days: tuple[CadenceDay, ...] = ()
    months: tuple[int, ...] = ()


def cadence(rule: Rule, start: datetime) -> Cadence | None:
    """What `rule` leaves open is that of `start`."""
    parts = {key: value for key, value in rule.by if key != "WKST"}
    if not parts.keys() <= MEANINGFUL[rule.frequency] or is_split_by_weeks(rule, parts):
        return None
    months = months_in(parts, rule, start)
    unit = UNITS[rule.frequency]
    if unit in ("month", "year"):
        return by_month(parts, rule, months, start)
    days = plain_weekdays(parts["BYDAY"]) if "BYDAY" in parts else None
    if unit == "day" and days is None:
        return Cadence(unit, rule.interval)
    if unit == "day" and rule.interval != 1:
        return None
    return by_week(days or (CadenceDay(weekday=start.weekday()),), rule.interval, months)


def is_split_by_weeks(rule: Rule, parts: dict[str, str]) -> bool:
    """Where a week that does not begin on Monday decides which days are together (RFC 5545, WKST)."""
    begins = dict(rule.by).get("WKST", "MO")
    return (
        rule.frequency == "WEEKLY" and rule.interval > 1 and "," in parts.get("BYDAY", "") and begins != "MO"
    )


def months_in(parts: dict[str, str], rule: Rule, start: datetime) -> tuple[int, ...]:
    if "BYMONTH" in parts:
        months = tuple(sorted({int(month) for month in parts["BYMONTH"].split(",")}))
        return () if months == EVERY_MONTH else months
    is_anniversary = rule.frequency == "YEARLY" and not parts
    return (start.month,) if is_anniversary else ()


def by_week(days: tuple[CadenceDay, ...], number: int, months: tuple[int, ...]) -> Cadence | None:
    if months and number != 1:
        return None
    if number == 1 and not months and len(days) == len(WEEKDAYS):
        return Cadence("day")
    return Cadence("week", number, days, months)


def by_month(parts: dict[str, str], rule: Rule, months: tuple[int, ...], start: datetime) -> Cadence | None:
    """Of months and years, which words tell apart by the number of months that are named."""
    is_every_year = rule.frequency == "YEARLY"
    if "BYDAY" in parts and is_every_year and not months:
        return None  # « the 20th Monday of the year »
    if parts.keys() <= {"BYDAY", "BYMONTH"} and (every := plain_weekdays(parts.get("BYDAY", ""))):
        return by_week(every, 1, months) if rule.interval == 1 else None
    days = days_of_month(parts, months, is_every_year, start)
    if len(months) == 1 and (is_every_year or rule.interval == 1):
        possible = tuple(day for day in days if is_possible(day, months[0]))
        return Cadence("year", rule.interval, possible, months) if possible else None
    if not days or (rule.interval != 1 and (months or is_every_year)):
        return None
    return Cadence("month", rule.interval, days, months)


def days_of_month(
    parts: dict[str, str], months: tuple[int, ...], is_every_year: bool, start: datetime
) -> tuple[CadenceDay, ...]:
    """Empty when words do not say them."""
    if "BYDAY" in parts and "BYMONTHDAY" in parts:
        return ()
    if "BYSETPOS" in parts:
        return () if is_every_year and len(months) != 1 else chosen(parts)
    if "BYDAY" in parts:
        return numbered_weekdays(parts["BYDAY"])
    numbers = {int(day) for day in parts.get("BYMONTHDAY", str(start.day)).split(",")}
    is_sayable = all(number >= -1 for number in numbers)
    return in_order(CadenceDay(month_day=number) for number in numbers) if is_sayable else ()


def chosen(parts: dict[str, str]) -> tuple[CadenceDay, ...]:
    """`BYDAY=TU;BYSETPOS=1` is the first Tuesday."""
    weekdays = plain_weekdays(parts.get("BYDAY", ""))
    places = {int(place) for place in parts["BYSETPOS"].split(",")}
    if len(weekdays) != 1 or not all(map(is_in_a_month, places)):
        return ()
    return in_order(CadenceDay(place, weekdays[0].weekday) for place in places)


def plain_weekdays(written: str) -> tuple[CadenceDay, ...]:
    """Empty when one of them has a number."""
    codes = set(written.split(","))
    if not codes <= set(WEEKDAYS):
        return ()
    return in_order(CadenceDay(weekday=WEEKDAYS.index(code)) for code in codes)


def numbered_weekdays(written: str) -> tuple[CadenceDay, ...]:
    """Empty when one of them has none, or one that no month has."""
    found = [match for day in written.split(",") if (match := NUMBERED.fullmatch(day))]
    if not all(match[1] and is_in_a_month(int(match[1])) for match in found):
        return ()
    return in_order({CadenceDay(int(match[1]), WEEKDAYS.index(match[2])) for match in found})


def is_in_a_month(place: int) -> bool:
    """Words count from the first to the fifth, and the last two."""
    return place in (1, 2, 3, 4, 5, -1, -2)


def is_possible(day: CadenceDay, month: int) -> bool:
    return (day.month_day or 1) <= monthrange(LEAP_YEAR, month)[1]


def in_order(days: Iterable[CadenceDay]) -> tuple[CadenceDay, ...]:
    """As a month goes by: the first ones first, those counted from the end last."""

    def key(day: CadenceDay) -> tuple[bool, int, int]:
        place = day.ordinal or day.month_day or 0
        return place < 0, place, day.weekday or 0

    return tuple(sorted(days, key=key))
