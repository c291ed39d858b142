"""A date to come, with what it is a date of."""

from dataclasses import dataclass

from ...domain.agenda import Entry
from ...domain.commission import Commission
from ...domain.event import Event, EventDate
from ...domain.meeting import Meeting, Occurrence
from ...domain.slugs import Slug


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
