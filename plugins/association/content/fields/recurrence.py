"""How often something comes back, in words: `every: 2 months`, `on: first tuesday`.

These English words are the canonical ones; French and Dutch ones are understood as well. What other words
most likely mean, short, misspelt or mixed, serves hints only.
"""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

from pydantic import GetCoreSchemaHandler, GetJsonSchemaHandler
from pydantic_core import CoreSchema, core_schema

from ...domain.meetings import WEEKDAYS
from ...domain.text import fold
from ...problems import Sentence, sentence
from ..suggestions import nearest
from .base import Form, refused, text_of, whatever_the_capitals
from .base import text as text_form
from .recurrence_words import LEXICONS, Lexicon, every_form, examples, month_day_form, reading, weekday_form

ORDINALS = {"first": 1, "second": 2, "third": 3, "fourth": 4, "last": -1}
DAY_NAMES = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
WEEKDAY_CODES = dict(zip(DAY_NAMES, WEEKDAYS, strict=True))
ENGLISH = "en"

EVERY = re.compile(
    r"(?:(?P<one>day|week|month|year)|(?P<number>[1-9][0-9]{0,2})\s*(?P<many>day|week|month|year)s?)"
)
MONTH_DAY = re.compile(r"0?[1-9]|[12][0-9]|3[01]")
EVERY_FORM = "day|week|month|year|[1-9][0-9]{0,2} *(?:day|week|month|year)s?"

LONGEST = 100
# In French, eight days are a week and fifteen a fortnight.
DAYS_FOR_WEEKS = re.compile(r"(?:(?:tous les|chaque) )?(?P<days>8|15|huit|quinze) jours")
WEEKS = {"8": "semaine", "huit": "semaine", "15": "2 semaines", "quinze": "2 semaines"}
IN_DIGITS = {"huit": "8", "quinze": "15"}


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
        return text_form(whatever_the_capitals(f"^(?:{EVERY_FORM}|{examples(every_form)})$"))


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
        spoken = f"{english}|{examples(weekday_form)}|{examples(month_day_form)}"
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


@dataclass(frozen=True, slots=True)
class MeantWords:
    """One language: its words by their folded form, what others stand for, and those that say nothing."""

    words: Mapping[str, str]
    meant: Mapping[str, str]
    small: frozenset[str]
    day: str
    month: str

    def knows(self, word: str) -> bool:
        return word in self.words or word in self.meant or word in self.small

    def said(self, word: str) -> str:
        if word.isdigit():
            return word
        near = self.meant.get(word) or nearest(word, self.words) or word
        return self.words.get(near, near)


def spelled(words: str) -> dict[str, str]:
    return {fold(word): word for word in words.split()}


ENGLISH_WORDS = MeantWords(
    words=spelled(
        """
        day days week weeks month months year years first second third fourth last
        monday tuesday wednesday thursday friday saturday sunday
        """
    ),
    meant={
        **{"daily": "day", "weekly": "week", "monthly": "month", "yearly": "year", "annual": "year"},
        **{"fortnight": "2 weeks", "fortnightly": "2 weeks", "quarter": "3 months", "quarterly": "3 months"},
        **{"1st": "first", "2nd": "second", "3rd": "third", "4th": "fourth"},
        **{"mon": "monday", "tue": "tuesday", "wed": "wednesday", "thu": "thursday", "fri": "friday"},
        **{"sat": "saturday", "sun": "sunday"},
    },
    small=frozenset(("the", "every", "each", "on", "of", "all")),
    day="day",
    month="month",
)
FRENCH_WORDS = MeantWords(
    words=spelled(
        """
        jour jours semaine semaines mois an ans année années
        deux trois quatre cinq six sept huit neuf dix onze douze
        premier deuxième troisième quatrième dernier
        lundi mardi mercredi jeudi vendredi samedi dimanche
        """
    ),
    meant={
        **{"quotidien": "jour", "hebdomadaire": "semaine", "mensuel": "mois", "annuel": "an"},
        **{"quinzaine": "2 semaines", "bimestriel": "2 mois", "trimestre": "3 mois", "trimestriel": "3 mois"},
        **{"semestre": "6 mois", "semestriel": "6 mois"},
        **{"1er": "premier", "2e": "deuxieme", "2nd": "deuxieme", "second": "deuxieme", "3e": "troisieme"},
        **{"4e": "quatrieme", "lun": "lundi", "mar": "mardi", "mer": "mercredi", "jeu": "jeudi"},
        **{"ven": "vendredi", "sam": "samedi", "dim": "dimanche"},
        **{"first": "premier", "third": "troisieme", "fourth": "quatrieme", "last": "dernier"},
        "avant-dernier": "avant-dernier",  # near to « dernier », and something else
    },
    small=frozenset(("le", "les", "la", "du", "de", "tous", "toutes", "chaque")),
    day="jour",
    month="mois",
)
VOCABULARIES = (ENGLISH_WORDS, FRENCH_WORDS)


def in_weeks(text: str) -> Mapping[str, str] | None:
    """« Tous les 15 jours » are 2 weeks to most who say so: too doubtful to be taken at its word."""
    match = DAYS_FOR_WEEKS.fullmatch(" ".join(fold(text[:LONGEST]).split()))
    if match is None:
        return None
    days = match["days"]
    return {"weeks": WEEKS[days], "days": IN_DIGITS.get(days, days)}


def meant_every(text: str) -> Iterator[str]:
    """`every 2 month` is "2 months"; a plural alone is one of them. The likeliest language first."""
    for vocabulary in likely(text):
        words = said_in(vocabulary, text)
        if len(words) == 1:
            yield words[0] if words[0] == "mois" else words[0].removesuffix("s")
        elif words:
            yield " ".join([*words[:-1], words[-1].removesuffix("s") + "s"])


def meant_on(text: str) -> Iterator[str]:
    """`the 15 of the month` is "day 15", `first tusday of the month` is "first tuesday"."""
    for vocabulary in likely(text):
        words = [word for word in said_in(vocabulary, text) if word != vocabulary.month]
        yield f"{vocabulary.day} {words[0]}" if len(words) == 1 and words[0].isdigit() else " ".join(words)


def likely(text: str) -> list[MeantWords]:
    """The language most of whose words are there comes first."""
    words = fold(text[:LONGEST]).split()
    return sorted(VOCABULARIES, key=lambda vocabulary: -sum(map(vocabulary.knows, words)))


def said_in(vocabulary: MeantWords, text: str) -> list[str]:
    words = (word for word in fold(text[:LONGEST]).split() if word not in vocabulary.small)
    return " ".join(map(vocabulary.said, words)).split()
