"""JSON-LD in the words of schema.org: members, partners, bodies, offers of work, questions, terms.

Nothing is told here that the page does not show. Addresses may be relative: JSON-LD reads them from the page.
An offer is told whole (https://schema.org/JobPosting) or not at all: search engines refuse one without a day,
an employer, a description or the country of the place.
"""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from datetime import date

from ..domain.association import Identity
from ..domain.commissions import Commission, Mandate
from ..domain.members import Member, MemberKind, Officer, Partner, Person, PostalAddress, postal_address
from ..domain.offers import Offer, OfferKind
from ..domain.places import Town
from ..domain.text import Language, Slug, Text
from .common import CONTEXT, Address, Addresses, Json, Record, iso, known, plain_text, words

TYPES = {MemberKind.SCHOOL: "EducationalOrganization", MemberKind.PUBLIC: "GovernmentOrganization"}
NOT_OF_PEOPLE = ("areaServed", "geo", "employee", "logo")
"""What schema.org says of businesses only."""
ISO_DATE = re.compile(r"\d{4}(-\d\d(-\d\d)?)?")

WORK = (OfferKind.INTERNSHIP, OfferKind.APPRENTICESHIP, OfferKind.JOB)


def member_data(member: Member, identity: Identity, addresses: Addresses, language: Language) -> Record:
    """The page of a member; schema.org knows a public body as no place, which alone has a position."""
    return _document(
        _business(member, addresses, language),
        description=_description(member, language),
        telephone=member.phone,
        email=member.email,
        sameAs=[address for address in (member.website, *dict(member.social).values()) if address],
        geo=_geo(member.town) if member.kind is not MemberKind.PUBLIC else None,
        logo=_image(member.logo, addresses),
        image=_image(member.logo, addresses),
        knowsLanguage=list(member.languages),
        memberOf=_reference(identity, addresses),
        employee=[_person(person, addresses, language) for person in member.people],
    )


@dataclass(frozen=True, slots=True)
class Businesses:
    """What lists say of members, each made once as long as its address is the same: one is on many lists."""

    language: Language
    made: dict[tuple[Slug, Address], Record] = field(default_factory=dict, compare=False, repr=False)

    def of(self, member: Member, addresses: Addresses) -> Record:
        key = member.id, addresses.member(member.id)
        if key not in self.made:
            self.made[key] = _business(member, addresses, self.language)
        return self.made[key]


def members_data(members: Iterable[Member], addresses: Addresses, businesses: Businesses) -> Record:
    """A list of members, in the order of the page."""
    return items_data([businesses.of(member, addresses) for member in members])


def items_data(items: Sequence[Record]) -> Record:
    """A list, in the order of the page."""
    return _document(
        {"@type": "ItemList"},
        numberOfItems=len(items),
        itemListElement=[
            {"@type": "ListItem", "position": position, "item": item}
            for position, item in enumerate(items, 1)
        ],
    )


def partners_data(partners: Iterable[Partner], addresses: Addresses, language: Language) -> Record:
    """The page of partners, in its order."""
    items = [_partner(partner, addresses, language) for partner in partners]
    return items_data(items)


def _partner(partner: Partner, addresses: Addresses, language: Language) -> Record:
    description = words(partner.description, language)
    country: Record = {"@type": "PostalAddress", "addressCountry": partner.country}
    return known(
        {
            "@type": "Organization",
            "@id": addresses.partner(partner.id) or None,
            "name": partner.name,
            "url": partner.website,
            "description": plain_text(description) if description else None,
            "email": partner.email,
            "telephone": partner.phone,
            "address": country if partner.country else None,
            "logo": _image(partner.logo, addresses),
            "employee": [_person(partner.contact, addresses, language)] if partner.contact else None,
        }
    )


def association_data(identity: Identity, addresses: Addresses, language: Language, **more: Json) -> Record:
    """The home page."""
    return _document(
        _reference(identity, addresses),
        description=words(identity.tagline, language),
        email=identity.email,
        telephone=identity.phone,
        address=identity.address,
        areaServed=words(identity.territory, language),
        foundingDate=_iso_date(identity.founded),
        foundingLocation=_city_named(identity.founded_in, language),
        identifier=identity.registration,
        logo=_image(identity.logo, addresses),
        sameAs=list(dict(identity.social).values()),
        **more,
    )


