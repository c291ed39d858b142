"""A commission's meeting as VEVENTs: one for the rule, one for each date that was moved or cancelled.

A date beside the rule is a VEVENT of its own, never an RDATE, which node-ical and sabre/vobject lose.
"""

from collections.abc import Collection, Iterable
from datetime import UTC, date, datetime, timedelta

import icalendar
from icalendar import vRecur

from ..domain.agenda import Entry, day_of, meeting_entry
from ..domain.commission import Commission
from ..domain.meeting import Meeting, Occurrence
from ..domain.recurrence import Rule
from .calendar_feed import CalendarFeed
from .vevents import Subject, vevent

CANCELLED_KEPT = timedelta(days=60)
PAST_KEPT = timedelta(days=365)
DAY_PARTS = ("BYDAY", "BYMONTHDAY", "BYYEARDAY", "BYWEEKNO")


def is_stale(entry: Entry, today: date) -> bool:
    """Over for so long that nobody looks it up in a calendar any more."""
    kept = CANCELLED_KEPT if entry.is_cancelled else PAST_KEPT
    return entry.last_day < today - kept


def meeting_vevents(
    commission: Commission, meeting: Meeting, subject: Subject, feed: CalendarFeed, today: date
) -> list[icalendar.Event]:
    if meeting.rule is None:
        single = meeting.occurrences(date.min, date.max)
        return _dates(commission, meeting, single, subject, feed, today)
    extra = _extra(meeting)
    return [
        *_by_rule(commission, meeting, meeting.rule, subject, feed, today),
        *_dates(commission, meeting, extra, subject, feed, today),
    ]


def _dates(
    commission: Commission,
    meeting: Meeting,
    occurrences: Iterable[Occurrence],
    subject: Subject,
    feed: CalendarFeed,
    today: date,
) -> list[icalendar.Event]:
    """Dates without a rule need no exceptions: each is told as it now stands."""
    entries = (meeting_entry(commission, meeting, occurrence) for occurrence in occurrences)
    return [vevent(entry, subject, feed) for entry in entries if not is_stale(entry, today)]


def _extra(meeting: Meeting) -> Iterable[Occurrence]:
    if not meeting.also_on:
        return ()
    last = max(day_of(each) for each in (*meeting.also_on, *(move.to for move in meeting.moved)))
    return (occurrence for occurrence in meeting.occurrences(date.min, last) if occurrence.extra)


def _by_rule(
    commission: Commission, meeting: Meeting, rule: Rule, subject: Subject, feed: CalendarFeed, today: date
) -> list[icalendar.Event]:
    if _is_finished(commission, meeting, rule, today):
        return []
    changed = [meeting_entry(commission, meeting, occurrence) for occurrence in _changed(meeting)]
    overrides = [entry for entry in changed if not is_stale(entry, today)]
    dropped = {day_of(entry.slot) for entry in changed if entry not in overrides and entry.slot}
    return [
        _recurring(commission, meeting, rule, dropped.union(meeting.except_on), subject, feed),
        *(vevent(entry, subject, feed, entry.slot) for entry in overrides),
    ]


def _is_finished(commission: Commission, meeting: Meeting, rule: Rule, today: date) -> bool:
    if rule.is_endless:
        return False
    held = (each for each in meeting.occurrences(date.min, date.max) if not each.extra)
    return all(is_stale(meeting_entry(commission, meeting, occurrence), today) for occurrence in held)


def _changed(meeting: Meeting) -> tuple[Occurrence, ...]:
    """The dates of the rule that do not take place as it says, in order."""
    days = {*meeting.cancelled_on, *(move.day for move in meeting.moved)}
    last = max([date.min, *days, *(move.to.date() for move in meeting.moved)])
    told = meeting.occurrences(date.min, last)
    return tuple(each for each in told if each.slot.date() in days and not each.extra)


def _recurring(
    commission: Commission,
    meeting: Meeting,
    rule: Rule,
    gone: Collection[date],
    subject: Subject,
    feed: CalendarFeed,
) -> icalendar.Event:
    """RFC 5545 section 3.8.5: the rule without the dates that are gone."""
    start = meeting.local(meeting.start)
    first = Occurrence(start, start, meeting.end_of(meeting.start), meeting.venue)
    component = vevent(meeting_entry(commission, meeting, first), subject, feed)
    component.add("RRULE", _rrule(meeting, rule))
    for slot in meeting.regular_until(max(gone, default=date.min)):
        if slot.date() in gone:
            component.add("EXDATE", [_value(meeting, slot)])
    return component


def _rrule(meeting: Meeting, rule: Rule) -> vRecur:
    parts = {**_implied(meeting, rule), **dict(rule.parts())}
    if rule.until:
        parts["UNTIL"] = _until(meeting, rule.until)
    if rule.count:
        parts["COUNT"] = str(rule.count)
    return vRecur.from_ical(";".join(f"{key}={value}" for key, value in parts.items()))


def _implied(meeting: Meeting, rule: Rule) -> dict[str, str]:
    """What section 3.3.10 takes from DTSTART.

    Left unsaid, ical.js 2.2.1 shifts a 29 February to 1 March, and node-ical 0.26.1 every 31st to a 28th.
    """
    if rule.frequency not in ("YEARLY", "MONTHLY") or any(key in DAY_PARTS for key, _ in rule.by):
        return {}
    month = {"BYMONTH": str(meeting.start.month)} if rule.frequency == "YEARLY" else {}
    return {**month, "BYMONTHDAY": str(meeting.start.day)}


def _until(meeting: Meeting, until: datetime) -> str:
    """Section 3.3.10: a date if DTSTART is one, else in UTC."""
    if meeting.is_all_day:
        return f"{until:%Y%m%d}"
    return f"{meeting.local(until).astimezone(UTC):%Y%m%dT%H%M%SZ}"


def _value(meeting: Meeting, slot: datetime) -> date | datetime:
    return slot.date() if meeting.is_all_day else meeting.local(slot)
