"""How often something comes back, in words: `every: 2 months`, `on: first tuesday`.

English, French and Dutch are understood; the English words are the canonical ones. What other words most
likely mean is in `recurrence_hints`.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from pydantic import GetCoreSchemaHandler, GetJsonSchemaHandler, ValidationInfo
from pydantic_core import CoreSchema, core_schema

from ...domain.meetings import WEEKDAYS
from ...domain.text import fold
from ...problems import Sentence, sentence
from .base import Form, refused, text_of, whatever_the_capitals
from .base import text as text_form
from .recurrence_hints import meant_every, meant_on, said_twice, without_time
from .recurrence_wishes import rrule_of
from .recurrence_words import (
    DAY_OF_MONTH,
    LEXICONS,
    Lexicon,
    every_form,
    examples,
    month_day_form,
    month_days_form,
    ordinal_form,
    reading,
    weekday_form,
    weekdays_alike_form,
    weekdays_form,
)

ENGLISH = "en"
WEEK = {"fr": "semaine", "nl": "week", "en": "week"}
MONTH = {"fr": "mois", "nl": "maand", "en": "month"}
MONTH_DAY = re.compile(DAY_OF_MONTH)
LONGEST = 100


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
        return text_form(whatever_the_capitals(f"^(?:{examples(every_form)})$"))


@dataclass(frozen=True, slots=True)
class OnDay:
    """A weekday (MO to SU), perhaps only the first to fourth or the last (-1); or a day of the month."""

    ordinal: int | None = None
    weekday: str | None = None
    month_day: int | None = None

    @property
    def place(self) -> tuple[bool, int, int]:
        """As a month goes by, what is counted from its end last."""
        number = self.ordinal or self.month_day or 0
        return number < 0, number, WEEKDAYS.index(self.weekday or WEEKDAYS[0])


@dataclass(frozen=True, slots=True)
class On:
    """One day or several, all weekdays or all days of the month, in the order of a month.

    language: the one they are written in.
    """

    days: tuple[OnDay, ...] = ()
    language: str = field(default=ENGLISH, compare=False)

    @classmethod
    def __get_pydantic_core_schema__(cls, source: type, handler: GetCoreSchemaHandler) -> CoreSchema:
        return core_schema.with_info_plain_validator_function(on_beside)

    @classmethod
    def __get_pydantic_json_schema__(cls, schema: CoreSchema, handler: GetJsonSchemaHandler) -> Form:
        spoken = f"{examples(weekdays_alike_form)}|{examples(month_days_form)}"
        text = text_form(whatever_the_capitals(f"^(?:{spoken})$"))
        return {"anyOf": [text, {"type": "array", "items": text, "minItems": 1}]}

    @property
    def are_weekdays(self) -> bool:
        """Every one of them, whatever its place in the month."""
        return all(day.weekday and not day.ordinal for day in self.days)

    @property
    def are_in_a_month(self) -> bool:
        return all(day.ordinal or day.month_day for day in self.days)

    @property
    def words(self) -> str:
        """`first tuesday`, `mardi ou jeudi`: weekdays in the language they are written in."""
        lexicon = next(lexicon for lexicon in LEXICONS if lexicon.language == self.language)
        return f" {lexicon.either} ".join(said(day, lexicon) for day in self.days)


def said(day: OnDay, lexicon: Lexicon) -> str:
    weekday = lexicon.weekdays[WEEKDAYS.index(day.weekday or WEEKDAYS[0])]
    return f"{lexicon.ordinals[day.ordinal][0]} {weekday}" if day.ordinal else weekday


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
    """`every: mardi` is `every: semaine` with `on: mardi`; what no words say, a rule does."""
    if twice := said_twice(text):
        return twice
    better = next((better for better in meant_every(text) if read_every(better)), None)
    if better:
        return sentence("write {better}", better=better)
    if on_what := read_on(text):
        unit = WEEK if on_what.are_weekdays else MONTH
        return sentence('write "every: {every}" and "on: {on}"', every=unit[on_what.language], on=text)
    if rrule := rrule_of(text):
        return instead(rrule)
    return sentence('write for example "month" or "2 months"')


def read_every(text: str) -> Every | None:
    words = spoken(text)
    return next((found for lexicon in LEXICONS if (found := every_in(lexicon, words, text))), None)


def every_in(lexicon: Lexicon, words: str, text: str) -> Every | None:
    match = reading(every_form, lexicon).fullmatch(words)
    if match is None:
        return None
    found = match.groupdict()
    if found["span"]:
        number, unit = lexicon.span(found["span"])
        return Every(unit, number, text)
    unit = lexicon.unit(
        next(found[name] for name in ("alone", "each", "unit", "second", "one") if found.get(name))
    )
    number = lexicon.number(found["number"] or found.get("out_of") or ("2" if found.get("second") else "1"))
    if unit == "day" and number in lexicon.days_for_weeks:
        return Every("week", lexicon.days_for_weeks[number], text)
    return Every(unit, number, text)


def on_beside(value: object, info: ValidationInfo) -> On:
    """`every` is read before it."""
    beside = (info.data or {}).get("every")  # nothing outside a shape
    return on(value, beside if isinstance(beside, Every) else None)


def on(value: object, beside: Every | None = None) -> On:
    text = (", ".join(map(text_of, value)) or "[]") if isinstance(value, list | tuple) else text_of(value)
    found = read_on(text)
    if found:
        return found
    raise refused(
        "bad-on",
        sentence('found "{found}", expected for example "tuesday", "first tuesday" or "day 15"', found=text),
        better_on(text, beside),
    )


def better_on(text: str, beside: Every | None) -> Sentence:
    if MONTH_DAY.fullmatch(text):
        return sentence('write "day {number}"', number=int(text))
    better = next((better for better in meant_on(text) if read_on(better)), None)
    if better:
        return sentence("write {better}", better=better)
    if (day := without_time(text)) and read_on(day):
        return sentence('write {better} alone: the time of day is that of "start"', better=day)
    unit, number = (beside.unit, beside.number) if beside else ("", 1)
    return instead(rrule_of(text, unit, number))


def instead(rrule: str | None) -> Sentence:
    if rrule:
        return sentence('write instead of "every" and "on": {line}', line=f'rrule: "{rrule}"')
    return sentence(
        'write "rrule" instead of "every" and "on", for example {line} for the last Tuesday but one',
        line='rrule: "FREQ=MONTHLY;BYDAY=-2TU"',
    )


def read_on(text: str) -> On | None:
    words = spoken(text)
    for lexicon in LEXICONS:
        for listed, days_in in ((weekdays_form, weekdays_in), (month_days_form, month_days_in)):
            if reading(listed, lexicon).fullmatch(words):
                days = sorted(set(days_in(lexicon, words)), key=lambda day: day.place)
                return checked(On(tuple(days), lexicon.language))
    return None


def checked(found: On) -> On | None:
    """« premier mardi et jeudi »: whether it is each Thursday, who knows?"""
    return found if found.are_weekdays or found.are_in_a_month else None


def weekdays_in(lexicon: Lexicon, words: str) -> Iterator[OnDay]:
    for match in reading(weekday_form, lexicon).finditer(words):
        weekday = WEEKDAYS[lexicon.weekdays.index(match["weekday"])]
        for ordinal in ordinals_in(lexicon, match["ordinals"] or "") or (None,):
            yield OnDay(ordinal, weekday)


def ordinals_in(lexicon: Lexicon, words: str) -> tuple[int, ...]:
    known = reading(ordinal_form, lexicon)
    return tuple(lexicon.ordinal(match["ordinal"]) for match in known.finditer(words))


def month_days_in(lexicon: Lexicon, words: str) -> Iterator[OnDay]:
    for match in reading(month_day_form, lexicon).finditer(words):
        yield OnDay(month_day=-1 if match["last"] else int(match["day"] or 1))


def spoken(text: str) -> str:
    """Folded, with one plain space between words; nothing for a text that no rhythm is as long as."""
    return " ".join(fold(text).split()) if len(text) <= LONGEST else ""
