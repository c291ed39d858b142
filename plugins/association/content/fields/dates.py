"""Days and moments, written year-month-day, and durations as on a poster: `2h`, `1h30`, `90min`, `3j`.

No clock and no time zone is known here. What an editor most likely meant by another form serves hints only:
nothing is ever published from a guess.
"""

import re
from calendar import monthrange
from collections.abc import Iterator
from datetime import UTC, date, datetime, time, timedelta, timezone
from typing import Annotated

from pydantic import PlainValidator, WithJsonSchema

from ...domain.meetings import Remark
from ...domain.text import fold
from ...problems import Sentence, sentence
from ..yaml.source import Refusal
from .base import Fault, Form, Refused, faults_of, in_any_case, refused, text_of, unknown_key, versions
from .base import text as text_form
from .text import LONGEST_NAME, NO, YES, name, yes_or_no

FIRST_YEAR, LAST_YEAR = 1900, 2199
EXAMPLE = "2026-11-03"
DAY = re.compile(r"([0-9]{4})-([0-9]{2})-([0-9]{2})")
CLOCK = re.compile(
    r"(?P<hour>[0-9]{1,2})"
    r"(?:\s*[hH](?:\s*(?P<minute_h>[0-9]{2}))?"
    r"|:(?P<minute>[0-9]{2})(?::(?P<second>[0-9]{2})(?:[.,][0-9]{1,9})?)?)"
    r"\s*(?P<offset>[Zz]|[+-][0-9]{2}(?::?[0-9]{2})?)?"
)
SEPARATOR = re.compile(r"[Tt]|\s+")

DAY_FORM = r"[0-9]{4}-[0-9]{2}-[0-9]{2}"
HOUR_FORM = r"[0-9]{1,2}(?: ?[hH](?: ?[0-9]{2})?|:[0-9]{2}(?::[0-9]{2}(?:[.,][0-9]+)?)?)"
MOMENT_FORM = f"{DAY_FORM}(?:(?:[Tt]| +){HOUR_FORM}(?: ?(?:[Zz]|[+-][0-9]{{2}}:?(?:[0-9]{{2}})?))?)?"
SPAN_CLOCK = re.compile(r"([0-9]{1,2}):([0-5][0-9])(?::00)?")
DECIMAL = re.compile(r"([0-9]{1,2})[.,]([0-9]{1,2})\s*(?:h|hours?|heures?)?", re.IGNORECASE)
BARE = re.compile(r"[0-9]{1,4}")
MOST_BARE_HOURS = 12

# French, English and Dutch, folded.
MONTHS = (
    ("janvier", "january", "januari"),
    ("fevrier", "february", "februari"),
    ("mars", "march", "maart"),
    ("avril", "april"),
    ("mai", "may", "mei"),
    ("juin", "june", "juni"),
    ("juillet", "july", "juli"),
    ("aout", "august", "augustus"),
    ("septembre", "september"),
    ("octobre", "october", "oktober"),
    ("novembre", "november"),
    ("decembre", "december"),
)
SHORTEST_MONTH = 3
YEAR_FIRST = re.compile(r"\b(?P<year>[0-9]{4})[-/. ](?P<month>[0-9]{1,2})[-/. ](?P<day>[0-9]{1,2})\b")
DAY_FIRST = re.compile(r"\b(?P<day>[0-9]{1,2})[-/. ](?P<month>[0-9]{1,2})[-/. ](?P<year>[0-9]{4})\b")
COMPACT = re.compile(r"\b(?P<year>[0-9]{4})(?P<month>[0-9]{2})(?P<day>[0-9]{2})\b")
IN_WORDS = re.compile(
    r"\b(?P<day>[0-9]{1,2})(?:er|e|st|nd|rd|th)?\.? +(?:de +|of +)?(?P<month>[a-z]+)\.?,? +"
    r"(?P<year>[0-9]{4})\b"
)
MONTH_FIRST = re.compile(
    r"\b(?P<month>[a-z]+)\.? +(?P<day>[0-9]{1,2})(?:st|nd|rd|th)?,? +(?P<year>[0-9]{4})\b"
)
MEANT_CLOCK = re.compile(r"\b(?P<hour>[0-9]{1,2}) ?[h:.](?:eures?)? ?(?P<minute>[0-9]{2})?(?![0-9.])")
BETWEEN_DAYS = re.compile(r"\s*[,;&]\s*|\s+(?:et|and|en|ou|puis)\s+")
DAYS = re.compile(r"([0-9]{1,3})\s*(?:d|days?|j|jours?)", re.IGNORECASE)
HOURS = re.compile(
    r"([0-9]{1,3})\s*(?:h|hours?|heures?)(?:\s*([0-9]{1,2})\s*(?:m|min|mn|minutes?)?)?", re.IGNORECASE
)
MINUTES = re.compile(r"([0-9]{1,4})\s*(?:m|min|mn|minutes?)", re.IGNORECASE)
FORM = (
    "^(?:[0-9]{1,3} ?(?:[dDjJ]|days?|jours?)"
    "|[0-9]{1,3} ?(?:[hH]|hours?|heures?)(?: ?[0-9]{1,2} ?(?:m|min|mn|minutes?)?)?"
    "|[0-9]{1,4} ?(?:m|min|mn|minutes?))$"
)


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
        hint = sentence("write year-month-day, for example {example}", example=EXAMPLE)
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


