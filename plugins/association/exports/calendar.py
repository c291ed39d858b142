"""iCalendar files, RFC 5545 and 7986: all public dates, those of a commission, of a kind, of an event.

No METHOD: it would make a scheduling message of the file (RFC 5546), which needs an ORGANIZER in every
VEVENT and the same method in the Content-Type; a calendar that is subscribed to has none.
"""

from collections.abc import Iterable, Iterator, Sequence
from datetime import date, timedelta

from icalendar import vDuration, vText, vUri

from ..domain.agenda import event_entry
from ..domain.association import Association
from ..domain.commissions import Commission
from ..domain.events import Event, ImportedCalendar
from ..domain.text import Slug, Text, word_id
from .calendar_feed import CalendarFeed
from .common import Addresses, is_absolute
from .components import Component, Property, Revision, block, lines, stamp, timezone_text
from .vevents import commission_subject, event_subject, imported_vevents, is_stale, meeting_vevents, vevent

__all__ = [
    "CalendarFeed",
    "association_calendar",
    "commission_calendar",
    "event_calendar",
    "kind_calendar",
    "told_revisions",
]

REFRESHED_EVERY = timedelta(hours=6)

Blocks = tuple[Component, ...]
BEGIN, END = (("BEGIN", vText("VCALENDAR")),), (("END", vText("VCALENDAR")),)


def association_calendar(
    feed: CalendarFeed, association: Association, addresses: Addresses, today: date
) -> bytes:
    """Every public date, those of other calendars too."""
    dates = [_meetings(commission, feed, addresses, today) for commission in association.commissions]
    dates += [_dates(event, association, feed, addresses, today) for event in association.events]
    dates += [_imported(calendar, feed, today) for calendar in association.calendars]
    return _calendar(feed, [each for blocks in dates for each in blocks])


def commission_calendar(
    feed: CalendarFeed, association: Association, commission: Commission, addresses: Addresses, today: date
) -> bytes:
    """The commission's meetings, and the events that name it."""
    dates = [_meetings(commission, feed, addresses, today)]
    dates += [
        _dates(event, association, feed, addresses, today)
        for event in association.events
        if commission.id in event.commissions
    ]
    return _calendar(feed, [each for blocks in dates for each in blocks])


def kind_calendar(
    feed: CalendarFeed, association: Association, kind: Slug, addresses: Addresses, today: date
) -> bytes:
    """The meetings of the commissions of that kind, and the events of that kind."""

    def is_meant(words: Text | None) -> bool:
        return word_id(words, feed.language) == kind

    dates = [
        _meetings(commission, feed, addresses, today)
        for commission in association.commissions
        if is_meant(commission.kind)
    ]
    dates += [
        _dates(event, association, feed, addresses, today)
        for event in association.events
        if is_meant(event.kind)
    ]
    return _calendar(feed, [each for blocks in dates for each in blocks])


def told_revisions(
    feed: CalendarFeed, association: Association, addresses: Addresses, today: date
) -> dict[str, Revision]:
    """Of everything that one of the calendars tells, by UID."""
    told = [_meetings(commission, feed, addresses, today) for commission in association.commissions]
    told += [_dates(event, association, feed, addresses, None) for event in association.events]
    told += [_imported(calendar, feed, today) for calendar in association.calendars]
    every = {each.uid: each.revision for blocks in told for each in blocks if each.revision}
    return dict(sorted(every.items()))


def event_calendar(feed: CalendarFeed, event: Event, association: Association, addresses: Addresses) -> bytes:
    """All dates of the event, however old."""
    return _calendar(feed, _dates(event, association, feed, addresses, None))


def _meetings(commission: Commission, feed: CalendarFeed, addresses: Addresses, today: date) -> Blocks:
    def made() -> Blocks:
        subject = commission_subject(commission, feed, addresses)
        return tuple(
            block(component)
            for meeting in commission.meetings
            for component in meeting_vevents(commission, meeting, subject, feed, today)
        )

    return feed.once(commission, made)


def _dates(
    event: Event, association: Association, feed: CalendarFeed, addresses: Addresses, today: date | None
) -> Blocks:
    """today: leave out what is stale by then."""

    def made() -> Blocks:
        subject = event_subject(event, association.commissions, feed, addresses)
        return tuple(block(vevent(entry, subject, feed)) for entry in entries)

    entries = [event_entry(event, event_date) for event_date in event.dates]
    names = (one.name for one in association.commissions if one.id in event.commissions)
    every = feed.once(event, made, *names)
    return tuple(
        each
        for each, entry in zip(every, entries, strict=True)
        if today is None or not is_stale(entry, today)
    )


def _imported(calendar: ImportedCalendar, feed: CalendarFeed, today: date) -> Blocks:
    """Numbered as ours are: few calendars count their own changes, and not all count upwards."""

    def made() -> Blocks:
        return tuple(block(component) for component in imported_vevents(calendar, feed, today))

    return feed.once(calendar, made)


def _calendar(feed: CalendarFeed, blocks: Sequence[Component]) -> bytes:
    head = [*BEGIN, *_identity(feed), *_addresses(feed)]
    if not any(each.recurs_in_utc for each in blocks):
        head.append(("X-WR-TIMEZONE", vText(feed.zone.key)))
    texts = (each.text for each in sorted(blocks, key=lambda each: each.order))
    return b"".join((lines(head), *_timezones(blocks, feed), *texts, lines(END)))


def _identity(feed: CalendarFeed) -> Iterator[Property]:
    yield "VERSION", vText("2.0")
    yield "PRODID", vText(f"-//Assosite//Assosite//{feed.language.upper() or 'EN'}")
    yield "CALSCALE", vText("GREGORIAN")
    for name in ("DESCRIPTION", "X-WR-CALDESC"):
        if feed.description:
            yield name, vText(feed.description)
    for name in ("NAME", "X-WR-CALNAME"):
        yield name, vText(feed.name)
    yield "LAST-MODIFIED", stamp(feed.utc_stamp())


def _addresses(feed: CalendarFeed) -> Iterator[Property]:
    """RFC 7986 sections 5.5 (URL), 5.7 (REFRESH-INTERVAL) and 5.8 (SOURCE)."""
    yield "REFRESH-INTERVAL", vDuration(REFRESHED_EVERY, params={"VALUE": "DURATION"})
    if is_absolute(feed.source_url):
        yield "SOURCE", vUri(feed.source_url, params={"VALUE": "URI"})
    if is_absolute(feed.url):
        yield "URL", vUri(feed.url)
    yield "X-PUBLISHED-TTL", vDuration(REFRESHED_EVERY)


def _timezones(blocks: Iterable[Component], feed: CalendarFeed) -> list[bytes]:
    years: dict[str, set[int]] = {}
    for zone, year in frozenset[tuple[str, int]]().union(*(each.zones for each in blocks)):
        years.setdefault(zone, set()).add(year)
    return [
        timezone_text(zone, min(years[zone]), max(*years[zone], feed.stamp.year)) for zone in sorted(years)
    ]
