"""The dates to come that the checks go over, and where each is written.

Files are read a second time, and only when there is something to tell about one: nothing has to be
remembered of those about which there is not.
"""

from dataclasses import dataclass, field
from pathlib import Path

from ...domain.agenda import Entry
from ...domain.commissions import Commission
from ...domain.events import Event, EventDate
from ...domain.meetings import Meeting, Occurrence
from ...domain.text import Slug
from ...problems import Place
from ..context import LoadContext
from ..yaml.front_matter import split
from ..yaml.reader import lenient_tree
from ..yaml.source import read_text
from ..yaml.tree import Spot, Tree, Value


@dataclass(frozen=True, slots=True)
class ComingMeeting:
    commission: Commission
    meeting: Meeting
    occurrence: Occurrence
    entry: Entry

    @property
    def affair(self) -> tuple[Slug, ...]:
        """What all its dates have in common."""
        return self.commission.id, self.meeting.id


@dataclass(frozen=True, slots=True)
class AnnouncedDate:
    event: Event
    event_date: EventDate
    entry: Entry

    @property
    def affair(self) -> tuple[Slug, ...]:
        return (self.event.slug,)


Coming = ComingMeeting | AnnouncedDate


@dataclass(frozen=True, slots=True)
class Locations:
    context: LoadContext
    trees: dict[Path, Tree] = field(default_factory=dict)

    def of(self, date: Coming) -> Place:
        if isinstance(date, AnnouncedDate):
            return self.of_event_date(date.event, date.event_date.id)
        return self.of_meeting(date.commission.id, date.meeting.id)

    def of_meetings(self, commission: Slug) -> Place:
        """Of the word `meetings`."""
        return (self._commission(commission) / "meetings").key_place

    def of_minutes(self, commission: Slug) -> Place:
        """Of the word `minutes`."""
        return (self._commission(commission) / "minutes").key_place

    def of_meeting(self, commission: Slug, meeting: Slug) -> Place:
        meetings = self._commission(commission) / "meetings"
        entries = listed(value_at(meetings))
        return (meetings / position(entries, meeting)).place

    def of_event_date(self, event: Event, date: Slug) -> Place:
        """Of the entry in `dates`, or of the word `start`."""
        file = self.context.files.shown(event.source)
        if not event.source.lower().endswith(".md"):
            return Place(file)
        path = self.context.site.content / event.source
        if path not in self.trees:
            self.trees[path] = split(read_text(path, file), file).tree
        spot = Spot(self.trees[path])
        if not event.is_series:
            return (spot / "start").key_place
        entries = listed(value_at(spot / "dates"))
        index = int(date) - 1 if date.isdigit() and not has_id(entries, date) else position(entries, date)
        return (spot / "dates" / index).place

    def _commission(self, commission: Slug) -> Spot:
        path = self.context.site.commissions
        if path not in self.trees:
            file = self.context.site.name_of(path)
            self.trees[path] = lenient_tree(read_text(path, file), file)
        commissions = Spot(self.trees[path]) / "commissions"
        return commissions / position(listed(value_at(commissions)), commission)


def value_at(spot: Spot) -> Value | None:
    value: Value | None = spot.tree.data
    for step in spot.path:
        if isinstance(value, dict):
            value = value.get(str(step))
        elif isinstance(value, list) and isinstance(step, int) and step < len(value):
            value = value[step]
    return value


def listed(value: Value | None) -> list[Value]:
    return value if isinstance(value, list) else []


def position(entries: list[Value], id_: Slug) -> int:
    """Of the entry of that id; the first, when it is the only one and has none."""
    return next((index for index, entry in enumerate(entries) if id_of(entry) == id_), 0)


def has_id(entries: list[Value], id_: Slug) -> bool:
    return any(id_of(entry) == id_ for entry in entries)


def id_of(entry: Value) -> str | None:
    return str(entry.get("id")).strip() if isinstance(entry, dict) else None
