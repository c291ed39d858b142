"""Where events take place, on the map of the territory, or beyond it."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from itertools import combinations

from ..domain.agenda import Entry
from ..domain.association import Association
from ..domain.event import Status
from ..domain.nearness import kilometres
from ..domain.places import Position, Town, Venue
from ..drawings.outline import NO_OUTLINE
from ..drawings.territory import Place, territory
from .facets import whole_kilometres
from .maps import Map, inhabited_towns, lines
from .voice import Voice

MARKED, OTHER = 9, 1
"""What decides of the room around a spot: in a drawing of members, how many they are."""
BEYOND = 0.5
"""How far from the nearest town a venue may be, in parts of the way across them all."""
ROOM = 0.1
"""Of the way across a map that goes beyond the territory: how far apart its towns are, lest they blot it."""

Rooms = Mapping[Position, tuple[Venue, ...]]
"""The venues at each point, in order of their dates."""
Towns = tuple[Town, ...]


@dataclass(frozen=True, slots=True)
class VenueMap:
    """Attributes that need a word:

    id: of this drawing among those of one `VenueMaps`.
    names: of the venues that it marks, in order of their dates.
    reach: whole kilometres between the two farthest, on a map that goes beyond the territory.
    """

    id: int
    map: Map
    names: tuple[str, ...]
    reach: int | None = None


@dataclass(frozen=True, slots=True)
class VenueMaps:
    """Draws each set of venues once: many events share a room."""

    association: Association
    voice: Voice
    drawn: dict[tuple[Venue, ...], VenueMap | None] = field(default_factory=dict)

    def of(self, entries: Iterable[Entry]) -> VenueMap | None:
        """None when nobody has to go anywhere, or to one place alone that is on no map of the members."""
        going = (entry for entry in entries if entry.status in (Status.SCHEDULED, Status.POSTPONED))
        venues = tuple(dict.fromkeys(entry.venue for entry in going if entry.venue))
        if venues not in self.drawn:
            self.drawn[venues] = self.drawing(venues)
        return self.drawn[venues]

    def drawing(self, venues: tuple[Venue, ...]) -> VenueMap | None:
        """Of every venue that has a position: where one is far away, the map goes as far."""
        rooms, towns = rooms_of(venues), inhabited_towns(self.association)
        is_within = len(towns) > 1 and all(is_near(point, towns) for point in rooms)
        if not rooms or not (is_within or len(rooms) > 1):
            return None
        marks = tuple(self.marks(rooms))
        shown = towns if is_within else tuple(spread(towns, rooms))
        outline = lines(self.association) if is_within else NO_OUTLINE
        drawing = territory((*marks, *self.others(shown, venues)), outline)
        names = tuple(self.full_name(venue) for venue in venues if point_of(venue))
        focus = frozenset(mark.id for mark in marks)
        reach = None if is_within else whole_kilometres(farthest(rooms))
        return drawing and VenueMap(len(self.drawn), Map(drawing, {}, focus), names, reach)

    def marks(self, rooms: Rooms) -> Iterator[Place]:
        """Named after their towns, as the others are; after themselves where a town has several."""
        for number, (point, venues) in enumerate(rooms.items()):
            yield Place(f"lieu {number:03}", self.mark_name(venues, rooms), point.lat, point.lon, MARKED)

    def mark_name(self, venues: tuple[Venue, ...], rooms: Rooms) -> str:
        town = venues[0].town
        points = sum(any(venue.town == town for venue in others) for others in rooms.values())
        if town and points == 1 and all(venue.town == town for venue in venues):
            return self.voice.say(town.name)
        return ", ".join(dict.fromkeys(self.voice.say(venue.name) for venue in venues))

    def others(self, towns: Towns, venues: tuple[Venue, ...]) -> Iterator[Place]:
        """The towns around; a venue stands for its own."""
        taken = {venue.town.id for venue in venues if venue.town and point_of(venue)}
        return (
            Place(town.id, self.voice.say(town.name), town.position.lat, town.position.lon, OTHER)
            for town in towns
            if town.position and town.id not in taken
        )

    def full_name(self, venue: Venue) -> str:
        name, town = self.voice.say(venue.name), self.voice.say(venue.town.name) if venue.town else ""
        return f"{name}, {town}" if town and town not in name else name


def rooms_of(venues: Iterable[Venue]) -> Rooms:
    found: dict[Position, tuple[Venue, ...]] = {}
    for venue in venues:
        if point := point_of(venue):
            found[point] = (*found.get(point, ()), venue)
    return found


def point_of(venue: Venue) -> Position | None:
    """Its own position, else that of its town."""
    return venue.position or (venue.town.position if venue.town else None)


def is_near(point: Position, towns: Towns) -> bool:
    """Not so far away that the territory would shrink to a speck."""
    known = tuple(town.position for town in towns if town.position)
    return min(kilometres(point, position) for position in known) <= BEYOND * across(known)


def spread(towns: Towns, rooms: Rooms) -> Iterator[Town]:
    """Those for which there is room on a map that goes beyond them: to find the places by."""
    apart, taken = ROOM * farthest(rooms), list(rooms)
    for town in towns:
        if town.position and all(kilometres(town.position, other) >= apart for other in taken):
            taken.append(town.position)
            yield town


def farthest(points: Iterable[Position]) -> float:
    """Kilometres between those two of them that are."""
    return max(kilometres(one, other) for one, other in combinations(points, 2))


def across(points: tuple[Position, ...]) -> float:
    """Kilometres from corner to corner."""
    lats, lons = [point.lat for point in points], [point.lon for point in points]
    return kilometres(Position(min(lats), min(lons)), Position(max(lats), max(lons)))
