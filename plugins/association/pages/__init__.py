"""Lasting pages written in content/pages."""

from pelican import Pelican, signals

from ..host import registration
from .section import Pages


def register() -> None:
    registration.register()
    signals.get_generators.connect(generators)


def generators(pelican: Pelican) -> type[Pages]:
    return Pages
