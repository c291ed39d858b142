"""The territory as a drawing: where members are."""

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace

from ..domain.association import Association
from ..domain.groups import visited
from ..domain.member import Member
from ..domain.places import Town
from ..drawings.outline import NO_OUTLINE, Outline
from ..drawings.territory import Place, Spot, Territory, territory
from ..host.tiles import Tiles
from .voice import Voice


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
    on_tiles: tuple[Place, ...] = ()

    def is_dim(self, spot: Spot) -> bool:
        return bool(self.focus) and spot.id not in self.focus

    def focused(self, town: Town | None) -> "Map | None":
        """The same map with one town brought out; None when the map does not show it."""
        return replace(self, focus=frozenset({town.id})) if town and town.id in self.urls else None


def members_map(association: Association, voice: Voice, tiles: Tiles | None = None) -> Map | None:
    """The towns where members are; None when fewer than two have a position.

    Drawing it takes some hundredths of a second: draw once, then `focused`.
    """
    counts = Counter(member.town.id for member in association.members if member.town)
    towns = inhabited_towns(association)
    shown = places(towns, counts, voice)
    drawing = territory(shown, lines(association)) if len(towns) > 1 else None
    if drawing is None:
        return None
    urls = {town.id: voice.urls.url("TOWN", id=town.id) for town in towns}
    return Map(
        drawing,
        urls,
        members=sum(counts[town.id] for town in towns),
        towns=len(towns),
        total=association.member_count,
        coming=coming(association.members),
        tiles=tiles,
        on_tiles=shown,
    )


def coming(members: Iterable[Member]) -> Counter[str]:
    """Who serves a town without being there."""
    return Counter(town for member in members for town in visited(member))


def inhabited_towns(association: Association) -> tuple[Town, ...]:
    """Those that have a position, and somebody; in the order of the vocabulary."""
    inhabited = {member.town.id for member in association.members if member.town}
    return tuple(town for town in association.towns if town.id in inhabited and town.position)


def lines(association: Association) -> Outline:
    """What the association gave to draw: its borders, its rivers."""
    given = association.outline
    return Outline(given.polygons, given.waters) if given else NO_OUTLINE


def places(towns: Iterable[Town], counts: Mapping[str, int], voice: Voice) -> tuple[Place, ...]:
    return tuple(
        Place(town.id, voice.say(town.name), town.position.lat, town.position.lon, counts[town.id])
        for town in towns
        if town.position
    )
