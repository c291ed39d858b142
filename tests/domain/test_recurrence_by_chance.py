"""Two thousand rules by chance, against oracles that share no code with the domain.

The rule as it is exported goes through dateutil's own reader of texts; its days are also found one by one.
"""

from collections.abc import Iterator
from datetime import date, datetime, time, timedelta
from itertools import islice
from random import Random

import pytest
from dateutil.rrule import rrulestr
from meeting_pictures import PARIS
from random_rules import Words, random_words

from association.domain.meetings import Meeting, Move, Rule
from association.domain.text import plain

RULES = 2000
BATCHES = 20
ZONE = PARIS

PARTS = {
    "DAILY": """BYDAY=MO,TU,WE,TH,FR BYDAY=SA,SU BYMONTH={month} BYMONTHDAY=1,15 BYMONTHDAY=-1
        BYMONTH={month};BYDAY=SU""",
    "WEEKLY": """BYDAY=MO,WE BYDAY=SU BYDAY=TU,TH,SA;WKST=SU BYDAY=SU,MO;WKST=MO BYDAY=SU,MO;WKST=SU
        BYMONTH={month};BYDAY=FR BYDAY=MO,TU,WE,TH,FR;BYSETPOS=-1""",
    "MONTHLY": """BYDAY=1MO,3MO BYDAY=-1FR BYDAY=2TU,-2TH BYDAY=5SU BYDAY=1WE,20MO BYDAY=TU BYMONTHDAY={day}
        BYMONTHDAY=28,29,30,31 BYMONTHDAY=-1,-2 BYMONTH={month};BYDAY=2SA BYMONTH={month};BYMONTHDAY=1,-1
        BYDAY=MO,TU,WE,TH,FR;BYSETPOS=1 BYDAY=MO,TU,WE,TH,FR;BYSETPOS=-1 BYDAY=TU,TH;BYSETPOS=2,-2
        BYDAY=FR;BYMONTHDAY=13 BYDAY=SA;BYMONTHDAY=8,9,10,11,12,13,14""",
    "YEARLY": """BYMONTH={month};BYDAY=-1SU BYMONTH={month};BYMONTHDAY=1,15 BYDAY=20MO BYDAY=-1MO BYDAY=1TU
        BYYEARDAY=1,100,366 BYYEARDAY=-1 BYWEEKNO=1,10;BYDAY=MO BYMONTHDAY=11,20 BYMONTH={month},2,9
        BYMONTH={month};BYDAY=MO,20MO BYDAY=MO,TU;BYMONTH={month};BYSETPOS=1,-1""",
}
"""What an `rrule` may say beside its FREQ; `{month}` and `{day}` are those of the first date."""


LOOKED_AHEAD = {"DAILY": 100, "WEEKLY": 400, "MONTHLY": 800, "YEARLY": 1900}
"""Days: enough for a clock change, a leap day, a February."""


def horizon(first: datetime, frequency: str) -> date:
    return first.date() + timedelta(days=LOOKED_AHEAD[frequency])


def words(batch: int) -> list[Words]:
    chance = Random(batch)
    return [random_words(chance) for _ in range(RULES // BATCHES)]


@pytest.mark.parametrize("batch", range(BATCHES))
def test_a_rule_in_words_gives_the_days_that_the_words_mean(batch: int) -> None:
    """Found day by day, without dateutil."""
    wrong = [
        each
        for each in words(batch)
        if each.starts_until(horizon(each.first, each.unit))
        != list(each.rule().starts_until(each.first, horizon(each.first, each.unit)))
    ]

    assert [] == wrong


@pytest.mark.parametrize("batch", range(BATCHES))
def test_a_rule_of_a_calendar_program_gives_what_dateutil_reads_in_its_text(batch: int) -> None:
    """All the BY parts, in combinations that somebody might write."""
    chance = Random(1000 + batch)
    rules = [random_rule(chance) for _ in range(RULES // BATCHES)]
    wrong = [(rule, first) for rule, first in rules if read_by_dateutil(rule, first) != found(rule, first)]

    assert [] == wrong


def random_rule(chance: Random) -> tuple[Rule, datetime]:
    each = random_words(chance)
    text = chance.choice(PARTS[each.unit].split()).format(month=each.first.month, day=each.first.day)
    by = tuple(tuple(part.split("=")) for part in text.split(";"))
    return Rule(each.unit, each.number, by, each.until, each.count), each.first


def found(rule: Rule, first: datetime) -> list[datetime]:
    return list(rule.starts_until(first, horizon(first, rule.frequency)))


def read_by_dateutil(rule: Rule, first: datetime) -> list[datetime]:
    """The text with an end, as calendars write it; the dates are counted here, for no day may ever come."""
    last = datetime.combine(horizon(first, rule.frequency), time.max)
    end = min(rule.until or last, last)
    text = ";".join([*(f"{name}={value}" for name, value in rule.parts()), f"UNTIL={end:%Y%m%dT%H%M%S}"])
    return list(islice(rrulestr(text, dtstart=first), rule.count))


@pytest.mark.parametrize("batch", range(BATCHES))
def test_a_meeting_with_exceptions_by_chance_takes_place_when_they_say(batch: int) -> None:
    """Holes, cancellations, moves and extra dates, applied one by one to the days found one by one."""
    chance = Random(2000 + batch)
    meetings = [with_exceptions(random_words(chance), chance) for _ in range(RULES // BATCHES)]
    wrong = [meeting for each, meeting in meetings if list(meant(each, meeting)) != told(each, meeting)]

    assert [] == wrong


Told = tuple[datetime, datetime, bool]


def with_exceptions(each: Words, chance: Random) -> tuple[Words, Meeting]:
    """Each day at most one of them, as the reader of the files demands."""
    slots = each.starts_until(horizon(each.first, each.unit))
    picked = chance.sample(slots, min(len(slots), chance.randrange(7)))
    kinds = [(chance.choice(("except", "cancel", "move")), slot) for slot in picked]
    extra = [each.first + timedelta(days=chance.randrange(90), hours=chance.randrange(5)) for _ in range(2)]
    return each, Meeting(
        id="reunion",
        title=plain("Réunion"),
        start=each.first,
        zone=ZONE,
        duration=timedelta(hours=2),
        rule=each.rule(),
        except_on=tuple(slot.date() for kind, slot in kinds if kind == "except"),
        cancelled_on=tuple(slot.date() for kind, slot in kinds if kind == "cancel"),
        moved=tuple(
            Move(slot.date(), slot + timedelta(hours=chance.randint(-900, 900)))
            for kind, slot in kinds
            if kind == "move"
        ),
        also_on=tuple(day for day in extra if day.date() not in {slot.date() for slot in slots}),
    )


def meant(each: Words, meeting: Meeting) -> Iterator[Told]:
    last = horizon(each.first, each.unit)
    slots = sorted({*each.starts_until(last), *meeting.also_on})
    where = {move.day: move.to for move in meeting.moved}
    dates = [
        (where.get(slot.date(), slot), slot, slot.date() in meeting.cancelled_on)
        for slot in slots
        if slot.date() not in meeting.except_on
    ]
    for start, slot, is_cancelled in sorted(dates):
        if each.first.date() <= start.date() <= last and slot.date() <= last:
            yield start, slot, is_cancelled


def told(each: Words, meeting: Meeting) -> list[Told]:
    last = horizon(each.first, each.unit)
    return [
        (one.start.replace(tzinfo=None), one.slot.replace(tzinfo=None), one.is_cancelled)
        for one in meeting.occurrences(each.first.date(), last)
    ]
