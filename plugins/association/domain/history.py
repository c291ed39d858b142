"""What is remembered of the past of meetings and events: how often they have changed, and when last."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime

from .slugs import Slug

Key = tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Past:
    """changes: since it was first written down. last: when it last changed; None when nobody remembers."""

    changes: int = 0
    last: datetime | None = None


FORGOTTEN = Past()


@dataclass(frozen=True, slots=True)
class History:
    """Empty where nothing remembers: then what is written today is all that can be told."""

    pasts: Mapping[Key, Past] = field(default_factory=dict)

    def of_event(self, event: Slug) -> Past:
        return self.pasts.get(event_key(event), FORGOTTEN)

    def of_meeting(self, commission: Slug, meeting: Slug) -> Past:
        return self.pasts.get(meeting_key(commission, meeting), FORGOTTEN)


def event_key(event: Slug) -> Key:
    return ("event", event)


def meeting_key(commission: Slug, meeting: Slug) -> Key:
    return ("meeting", commission, meeting)
