"""Days and moments, written year-month-day; no clock and no time zone is known here."""

import re
from calendar import monthrange
from datetime import UTC, date, datetime, time, timedelta, timezone
from typing import Annotated

from pydantic import PlainValidator, WithJsonSchema

from ...problems import Sentence, sentence
from .json_forms import text as text_form
from .meant_days import meant_day, meant_time, month_length
from .refused import Refused, refused, text_of

FIRST_YEAR, LAST_YEAR = 1900, 2199
DAY = re.compile(r"([0-9]{4})-([0-9]{2})-([0-9]{2})")
CLOCK = re.compile(
    r"(?P<hour>[0-9]{1,2})"
    r"(?:\s*[hH](?:\s*(?P<minute_h>[0-9]{2}))?"
    r"|:(?P<minute>[0-9]{2})(?::(?P<second>[0-9]{2})(?:[.,][0-9]{1,9})?)?)"
    r"\s*(?P<offset>[Zz]|[+-][0-9]{2}(?::?[0-9]{2})?)?"
)
SEPARATOR = re.compile(r"[Tt]|\s+")


def day(value: object) -> date:
    if isinstance(value, date) and not isinstance(value, datetime):
        return value
    text = text_of(value)
    match = DAY.match(text)
    if not match:
        raise not_a_date(text)
    found = calendar_day(match)
    if match.end() < len(text):
        raise refused(
            "bad-date",
            sentence('found "{found}", expected a day without time', found=text),
            sentence("write {day}", day=found),
        )
    return found


def moment(value: object) -> date | datetime:
    """A day; or a moment, aware only if its offset from UTC is written."""
    if isinstance(value, date):
        return value
    text = text_of(value)
    match = DAY.match(text)
    if not match:
        raise not_a_date(text)
    found = calendar_day(match)
    separator = SEPARATOR.match(text, match.end())
    if match.end() == len(text):
        return found
    clock = CLOCK.fullmatch(text, separator.end()) if separator else None
    if not clock:
        raise not_a_time(text, text[match.end() :].strip(), found)
    return at_clock(found, clock)


def calendar_day(match: re.Match[str]) -> date:
    year, month, day_ = (int(part) for part in match.groups())
    if not FIRST_YEAR <= year <= LAST_YEAR:
        raise refused(
            "bad-date",
            sentence(
                'found "{found}", expected a year from {first} to {last}',
                found=match[0],
                first=FIRST_YEAR,
                last=LAST_YEAR,
            ),
            sentence("check the year"),
        )
    if 1 <= month <= 12 and 1 <= day_ <= monthrange(year, month)[1]:
        return date(year, month, day_)
    raise refused(
        "bad-date",
        sentence('"{found}" is not a day of the calendar', found=match[0]),
        day_hint(year, month, day_),
    )


def day_hint(year: int, month: int, day_: int) -> Sentence:
    if 12 < month <= 31 and 1 <= day_ <= 12:
        return sentence("write the month before the day: {better}", better=f"{year:04}-{day_:02}-{month:02}")
    if not 1 <= month <= 12:
        return sentence("months go from 01 to 12")
    if day_ == 0:
        return sentence("days begin with 01")
    return month_length(year, month)


def not_a_date(text: str) -> Refused:
    meant, clock = meant_day(text), meant_time(text)
    if meant is None:
        hint = sentence("write year-month-day, for example {example}", example="2026-11-03")
    elif clock:
        hint = sentence("write {better}", better=f"{meant} {clock:%H:%M}")
    else:
        hint = sentence("write {better}", better=meant)
    return refused(
        "bad-date", sentence('found "{found}", expected a date such as 2026-11-03', found=text), hint
    )


def not_a_time(text: str, clock_text: str, found: date) -> Refused:
    meant = meant_time(clock_text)
    example = f"{found} {meant or time(18, 30):%H:%M}"
    return refused(
        "bad-time",
        sentence('found "{found}" after the date, expected a time such as 18:30', found=clock_text),
        sentence("write {better}", better=example)
        if meant
        else sentence("for example {better}", better=example),
    )


def at_clock(found: date, clock: re.Match[str]) -> datetime:
    hour, second = int(clock["hour"]), int(clock["second"] or 0)
    minute = int(clock["minute"] or clock["minute_h"] or 0)
    if hour > 23 or minute > 59 or second > 59:
        raise refused(
            "bad-time",
            sentence('"{found}" is not a time of day', found=clock[0]),
            sentence("times go from 00:00 to 23:59"),
        )
    local = datetime.combine(found, time(hour, minute, second))
    return local.replace(tzinfo=offset(clock["offset"])) if clock["offset"] else local


def offset(text: str) -> timezone:
    if text in ("Z", "z"):
        return UTC
    digits = text[1:].replace(":", "").ljust(4, "0")
    distance = timedelta(hours=int(digits[:2]), minutes=int(digits[2:]))
    if distance >= timedelta(hours=24):
        raise refused(
            "bad-time",
            sentence('"{found}" is not an offset from UTC', found=text),
            sentence('write "Z", or an offset such as +01:00'),
        )
    return timezone(distance if text[0] == "+" else -distance)


DAY_FORM = r"[0-9]{4}-[0-9]{2}-[0-9]{2}"
HOUR_FORM = r"[0-9]{1,2}(?: ?[hH](?: ?[0-9]{2})?|:[0-9]{2}(?::[0-9]{2}(?:[.,][0-9]+)?)?)"
MOMENT_FORM = f"{DAY_FORM}(?:(?:[Tt]| +){HOUR_FORM}(?: ?(?:[Zz]|[+-][0-9]{{2}}:?(?:[0-9]{{2}})?))?)?"
Day = Annotated[date, PlainValidator(day), WithJsonSchema(text_form(f"^{DAY_FORM}$"))]
Moment = Annotated[date | datetime, PlainValidator(moment), WithJsonSchema(text_form(f"^{MOMENT_FORM}$"))]