def hint(text: str) -> Sentence | None:
    """`2:30`, `1.5h`, `2` and `90` leave little doubt."""
    if match := SPAN_CLOCK.fullmatch(text):
        return sentence("write {better}", better=f"{int(match[1])}h{match[2]}")
    if match := DECIMAL.fullmatch(text):
        minutes = round(60 * float(f"0.{match[2]}"))
        return sentence("write {better}", better=f"{match[1]}h{minutes:02}")
    if match := BARE.fullmatch(text):
        is_hours = int(text) <= MOST_BARE_HOURS
        return sentence("write {better}", better=f"{text}h" if is_hours else f"{text}min")
    return sentence("write a number and its unit")


def meant_day(text: str) -> date | None:
    """Numbers are read day before month, as in French, unless only the other order exists."""
    return next(days_in(fold(text[:100])), None)


def days_meant(text: str) -> str:
    """« 05/01/2027 et 12/01/2027 » as in a list; the text itself where one of them is no day."""
    parts = BETWEEN_DAYS.split(text[:1000].strip())
    found = [part if DAY.match(part) else day_and_time(part) for part in parts]
    return ", ".join(found) if all(found) else text


def day_and_time(text: str) -> str:
    meant, clock = meant_day(text), meant_time(text)
    return f"{meant or ''} {clock:%H:%M}" if meant and clock else f"{meant or ''}"


def days_in(text: str) -> Iterator[date]:
    for form in (DAY_FIRST, IN_WORDS, MONTH_FIRST, YEAR_FIRST, COMPACT):
        match = form.search(text)
        if match:
            year, month, day = int(match["year"]), month_number(match["month"]), int(match["day"])
            yield from existing(year, month, day)
            yield from existing(year, day, month)


def existing(year: int, month: int, day: int) -> Iterator[date]:
    if year >= 1 and 1 <= month <= 12 and 1 <= day <= monthrange(year, month)[1]:
        yield date(year, month, day)


def month_number(word: str) -> int:
    """0 for what is no month; "juil" is July, "jui" nothing yet."""
    if word.isdigit():
        return int(word)
    if len(word) < SHORTEST_MONTH:
        return 0
    found = [number for number, names in enumerate(MONTHS, 1) if any(name.startswith(word) for name in names)]
    return found[0] if len(found) == 1 else 0


def meant_time(text: str) -> time | None:
    """The time of day that stands in `text` after its date."""
    for match in MEANT_CLOCK.finditer(fold(text[:100])):
        hour, minute = int(match["hour"]), int(match["minute"] or 0)
        if hour < 24 and minute < 60:
            return time(hour, minute)
    return None


