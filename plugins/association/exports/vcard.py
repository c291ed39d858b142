"""vCard 4.0 (RFC 6350) and 3.0 (RFC 2426): one card for each member, alone or all in one file.

A card tells of the member, not of the people it names: they did not ask to be in telephones. 3.0 says the
same for the address books that do not read 4.0, such as Android's own; docs/calendars.md has more.
"""

import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field

from icalendar.parser import Contentline, Parameters
from icalendar.prop import vInline

from ..domain.members import Member, MemberKind, PostalAddress, country_of, phone_uri, postal_address
from ..domain.text import Language
from .common import Address, Addresses, is_absolute, words
from .components import folded

SPECIAL = re.compile(r"[\\,;]")
LINE_END = re.compile(r"\r\n?|\n")

Parts = Mapping[str, str]
WORK: Parts = {"TYPE": "work"}
"""What members say of themselves here is for those who look for a provider."""

WORK_3 = {"TYPE": "WORK"}


@dataclass(frozen=True, slots=True)
class Issuer:
    """Who writes the cards.

    uid_domain: as in the calendars; it must never change, even when the site moves.
    country_name: what a country is called in `language`, by its code.
    country: of telephone numbers that say none, ISO 3166.
    made: its cards; each stands alone and among all.
    """

    addresses: Addresses
    language: Language
    uid_domain: str
    country_name: Callable[[str], str]
    country: str = ""
    made: dict[tuple[str, int], tuple[Member, bytes]] = field(default_factory=dict, compare=False, repr=False)

    def once(self, version: str, member: Member, lines: Callable[[], Iterable[str]]) -> bytes:
        """The card of those lines, which are the same for the same member."""
        key = version, id(member)
        if key not in self.made:
            self.made[key] = (member, card(lines()))
        return self.made[key][1]


def vcards(members: Iterable[Member], issuer: Issuer) -> bytes:
    return b"".join(vcard(member, issuer) for member in members)


def vcard(member: Member, issuer: Issuer) -> bytes:
    parts = (_identity, _reach, _place, _about)
    return issuer.once("4.0", member, lambda: (each for part in parts for each in part(member, issuer)))


def card(own: Iterable[str]) -> bytes:
    lines = (line("BEGIN", "VCARD"), *own, line("END", "VCARD"))
    return b"".join(folded(each) for each in lines)


def _identity(member: Member, issuer: Issuer) -> Iterator[str]:
    """The name is one word of N: which of its words is the family's cannot be known."""
    is_person = member.kind is MemberKind.PERSON
    yield line("VERSION", "4.0")
    yield line("PRODID", product(issuer))
    yield line("KIND", "individual" if is_person else "org")
    yield line("UID", uid(member, issuer), {"VALUE": "text"})
    yield line("FN", member.name)
    yield fields("N", (member.name, "", "", "", ""))
    if not is_person:
        yield fields("ORG", (member.name,))
    yield from absolute("SOURCE", issuer.addresses.member_card(member.id))


def _reach(member: Member, issuer: Issuer) -> Iterator[str]:
    """A URI is written as it is: its semicolons are its own (section 6.4.1)."""
    if member.email:
        yield line("EMAIL", member.email, WORK)
    if member.phone and (uri := phone_uri(member.phone, country_of(member, issuer.country))):
        yield written("TEL", uri, {**WORK, "VALUE": "uri"})
    elif member.phone:
        yield line("TEL", member.phone, {**WORK, "VALUE": "text"})
    if member.website:
        yield line("URL", member.website)
    for network, address in member.social:  # RFC 9554
        yield line("SOCIALPROFILE", address, {"SERVICE-TYPE": network})


def _place(member: Member, issuer: Issuer) -> Iterator[str]:
    """CC is RFC 8605; a comma of a geo: address is part of it, as in the examples of RFC 6350."""
    postal = postal_address(member)
    if postal and (postal.is_somewhere or postal.country):
        code = {"CC": postal.country} if postal.country else {}
        yield fields("ADR", address_fields(postal, issuer), {**WORK, **code})
    if member.town and member.town.position:
        position = member.town.position
        yield written("GEO", f"geo:{position.lat},{position.lon}")


def address_fields(postal: PostalAddress, issuer: Issuer) -> tuple[str, ...]:
    town = postal.town.to(issuer.language) if postal.town else ""
    country = issuer.country_name(postal.country) if postal.country else ""
    return "", "", postal.street or "", town, "", postal.postal_code or "", country


