"""/data/v1/offers.json: the open offers; key names and order are told in docs/open-data.md."""

from datetime import date

from ..domain.association import Association
from ..domain.offer import Offer, open_offers
from ..domain.text import Language
from .addresses import Addresses
from .directory_records import town_record
from .json_values import Record, iso, json_document, link


def offers_json(association: Association, addresses: Addresses, language: Language, today: date) -> bytes:
    """today: on which they are open."""
    current = open_offers(association.offers, today)
    records = [offer_record(offer, addresses, language) for offer in current]
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