def governance_data(
    identity: Identity,
    bodies: Iterable[Commission],
    people: Iterable[Officer],
    addresses: Addresses,
    language: Language,
    today: date,
) -> Record:
    """The association with its bodies, and who is in office there or acts for it, each in their role."""
    in_office = (one for one in people if one.is_current(today))
    return association_data(
        identity,
        addresses,
        language,
        member=[
            _role(_person(one, addresses, language), words(one.role, language), one.since, one.until)
            for one in in_office
        ],
        subOrganization=[_body(one, addresses, language, today) for one in bodies],
    )


def _body(body: Commission, addresses: Addresses, language: Language, today: date) -> Record:
    url, seats = addresses.commission(body.id), (seat for seat in body.heads(today) if not seat.unnamed)
    return known(
        {
            "@type": "Organization",
            "@id": f"{url}#commission" if url else None,
            "name": body.name.to(language),
            "url": url,
            "description": words(body.mission, language),
            "member": [
                _role(_holder(seat, addresses), words(seat.role, language), seat.since, seat.until)
                for seat in seats
            ],
        }
    )


def _role(holder: Record, role: str | None, since: date | None, until: date | None) -> Record:
    """https://schema.org/OrganizationRole stands between an organization and who has the role in it."""
    terms: Record = {"roleName": role, "startDate": iso(since), "endDate": iso(until)}
    return {"@type": "OrganizationRole", "member": holder, **known(terms)}


def _holder(seat: Mandate, addresses: Addresses) -> Record:
    """A person by name, with the member whose person it is; a member that has the seat itself."""
    of = _member_reference(seat.member, addresses) if seat.member else None
    if seat.person is None:
        return of or {}
    return known({"@type": "Person", "name": seat.person.name, "affiliation": of})


def _member_reference(member: Member, addresses: Addresses) -> Record:
    page = addresses.member(member.id)
    type_ = "Person" if member.kind is MemberKind.PERSON else "Organization"
    id_ = f"{page}#membre" if page else None
    return known({"@type": type_, "@id": id_, "name": member.name, "url": page})


def _city_named(name: Text | None, language: Language) -> Record | None:
    return {"@type": "City", "name": name.to(language)} if name else None


def _document(first: Record, **rest: Json) -> Record:
    return {"@context": CONTEXT, **first, **_sayable(first["@type"], known(rest))}


def _sayable(type_: Json, record: Record) -> Record:
    if type_ != "Person":
        return record
    return {key: value for key, value in record.items() if key not in NOT_OF_PEOPLE}


def _business(member: Member, addresses: Addresses, language: Language) -> Record:
    """What a list says of a member, and where its own page begins."""
    page, type_ = addresses.member(member.id), _type(member)
    return _sayable(
        type_,
        known(
            {
                "@type": type_,
                "@id": f"{page}#membre" if page else None,
                "name": member.name,
                "url": page,
                "address": _address(postal_address(member), language),
                "areaServed": [_city(town, language) for town in _towns(member)],
                "knowsAbout": [skill.name.to(language) for skill in member.skills],
            }
        ),
    )


def _type(member: Member) -> str:
    """A local business is somewhere: search engines ask for its address."""
    postal = postal_address(member)
    is_local = postal is not None and postal.is_somewhere
    if is_local:
        return TYPES.get(member.kind, "ProfessionalService")
    return "Person" if member.kind is MemberKind.PERSON else TYPES.get(member.kind, "Organization")


def _address(postal: PostalAddress | None, language: Language) -> Record | None:
    if postal is None or not postal.is_somewhere:
        return None
    return known(
        {
            "@type": "PostalAddress",
            "streetAddress": postal.street,
            "postalCode": postal.postal_code,
            "addressLocality": words(postal.town, language),
            "addressCountry": postal.country,
        }
    )


