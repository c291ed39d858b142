"""What a rhythm that is not understood was meant to say: misspelt, cut short. For hints only."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from ...domain.text import fold
from ...problems import Sentence, sentence
from ..suggestions import nearest

LONGEST = 100
WORDS = re.compile(r"[^\s,;/&+]+|[,;/&+]")
SIGNS = frozenset(",;/&+")
TIME = re.compile(
    r" ?(?:(?:à|a|at|om|vers|dès|from|in the|de|le|au|'s) )?"
    r"(?:[0-9]{1,2} ?(?:h|:|uur|[ap]m)(?: ?[0-9]{2})?|midi|noon|matins?|soirs?|soirée|après-midi"
    r"|mornings?|evenings?|afternoons?|ochtends?|avonds?|(?:na)?middags?)\b",
    re.IGNORECASE,
)
TWICE = (
    r"(?:(?:deux|2) fois (?:par|dans le)|(?:twice|2 times|two times) (?:a|per)"
    r"|(?:tweemaal|twee ?keer|2 ?keer|2x) per)"
)
TWICE_A_MONTH = re.compile(rf"bi-?mensuel(?:le)?s?|{TWICE} (?:mois|month|maand)|semi-?monthly")
TWICE_A_WEEK = re.compile(rf"bi-?hebdomadaires?|{TWICE} (?:semaine|week)|semi-?weekly")


@dataclass(frozen=True, slots=True)
class MeantWords:
    """One language: its words by their folded form, what others stand for, and those that say nothing."""

    words: Mapping[str, str]
    meant: Mapping[str, str]
    small: frozenset[str]
    both: str
    day: str
    month: str

    def knows(self, word: str) -> bool:
        return word in self.words or word in self.meant or word in self.small or word == self.both

    def said(self, word: str) -> str:
        if word.isdigit() or word in SIGNS:
            return word
        if word == self.both:
            return word
        near = self.meant.get(word) or (word if "-" in word else nearest(word, self.words)) or word
        return self.words.get(near, near)


def spelled(words: str) -> dict[str, str]:
    return {fold(word): word for word in words.split()}


ENGLISH_WORDS = MeantWords(
    words=spelled(
        """
        day days week weeks month months year years fortnight quarter first second third fourth last
        monday tuesday wednesday thursday friday saturday sunday
        """
    ),
    meant={
        **{"1st": "first", "2nd": "second", "3rd": "third", "4th": "fourth"},
        **{"mon": "monday", "tue": "tuesday", "wed": "wednesday", "thu": "thursday", "fri": "friday"},
        **{"sat": "saturday", "sun": "sunday"},
    },
    small=frozenset(("the", "every", "each", "on", "of", "all")),
    both="and",
    day="day",
    month="month",
)
FRENCH_WORDS = MeantWords(
    words=spelled(
        """
        jour jours semaine semaines mois an ans année années
        quinzaine trimestre semestre hebdomadaire mensuel bimestriel trimestriel semestriel annuel
        deux trois quatre cinq six sept huit neuf dix onze douze
        premier deuxième troisième quatrième dernier
        lundi mardi mercredi jeudi vendredi samedi dimanche
        """
    ),
    meant={
        **{"1er": "premier", "2e": "deuxieme", "2nd": "deuxieme", "second": "deuxieme", "3e": "troisieme"},
        **{"4e": "quatrieme", "lun": "lundi", "mar": "mardi", "mer": "mercredi", "jeu": "jeudi"},
        **{"ven": "vendredi", "sam": "samedi", "dim": "dimanche"},
        **{"first": "premier", "third": "troisieme", "fourth": "quatrieme", "last": "dernier"},
    },
    small=frozenset(("le", "les", "la", "du", "de", "tous", "toutes", "chaque")),
    both="et",
    day="jour",
    month="mois",
)
DUTCH_WORDS = MeantWords(
    words=spelled(
        """
        dag dagen week weken maand maanden jaar jaren kwartaal
        twee drie vier vijf zes zeven acht negen tien elf twaalf
        eerste tweede derde vierde laatste
        maandag dinsdag woensdag donderdag vrijdag zaterdag zondag
        """
    ),
    meant={
        **{"ma": "maandag", "di": "dinsdag", "wo": "woensdag", "do": "donderdag", "vr": "vrijdag"},
        **{"za": "zaterdag", "zo": "zondag", "voorlaatste": "voorlaatste"},
    },
    small=frozenset(("de", "het", "op", "elke", "elk", "iedere", "ieder", "van")),
    both="en",
    day="dag",
    month="maand",
)
VOCABULARIES = (ENGLISH_WORDS, FRENCH_WORDS, DUTCH_WORDS)


def said_twice(text: str) -> Sentence | None:
    """Of two times in a month or in a week: which, is for the editor to say."""
    words = " ".join(fold(text[:LONGEST]).split())
    if TWICE_A_MONTH.fullmatch(words):
        return sentence('write "2 weeks", or "month" and below it "on: first and third tuesday"')
    if TWICE_A_WEEK.fullmatch(words):
        return sentence('write "week", and below it "on: tuesday and thursday"')
    return None


def without_time(text: str) -> str:
    """The day of « mardi à 18 h 30 »; '' where no time is said."""
    day = TIME.sub("", " ".join(text[:LONGEST].split()))
    return day.strip(" ,") if TIME.search(text) else ""


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
        listed = " ".join(words).replace(" ,", ",")
        yield f"{vocabulary.day} {listed}" if words and words[0].isdigit() else listed


def likely(text: str) -> list[MeantWords]:
    """The language most of whose words are there comes first."""
    words = WORDS.findall(fold(text[:LONGEST]))
    return sorted(VOCABULARIES, key=lambda vocabulary: -sum(map(vocabulary.knows, words)))


def said_in(vocabulary: MeantWords, text: str) -> list[str]:
    words = (word.rstrip(".") for word in WORDS.findall(fold(text[:LONGEST])))
    return " ".join(vocabulary.said(word) for word in words if word not in vocabulary.small).split()
