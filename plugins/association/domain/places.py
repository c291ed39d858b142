"""Towns, addresses, the rooms where an association meets, the borders and waters of its territory."""

from dataclasses import dataclass

from .text import Slug, Text

Line = tuple[tuple[float, float], ...]
"""Positions as (lat, lon), in WGS 84 degrees."""


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
    region: Text | None = None


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


@dataclass(frozen=True, slots=True)
class Outline:
    """polygons: each a border and its holes, which end where they begin; waters: lines."""

    polygons: tuple[tuple[Line, ...], ...] = ()
    waters: tuple[Line, ...] = ()

    @property
    def span(self) -> tuple[float, float, float, float]:
        """South, west, north and east of all there is."""
        borders = (line for rings in self.polygons for line in rings)
        lats, lons = zip(*(point for line in (*borders, *self.waters) for point in line), strict=True)
        return min(lats), min(lons), max(lats), max(lons)
