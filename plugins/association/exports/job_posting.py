"""JSON-LD of an offer of work, https://schema.org/JobPosting: whole or not at all.

Search engines refuse one without a day, an employer, a description or the country of the place.
"""

from ..domain.member import Member
from ..domain.offer import Offer, OfferKind
from ..domain.text import Language
from .json_values import Record
from .plain_text import plain_text
from .wording import words

WORK = (OfferKind.INTERNSHIP, OfferKind.APPRENTICESHIP, OfferKind.JOB)
CONTEXT = "https://schema.org"


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
