"""One member and one commission as JSON records; key names and order are DESIGN section 4."""

from collections.abc import Iterator
from datetime import date

from ..domain.agenda import Agenda
from ..domain.association import Association
from ..domain.commission import Commission, Mandate
from ..domain.member import Member, Person
from ..domain.places import Town
from ..domain.text import Language
from .addresses import Addresses
from .json_values import Record, image, iso, link
from .wording import words


def member_records(
    association: Association, addresses: Addresses, language: Language, today: date
) -> Iterator[Record]:
    """What every file of members is written from, so that they never disagree."""
    return (member_record(member, association, addresses, language, today) for member in association.members)


def member_record(
    member: Member, association: Association, addresses: Addresses, language: Language, today: date
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
        "commissions": [
            commission.id for commission in association.commissions if _takes_part(member, commission, today)
        ],
        "interns": member.interns,
        "languages": list(member.languages),
        "joined": iso(member.joined),
        "last_verified": iso(member.last_verified),
    }


def _takes_part(member: Member, commission: Commission, today: date) -> bool:
    """As one of its members or at its head."""
    heads = (mandate.member.id for mandate in commission.heads(today) if mandate.member)
    return member.id in (*(other.id for other in commission.members), *heads)


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
    commission: Commission, agenda: Agenda, addresses: Addresses, language: Language, today: date
) -> Record:
    following = agenda.next_meeting(commission.id, today)
    return {
        "id": commission.id,
        "name": commission.name.to(language),
        "kind": words(commission.kind, language),
        "mission": words(commission.mission, language),
        "chairs": [_chair(mandate, language) for mandate in commission.heads(today)],
        "members": [member.id for member in commission.members],
        "url": link(addresses.commission(commission.id)),
        "calendar": link(addresses.commission_calendar(commission.id)),
        "next_meeting": iso(following.start) if following else None,
        "vacant": commission.is_vacant(today),
    }


def _chair(mandate: Mandate, language: Language) -> Record:
    return {
        "member": mandate.member.id if mandate.member else None,
        "person": mandate.person.name if mandate.person else None,
        "role": words(mandate.role, language),
        "since": iso(mandate.since),
        "until": iso(mandate.until),
        "unnamed": mandate.unnamed,
    }
