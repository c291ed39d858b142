"""What machines and lost visitors look for: sitemap, robots, headers, the 404 page."""

from pelican import Pelican, signals

from ..host import registration
from .section import Sitemap


def register() -> None:
    registration.register()
    signals.get_generators.connect(generators)


def generators(pelican: Pelican) -> type[Sitemap]:
    return Sitemap
