"""The dates a rule gives, never without an end; and those of them nearest to a day."""

from bisect import bisect_left
from collections.abc import Sequence
from datetime import date, datetime

from ...domain.recurrence import Rule
from ...problems import Sentence, sentence


def slots_until(rule: Rule | None, first: datetime, last: date) -> tuple[datetime, ...]:
    """Local starts up to `last`; fields know no day after 2199, so this ends."""
    return rule.starts_until(first, last) if rule else (first,)


def nearest(days: Sequence[date], day: date) -> Sentence | None:
    """The last of `days` (in order of time) before `day` and the first after it."""
    position = bisect_left(days, day)
    around = (*days[max(0, position - 1) : position], *days[position : position + 1])
    match around:
        case (before, after):
            return sentence("the nearest are {before} and {after}", before=before, after=after)
        case (only,):
            return sentence("the nearest is {day}", day=only)
    return None
