"""The first date of a meeting has to follow the meeting's own rhythm."""

from dataclasses import replace
from datetime import date, datetime, timedelta

from ...domain.meeting import Meeting
from ...domain.recurrence import Rule
from ...problems import Sentence, sentence
from ..desk import wrong
from ..moments import said
from ..shapes.commissions import MeetingShape
from ..spots import Spot
from .slots import nearest, slots_until

YEARS = 4
FOUR_YEARS = timedelta(days=365 * YEARS + 1)


def check_first_date(regular: Meeting, shape: MeetingShape, spot: Spot) -> None:
    day = regular.start.date()
    if regular.rule is None or regular.start in slots_until(regular.rule, regular.start, day):
        return
    raise wrong(
        (spot / "start").place,
        "not-an-occurrence",
        what_it_is_not(shape),
        nearest(possible_first_days(regular.rule, regular.start), day),
    )


def what_it_is_not(shape: MeetingShape) -> Sentence:
    start, on = said(shape.start), shape.repeat.on if shape.repeat else None
    if on and on.weekday:
        return sentence("{start} is not a {weekday}", start=start, weekday=on.words)
    if on:
        return sentence("{start} is not day {number} of its month", start=start, number=on.month_day)
    return sentence('{start} is not a date of its own "repeat"', start=start)


def possible_first_days(rule: Rule, start: datetime) -> list[date]:
    """Days around `start` that the rule could begin with, whatever its interval."""
    endless = replace(rule, interval=1, until=None, count=None)
    slots = slots_until(endless, well_before(start, rule.frequency), (start + FOUR_YEARS).date())
    return sorted({slot.date() for slot in slots})


def well_before(start: datetime, frequency: str) -> datetime:
    """Years before `start`, with everything the same that a rule may take from its first date."""
    if frequency in ("DAILY", "WEEKLY"):
        return start - timedelta(weeks=52 * YEARS)
    try:
        return start.replace(year=start.year - YEARS)
    except ValueError:  # 29 February, four years from 1900 or 2100
        return start.replace(year=start.year - 2 * YEARS)
