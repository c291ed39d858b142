"""Commissions: the list, each commission with its heads, members and meetings, its calendar."""

from pelican import Pelican, signals

from ..host import registration
from .section import Commissions


def register() -> None:
    registration.register()
    signals.get_generators.connect(generators)


def generators(pelican: Pelican) -> type[Commissions]:
    return Commissions
