"""A commission's meeting: once, or again and again (RFC 5545 section 3.3.10) with holes and moves.

Dates are computed in local time, so that 18:30 stays 18:30 over clock changes.
"""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date, datetime, time, timedelta
from itertools import islice
from zoneinfo import ZoneInfo

from dateutil.rrule import rrulestr

from .places import Venue
from .text import Slug, Text

MOST_IN_A_MONTH = 5
WEEKDAYS = ("MO", "TU", "WE", "TH", "FR", "SA", "SU")


@dataclass(frozen=True, slots=True)
class Move:
    """The occurrence of `day` takes place at `to` (local time) instead, perhaps elsewhere."""

    day: date
    to: datetime
    venue: Venue | None = None
    reason: Text | None = None


@dataclass(frozen=True, slots=True)
class Remark:
    """What is said of one date, by the day for which it was planned: its subject, or why it is cancelled."""

    day: date
    words: Text | None = None


@dataclass(frozen=True, slots=True)
class Occurrence:
    """One date of a meeting, aware of its time zone.

    slot: when the rule places it, the RECURRENCE-ID of RFC 5545; of an extra date, where it was announced.
    extra: which of the dates beside the rule it is; '' for those of the rule.
    subject: what it is about. reason: why it was cancelled or moved.
    """

    slot: datetime
    start: datetime
    end: datetime
    venue: Venue | None
    is_cancelled: bool = False
    extra: str = ""
    subject: Text | None = None
    reason: Text | None = None

    @property
    def is_moved(self) -> bool:
        return self.slot != self.start


@dataclass(frozen=True, slots=True)
class Rule:
    """A recurrence rule.

    by: the BYxxx (and WKST) parts in the order they are written.
    until: last local moment at which an occurrence may start, without time zone.
    """

    frequency: str
    interval: int = 1
    by: tuple[tuple[str, str], ...] = ()
    until: datetime | None = None
    count: int | None = None

    @property
    def is_endless(self) -> bool:
        return self.until is None and self.count is None

    def parts(self) -> tuple[tuple[str, str], ...]:
        """Every part but UNTIL and COUNT, in the order RFC 5545 shows them."""
        interval = (("INTERVAL", str(self.interval)),) if self.interval != 1 else ()
        return (("FREQ", self.frequency), *interval, *self._possible())

    def _possible(self) -> tuple[tuple[str, str], ...]:
        """`by` without a twentieth Monday of a month: there is none, and dateutil 2.9 fails on it."""
        if self.frequency != "MONTHLY" and "BYMONTH" not in dict(self.by):
            return self.by
        return tuple((key, _of_a_month(value) if key == "BYDAY" else value) for key, value in self.by)

    def starts(self, first: datetime) -> Iterator[datetime]:
        """Local starts (no time zone) from `first` on, without end if the rule has none."""
        if ("BYDAY", "") in self.parts():
            return iter(())
        text = ";".join(f"{key}={value}" for key, value in self.parts())
        rule = rrulestr(text, dtstart=first).replace(until=self.until, count=self.count)
        return iter(rule)

    def starts_until(self, first: datetime, last: date) -> tuple[datetime, ...]:
        """Those up to `last`, found without looking beyond it: a rare rule could search for centuries."""
        horizon = datetime.combine(last, time.max)
        bounded = replace(self, until=min(self.until or horizon, horizon), count=None)
        return tuple(islice(bounded.starts(first), self.count))


def _of_a_month(weekdays: str) -> str:
    return ",".join(day for day in weekdays.split(",") if abs(int(day[:-2] or 0)) <= MOST_IN_A_MONTH)


@dataclass(frozen=True, slots=True)
class Meeting:
    """Local times (`start`, `also_on`, `moved.to`) are in `zone` and carry no tzinfo themselves.

    is_all_day: `start` is midnight and `duration` a number of days.
    reasons: of those of `cancelled_on` that have one.
    """

    id: Slug
    title: Text
    start: datetime
    zone: ZoneInfo
    duration: timedelta = timedelta(hours=1)
    rule: Rule | None = None
    except_on: tuple[date, ...] = ()
    cancelled_on: tuple[date, ...] = ()
    moved: tuple[Move, ...] = ()
    also_on: tuple[datetime, ...] = ()
    venue: Venue | None = None
    online: str | None = None
    is_all_day: bool = False
    subjects: tuple[Remark, ...] = ()
    reasons: tuple[Remark, ...] = ()

    @property
    def is_recurring(self) -> bool:
        return self.rule is not None or bool(self.also_on)

    def slots_until(self, last: date) -> tuple[datetime, ...]:
        """The rule's starts and the extra dates up to `last`, in order, each once."""
        extra = (slot for slot in self.also_on if slot.date() <= last)
        return tuple(sorted({*self.regular_until(last), *extra}))

    def extra_slots(self) -> dict[datetime, str]:
        """The extra dates that the rule does not give anyway, in order, each with its name: the day.

        The hour may change, so it is no part of the name; only a second date of that day has its own.
        """
        last = max((slot.date() for slot in self.also_on), default=date.min)
        slots = sorted({*self.also_on}.difference(self.regular_until(last)))
        firsts = {slot.date(): slot for slot in reversed(slots)}.values()
        return {slot: f"{slot:%Y%m%d}" if slot in firsts else f"{slot:%Y%m%dT%H%M}" for slot in slots}

    def regular_until(self, last: date) -> tuple[datetime, ...]:
        if self.rule:
            return self.rule.starts_until(self.start, last)
        return (self.start,) if self.start.date() <= last else ()

    def occurrences(self, first: date, last: date) -> tuple[Occurrence, ...]:
        """What happens from `first` to `last` (both included), cancelled dates too, in order."""
        farthest, extra = max([last, *(move.day for move in self.moved)]), self.extra_slots()
        dates = (
            self._occurrence(slot, extra.get(slot, ""))
            for slot in self.slots_until(farthest)
            if slot.date() not in self.except_on
        )
        inside = (occurrence for occurrence in dates if first <= occurrence.start.date() <= last)
        return tuple(sorted(inside, key=lambda occurrence: (occurrence.start, occurrence.slot)))

    def _occurrence(self, slot: datetime, extra: str) -> Occurrence:
        move = next((move for move in self.moved if move.day == slot.date()), None)
        start = self.local(move.to if move else slot)
        reason = _words_of(slot.date(), self.reasons)
        return Occurrence(
            slot=self.local(slot),
            start=start,
            end=self.end_of(move.to if move else slot),
            venue=move.venue if move and move.venue else self.venue,
            is_cancelled=slot.date() in self.cancelled_on,
            extra=extra,
            subject=_words_of(slot.date(), self.subjects),
            reason=move.reason if move and reason is None else reason,
        )

    def local(self, naive: datetime) -> datetime:
        return naive.replace(tzinfo=self.zone)

    def end_of(self, start: datetime) -> datetime:
        """End of what starts at `start`: days are civil days, hours are elapsed hours."""
        if self.is_all_day:
            return self.local(datetime.combine(start.date() + self.duration, time()))
        utc = self.local(start).astimezone(ZoneInfo("UTC")) + self.duration
        return utc.astimezone(self.zone)


def _words_of(day: date, remarks: tuple[Remark, ...]) -> Text | None:
    return next((remark.words for remark in remarks if remark.day == day), None)
