"""Members of the association as the public may see them, and the words that describe them."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from .places import Address, Town
from .slugs import Slug
from .text import Text


class Kind(StrEnum):
    ORGANISATION = "organisation"
    PERSON = "person"
    SCHOOL = "school"
    PUBLIC = "public"


@dataclass(frozen=True, slots=True)
class MembershipType:
    id: Slug
    name: Text
    plural: Text | None = None
    description: Text | None = None
    parent: Slug | None = None
    accepts: tuple[Kind, ...] = ()
    voting: bool | None = None
    fee: str | None = None
    join_url: str | None = None
    admission: str | None = None
    charter_required: bool = False
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
class Member:
    """Attributes that need a word:

    logo: path below content/images.
    sponsors: ids of published members.
    line: where the entry begins in members.yaml, for "correct this page" links.
    """

    id: Slug
    name: str
    kind: Kind = Kind.ORGANISATION
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
    line: int = 1


@dataclass(frozen=True, slots=True)
class Partner:
    id: Slug
    name: str
    country: str | None = None
    website: str | None = None
    email: str | None = None
    description: Text | None = None


@dataclass(frozen=True, slots=True)
class Benefit:
    """What membership brings, now or once there are `members_needed` members."""

    name: Text
    description: Text | None = None
    status: str = "available"
    members_needed: int | None = None
