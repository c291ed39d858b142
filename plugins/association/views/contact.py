"""How to reach somebody: links and what to call them."""

from dataclasses import dataclass
from urllib.parse import urlsplit

from ..domain.contact import country_of, phone_uri, postal_address
from ..domain.member import Member
from ..host.countries import country_name
from .voice import Voice


@dataclass(frozen=True, slots=True)
class LabelledLink:
    label: str
    url: str | None


@dataclass(frozen=True, slots=True)
class Contact:
    """lines: the postal address, line by line; '' or empty for what is unknown."""

    lines: tuple[str, ...]
    phone: str
    phone_link: str
    email: str
    website: str
    website_label: str


def contact_of(member: Member, voice: Voice) -> Contact:
    return Contact(
        lines=address_lines(member, voice),
        phone=member.phone or "",
        phone_link=phone_link(member.phone, member, voice),
        email=member.email or "",
        website=member.website or "",
        website_label=website_label(member.website),
    )


def address_lines(member: Member, voice: Voice) -> tuple[str, ...]:
    """As on an envelope; the name of the town alone for who gives no address."""
    postal = postal_address(member)
    if postal is None:
        return ()
    town = voice.say(postal.town)
    if member.address is None:
        return (town,)
    place = " ".join(filter(None, (postal.postal_code, town)))
    country = country_name(postal.country, voice.language) if postal.country else ""
    return tuple(filter(None, (postal.street, place, country)))


def phone_link(phone: str | None, member: Member, voice: Voice) -> str:
    """'' for what no telephone could dial as it is written."""
    return (phone and phone_uri(phone, country_of(member, voice.country))) or ""


def website_label(url: str | None) -> str:
    """The address as people say it: no scheme, no www, no last slash."""
    if not url:
        return ""
    parts = urlsplit(url)
    return f"{parts.netloc.removeprefix('www.')}{parts.path.rstrip('/')}"
