"""members.yaml: types, skills, towns, members, partners, benefits (DESIGN section 3).

The ASSOCIATION dict of pelicanconf.py (DESIGN section 3).
"""

from typing import Literal

from pydantic import Field

from ..fields import (
    Amount,
    Colour,
    ConsentField,
    CountryCode,
    Day,
    Email,
    Id,
    ImagePath,
    LanguageCode,
    Latitude,
    Line,
    Longitude,
    MarkdownField,
    Name,
    Number,
    Phone,
    PostalCode,
    Reference,
    Summary,
    TextField,
    WebUrl,
    YesNo,
)
from .base import Shape

KindName = Literal["organisation", "person", "school", "public"]


class TypeShape(Shape):
    id: Id
    name: Name
    plural: Name | None = None
    description: MarkdownField | None = None
    parent: Reference | None = None
    accepts: tuple[KindName, ...] = ()
    voting: YesNo | None = None
    fee: Amount | None = None
    join_url: WebUrl | None = None
    admission: Literal["open", "invitation"] | None = None
    charter_required: YesNo = False
    target: Number | None = None


class SkillShape(Shape):
    id: Id
    name: Name
    plural: Name | None = None
    description: MarkdownField | None = None
    synonyms: tuple[Line, ...] = ()


class TownShape(Shape):
    id: Id
    name: Name
    postal_code: PostalCode | None = None
    lat: Latitude | None = None
    lon: Longitude | None = None


class AddressShape(Shape):
    street: Line | None = None
    postal_code: PostalCode | None = None
    country: CountryCode | None = None


class PersonShape(Shape):
    name: Line
    role: Name | None = None
    email: Email | None = None
    phone: Phone | None = None
    photo: ImagePath | None = None
    consent: ConsentField | None = None


class MemberShape(Shape):
    id: Id
    name: Line
    kind: KindName = "organisation"
    type: Reference | None = None
    summary: Summary | None = None
    description: MarkdownField | None = None
    skills: tuple[Reference, ...] = ()
    town: Reference | None = None
    address: AddressShape | None = None
    serves: tuple[Reference, ...] = ()
    website: WebUrl | None = None
    email: Email | None = None
    phone: Phone | None = None
    social: dict[Line, WebUrl] = Field(default_factory=dict)
    logo: ImagePath | None = None
    people: tuple[PersonShape, ...] = ()
    interns: YesNo = False
    languages: tuple[LanguageCode, ...] = ()
    partnerships: tuple[Line, ...] = ()
    labels: tuple[Line, ...] = ()
    joined: Day | None = None
    left: Day | None = None
    charter_signed: Day | None = None
    sponsors: tuple[Reference, ...] = ()
    consent: ConsentField | None = None
    last_verified: Day | None = None
    listed: YesNo = True


class PartnerShape(Shape):
    id: Id
    name: Line
    country: CountryCode | None = None
    website: WebUrl | None = None
    email: Email | None = None
    description: MarkdownField | None = None


class BenefitShape(Shape):
    name: Name
    description: MarkdownField | None = None
    status: Literal["available", "negotiating", "project"] = "available"
    members_needed: Number | None = None


class MembersFile(Shape):
    """A vocabulary left out (None) accepts free words; an empty one accepts none."""

    types: tuple[TypeShape, ...] | None = None
    skills: tuple[SkillShape, ...] | None = None
    towns: tuple[TownShape, ...] | None = None
    members: tuple[MemberShape, ...] = ()
    partners: tuple[PartnerShape, ...] = ()
    benefits: tuple[BenefitShape, ...] = ()


class IdentityShape(Shape):
    name: Line
    legal_form: Name | None = None
    tagline: TextField | None = None
    territory: Name | None = None
    founded: Line | None = None
    registration: Line | None = None
    email: Email | None = None
    phone: Phone | None = None
    address: Line | None = None
    logo: ImagePath | None = None
    accent: Colour | None = None
    social: dict[Line, WebUrl] = Field(default_factory=dict)
    repository: WebUrl | None = None
    notice: TextField | None = None
