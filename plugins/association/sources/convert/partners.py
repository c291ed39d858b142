"""Partners and benefits of members.yaml."""

from ...domain.member import Benefit, Partner
from ...domain.slugs import Slug
from ..desk import Desk
from ..reading import Reading
from ..shapes.members import BenefitShape, MembersFile, PartnerShape
from ..spots import Spot
from .prose import follow_later, prose, read_later


def partners(reading: Reading[MembersFile], desk: Desk) -> dict[Slug, Partner]:
    return {shape.id: partner(shape, spot, desk) for shape, spot in reading.entries("partners")}


def partner(shape: PartnerShape, spot: Spot, desk: Desk) -> Partner:
    read_later(shape.description, spot / "description", desk)
    follow_later(shape.website, spot / "website", desk)
    return Partner(shape.id, shape.name, shape.country, shape.website, shape.email, prose(shape.description))


def benefits(reading: Reading[MembersFile], desk: Desk) -> tuple[Benefit, ...]:
    return tuple(benefit(shape, spot, desk) for shape, spot in reading.entries("benefits"))


def benefit(shape: BenefitShape, spot: Spot, desk: Desk) -> Benefit:
    read_later(shape.description, spot / "description", desk)
    return Benefit(shape.name, prose(shape.description), shape.status, shape.members_needed)
