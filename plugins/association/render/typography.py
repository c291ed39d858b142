"""How texts are set in a language: spacing, small words, names, days, hours and prices.

In French no line begins with a colon (Lexique des règles typographiques en usage à l'Imprimerie nationale):
no-break space before ':' and inside guillemets, narrow no-break space before '; ! ?'.
"""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime
from decimal import Decimal
from functools import lru_cache
from zoneinfo import ZoneInfo

from babel import Locale, UnknownLocaleError, dates, numbers
from babel.dates import get_timezone_location
from babel.lists import format_list
from markupsafe import Markup, escape

from ..domain.agenda import at_town, from_town, is_french
from ..domain.text import Language, Text
from .speech import Said, said

NO_BREAK = "\u00a0"
NARROW = "\u202f"

WIDE_BEFORE = re.compile(r"[ \u00a0](?=[:»%€](?:\W|$))")
NARROW_BEFORE = re.compile(r"[ \u00a0](?=[;!?]+(?:\W|$))")
AFTER_OPENING = re.compile(r"«[ \u00a0]?(?=\S)")
CONCERNED = re.compile(r"[:;!?«»%€]| h\b")
"""What one of the rules may find something in; most lines have none of it."""
HOUR = re.compile(r"(?<=\d) h(?: (?=\d\d\b)|\b)")
APOSTROPHE = re.compile(r"(?<=[^\W\d_])'(?=\w)")


def french(text: str) -> str:
    if not CONCERNED.search(text):
        return text
    text = WIDE_BEFORE.sub(NO_BREAK, text)
    text = NARROW_BEFORE.sub(NARROW, text)
    text = AFTER_OPENING.sub(f"«{NO_BREAK}", text)
    return HOUR.sub(lambda match: match.group().replace(" ", NO_BREAK), text)


def typeset(text: str, language: str) -> str:
    """For titles and names: only spaces change, so that a name stays as its owner writes it."""
    return french(text) if is_french(language) else text


def typeset_prose(text: str, language: str) -> str:
    if not is_french(language):
        return text
    return APOSTROPHE.sub("’", french(text)) if "'" in text else french(text)


__all__ = ["at_town", "from_town", "in_a_row", "whose_clock"]


def in_a_row(names: tuple[str, ...], language: Language) -> str:
    """« Lens, Arras et Douai »."""
    try:
        return format_list(names, locale=Locale.parse(language, sep="-"))
    except (ValueError, UnknownLocaleError):
        return ", ".join(names)


def whose_clock(moment: date | datetime, zone: ZoneInfo, language: Language) -> str:
    """« à Londres », where it is another hour then than in `zone`; '' where it is not."""
    if not isinstance(moment, datetime) or moment.utcoffset() == moment.astimezone(zone).utcoffset():
        return ""
    key = getattr(moment.tzinfo, "key", "")
    if "/" not in key or key.startswith("Etc/"):
        return f"UTC{moment.isoformat()[-6:]}" if moment.utcoffset() else "UTC"
    city = get_timezone_location(ZoneInfo(key), locale=Locale.parse(language, sep="-"), return_city=True)
    return at_town(city.rpartition("/")[2], language)


def language_names(codes: Iterable[Language], reader: Language) -> tuple[str, ...]:
    """« français », « néerlandais » for fr, nl read in French; the code itself when it has no name."""
    return tuple(language_name(code, reader) for code in codes)


def language_name(code: Language, reader: Language) -> str:
    try:
        return Locale.parse(code, sep="-").get_display_name(reader) or code
    except (ValueError, UnknownLocaleError):
        return code


def country_name(code: str, reader: Language) -> str:
    """« Belgique » for BE read in French; the code itself when it has no name."""
    try:
        name: str = Locale.parse(reader, sep="-").territories.get(code.upper(), code)
    except (ValueError, UnknownLocaleError):
        return code
    return name


DAY_OF_MONTH = re.compile(r"(?<!d)d(?!d)")
FIRST, FIRST_IN_FRENCH = "1er", Markup("1<sup>er</sup>")


@dataclass(frozen=True, slots=True)
class Speech:
    """How one language writes what templates show. first: that of the site, of what does not say its own."""

    language: Language
    locale: Locale
    first: Language

    def format_date(self, day: date, pattern: str) -> str:
        """`pattern` as in Unicode TR 35; the first of a month is « 1er » in French."""
        on = day.date() if isinstance(day, datetime) else day
        return written_day(on, str(pattern), self.locale, is_french(self.language))

    def format_time(self, moment: datetime) -> str:
        if is_french(self.language):
            return f"{moment.hour}{NO_BREAK}h{NO_BREAK}{moment.minute:02}"
        return dates.format_time(moment.time(), "short", locale=self.locale)

    def short_time(self, moment: datetime) -> str:
        """Within a sentence: « 18 h » and « 18 h 30 »."""
        if is_french(self.language) and moment.minute == 0:
            return f"{moment.hour}{NO_BREAK}h"
        return self.format_time(moment)

    def price(self, amount: str, currency: str) -> str:
        """« 150 € », « 12,50 € »: no cents when there are none."""
        value = Decimal(amount)
        pattern = self.locale.currency_formats["standard"].pattern
        if value == value.to_integral_value():
            pattern = pattern.replace("0.00", "0")
        return numbers.format_currency(value, currency, pattern, self.locale, currency_digits=False)

    def language_name(self, code: Language) -> str:
        return language_name(code, self.language)

    def typeset(self, text: Text | str | None) -> str:
        """One line in this language; '' for what is absent."""
        if text is None:
            return ""
        if isinstance(text, Text):
            words, language = text.version(self.language, self.first)
            return said(typeset(words, language), language, self.language)
        return text if isinstance(text, Said) else typeset(text, self.language)


@lru_cache(maxsize=8192)
def written_day(day: date, pattern: str, locale: Locale, in_french: bool) -> Markup:
    """Remembered: an agenda names the same days on many pages."""
    text = DAY_OF_MONTH.sub(f"'{FIRST}'", pattern) if day.day == 1 and in_french else pattern
    return escape(dates.format_date(day, text, locale)).replace(FIRST, FIRST_IN_FRENCH)


def iso(moment: date | datetime) -> str:
    """For <time datetime>: https://html.spec.whatwg.org/multipage/text-level-semantics.html#the-time-element"""
    return moment.isoformat(timespec="minutes") if isinstance(moment, datetime) else moment.isoformat()


def locale_of(language: Language) -> Locale:
    """French, as the sentences without catalogue are, for a language that Babel does not know."""
    try:
        return Locale.parse(language, sep="-")
    except (ValueError, UnknownLocaleError):
        return Locale("fr")
