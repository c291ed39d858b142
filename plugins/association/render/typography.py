"""How texts are set in a language: spacing, quotation marks, small words, names, days, hours and prices.

RULES has what a language asks for beside the data of Unicode, which Babel brings. A language that is not
there is set by that data alone, and its texts stay as they are written: docs/languages.md adds one.
French: Lexique des règles typographiques en usage à l'Imprimerie nationale: no line begins with a colon.
Dutch: Taaladvies of the Taalunie. English: New Hart's Rules. German: Duden, DIN 5008.
"""

import re
from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date, datetime
from decimal import Decimal
from functools import cache, lru_cache
from typing import Literal, NamedTuple
from zoneinfo import ZoneInfo

from babel import Locale, UnknownLocaleError, dates, numbers
from babel.core import get_global
from babel.dates import get_timezone_location
from babel.lists import format_list
from markupsafe import Markup, escape

from ..domain.phrases import at_town, is_french
from ..domain.text import Language, Text, main_language
from .speech import Said, said

NO_BREAK = "\u00a0"
NARROW = "\u202f"


class Hours(NamedTuple):
    """How 18:30 is written. between: hour and minute; after: both, but not where another hour follows.

    whole: after an hour without minutes, in a sentence; '' where it has them. has_zero: 09, not 9.
    """

    between: str
    after: str = ""
    whole: str = ""
    has_zero: bool = False


class Quotes(NamedTuple):
    opening: str
    closing: str


@dataclass(frozen=True, slots=True)
class Rules:
    """Attributes that need a word:

    locale: whose data is meant by the language alone. hours: None for those of that data.
    double, single: what straight quotation marks become in running text; None leaves them.
    elided: words that begin with an apostrophe: `'s avonds`.
    before, after: what keeps to the number that follows, or that it follows; days keep to their months.
    first: of the days of a month, where it is not 1. nth: a day that is named without its month.
    is_tight: no space stands before high signs.
    """

    locale: str = ""
    hours: Hours | None = None
    double: Quotes | None = None
    single: Quotes | None = None
    elided: str = ""
    before: tuple[str, ...] = ()
    after: tuple[str, ...] = ()
    first: str = "1"
    nth: tuple[str, ...] = ("",)
    is_tight: bool = False


CURLY, CURLY_SINGLE = Quotes("“", "”"), Quotes("‘", "’")
UNITS = (
    "km",
    "m",
    "cm",
    "mm",
    "m²",
    "km²",
    "kg",
    "g",
    "kW",
    "kWh",
    "kB",
    "MB",
    "GB",
    "TB",
    "min",
    "ha",
    "°C",
    "V",
    "W",
)
RULES = {
    "fr": Rules(
        hours=Hours(f"{NO_BREAK}h{NO_BREAK}", whole=f"{NO_BREAK}h"),
        double=Quotes(f"«{NO_BREAK}", f"{NO_BREAK}»"),
        before=("n°", "p.", "art.", "chap.", "fig."),
        after=(*UNITS, "ko", "Mo", "Go", "To", "ans", "euros"),
        first="1er",
    ),
    "nl": Rules(
        hours=Hours(".", f"{NO_BREAK}uur", f"{NO_BREAK}uur"),
        double=CURLY,
        single=CURLY_SINGLE,
        elided="em|er|ie|k|m|n|r|s|t",
        before=("€", "nr.", "blz.", "p.", "art.", "fig."),
        after=(*UNITS, "%", "uur", "u.", "jaar", "euro"),
        nth=("e",),
        is_tight=True,
    ),
    "en": Rules(
        locale="en_GB",
        hours=Hours(":", has_zero=True),
        double=CURLY,
        single=CURLY_SINGLE,
        elided=r"em|n|tis|twas|\d\ds?",
        before=("No.", "no.", "p.", "pp.", "art.", "fig."),
        after=(*UNITS, "am", "pm", "a.m.", "p.m.", "years", "euros"),
        nth=("th", "st", "nd", "rd"),
        is_tight=True,
    ),
    "de": Rules(
        hours=Hours(":", f"{NO_BREAK}Uhr", f"{NO_BREAK}Uhr", has_zero=True),
        double=Quotes("„", "“"),
        single=Quotes("‚", "‘"),
        elided="n|s",
        before=("Nr.", "S.", "Art.", "Abb.", "§"),
        after=(*UNITS, "%", "€", "Uhr", "Jahre", "Euro"),
        nth=(".",),
        is_tight=True,
    ),
}
NO_RULES = Rules()

