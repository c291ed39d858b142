"""What an editor most likely meant by other words for a rhythm: short, misspelt or mixed. Only for hints."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from ...domain.slugs import fold
from ..nearest import nearest

LONGEST = 100
# In French, eight days are a week and fifteen a fortnight.
DAYS_FOR_WEEKS = re.compile(r"(?:(?:tous les|chaque) )?(?P<days>8|15|huit|quinze) jours")
WEEKS = {"8": "semaine", "huit": "semaine", "15": "2 semaines", "quinze": "2 semaines"}
IN_DIGITS = {"huit": "8", "quinze": "15"}


@dataclass(frozen=True, slots=True)
class Vocabulary:
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


ENGLISH = Vocabulary(
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
FRENCH = Vocabulary(
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
VOCABULARIES = (ENGLISH, FRENCH)


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


def likely(text: str) -> list[Vocabulary]:
    """The language most of whose words are there comes first."""
    words = fold(text[:LONGEST]).split()
    return sorted(VOCABULARIES, key=lambda vocabulary: -sum(map(vocabulary.knows, words)))


def said_in(vocabulary: Vocabulary, text: str) -> list[str]:
    words = (word for word in fold(text[:LONGEST]).split() if word not in vocabulary.small)
    return " ".join(map(vocabulary.said, words)).split()
