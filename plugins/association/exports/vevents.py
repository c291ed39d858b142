"""VEVENTs, RFC 5545 section 3.6.1, of the dates of the agenda: meetings, events, dates of other calendars.

Of a meeting, one for the rule and one for each date that was moved or cancelled or has a subject. A date
beside the rule is a VEVENT of its own, never an RDATE, which node-ical and sabre/vobject lose. No ORGANIZER:
it would make an invitation of what is an announcement, and the association would receive the answers. Who to
ask is a CONTACT (section 3.8.4.2). Of other calendars, one for each date, in a zone that every program knows,
whatever its own calendar made of it; those of an event that comes back have its UID and their own moment for
one.
"""

from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta

import icalendar
from icalendar import vRecur, vText, vUri

from ..domain.agenda import Entry, day_of, imported_entry, meeting_entry
from ..domain.commissions import Commission
from ..domain.events import Event, ImportedCalendar, Status
from ..domain.meetings import Meeting, Occurrence, Rule
from .calendar_feed import CalendarFeed
from .common import Address, Addresses, full_name, is_absolute, is_online_only, location, plain_text, words

STATUSES = {
    Status.SCHEDULED: "CONFIRMED",
    Status.CANCELLED: "CANCELLED",
    Status.POSTPONED: "TENTATIVE",
    Status.MOVED_ONLINE: "CONFIRMED",
}

CANCELLED_KEPT = timedelta(days=60)
PAST_KEPT = timedelta(days=365)
DAY_PARTS = ("BYDAY", "BYMONTHDAY", "BYYEARDAY", "BYWEEKNO")


@dataclass(frozen=True, slots=True)
class Subject:
    """What all dates of one meeting or event share; `title` is that of the whole they belong to."""

    title: str
    summary: str
    page: Address
    categories: tuple[str, ...]
    contact: str | None = None


def commission_subject(commission: Commission, feed: CalendarFeed, addresses: Addresses) -> Subject:
    name = commission.name.to(feed.language)
    return Subject(
        title=name,
        summary=plain_text(words(commission.mission, feed.language) or ""),
        page=addresses.commission(commission.id),
        categories=_distinct(name, words(commission.kind, feed.language)),
        contact=f"{name}, {commission.email}" if commission.email else None,
    )


def event_subject(
    event: Event, commissions: Iterable[Commission], feed: CalendarFeed, addresses: Addresses
) -> Subject:
    named = (commission for commission in commissions if commission.id in event.commissions)
    return Subject(
        title=event.title.to(feed.language),
        summary=plain_text(words(event.summary, feed.language) or ""),
        page=addresses.event(event.slug),
        categories=_distinct(
            words(event.kind, feed.language),
            *(commission.name.to(feed.language) for commission in named),
            *(tag.name.to(feed.language) for tag in event.tags),
        ),
    )


def _distinct(*texts: str | None) -> tuple[str, ...]:
    return tuple(dict.fromkeys(filter(None, texts)))


def vevent(
    entry: Entry, subject: Subject, feed: CalendarFeed, instead_of: date | datetime | None = None
) -> icalendar.Event:
    """instead_of: the RECURRENCE-ID of the date that this one replaces. SEQUENCE begins at zero here."""
    component = icalendar.Event()
    component["UID"] = vText(feed.uid(entry.uid))
    component["SEQUENCE"] = _rank(entry, instead_of is not None)
    component["STATUS"] = vText(STATUSES[entry.status])
    component["SUMMARY"] = vText(full_name(entry, subject.title, feed.language))
    _add_times(component, entry, feed)
    if instead_of:
        component.add("RECURRENCE-ID", instead_of)
    _add_place(component, entry, feed)
    _add_subject(component, entry, subject, words(entry.reason, feed.language))
    return component


def _rank(entry: Entry, is_override: bool) -> int:
    """Section 3.8.7.4: what can be seen without knowing the past."""
    seen = int(entry.is_moved) + int(entry.status is not Status.SCHEDULED)
    return seen or int(is_override)


def _add_times(component: icalendar.Event, entry: Entry, feed: CalendarFeed) -> None:
    """Section 3.8.2.2: DTEND is not included, and later than DTSTART or absent."""
    component.add("DTSTART", feed.zoned(entry.start))
    if entry.is_all_day:
        component.add("DTEND", entry.end + timedelta(days=1))
    elif entry.has_end:
        component.add("DTEND", feed.zoned(entry.end))


def _add_place(component: icalendar.Event, entry: Entry, feed: CalendarFeed) -> None:
    if where := location(entry, feed.language):
        component["LOCATION"] = vText(where)
    if entry.venue and entry.venue.position and not is_online_only(entry):
        component.add("GEO", (entry.venue.position.lat, entry.venue.position.lon))
    if entry.online:  # RFC 7986 section 5.11
        component.add("CONFERENCE", vUri(entry.online, params={"VALUE": "URI"}))


def _add_subject(component: icalendar.Event, entry: Entry, subject: Subject, reason: str | None) -> None:
    """reason: in the DESCRIPTION too, for few programs show a COMMENT (section 3.8.1.4)."""
    page = subject.page if is_absolute(subject.page) else ""
    paragraphs = _distinct(reason, subject.summary, entry.online, entry.registration, page)
    if paragraphs:
        component["DESCRIPTION"] = vText("\n\n".join(paragraphs))
    if reason:
        component["COMMENT"] = vText(reason)
    if page:
        component["URL"] = vUri(page)
    if subject.categories:
        component.add("CATEGORIES", subject.categories)
    if subject.contact:
        component["CONTACT"] = vText(subject.contact)


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
    stale = {day_of(entry.slot) for entry in changed if entry not in overrides and entry.slot}
    dropped = stale.intersection(_not_by_rule(meeting))  # what only had a subject is told by the rule again
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
    """The dates of the rule of which it does not tell all, in order."""
    days = {*_not_by_rule(meeting), *(remark.day for remark in meeting.subjects)}
    last = max([date.min, *days, *(move.to.date() for move in meeting.moved)])
    told = meeting.occurrences(date.min, last)
    return tuple(each for each in told if each.slot.date() in days and not each.extra)


def _not_by_rule(meeting: Meeting) -> set[date]:
    """The days whose dates do not take place as it says."""
    return {*meeting.cancelled_on, *(move.day for move in meeting.moved)}


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
    recurrence: vRecur = vRecur.from_ical(";".join(f"{key}={value}" for key, value in parts.items()))
    return recurrence


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


def imported_vevents(
    calendar: ImportedCalendar, feed: CalendarFeed, today: date
) -> Iterator[icalendar.Event]:
    for one in calendar.dates:
        entry = imported_entry(calendar, one)
        if not is_stale(entry, today):
            yield _imported(entry, feed)


def _imported(entry: Entry, feed: CalendarFeed) -> icalendar.Event:
    component = icalendar.Event()
    component.add("UID", entry.uid)
    component["SEQUENCE"] = 0
    component.add("STATUS", STATUSES[entry.status])
    component.add("SUMMARY", entry.title.to(feed.language))
    _add_times(component, entry, feed)
    _add_place(component, entry, feed)
    if entry.link:
        component.add("URL", vUri(entry.link))
    component.add("CATEGORIES", _distinct(words(entry.source, feed.language)))
    return component
