"""JSON-LD of events, https://schema.org/Event: what search engines and assistants tell of a date.

They refuse one without a name, a day or a place: a date whose place nobody wrote down is left out,
for the association's own town would be a guess. Of costs, only what is a plain amount is told.
"""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date

from ..domain.agenda import Entry, event_entry, open_registration
from ..domain.association import Identity
from ..domain.commissions import Commission
from ..domain.events import Event, Status
from ..domain.members import Member, MemberKind
from ..domain.places import Venue
from ..domain.text import Language, Text, fold
from .common import CONTEXT, Address, Addresses, Json, Record, full_name, iso, known, plain_text, words

STATUSES = {
    Status.SCHEDULED: "EventScheduled",
    Status.CANCELLED: "EventCancelled",
    Status.POSTPONED: "EventPostponed",
    Status.MOVED_ONLINE: "EventMovedOnline",
}
ORGANIZERS = {
    MemberKind.PERSON: "Person",
    MemberKind.SCHOOL: "EducationalOrganization",
    MemberKind.PUBLIC: "GovernmentOrganization",
}
MEETINGS = 10
"""Of a commission: an endless rule has no last one."""

FREE = frozenset({"gratuit", "gratuite", "gratis", "free"})
CURRENCY = r"(?P<currency>€|EUR|euros?|£|GBP|CHF)"
AMOUNT = r"(?P<amount>[0-9]{1,6}(?:[.,][0-9]{1,2})?)"
PRICES = tuple(
    re.compile(pattern, re.IGNORECASE) for pattern in (rf"{AMOUNT}\s?{CURRENCY}", rf"{CURRENCY}\s?{AMOUNT}")
)
CODES = {"€": "EUR", "eur": "EUR", "euro": "EUR", "euros": "EUR", "£": "GBP", "gbp": "GBP", "chf": "CHF"}


@dataclass(frozen=True, slots=True)
class Teller:
    """Who tells it, on which page, in which language, on which day.

    organisers: of the event that is told.
    """

    identity: Identity
    addresses: Addresses
    language: Language
    today: date
    organisers: tuple[Member, ...] = ()


@dataclass(frozen=True, slots=True)
class _Subject:
    """What all dates of one page share; `title` is that of the whole they belong to."""

    title: str
    page: Address
    about: Record
    whole: Record | None = None


def can_be_told(event: Event) -> bool:
    return any(has_place(event_entry(event, each)) for each in event.dates)


def event_data(event: Event, teller: Teller) -> Record:
    """The page of an event that can be told: its date, or the series with all of them."""
    subject = _event_subject(event, teller)
    entries = tuple(entry for each in event.dates if has_place(entry := event_entry(event, each)))
    if event.is_series:
        return {"@context": CONTEXT, **_series(entries, subject, teller)}
    return {"@context": CONTEXT, **_date(entries[0], subject, teller)}


def next_meetings(commission: Commission, upcoming: Iterable[Entry]) -> tuple[Entry, ...]:
    """Those its page tells of, in order of time; events have pages of their own."""
    own = (entry for entry in upcoming if entry.commission == commission.id and has_place(entry))
    return tuple(entry for entry, _ in zip(own, range(MEETINGS), strict=False))


def meetings_data(commission: Commission, meetings: Iterable[Entry], teller: Teller) -> Record:
    """The page of a commission: who it is, and its next meetings."""
    page, name = teller.addresses.commission(commission.id), commission.name.to(teller.language)
    itself = known({"@type": "Organization", "@id": f"{page}#commission", "name": name, "url": page})
    about = known({"organizer": itself, "inLanguage": teller.language})
    subject = _Subject(name, f"{page}#reunions", about)
    return {
        "@context": CONTEXT,
        **itself,
        "description": plain_text(words(commission.mission, teller.language) or name),
        "parentOrganization": _association(teller),
        "event": [_date(entry, subject, teller) for entry in meetings],
    }


def _event_subject(event: Event, teller: Teller) -> _Subject:
    about: Record = {
        "description": description_of(event, teller.language),
        "image": image_of(event, teller.addresses),
        "organizer": organizers(teller),
        "audience": _audience(event.audience, teller.language),
        "inLanguage": event.language or teller.language,
    }
    return _Subject(event.title.to(teller.language), teller.addresses.event(event.slug), known(about))


def _series(entries: Sequence[Entry], subject: _Subject, teller: Teller) -> Record:
    """What its dates share is said once; each names the whole, which it may be found without."""
    itself: Record = {"@type": "EventSeries", "@id": f"{subject.page}#serie", "name": subject.title}
    part = replace(subject, about={}, whole=itself)
    dates = [_date(entry, part, teller) for entry in entries]
    return itself | known(
        {
            "url": subject.page,
            "startDate": dates[0]["startDate"],
            "endDate": iso(max((entry.end for entry in entries), key=str)),
            "location": distinct(each["location"] for each in dates),
            **subject.about,
            "subEvent": list(dates),
        }
    )


