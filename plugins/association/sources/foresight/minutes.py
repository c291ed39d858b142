"""Minutes of meetings that never were, and meetings whose minutes are still missing."""

from collections.abc import Iterable, Iterator
from datetime import date, timedelta

from ...domain.association import Association
from ...domain.commission import Commission
from ...domain.meeting import Meeting
from ...domain.slugs import Slug
from ...problems import Sentence, sentence
from ..convert.slots import nearest
from ..desk import Desk
from .whereabouts import Whereabouts

PATIENCE = timedelta(days=60)
YEAR = timedelta(days=365)
NAMED = 5


def tell_minutes(association: Association, whereabouts: Whereabouts, desk: Desk) -> None:
    tell_strays(association, desk)
    for commission in association.commissions:
        if commission.expects_minutes:
            tell_missing(commission, whereabouts, desk)


def tell_strays(association: Association, desk: Desk) -> None:
    """A day on which the commission did not meet, be it with members only."""
    met: dict[Slug, list[date]] = {}
    named = {written.commission for written in desk.minuted}
    for commission in association.commissions:
        if commission.id in named:
            meetings = (*commission.meetings, *desk.reserved.get(commission.id, ()))
            met[commission.id] = sorted(days_met(meetings, date.min, desk.site.today))
    for written in desk.minuted:
        days = met[written.commission]
        if written.day not in days:
            told = sentence("no meeting took place on {day}", day=written.day)
            desk.warn(written.place, "not-an-occurrence", told, nearest(days, written.day))


def days_met(meetings: Iterable[Meeting], first: date, last: date) -> set[date]:
    """Days on which one of the meetings began; a cancelled one never did."""
    return {
        occurrence.start.date()
        for meeting in meetings
        for occurrence in meeting.occurrences(first, last)
        if not occurrence.is_cancelled
    }


def tell_missing(commission: Commission, whereabouts: Whereabouts, desk: Desk) -> None:
    days = tuple(sorted(missing(commission, desk)))
    if days:
        desk.warn(
            whereabouts.of_minutes(commission.id),
            "missing-minutes",
            without_minutes(days),
            sentence(
                'add {file}, or take "minutes: expected" out', file=file_for(days[-1], commission, desk)
            ),
        )


def missing(commission: Commission, desk: Desk) -> Iterator[date]:
    """Not older than a year: what is older will not be written any more."""
    today = desk.site.today
    written = {minutes.day for minutes in desk.minuted if minutes.commission == commission.id}
    for day in days_met(commission.meetings, today - YEAR, today - PATIENCE - timedelta(days=1)):
        if day not in written:
            yield day


def without_minutes(days: tuple[date, ...]) -> Sentence:
    latest = ", ".join(map(str, reversed(days[-NAMED:])))
    match len(days):
        case 1:
            return sentence("the meeting of {day} has no minutes", day=latest)
        case number if number <= NAMED:
            return sentence("the meetings of {days} have no minutes", days=latest)
        case number:
            return sentence(
                "{number} meetings have no minutes; the latest are {days}", number=number, days=latest
            )


def file_for(day: date, commission: Commission, desk: Desk) -> str:
    return desk.files.shown(f"{desk.site.section('minutes')}/{day}-{commission.id}.md")
