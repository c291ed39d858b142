"""Open data, /data/v1/, described in docs/open-data.md: what the site shows, as JSON, points and tables.

Absent values are null, lists and mappings empty; keys are only ever added, at the end.
members.geojson (RFC 7946): a member is where its town is. One without a town or its position is in
members.json only: many readers of maps stop at a feature that is nowhere, though section 3.2 allows it.
members.csv (RFC 4180): Excel, LibreOffice and others run a cell that begins like a formula, so a text never
does (https://owasp.org/www-community/attacks/CSV_Injection).
"""

import csv
import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from io import StringIO
from typing import Self

from ..domain.agenda import Agenda, Entry, date_name, meeting_uid
from ..domain.association import Association
from ..domain.commissions import Commission, Mandate, working_with
from ..domain.members import Member, Officer, Partner, Person
from ..domain.offers import Offer, open_offers
from ..domain.places import Town, Venue
from ..domain.text import Language, Slug
from .common import (
    Address,
    Addresses,
    Json,
    Record,
    full_name,
    image,
    iso,
    json_document,
    link,
    plain_text,
    words,
)

COLUMNS = (
    "id name kind type summary skills town town_name lat lon website email phone social url logo people "
    "commissions interns languages joined last_verified"
).split()
"""Only ever added to, at the end."""
TOWN = {"town": "id", "town_name": "name", "lat": "lat", "lon": "lon"}
BETWEEN = " | "
SIGNS = "=+\\-@＝＋－＠﹦﹢﹣﹫⁼⁺⁻₌₊₋"
"""What formulas begin with, in every width: spreadsheets of East Asia take them for one another."""
RUN = re.compile(rf"[\t\r\n]|\s*[{SIGNS}]")
CELL_WITHIN = re.compile(rf"([;\t\r\n]\s*)(?=[{SIGNS}])")
"""Where a cell begins for a spreadsheet that separates them by semicolons, as Excel does in France."""
PHONE = re.compile(r"\+[0-9][0-9 .()]*")
"""Not with "-" or "/": that would be computed."""


def members_json(association: Association, addresses: Addresses, language: Language, today: date) -> bytes:
    """today: a member's commissions count the one it leads on that day."""
    return _document("members", member_records(association, addresses, language, today))


def commissions_json(
    association: Association, agenda: Agenda, addresses: Addresses, language: Language, today: date
) -> bytes:
    """today: who is at the head on that day, and the first meeting from then on."""
    following = agenda.next_meetings(today)
    return _document(
        "commissions",
        (
            commission_record(
                commission,
                following.get(commission.id),
                association.can_be_followed(commission),
                addresses,
                language,
                today,
            )
            for commission in association.commissions
        ),
        people=[_officer(one, addresses, language) for one in association.people],
    )


def events_json(
    association: Association, agenda: Agenda, addresses: Addresses, language: Language, uid_domain: str
) -> bytes:
    """uid_domain: as in the calendars, so that a date can be found in both."""
    announced = Announced.by(association, addresses, language, uid_domain)
    return _document("events", (date_record(entry, announced) for entry in agenda.entries))


def _document(name: str, records: Iterable[Record], **more: Json) -> bytes:
    return json_document({"version": 1, name: list(records), **more})


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
        """A date of a series carries the title of the series, that of a meeting its subject."""
        if entry.event:
            return full_name(entry, self.titles[entry.event], self.language)
        return date_name(entry, self.language)

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
        "end": iso(entry.end) if entry.has_end else None,
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
        "source": words(entry.source, announced.language),
        "reason": words(entry.reason, announced.language),
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


def member_records(
    association: Association, addresses: Addresses, language: Language, today: date
) -> Iterator[Record]:
    """What every file of members is written from, so that they never disagree."""
    parts = parts_of(association.commissions, today)
    return (
        member_record(member, parts.get(member.id, ()), addresses, language) for member in association.members
    )


def member_record(
    member: Member, commissions: Iterable[Slug], addresses: Addresses, language: Language
) -> Record:
    return {
        "id": member.id,
        "name": member.name,
        "kind": member.kind,
        "type": member.type.id if member.type else None,
        "summary": words(member.summary, language),
        "skills": [skill.id for skill in member.skills],
        "town": town_record(member.town, language),
        "website": member.website,
        "email": member.email,
        "phone": member.phone,
        "social": dict(member.social),
        "url": link(addresses.member(member.id)),
        "logo": image(member.logo, addresses),
        "people": [_person(person, addresses, language) for person in member.people],
        "commissions": list(commissions),
        "interns": member.interns,
        "languages": list(member.languages),
        "joined": iso(member.joined),
        "last_verified": iso(member.last_verified),
    }


def parts_of(commissions: Iterable[Commission], today: date) -> Mapping[Slug, Sequence[Slug]]:
    """The commissions of each member who is one of theirs or at their head, in their order."""
    found: dict[Slug, list[Slug]] = {}
    for commission in commissions:
        heads = (mandate.member.id for mandate in commission.heads(today) if mandate.member)
        for id_ in dict.fromkeys((*(member.id for member in commission.members), *heads)):
            found.setdefault(id_, []).append(commission.id)
    return found


def _person(person: Person, addresses: Addresses, language: Language) -> Record:
    return {
        "name": person.name,
        "role": words(person.role, language),
        "email": person.email,
        "phone": person.phone,
        "photo": image(person.photo, addresses),
    }


def town_record(town: Town | None, language: Language) -> Record | None:
    if town is None:
        return None
    return {
        "id": town.id,
        "name": town.name.to(language),
        "lat": town.position.lat if town.position else None,
        "lon": town.position.lon if town.position else None,
    }


