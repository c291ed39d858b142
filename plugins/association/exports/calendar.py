"""iCalendar files, RFC 5545 and 7986: all public dates, those of one commission, those of one event.

No METHOD: it would make a scheduling message of the file (RFC 5546), which needs an ORGANIZER in every
VEVENT and the same method in the Content-Type; a calendar that is subscribed to has none.
"""

from collections.abc import Iterable, Iterator, Sequence
from datetime import date, datetime, timedelta
from zoneinfo import ZoneInfo

import icalendar
from icalendar import vDuration, vText, vUri

from ..domain.agenda import event_entry
from ..domain.association import Association
from ..domain.commission import Commission
from ..domain.event import Event
from .addresses import Addresses, is_absolute
from .calendar_feed import CalendarFeed
from .meeting_vevents import is_stale, meeting_vevents
from .vevents import commission_subject, event_subject, vevent
from .vtimezone import vtimezone

__all__ = ["CalendarFeed", "association_calendar", "commission_calendar", "event_calendar"]

REFRESHED_EVERY = timedelta(hours=6)

Vevents = list[icalendar.Event]


def association_calendar(
    feed: CalendarFeed, association: Association, addresses: Addresses, today: date
) -> bytes:
    """Every public date."""
    dates = [_meetings(commission, feed, addresses, today) for commission in association.commissions]
    dates += [_dates(event, association, feed, addresses, today) for event in association.events]
    return _calendar(feed, [component for components in dates for component in components])


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
    return _calendar(feed, [component for components in dates for component in components])


def event_calendar(feed: CalendarFeed, event: Event, association: Association, addresses: Addresses) -> bytes:
    """All dates of the event, however old."""
    return _calendar(feed, _dates(event, association, feed, addresses, None))


def _meetings(commission: Commission, feed: CalendarFeed, addresses: Addresses, today: date) -> Vevents:
    subject = commission_subject(commission, feed, addresses)
    return [
        component
        for meeting in commission.meetings
        for component in meeting_vevents(commission, meeting, subject, feed, today)
    ]


def _dates(
    event: Event, association: Association, feed: CalendarFeed, addresses: Addresses, today: date | None
) -> Vevents:
    """today: leave out what is stale by then."""
    subject = event_subject(event, association.commissions, feed, addresses)
    entries = (event_entry(event, event_date) for event_date in event.dates)
    return [vevent(entry, subject, feed) for entry in entries if today is None or not is_stale(entry, today)]


def _calendar(feed: CalendarFeed, components: Sequence[icalendar.Event]) -> bytes:
    calendar = icalendar.Calendar()
    _add_identity(calendar, feed)
    _add_addresses(calendar, feed)
    if not any(_recurs_in_utc(component) for component in components):
        calendar.add("X-WR-TIMEZONE", vText(feed.zone.key))
    for component in (*_timezones(components, feed), *sorted(components, key=_order)):
        calendar.add_component(component)
    return calendar.to_ical()


def _add_identity(calendar: icalendar.Calendar, feed: CalendarFeed) -> None:
    calendar.add("PRODID", f"-//Assosite//Assosite//{feed.language.upper() or 'EN'}")
    calendar.add("VERSION", "2.0")
    calendar.add("CALSCALE", "GREGORIAN")
    calendar.add("LAST-MODIFIED", feed.utc_stamp())
    for name in ("NAME", "X-WR-CALNAME"):
        calendar.add(name, vText(feed.name))
    for name in ("DESCRIPTION", "X-WR-CALDESC"):
        if feed.description:
            calendar.add(name, vText(feed.description))


def _add_addresses(calendar: icalendar.Calendar, feed: CalendarFeed) -> None:
    """RFC 7986 sections 5.5 (URL), 5.7 (REFRESH-INTERVAL) and 5.8 (SOURCE)."""
    if is_absolute(feed.url):
        calendar.add("URL", vUri(feed.url))
    if is_absolute(feed.source_url):
        calendar.add("SOURCE", vUri(feed.source_url, params={"VALUE": "URI"}))
    calendar.add("REFRESH-INTERVAL", vDuration(REFRESHED_EVERY, params={"VALUE": "DURATION"}))
    calendar.add("X-PUBLISHED-TTL", vDuration(REFRESHED_EVERY))


def _recurs_in_utc(component: icalendar.Event) -> bool:
    """Google would repeat it by the local clocks of the calendar, summer time and all."""
    start = component["DTSTART"]
    return "RRULE" in component and isinstance(start.dt, datetime) and "TZID" not in start.params


def _order(component: icalendar.Event) -> tuple[str, str]:
    """By UID; the rule before the dates that replace some of its own."""
    replaced = component.get("RECURRENCE-ID")
    return str(component["UID"]), replaced.to_ical().decode() if replaced else ""


def _timezones(components: Iterable[icalendar.Event], feed: CalendarFeed) -> list[icalendar.Timezone]:
    years: dict[str, set[int]] = {}
    for zone, moment in _zoned_moments(components):
        years.setdefault(zone, set()).add(moment.year)
    return [
        vtimezone(ZoneInfo(zone), min(years[zone]), max(*years[zone], feed.stamp.year))
        for zone in sorted(years)
    ]


def _zoned_moments(components: Iterable[icalendar.Event]) -> Iterator[tuple[str, datetime]]:
    """Each moment written with a TZID (section 3.2.19), in whichever property."""
    for component in components:
        for _, value in component.property_items(recursive=False):
            zone = getattr(value, "params", {}).get("TZID")
            if zone:
                yield from ((zone, moment) for moment in _moments(value))


def _moments(value: icalendar.vDDDTypes | icalendar.vDDDLists) -> Iterator[datetime]:
    if isinstance(value, icalendar.vDDDLists):
        yield from (each.dt for each in value.dts)
    else:
        yield value.dt
