"""JSON-LD of events, https://schema.org/Event: what search engines and assistants tell of a date.

They refuse one without a name, a day or a place: a date whose place nobody wrote down is left out,
for the association's own town would be a guess.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date

from ..domain.agenda import Entry, event_entry
from ..domain.association import Association
from ..domain.commission import Commission
from ..domain.event import Event, Status
from ..domain.member import Kind, Member
from ..domain.text import Language, Text
from .addresses import Address, Addresses
from .event_offers import offers
from .event_places import has_place, mode, place
from .json_values import Json, Record, iso
from .plain_text import plain_text
from .wording import full_name, words

CONTEXT = "https://schema.org"
STATUSES = {
    Status.SCHEDULED: "EventScheduled",
    Status.CANCELLED: "EventCancelled",
    Status.POSTPONED: "EventPostponed",
    Status.MOVED_ONLINE: "EventMovedOnline",
}
ORGANIZERS = {
    Kind.PERSON: "Person",
    Kind.SCHOOL: "EducationalOrganization",
    Kind.PUBLIC: "GovernmentOrganization",
}
MEETINGS = 10
"""Of a commission: an endless rule has no last one."""


@dataclass(frozen=True, slots=True)
class Teller:
    """Who tells it, on which page, in which language, on which day."""

    association: Association
    addresses: Addresses
    language: Language
    today: date


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
    itself = _known({"@type": "Organization", "@id": f"{page}#commission", "name": name, "url": page})
    about = _known({"organizer": itself, "inLanguage": teller.language})
    subject = _Subject(name, f"{page}#reunions", about)
    return {
        "@context": CONTEXT,
        **itself,
        "description": plain_text(words(commission.mission, teller.language) or name),
        "parentOrganization": _association(teller),
        "event": [_date(entry, subject, teller) for entry in meetings],
    }


def _event_subject(event: Event, teller: Teller) -> _Subject:
    about = {
        "description": _description(event, teller.language),
        "image": _image(event, teller.addresses),
        "organizer": _organizers(event, teller),
        "audience": _audience(event.audience, teller.language),
        "inLanguage": event.language or teller.language,
    }
    return _Subject(event.title.to(teller.language), teller.addresses.event(event.slug), _known(about))


def _series(entries: Sequence[Entry], subject: _Subject, teller: Teller) -> Record:
    """What its dates share is said once; each names the whole, which it may be found without."""
    itself: Record = {"@type": "EventSeries", "@id": f"{subject.page}#serie", "name": subject.title}
    part = replace(subject, about={}, whole=itself)
    dates = [_date(entry, part, teller) for entry in entries]
    return itself | _known(
        {
            "url": subject.page,
            "startDate": dates[0]["startDate"],
            "endDate": iso(max((entry.end for entry in entries), key=str)),
            "location": _distinct(each["location"] for each in dates),
            **subject.about,
            "subEvent": list(dates),
        }
    )


def _date(entry: Entry, subject: _Subject, teller: Teller) -> Record:
    is_shifted = entry.is_moved and not entry.is_cancelled
    status = "EventRescheduled" if is_shifted else STATUSES[entry.status]
    return _known(
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
            **subject.about,
            "superEvent": subject.whole,
        }
    )


def _description(event: Event, language: Language) -> str:
    """Its summary, else how its text begins."""
    return plain_text(words(event.summary, language) or event.body).partition("\n\n")[0]


def _image(event: Event, addresses: Addresses) -> Address | None:
    return addresses.file(event.picture.path.removeprefix("images/")) if event.picture else None


def _organizers(event: Event, teller: Teller) -> list[Json]:
    """The members who do it, in the order of the page; else the association."""
    members = teller.association.members_named(event.organisers)
    return [_organizer(member, teller.addresses) for member in members] or [_association(teller)]


def _organizer(member: Member, addresses: Addresses) -> Record:
    page = addresses.member(member.id)
    return _known(
        {
            "@type": ORGANIZERS.get(member.kind, "Organization"),
            "@id": f"{page}#membre" if page else None,
            "name": member.name,
            "url": page,
        }
    )


def _association(teller: Teller) -> Record:
    home, name = teller.addresses.home(), teller.association.identity.name
    identity = f"{home}#association" if home else None
    return _known({"@type": "Organization", "@id": identity, "name": name, "url": home})


def _audience(text: Text | None, language: Language) -> Record | None:
    return {"@type": "Audience", "audienceType": text.to(language)} if text else None


def _distinct(values: Iterable[Json]) -> list[Json]:
    found: list[Json] = []
    for value in values:
        found += [each for each in (value if isinstance(value, list) else [value]) if each not in found]
    return found


def _known(record: Record) -> Record:
    """Without what is absent: schema.org has no null."""
    return {key: value for key, value in record.items() if value not in (None, "", [])}
