"""The agenda: what is coming, month by month, announced events, their calendars."""

from ..host.plugin import registering
from .section import AgendaSection

register = registering(AgendaSection)
