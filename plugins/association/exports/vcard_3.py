"""vCard 3.0 (RFC 2426), for the address books that do not read 4.0: Android's own, Outlook, Google Contacts.

The same as in vcard.py, in the words of that version; docs/calendars.md says who needs it.
"""

from collections.abc import Iterable, Iterator

from icalendar.parser import Contentline

from ..domain.contact import country_of, phone_uri, postal_address
from ..domain.member import Kind, Member
from .addresses import is_absolute
from .vcard import Issuer, address_fields, card, escaped, fields, line, product, uid, written
from .wording import words

WORK = {"TYPE": "WORK"}


def vcards_3(members: Iterable[Member], issuer: Issuer) -> bytes:
    return b"".join(vcard_3(member, issuer) for member in members)


def vcard_3(member: Member, issuer: Issuer) -> bytes:
    return card((*_identity(member, issuer), *_reach(member, issuer), *_about(member, issuer)))


def _identity(member: Member, issuer: Issuer) -> Iterator[Contentline]:
    """X-ABShowAs is Apple's word for what KIND says in 4.0."""
    yield line("VERSION", "3.0")
    yield line("PRODID", product(issuer))
    yield line("UID", uid(member, issuer))
    yield line("FN", member.name)
    yield fields("N", (member.name, "", "", "", ""))
    if member.kind is not Kind.PERSON:
        yield fields("ORG", (member.name,))
        yield line("X-ABShowAs", "COMPANY")


def _reach(member: Member, issuer: Issuer) -> Iterator[Contentline]:
    """A telephone number is a text here: as it is dialled from anywhere, or as the member writes it."""
    if member.email:
        yield line("EMAIL", member.email, {"TYPE": "INTERNET"})
    if member.phone:
        uri = phone_uri(member.phone, country_of(member, issuer.country)) or ""
        yield line("TEL", uri.removeprefix("tel:") if uri.startswith("tel:+") else member.phone, WORK)
    if member.website:
        yield line("URL", member.website)
    for network, address in member.social:
        yield line("X-SOCIALPROFILE", address, {"TYPE": network})
    postal = postal_address(member)
    if postal and (postal.is_somewhere or postal.country):
        yield fields("ADR", address_fields(postal, issuer), WORK)


def _about(member: Member, issuer: Issuer) -> Iterator[Contentline]:
    if member.town and member.town.position:
        yield written("GEO", f"{member.town.position.lat};{member.town.position.lon}")
    if member.logo and is_absolute(picture := issuer.addresses.file(member.logo)):
        yield written("PHOTO" if member.kind is Kind.PERSON else "LOGO", picture, {"VALUE": "uri"})
    if summary := words(member.summary, issuer.language):
        yield line("NOTE", summary)
    if member.skills:
        names = (escaped(skill.name.to(issuer.language)) for skill in member.skills)
        yield written("CATEGORIES", ",".join(names))
    if member.last_verified:
        yield line("REV", f"{member.last_verified:%Y-%m-%d}")
