"""The territory as a drawing: where members are."""

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace

from ..domain.association import Association
from ..domain.places import Town
from ..drawings.territory import Place, Spot, Territory, territory
from .voice import Voice


@dataclass(frozen=True, slots=True)
class Map:
    """drawing: land and spots; urls: where each spot leads; focus: the spot shown alone on a page."""

    drawing: Territory
    urls: Mapping[str, str | None]
    focus: str | None = None
    members: int = 0
    towns: int = 0

    def is_dim(self, spot: Spot) -> bool:
        return self.focus is not None and spot.id != self.focus

    def focused(self, town: Town | None) -> "Map | None":
        """The same map with one town brought out; None when the map does not show it."""
        return replace(self, focus=town.id) if town and town.id in self.urls else None


def members_map(association: Association, voice: Voice) -> Map | None:
    """The towns where members are; None when fewer than two have a position.

    Drawing it takes some hundredths of a second: draw once, then `focused`.
    """
    counts = Counter(member.town.id for member in association.members if member.town)
    towns = [town for town in association.towns if counts[town.id] and town.position]
    drawing = territory(places(towns, counts, voice)) if len(towns) > 1 else None
    if drawing is None:
        return None
    urls = {town.id: voice.urls.url("TOWN", id=town.id) for town in towns}
    return Map(drawing, urls, None, sum(counts[town.id] for town in towns), len(towns))


def places(towns: Iterable[Town], counts: Mapping[str, int], voice: Voice) -> tuple[Place, ...]:
    return tuple(
        Place(town.id, voice.say(town.name), town.position.lat, town.position.lon, counts[town.id])
        for town in towns
        if town.position
    )
