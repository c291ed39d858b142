"""News: the list page by page, articles, topics, the Atom feed."""

from pelican import Pelican, signals

from ..host import registration
from .section import News


def register() -> None:
    registration.register()
    signals.get_generators.connect(generators)


def generators(pelican: Pelican) -> type[News]:
    return News
