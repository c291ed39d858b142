"""Commissions that used to meet and have announced nothing since."""

from collections.abc import Iterable
from datetime import date, timedelta

from ...domain.association import Association
from ...domain.commission import Commission
from ...domain.meeting import Meeting
from ...problems import sentence
from ..desk import Desk
from .coming import ComingMeeting
from .whereabouts import Whereabouts

FAR = timedelta(days=8 * 366)
"""The rarest anniversary is a leap day, and 2100 has none."""


def tell_silences(
    dates: Iterable[ComingMeeting], association: Association, whereabouts: Whereabouts, desk: Desk
) -> None:
    meeting = {date.commission.id for date in dates if not date.entry.is_cancelled}
    today = desk.site.today
    for commission in association.commissions:
        if not commission.meetings or commission.id in meeting or will_meet(commission, today):
            continue
        desk.warn(
            whereabouts.of_meetings(commission.id),
            "no-future-meeting",
            sentence(
                'no public meeting of "{commission}" is still to come',
                commission=commission.name.to(desk.site.language),
            ),
            sentence('add the next date to "also_on", or a meeting with its "start" and "repeat"'),
        )


def will_meet(commission: Commission, today: date) -> bool:
    """Even if not within a year."""
    return any(takes_place(meeting, today) for meeting in commission.meetings)


def takes_place(meeting: Meeting, today: date) -> bool:
    farthest = max(today, meeting.start.date()) + FAR
    return any(not occurrence.is_cancelled for occurrence in meeting.occurrences(today, farthest))
