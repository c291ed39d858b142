"""The persons a member names: each reduced to what they consented to, or left out."""

from ...domain.member import Person
from ..desk import Desk
from ..pictures import logo_path
from ..shapes.members import MemberShape, PersonShape
from ..spots import Spot
from .consent import consented, counting, may_be_named


def people(shape: MemberShape, spot: Spot, desk: Desk) -> tuple[Person | None, ...]:
    """In the order of the file, None for those without consent, or before its day."""
    return tuple(person(one, spot / "people" / index, desk) for index, one in enumerate(shape.people))


def person(shape: PersonShape, spot: Spot, desk: Desk) -> Person | None:
    photo = logo_path(shape.photo, spot / "photo", desk)
    everything = Person(shape.name, shape.role, shape.email, shape.phone, photo)
    consent = counting(shape.consent, desk.site.today)
    if consent is None or not may_be_named(consent, desk.site.today):
        return None
    return consented(everything, consent)
