"""Small words that depend on what follows them."""

from babel import Locale, UnknownLocaleError
from babel.lists import format_list

from ..domain.naming import at_town, from_town
from ..domain.text import Language

__all__ = ["at_town", "from_town", "in_a_row"]


def in_a_row(names: tuple[str, ...], language: Language) -> str:
    """« Lens, Arras et Douai »."""
    try:
        return format_list(names, locale=Locale.parse(language, sep="-"))
    except (ValueError, UnknownLocaleError):
        return ", ".join(names)
