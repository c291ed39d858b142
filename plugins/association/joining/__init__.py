"""How to join: kinds of membership and what it brings."""

from pelican import Pelican, signals

from ..host import registration
from .section import Joining


def register() -> None:
    registration.register()
    signals.get_generators.connect(generators)


def generators(pelican: Pelican) -> type[Joining]:
    return Joining
