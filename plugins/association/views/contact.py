"""How to reach somebody: links and what to call them."""

import re
from dataclasses import dataclass
from urllib.parse import urlsplit

from ..domain.member import Member
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
        phone_link=phone_link(member.phone),
        email=member.email or "",
        website=member.website or "",
        website_label=website_label(member.website),
    )


def address_lines(member: Member, voice: Voice) -> tuple[str, ...]:
    street = member.address.street if member.address else None
    code = (member.address.postal_code if member.address else None) or (
        member.town and member.town.postal_code
    )
    town = voice.say(member.town.name) if member.town else ""
    if not street:
        return (town,) if town else ()
    return tuple(filter(None, (street, " ".join(filter(None, (code, town))))))


def phone_link(phone: str | None) -> str:
    """RFC 3966; a number without country is left national: the caller's phone knows better."""
    return f"tel:{re.sub(r'[^+0-9]', '', phone.replace('(0)', ''))}" if phone else ""


def website_label(url: str | None) -> str:
    """The address as people say it: no scheme, no www, no last slash."""
    if not url:
        return ""
    parts = urlsplit(url)
    return f"{parts.netloc.removeprefix('www.')}{parts.path.rstrip('/')}"
