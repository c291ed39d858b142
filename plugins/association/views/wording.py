"""Small words that depend on what follows them."""

import re
from collections.abc import Iterable

from babel import Locale, UnknownLocaleError
from babel.lists import format_list

from ..domain.slugs import fold
from ..domain.text import Language
from ..host.typography import is_french

LES, LE = re.compile(r"^les ", re.IGNORECASE), re.compile(r"^le ", re.IGNORECASE)
AT_IN_FRENCH = ((LES, "aux "), (LE, "au "))
FROM_IN_FRENCH = ((LES, "des "), (LE, "du "))
ELIDED = re.compile(r"[aeiou]|y(?![aou])|h(?!aut|am\b|arnes\b|em\b|ollande\b|ongrie\b)")
"""Beginnings before which « de » loses its e, as people there say it: d’Hénin-Beaumont, de Harnes."""
FROM = {"nl": "uit", "de": "aus"}


def at_town(town: str, language: Language) -> str:
    """« à Lens », « au Touquet », « aux Attaques »; in other languages the name with its preposition."""
    if not is_french(language):
        return f"in {town}"
    return contracted(town, AT_IN_FRENCH) or f"à {town}"


def from_town(town: str, language: Language) -> str:
    """« de Lens », « d’Arras », « du Touquet », « des Attaques »; elsewhere « from Lens », « uit Lens »."""
    if not is_french(language):
        return f"{FROM.get(language.split('-')[0], 'from')} {town}"
    return contracted(town, FROM_IN_FRENCH) or (f"d’{town}" if ELIDED.match(fold(town)) else f"de {town}")


def contracted(town: str, articles: Iterable[tuple[re.Pattern[str], str]]) -> str:
    """The name with its article and the preposition in one word; '' when it has no such article."""
    return next((article.sub(word, town) for article, word in articles if article.match(town)), "")


def in_a_row(names: tuple[str, ...], language: Language) -> str:
    """« Lens, Arras et Douai »."""
    try:
        return format_list(names, locale=Locale.parse(language, sep="-"))
    except (ValueError, UnknownLocaleError):
        return ", ".join(names)
