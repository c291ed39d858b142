"""Towns, positions, and the rooms where things happen."""

from collections.abc import Mapping
from dataclasses import dataclass

from ...domain.places import Position, Town, Venue
from ...domain.slugs import Slug, is_slug
from ...domain.text import Text, plain
from ...problems import sentence
from ..desk import Desk
from ..nearest import did_you_mean
from ..reading import Reading
from ..references import Known, check
from ..shapes.commissions import CommissionsFile, VenueShape
from ..shapes.members import TownShape
from ..spots import Spot
from .vocabulary import Vocabulary


def position(shape: TownShape | VenueShape, spot: Spot, desk: Desk) -> Position | None:
    """`lat` and `lon`, which mean nothing alone."""
    if shape.lat is not None and shape.lon is not None:
        return Position(shape.lat, shape.lon)
    for present, absent in (("lat", "lon"), ("lon", "lat")):
        if getattr(shape, present) is not None:
            desk.error(
                (spot / present).key_place,
                "missing-field",
                sentence('found no "{key}"', key=absent),
                sentence('a position needs both "lat" and "lon"'),
            )
    return None


@dataclass(frozen=True, slots=True)
class Venues:
    """The rooms one may name by id; any other text is a place of its own."""

    known: Known
    by_id: Mapping[Slug, Venue]

    def meant(self, written: Text | str | None, spot: Spot, desk: Desk) -> Venue | None:
        if written is None:
            return None
        words = str(written)
        if words in self.by_id:
            return self.by_id[words]
        if self._looks_like_an_id(words):
            check(words, self.known, spot.place, desk)
            return None
        return Venue(None, plain(written) if isinstance(written, str) else written)

    def _looks_like_an_id(self, words: str) -> bool:
        """A slug that is an id of the list, or nearly: a slip, not the name of a place."""
        is_near = words in self.known.broken or did_you_mean(words, self.known.ids) is not None
        return is_slug(words) and is_near


def venues(reading: Reading[CommissionsFile], towns: Vocabulary[Town], desk: Desk) -> Venues:
    rooms = {shape.id: venue(shape, spot, towns, desk) for shape, spot in reading.entries("venues")}
    return Venues(reading.known("venues"), rooms)


def venue(shape: VenueShape, spot: Spot, towns: Vocabulary[Town], desk: Desk) -> Venue:
    return Venue(
        id=shape.id,
        name=shape.name,
        address=shape.address,
        town=towns.meant(shape.town, spot / "town", desk) if shape.town else None,
        position=position(shape, spot, desk),
        lent_by=shape.lent_by,
    )
