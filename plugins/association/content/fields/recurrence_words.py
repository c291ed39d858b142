"""The words for a rhythm, language by language; the English ones of `recurrence` stay canonical.

Words are spelled as one writes them, and read without accents and capitals.
"""

import re
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from functools import cache
from typing import TypeVar

from ...domain.text import fold

Spelling = Callable[[str], str]
Meaning = TypeVar("Meaning")

NUMBER = "[1-9][0-9]{0,2}"
DAY_OF_MONTH = "[12][0-9]|3[01]|0?[1-9]"
ACCENTS = str.maketrans({"é": "[eé]", "è": "[eè]"})
GROUP_NAME = re.compile(r"\?P<\w+>")


@dataclass(frozen=True, slots=True, eq=False)
class Lexicon:
    """Attributes that need a word:

    units: singular words with ours; `plurals`, which need a number or an opening before them.
    spans: words that are a number of our units already: a fortnight, « mensuel ».
    days_for_weeks: numbers of days that are weeks to who says them: fifteen are two in French.
    numbers: from two on.
    ordinals: by their number, -1 for the last; the first of each is the one we say ourselves.
    openings: words before the unit; `openings_of_many` mean something else without a number.
    once_per: before a unit, « une fois par ». every_second: before a unit, « every other ».
    alternately: the two words around the unit of « une semaine sur deux ».
    articles: before a weekday. day_words: before a day of the month. of_month: after both.
    both: between two days. either: between them where only one of them is meant.
    """

    language: str
    units: Mapping[str, str]
    plurals: Mapping[str, str]
    spans: Mapping[str, tuple[int, str]]
    days_for_weeks: Mapping[int, int]
    numbers: tuple[str, ...]
    ordinals: Mapping[int, tuple[str, ...]]
    weekdays: tuple[str, ...]
    openings: tuple[str, ...]
    openings_of_many: tuple[str, ...]
    once_per: tuple[str, ...]
    every_second: tuple[str, ...]
    alternately: tuple[str, str] | None
    articles: tuple[str, ...]
    day_words: tuple[str, ...]
    day_endings: tuple[str, ...]
    of_month: tuple[str, ...]
    both: str
    either: str

    def unit(self, word: str) -> str:
        """`month` for `mois`; of folded words, as all that follows."""
        return by_folded({**self.units, **self.plurals})[word]

    def span(self, word: str) -> tuple[int, str]:
        """(2, `week`) for `quinzaine`."""
        return by_folded(self.spans)[word]

    def number(self, word: str) -> int:
        return int(word) if word.isdigit() else self.numbers.index(word) + 2

    def ordinal(self, word: str) -> int:
        return by_folded({word: number for number, words in self.ordinals.items() for word in words})[word]


def by_folded(words: Mapping[str, Meaning]) -> dict[str, Meaning]:
    return {fold(word): meaning for word, meaning in words.items()}


def alike(words: str, number: int, unit: str) -> dict[str, tuple[int, str]]:
    return dict.fromkeys(words.split(), (number, unit))


