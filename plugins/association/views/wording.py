"""Small words that depend on what follows them."""

import re

from ..domain.text import Language

ARTICLES = ((re.compile(r"^Les\b "), "aux "), (re.compile(r"^Le\b "), "au "))


def at_town(town: str, language: Language) -> str:
    """« à Lens », « au Touquet », « aux Attaques »; in other languages the name with its preposition."""
    if not language.startswith("fr"):
        return f"in {town}"
    for article, contracted in ARTICLES:
        if article.match(town):
            return article.sub(contracted, town)
    return f"à {town}"
