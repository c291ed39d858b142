"""Offers: the open ones as a list and by kind, a page each, the Atom feed."""

from pelican import Pelican, signals

from ..host import registration
from .section import Offers


def register() -> None:
    registration.register()
    signals.get_generators.connect(generators)


def generators(pelican: Pelican) -> type[Offers]:
    return Offers
