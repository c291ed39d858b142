"""When something takes place: from `start` to `end`, and how often it comes back.

In words (`every`, `on`) or as RFC 5545 has it (`rrule`), in hours or in whole days, in the local time of a
zone: times that do not exist are told, those that come twice too, and offsets where none belong.
"""

from dataclasses import replace
from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

from ...domain.meetings import WEEKDAYS, Rule
from ...problems import Place, Problem, Sentence, sentence
from ..context import LoadContext, Mistake, mistake
from ..fields import Every, On, OnDay, RuleWords
from ..schema.commissions import RepeatShape
from ..schema.texts import DateShape, EventShape

FREQUENCIES = {"day": "DAILY", "week": "WEEKLY", "month": "MONTHLY", "year": "YEARLY"}
LAST_SECOND = time(23, 59, 59)
EXCLUSIVE = (("every", "rrule"), ("on", "rrule"), ("until", "count"))
Parts = tuple[tuple[str, str], ...]

Moment = date | datetime
Span = tuple[date, date]
"""Of two moments, or of two days."""
DAY = timedelta(days=1)
LONGEST = timedelta(days=1000)
MINUTE = timedelta(minutes=1)


def rule(shape: RepeatShape, start: datetime, zone: ZoneInfo) -> Rule:
    for one, other in EXCLUSIVE:
        if getattr(shape, one) is not None and getattr(shape, other) is not None:
            raise Mistake(exclusive(one, other, shape.key_place(other)))
    if shape.rrule:
        found = from_rrule(shape.rrule, shape, zone)
    elif shape.every:
        found = from_words(shape.every, shape, start)
    else:
        raise without_frequency(shape.place())
    if found.until and found.until < start:
        raise ends_before_start(found.until, start, shape.place("until" if shape.until else "rrule"))
    return found


def without_frequency(place: Place) -> Mistake:
    return mistake(
        place,
        "missing-field",
        sentence('found no "{key}"', key="every"),
        sentence('say how often: for example "every: {example}"', example="month"),
    )


def ends_before_start(until: datetime, start: datetime, place: Place) -> Mistake:
    return mistake(
        place,
        "ends-before-start",
        sentence(
            'this ends on {until}, before "start" ({start})',
            until=moment_words(until.date()),
            start=moment_words(start),
        ),
        sentence("check both dates"),
    )


def from_rrule(words: RuleWords, shape: RepeatShape, zone: ZoneInfo) -> Rule:
    """An end of its own, or one of `until` and `count` beside it."""
    own = words.rule
    for field in ("until", "count"):
        if getattr(shape, field) is not None and (own.until or own.count):
            raise second_end(field, shape.key_place(field))
    if own.until and words.until_is_utc:
        local = own.until.replace(tzinfo=UTC).astimezone(zone).replace(tzinfo=None)
        return replace(own, until=local)
    return replace(own, until=own.until or end_of(shape.until), count=own.count or shape.count)


def second_end(field: str, place: Place) -> Mistake:
    return mistake(
        place,
        "conflicting-fields",
        sentence('the "rrule" has an end of its own, so "{field}" is one too many', field=field),
        sentence("keep the one that is right"),
    )


def from_words(every: Every, shape: RepeatShape, start: datetime) -> Rule:
    if shape.on:
        every = in_weeks(every, shape.on)
        check_on(shape.on, every, shape.place("on"))
    return Rule(
        frequency=FREQUENCIES[every.unit],
        interval=every.number,
        by=days_of(shape.on.days if shape.on else (), every.unit, start),
        until=end_of(shape.until),
        count=shape.count,
    )


def end_of(day: date | None) -> datetime | None:
    return datetime.combine(day, LAST_SECOND) if day else None