def commission_record(
    commission: Commission,
    following: Entry | None,
    is_followed: bool,
    addresses: Addresses,
    language: Language,
    today: date,
) -> Record:
    """following: its next meeting. is_followed: its calendar may have dates."""
    return {
        "id": commission.id,
        "name": commission.name.to(language),
        "kind": words(commission.kind, language),
        "mission": words(commission.mission, language),
        "chairs": [_chair(mandate, language) for mandate in commission.heads(today)],
        "members": [member.id for member in commission.members],
        "url": link(addresses.commission(commission.id)),
        "calendar": link(addresses.commission_calendar(commission.id)) if is_followed else None,
        "next_meeting": iso(following.start) if following else None,
        "vacant": commission.is_vacant(today),
        "governance": commission.is_governing,
        "next_chairs": [_chair(mandate, language) for mandate in commission.coming(today)],
        "past_chairs": [_chair(mandate, language) for mandate in commission.former(today)],
        "vacancies": [words(vacancy.role, language) for vacancy in commission.vacancies],
        "partners": [partner.id for partner in commission.partners],
    }


def _chair(mandate: Mandate, language: Language) -> Record:
    return {
        "member": mandate.member.id if mandate.member else None,
        "person": mandate.person.name if mandate.person else None,
        "role": words(mandate.role, language),
        "since": iso(mandate.since),
        "until": iso(mandate.until),
        "unnamed": mandate.unnamed,
        "of_association": mandate.person.id if isinstance(mandate.person, Officer) else None,
    }


def _officer(officer: Officer, addresses: Addresses, language: Language) -> Record:
    return {
        "id": officer.id,
        **_person(officer, addresses, language),
        "since": iso(officer.since),
        "until": iso(officer.until),
    }


def partners_json(
    partners: Iterable[Partner], commissions: Sequence[Commission], addresses: Addresses, language: Language
) -> bytes:
    """commissions: those that may work with them."""
    return _document(
        "partners",
        (
            partner_record(partner, working_with(partner.id, commissions), addresses, language)
            for partner in partners
        ),
    )


def partner_record(
    partner: Partner, commissions: Iterable[Commission], addresses: Addresses, language: Language
) -> Record:
    description = words(partner.description, language)
    return {
        "id": partner.id,
        "name": partner.name,
        "kind": words(partner.kind, language),
        "country": partner.country,
        "website": partner.website,
        "email": partner.email,
        "phone": partner.phone,
        "description": plain_text(description) if description else None,
        "contact": _person(partner.contact, addresses, language) if partner.contact else None,
        "url": link(addresses.partner(partner.id)),
        "logo": image(partner.logo, addresses),
        "commissions": [commission.id for commission in commissions],
    }


def offers_json(association: Association, addresses: Addresses, language: Language, today: date) -> bytes:
    """today: on which they are open."""
    current = open_offers(association.offers, today)
    records: list[Json] = [offer_record(offer, addresses, language) for offer in current]
    return json_document({"version": 1, "offers": records})


def offer_record(offer: Offer, addresses: Addresses, language: Language) -> Record:
    return {
        "id": offer.slug,
        "title": offer.title.to(language),
        "kind": offer.kind,
        "member": offer.member,
        "town": town_record(offer.town, language),
        "skills": [skill.id for skill in offer.skills],
        "date": iso(offer.date),
        "expires": iso(offer.expires),
        "status": offer.status,
        "apply": offer.apply,
        "url": link(addresses.offer(offer.slug)),
    }


def members_geojson(members: Iterable[Record]) -> bytes:
    located = ((member, _point(member["town"])) for member in members)
    features: list[Json] = [_feature(member, point) for member, point in located if point]
    return json_document({"type": "FeatureCollection", "features": features})


def _feature(member: Record, point: Record) -> Record:
    return {"type": "Feature", "id": member["id"], "geometry": point, "properties": member}


def _point(town: Json) -> Record | None:
    """Longitude first, section 3.1.1."""
    if not isinstance(town, dict) or town["lat"] is None or town["lon"] is None:
        return None
    return {"type": "Point", "coordinates": [town["lon"], town["lat"]]}


def members_csv(members: Iterable[Record]) -> bytes:
    """UTF-8 without byte order mark, comma, CRLF, a first line with the names of the columns."""
    table = StringIO(newline="")
    writer = csv.writer(table)
    writer.writerow(COLUMNS)
    writer.writerows(_row(member) for member in members)
    return table.getvalue().encode()


def _row(member: Record) -> list[str]:
    town = member["town"]
    parts = {column: town[key] if isinstance(town, dict) else None for column, key in TOWN.items()}
    return [_cell({**member, **parts}[column]) for column in COLUMNS]


def _cell(value: Json) -> str:
    text = _text(value)
    if not isinstance(value, str | list | dict):
        return text
    text = CELL_WITHIN.sub(r"\1'", text)
    return f"'{text}" if would_run(text) else text


def _text(value: Json) -> str:
    """Several things with bars between them; a network as `name: address`, a person as `name, role…`."""
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, list):
        return BETWEEN.join(map(_of_several, value))
    if isinstance(value, dict):
        return BETWEEN.join(f"{key}: {each}" for key, each in value.items())
    return "" if value is None else str(value)


def _of_several(value: Json) -> str:
    return ", ".join(str(each) for each in value.values() if each) if isinstance(value, dict) else str(value)


def would_run(text: str) -> bool:
    """Whether a spreadsheet would compute it; a telephone number may keep its plus."""
    return bool(RUN.match(text)) and not PHONE.fullmatch(text)
