"""Countries by the name a reader calls them."""

from babel import Locale, UnknownLocaleError

from ..domain.text import Language


def country_name(code: str, reader: Language) -> str:
    """« Belgique » for BE read in French; the code itself when it has no name."""
    try:
        return Locale.parse(reader, sep="-").territories.get(code.upper(), code)
    except (ValueError, UnknownLocaleError):
        return code
