"""A rhythm that `every` and `on` cannot say, as the `rrule` that says it: « les jours ouvrés ».

For hints only: an editor is shown the line to write. Words that are not all known are nobody's wish: no
rule is better than one that says something else.
"""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import TypeVar

from ...domain.meetings import WEEKDAYS
from ...domain.text import fold
from .base import Refused
from .recurrence_words import LEXICONS
from .rrule import rule_words

LONGEST = 100
FREQUENCIES = {"day": "DAILY", "week": "WEEKLY", "month": "MONTHLY", "year": "YEARLY"}
MONTHS = (
    "janvier fevrier mars avril mai juin juillet aout septembre octobre novembre decembre",
    "january february march april may june july august september october november december",
    "januari februari maart april mei juni juli augustus september oktober november december",
)
EVEN, ODD = range(2, 53, 2), range(1, 54, 2)
WORKING = WEEKDAYS[:5]

PHRASES: tuple[tuple[str, str], ...] = (
    (r"jours? ouvrables?", "+".join(WEEKDAYS[:6])),
    (
        r"jours? (?:ouvres?|de (?:la )?semaine)|en semaine|(?:working|business|week) ?days?|work ?days?",
        "WORKING",
    ),
    (r"werk ?dag(?:en)?|week ?dag(?:en)?|door de week|doordeweeks", "WORKING"),
    (r"week-?ends?|fins? de semaine|weekeinden?", "SA+SU"),
    (r"avant[ -]derniere?s?|penultimate|(?:second|next)[ -](?:to[ -])?last|last but one|voorlaatste", "#-2"),
    (r"cinquieme|5e(?:me)?|fifth|5th|vijfde|5de", "#5"),
    (r"semaines? paires?|even(?:-numbered)? weeks?|even weken", "EVEN"),
    (r"semaines? impaires?|odd(?:-numbered)? weeks?|oneven weken", "ODD"),
    (
        r"sauf|excepte|hormis|hors|except(?: in| on)?|but not(?: in| on)?|behalve(?: in| op)?|uitgezonderd",
        "EXCEPT",
    ),
    (r"une? (\w+) sur deux", r"SECOND \1"),
    (r"every (?:other|second)|om de(?: andere)?", "SECOND"),
    (r"jusqu['’]?a?u?|through|t/m|tot(?: en met)?|au?|to", "TO"),
    (r"[0-9]+ ?(?:mois|months?|maand(?:en)?)", "COUNT"),
    (r"of(?= (?:\w+(?:de|ste) )?(?:maan|dins|woens|donder|vrij|zater|zon)dag)", "EITHER"),
)
SMALL = frozenset(
    """
    le la les l du de des d en et tous toutes chaque mois seulement uniquement au aux
    the on of in and every each all month only
    de het op in en of elke elk iedere ieder van alle maand alleen enkel
    """.split()
)
UNITS = {
    **{"jour": "day", "jours": "day", "day": "day", "days": "day", "dag": "day", "dagen": "day"},
    **{"semaine": "week", "semaines": "week", "week": "week", "weeks": "week", "weken": "week"},
    **{"an": "year", "ans": "year", "annee": "year", "annees": "year", "year": "year", "jaar": "year"},
}
SHORT = dict(
    zip("lun mar mer jeu ven sam dim mon tue wed thu fri sat sun".split(), WEEKDAYS * 2, strict=True)
)
WEEKDAY_OF = {
    **SHORT,
    **{fold(word): code for known in LEXICONS for word, code in zip(known.weekdays, WEEKDAYS, strict=True)},
}
MONTH_OF = {word: number for known in MONTHS for number, word in enumerate(known.split(), 1)}
ORDINAL_OF = {
    fold(word): number for known in LEXICONS for number, words in known.ordinals.items() for word in words
}
ANY_WEEKDAY = "|".join(WEEKDAY_OF)
HYPHEN = re.compile("|".join(rf"(?<=\b{word})s? ?[-–] ?(?=(?:{ANY_WEEKDAY})\b)" for word in WEEKDAY_OF))
NUMBERED_DAY = re.compile(r"(?P<day>[12][0-9]|3[01]|0?[1-9])(?:e|eme|de|ste|st|nd|rd|th)?")