def month_length(year: int, month: int) -> Sentence:
    """One template a month: the names of months are to be translated."""
    days = monthrange(year, month)[1]
    match month:
        case 2:
            return sentence("February {year} has {days} days", year=year, days=days)
        case 4:
            return sentence("April {year} has {days} days", year=year, days=days)
        case 6:
            return sentence("June {year} has {days} days", year=year, days=days)
        case 9:
            return sentence("September {year} has {days} days", year=year, days=days)
        case 11:
            return sentence("November {year} has {days} days", year=year, days=days)
    return sentence("no month has more than {days} days", days=days)


Day = Annotated[date, PlainValidator(day), WithJsonSchema(text_form(f"^{DAY_FORM}$"))]
Moment = Annotated[date | datetime, PlainValidator(moment), WithJsonSchema(text_form(f"^{MOMENT_FORM}$"))]

ALWAYS = ("always", "toujours", "altijd")


def pinned(value: object) -> bool | date:
    """Yes, no, or the last day on which it is so, which for `always` is that of the calendar."""
    text = "" if isinstance(value, bool) else text_of(value)
    if not text or text.lower() in (*YES, *NO):
        return yes_or_no(value)
    if text.lower() in ALWAYS:
        return date.max
    if not meant_day(text):
        raise refused(
            "bad-yes-no",
            sentence('found "{found}", expected true, false, a last day or always', found=text),
            sentence("write true for thirty days, or the last day, for example {example}", example=EXAMPLE),
        )
    return day(value)


Pinned = Annotated[
    bool | date,
    PlainValidator(pinned),
    WithJsonSchema(
        {
            "type": ["boolean", "string"],
            "anyOf": [{"pattern": in_any_case(*YES, *NO, *ALWAYS)}, {"pattern": f"^{DAY_FORM}$"}],
        }
    ),
]

OF_CANCELLED = ("date", "reason")
IN_PARTS: Form = {
    "type": "object",
    "properties": {"date": text_form(f"^{DAY_FORM}$"), "reason": versions(maxLength=LONGEST_NAME)},
    "required": ["date"],
    "additionalProperties": False,
}


def cancelled_day(value: object) -> Remark:
    """`2027-03-02`, or `{date: 2027-03-02, reason: …}`."""
    return cancelled_in_parts(value) if isinstance(value, dict) else Remark(day(value))


def cancelled_in_parts(parts: dict[str, object]) -> Remark:
    faults = [
        Fault(unknown_key(key, OF_CANCELLED), (key,), about_key=True)
        for key in parts
        if key not in OF_CANCELLED
    ]
    if "date" not in parts:
        faults.append(Fault(without_day()))
    for key, read in (("date", day), ("reason", name)):
        if key in parts:
            faults += faults_of(read, parts[key], key)
    if faults:
        raise Refused(*faults)
    return Remark(day(parts["date"]), name(parts["reason"]) if "reason" in parts else None)


def without_day() -> Refusal:
    return Refusal(
        "missing-field",
        sentence('the cancelled date has no "{field}"', field="date"),
        sentence("write the day of the meeting, for example {example}", example="date: 2027-03-02"),
    )


CancelledDay = Annotated[
    Remark,
    PlainValidator(cancelled_day),
    WithJsonSchema({"anyOf": [text_form(f"^{DAY_FORM}$"), IN_PARTS]}),
]


def duration(value: object) -> timedelta:
    text = text_of(value)
    length = length_of(text)
    if length is None:
        raise refused(
            "bad-duration",
            sentence('found "{found}", expected a duration such as 2h, 1h30, 90min or 3d', found=text),
            hint(text),
        )
    if not length:
        raise refused(
            "bad-duration",
            sentence('found "{found}", expected more than nothing', found=text),
            sentence("write how long it lasts, or delete the key"),
        )
    return length


def length_of(text: str) -> timedelta | None:
    if match := DAYS.fullmatch(text):
        return timedelta(days=int(match[1]))
    if match := MINUTES.fullmatch(text):
        return timedelta(minutes=int(match[1]))
    match = HOURS.fullmatch(text)
    if match and int(match[2] or 0) < 60:
        return timedelta(hours=int(match[1]), minutes=int(match[2] or 0))
    return None


Duration = Annotated[timedelta, PlainValidator(duration), WithJsonSchema(text_form(FORM))]
