"""Towns, addresses and the rooms where an association meets."""

from dataclasses import dataclass

from .slugs import Slug
from .text import Text


@dataclass(frozen=True, slots=True)
class Position:
    """WGS 84 degrees."""

    lat: float
    lon: float


@dataclass(frozen=True, slots=True)
class Town:
    id: Slug
    name: Text
    postal_code: str | None = None
    position: Position | None = None


@dataclass(frozen=True, slots=True)
class Address:
    street: str | None = None
    postal_code: str | None = None
    country: str | None = None


@dataclass(frozen=True, slots=True)
class Venue:
    """A room of the vocabulary, or (id is None) the free text of one event."""

    id: Slug | None
    name: Text
    address: str | None = None
    town: Town | None = None
    position: Position | None = None
    lent_by: Text | None = None
