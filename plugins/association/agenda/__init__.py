"""The agenda: what is coming, month by month, announced events, their calendars."""

from pelican import Pelican, signals

from ..host import plugin
from .section import AgendaSection


def register() -> None:
    plugin.register()
    signals.get_generators.connect(generators)


def generators(pelican: Pelican) -> type[AgendaSection]:
    return AgendaSection
