"""Every date of the coming year, gone over once for each kind of trouble; then minutes and mandates.

Meetings for members only need a room and a day like others; editors are told, and no page has a word of it.
Only when nothing is wrong: a date that could not be read is no date that is missing.
"""

from collections.abc import Iterable, Iterator
from datetime import date, timedelta

from ...domain.agenda import event_entry, meeting_entry
from ...domain.association import Association
from ...domain.commissions import Commission, role_key
from ...domain.text import Language
from ...problems import Sentence, sentence
from ..context import LoadContext
from ..convert.for_members import with_own_meetings
from ..notes import WrittenTerm
from .dates import AnnouncedDate, ComingMeeting, tell_clashes, tell_minutes, tell_silences
from .holidays import tell_days_off

YEAR = timedelta(days=366)
SOON = timedelta(days=60)
"""Before a mandate ends: time to find who follows. And who follows may begin that much earlier."""


def check_dates(association: Association, context: LoadContext) -> None:
    public = tuple(meetings_to_come(association.commissions, context.site.today))
    reserved = meetings_to_come(with_own_meetings(association.commissions, context), context.site.today)
    meetings = (*public, *reserved)
    tell_clashes((*meetings, *announced_dates(association, context)), association, context)
    tell_days_off(meetings, association, context)
    tell_silences(public, association, context)
    tell_minutes(association, context)
    tell_endings(context.gathered.terms, context)


def meetings_to_come(commissions: Iterable[Commission], today: date) -> Iterator[ComingMeeting]:
    for commission in commissions:
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


def tell_endings(terms: Iterable[WrittenTerm], context: LoadContext) -> None:
    """Mandates that end soon, unless it is written who follows. Nobody is named: logs are read by many."""
    known, today, language = tuple(terms), context.site.today, context.site.language
    for one in known:
        if one.until is None or not today <= one.until <= today + SOON:
            continue
        if any(follows(other, one, one.until, language) for other in known):
            continue
        role, of = (text.to(language) if text else "" for text in (one.role, one.of))
        context.warn(
            one.place,
            "ending-mandate",
            ending(role, of, one.until),
            sentence('write who follows, with "since", or the new "until" if it goes on'),
        )


def follows(other: WrittenTerm, one: WrittenTerm, end: date, language: Language) -> bool:
    """In the same role, from about then on, and for longer."""
    is_same = other.of == one.of and role_key(other.role, language) == role_key(one.role, language)
    lasts = other.until is None or other.until > end
    return is_same and lasts and other.since is not None and end - SOON <= other.since


def ending(role: str, of: str, day: date) -> Sentence:
    if not of and not role:
        return sentence("this person acts for the association until {day} only", day=day)
    if not of:
        return sentence('"{role}" acts for the association until {day} only', role=role, day=day)
    if not role:
        return sentence('a mandate in "{commission}" ends on {day}', commission=of, day=day)
    return sentence(
        'the mandate of "{role}" in "{commission}" ends on {day}', role=role, commission=of, day=day
    )
