"""Small words that depend on what follows them."""

from datetime import date, datetime
from zoneinfo import ZoneInfo

from babel import Locale, UnknownLocaleError
from babel.dates import get_timezone_location
from babel.lists import format_list

from ..domain.naming import at_town, from_town
from ..domain.text import Language

__all__ = ["at_town", "from_town", "in_a_row", "whose_clock"]


def in_a_row(names: tuple[str, ...], language: Language) -> str:
    """« Lens, Arras et Douai »."""
    try:
        return format_list(names, locale=Locale.parse(language, sep="-"))
    except (ValueError, UnknownLocaleError):
        return ", ".join(names)


def whose_clock(moment: date | datetime, zone: ZoneInfo, language: Language) -> str:
    """« à Londres », where it is another hour then than in `zone`; '' where it is not."""
    if not isinstance(moment, datetime) or moment.utcoffset() == moment.astimezone(zone).utcoffset():
        return ""
    key = getattr(moment.tzinfo, "key", "")
    if "/" not in key or key.startswith("Etc/"):
        return f"UTC{moment.isoformat()[-6:]}" if moment.utcoffset() else "UTC"
    city = get_timezone_location(ZoneInfo(key), locale=Locale.parse(language, sep="-"), return_city=True)
    return at_town(city.rpartition("/")[2], language)