WIDE_BEFORE = re.compile(r"[ \u00a0](?=[:»%€](?:\W|$))")
NARROW_BEFORE = re.compile(r"[ \u00a0](?=[;!?]+(?:\W|$))")
AFTER_OPENING = re.compile(r"«[ \u00a0]?(?=\S)")
CONCERNED = re.compile(r"[:;!?«»%€]| h\b")
"""What one of the rules of French may find something in; most lines have none of it."""
HOUR = re.compile(r"(?<=\d) h(?: (?=\d\d\b)|\b)")
LOOSE = re.compile(r"(?<=[\w)\]”’»])[ \u00a0\u202f](?=[:;!?]+(?:\s|$))")
BESIDE_A_NUMBER = re.compile(r" \d|\d ")
STRAIGHT = re.compile("[\"']")
MAY_OPEN, MAY_CLOSE = frozenset(" \u00a0\n([{–—‘“‚„«/"), frozenset(" \u00a0\n.,;:!?)]}…–—»’”")


def rules_of(language: Language) -> Rules:
    return RULES.get(main_language(language), NO_RULES)


def french(text: str) -> str:
    if not CONCERNED.search(text):
        return text
    text = WIDE_BEFORE.sub(NO_BREAK, text)
    text = NARROW_BEFORE.sub(NARROW, text)
    text = AFTER_OPENING.sub(f"«{NO_BREAK}", text)
    return HOUR.sub(lambda match: match.group().replace(" ", NO_BREAK), text)


def typeset(text: str, language: Language) -> str:
    """For titles and names: only spaces change, so that a name stays as its owner writes it."""
    set_ = french(text) if is_french(language) else text
    return kept_together(language).sub(NO_BREAK, set_) if BESIDE_A_NUMBER.search(set_) else set_


def typeset_prose(text: str, language: Language, follows: bool = False) -> str:
    """follows: it goes on after something else in its paragraph, so that it can close a quotation."""
    rules = rules_of(language)
    if rules is not NO_RULES and ("'" in text or '"' in text):
        text = STRAIGHT.sub(Quotations(rules, follows).shaped, text)
    return typeset(LOOSE.sub("", text) if rules.is_tight else text, language)


@cache
def kept_together(language: Language) -> re.Pattern[str]:
    """The spaces at which no line ends: between a number and its unit, a day and its month."""
    rules = rules_of(language)
    months = any_of(locale_of(language).months["format"]["wide"].values())
    before = "|".join(rf"(?<=(?<!\w){re.escape(word)})" for word in rules.before)
    forms = [rf"(?:(?<=\d)|(?<=\d\.)|(?<=1er)) (?=(?:{months})(?!\w))"]
    if rules.before:
        forms.append(rf"(?:{before}) (?=\d)")
    if rules.after:
        forms.append(rf"(?<=\d) (?=(?:{any_of(rules.after)})(?!\w))")
    return re.compile("|".join(forms))


def any_of(words: Iterable[str]) -> str:
    return "|".join(map(re.escape, words))


@dataclass(slots=True)
class Quotations:
    """The straight signs of one text from left to right: apostrophes, and quotation marks in pairs.

    follows: as in typeset_prose. opened: those that wait for the other of the pair.
    """

    rules: Rules
    follows: bool
    opened: set[str] = field(default_factory=set)

    def shaped(self, found: re.Match[str]) -> str:
        text, at, sign = found.string, found.start(), found[0]
        before = text[at - 1 : at] or ("x" if self.follows else " ")
        after = text[at + 1 : at + 2]
        if sign == "'" and self.is_apostrophe(before, text, at):
            return "’"
        quotes = self.rules.double if sign == '"' else self.rules.single
        if quotes is None or (before in MAY_OPEN and after.isspace()):
            return sign
        if before in MAY_OPEN and (not after or after not in MAY_CLOSE):
            self.opened.add(sign)
            return quotes.opening
        if sign not in self.opened:  # 15", or the end of what began in another text
            return sign if before.isdigit() else "’" if sign == "'" else quotes.closing
        self.opened.discard(sign)
        return quotes.closing

    def is_apostrophe(self, before: str, text: str, at: int) -> bool:
        after = text[at + 1 : at + 2]
        if before.isalpha() and after.isalnum():
            return True
        return before in MAY_OPEN and begins_elided(self.rules.elided, text, at + 1)


def begins_elided(words: str, text: str, at: int) -> bool:
    return bool(words) and re.compile(rf"(?:{words})\b", re.IGNORECASE).match(text, at) is not None


def in_a_row(
    names: tuple[str, ...], language: Language, style: Literal["standard", "or"] = "standard"
) -> str:
    """« Lens, Arras et Douai »; « ou » in the style `or`."""
    locale = known_locale(language)
    return format_list(names, style, locale) if locale else ", ".join(names)


