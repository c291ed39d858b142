"""Rules by chance, the same ones every time, and the days they mean found without any library."""

from calendar import monthrange
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from random import Random

from association.domain.meetings import WEEKDAYS, Rule

ONE_DAY = timedelta(days=1)


@dataclass(frozen=True, slots=True)
class Words:
    """A rule as an editor writes it: `every` so many units, `on` a weekday, a named weekday or a day.

    Unit is DAILY, WEEKLY, MONTHLY or YEARLY; ordinal 0 for every such weekday, day_of_month 0 for none.
    """

    unit: str
    number: int
    first: datetime
    weekday: int | None = None
    ordinal: int = 0
    day_of_month: int = 0
    until: datetime | None = None
    count: int | None = None

    def rule(self) -> Rule:
        by: tuple[tuple[str, str], ...] = ()
        if self.day_of_month:
            by = (("BYMONTHDAY", str(self.day_of_month)),)
        elif self.weekday is not None:
            by = (("BYDAY", f"{self.ordinal or ''}{WEEKDAYS[self.weekday]}"),)
        return Rule(self.unit, self.number, by, self.until, self.count)

    def starts_until(self, last: date) -> list[datetime]:
        """Day by day, each asked whether it is one."""
        found: list[datetime] = []
        day = self.first.date()
        while day <= last and len(found) != self.count:
            start = datetime.combine(day, self.first.time())
            if self.until and start > self.until:
                break
            if self.is_in_step(day) and self.is_named(day):
                found.append(start)
            day += ONE_DAY
        return found

    def is_in_step(self, day: date) -> bool:
        begin = self.first.date()
        match self.unit:
            case "DAILY":
                passed = (day - begin).days
            case "WEEKLY":
                passed = (monday_of(day) - monday_of(begin)).days // 7
            case "MONTHLY":
                passed = 12 * (day.year - begin.year) + day.month - begin.month
            case _:
                passed = day.year - begin.year
        return passed % self.number == 0

    def is_named(self, day: date) -> bool:
        begin = self.first.date()
        if self.unit == "DAILY":
            return True
        if self.unit == "YEARLY":
            return (day.month, day.day) == (begin.month, begin.day)
        if self.weekday is not None:
            return day.weekday() == self.weekday and self.ordinal in (0, *ordinals(day))
        if self.unit == "WEEKLY":
            return day.weekday() == begin.weekday()
        return day.day == (self.day_of_month or begin.day)


def monday_of(day: date) -> date:
    return day - day.weekday() * ONE_DAY


def ordinals(day: date) -> tuple[int, int]:
    """Which such weekday of its month it is, from the beginning and from the end."""
    return 1 + (day.day - 1) // 7, -1 - (monthrange(day.year, day.month)[1] - day.day) // 7


def random_words(chance: Random) -> Words:
    """Their first day is a date of their own, as the reader of the files demands."""
    unit = chance.choice(("DAILY", "WEEKLY", "MONTHLY", "MONTHLY", "YEARLY"))
    day = random_day(chance)
    weekday, ordinal, day_of_month = None, 0, 0
    if unit == "WEEKLY" and chance.random() < 0.5:
        weekday = day.weekday()
    if unit == "MONTHLY":
        match chance.randrange(3):
            case 0:
                weekday, ordinal = day.weekday(), named_ordinal(day, chance)
            case 1:
                day_of_month = day.day
    start = datetime.combine(day, time(chance.randrange(24), chance.choice((0, 15, 30, 45))))
    until, count = random_end(start, chance)
    number = chance.choice((1, 1, 2, 3, 4, 6, 18) if unit != "YEARLY" else (1, 2, 4))
    return Words(unit, number, start, weekday, ordinal, day_of_month, until, count)


def random_day(chance: Random) -> date:
    """The ends of months and 29 February more often than elsewhere."""
    if chance.random() < 0.1:
        return date(chance.choice((2020, 2024, 2028)), 2, 29)
    year, month = chance.randint(2020, 2030), chance.randint(1, 12)
    length = monthrange(year, month)[1]
    return date(year, month, length if chance.random() < 0.2 else chance.randint(1, length))


def named_ordinal(day: date, chance: Random) -> int:
    """first to fourth, or last if it is the last one."""
    from_start, from_end = ordinals(day)
    if from_start > 4 or (from_end == -1 and chance.random() < 0.5):
        return from_end
    return from_start


def random_end(start: datetime, chance: Random) -> tuple[datetime | None, int | None]:
    match chance.randrange(4):
        case 0:
            return start + timedelta(days=chance.randrange(1200), minutes=chance.choice((-1, 0, 1))), None
        case 1:
            return None, chance.randint(1, 60)
    return None, None
