"""Members of the association as the public may see them, and the words that describe them.

What a natural person agreed to show of themselves; how a member is reached by post and by telephone, whatever
page or file says so.
"""

import re
from collections.abc import Iterable
from dataclasses import dataclass, fields
from datetime import date
from enum import StrEnum
from typing import Protocol, TypeVar

from .places import Address, Town
from .text import Slug, Text

Day = date

INTERNATIONAL = ("+", "00")
TRUNK_PREFIX = "(0)"
UNDIALLED = re.compile(r"[^0-9]")
FEWEST, MOST = 7, 15
"""Digits of a number that can be dialled from anywhere (ITU-T E.164 section 6)."""
ZERO_BEFORE = {
    "33": "FR BL MF",
    "32": "BE",
    "31": "NL",
    "49": "DE",
    "41": "CH",
    "43": "AT",
    "44": "GB",
    "353": "IE",
    "262": "RE YT",
    "508": "PM",
    "590": "GP",
    "594": "GF",
    "596": "MQ",
    "212": "MA",
    "213": "DZ",
    "261": "MG",
}
"""Countries by their code, whose national numbers begin with a zero that is not dialled from abroad."""
NOTHING_BEFORE = {
    "352": "LU",
    "377": "MC",
    "376": "AD",
    "34": "ES",
    "351": "PT",
    "39": "IT",
    "45": "DK",
    "216": "TN",
    "221": "SN",
    "225": "CI",
    "226": "BF",
    "229": "BJ",
    "237": "CM",
    "687": "NC",
    "689": "PF",
}
"""Countries whose national numbers are dialled from abroad as they are."""
ZERO_CODES = {country: code for code, countries in ZERO_BEFORE.items() for country in countries.split()}
PLAIN_CODES = {country: code for code, countries in NOTHING_BEFORE.items() for country in countries.split()}


class MemberKind(StrEnum):
    ORGANISATION = "organisation"
    PERSON = "person"
    SCHOOL = "school"
    PUBLIC = "public"


@dataclass(frozen=True, slots=True)
class MembershipType:
    """With what it takes over from the wider kinds (membership.py).

    charter: a page of the site, or an address elsewhere.
    sponsors_required: as many members must recommend whoever joins.
    until: the last day on which somebody could join.
    """

    id: Slug
    name: Text
    plural: Text | None = None
    description: Text | None = None
    parent: Slug | None = None
    accepts: tuple[MemberKind, ...] = ()
    voting: bool | None = None
    fee: str | None = None
    join_url: str | None = None
    admission: str | None = None
    charter_required: bool | None = None
    charter: str | None = None
    sponsors_required: int | None = None
    until: date | None = None
    target: int | None = None


@dataclass(frozen=True, slots=True)
class Skill:
    """plural: what those who offer it are called: « Agences web »."""

    id: Slug
    name: Text
    description: Text | None = None
    synonyms: tuple[str, ...] = ()
    plural: Text | None = None


@dataclass(frozen=True, slots=True)
class Person:
    """Somebody a member names, reduced to the fields they consented to; the name is always one."""

    name: str
    role: Text | None = None
    email: str | None = None
    phone: str | None = None
    photo: str | None = None


@dataclass(frozen=True, slots=True)
class Officer(Person):
    """Somebody who acts for the association without belonging to a member: a director, an honorary president.

    Outside of their time they are known by their name, their role and its dates alone.
    """

    id: Slug = ""
    since: Day | None = None
    until: Day | None = None

    def is_current(self, on: Day) -> bool:
        return is_within(on, self.since, self.until)


class Term(Protocol):
    """Of somebody in a role; None where it has no beginning or no end."""

    @property
    def since(self) -> Day | None: ...
    @property
    def until(self) -> Day | None: ...


TermT = TypeVar("TermT", bound=Term)


def coming(terms: Iterable[TermT], on: Day) -> tuple[TermT, ...]:
    """Who takes office later, the first first."""
    later = (one for one in terms if one.since and one.since > on)
    return tuple(sorted(later, key=lambda one: one.since or on))


def former(terms: Iterable[TermT], on: Day) -> tuple[TermT, ...]:
    """Who held office, the latest first."""
    over = (one for one in terms if one.until and one.until < on)
    return tuple(sorted(over, key=lambda one: one.until or on, reverse=True))


