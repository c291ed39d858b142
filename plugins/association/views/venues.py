"""Where events take place, on the map of the territory."""

from collections.abc import Iterable
from dataclasses import dataclass, field

from ..domain.agenda import Entry
from ..domain.association import Association
from ..domain.event import Status
from ..domain.nearness import kilometres
from ..domain.places import Position, Town, Venue
from ..drawings.territory import Place, territory
from .maps import Map, inhabited_towns, lines
from .voice import Voice

MARKED, OTHER = 9, 1
"""What decides of the room around a spot: in a drawing of members, how many they are."""
BEYOND = 0.5
"""How far from the nearest town a venue may be, in parts of the way across them all."""


@dataclass(frozen=True, slots=True)
class VenueMap:
    """Attributes that need a word:

    id: of this drawing among those of one `VenueMaps`.
    names: of the venues that it marks, in order of their dates.
    """

    id: int
    map: Map
    names: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class VenueMaps:
    """Draws each set of venues once: many events share a room."""

    association: Association
    voice: Voice
    drawn: dict[tuple[Venue, ...], VenueMap | None] = field(default_factory=dict)

    def of(self, entries: Iterable[Entry]) -> VenueMap | None:
        """None where members have no map, and when nobody has to go anywhere on it."""
        going = (entry for entry in entries if entry.status in (Status.SCHEDULED, Status.POSTPONED))
        venues = tuple(dict.fromkeys(entry.venue for entry in going if entry.venue))
        if venues not in self.drawn:
            self.drawn[venues] = self.drawing(venues)
        return self.drawn[venues]

    def drawing(self, venues: tuple[Venue, ...]) -> VenueMap | None:
        towns = inhabited_towns(self.association)
        marked = {point: venue for venue in reversed(venues) if (point := on_map(venue, towns))}
        shown = tuple(venue for venue in venues if venue in marked.values())
        if len(towns) < 2 or not shown:
            return None
        marks = tuple(self.mark(number, venue, shown) for number, venue in enumerate(shown))
        drawing = territory((*marks, *self.others(towns, shown)), lines(self.association))
        if drawing is None:
            return None
        focus = frozenset(mark.id for mark in marks)
        return VenueMap(len(self.drawn), Map(drawing, {}, focus), tuple(map(self.full_name, shown)))

    def mark(self, number: int, venue: Venue, shown: tuple[Venue, ...]) -> Place:
        """Named after its town, as the others are; after itself where the town has several."""
        point, town = point_of(venue), venue.town
        is_alone = town and sum(other.town == town for other in shown) == 1
        name = self.voice.say(town.name if town and is_alone else venue.name)
        return Place(f"lieu {number:03}", name, point.lat, point.lon, MARKED)

    def others(self, towns: Iterable[Town], shown: tuple[Venue, ...]) -> Iterable[Place]:
        """The towns around; a venue stands for its own."""
        taken = {venue.town.id for venue in shown if venue.town}
        return (
            Place(town.id, self.voice.say(town.name), town.position.lat, town.position.lon, OTHER)
            for town in towns
            if town.id not in taken
        )

    def full_name(self, venue: Venue) -> str:
        name, town = self.voice.say(venue.name), self.voice.say(venue.town.name) if venue.town else ""
        return f"{name}, {town}" if town and town not in name else name


def point_of(venue: Venue) -> Position | None:
    """Its own position, else that of its town."""
    return venue.position or (venue.town.position if venue.town else None)


def on_map(venue: Venue, towns: tuple[Town, ...]) -> Position | None:
    """Where it is, unless that is so far away that the territory would shrink to a speck."""
    point, known = point_of(venue), [town.position for town in towns if town.position]
    if point is None or not known:
        return None
    nearest = min(kilometres(point, position) for position in known)
    return point if nearest <= BEYOND * across(known) else None


def across(points: list[Position]) -> float:
    """Kilometres from corner to corner."""
    lats, lons = [point.lat for point in points], [point.lon for point in points]
    return kilometres(Position(min(lats), min(lons)), Position(max(lats), max(lons)))
