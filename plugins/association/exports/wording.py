"""The words of one date in the agenda, for readers that show plain text."""

from ..domain.agenda import Entry
from ..domain.event import Status
from ..domain.naming import date_name, is_french, says
from ..domain.places import Venue
from ..domain.slugs import fold
from ..domain.text import Language, Text


def words(text: Text | None, language: Language) -> str | None:
    return text.to(language) if text else None


def heading(whole: str, part: str, language: Language) -> str:
    """`part` named after the whole it belongs to, unless it says so itself."""
    if says(part, whole):
        return part
    colon = " : " if is_french(language) else ": "
    return f"{whole}{colon}{part}"


def full_name(entry: Entry, whole: str, language: Language) -> str:
    """Of a date of `whole`: a series, an event of one date, or a commission that meets."""
    if entry.series:
        return date_name(entry, language)
    return heading(whole, entry.title.to(language), language)


def location(entry: Entry, language: Language) -> str | None:
    """Where to go; where to connect when there is nowhere to go."""
    if entry.venue and not is_online_only(entry):
        return venue_line(entry.venue, language)
    return entry.online


def is_online_only(entry: Entry) -> bool:
    """A date moved online keeps its venue in the announcement, but nobody should go there."""
    return entry.online is not None and (entry.venue is None or entry.status is Status.MOVED_ONLINE)


def venue_line(venue: Venue, language: Language) -> str:
    """Name, address and town on one line, nothing said twice."""
    said = venue.name.to(language)
    for part in (venue.address, town_line(venue, language)):
        if part and fold(part) not in fold(said):
            said = f"{said}, {part}"
    return said


def town_line(venue: Venue, language: Language) -> str | None:
    """Town with its postal code; None when the address names it already."""
    if venue.town is None:
        return None
    name = venue.town.name.to(language)
    if fold(name) in fold(venue.address or "").split(", ")[-1]:
        return None
    return " ".join(filter(None, (venue.town.postal_code, name)))
