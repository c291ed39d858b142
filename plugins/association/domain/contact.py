"""How a member is reached by post and by telephone, whatever page or file says so."""

import re
from dataclasses import dataclass

from .member import Member
from .places import Address
from .text import Text

INTERNATIONAL = ("+", "00")
TRUNK_PREFIX = "(0)"
UNDIALLED = re.compile(r"[^+0-9]")


@dataclass(frozen=True, slots=True)
class PostalAddress:
    """country: ISO 3166 code; what is unknown is None."""

    street: str | None
    postal_code: str | None
    town: Text | None
    country: str | None

    @property
    def is_somewhere(self) -> bool:
        """More than a country."""
        return bool(self.street or self.postal_code or self.town)


def postal_address(member: Member) -> PostalAddress | None:
    """The postal code is that of the town unless the member has one of its own."""
    if member.town is None and member.address is None:
        return None
    own, town = member.address or Address(), member.town
    return PostalAddress(
        street=own.street,
        postal_code=own.postal_code or (town.postal_code if town else None),
        town=town.name if town else None,
        country=own.country,
    )


def phone_uri(phone: str) -> str:
    """RFC 3966; a number without country is left national: the caller's phone knows better.

    The zero of « +32 (0)2 345 » is for those who leave out the country.
    """
    dialled = phone.replace(TRUNK_PREFIX, "") if phone.startswith(INTERNATIONAL) else phone
    return f"tel:{UNDIALLED.sub('', dialled)}"
