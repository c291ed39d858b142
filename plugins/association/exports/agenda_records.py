"""One date of the agenda as a JSON record; keys as in DESIGN section 4, then four of our own."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Self

from ..domain.agenda import Entry, meeting_uid
from ..domain.association import Association
from ..domain.places import Venue
from ..domain.slugs import Slug
from ..domain.text import Language
from .addresses import Address, Addresses
from .json_values import Record, iso, link
from .wording import full_name, words


@dataclass(frozen=True, slots=True)
class Announced:
    """What an entry does not tell of itself.

    titles: of events, by slug.
    recurring: UIDs of the meetings that have a rule; the dates beside it have UIDs of their own.
    """

    titles: Mapping[Slug, str]
    recurring: frozenset[str]
    addresses: Addresses
    language: Language
    uid_domain: str

    @classmethod
    def by(cls, association: Association, addresses: Addresses, language: Language, uid_domain: str) -> Self:
        recurring = frozenset(
            meeting_uid(commission, meeting)
            for commission in association.commissions
            for meeting in commission.meetings
            if meeting.rule
        )
        titles = {event.slug: event.title.to(language) for event in association.events}
        return cls(titles, recurring, addresses, language, uid_domain)

    def title(self, entry: Entry) -> str:
        """A date of a series carries the title of the series."""
        title = entry.title.to(self.language)
        return full_name(entry, self.titles[entry.event], self.language) if entry.event else title

    def page(self, entry: Entry) -> Address:
        if entry.source:
            return entry.link or ""
        if entry.event:
            return self.addresses.event(entry.event)
        return self.addresses.commission(entry.commission) if entry.commission else ""


def date_record(entry: Entry, announced: Announced) -> Record:
    return {
        "uid": entry.uid if entry.source else f"{entry.uid}@{announced.uid_domain}",
        "title": announced.title(entry),
        "start": iso(entry.start),
        "end": iso(entry.end),
        "all_day": entry.is_all_day,
        "status": entry.status,
        "venue": entry.venue.name.to(announced.language) if entry.venue else None,
        "online": entry.online,
        "registration": entry.registration,
        "commissions": list(entry.commissions),
        "kind": words(entry.kind, announced.language),
        "url": link(announced.page(entry)),
        "recurrence_id": iso(entry.slot) if entry.uid in announced.recurring else None,
        "moved_from": iso(entry.slot) if entry.is_moved else None,
        "place": _place(entry.venue, announced.language),
        "source": entry.source,
    }


def _place(venue: Venue | None, language: Language) -> Record | None:
    if venue is None:
        return None
    return {
        "id": venue.id,
        "address": venue.address,
        "postal_code": venue.town.postal_code if venue.town else None,
        "town": venue.town.name.to(language) if venue.town else None,
        "lat": venue.position.lat if venue.position else None,
        "lon": venue.position.lon if venue.position else None,
    }
