"""What the names of things say in a language: where a town is, whose a meeting is, what belongs to what.

A language is added here, as docs/languages.md says. What stands around names on a page, the theme says.
"""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from .text import Language, fold, main_language

LES, LE = re.compile(r"^les ", re.IGNORECASE), re.compile(r"^le ", re.IGNORECASE)
AT_IN_FRENCH = ((LES, "aux "), (LE, "au "))
FROM_IN_FRENCH = ((LES, "des "), (LE, "du "))
ELIDED = re.compile(r"[aeiou]|y(?![aou])|h(?!aut|am\b|arnes\b|em\b|ollande\b|ongrie\b)")
"""Beginnings before which « de » loses its e, as people there say it: d’Hénin-Beaumont, de Harnes."""

COMPLEMENT = re.compile(r" (?:(?:à|aux?|avec|chez|d[eu]|des|en|entre|hors|par|pour|sans|sur) |d[’'])|[,(:–]")
"""Where what a name is of begins: the words before take the plural, those after do not."""
UNUSUAL = {"festival": "festivals", "bal": "bals", "carnaval": "carnavals", "travail": "travaux"}


@dataclass(frozen=True, slots=True)
class Phrases:
    """at, coming: something is in a town, or comes from it. meeting: of a body, where it has no title.

    part: something of a whole, named together.
    """

    at: str
    coming: str
    meeting: str
    part: str = "{whole}: {part}"


PHRASES: Mapping[Language, Phrases] = {
    "fr": Phrases("à {town}", "de {town}", "Réunion {name}", "{whole} : {part}"),
    "nl": Phrases("in {town}", "uit {town}", "Vergadering {name}"),
    "en": Phrases("in {town}", "from {town}", "{name} meeting"),
}


def phrases_in(language: Language) -> Phrases:
    """English where nobody has said it yet."""
    return PHRASES.get(main_language(language), PHRASES["en"])


def at_town(town: str, language: Language) -> str:
    """« à Lens », « au Touquet », « aux Attaques »; in other languages the name with its preposition."""
    said = contracted(town, AT_IN_FRENCH) if is_french(language) else ""
    return said or phrases_in(language).at.format(town=town)


def from_town(town: str, language: Language) -> str:
    """« de Lens », « d’Arras », « du Touquet », « des Attaques »; elsewhere « from Lens », « uit Lens »."""
    if is_french(language):
        said = contracted(town, FROM_IN_FRENCH)
        if said or ELIDED.match(fold(town)):
            return said or f"d’{town}"
    return phrases_in(language).coming.format(town=town)


def contracted(town: str, articles: Iterable[tuple[re.Pattern[str], str]]) -> str:
    """The name with its article and the preposition in one word; '' when it has no such article."""
    return next((article.sub(word, town) for article, word in articles if article.match(town)), "")


def meeting_of(name: str, language: Language) -> str:
    return phrases_in(language).meeting.format(name=name)


def part_of(whole: str, part: str, language: Language) -> str:
    """« TacTic : agenda »."""
    return phrases_in(language).part.format(whole=whole, part=part)


def plural(words: str, language: Language) -> str:
    """Of a kind of date: « Assemblées générales », « Journées de travail »; as it is where no rule is."""
    language = main_language(language)
    if language == "en":
        return f"{words}es" if words.endswith(("s", "x", "ch", "sh")) else f"{words}s"
    if language != "fr":
        return words
    complement = COMPLEMENT.search(words)
    end = complement.start() if complement else len(words)
    return " ".join(map(plural_in_french, words[:end].split(" "))) + words[end:]


def titled(words: str) -> str:
    """As it begins a title."""
    return words[:1].upper() + words[1:]


def plural_in_french(word: str) -> str:
    if word in UNUSUAL or not word or word[-1] in "sxz)":
        return UNUSUAL.get(word, word)
    if word.endswith("al"):
        return f"{word[:-2]}aux"
    return f"{word}x" if word.endswith(("au", "eu")) else f"{word}s"


def is_french(language: Language) -> bool:
    return main_language(language) == "fr"
