"""How often something comes back, in words: `every: 2 months`, `on: first tuesday`.

These English words are the canonical ones; French and Dutch ones are understood as well.
"""

import re
from dataclasses import dataclass, field

from pydantic import GetCoreSchemaHandler, GetJsonSchemaHandler
from pydantic_core import CoreSchema, core_schema

from ...domain.recurrence import WEEKDAYS
from ...domain.slugs import fold
from ...problems import Sentence, sentence
from .json_forms import Form, whatever_the_capitals
from .json_forms import text as text_form
from .meant_words import in_weeks, meant_every, meant_on
from .refused import refused, text_of
from .rhythm_words import LEXICONS, Lexicon, every_form, month_day_form, reading, shown, weekday_form

ORDINALS = {"first": 1, "second": 2, "third": 3, "fourth": 4, "last": -1}
DAY_NAMES = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
WEEKDAY_CODES = dict(zip(DAY_NAMES, WEEKDAYS, strict=True))
ENGLISH = "en"

EVERY = re.compile(
    r"(?:(?P<one>day|week|month|year)|(?P<number>[1-9][0-9]{0,2})\s*(?P<many>day|week|month|year)s?)"
)
MONTH_DAY = re.compile(r"0?[1-9]|[12][0-9]|3[01]")
EVERY_FORM = "day|week|month|year|[1-9][0-9]{0,2} *(?:day|week|month|year)s?"


@dataclass(frozen=True, slots=True)
class Every:
    """unit: day, week, month or year. written: as the editor says it."""

    unit: str
    number: int = 1
    written: str = field(default="", compare=False)

    @classmethod
    def __get_pydantic_core_schema__(cls, source: type, handler: GetCoreSchemaHandler) -> CoreSchema:
        return core_schema.no_info_plain_validator_function(every)

    @classmethod
    def __get_pydantic_json_schema__(cls, schema: CoreSchema, handler: GetJsonSchemaHandler) -> Form:
        return text_form(whatever_the_capitals(f"^(?:{EVERY_FORM}|{shown(every_form)})$"))


@dataclass(frozen=True, slots=True)
class On:
    """A weekday (MO to SU), perhaps only the first to fourth or the last (-1); or a day of the month.

    language: the one it is written in.
    """

    ordinal: int | None = None
    weekday: str | None = None
    month_day: int | None = None
    language: str = field(default=ENGLISH, compare=False)

    @classmethod
    def __get_pydantic_core_schema__(cls, source: type, handler: GetCoreSchemaHandler) -> CoreSchema:
        return core_schema.no_info_plain_validator_function(on)

    @classmethod
    def __get_pydantic_json_schema__(cls, schema: CoreSchema, handler: GetJsonSchemaHandler) -> Form:
        ordinals, days = "|".join(ORDINALS), "|".join(DAY_NAMES)
        english = f"(?:(?:{ordinals}) +)?(?:{days})|day +(?:0?[1-9]|[12][0-9]|3[01])"
        spoken = f"{english}|{shown(weekday_form)}|{shown(month_day_form)}"
        return text_form(whatever_the_capitals(f"^(?:{spoken})$"))

    @property
    def words(self) -> str:
        """`first tuesday`, `premier mardi`: the weekday in the language it is written in."""
        lexicon = next((lexicon for lexicon in LEXICONS if lexicon.language == self.language), None)
        names = lexicon.weekdays if lexicon else DAY_NAMES
        weekday = names[WEEKDAYS.index(self.weekday or WEEKDAYS[0])]
        return f"{self._ordinal_in(lexicon)} {weekday}" if self.ordinal else weekday

    def _ordinal_in(self, lexicon: Lexicon | None) -> str:
        if lexicon:
            return lexicon.ordinals[self.ordinal or 1][0]
        return next(word for word, number in ORDINALS.items() if number == self.ordinal)


def every(value: object) -> Every:
    text = text_of(value)
    found = read_every(text)
    if found:
        return found
    raise refused(
        "bad-every",
        sentence('found "{found}", expected day, week, month or year, or a number of them', found=text),
        better_every(text),
    )


def better_every(text: str) -> Sentence:
    if weeks := in_weeks(text):
        return sentence('write "{weeks}", or "{days} days" for exactly that many', **weeks)
    better = next((better for better in meant_every(text) if read_every(better)), None)
    if better:
        return sentence("write {better}", better=better)
    return sentence('write for example "month" or "2 months"')


def read_every(text: str) -> Every | None:
    match = EVERY.fullmatch(text.lower())
    if match:
        return Every(match["one"] or match["many"], int(match["number"] or 1), text)
    if in_weeks(text):
        return None
    words = spoken(text)
    return next((found for lexicon in LEXICONS if (found := every_in(lexicon, words, text))), None)


def every_in(lexicon: Lexicon, words: str, text: str) -> Every | None:
    match = reading(every_form, lexicon).fullmatch(words)
    if match is None:
        return None
    found = match.groupdict()
    unit = next(found[name] for name in ("alone", "each", "unit", "one") if found.get(name))
    number = found["number"] or found.get("out_of") or "1"
    return Every(lexicon.unit(unit), lexicon.number(number), text)


def on(value: object) -> On:
    text = text_of(value)
    found = read_on(text)
    if found:
        return found
    raise refused(
        "bad-on",
        sentence('found "{found}", expected for example "tuesday", "first tuesday" or "day 15"', found=text),
        better_on(text),
    )


def better_on(text: str) -> Sentence:
    if MONTH_DAY.fullmatch(text):
        return sentence('write "day {number}"', number=int(text))
    better = next((better for better in meant_on(text) if read_on(better)), None)
    if better:
        return sentence("write {better}", better=better)
    return sentence('use "rrule" for what these words cannot say')


def read_on(text: str) -> On | None:
    match text.lower().split():
        case [day] if day in WEEKDAY_CODES:
            return On(weekday=WEEKDAY_CODES[day])
        case [ordinal, day] if ordinal in ORDINALS and day in WEEKDAY_CODES:
            return On(ORDINALS[ordinal], WEEKDAY_CODES[day])
        case ["day", number] if MONTH_DAY.fullmatch(number):
            return On(month_day=int(number))
    words = spoken(text)
    return next((found for lexicon in LEXICONS if (found := on_in(lexicon, words))), None)


def on_in(lexicon: Lexicon, words: str) -> On | None:
    if match := reading(month_day_form, lexicon).fullmatch(words):
        return On(month_day=int(match["day"]), language=lexicon.language)
    if match := reading(weekday_form, lexicon).fullmatch(words):
        ordinal = lexicon.ordinal(match["ordinal"]) if match["ordinal"] else None
        weekday = WEEKDAYS[lexicon.weekdays.index(match["weekday"])]
        return On(ordinal, weekday, language=lexicon.language)
    return None


def spoken(text: str) -> str:
    """Folded, with one plain space between words; nothing for a text that no rhythm is as long as."""
    return " ".join(fold(text).split()) if len(text) <= 60 else ""