def is_within(on: Day, since: Day | None, until: Day | None) -> bool:
    """Both days included; None where it has no beginning or no end."""
    return (since is None or since <= on) and (until is None or on <= until)


@dataclass(frozen=True, slots=True)
class Member:
    """Attributes that need a word:

    logo: path below content/images.
    sponsors: ids of published members.
    names: as in every language, where they are not the same: see `languages.in_language`.
    """

    id: Slug
    name: str
    kind: MemberKind = MemberKind.ORGANISATION
    type: MembershipType | None = None
    summary: Text | None = None
    description: Text | None = None
    skills: tuple[Skill, ...] = ()
    town: Town | None = None
    address: Address | None = None
    serves: tuple[Town, ...] = ()
    website: str | None = None
    email: str | None = None
    phone: str | None = None
    social: tuple[tuple[str, str], ...] = ()
    logo: str | None = None
    people: tuple[Person, ...] = ()
    interns: bool = False
    languages: tuple[str, ...] = ()
    partnerships: tuple[str, ...] = ()
    labels: tuple[str, ...] = ()
    joined: date | None = None
    charter_signed: date | None = None
    sponsors: tuple[Slug, ...] = ()
    last_verified: date | None = None
    names: Text | None = None


@dataclass(frozen=True, slots=True)
class Partner:
    """An association, an institution, a publisher… that it works with.

    names: as of a member.
    kind: a free word. country: ISO 3166 code. logo: path below content/images.
    contact: whom to ask for there, as far as they consented to be told.
    """

    id: Slug
    name: str
    country: str | None = None
    website: str | None = None
    email: str | None = None
    description: Text | None = None
    names: Text | None = None
    kind: Text | None = None
    phone: str | None = None
    logo: str | None = None
    contact: Person | None = None


def only_marked(partner: Partner) -> Partner:
    """For what says who it is, and no more."""
    return Partner(partner.id, partner.name, website=partner.website, logo=partner.logo)


@dataclass(frozen=True, slots=True)
class Benefit:
    """What membership brings, now or once there are `members_needed` members."""

    name: Text
    description: Text | None = None
    status: str = "available"
    members_needed: int | None = None


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


def country_of(member: Member, usual: str) -> str:
    """usual: of who says nothing of a country, that of the association."""
    return (member.address and member.address.country) or usual


def phone_uri(phone: str, country: str) -> str | None:
    """RFC 3966: a global number wherever it can be made one; None for what is no single number.

    country: where the number is dialled that says no country itself.
    The zero of « +32 (0)2 345 » is for those who leave out the country.
    """
    if phone.startswith(INTERNATIONAL):
        digits = UNDIALLED.sub("", phone.replace(TRUNK_PREFIX, ""))
        return global_uri(digits if phone.startswith("+") else digits.removeprefix("00"))
    digits = UNDIALLED.sub("", phone)
    code = ZERO_CODES.get(country) or PLAIN_CODES.get(country)
    if code is None or "+" in phone or not 0 < len(digits) <= MOST:
        return None
    if country in ZERO_CODES and not digits.startswith("0"):
        return f"tel:{digits};phone-context=+{code}"  # a short number: dialled in its country only
    return global_uri(code + (digits.removeprefix("0") if country in ZERO_CODES else digits))


def global_uri(digits: str) -> str | None:
    return f"tel:+{digits}" if FEWEST <= len(digits) <= MOST and digits[0] != "0" else None


@dataclass(frozen=True, slots=True)
class Consent:
    """Given on `date`, for every field (`fields` is None) or only for those named."""

    date: Day
    fields: frozenset[str] | None = None

    def counts(self, on: Day) -> bool:
        """Nobody has agreed before the day on which they do."""
        return self.date <= on

    def covers(self, field: str) -> bool:
        return self.fields is None or field in self.fields


NEEDED_TO_EXIST = frozenset({"id", "kind", "type", "name", "names"})
"""Somebody who does not consent to their name is not there at all; who does is there with these."""


def consent_fields() -> tuple[str, ...]:
    """What a natural person may agree to show: the fields of their own entry and of the member's.

    They are called what the keys of the file are called.
    """
    everything = (field.name for shown in (Officer, Member) for field in fields(shown))
    return ("name", *dict.fromkeys(name for name in everything if name not in NEEDED_TO_EXIST))
