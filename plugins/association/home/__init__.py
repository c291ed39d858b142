"""The home page: what the association is and what is next."""

from pelican import Pelican, signals

from ..host import registration
from .section import Home


def register() -> None:
    registration.register()
    signals.get_generators.connect(generators)


def generators(pelican: Pelican) -> type[Home]:
    return Home