def rrule_of(text: str, unit: str = "", number: int = 1) -> str | None:
    """unit, number: of what `every` says beside it."""
    wish = Wish()
    words = words_of(text)
    if not all(map(wish.takes, words)) or not wish.is_whole or not (wish.by() or wish.months or wish.unit):
        return None
    parts = dict(wish.parts(unit or wish.unit, number))
    if parts["FREQ"] == "YEARLY" and not {"BYMONTH", "BYWEEKNO"} & parts.keys():
        return None  # which month, nobody says
    line = ";".join(f"{key}={value}" for key, value in parts.items())
    try:
        rule_words(line)
    except Refused:
        return None
    return line


def words_of(text: str) -> list[str]:
    """Words, and in capitals what several of them mean together."""
    words = HYPHEN.sub(" TO ", fold(text[:LONGEST]))
    for phrase, meaning in PHRASES:
        words = re.sub(rf"(?<![a-z0-9])(?:{phrase})(?![a-z0-9])", meaning, words)
    return re.sub(r"[,;/&'’.()]", " ", words).split()


@dataclass(slots=True)
class Wish:
    """What has been said so far.

    ordinals: said, and still without a weekday. last_ordinals: those of the weekday before.
    weekdays: with their places in the month, or without.
    chosen: which ones of a group of weekdays, « le dernier jour ouvré ».
    last: the weekday or the month before, with which a range may begin; '' for anything else.
    """

    ordinals: list[int] = field(default_factory=list)
    last_ordinals: list[int] = field(default_factory=list)
    weekdays: list[str] = field(default_factory=list)
    chosen: list[int] = field(default_factory=list)
    days: list[int] = field(default_factory=list)
    months: list[int] = field(default_factory=list)
    weeks: range | None = None
    unit: str = ""
    interval: int = 0
    is_exception: bool = False
    is_range: bool = False
    out: set[str] = field(default_factory=set)
    last: str | int | None = None

    @property
    def is_whole(self) -> bool:
        """Nothing is left open, and no day is said twice: « mardi de la 2e semaine », « mardi 18 »."""
        is_open = self.is_range or (self.is_exception and self.last == "")
        has_numbers = bool(self.days or self.ordinals)
        has_others = bool(self.weekdays or self.out or self.unit or (self.ordinals and not self.months))
        return not (is_open or (has_numbers and has_others) or (self.weeks and not self.weekdays))

    def takes(self, word: str) -> bool:
        """Whether it means something."""
        match word:
            case "EXCEPT":
                self.is_exception, self.last = True, ""
            case "TO":
                self.is_range = self.last is not None
            case "SECOND" if not self.is_exception:
                self.interval = 2
            case "EVEN" | "ODD" if not self.is_exception:
                self.weeks = EVEN if word == "EVEN" else ODD
            case _:
                return word in SMALL or self.takes_day(word)
        return True

    def takes_day(self, word: str) -> bool:
        singular = word if word in MONTH_OF else word.removesuffix("s")
        if codes := weekdays_named(word, singular):
            return self.adds_weekdays(codes)
        if singular in MONTH_OF:
            return self.adds_month(MONTH_OF[singular])
        return not (self.is_range or self.is_exception) and self.takes_number(word, singular)

    def takes_number(self, word: str, singular: str) -> bool:
        """Neither « du 5 au 10 » nor « sauf le premier » is understood."""
        self.last = ""
        if word.startswith("#") or singular in ORDINAL_OF:
            self.ordinals.append(int(word[1:]) if word.startswith("#") else ORDINAL_OF[singular])
        elif word in UNITS:
            self.add_unit(UNITS[word])
        elif match := NUMBERED_DAY.fullmatch(word):
            self.days.append(int(match["day"]))
        else:
            return False
        return True

    def add_unit(self, unit: str) -> None:
        """« dernier jour » is one of the month."""
        if unit == "day" and self.ordinals:
            self.days += self.ordinals
            self.ordinals = []
        else:
            self.unit = unit

    def adds_weekdays(self, codes: tuple[str, ...]) -> bool:
        if self.is_range:
            if not isinstance(self.last, str) or self.last not in WEEKDAYS or self.places:
                return False
            codes = tuple(between(WEEKDAYS, self.last, codes[0]))
        self.is_range, self.last = False, codes[-1]
        if self.is_exception:
            self.out.update(codes)
        elif self.ordinals and len(codes) > 1:
            self.chosen, self.weekdays, self.ordinals = self.ordinals, [*codes], []
        elif self.places:
            self.last_ordinals, self.ordinals = self.places, []
            self.weekdays += [f"{ordinal}{code}" for ordinal in self.last_ordinals for code in codes]
        else:
            self.weekdays += codes
        return True

    @property
    def places(self) -> list[int]:
        """In the month, of the weekday that comes: « premier mardi et jeudi »."""
        return self.ordinals or self.last_ordinals

    def adds_month(self, month: int) -> bool:
        every = tuple(range(1, 13))
        named = [month]
        if self.is_range:
            if not isinstance(self.last, int):
                return False
            named = list(between(every, self.last, month))
        self.is_range, self.last = False, month
        if self.is_exception:
            self.months = [one for one in self.months or every if one not in named]
        else:
            self.months += named
        return True

    def parts(self, unit: str, number: int) -> Iterator[tuple[str, str]]:
        by = self.by()
        frequency = self.frequency(unit, by)
        interval = self.interval or (number if FREQUENCIES.get(unit) == frequency else 1)
        yield "FREQ", frequency
        if interval > 1:
            yield "INTERVAL", str(interval)
        if self.months:
            yield "BYMONTH", listed(sorted(set(self.months)))
        yield from by.items()

    def frequency(self, unit: str, by: Mapping[str, str]) -> str:
        """That of the days that are named; without any, that of `unit`."""
        is_in_month = "BYMONTHDAY" in by or "BYSETPOS" in by or any(map(str.isdigit, by.get("BYDAY", "")))
        if "BYWEEKNO" in by or (unit == "year" and (is_in_month or not by)):
            return "YEARLY"
        if is_in_month:
            return "MONTHLY"
        return "WEEKLY" if by else FREQUENCIES.get(unit, "MONTHLY")

    def by(self) -> dict[str, str]:
        weekdays = [code for code in self.weekdays or (self.out and WEEKDAYS) or () if code not in self.out]
        days = [*self.days, *self.ordinals]
        parts = {
            "BYWEEKNO": listed(self.weeks or ()),
            "BYDAY": ",".join(dict.fromkeys(weekdays)),
            "BYMONTHDAY": listed(days),
            "BYSETPOS": listed(self.chosen),
        }
        return {key: value for key, value in parts.items() if value}


def weekdays_named(word: str, singular: str) -> tuple[str, ...]:
    if word == "WORKING":
        return WORKING
    if word[:2] in WEEKDAYS:
        return tuple(word.split("+"))
    return (WEEKDAY_OF[singular],) if singular in WEEKDAY_OF else ()


NamedT = TypeVar("NamedT", str, int)


def between(known: Sequence[NamedT], first: NamedT, last: NamedT) -> Iterator[NamedT]:
    """What comes after `first`, up to `last`; from the end of `known` one goes on at its beginning."""
    position = known.index(first)
    while known[position] != last:
        position = (position + 1) % len(known)
        yield known[position]


def listed(numbers: Iterable[int]) -> str:
    return ",".join(map(str, numbers))
