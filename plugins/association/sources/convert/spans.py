"""From when to when: `start` with `end` or `duration`, in hours or in whole days."""

from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo

from ...problems import Place, Problem, sentence
from ..desk import Desk, Wrong, wrong
from ..moments import Moment, check_clock, said, with_offsets
from ..shapes.front_matter import DateShape, EventShape
from ..spots import Spot

Span = tuple[Moment, Moment]
DAY = timedelta(days=1)
LONGEST = timedelta(days=1000)


def span(shape: EventShape | DateShape, spot: Spot, zone: ZoneInfo, desk: Desk) -> Span:
    """Aware moments, or dates when `start` has no time; the last day is then included."""
    if shape.end is not None and shape.duration is not None:
        raise Wrong(exclusive("end", "duration", (spot / "duration").key_place))
    is_timed = isinstance(shape.start, datetime)
    start, end = hours(shape, spot, zone, desk) if is_timed else days(shape, spot)
    if end - start > LONGEST:
        raise lasts_too_long(end, start, spot / ("end" if shape.end else "duration"))
    return start, end


def exclusive(one: str, other: str, place: Place) -> Problem:
    return Problem(
        place,
        "conflicting-fields",
        sentence('"{one}" and "{other}" exclude each other', one=one, other=other),
        sentence("keep the one that is right"),
    )


def days(shape: EventShape | DateShape, spot: Spot) -> Span:
    """A day that says no more lasts one day."""
    if isinstance(shape.end, datetime):
        raise wrong(
            (spot / "end").place,
            "time-mismatch",
            sentence('"end" has a time, but "start" has none'),
            sentence('give "start" a time too, or take it out of "end"'),
        )
    end = shape.end or shape.start + whole_days(shape.duration or DAY, spot / "duration") - DAY
    if end < shape.start:
        raise ends_too_early(end, shape.start, spot / "end")
    return shape.start, end


def whole_days(duration: timedelta, spot: Spot) -> timedelta:
    if duration % DAY:
        raise wrong(
            spot.place,
            "time-mismatch",
            sentence('"duration" is not in whole days, but "start" has no time'),
            sentence('give "start" a time, or count "duration" in days'),
        )
    return duration


def hours(shape: EventShape | DateShape, spot: Spot, zone: ZoneInfo, desk: Desk) -> Span:
    start = moment(shape.start, spot / "start", zone, desk)
    if shape.duration is not None:
        return start, (start.astimezone(UTC) + shape.duration).astimezone(zone)
    if shape.end is None:
        raise wrong(
            (spot / "start").key_place,
            "missing-field",
            sentence('found no "{key}"', key="duration"),
            sentence('say when it ends: "duration: {duration}", or "end"', duration="2h"),
        )
    if not isinstance(shape.end, datetime):
        raise wrong(
            (spot / "end").place,
            "time-mismatch",
            sentence('"end" has no time, but "start" has one'),
            sentence('write "end: {example}", with the right time', example=f"{said(shape.end)} 18:30"),
        )
    end = moment(shape.end, spot / "end", zone, desk)
    if end.timestamp() <= start.timestamp():  # not the hours of their clocks, which may change between them
        raise ends_too_early(shape.end, shape.start, spot / "end")
    return start, end


def moment(written: datetime, spot: Spot, zone: ZoneInfo, desk: Desk) -> datetime:
    """With an offset, that instant; without, the clock of the zone."""
    if written.tzinfo:
        return written.astimezone(zone)
    check_clock(written, zone, spot.place, desk, with_offsets(written, zone))
    return written.replace(tzinfo=zone)


def lasts_too_long(end: Moment, start: Moment, spot: Spot) -> Wrong:
    """A year that was mistyped: every month in between would have its page."""
    return wrong(
        spot.place,
        "lasts-too-long",
        sentence(
            "this lasts {number} days, expected at most {most}", number=(end - start).days, most=LONGEST.days
        ),
        sentence("check both dates"),
    )


def ends_too_early(end: Moment, start: Moment, spot: Spot) -> Wrong:
    return wrong(
        spot.place,
        "ends-before-start",
        sentence('"end" is {end}, which is not after "start", {start}', end=said(end), start=said(start)),
        sentence("check both dates"),
    )
