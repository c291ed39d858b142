"""The directory: all members, each member, members by skill, town and type."""

from pelican import Pelican, signals

from ..host import plugin
from .section import Directory


def register() -> None:
    plugin.register()
    signals.get_generators.connect(generators)


def generators(pelican: Pelican) -> type[Directory]:
    return Directory