FRENCH = Lexicon(
    language="fr",
    units={"jour": "day", "semaine": "week", "mois": "month", "an": "year", "année": "year"},
    plurals={"jours": "day", "semaines": "week", "ans": "year", "années": "year"},
    spans={
        **alike("quotidien quotidienne", 1, "day"),
        **alike("hebdomadaire hebdo huitaine", 1, "week"),
        **alike("quinzaine", 2, "week"),
        **alike("mensuel mensuelle", 1, "month"),
        **alike("bimestriel bimestrielle bimestre", 2, "month"),
        **alike("trimestriel trimestrielle trimestre", 3, "month"),
        **alike("quadrimestriel quadrimestrielle quadrimestre", 4, "month"),
        **alike("semestriel semestrielle semestre", 6, "month"),
        **alike("annuel annuelle", 1, "year"),
    },
    days_for_weeks={8: 1, 15: 2},
    numbers=(
        *("deux", "trois", "quatre", "cinq", "six", "sept", "huit", "neuf", "dix", "onze", "douze"),
        *("treize", "quatorze", "quinze"),
    ),
    ordinals={
        1: ("premier", "1er", "1ier"),
        2: ("deuxième", "second", "2e", "2ème", "2ième", "2nd"),
        3: ("troisième", "3e", "3ème", "3ième"),
        4: ("quatrième", "4e", "4ème", "4ième"),
        -1: ("dernier",),
    },
    weekdays=("lundi", "mardi", "mercredi", "jeudi", "vendredi", "samedi", "dimanche"),
    openings=("tous les", "toutes les", "chaque"),
    openings_of_many=(),
    once_per=("une fois par", "1 fois par", "par"),
    every_second=(),
    alternately=("une?", "sur"),
    articles=("le", "les", "tous les", "chaque"),
    day_words=("le", "les", "jour", "jours", "le jour", "les jours"),
    day_endings=("er",),
    of_month=("du mois", "de chaque mois"),
    both="et",
    either="ou",
)
DUTCH = Lexicon(
    language="nl",
    units={"dag": "day", "week": "week", "maand": "month", "jaar": "year"},
    plurals={"dagen": "day", "weken": "week", "maanden": "month", "jaren": "year"},
    spans={
        **alike("dagelijks dagelijkse", 1, "day"),
        **alike("wekelijks wekelijkse", 1, "week"),
        **alike("tweewekelijks tweewekelijkse veertiendaags veertiendaagse", 2, "week"),
        **alike("maandelijks maandelijkse", 1, "month"),
        **alike("tweemaandelijks tweemaandelijkse", 2, "month"),
        **alike("kwartaal trimester driemaandelijks driemaandelijkse", 3, "month"),
        **alike("semester halfjaar halfjaarlijks halfjaarlijkse zesmaandelijks zesmaandelijkse", 6, "month"),
        **alike("jaarlijks jaarlijkse", 1, "year"),
    },
    days_for_weeks={},
    numbers=(
        *("twee", "drie", "vier", "vijf", "zes", "zeven", "acht", "negen", "tien", "elf", "twaalf"),
        *("dertien", "veertien", "vijftien"),
    ),
    ordinals={
        1: ("eerste", "1e", "1ste"),
        2: ("tweede", "2e", "2de"),
        3: ("derde", "3e", "3de"),
        4: ("vierde", "4e", "4de"),
        -1: ("laatste",),
    },
    weekdays=("maandag", "dinsdag", "woensdag", "donderdag", "vrijdag", "zaterdag", "zondag"),
    openings=("elke", "elk", "iedere", "ieder"),
    openings_of_many=("om de",),
    once_per=("eens per", "een keer per", "1 keer per", "per"),
    every_second=("om de", "om de andere"),  # « om de week » is every other week
    alternately=None,
    articles=("de", "op", "op de", "elke", "iedere"),
    day_words=("dag", "de", "op de"),
    day_endings=("e", "de", "ste"),
    of_month=("van de maand", "van elke maand"),
    both="en",
    either="of",
)
ENGLISH = Lexicon(
    language="en",
    units={"day": "day", "week": "week", "month": "month", "year": "year"},
    plurals={"days": "day", "weeks": "week", "months": "month", "years": "year"},
    spans={
        **alike("daily", 1, "day"),
        **alike("weekly", 1, "week"),
        **alike("fortnight fortnightly", 2, "week"),
        **alike("monthly", 1, "month"),
        **alike("quarter quarterly", 3, "month"),
        **dict.fromkeys(("semester", "half-year", "half-yearly"), (6, "month")),
        **alike("yearly annual annually", 1, "year"),
    },
    days_for_weeks={},
    numbers=(
        *("two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve"),
        *("thirteen", "fourteen", "fifteen"),
    ),
    ordinals={
        1: ("first", "1st"),
        2: ("second", "2nd"),
        3: ("third", "3rd"),
        4: ("fourth", "4th"),
        -1: ("last",),
    },
    weekdays=("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"),
    openings=("every", "each"),
    openings_of_many=(),
    once_per=("once a", "once per", "once every", "per"),
    every_second=("every other", "every second"),
    alternately=None,
    articles=("the", "on", "on the", "every", "each"),
    day_words=("day", "days", "the", "on the", "on day", "on days"),
    day_endings=("st", "nd", "rd", "th"),
    of_month=("of the month", "of each month", "of every month"),
    both="and",
    either="or",
)
LEXICONS = (FRENCH, DUTCH, ENGLISH)


@cache
def reading(form: Callable[[Lexicon, Spelling], str], lexicon: Lexicon) -> re.Pattern[str]:
    """The pattern of a form for folded text."""
    return re.compile(form(lexicon, fold))


def examples(form: Callable[[Lexicon, Spelling], str]) -> str:
    """The pattern of a form for editors' programs: with or without accents, in every language."""
    spelled = (form(lexicon, lambda word: word.translate(ACCENTS)) for lexicon in LEXICONS)
    return unnamed("|".join(spelled)).replace(" ?", " *").replace(" ", " +").replace(" +*", " *")


