"""The borders and the watercourses of a territory."""

from dataclasses import dataclass

Line = tuple[tuple[float, float], ...]
"""Positions as (lat, lon), in WGS 84 degrees."""


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