def whose_clock(moment: date | datetime, zone: ZoneInfo, language: Language) -> str:
    """« à Londres », where it is another hour then than in `zone`; '' where it is not."""
    if not isinstance(moment, datetime) or moment.utcoffset() == moment.astimezone(zone).utcoffset():
        return ""
    key = getattr(moment.tzinfo, "key", "")
    if "/" not in key or key.startswith("Etc/"):
        return f"UTC{moment.isoformat()[-6:]}" if moment.utcoffset() else "UTC"
    city = get_timezone_location(ZoneInfo(key), locale=locale_of(language), return_city=True)
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


DAY_AND_MONTH = re.compile(r"(?<=d) (?=M)")
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
        unbroken = DAY_AND_MONTH.sub(NO_BREAK, str(pattern))
        return written_day(on, unbroken, self.locale, rules_of(self.language).first)

    def day_alone(self, day: date) -> str:
        """A day of any month: « 1er », « 15 », 15th."""
        rules = rules_of(self.language)
        if day.day == 1 and rules.first != "1":
            return self.format_date(day, "d")
        return f"{day.day}{rules.nth[nth_form(day.day, len(rules.nth))]}"

    def format_time(self, moment: datetime, is_last: bool = True) -> str:
        """is_last: no other hour follows to which it leads."""
        hours = rules_of(self.language).hours
        if hours is None:
            return dates.format_time(moment.time(), "short", locale=self.locale)
        hour = f"{moment.hour:02}" if hours.has_zero else str(moment.hour)
        return f"{hour}{hours.between}{moment.minute:02}{hours.after if is_last else ''}"

    def short_time(self, moment: datetime) -> str:
        """Within a sentence: « 18 h » and « 18 h 30 »."""
        hours = rules_of(self.language).hours
        if hours and hours.whole and moment.minute == 0:
            return f"{moment.hour}{hours.whole}"
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
def written_day(day: date, pattern: str, locale: Locale, first: str) -> Markup:
    """Remembered: an agenda names the same days on many pages."""
    text = DAY_OF_MONTH.sub(f"'{first}'", pattern) if day.day == 1 and first != "1" else pattern
    return escape(dates.format_date(day, text, locale)).replace(FIRST, FIRST_IN_FRENCH)


def day_in_words(day: date, language: Language) -> str:
    """Where no template is at hand: « 1er décembre 2026 »."""
    locale = locale_of(language)
    pattern = str(dates.get_date_format("long", locale).pattern)
    return written_day(day, pattern, locale, rules_of(language).first).striptags()


def moment_in_words(moment: date | datetime, language: Language) -> str:
    """With its weekday, and its hour if it has one: « jeudi 3 décembre 2026, 18 h 30 »."""
    locale = locale_of(language)
    pattern = str(dates.get_date_format("full", locale).pattern)
    day = written_day(moment, pattern, locale, rules_of(language).first).striptags()
    if not isinstance(moment, datetime):
        return day
    return f"{day}, {Speech(language, locale, language).format_time(moment)}"


def days_in_words(first: date, last: date, language: Language) -> str:
    """Two days of one span: « 3–17 décembre 2026 »."""
    locale = locale_of(language)
    return str(dates.format_interval(first, last, "yMMMMd", locale=locale))


def nth_form(number: int, forms: int) -> int:
    """Which of the endings of a number in English: th, st, nd, rd; other languages have one."""
    last = 0 if number in (11, 12, 13) else number % 10
    return last if last < forms else 0


def iso(moment: date | datetime) -> str:
    """For <time datetime>: https://html.spec.whatwg.org/multipage/text-level-semantics.html#the-time-element"""
    return moment.isoformat(timespec="minutes") if isinstance(moment, datetime) else moment.isoformat()


def locale_of(language: Language) -> Locale:
    """French, as the sentences without catalogue are, for a language that Babel does not know."""
    return known_locale(language) or Locale("fr")


@cache
def network_locale(language: Language) -> str:
    """A language and a country, as Open Graph wants them: fr_FR, nl_NL, en_GB."""
    locale = locale_of(language)
    country = locale.territory or get_global("likely_subtags").get(locale.language, "").rpartition("_")[2]
    return f"{locale.language}_{country}" if country else locale.language


@cache
def known_locale(language: Language) -> Locale | None:
    """With the data of the country that RULES names where the language says none: English is British."""
    is_alone = main_language(language) == language
    try:
        return Locale.parse((rules_of(language).locale if is_alone else "") or language.replace("-", "_"))
    except (ValueError, UnknownLocaleError):
        return None
