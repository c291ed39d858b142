"""How often something comes back, in words: `every: 2 months`, `on: first tuesday`."""

import re
from dataclasses import dataclass

from pydantic import GetCoreSchemaHandler, GetJsonSchemaHandler
from pydantic_core import CoreSchema, core_schema

from ...domain.recurrence import WEEKDAYS
from ...problems import sentence
from .json_forms import Form
from .json_forms import text as text_form
from .meant_words import meant_every, meant_on
from .refused import refused, text_of

ORDINALS = {"first": 1, "second": 2, "third": 3, "fourth": 4, "last": -1}
DAY_NAMES = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
WEEKDAY_CODES = dict(zip(DAY_NAMES, WEEKDAYS, strict=True))

EVERY = re.compile(
    r"(?:(?P<one>day|week|month|year)|(?P<number>[1-9][0-9]{0,2})\s*(?P<many>day|week|month|year)s?)"
)
MONTH_DAY = re.compile(r"0?[1-9]|[12][0-9]|3[01]")
EVERY_FORM = "^(?:day|week|month|year|[1-9][0-9]{0,2} *(?:day|week|month|year)s?)$"


@dataclass(frozen=True, slots=True)
class Every:
    """unit: day, week, month or year."""

    unit: str
    number: int = 1

    @classmethod
    def __get_pydantic_core_schema__(cls, source: type, handler: GetCoreSchemaHandler) -> CoreSchema:
        return core_schema.no_info_plain_validator_function(every)

    @classmethod
    def __get_pydantic_json_schema__(cls, schema: CoreSchema, handler: GetJsonSchemaHandler) -> Form:
        return text_form(EVERY_FORM)


@dataclass(frozen=True, slots=True)
class On:
    """A weekday (MO to SU), perhaps only the first to fourth or the last (-1); or a day of the month."""

    ordinal: int | None = None
    weekday: str | None = None
    month_day: int | None = None

    @classmethod
    def __get_pydantic_core_schema__(cls, source: type, handler: GetCoreSchemaHandler) -> CoreSchema:
        return core_schema.no_info_plain_validator_function(on)

    @classmethod
    def __get_pydantic_json_schema__(cls, schema: CoreSchema, handler: GetJsonSchemaHandler) -> Form:
        ordinals, days = "|".join(ORDINALS), "|".join(DAY_NAMES)
        return text_form(f"^(?:(?:(?:{ordinals}) +)?(?:{days})|day +(?:[1-9]|[12][0-9]|3[01]))$")


def every(value: object) -> Every:
    text = text_of(value)
    found = read_every(text)
    if found:
        return found
    better = meant_every(text)
    raise refused(
        "bad-every",
        sentence('found "{found}", expected day, week, month or year, or a number of them', found=text),
        sentence("write {better}", better=better)
        if read_every(better)
        else sentence('write for example "month" or "2 months"'),
    )


def read_every(text: str) -> Every | None:
    match = EVERY.fullmatch(text.lower())
    return Every(match["one"] or match["many"], int(match["number"] or 1)) if match else None


def on(value: object) -> On:
    text = text_of(value)
    found = read_on(text)
    if found:
        return found
    better = meant_on(text)
    raise refused(
        "bad-on",
        sentence('found "{found}", expected for example "tuesday", "first tuesday" or "day 15"', found=text),
        sentence("write {better}", better=better)
        if read_on(better)
        else sentence('use "rrule" for what these words cannot say'),
    )


def read_on(text: str) -> On | None:
    match text.lower().split():
        case [day] if day in WEEKDAY_CODES:
            return On(weekday=WEEKDAY_CODES[day])
        case [ordinal, day] if ordinal in ORDINALS and day in WEEKDAY_CODES:
            return On(ORDINALS[ordinal], WEEKDAY_CODES[day])
        case ["day", number] if MONTH_DAY.fullmatch(number):
            return On(month_day=int(number))
    return None
