"""Front matter of content/annonces: offers (DESIGN section 3)."""

from typing import Literal

from ..fields import Apply, Day, Reference
from .front_matter import CommonShape

KindName = Literal["internship", "apprenticeship", "job", "tender", "skill-exchange", "request"]


class OfferShape(CommonShape):
    kind: KindName
    member: Reference | None = None
    town: Reference | None = None
    skills: tuple[Reference, ...] = ()
    date: Day | None = None
    expires: Day
    offer_status: Literal["open", "filled", "withdrawn"] = "open"
    apply: Apply | None = None
