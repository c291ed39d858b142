"""What one calendar says about itself, and the two ways it writes a moment."""

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import UTC, date, datetime
from zoneinfo import ZoneInfo

from ..domain.history import History, Past
from ..domain.text import Language
from .addresses import Address
from .blocks import Block

Shelf = dict[tuple[str, str], tuple[Block, ...]]


@dataclass(frozen=True, slots=True)
class CalendarFeed:
    """Attributes that need a word:

    url: the page people read; source_url: where this very file is published.
    uid_domain: what follows the @ in UIDs; it must never change, even when the site moves.
    stamp: the moment of the build.
    zone: the zone of moments that have none with a name of their own.
    history: how often what is told has changed.
    shelf: what the calendars of one build have in common; nothing, unless they are given the same one.
    """

    name: str
    description: str
    url: Address
    source_url: Address
    language: Language
    uid_domain: str
    stamp: datetime
    zone: ZoneInfo
    history: History = field(default_factory=History)
    shelf: Shelf = field(default_factory=dict, compare=False, repr=False)

    def once(self, name: tuple[str, str], made: Callable[[], tuple[Block, ...]]) -> tuple[Block, ...]:
        """What is on the shelf under that name, put there first if need be."""
        if name not in self.shelf:
            self.shelf[name] = made()
        return self.shelf[name]

    def uid(self, entry: str) -> str:
        return f"{entry}@{self.uid_domain}"

    def utc_stamp(self) -> datetime:
        """RFC 5545 section 3.8.7.2: DTSTAMP is in UTC, in whole seconds."""
        return self.stamp.astimezone(UTC).replace(microsecond=0)

    def stamp_of(self, past: Past) -> datetime:
        """When it last changed, if anybody knows; no later than now, whatever a clock said at the time."""
        if past.last is None or past.last > self.stamp:
            return self.utc_stamp()
        return past.last.astimezone(UTC).replace(microsecond=0)

    def zoned(self, moment: date | datetime) -> date | datetime:
        """`moment` in a zone that has a TZID; in UTC in the hour that the clocks show a second time.

        Local time means the first of the two hours (RFC 5545 section 3.3.5).
        """
        if not isinstance(moment, datetime):
            return moment
        local = moment if isinstance(moment.tzinfo, ZoneInfo) else moment.astimezone(self.zone)
        return local.astimezone(UTC) if local.fold else local
