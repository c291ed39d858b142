"""The directory: all members, each member, members by skill, town and type."""

from pelican import Pelican, signals

from ..host import registration
from .section import Directory


def register() -> None:
    registration.register()
    signals.get_generators.connect(generators)


def generators(pelican: Pelican) -> type[Directory]:
    return Directory
