"""What one calendar says about itself, and the two ways it writes a moment."""

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import UTC, date, datetime
from zoneinfo import ZoneInfo

from ..domain.text import Language
from .common import Address
from .components import Component, numbered
from .revisions import NOTHING_KNOWN, Revisions, revisions_of

ComponentCache = dict[tuple[str, str], tuple[Component, ...]]


@dataclass(frozen=True, slots=True)
class CalendarFeed:
    """Attributes that need a word:

    url: the page people read; source_url: where this very file is published.
    uid_domain: what follows the @ in UIDs; it must never change, even when the site moves.
    stamp: the moment of the build.
    zone: the zone of moments that have none with a name of their own.
    revisions: what subscribers were told last.
    component_cache: what the calendars of one build have in common; nothing, unless they are
        given the same one.
    """

    name: str
    description: str
    url: Address
    source_url: Address
    language: Language
    uid_domain: str
    stamp: datetime
    zone: ZoneInfo
    revisions: Revisions = NOTHING_KNOWN
    component_cache: ComponentCache = field(default_factory=dict, compare=False, repr=False)

    def once(self, name: tuple[str, str], made: Callable[[], tuple[Component, ...]]) -> tuple[Component, ...]:
        """What is on the component_cache under that name, numbered and put there first if need be."""
        if name not in self.component_cache:
            self.component_cache[name] = self._numbered(made())
        return self.component_cache[name]

    def _numbered(self, blocks: tuple[Component, ...]) -> tuple[Component, ...]:
        """All that share a UID have one revision: what replaces a date is never older than its rule."""
        own = revisions_of(blocks, self.revisions, self.utc_stamp())
        return tuple(numbered(each, own[each.uid]) for each in blocks)

    def uid(self, entry: str) -> str:
        return f"{entry}@{self.uid_domain}"

    def utc_stamp(self) -> datetime:
        """RFC 5545 section 3.8.7.2: DTSTAMP is in UTC, in whole seconds."""
        return self.stamp.astimezone(UTC).replace(microsecond=0)

    def zoned(self, moment: date | datetime) -> date | datetime:
        """`moment` in a zone that has a TZID; in UTC in the hour that the clocks show a second time.

        Local time means the first of the two hours (RFC 5545 section 3.3.5).
        """
        if not isinstance(moment, datetime):
            return moment
        local = moment if isinstance(moment.tzinfo, ZoneInfo) else moment.astimezone(self.zone)
        return local.astimezone(UTC) if local.fold else local
