"""What dates and places are called in a sentence, in the words of one language."""

import re
from collections.abc import Iterable

from .agenda import Entry
from .events import Status
from .text import Language, fold

BETWEEN = " · "
"""A series and one of its dates: « Le tour du carré · à Lens »."""
WORD = re.compile(r"\w+")
LES, LE = re.compile(r"^les ", re.IGNORECASE), re.compile(r"^le ", re.IGNORECASE)
AT_IN_FRENCH = ((LES, "aux "), (LE, "au "))
FROM_IN_FRENCH = ((LES, "des "), (LE, "du "))
ELIDED = re.compile(r"[aeiou]|y(?![aou])|h(?!aut|am\b|arnes\b|em\b|ollande\b|ongrie\b)")
"""Beginnings before which « de » loses its e, as people there say it: d’Hénin-Beaumont, de Harnes."""
FROM = {"nl": "uit", "de": "aus"}


def date_name(entry: Entry, language: Language) -> str:
    """What a date is called wherever it may stand: one of a series after the series too."""
    title, place = entry.title.to(language), place_words(entry, language)
    if entry.series is None:
        return title
    series = entry.series.to(language)
    own = place if title == series else title
    if not own:
        return series
    return own if says(own, series) else f"{series}{BETWEEN}{own}"


def own_name(entry: Entry, language: Language) -> str:
    """What tells it from the others of its series, on the page of that series: its title, else its place."""
    title, place = entry.title.to(language), place_words(entry, language)
    is_untitled = entry.series is not None and title == entry.series.to(language)
    return place[0].upper() + place[1:] if is_untitled and place else title


def place_words(entry: Entry, language: Language) -> str:
    """« à Lens »; the room itself where its town is not told; '' where nobody has to go anywhere."""
    if entry.venue is None or entry.status is Status.MOVED_ONLINE:
        return ""
    town = entry.venue.town
    return at_town(town.name.to(language), language) if town else entry.venue.name.to(language)


def says(text: str, name: str) -> bool:
    """The name is in the text, word by word: « Le tourisme » says nothing of « Le tour »."""
    spoken, called = (" ".join(WORD.findall(fold(each))) for each in (text, name))
    return f" {called} " in f" {spoken} " if called else fold(name) in fold(text)


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


def is_french(language: Language) -> bool:
    return language.split("-")[0] == "fr"