def _about(member: Member, issuer: Issuer) -> Iterator[str]:
    if member.logo:
        picture = "PHOTO" if member.kind is MemberKind.PERSON else "LOGO"
        yield from absolute(picture, issuer.addresses.file(member.logo))
    if summary := words(member.summary, issuer.language):
        yield line("NOTE", summary)
    if member.skills:
        names = (escaped(skill.name.to(issuer.language)) for skill in member.skills)
        yield written("CATEGORIES", ",".join(names))
    for language in member.languages:
        yield line("LANG", language)
    if member.last_verified:
        yield line("REV", f"{member.last_verified:%Y%m%d}T000000Z")


def uid(member: Member, issuer: Issuer) -> str:
    return f"member.{member.id}@{issuer.uid_domain}"


def product(issuer: Issuer) -> str:
    return f"-//Assosite//Assosite//{issuer.language.upper() or 'EN'}"


def absolute(name: str, address: Address) -> Iterator[str]:
    """A card is read far from the site: an address that begins at its root leads nowhere."""
    if is_absolute(address):
        yield line(name, address)


def line(name: str, value: str, parameters: Parts | None = None) -> str:
    return written(name, escaped(value), parameters)


def fields(name: str, values: Iterable[str], parameters: Parts | None = None) -> str:
    return written(name, ";".join(map(escaped, values)), parameters)


def written(name: str, value: str, parameters: Parts | None = None) -> str:
    whole = f"{name}:{value}"
    if parameters:
        whole = Contentline.from_parts(name, Parameters(parameters), vInline(value))
    assert "\n" not in whole, "a value that breaks its line would be a line of its own"
    return whole


def escaped(text: str) -> str:
    r"""Section 3.4; the library would take the `\N` of `C:\New` for a line break."""
    return LINE_END.sub(r"\\n", SPECIAL.sub(r"\\\g<0>", text))


def vcards_3(members: Iterable[Member], issuer: Issuer) -> bytes:
    return b"".join(vcard_3(member, issuer) for member in members)


def vcard_3(member: Member, issuer: Issuer) -> bytes:
    parts = (_identity_3, _reach_3, _about_3)
    return issuer.once("3.0", member, lambda: (each for part in parts for each in part(member, issuer)))


def _identity_3(member: Member, issuer: Issuer) -> Iterator[str]:
    """X-ABShowAs is Apple's word for what KIND says in 4.0."""
    yield line("VERSION", "3.0")
    yield line("PRODID", product(issuer))
    yield line("UID", uid(member, issuer))
    yield line("FN", member.name)
    yield fields("N", (member.name, "", "", "", ""))
    if member.kind is not MemberKind.PERSON:
        yield fields("ORG", (member.name,))
        yield line("X-ABShowAs", "COMPANY")


def _reach_3(member: Member, issuer: Issuer) -> Iterator[str]:
    """A telephone number is a text here: as it is dialled from anywhere, or as the member writes it."""
    if member.email:
        yield line("EMAIL", member.email, {"TYPE": "INTERNET"})
    if member.phone:
        uri = phone_uri(member.phone, country_of(member, issuer.country)) or ""
        yield line("TEL", uri.removeprefix("tel:") if uri.startswith("tel:+") else member.phone, WORK_3)
    if member.website:
        yield line("URL", member.website)
    for network, address in member.social:
        yield line("X-SOCIALPROFILE", address, {"TYPE": network})
    postal = postal_address(member)
    if postal and (postal.is_somewhere or postal.country):
        yield fields("ADR", address_fields(postal, issuer), WORK_3)


def _about_3(member: Member, issuer: Issuer) -> Iterator[str]:
    if member.town and member.town.position:
        yield written("GEO", f"{member.town.position.lat};{member.town.position.lon}")
    if member.logo and is_absolute(picture := issuer.addresses.file(member.logo)):
        yield written("PHOTO" if member.kind is MemberKind.PERSON else "LOGO", picture, {"VALUE": "uri"})
    if summary := words(member.summary, issuer.language):
        yield line("NOTE", summary)
    if member.skills:
        names = (escaped(skill.name.to(issuer.language)) for skill in member.skills)
        yield written("CATEGORIES", ",".join(names))
    if member.last_verified:
        yield line("REV", f"{member.last_verified:%Y-%m-%d}")
