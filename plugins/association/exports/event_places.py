"""Where a date takes place, in the words of schema.org: a place, a virtual one, or both."""

from datetime import date

from ..domain.agenda import Entry
from ..domain.event import Status
from ..domain.places import Venue
from ..domain.text import Language
from .addresses import Address
from .json_values import Json, Record


def has_place(entry: Entry) -> bool:
    return _is_somewhere(entry) or _is_online(entry)


def mode(entry: Entry) -> str:
    kind = "Offline" if not _is_online(entry) else "Mixed" if _is_somewhere(entry) else "Online"
    return f"{kind}EventAttendanceMode"


def place(entry: Entry, page: Address, language: Language, on: date) -> Json:
    """The room, the link, or a list of both when one may choose."""
    room = _room(entry.venue, language) if entry.venue and _is_somewhere(entry) else None
    link = _virtual(entry, page, on) if _is_online(entry) else None
    return [room, link] if room and link else room or link


def _is_somewhere(entry: Entry) -> bool:
    """A date moved online keeps its venue in the announcement, but nobody should go there."""
    return entry.venue is not None and entry.status is not Status.MOVED_ONLINE


def _is_online(entry: Entry) -> bool:
    return entry.online is not None or entry.status is Status.MOVED_ONLINE


def _virtual(entry: Entry, page: Address, on: date) -> Record:
    """The page says how to join when there is no link, or nothing to join any more."""
    can_join = entry.online and not entry.is_cancelled and not entry.is_over(on)
    return {"@type": "VirtualLocation", "url": entry.online if can_join else page}


def _room(venue: Venue, language: Language) -> Record:
    """Free words are name and address in one; a position is the room's own, never that of its town."""
    name = venue.name.to(language)
    room: Record = {"@type": "Place", "name": name, "address": _address(venue, language) or name}
    if venue.position:
        point = {"latitude": venue.position.lat, "longitude": venue.position.lon}
        room["geo"] = {"@type": "GeoCoordinates", **point}
    return room


def _address(venue: Venue, language: Language) -> Record | None:
    parts: Record = {
        "streetAddress": venue.address,
        "postalCode": venue.town.postal_code if venue.town else None,
        "addressLocality": venue.town.name.to(language) if venue.town else None,
    }
    written = {key: value for key, value in parts.items() if value}
    return {"@type": "PostalAddress", **written} if written else None
