"""vCard 4.0 (RFC 6350): one card for each member, alone or all in one file.

A card tells of the member, not of the people it names: they did not ask to be in telephones.
"""

import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass

from icalendar.parser import Contentline, Parameters
from icalendar.prop import vInline

from ..domain.contact import phone_uri, postal_address
from ..domain.member import Kind, Member
from ..domain.text import Language
from .addresses import Address, Addresses, is_absolute
from .wording import words

LONGEST_LINE = 75
SPECIAL = re.compile(r"[\\,;]")
LINE_END = re.compile(r"\r\n?|\n")

Parts = Mapping[str, str]


@dataclass(frozen=True, slots=True)
class Issuer:
    """Who writes the cards.

    uid_domain: as in the calendars; it must never change, even when the site moves.
    country_name: what a country is called in `language`, by its code.
    """

    addresses: Addresses
    language: Language
    uid_domain: str
    country_name: Callable[[str], str]


def vcards(members: Iterable[Member], issuer: Issuer) -> bytes:
    return b"".join(vcard(member, issuer) for member in members)


def vcard(member: Member, issuer: Issuer) -> bytes:
    own = (*_identity(member, issuer), *_reach(member), *_place(member, issuer), *_about(member, issuer))
    lines = (_line("BEGIN", "VCARD"), *own, _line("END", "VCARD"))
    return b"".join(_folded(line) + b"\r\n" for line in lines)


def _identity(member: Member, issuer: Issuer) -> Iterator[Contentline]:
    """The name is one word of N: which of its words is the family's cannot be known."""
    is_person = member.kind is Kind.PERSON
    yield _line("VERSION", "4.0")
    yield _line("PRODID", f"-//Assosite//Assosite//{issuer.language.upper() or 'EN'}")
    yield _line("KIND", "individual" if is_person else "org")
    yield _line("UID", f"member.{member.id}@{issuer.uid_domain}", {"VALUE": "text"})
    yield _line("FN", member.name)
    yield _fields("N", (member.name, "", "", "", ""))
    if not is_person:
        yield _fields("ORG", (member.name,))
    yield from _absolute("SOURCE", issuer.addresses.member_card(member.id))


def _reach(member: Member) -> Iterator[Contentline]:
    if member.email:
        yield _line("EMAIL", member.email)
    if member.phone:
        yield _line("TEL", phone_uri(member.phone), {"TYPE": "work", "VALUE": "uri"})
    if member.website:
        yield _line("URL", member.website)
    for network, address in member.social:  # RFC 9554
        yield _line("SOCIALPROFILE", address, {"SERVICE-TYPE": network})


def _place(member: Member, issuer: Issuer) -> Iterator[Contentline]:
    """CC is RFC 8605; a comma of a geo: address is part of it, as in the examples of RFC 6350."""
    postal = postal_address(member)
    if postal and (postal.is_somewhere or postal.country):
        town = postal.town.to(issuer.language) if postal.town else ""
        country = issuer.country_name(postal.country) if postal.country else ""
        fields = ("", "", postal.street or "", town, "", postal.postal_code or "", country)
        yield _fields("ADR", fields, {"CC": postal.country} if postal.country else {})
    if member.town and member.town.position:
        position = member.town.position
        yield _written("GEO", f"geo:{position.lat},{position.lon}")


def _about(member: Member, issuer: Issuer) -> Iterator[Contentline]:
    if member.logo:
        picture = "PHOTO" if member.kind is Kind.PERSON else "LOGO"
        yield from _absolute(picture, issuer.addresses.file(member.logo))
    if summary := words(member.summary, issuer.language):
        yield _line("NOTE", summary)
    if member.skills:
        names = (_escaped(skill.name.to(issuer.language)) for skill in member.skills)
        yield _written("CATEGORIES", ",".join(names))
    for language in member.languages:
        yield _line("LANG", language)
    if member.last_verified:
        yield _line("REV", f"{member.last_verified:%Y%m%d}T000000Z")


def _absolute(name: str, address: Address) -> Iterator[Contentline]:
    """A card is read far from the site: an address that begins at its root leads nowhere."""
    if is_absolute(address):
        yield _line(name, address)


def _line(name: str, value: str, parameters: Parts | None = None) -> Contentline:
    return _written(name, _escaped(value), parameters)


def _fields(name: str, fields: Iterable[str], parameters: Parts | None = None) -> Contentline:
    return _written(name, ";".join(map(_escaped, fields)), parameters)


def _written(name: str, value: str, parameters: Parts | None = None) -> Contentline:
    if not parameters:
        return Contentline(f"{name}:{value}")
    return Contentline.from_parts(name, Parameters(parameters), vInline(value))


def _folded(line: Contentline) -> bytes:
    """Section 3.2; the library counts the octets of every letter, which most lines can be spared."""
    octets = line.encode()
    return octets if len(octets) < LONGEST_LINE else line.to_ical()


def _escaped(text: str) -> str:
    r"""Section 3.4; the library would take the `\N` of `C:\New` for a line break."""
    return LINE_END.sub(r"\\n", SPECIAL.sub(r"\\\g<0>", text))
