"""The agenda: what is coming, month by month, announced events, their calendars."""

from pelican import Pelican, signals

from ..host import registration
from .section import AgendaSection


def register() -> None:
    registration.register()
    signals.get_generators.connect(generators)


def generators(pelican: Pelican) -> type[AgendaSection]:
    return AgendaSection
