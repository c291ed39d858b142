"""Meetings to try, and occurrences as small pictures."""

from collections.abc import Iterable
from datetime import date, datetime, timedelta
from zoneinfo import ZoneInfo

from association.domain.meetings import Meeting, Move, Occurrence, Rule
from association.domain.places import Venue
from association.domain.text import plain

PARIS = ZoneInfo("Europe/Paris")
HALL = Venue("halle", plain("Halle"))


def rule(text: str) -> Rule:
    """A rule from its RFC 5545 text; UNTIL is local."""
    parts = dict(part.split("=") for part in text.split(";"))
    until, count = parts.pop("UNTIL", None), parts.pop("COUNT", None)
    return Rule(
        frequency=parts.pop("FREQ"),
        interval=int(parts.pop("INTERVAL", "1")),
        by=tuple(parts.items()),
        until=datetime.fromisoformat(until) if until else None,
        count=int(count) if count else None,
    )


def meeting(
    start: str,
    repeat: str | None = None,
    *,
    hours: float = 2,
    zone: ZoneInfo = PARIS,
    except_on: Iterable[str] = (),
    cancelled_on: Iterable[str] = (),
    moved: Iterable[Move] = (),
    also_on: Iterable[str] = (),
) -> Meeting:
    return Meeting(
        id="reunion",
        title=plain("Réunion"),
        start=datetime.fromisoformat(start),
        zone=zone,
        duration=timedelta(hours=hours),
        rule=rule(repeat) if repeat else None,
        except_on=tuple(map(date.fromisoformat, except_on)),
        cancelled_on=tuple(map(date.fromisoformat, cancelled_on)),
        moved=tuple(moved),
        also_on=tuple(map(datetime.fromisoformat, also_on)),
        is_all_day="T" not in start and " " not in start,
    )


def move(day: str, to: str, venue: Venue | None = None) -> Move:
    return Move(date.fromisoformat(day), datetime.fromisoformat(to), venue)


def told(meeting: Meeting, first: str = "2026-01-01", last: str = "2027-12-31") -> str:
    window = date.fromisoformat(first), date.fromisoformat(last)
    return picture(meeting.occurrences(*window))


def picture(occurrences: Iterable[Occurrence]) -> str:
    return "\n".join(map(line, occurrences))


def line(occurrence: Occurrence) -> str:
    """Such as `Tue 03 Nov 18:30 +0100 to 20:30`, then what is special about it."""
    start, end = occurrence.start, occurrence.end
    shown = f"{start:%a %d %b %H:%M %z} to {end:%H:%M}"
    marks = [
        f"from {occurrence.slot:%d %b %H:%M}" if occurrence.is_moved else "",
        "cancelled" if occurrence.is_cancelled else "",
        f"at {occurrence.venue.name}" if occurrence.venue else "",
    ]
    return ", ".join(filter(None, (shown, *marks)))
