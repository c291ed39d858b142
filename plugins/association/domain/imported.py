"""Dates of somebody else's calendar, which the agenda shows beside its own."""

from dataclasses import dataclass
from datetime import UTC, date, datetime


@dataclass(frozen=True, slots=True)
class ImportedDate:
    """One date of an event of that calendar; all texts are plain lines.

    uid: whole, as it stands there.
    start, end: aware moments in the time of the site; dates when all day, `end` then included.
    slot: of an event that comes back, when its rule places this date.
    link, online: https addresses, of the event and of where to connect.
    """

    uid: str
    title: str
    start: date | datetime
    end: date | datetime
    slot: date | datetime | None = None
    is_cancelled: bool = False
    place: str | None = None
    online: str | None = None
    link: str | None = None

    @property
    def own_uid(self) -> str:
        """Of this date alone: readers lose a RECURRENCE-ID whose rule they are not told (sabre/vobject)."""
        if self.slot is None:
            return self.uid
        is_day = not isinstance(self.slot, datetime)
        stamp = f"{self.slot:%Y%m%d}" if is_day else f"{self.slot.astimezone(UTC):%Y%m%dT%H%M%SZ}"
        name, at, domain = self.uid.rpartition("@")
        return f"{name}.{stamp}@{domain}" if at else f"{self.uid}.{stamp}"


@dataclass(frozen=True, slots=True)
class ImportedCalendar:
    """`name`: whose it is, which every date is shown with; `source`: its path below content."""

    name: str
    dates: tuple[ImportedDate, ...] = ()
    source: str = ""
