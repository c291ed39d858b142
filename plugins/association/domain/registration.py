"""Whether one can still register for a date; and if not, why."""

from datetime import date
from enum import StrEnum

from .agenda import Entry
from .event import Status


class Closing(StrEnum):
    """What closed it."""

    CANCELLED = "cancelled"
    POSTPONED = "postponed"
    PAST = "past"


CLOSING = {Status.CANCELLED: Closing.CANCELLED, Status.POSTPONED: Closing.POSTPONED}


def open_registration(entry: Entry, on: date) -> str | None:
    """The page to register on; None when there is none, or when it is closed."""
    return None if closing(entry, on) else entry.registration


def closing(entry: Entry, on: date) -> Closing | None:
    """None while it is open, and for a date that never had one."""
    if entry.registration is None:
        return None
    return CLOSING.get(entry.status, Closing.PAST if entry.is_over(on) else None)
