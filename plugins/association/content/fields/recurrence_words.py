"""The French and Dutch words for a rhythm, beside the English ones of `recurrence`, which stay canonical.

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
DAY_OF_MONTH = "0?[1-9]|[12][0-9]|3[01]"
ACCENTS = str.maketrans({"é": "[eé]", "è": "[eè]"})
GROUP_NAME = re.compile(r"\?P<\w+>")


@dataclass(frozen=True, slots=True, eq=False)
class Lexicon:
    """Attributes that need a word:

    units: singular words with ours; `plurals`, which need a number or an opening before them.
    numbers: from two on.
    ordinals: by their number, -1 for the last; the first of each is the one we say ourselves.
    openings: words before the unit; `openings_of_many` mean something else without a number.
    alternately: the two words around the unit of « une semaine sur deux ».
    articles: before a weekday. day_words: before a day of the month. of_month: after both.
    """

    language: str
    units: Mapping[str, str]
    plurals: Mapping[str, str]
    numbers: tuple[str, ...]
    ordinals: Mapping[int, tuple[str, ...]]
    weekdays: tuple[str, ...]
    openings: tuple[str, ...]
    openings_of_many: tuple[str, ...]
    alternately: tuple[str, str] | None
    articles: tuple[str, ...]
    day_words: tuple[str, ...]
    day_endings: tuple[str, ...]
    of_month: tuple[str, ...]

    def unit(self, word: str) -> str:
        """`month` for `mois`; of folded words, as all that follows."""
        return by_folded({**self.units, **self.plurals})[word]

    def number(self, word: str) -> int:
        return int(word) if word.isdigit() else self.numbers.index(word) + 2

    def ordinal(self, word: str) -> int:
        return by_folded({word: number for number, words in self.ordinals.items() for word in words})[word]


def by_folded(words: Mapping[str, Meaning]) -> dict[str, Meaning]:
    return {fold(word): meaning for word, meaning in words.items()}


FRENCH = Lexicon(
    language="fr",
    units={"jour": "day", "semaine": "week", "mois": "month", "an": "year", "année": "year"},
    plurals={"jours": "day", "semaines": "week", "ans": "year", "années": "year"},
    numbers=("deux", "trois", "quatre", "cinq", "six", "sept", "huit", "neuf", "dix", "onze", "douze"),
    ordinals={
        1: ("premier", "1er"),
        2: ("deuxième", "second", "2e", "2ème"),
        3: ("troisième", "3e", "3ème"),
        4: ("quatrième", "4e", "4ème"),
        -1: ("dernier",),
    },
    weekdays=("lundi", "mardi", "mercredi", "jeudi", "vendredi", "samedi", "dimanche"),
    openings=("tous les", "toutes les", "chaque"),
    openings_of_many=(),
    alternately=("une?", "sur"),
    articles=("le", "les", "tous les", "chaque"),
    day_words=("le", "jour", "le jour"),
    day_endings=("er",),
    of_month=("du mois", "de chaque mois"),
)
DUTCH = Lexicon(
    language="nl",
    units={"dag": "day", "week": "week", "maand": "month", "jaar": "year"},
    plurals={"dagen": "day", "weken": "week", "maanden": "month", "jaren": "year"},
    numbers=("twee", "drie", "vier", "vijf", "zes", "zeven", "acht", "negen", "tien", "elf", "twaalf"),
    ordinals={
        1: ("eerste", "1e", "1ste"),
        2: ("tweede", "2e", "2de"),
        3: ("derde", "3e", "3de"),
        4: ("vierde", "4e", "4de"),
        -1: ("laatste",),
    },
    weekdays=("maandag", "dinsdag", "woensdag", "donderdag", "vrijdag", "zaterdag", "zondag"),
    openings=("elke", "elk", "iedere", "ieder"),
    openings_of_many=("om de",),  # « om de week » is every other week
    alternately=None,
    articles=("de", "op", "op de", "elke", "iedere"),
    day_words=("dag", "de", "op de"),
    day_endings=("e", "de", "ste"),
    of_month=("van de maand", "van elke maand"),
)
LEXICONS = (FRENCH, DUTCH)


@cache
def reading(form: Callable[[Lexicon, Spelling], str], lexicon: Lexicon) -> re.Pattern[str]:
    """The pattern of a form for folded text."""
    return re.compile(form(lexicon, fold))


def examples(form: Callable[[Lexicon, Spelling], str]) -> str:
    """The pattern of a form for editors' programs: with or without accents, in every language."""
    spelled = (form(lexicon, lambda word: word.translate(ACCENTS)) for lexicon in LEXICONS)
    return GROUP_NAME.sub("?:", "|".join(spelled)).replace(" ?", " *").replace(" ", " +").replace(" +*", " *")


def every_form(lexicon: Lexicon, spelled: Spelling) -> str:
    number = f"{NUMBER}|{any_of(lexicon.numbers, spelled)}"
    single = any_of(lexicon.units, spelled)
    unit = f"{any_of(lexicon.plurals, spelled)}|{single}"
    opening = any_of(lexicon.openings, spelled)
    of_many = any_of((*lexicon.openings, *lexicon.openings_of_many), spelled)
    forms = [
        f"(?P<alone>{single})|(?:{opening}) (?P<each>{unit})",
        f"(?:(?:{of_many}) )?(?P<number>{number}) ?(?P<unit>{unit})",
    ]
    if lexicon.alternately:
        one, out_of = lexicon.alternately
        forms.append(f"{one} (?P<one>{unit}) {out_of} (?P<out_of>{number})")
    return "|".join(forms)


def weekday_form(lexicon: Lexicon, spelled: Spelling) -> str:
    ordinal = any_of((word for words in lexicon.ordinals.values() for word in words), spelled)
    return (
        f"(?:(?:{any_of(lexicon.articles, spelled)}) )?(?:(?P<ordinal>{ordinal})s? )?"
        f"(?P<weekday>{any_of(lexicon.weekdays, spelled)})s?(?: (?:{any_of(lexicon.of_month, spelled)}))?"
    )


def month_day_form(lexicon: Lexicon, spelled: Spelling) -> str:
    return (
        f"(?:{any_of(lexicon.day_words, spelled)}) (?P<day>{DAY_OF_MONTH})"
        f"(?:{any_of(lexicon.day_endings, spelled)})?(?: (?:{any_of(lexicon.of_month, spelled)}))?"
    )


def any_of(words: Iterable[str], spelled: Spelling) -> str:
    return "|".join(map(spelled, words))
