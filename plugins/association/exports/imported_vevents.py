"""Dates of other calendars as VEVENTs, RFC 5545 section 3.6.1.

One for each date, in a zone that every program knows, whatever its own calendar made of it; those of an event
that comes back have its UID and their own moment for one.
"""

from collections.abc import Iterator
from datetime import date, datetime, timedelta

import icalendar
from icalendar import vUri

from ..domain.agenda import imported_entry
from ..domain.imported import ImportedCalendar, ImportedDate
from .calendar_feed import CalendarFeed
from .meeting_vevents import is_stale


def imported_vevents(
    calendar: ImportedCalendar, feed: CalendarFeed, today: date
) -> Iterator[icalendar.Event]:
    for one in calendar.dates:
        if not is_stale(imported_entry(calendar, one), today):
            yield _vevent(one, calendar, feed)


def _vevent(one: ImportedDate, calendar: ImportedCalendar, feed: CalendarFeed) -> icalendar.Event:
    component = icalendar.Event()
    component.add("UID", one.own_uid)
    component["SEQUENCE"] = 0
    component.add("STATUS", "CANCELLED" if one.is_cancelled else "CONFIRMED")
    component.add("SUMMARY", one.title)
    _add_times(component, one, feed)
    _add_places(component, one)
    component.add("CATEGORIES", [calendar.name])
    return component


def _add_times(component: icalendar.Event, one: ImportedDate, feed: CalendarFeed) -> None:
    component.add("DTSTART", feed.zoned(one.start))
    if not isinstance(one.end, datetime):
        component.add("DTEND", one.end + timedelta(days=1))
    elif isinstance(one.start, datetime) and one.end.timestamp() > one.start.timestamp():
        component.add("DTEND", feed.zoned(one.end))


def _add_places(component: icalendar.Event, one: ImportedDate) -> None:
    if where := one.place or one.online:
        component.add("LOCATION", where)
    if one.online:
        component.add("CONFERENCE", vUri(one.online, params={"VALUE": "URI"}))
    if one.link:
        component.add("URL", vUri(one.link))
