"""Open data: members, commissions and dates as JSON."""

from pelican import Pelican, signals

from ..host import registration
from .section import OpenData


def register() -> None:
    registration.register()
    signals.get_generators.connect(generators)


def generators(pelican: Pelican) -> type[OpenData]:
    return OpenData
