"""Languages by the name a reader calls them."""

from collections.abc import Iterable

from babel import Locale, UnknownLocaleError

from ..domain.text import Language


def language_names(codes: Iterable[Language], reader: Language) -> tuple[str, ...]:
    """« français », « néerlandais » for fr, nl read in French; the code itself when it has no name."""
    return tuple(language_name(code, reader) for code in codes)


def language_name(code: Language, reader: Language) -> str:
    try:
        return Locale.parse(code, sep="-").get_display_name(reader) or code
    except (ValueError, UnknownLocaleError):
        return code
