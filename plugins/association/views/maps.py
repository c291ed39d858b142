"""The territory as a drawing: where members are, and where events take place, on the map or beyond it."""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from itertools import combinations

from ..domain.agenda import Entry
from ..domain.association import Association
from ..domain.directory import kilometres, visited
from ..domain.events import Status
from ..domain.members import Member
from ..domain.places import Outline, Position, Town, Venue
from ..drawings.map import MapDot, MapPlace, Territory, territory
from ..drawings.map_outline import NO_OUTLINE, MapOutline
from ..host.address_settings import Tiles
from .facets import whole_kilometres
from .localizer import Localizer

MARKED, OTHER = 9, 1
"""What decides of the room around a spot: in a drawing of members, how many they are."""
BEYOND = 0.5
"""How far from the nearest town a venue may be, in parts of the way across them all."""
ROOM = 0.1
"""Of the way across a map that goes beyond the territory: how far apart its towns are, lest they blot it."""
Rooms = Mapping[Position, tuple[Venue, ...]]
"""The venues at each point, in order of their dates."""
Towns = tuple[Town, ...]


def coming(members: Iterable[Member]) -> Counter[str]:
    """Who serves a town without being there."""
    return Counter(town for member in members for town in visited(member))


@dataclass(frozen=True, slots=True)
class Map:
    """Attributes that need a word:

    drawing: land and spots.
    urls: where each spot leads.
    focus: the spots a page is about; the others are there to find them by.
    members, towns: of those it shows; total: of all members, on the map or not.
    coming: how many members come to each town from elsewhere.
    tiles: what the interactive map is made of, where the association wants one; on_tiles: the towns on it.
    """

    drawing: Territory
    urls: Mapping[str, str | None]
    focus: frozenset[str] = frozenset()
    members: int = 0
    towns: int = 0
    total: int = 0
    coming: Mapping[str, int] = field(default_factory=dict)
    tiles: Tiles | None = None
    on_tiles: tuple[MapPlace, ...] = ()

    def is_dim(self, spot: MapDot) -> bool:
        return bool(self.focus) and spot.id not in self.focus

    def focused(self, town: Town | None) -> "Map | None":
        """The same map with one town brought out; None when the map does not show it."""
        return replace(self, focus=frozenset({town.id})) if town and town.id in self.urls else None


@dataclass(frozen=True, slots=True)
class MembersMap:
    """The towns where members are, to be drawn when a page shows them.

    towns: those that have a position, and somebody. counts: members by town. coming: as in Map.
    """

    towns: tuple[Town, ...]
    counts: Mapping[str, int]
    coming: Mapping[str, int]
    total: int
    outline: Outline | None
    localizer: Localizer
    tiles: Tiles | None = None
    drawn: list[Map | None] = field(default_factory=list, compare=False, repr=False)

    def whole(self) -> Map | None:
        """None when fewer than two towns have a position. It takes some hundredths of a second, once."""
        if not self.drawn:
            self.drawn.append(self.drawing())
        return self.drawn[0]

    def focused(self, town: Town | None) -> Map | None:
        whole = self.whole()
        return whole.focused(town) if whole else None

    def drawing(self) -> Map | None:
        shown = places(self.towns, self.counts, self.localizer)
        drawing = territory(shown, lines(self.outline)) if len(self.towns) > 1 else None
        if drawing is None:
            return None
        return Map(
            drawing,
            {town.id: self.localizer.urls.url("TOWN", id=town.id) for town in self.towns},
            members=sum(self.counts[town.id] for town in self.towns),
            towns=len(self.towns),
            total=self.total,
            coming=self.coming,
            tiles=self.tiles,
            on_tiles=shown,
        )


def members_map(association: Association, localizer: Localizer, tiles: Tiles | None = None) -> MembersMap:
    return MembersMap(
        towns=() if association.names_few else inhabited_towns(association),
        counts=dict(Counter(member.town.id for member in association.members if member.town)),
        coming=coming(association.members),
        total=association.member_count,
        outline=association.outline,
        localizer=localizer,
        tiles=tiles,
    )