def every_form(lexicon: Lexicon, spelled: Spelling) -> str:
    number = f"{NUMBER}|{any_of(lexicon.numbers, spelled)}"
    single = any_of(lexicon.units, spelled)
    unit = f"{any_of(lexicon.plurals, spelled)}|{single}"
    opening = any_of(lexicon.openings, spelled)
    once = any_of(lexicon.once_per, spelled)
    of_many = any_of((*lexicon.openings, *lexicon.openings_of_many), spelled)
    forms = [
        f"(?:(?:{opening}|{once}) )?(?P<span>{any_of(lexicon.spans, spelled)})s?",
        f"(?:(?:{once}) )?(?P<alone>{single})|(?:{opening}) (?P<each>{unit})",
        f"(?:(?:{of_many}) )?(?P<number>{number}) ?(?P<unit>{unit})",
    ]
    if lexicon.every_second:
        forms.append(f"(?:{any_of(lexicon.every_second, spelled)}) (?P<second>{single})")
    if lexicon.alternately:
        one, out_of = lexicon.alternately
        forms.append(f"{one} (?P<one>{unit}) {out_of} (?P<out_of>{number})")
    return "|".join(forms)


def between(lexicon: Lexicon, spelled: Spelling) -> str:
    """What stands between two days: a comma, the word for "and", or both."""
    return f"(?: ?[,;/&+] ?(?:{spelled(lexicon.both)} )?| {spelled(lexicon.both)} )"


def weekday_form(lexicon: Lexicon, spelled: Spelling, times: str = "?") -> str:
    """One weekday; with its place in the month, or several of them: « 1er et 3e mardi ».

    times: how often the place may stand there, as a regular expression says it.
    """
    article, between_them = f"(?:(?:{any_of(lexicon.articles, spelled)}) )?", between(lexicon, spelled)
    ordinal = f"(?:{unnamed(ordinal_form(lexicon, spelled))})"
    return (
        f"{article}(?:(?P<ordinals>{ordinal}(?:{between_them}{article}{ordinal})*) ){times}"
        f"(?P<weekday>{any_of(lexicon.weekdays, spelled)})s?(?: (?:{any_of(lexicon.of_month, spelled)}))?"
    )


def ordinal_form(lexicon: Lexicon, spelled: Spelling) -> str:
    longest_first = sorted((word for words in lexicon.ordinals.values() for word in words), key=len)[::-1]
    return f"(?P<ordinal>{any_of(longest_first, spelled)})s?"


def weekdays_form(lexicon: Lexicon, spelled: Spelling) -> str:
    one = unnamed(weekday_form(lexicon, spelled))
    return f"{one}(?:{between(lexicon, spelled)}{one})*"


def weekdays_alike_form(lexicon: Lexicon, spelled: Spelling) -> str:
    """As editors may write them: each with its place, or none."""
    forms = (unnamed(weekday_form(lexicon, spelled, times)) for times in ("{0}", "{1}"))
    return "|".join(f"{one}(?:{between(lexicon, spelled)}{one})*" for one in forms)


def month_day_form(lexicon: Lexicon, spelled: Spelling) -> str:
    return (
        f"(?P<first>{any_of(lexicon.ordinals[1], spelled)}) (?:{day_of(lexicon, spelled)})"
        f"|(?P<last>{any_of(lexicon.ordinals[-1], spelled)}) (?:{day_of(lexicon, spelled)})"
        f"|(?P<day>{DAY_OF_MONTH})(?:{any_of(lexicon.day_endings, spelled)})?"
    )


def day_of(lexicon: Lexicon, spelled: Spelling) -> str:
    return any_of((word for word, unit in lexicon.units.items() if unit == "day"), spelled)


def month_days_form(lexicon: Lexicon, spelled: Spelling) -> str:
    """Days by their number, which is told from others by a word before or after it."""
    one, between_them = f"(?:{unnamed(month_day_form(lexicon, spelled))})", between(lexicon, spelled)
    before, after = any_of(lexicon.day_words, spelled), any_of(lexicon.of_month, spelled)
    more = f"(?:{between_them}(?:(?:{before}) )?{one})*"
    ends = any_of((*lexicon.ordinals[1], *lexicon.ordinals[-1]), spelled)
    named = f"(?:{ends}) (?:{day_of(lexicon, spelled)})"
    return f"(?:(?:{before}) {one}|{named}){more}(?: (?:{after}))?|{one}{more} (?:{after})"


def unnamed(form: str) -> str:
    return GROUP_NAME.sub("?:", form)


def any_of(words: Iterable[str], spelled: Spelling) -> str:
    return "|".join(map(spelled, words))
