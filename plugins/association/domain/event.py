"""Events announced in content/agenda: one date, or a series of dates told on one page."""

from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum

from .places import Venue
from .slugs import Slug
from .text import Language, Text
from .writing import Picture, Tag


class Status(StrEnum):
    """What became of a date; the values of `event_status`."""

    SCHEDULED = "scheduled"
    CANCELLED = "cancelled"
    POSTPONED = "postponed"
    MOVED_ONLINE = "moved-online"


@dataclass(frozen=True, slots=True)
class EventDate:
    """One date of an event.

    id: permanent within the event: part of the calendar UID of a series.
    start, end: aware moments; dates when all day, `end` then included.
    """

    id: Slug
    start: date | datetime
    end: date | datetime
    title: Text | None = None
    venue: Venue | None = None
    online: str | None = None
    registration: str | None = None
    status: Status = Status.SCHEDULED

    @property
    def is_all_day(self) -> bool:
        return not isinstance(self.start, datetime)


@dataclass(frozen=True, slots=True)
class Event:
    """An announcement; `dates` in order of time, never empty. `source` is its path below content."""

    slug: Slug
    title: Text
    dates: tuple[EventDate, ...]
    is_series: bool = False
    summary: Text | None = None
    body: str = ""
    language: Language = ""
    kind: Text | None = None
    price: Text | None = None
    audience: Text | None = None
    tags: tuple[Tag, ...] = ()
    picture: Picture | None = None
    commissions: tuple[Slug, ...] = ()
    organisers: tuple[Slug, ...] = ()
    source: str = ""