def in_weeks(every: Every, on: On) -> Every:
    """Fourteen days are two weeks where a weekday is said."""
    if every.unit == "day" and every.number % len(WEEKDAYS) == 0 and on.are_weekdays:
        return replace(every, unit="week", number=every.number // len(WEEKDAYS))
    return every


def check_on(on: On, every: Every, place: Place) -> None:
    """A weekday goes with weeks; a place in the month goes with months and years."""
    said_with = {"week": on.are_weekdays, "month": on.are_in_a_month, "year": on.are_in_a_month}
    if not said_with.get(every.unit):
        raise mistake(place, "wrong-on", *refusal(every))


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


def days_of(days: tuple[OnDay, ...], unit: str, start: datetime) -> Parts:
    """The BYxxx parts; what `on` leaves open is that of the first date."""
    month = (("BYMONTH", str(start.month)),) if unit == "year" else ()
    if unit == "day":
        return ()
    if weekdays := [f"{day.ordinal or ''}{day.weekday}" for day in days if day.weekday]:
        return (*month, ("BYDAY", ",".join(weekdays)))
    if unit == "week":
        return (("BYDAY", WEEKDAYS[start.weekday()]),)
    return (*month, ("BYMONTHDAY", ",".join(str(day.month_day) for day in days) or str(start.day)))


def span(shape: EventShape | DateShape, begins: Moment, zone: ZoneInfo, context: LoadContext) -> Span:
    """Aware moments, or dates when `start` has no time; the last day is then included."""
    if shape.end is not None and shape.duration is not None:
        raise Mistake(exclusive("end", "duration", shape.key_place("duration")))
    if isinstance(begins, datetime):
        start, end = hours(shape, begins, zone, context)
    else:
        start, end = days(shape, begins)
    if end - start > LONGEST:
        raise lasts_too_long(end, start, shape.place("end" if shape.end else "duration"))
    return start, end


def exclusive(one: str, other: str, place: Place) -> Problem:
    return Problem(
        place,
        "conflicting-fields",
        sentence('"{one}" and "{other}" exclude each other', one=one, other=other),
        sentence("keep the one that is right"),
    )


def days(shape: EventShape | DateShape, start: date) -> Span:
    """A day that says no more lasts one day."""
    if isinstance(shape.end, datetime):
        raise mistake(
            shape.place("end"),
            "time-mismatch",
            sentence('"end" has a time, but "start" has none'),
            sentence('give "start" a time too, or take it out of "end"'),
        )
    end = shape.end or start + whole_days(shape.duration or DAY, shape.place("duration")) - DAY
    if end < start:
        raise ends_too_early(end, start, shape.place("end"))
    return start, end


def whole_days(duration: timedelta, place: Place) -> timedelta:
    if duration % DAY:
        raise mistake(
            place,
            "time-mismatch",
            sentence('"duration" is not in whole days, but "start" has no time'),
            sentence('give "start" a time, or count "duration" in days'),
        )
    return duration


def hours(shape: EventShape | DateShape, begins: datetime, zone: ZoneInfo, context: LoadContext) -> Span:
    start = moment(begins, shape.place("start"), zone, context)
    if shape.duration is not None:
        return start, (start.astimezone(UTC) + shape.duration).astimezone(zone)
    if shape.end is None:
        raise mistake(
            shape.key_place("start"),
            "missing-field",
            sentence('found no "{key}"', key="duration"),
            sentence('say when it ends: "duration: {duration}", or "end"', duration="2h"),
        )
    if not isinstance(shape.end, datetime):
        raise mistake(
            shape.place("end"),
            "time-mismatch",
            sentence('"end" has no time, but "start" has one'),
            sentence(
                'write "end: {example}", with the right time', example=f"{moment_words(shape.end)} 18:30"
            ),
        )
    end = moment(shape.end, shape.place("end"), zone, context)
    if end.timestamp() <= start.timestamp():  # not the hours of their clocks, which may change between them
        raise ends_too_early(shape.end, begins, shape.place("end"))
    return start, end


def moment(written: datetime, place: Place, zone: ZoneInfo, context: LoadContext) -> datetime:
    """With an offset, that instant; without, the clock of the zone."""
    if written.tzinfo:
        return written.astimezone(zone)
    check_clock(written, zone, place, context, with_offsets(written, zone))
    return written.replace(tzinfo=zone)


def lasts_too_long(end: date, start: date, place: Place) -> Mistake:
    """A year that was mistyped: every month in between would have its page."""
    return mistake(
        place,
        "lasts-too-long",
        sentence(
            "this lasts {number} days, expected at most {most}", number=(end - start).days, most=LONGEST.days
        ),
        sentence("check both dates"),
    )


def ends_too_early(end: Moment, start: Moment, place: Place) -> Mistake:
    return mistake(
        place,
        "ends-before-start",
        sentence(
            '"end" is {end}, which is not after "start", {start}',
            end=moment_words(end),
            start=moment_words(start),
        ),
        sentence("check both dates"),
    )


def moment_words(moment: Moment) -> str:
    """A date or a moment as editors write it."""
    return f"{moment:%Y-%m-%d %H:%M}" if isinstance(moment, datetime) else f"{moment:%Y-%m-%d}"


def without_offset(moment: Moment, zone: ZoneInfo, place: Place) -> Moment:
    if isinstance(moment, datetime) and moment.tzinfo:
        raise mistake(
            place,
            "unexpected-offset",
            sentence('"{moment}" has a UTC offset', moment=moment.isoformat(" ", "minutes")),
            sentence('write the local time, and "timezone" when it is not {zone}', zone=zone),
        )
    return moment


def check_clock(
    local: datetime, zone: ZoneInfo, place: Place, context: LoadContext, way_out: Sentence | None = None
) -> None:
    """A local time has to exist, and should exist once (PEP 495: `fold` tells both readings apart)."""
    before, after = (local.replace(tzinfo=zone, fold=fold).utcoffset() or timedelta() for fold in (0, 1))
    if after > before:
        context.notes.problems.append(nonexistent(local, after - before, zone, place))
    elif after < before:
        context.warn(
            place,
            "ambiguous-time",
            sentence(
                "{moment} comes twice in {zone}: clocks go back that night",
                moment=moment_words(local),
                zone=zone,
            ),
            way_out or sentence("the first one is taken; choose another time"),
        )


def with_offsets(local: datetime, zone: ZoneInfo) -> Sentence:
    """How to say which one is meant, where offsets are understood."""
    first, second = (local.replace(tzinfo=zone, fold=fold).isoformat(" ", "minutes") for fold in (0, 1))
    return sentence("write {first} for the first one, {second} for the second", first=first, second=second)


def nonexistent(local: datetime, gap: timedelta, zone: ZoneInfo, place: Place) -> Problem:
    start = first_skipped(local, zone)
    return Problem(
        place,
        "nonexistent-time",
        sentence(
            "{moment} does not exist in {zone}: clocks go from {before} to {after}",
            moment=moment_words(local),
            zone=zone,
            before=f"{start:%H:%M}",
            after=f"{start + gap:%H:%M}",
        ),
    )


def first_skipped(local: datetime, zone: ZoneInfo) -> datetime:
    """The first minute of the gap that `local` lies in; a gap is at most a day long."""
    start = local.replace(second=0, microsecond=0)
    while is_skipped(start - MINUTE, zone):
        start -= MINUTE
    return start


def is_skipped(local: datetime, zone: ZoneInfo) -> bool:
    there = local.replace(tzinfo=zone)
    return there.astimezone(ZoneInfo("UTC")).astimezone(zone).replace(tzinfo=None) != local
