"""How often a meeting comes back: from words (`every`, `on`) or RFC 5545 (`rrule`) to a rule."""

from dataclasses import replace
from datetime import UTC, date, datetime, time
from zoneinfo import ZoneInfo

from ...domain.recurrence import WEEKDAYS, Rule
from ...problems import Place, Sentence, sentence
from ..desk import Wrong, wrong
from ..fields import Every, On, RuleWords
from ..moments import said
from ..shapes.commissions import RepeatShape
from ..spots import Spot
from .spans import exclusive

FREQUENCIES = {"day": "DAILY", "week": "WEEKLY", "month": "MONTHLY", "year": "YEARLY"}
LAST_SECOND = time(23, 59, 59)
EXCLUSIVE = (("every", "rrule"), ("on", "rrule"), ("until", "count"))
Parts = tuple[tuple[str, str], ...]


def rule(shape: RepeatShape, start: datetime, zone: ZoneInfo, spot: Spot) -> Rule:
    for one, other in EXCLUSIVE:
        if getattr(shape, one) is not None and getattr(shape, other) is not None:
            raise Wrong(exclusive(one, other, (spot / other).key_place))
    if shape.rrule:
        found = from_rrule(shape.rrule, shape, zone, spot)
    elif shape.every:
        found = from_words(shape.every, shape, start, spot)
    else:
        raise without_frequency(spot.place)
    if found.until and found.until < start:
        raise ends_before_start(found.until, start, spot / ("until" if shape.until else "rrule"))
    return found


def without_frequency(place: Place) -> Wrong:
    return wrong(
        place,
        "missing-field",
        sentence('found no "{key}"', key="every"),
        sentence('say how often: for example "every: {example}"', example="month"),
    )


def ends_before_start(until: datetime, start: datetime, spot: Spot) -> Wrong:
    return wrong(
        spot.place,
        "ends-before-start",
        sentence(
            'this ends on {until}, before "start" ({start})', until=said(until.date()), start=said(start)
        ),
        sentence("check both dates"),
    )


def from_rrule(words: RuleWords, shape: RepeatShape, zone: ZoneInfo, spot: Spot) -> Rule:
    """An end of its own, or one of `until` and `count` beside it."""
    own = words.rule
    for field in ("until", "count"):
        if getattr(shape, field) is not None and (own.until or own.count):
            raise second_end(field, spot / field)
    if own.until and words.until_is_utc:
        local = own.until.replace(tzinfo=UTC).astimezone(zone).replace(tzinfo=None)
        return replace(own, until=local)
    return replace(own, until=own.until or end_of(shape.until), count=own.count or shape.count)


def second_end(field: str, spot: Spot) -> Wrong:
    return wrong(
        spot.key_place,
        "conflicting-fields",
        sentence('the "rrule" has an end of its own, so "{field}" is one too many', field=field),
        sentence("keep the one that is right"),
    )


def from_words(every: Every, shape: RepeatShape, start: datetime, spot: Spot) -> Rule:
    if shape.on:
        check_on(shape.on, every, (spot / "on").place)
    return Rule(
        frequency=FREQUENCIES[every.unit],
        interval=every.number,
        by=days_of(shape.on or On(), every.unit, start),
        until=end_of(shape.until),
        count=shape.count,
    )


def end_of(day: date | None) -> datetime | None:
    return datetime.combine(day, LAST_SECOND) if day else None


def check_on(on: On, every: Every, place: Place) -> None:
    """A weekday goes with weeks; a place in the month goes with months and years."""
    said_with = {"week": on.weekday and not on.ordinal, "month": on.ordinal or on.month_day}
    said_with["year"] = said_with["month"]
    if not said_with.get(every.unit):
        raise wrong(place, "wrong-on", *refusal(every))


def refusal(every: Every) -> tuple[Sentence, Sentence]:
    if every.unit == "day":
        return (
            sentence('"on" says nothing beside "every: day"'),
            sentence('take it out, or write "every: week"'),
        )
    if every.unit == "week":
        return (
            sentence('"every: week" needs a weekday alone in "on"'),
            sentence('write for example "on: tuesday", or "every: month"'),
        )
    return (
        sentence('"every: {every}" needs a place in the month in "on"', every=every.written),
        sentence('write for example "on: first tuesday" or "on: day 15"'),
    )


def days_of(on: On, unit: str, start: datetime) -> Parts:
    """The BYxxx parts; what `on` leaves open is that of the first date."""
    month = (("BYMONTH", str(start.month)),) if unit == "year" else ()
    if unit == "day":
        return ()
    if on.weekday:
        return (*month, ("BYDAY", f"{on.ordinal or ''}{on.weekday}"))
    if unit == "week":
        return (("BYDAY", WEEKDAYS[start.weekday()]),)
    return (*month, ("BYMONTHDAY", str(on.month_day or start.day)))
