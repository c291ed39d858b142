"""One event of a partner's calendar, date by date: its rule, what is taken out, added, moved, cancelled."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import UTC, datetime, time, timedelta, tzinfo
from urllib.parse import urlsplit

from ...domain.events import ImportedDate
from ...problems import Problem, sentence
from ..ics import Unreadable, WrittenEvent, lacking, left_out, named_after_calendar, told
from .slots import Clock, Moment, Slots, Window, day_of, in_utc, local, slots_of

DAY = timedelta(days=1)
LONGEST_URL = 500


@dataclass(frozen=True, slots=True)
class Showing:
    """How an event tells of its dates: its words, and how long each lasts. `end`: of the first one."""

    clock: Clock
    start: Moment
    end: Moment

    @property
    def event(self) -> WrittenEvent:
        return self.clock.event

    def date(
        self, start: Moment, slot: Moment | None, title: str, length: timedelta | None = None
    ) -> ImportedDate:
        event, window = self.event, self.clock.window
        online = safe_url(event.location)
        return ImportedDate(
            uid=event.uid,
            title=event.title or title,
            start=window.here(start),
            end=window.here(self.last(start, length)),
            slot=None if slot is None else window.here(slot),
            is_cancelled=event.is_cancelled,
            place=None if online else event.location or None,
            online=online,
            link=safe_url(event.url),
        )

    def last(self, start: Moment, length: timedelta | None) -> Moment:
        """Its end, or last day. What is there until six is there until six when the clocks change too."""
        if not isinstance(start, datetime):
            days = max(length or day_of(self.end) - day_of(self.start), DAY)
            return start + days - DAY
        if length is not None or self.event.end is None:
            return later(start, (self.event.length or timedelta()) if length is None else length)
        zone = self.start.tzinfo if isinstance(self.start, datetime) else start.tzinfo
        lasts = max(local(there(self.end, zone)) - local(self.start), timedelta())
        return (local(start.astimezone(zone)) + lasts).replace(tzinfo=zone)

    def later(self, slot: Moment, than: Moment) -> Moment:
        """As far from `slot` as this one is from the slot `than`, on the clocks of its own zone."""
        if not isinstance(self.start, datetime) or not isinstance(slot, datetime):
            return slot + (day_of(self.start) - day_of(than))
        zone = self.start.tzinfo
        former = local(than.astimezone(zone)) if isinstance(than, datetime) else local(self.start)
        return (local(slot.astimezone(zone)) + (local(self.start) - former)).replace(tzinfo=zone)


def showing_of(event: WrittenEvent, window: Window) -> Showing:
    """Raises Unreadable."""
    clock = Clock(event, window)
    start = clock.start()
    end = end_of_event(event, start, clock)
    if order(end) < order(start):
        said = sentence('the event "{title}" ends before it begins', title=event.title or event.calendar)
        raise Unreadable(told(event.place, "ends-before-start", said, left_out()))
    return Showing(clock, start, end)


def end_of_event(event: WrittenEvent, start: Moment, clock: Clock) -> Moment:
    """Of a day and an hour, the day is its midnight; the last of whole days is not included."""
    if event.end is None:
        return later(start, event.length or timedelta())
    end = clock.exception(event.end, start)
    if isinstance(start, datetime):
        return end if isinstance(end, datetime) else datetime.combine(end, time(), start.tzinfo)
    is_over_midnight = isinstance(end, datetime) and local(end).time() > time()
    return day_of(end) + DAY * is_over_midnight


def later(start: Moment, length: timedelta) -> Moment:
    """Days are those of the clocks, hours elapse."""
    if not isinstance(start, datetime) or length % DAY == timedelta():
        return start + length
    return (start.astimezone(UTC) + length).astimezone(start.tzinfo)


@dataclass(frozen=True, slots=True)
class Change:
    """What replaces the date that `slot` places; the key of one is its moment in UTC."""

    showing: Showing
    slot: Moment

    @property
    def event(self) -> WrittenEvent:
        return self.showing.event

    @property
    def start(self) -> Moment:
        """Where it stays unless it says otherwise: some programs write it as they name the date."""
        return self.slot if self.event.start == self.event.replaced else self.showing.start


@dataclass(frozen=True, slots=True)
class Series:
    """All that a calendar says of one UID.

    masters: mostly one; a UID that was given to several events is theirs all the same.
    changes: what replaces single dates of them.
    """

    masters: tuple[WrittenEvent, ...]
    changes: tuple[WrittenEvent, ...]
    window: Window

    def dates(self, problems: list[Problem]) -> Iterator[ImportedDate]:
        """Those of the rule but what is replaced, then what replaces them."""
        masters = [found for event in self.masters if (found := self.placed(event, problems))]
        slots = [slots for _, slots in masters]
        changes = self.changes_by_slot(slots, problems)
        excluded = frozenset[Moment]().union(*(each.excluded() for each in slots))
        following = [change for change in changes.values() if change.event.and_following]
        following.sort(key=lambda change: order(change.slot), reverse=True)
        told: set[Moment] = set()
        for showing, each in masters:
            for instant, slot in each.by_instant.items():
                if instant not in excluded and instant not in changes and instant not in told:
                    told.add(instant)
                    one = self.regular(showing, slot, each.lengths.get(instant), following)
                    yield from self.near(one, showing.event, problems)
        title = next((showing.event.title for showing, _ in masters), "")
        for instant, change in changes.items():
            if instant not in excluded and not change.event.is_private:
                one = change.showing.date(change.start, change.slot, title or change.event.calendar)
                yield from self.near(one, titled(change.event, title), problems)

    def placed(self, event: WrittenEvent, problems: list[Problem]) -> tuple[Showing, Slots] | None:
        try:
            return showing_of(event, self.window), slots_of(event, self.window)
        except Unreadable as odd:
            if event.rules or event.extra or self.window.has(*[day_of(event.start.value)] * 2):
                problems.append(odd.problem)
            return None

    def regular(
        self,
        showing: Showing,
        slot: Moment,
        length: timedelta | None,
        following: list[Change],
    ) -> ImportedDate | None:
        """A date that nothing replaces, but what was said of an earlier one may go on."""
        event = showing.event
        change = next((each for each in following if order(each.slot) < order(slot)), None)
        if change is None:
            comes_back = event.rules or event.extra or len(self.masters) > 1
            return showing.date(slot, slot if comes_back else None, "", length)
        if change.event.is_private:
            return None
        return change.showing.date(change.showing.later(slot, change.slot), slot, event.title, length)

    def near(
        self, one: ImportedDate | None, event: WrittenEvent, problems: list[Problem]
    ) -> Iterator[ImportedDate]:
        """What is odd about an event is told with its dates: nobody misses the title of one long past."""
        if one and self.window.has(one.start, one.end):
            problems.extend(event.odd)
            yield one

    def changes_by_slot(self, slots: list[Slots], problems: list[Problem]) -> dict[Moment, Change]:
        """Of several for one date, the last version."""
        found: dict[Moment, Change] = {}
        for event in sorted(self.changes, key=version, reverse=True):
            if self.is_outdated(event, slots):
                continue
            try:
                change = self.change(event, slots)
                found.setdefault(in_utc(change.slot), change)
            except Unreadable as odd:
                problems.append(odd.problem)
        return dict(sorted(found.items(), key=lambda item: item[1].event.place.line))

    def is_outdated(self, event: WrittenEvent, every: list[Slots]) -> bool:
        """A former version of all of it, which some programs leave there as if it were of one date."""
        is_former = event.rules and any(event.sequence < master.sequence for master in self.masters)
        return bool(is_former) and not any(each.meant(event.replaced or event.start) for each in every)

    def change(self, event: WrittenEvent, every: list[Slots]) -> Change:
        """Raises Unreadable. What replaces none of the dates is one more."""
        showing = showing_of(event, self.window)
        stamp = event.replaced or event.start
        for slots in every:
            if (instant := slots.meant(stamp)) is not None:
                return Change(showing, slots.by_instant[instant])
        start = every[0].start if every else showing.start
        return Change(showing, showing.clock.exception(stamp, start))


def there(moment: Moment, zone: tzinfo | None) -> Moment:
    return moment.astimezone(zone) if isinstance(moment, datetime) else moment


def order(moment: Moment) -> datetime:
    return moment.astimezone(UTC) if isinstance(moment, datetime) else datetime.combine(moment, time(), UTC)


def version(event: WrittenEvent) -> tuple[int, bool, bool, str]:
    """RFC 5546 section 2.1.5; what hides something comes after what does not."""
    return event.sequence, event.is_private, event.is_cancelled, event.modified


def titled(event: WrittenEvent, title: str) -> WrittenEvent:
    """With what is told of one that has no title, nor another one to take it from."""
    if event.title or title:
        return event
    odd = lacking("SUMMARY", event.uid, event.place, named_after_calendar())
    return replace(event, odd=(*event.odd, odd))


def safe_url(text: str) -> str | None:
    """An https address as a page may link to it, or nothing at all."""
    try:
        parts = urlsplit(text)
        is_safe = parts.scheme == "https" and parts.hostname and "@" not in parts.netloc
    except ValueError:
        return None
    plain = text.isascii() and text.isprintable() and not set(text) & set(" \"'<>\\^`{|}")
    return text if is_safe and plain and len(text) <= LONGEST_URL else None
