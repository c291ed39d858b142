"""Events: those announced in content/agenda, with one date or several, and those of partners' calendars."""

from dataclasses import dataclass, field, replace
from datetime import UTC, date, datetime
from enum import StrEnum

from .articles import Picture, Tag
from .places import Venue
from .text import Language, Slug, Text, keep_key, plain


class Status(StrEnum):
    """What became of a date; the values of `event_status`."""

    SCHEDULED = "scheduled"
    CANCELLED = "cancelled"
    POSTPONED = "postponed"
    MOVED_ONLINE = "moved-online"


def zone_name(moment: date | datetime) -> str:
    """Of a moment; a day has none."""
    return str(moment.tzinfo) if isinstance(moment, datetime) else ""


@dataclass(frozen=True, slots=True)
class EventDate:
    """One date of an event.

    id: permanent within the event: part of the calendar UID of a series.
    start, end: aware moments; dates when all day, `end` then included.
    zone: of both, by which two dates differ that Python takes for equal: the same instants elsewhere.
    """

    id: Slug
    start: date | datetime
    end: date | datetime
    title: Text | None = None
    venue: Venue | None = None
    online: str | None = None
    registration: str | None = None
    status: Status = Status.SCHEDULED
    zone: str = field(init=False, repr=False)

    def __post_init__(self) -> None:
        object.__setattr__(self, "zone", zone_name(self.start))

    @property
    def is_all_day(self) -> bool:
        return not isinstance(self.start, datetime)


@dataclass(frozen=True, slots=True)
class Event:
    """An announcement; `dates` in order of time, never empty. `source` is its path below content.

    key: as of Versioned; calendar UIDs are made of it, the same in every language.
    is_course: its kind is that of one, in whichever language it is told.
    """

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
    level: Text | None = None
    is_course: bool = False
    key: Slug = ""

    def __post_init__(self) -> None:
        keep_key(self, self.slug)


def without_body(event: Event) -> Event:
    """For what tells of its dates only."""
    return replace(event, body="")


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
    def last_day(self) -> date:
        return self.end.date() if isinstance(self.end, datetime) else self.end

    @property
    def own_uid(self) -> str:
        """Of this date alone: readers lose a RECURRENCE-ID whose rule they are not told (sabre/vobject)."""
        if self.slot is None:
            return self.uid
        stamp = (
            f"{self.slot.astimezone(UTC):%Y%m%dT%H%M%SZ}"
            if isinstance(self.slot, datetime)
            else f"{self.slot:%Y%m%d}"
        )
        name, at, domain = self.uid.rpartition("@")
        return f"{name}.{stamp}@{domain}" if at else f"{self.uid}.{stamp}"


@dataclass(frozen=True, slots=True)
class ImportedCalendar:
    """name: as the file itself says; called: as the association says, if it does.

    source: its path below content.
    """

    name: str
    dates: tuple[ImportedDate, ...] = ()
    source: str = ""
    called: Text | None = None

    @property
    def title(self) -> Text:
        """Whose it is, which every date is shown with."""
        return self.called or plain(self.name)