def inhabited_towns(association: Association) -> tuple[Town, ...]:
    """Those that have a position, and somebody; in the order of the vocabulary."""
    inhabited = {member.town.id for member in association.members if member.town}
    return tuple(town for town in association.towns if town.id in inhabited and town.position)


def lines(given: Outline | None) -> MapOutline:
    """What the association gave to draw: its borders, its rivers."""
    return MapOutline(given.polygons, given.waters) if given else NO_OUTLINE


def places(towns: Iterable[Town], counts: Mapping[str, int], localizer: Localizer) -> tuple[MapPlace, ...]:
    return tuple(
        MapPlace(town.id, localizer.say(town.name), town.position.lat, town.position.lon, counts[town.id])
        for town in towns
        if town.position
    )


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
    """Draws each set of venues once: many events share a room.

    towns: where somebody is, on the map of the members; outline: of the territory.
    """

    towns: Towns
    outline: Outline | None
    localizer: Localizer
    drawn: dict[tuple[Venue, ...], VenueMap | None] = field(default_factory=dict, compare=False, repr=False)

    def of(self, entries: Iterable[Entry]) -> VenueMap | None:
        """None when nobody has to go anywhere, or to one place alone that is on no map of the members."""
        going = (entry for entry in entries if entry.status in (Status.SCHEDULED, Status.POSTPONED))
        venues = tuple(dict.fromkeys(entry.venue for entry in going if entry.venue))
        if venues not in self.drawn:
            self.drawn[venues] = self.drawing(venues)
        return self.drawn[venues]

    def drawing(self, venues: tuple[Venue, ...]) -> VenueMap | None:
        """Of every venue that has a position: where one is far away, the map goes as far."""
        rooms, towns = rooms_of(venues), self.towns
        is_within = len(towns) > 1 and all(is_near(point, towns) for point in rooms)
        if not rooms or not (is_within or len(rooms) > 1):
            return None
        marks = tuple(self.marks(rooms))
        shown = towns if is_within else tuple(spread(towns, rooms))
        outline = lines(self.outline) if is_within else NO_OUTLINE
        drawing = territory((*marks, *self.others(shown, venues)), outline)
        names = tuple(self.full_name(venue) for venue in venues if point_of(venue))
        focus = frozenset(mark.id for mark in marks)
        reach = None if is_within else whole_kilometres(farthest(rooms))
        return VenueMap(len(self.drawn), Map(drawing, {}, focus), names, reach) if drawing else None

    def marks(self, rooms: Rooms) -> Iterator[MapPlace]:
        """Named after their towns, as the others are; after themselves where a town has several."""
        for number, (point, venues) in enumerate(rooms.items()):
            yield MapPlace(f"lieu {number:03}", self.mark_name(venues, rooms), point.lat, point.lon, MARKED)

    def mark_name(self, venues: tuple[Venue, ...], rooms: Rooms) -> str:
        town = venues[0].town
        points = sum(any(venue.town == town for venue in others) for others in rooms.values())
        if town and points == 1 and all(venue.town == town for venue in venues):
            return self.localizer.say(town.name)
        return ", ".join(dict.fromkeys(self.localizer.say(venue.name) for venue in venues))

    def others(self, towns: Towns, venues: tuple[Venue, ...]) -> Iterator[MapPlace]:
        """The towns around; a venue stands for its own."""
        taken = {venue.town.id for venue in venues if venue.town and point_of(venue)}
        return (
            MapPlace(town.id, self.localizer.say(town.name), town.position.lat, town.position.lon, OTHER)
            for town in towns
            if town.position and town.id not in taken
        )

    def full_name(self, venue: Venue) -> str:
        name, town = self.localizer.say(venue.name), self.localizer.say(venue.town.name) if venue.town else ""
        return f"{name}, {town}" if town and town not in name else name


def venue_maps(association: Association, localizer: Localizer) -> VenueMaps:
    return VenueMaps(inhabited_towns(association), association.outline, localizer)


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
