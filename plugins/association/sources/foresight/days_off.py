"""Meetings on public holidays, which a rhythm knows nothing about."""

from collections.abc import Container, Iterable, Mapping
from datetime import date as Day
from datetime import timedelta
from itertools import groupby

from ...domain.association import Association
from ...problems import Place, Sentence, sentence
from ..desk import Desk
from .coming import ComingMeeting
from .country import country_of
from .public_holidays import public_holidays
from .whereabouts import Whereabouts

MOST = 3
LATER = tuple(timedelta(days=days) for days in (7, 1, 2, 3, 4, 5, 6))
CODE = "public-holiday"


def tell_days_off(
    dates: Iterable[ComingMeeting], association: Association, whereabouts: Whereabouts, desk: Desk
) -> None:
    """A sentence for each date, at most three of a meeting; then how many there are besides."""
    for (commission, meeting), group in groupby(dates, key=lambda date: date.affair):
        coming = tuple(group)
        found = [(date, name) for date in coming if (name := holiday_of(date, association, desk))]
        if not found:
            continue
        place = whereabouts.of_meeting(commission, meeting)
        for date, name in found[:MOST]:
            told = sentence(
                "the meeting of {day} falls on a public holiday: {holiday}",
                day=date.entry.first_day,
                holiday=name,
            )
            days_off = holidays_where(date, association, desk)
            desk.warn(place, CODE, told, hint(date, free_day(date, coming, days_off)))
        tell_rest([date for date, _ in found[MOST:]], place, desk)


def holiday_of(date: ComingMeeting, association: Association, desk: Desk) -> str | None:
    """Its name, on the day when the meeting begins where it takes place."""
    if date.entry.is_cancelled:
        return None
    return holidays_where(date, association, desk).get(date.entry.first_day)


def holidays_where(date: ComingMeeting, association: Association, desk: Desk) -> Mapping[Day, str]:
    country = country_of(date, association, desk.site)
    return public_holidays(country, date.entry.first_day.year, desk.site.language) if country else {}


def free_day(date: ComingMeeting, coming: Iterable[ComingMeeting], days_off: Container[Day]) -> Day | None:
    """A week later, or else soon: neither a day off nor a day of the same meeting."""
    taken = {other.entry.first_day for other in coming}
    days = (date.entry.first_day + later for later in LATER)
    return next((day for day in days if day not in taken and day not in days_off), None)


def hint(date: ComingMeeting, free: Day | None) -> Sentence:
    """For a date that the rule gives: to leave it out or to move it. Others are written somewhere."""
    day, meeting = date.entry.first_day, date.meeting
    if date.occurrence.is_moved:
        return sentence('write another day after "to"')
    if meeting.rule is None or date.occurrence.slot.replace(tzinfo=None) in meeting.also_on:
        return sentence("write another day")
    if free is None:
        return sentence('write "except_on: [{day}]"', day=day)
    return sentence(
        'write "except_on: [{day}]", or for example "moved: [{{from: {day}, to: {free}}}]"',
        day=day,
        free=free,
    )


def tell_rest(rest: list[ComingMeeting], place: Place, desk: Desk) -> None:
    """Its words come after those of the others in any order of sentences."""
    if len(rest) == 1:
        desk.warn(place, CODE, sentence("the same goes for one more, on {day}", day=rest[0].entry.first_day))
    elif rest:
        told = sentence(
            "the same goes for {count} others, from {first} to {last}",
            count=len(rest),
            first=rest[0].entry.first_day,
            last=rest[-1].entry.first_day,
        )
        desk.warn(place, CODE, told)
