"""Every public date of the coming year, gone over once for each kind of trouble; then the minutes.

Only when nothing is wrong: a date that could not be read is no date that is missing.
"""

from collections.abc import Iterator
from datetime import timedelta

from ...domain.agenda import event_entry, meeting_entry
from ...domain.association import Association
from ..desk import Desk
from .clashes import tell_clashes
from .coming import AnnouncedDate, ComingMeeting
from .days_off import tell_days_off
from .minutes import tell_minutes
from .silences import tell_silences
from .whereabouts import Whereabouts

YEAR = timedelta(days=366)


def look_ahead(association: Association, desk: Desk) -> None:
    meetings = tuple(coming_meetings(association, desk))
    events = tuple(announced_dates(association, desk))
    whereabouts = Whereabouts(desk)
    tell_clashes((*meetings, *events), association, whereabouts, desk)
    tell_days_off(meetings, association, whereabouts, desk)
    tell_silences(meetings, association, whereabouts, desk)
    tell_minutes(association, whereabouts, desk)


def coming_meetings(association: Association, desk: Desk) -> Iterator[ComingMeeting]:
    today = desk.site.today
    for commission in association.commissions:
        for meeting in commission.meetings:
            for occurrence in meeting.occurrences(today, today + YEAR):
                entry = meeting_entry(commission, meeting, occurrence)
                yield ComingMeeting(commission, meeting, occurrence, entry)


def announced_dates(association: Association, desk: Desk) -> Iterator[AnnouncedDate]:
    today = desk.site.today
    for event in association.events:
        for event_date in event.dates:
            entry = event_entry(event, event_date)
            if entry.last_day >= today and entry.first_day <= today + YEAR:
                yield AnnouncedDate(event, event_date, entry)