def _towns(member: Member) -> tuple[Town, ...]:
    """Its own first, each once."""
    towns = (member.town, *member.serves)
    return tuple({town.id: town for town in towns if town}.values())


def _city(town: Town, language: Language) -> Record:
    return {"@type": "City", "name": town.name.to(language)}


def _geo(town: Town | None) -> Record | None:
    if town is None or town.position is None:
        return None
    return {"@type": "GeoCoordinates", "latitude": town.position.lat, "longitude": town.position.lon}


def _description(member: Member, language: Language) -> str | None:
    text = words(member.summary, language) or words(member.description, language)
    return plain_text(text) if text else None


def _image(path: str | None, addresses: Addresses) -> Address | None:
    return addresses.file(path) if path else None


def _person(person: Person, addresses: Addresses, language: Language) -> Record:
    """With what they agreed to show: the domain knows no more of them."""
    return known(
        {
            "@type": "Person",
            "name": person.name,
            "jobTitle": words(person.role, language),
            "email": person.email,
            "telephone": person.phone,
            "image": _image(person.photo, addresses),
        }
    )


def _reference(identity: Identity, addresses: Addresses) -> Record:
    home = addresses.home()
    return known(
        {
            "@type": "Organization",
            "@id": f"{home}#association" if home else None,
            "name": identity.name,
            "url": home,
        }
    )


def publisher(identity: Identity, addresses: Addresses) -> Record:
    return known({**_reference(identity, addresses), "logo": _image(identity.logo, addresses)})


def _iso_date(text: str | None) -> str | None:
    return text if text and ISO_DATE.fullmatch(text) else None


def job_posting(offer: Offer, employer: Member | None, language: Language) -> Record | None:
    """employer: the member whose offer it is."""
    place = _place(offer, employer, language)
    description = plain_text(offer.body) or words(offer.summary, language)
    if offer.kind not in WORK or not (employer and place and description and offer.date):
        return None
    posting: Record = {
        "@context": CONTEXT,
        "@type": "JobPosting",
        "title": offer.title.to(language),
        "description": description,
        "datePosted": offer.date.isoformat(),
        "validThrough": f"{offer.expires}T23:59:59",
        "hiringOrganization": _organization(employer),
        "jobLocation": {"@type": "Place", "address": place},
    }
    return posting | ({"employmentType": "INTERN"} if offer.kind is OfferKind.INTERNSHIP else {})


def _place(offer: Offer, employer: Member | None, language: Language) -> Record | None:
    """A town alone says no country: the employer's address does, if it is there."""
    if not (offer.town and employer and employer.town == offer.town):
        return None
    country = employer.address.country if employer.address else None
    if country is None:
        return None
    address: Record = {
        "@type": "PostalAddress",
        "addressLocality": offer.town.name.to(language),
        "addressCountry": country,
    }
    return address | ({"postalCode": offer.town.postal_code} if offer.town.postal_code else {})


def _organization(employer: Member) -> Record:
    organization: Record = {"@type": "Organization", "name": employer.name}
    return organization | ({"sameAs": employer.website} if employer.website else {})


def questions_data(questions: Iterable[tuple[str, str]]) -> Record:
    """Each with its answer in HTML (https://schema.org/FAQPage)."""
    asked: list[Json] = [
        {"@type": "Question", "name": words, "acceptedAnswer": {"@type": "Answer", "text": answer}}
        for words, answer in questions
    ]
    return {"@context": CONTEXT, "@type": "FAQPage", "mainEntity": asked}


def terms_data(title: str, page: Address, terms: Iterable[tuple[str, str, str, str]]) -> Record:
    """Of each term its fragment on the page, its name, what it stands for, what it means."""
    told: list[Json] = [
        known(
            {
                "@type": "DefinedTerm",
                "@id": f"{page}#{fragment}",
                "name": name,
                "alternateName": expansion,
                "description": meaning or expansion,
            }
        )
        for fragment, name, expansion, meaning in terms
    ]
    return {"@context": CONTEXT, "@type": "DefinedTermSet", "name": title, "hasDefinedTerm": told}
