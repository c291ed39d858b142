"""Every public date of the coming year, gone over once for each kind of trouble; then the minutes.

Only when nothing is wrong: a date that could not be read is no date that is missing.
"""

from collections.abc import Iterator
from datetime import timedelta

from ...domain.agenda import event_entry, meeting_entry
from ...domain.association import Association
from ..context import LoadContext
from .dates import AnnouncedDate, ComingMeeting, tell_clashes, tell_minutes, tell_silences
from .holidays import tell_days_off

YEAR = timedelta(days=366)


def check_dates(association: Association, context: LoadContext) -> None:
    meetings = tuple(coming_meetings(association, context))
    events = tuple(announced_dates(association, context))
    tell_clashes((*meetings, *events), association, context)
    tell_days_off(meetings, association, context)
    tell_silences(meetings, association, context)
    tell_minutes(association, context)


def coming_meetings(association: Association, context: LoadContext) -> Iterator[ComingMeeting]:
    today = context.site.today
    for commission in association.commissions:
        for meeting in commission.meetings:
            for occurrence in meeting.occurrences(today, today + YEAR):
                entry = meeting_entry(commission, meeting, occurrence)
                yield ComingMeeting(commission, meeting, occurrence, entry)


def announced_dates(association: Association, context: LoadContext) -> Iterator[AnnouncedDate]:
    today = context.site.today
    for event in association.events:
        for event_date in event.dates:
            entry = event_entry(event, event_date)
            if entry.last_day >= today and entry.first_day <= today + YEAR:
                yield AnnouncedDate(event, event_date, entry)
