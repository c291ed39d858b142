"""What every template can say: dates, hours, prices, typography, and the theme's sentences.

The words are the theme's: French in its templates, other languages in its gettext catalogues.

`{% shared by KEY %}…{% endshared %}` in templates: a part that pages have in common, rendered once.

The frame of a page is the same on all pages from which the same way leads to the root of the site, and half
of what a template engine does for a page is its frame. The key names all that the part depends on beside the
site; what else the part says of its page would be that of the first page it was rendered for.

Macros sooner: a file of macros is evaluated once for many pages, and a call takes the short way.

Half of the time that Jinja takes for a page goes into calls, of macros, of `_()` and of `href()`.
"""

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date, datetime
from decimal import Decimal
from functools import lru_cache
from gettext import NullTranslations, translation
from pathlib import Path
from types import FunctionType, MethodType
from typing import Any

from babel import Locale, UnknownLocaleError, dates, numbers
from jinja2 import Environment, StrictUndefined, Template, nodes
from jinja2.environment import TemplateModule
from jinja2.ext import Extension
from jinja2.parser import Parser
from jinja2.runtime import Context, Macro
from markupsafe import Markup, escape

from ..domain.agenda import is_french
from ..domain.text import Language, Text
from .typography import NO_BREAK, typeset

CATALOGUE = "parvis"
DAY_OF_MONTH = re.compile(r"(?<!d)d(?!d)")
FIRST, FIRST_IN_FRENCH = "1er", Markup("1<sup>er</sup>")


def prepare(environment: Environment, theme: Path, language: Language) -> None:
    """Filters and sentences for templates in `language`."""
    speech = Speech(language, locale_of(language))
    environment.filters["format_date"] = speech.format_date
    environment.filters["format_time"] = speech.format_time
    environment.filters["short_time"] = speech.short_time
    environment.filters["price"] = speech.price
    environment.filters["typeset"] = speech.typeset
    environment.filters["iso"] = iso
    environment.add_extension(Fragments)
    environment.template_class, environment.context_class = PageTemplate, PageContext
    environment.autoescape, environment.undefined = True, StrictUndefined  # whatever the settings say
    environment.policies["ext.i18n.trimmed"] = True
    words = sentences(theme, language)
    vars(environment)["install_gettext_translations"](words, newstyle=True)  # added by jinja2.ext.i18n
    environment.globals["_"] = environment.globals["gettext"] = quick(words.gettext)


def quick(gettext: Callable[..., str]) -> Callable[..., str]:
    """`gettext` that looks each sentence without variables up once: a page says some sixty of them."""
    said: dict[str, Markup] = {}

    def remembered(message: str, **values: object) -> Markup:
        if values:
            return said_with(message, values)
        if message not in said:
            said[message] = said_with(message, values)
        return said[message]

    def said_with(message: str, values: dict[str, object]) -> Markup:
        return Markup(gettext(message)) % values

    return remembered


@dataclass(frozen=True, slots=True)
class Speech:
    """How one language writes what templates show."""

    language: Language
    locale: Locale

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

    def typeset(self, text: Text | str | None) -> str:
        """One line in this language; '' for what is absent."""
        if text is None:
            return ""
        return typeset(text.to(self.language) if isinstance(text, Text) else text, self.language)


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


class FrenchSentences(NullTranslations):
    """The theme's own words, untranslated: in French 0 is singular too."""

    def ngettext(self, singular: str, plural: str, number: int) -> str:
        return singular if number < 2 else plural


def sentences(theme: Path, language: Language) -> NullTranslations:
    try:
        return translation(CATALOGUE, theme / "translations", [language.replace("-", "_")])
    except FileNotFoundError:
        return FrenchSentences()


class Fragments(Extension):
    tags: set[str] = {"shared"}  # noqa: RUF012 (as jinja2.ext.Extension declares it)

    def __init__(self, environment: Environment) -> None:
        super().__init__(environment)
        self.rendered: dict[tuple[str, object], Markup] = {}

    def parse(self, parser: Parser) -> nodes.Node:
        line = next(parser.stream).lineno
        parser.stream.expect("name:by")
        key = parser.parse_expression()
        body = parser.parse_statements(("name:endshared",), drop_needle=True)
        place = nodes.Const(f"{parser.name}:{line}")
        call = self.call_method("once", [place, key], lineno=line)
        return nodes.CallBlock(call, [], [], body, lineno=line)

    def once(self, place: str, key: object, caller: Callable[[], Markup]) -> Markup:
        """caller: renders the part for the page at hand."""
        if (place, key) not in self.rendered:
            self.rendered[place, key] = caller()
        return self.rendered[place, key]


GIVEN = ("site", "href")
"""What macros imported with context see; all else that they need of a page they are given as arguments."""
PLAIN = frozenset((FunctionType, MethodType))


class PageTemplate(Template):
    """Jinja would evaluate a file of macros again for each template that imports it, some fifteen a page."""

    @property
    def made(self) -> dict[object, TemplateModule]:
        """By `href`, which is the same for all pages with the same way to the root."""
        made: dict[object, TemplateModule] = self.__dict__.setdefault("_made", {})
        return made

    def make_module(
        self,
        vars: dict[str, Any] | None = None,
        shared: bool = False,
        locals: Mapping[str, Any] | None = None,
    ) -> TemplateModule:
        if not vars or "href" not in vars:
            return super().make_module(vars, shared, locals)
        href = vars["href"]
        if href not in self.made:
            self.made[href] = super().make_module({name: vars[name] for name in GIVEN})
        return self.made[href]


class PageContext(Context):
    """Jinja looks three times whether what it calls wants the context; macros and most functions do not.

    Macros would be told whether to escape (jinja2/runtime.py: Macro.__call__); here they always do.
    """

    def call(__self, __obj: Callable[..., Any], *args: Any, **kwargs: Any) -> Any:
        kind = type(__obj)
        if kind is not Macro and (kind not in PLAIN or hasattr(__obj, "jinja_pass_arg")):
            return super().call(__obj, *args, **kwargs)
        if kwargs:
            kwargs.pop("_block_vars", None)
            kwargs.pop("_loop_vars", None)
        return __obj(*args, **kwargs)
