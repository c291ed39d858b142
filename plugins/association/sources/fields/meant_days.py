"""What an editor most likely meant by a date or a time that is not written as one.

Only for hints: nothing is ever published from a guess.
"""

import re
from calendar import monthrange
from collections.abc import Iterator
from datetime import date, time

from ...domain.slugs import fold
from ...problems import Sentence, sentence

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
CLOCK = re.compile(r"\b(?P<hour>[0-9]{1,2}) ?[h:.](?:eures?)? ?(?P<minute>[0-9]{2})?(?![0-9.])")


def meant_day(text: str) -> date | None:
    """Numbers are read day before month, as in French, unless only the other order exists."""
    return next(days_in(fold(text[:100])), None)


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
    for match in CLOCK.finditer(fold(text[:100])):
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
