"""How often a commission meets, ready to be said in words by the theme.

Names of days and months are the theme's business: it is given a date that has the name.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from ..domain.agenda import Entry, meeting_uid
from ..domain.cadence import LEAP_YEAR, CadenceDay, cadence
from ..domain.commissions import Commission
from ..domain.meetings import Meeting
from .localizer import Localizer

A_MONDAY = date(LEAP_YEAR, 1, 1)
MONTHS = range(1, 13)
FEW = 6


@dataclass(frozen=True, slots=True)
class RhythmDay:
    """weekday, day: any date of that name or number. ordinal: 0 when it is every one of its weekdays.

    is_last: the last day of the month, whatever its number.
    """

    ordinal: int = 0
    weekday: date | None = None
    day: date | None = None
    is_last: bool = False


@dataclass(frozen=True, slots=True)
class Rhythm:
    """unit: day, week, month or year; '' when no plain words say the rule.

    months: the only ones it takes place in; months_off: those it leaves out. One of them at most.
    """

    title: str
    unit: str
    number: int = 1
    days: tuple[RhythmDay, ...] = ()
    months: tuple[date, ...] = ()
    months_off: tuple[date, ...] = ()
    time: datetime | None = None
    until: date | None = None
    count: int | None = None


def rhythms(commission: Commission, upcoming: Iterable[Entry], localizer: Localizer) -> tuple[Rhythm, ...]:
    """Those of the recurring meetings that are still to come."""
    coming = {entry.uid for entry in upcoming}
    return tuple(
        rhythm(meeting, localizer)
        for meeting in commission.meetings
        if meeting.rule and meeting_uid(commission, meeting) in coming
    )


def usual_rhythm(commission: Commission, localizer: Localizer) -> Rhythm | None:
    """How it meets when it meets: the rhythm begun last, without its end; None if words do not say it."""
    recurring = [meeting for meeting in commission.meetings if meeting.rule]
    if not recurring:
        return None
    found = rhythm(max(recurring, key=lambda meeting: (meeting.start, meeting.id)), localizer)
    return found if found.unit else None


def rhythm(meeting: Meeting, localizer: Localizer) -> Rhythm:
    title, rule = localizer.say(meeting.title), meeting.rule
    time = None if meeting.is_all_day else meeting.start
    found = cadence(rule, meeting.start) if rule else None
    if rule is None or found is None:
        return Rhythm(title, "", time=time)
    is_yearly = found.unit == "year"
    is_mostly = len(found.months) > FEW
    off = tuple(month for month in MONTHS if month not in found.months) if is_mostly else ()
    return Rhythm(
        title=title,
        unit=found.unit,
        number=found.number,
        days=tuple(rhythm_day(day, found.months[0] if is_yearly else 1) for day in found.days),
        months=() if is_mostly else named(found.months),
        months_off=named(off),
        time=time,
        until=rule.until.date() if rule.until else None,
        count=rule.count,
    )


def rhythm_day(day: CadenceDay, month: int) -> RhythmDay:
    if day.weekday is not None:
        return RhythmDay(day.ordinal or 0, A_MONDAY + timedelta(days=day.weekday))
    if day.month_day == -1:
        return RhythmDay(is_last=True)
    return RhythmDay(day=date(LEAP_YEAR, month, day.month_day or 1))


def named(months: Iterable[int]) -> tuple[date, ...]:
    return tuple(date(LEAP_YEAR, month, 1) for month in months)
