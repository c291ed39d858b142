"""Front matter of content/comptes-rendus: minutes (DESIGN section 3)."""

from ..fields import Day, Name, Reference
from .front_matter import CommonShape


class MinutesShape(CommonShape):
    """Without `date`, the name of the file begins with it."""

    title: Name | None = None
    commission: Reference
    date: Day | None = None
