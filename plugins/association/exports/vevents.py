"""One VEVENT, RFC 5545 section 3.6.1, from one entry of the agenda.

No ORGANIZER: it would make an invitation of what is an announcement, and the association would
receive the answers. Who to ask is a CONTACT (section 3.8.4.2).
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime, timedelta

import icalendar
from icalendar import vText, vUri

from ..domain.agenda import Entry
from ..domain.commission import Commission
from ..domain.event import Event, Status
from .addresses import Address, Addresses, is_absolute
from .calendar_feed import CalendarFeed
from .plain_text import plain_text
from .wording import full_name, is_online_only, location, words

STATUSES = {
    Status.SCHEDULED: "CONFIRMED",
    Status.CANCELLED: "CANCELLED",
    Status.POSTPONED: "TENTATIVE",
    Status.MOVED_ONLINE: "CONFIRMED",
}


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
            *(tag.name for tag in event.tags),
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
    _add_subject(component, entry, subject)
    return component


def _rank(entry: Entry, is_override: bool) -> int:
    """Section 3.8.7.4: what can be seen without knowing the past."""
    seen = int(entry.is_moved) + int(entry.status is not Status.SCHEDULED)
    return seen or int(is_override)


def _add_times(component: icalendar.Event, entry: Entry, feed: CalendarFeed) -> None:
    """Section 3.8.2.2: DTEND is not included, and later than DTSTART or absent."""
    component.add("DTSTART", feed.zoned(entry.start))
    if not isinstance(entry.end, datetime):
        component.add("DTEND", entry.end + timedelta(days=1))
    elif entry.end.timestamp() > entry.start.timestamp():
        component.add("DTEND", feed.zoned(entry.end))


def _add_place(component: icalendar.Event, entry: Entry, feed: CalendarFeed) -> None:
    if where := location(entry, feed.language):
        component["LOCATION"] = vText(where)
    if entry.venue and entry.venue.position and not is_online_only(entry):
        component.add("GEO", (entry.venue.position.lat, entry.venue.position.lon))
    if entry.online:  # RFC 7986 section 5.11
        component.add("CONFERENCE", vUri(entry.online, params={"VALUE": "URI"}))


def _add_subject(component: icalendar.Event, entry: Entry, subject: Subject) -> None:
    page = subject.page if is_absolute(subject.page) else ""
    paragraphs = _distinct(subject.summary, entry.online, entry.registration, page)
    if paragraphs:
        component["DESCRIPTION"] = vText("\n\n".join(paragraphs))
    if page:
        component["URL"] = vUri(page)
    if subject.categories:
        component.add("CATEGORIES", subject.categories)
    if subject.contact:
        component["CONTACT"] = vText(subject.contact)
