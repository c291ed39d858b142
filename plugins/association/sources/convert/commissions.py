"""Commissions: who leads them, who takes part, when they meet."""

from ...domain.association import by_name
from ...domain.commission import Commission
from ..desk import Desk
from ..reading import Reading
from ..shapes.commissions import CommissionsFile, CommissionShape
from ..spots import Spot
from .chairs import awaits_head, mandates
from .meetings import meetings
from .prose import follow_later, prose, read_later
from .registers import Registers


def commissions(
    reading: Reading[CommissionsFile], registers: Registers, desk: Desk
) -> tuple[Commission, ...]:
    return tuple(commission(shape, spot, registers, desk) for shape, spot in reading.entries("commissions"))


def commission(shape: CommissionShape, spot: Spot, registers: Registers, desk: Desk) -> Commission:
    read_later(shape.description, spot / "description", desk)
    follow_later(shape.charter, spot / "charter", desk)
    follow_later(shape.contact and shape.contact.url, spot / "contact" / "url", desk)
    return Commission(
        id=shape.id,
        name=shape.name,
        kind=shape.kind,
        mission=shape.mission,
        description=prose(shape.description),
        chairs=mandates(shape.chairs, spot / "chairs", registers.roster, desk),
        members=by_name(registers.roster.named(shape.members, spot / "members", desk)),
        partners=registers.partners_named(shape.partners, spot / "partners", desk),
        email=shape.contact.email if shape.contact else None,
        url=shape.contact.url if shape.contact else None,
        charter=shape.charter,
        meetings=meetings(shape.id, shape.meetings, spot / "meetings", registers.venues, desk),
        expects_minutes=shape.minutes == "expected",
        awaits_head=awaits_head(shape.chairs, registers.roster, desk.site.today),
    )
