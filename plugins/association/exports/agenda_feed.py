"""What a news feed tells of the agenda: each event and meeting to come, each meeting date that has changed.

Only what is told and since when: how it is said is up to the theme.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from zoneinfo import ZoneInfo

from ..domain.agenda import Agenda, Entry, event_uid, meeting_uid
from ..domain.association import Association
from ..domain.commission import Commission
from ..domain.event import Event
from ..domain.meeting import Meeting
from ..domain.slugs import Slug

YEAR = timedelta(days=365)


@dataclass(frozen=True, slots=True)
class Announcement:
    """Attributes that need a word:

    id: an IRI that never changes (RFC 4287 section 4.2.6).
    dates: those to come, in order; of a change, the date that has changed.
    event: what is announced; None for a meeting of `commission`.
    is_change: of one date of a meeting that is announced beside it.
    """

    id: str
    dates: tuple[Entry, ...]
    updated: datetime
    commissions: tuple[Slug, ...]
    event: Event | None = None
    commission: Commission | None = None
    is_change: bool = False


@dataclass(frozen=True, slots=True)
class Memory:
    """What is known of the past, and of the moment of the build.

    changed: since when a date is told as it is, by its UID, as far as that was seen (exports/revisions.py).
    """

    changed: Mapping[str, datetime]
    uid_domain: str
    now: datetime
    zone: ZoneInfo

    def id(self, name: str) -> str:
        """A tag URI (RFC 4151) without a date of its own: a date may move."""
        return f"tag:{self.uid_domain},2000:agenda/{name}"

    def since(self, uids: Iterable[str], start: date | datetime) -> datetime:
        """When the last of them changed.

        Where nobody remembers, whole years before it begins: never later than the build, and the same
        from one build to the next, so that no reader is told twice of what has not changed.
        """
        seen = [self.changed[uid] for uid in uids if uid in self.changed]
        if seen and max(seen) <= self.now:
            return max(seen)
        begin = start if isinstance(start, datetime) else datetime.combine(start, time(), self.zone)
        begin = begin if begin.tzinfo else begin.replace(tzinfo=self.zone)
        years = max(1, -((self.now - begin) // YEAR))
        return begin - years * YEAR


def announcements(association: Association, agenda: Agenda, memory: Memory) -> tuple[Announcement, ...]:
    """The latest first."""
    dates = to_come(agenda.upcoming(memory.now.astimezone(memory.zone).date()))
    told = [*events(association.events, dates, memory)]
    for commission in association.commissions:
        for meeting in commission.meetings:
            own = dates.get(meeting_uid(commission, meeting), ())
            told += meetings(commission, meeting, own, memory)
    return latest_first(told)


def to_come(entries: Iterable[Entry]) -> dict[str, list[Entry]]:
    """By what they are dates of: the slug of an event, the UID of a meeting (which has a dot).

    Those of a partner's calendar are the partner's to announce.
    """
    found: dict[str, list[Entry]] = {}
    for entry in entries:
        if not entry.source:
            found.setdefault(entry.event or entry.meeting or entry.uid, []).append(entry)
    return found


def events(every: Iterable[Event], dates: dict[str, list[Entry]], memory: Memory) -> Iterator[Announcement]:
    for event in every:
        if event.slug in dates:
            yield Announcement(
                id=memory.id(f"{event.slug}.agenda"),
                dates=tuple(dates[event.slug]),
                updated=memory.since((event_uid(event, each) for each in event.dates), event.dates[0].start),
                commissions=event.commissions,
                event=event,
            )


def meetings(
    commission: Commission, meeting: Meeting, dates: Sequence[Entry], memory: Memory
) -> Iterator[Announcement]:
    """The meeting itself, then each of its dates that was cancelled or moved."""
    if not dates:
        return
    uid, own = meeting_uid(commission, meeting), (commission.id,)
    since = memory.since((uid, *(entry.uid for entry in dates)), meeting.local(meeting.start))
    yield Announcement(memory.id(uid), tuple(dates), since, own, commission=commission)
    for entry in dates:
        if meeting.is_recurring and (entry.is_cancelled or entry.is_moved):
            slot = entry.slot or entry.start
            yield Announcement(
                id=memory.id(f"{uid}/{slot:%Y%m%d}"),
                dates=(entry,),
                updated=memory.since((entry.uid,), slot),
                commissions=own,
                commission=commission,
                is_change=True,
            )


def latest_first(told: Iterable[Announcement]) -> tuple[Announcement, ...]:
    in_order = sorted(told, key=lambda each: each.id)
    return tuple(sorted(in_order, key=lambda each: each.updated, reverse=True))
