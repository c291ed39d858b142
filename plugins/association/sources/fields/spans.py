"""Durations, the way they are written on a poster: `2h`, `1h30`, `90min`, `3j`."""

import re
from datetime import timedelta
from typing import Annotated

from pydantic import PlainValidator, WithJsonSchema

from ...problems import Sentence, sentence
from .json_forms import text as text_form
from .refused import refused, text_of

DAYS = re.compile(r"([0-9]{1,3})\s*(?:d|days?|j|jours?)", re.IGNORECASE)
HOURS = re.compile(
    r"([0-9]{1,3})\s*(?:h|hours?|heures?)(?:\s*([0-9]{1,2})\s*(?:m|min|mn|minutes?)?)?", re.IGNORECASE
)
MINUTES = re.compile(r"([0-9]{1,4})\s*(?:m|min|mn|minutes?)", re.IGNORECASE)
CLOCK = re.compile(r"([0-9]{1,2}):([0-5][0-9])(?::00)?")
DECIMAL = re.compile(r"([0-9]{1,2})[.,]([0-9]{1,2})\s*(?:h|hours?|heures?)?", re.IGNORECASE)
BARE = re.compile(r"[0-9]{1,4}")
FORM = (
    "^(?:[0-9]{1,3} ?(?:[dDjJ]|days?|jours?)"
    "|[0-9]{1,3} ?(?:[hH]|hours?|heures?)(?: ?[0-9]{1,2} ?(?:m|min|mn|minutes?)?)?"
    "|[0-9]{1,4} ?(?:m|min|mn|minutes?))$"
)
MOST_BARE_HOURS = 12


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


def hint(text: str) -> Sentence | None:
    """`2:30`, `1.5h`, `2` and `90` leave little doubt."""
    if match := CLOCK.fullmatch(text):
        return sentence("write {better}", better=f"{int(match[1])}h{match[2]}")
    if match := DECIMAL.fullmatch(text):
        minutes = round(60 * float(f"0.{match[2]}"))
        return sentence("write {better}", better=f"{match[1]}h{minutes:02}")
    if match := BARE.fullmatch(text):
        is_hours = int(text) <= MOST_BARE_HOURS
        return sentence("write {better}", better=f"{text}h" if is_hours else f"{text}min")
    return sentence("write a number and its unit")


Duration = Annotated[timedelta, PlainValidator(duration), WithJsonSchema(text_form(FORM))]