def _date(entry: Entry, subject: _Subject, teller: Teller) -> Record:
    is_shifted = entry.is_moved and not entry.is_cancelled
    status = "EventRescheduled" if is_shifted else STATUSES[entry.status]
    return known(
        {
            "@type": "Event",
            "name": full_name(entry, subject.title, teller.language),
            "url": subject.page,
            "startDate": iso(entry.start),
            "endDate": iso(entry.end),
            "previousStartDate": iso(entry.slot) if is_shifted else None,
            "eventStatus": f"{CONTEXT}/{status}",
            "eventAttendanceMode": f"{CONTEXT}/{mode(entry)}",
            "location": place(entry, subject.page, teller.language, teller.today),
            **offers(entry, teller.language, teller.today),
            "description": words(entry.reason, teller.language),
            **subject.about,
            "superEvent": subject.whole,
        }
    )


def description_of(event: Event, language: Language) -> str:
    """Its summary, else how its text begins."""
    return plain_text(words(event.summary, language) or event.body).partition("\n\n")[0]


def image_of(event: Event, addresses: Addresses) -> Address | None:
    return addresses.file(event.picture.path.removeprefix("images/")) if event.picture else None


def organizers(teller: Teller) -> list[Json]:
    """The members who do it, in the order of the page; else the association."""
    return [_organizer(member, teller.addresses) for member in teller.organisers] or [_association(teller)]


def _organizer(member: Member, addresses: Addresses) -> Record:
    page = addresses.member(member.id)
    return known(
        {
            "@type": ORGANIZERS.get(member.kind, "Organization"),
            "@id": f"{page}#membre" if page else None,
            "name": member.name,
            "url": page,
        }
    )


def _association(teller: Teller) -> Record:
    home, name = teller.addresses.home(), teller.identity.name
    identity = f"{home}#association" if home else None
    return known({"@type": "Organization", "@id": identity, "name": name, "url": home})


def _audience(text: Text | None, language: Language) -> Record | None:
    return {"@type": "Audience", "audienceType": text.to(language)} if text else None


def distinct(values: Iterable[Json]) -> list[Json]:
    found: list[Json] = []
    for value in values:
        found += [each for each in (value if isinstance(value, list) else [value]) if each not in found]
    return found


def offers(entry: Entry, language: Language, on: date) -> Record:
    """The properties of an event; nothing when there is neither an amount nor a way to register."""
    price = price_of(words(entry.price, language) or "")
    registration = open_registration(entry, on)
    is_free: Record = {"isAccessibleForFree": True} if price.get("price") == "0" else {}
    way: Record = {"url": registration, "availability": "https://schema.org/InStock"} if registration else {}
    return {**is_free, "offers": {"@type": "Offer", **price, **way}} if price or way else {}


def price_of(text: str) -> Record:
    """« Gratuit », « 10 € » or « 10,50 euros »; prices with a condition are for people to read."""
    if fold(text) in FREE:
        return {"price": "0"}
    found = next(filter(None, (pattern.fullmatch(text.strip()) for pattern in PRICES)), None)
    if found is None:
        return {}
    amount = found["amount"].replace(",", ".")
    return {"price": amount, "priceCurrency": CODES[found["currency"].lower()]}


def has_place(entry: Entry) -> bool:
    return _is_somewhere(entry) or _is_online(entry)


def mode(entry: Entry) -> str:
    kind = "Offline" if not _is_online(entry) else "Mixed" if _is_somewhere(entry) else "Online"
    return f"{kind}EventAttendanceMode"


def place(entry: Entry, page: Address, language: Language, on: date) -> Json:
    """The room, the link, or a list of both when one may choose."""
    room = _room(entry.venue, language) if entry.venue and _is_somewhere(entry) else None
    link = _virtual(entry, page, on) if _is_online(entry) else None
    return [room, link] if room and link else room or link


def _is_somewhere(entry: Entry) -> bool:
    """A date moved online keeps its venue in the announcement, but nobody should go there."""
    return entry.venue is not None and entry.status is not Status.MOVED_ONLINE


def _is_online(entry: Entry) -> bool:
    return entry.online is not None or entry.status is Status.MOVED_ONLINE


def _virtual(entry: Entry, page: Address, on: date) -> Record:
    """The page says how to join when there is no link, or nothing to join any more."""
    can_join = entry.online and not entry.is_cancelled and not entry.is_over(on)
    return {"@type": "VirtualLocation", "url": entry.online if can_join else page}


def _room(venue: Venue, language: Language) -> Record:
    """Free words are name and address in one; a position is the room's own, never that of its town."""
    name = venue.name.to(language)
    room: Record = {"@type": "Place", "name": name, "address": _address(venue, language) or name}
    if venue.position:
        point = {"latitude": venue.position.lat, "longitude": venue.position.lon}
        room["geo"] = {"@type": "GeoCoordinates", **point}
    return room


def _address(venue: Venue, language: Language) -> Record | None:
    parts: Record = {
        "streetAddress": venue.address,
        "postalCode": venue.town.postal_code if venue.town else None,
        "addressLocality": venue.town.name.to(language) if venue.town else None,
    }
    written = {key: value for key, value in parts.items() if value}
    return {"@type": "PostalAddress", **written} if written else None
