"""The country of the association, and the one whose public holidays count for a meeting."""

import re
from functools import cache
from importlib.resources import files

from ...domain.association import Association
from ...domain.places import Venue
from ...domain.slugs import fold
from ..fields.countries import COUNTRY_NAMES
from ..site import SiteFolder
from .coming import ComingMeeting

PIECES = re.compile(r"[,;()\n]")


def country_of(date: ComingMeeting, association: Association, site: SiteFolder) -> str:
    """Its code, '' when nothing tells it: the setting, else the address, else the time zone."""
    if site.holidays_country is not None:
        return site.holidays_country
    zone = date.meeting.zone.key
    own_zone = zone if zone != site.zone.key else ""
    return (
        country_of_venue(date.entry.venue)
        or country_of_zone(own_zone)
        or country_of_association(association, site.zone.key, site.language)
    )


def country_of_association(association: Association, zone: str, language: str) -> str:
    """Where it is, '' when nothing tells it: the address, else the time zone, else the language."""
    return (
        country_named(association.identity.address or "")
        or country_of_zone(zone)
        or language.partition("-")[2].upper()
    )


def country_of_venue(venue: Venue | None) -> str:
    if venue is None:
        return ""
    return country_named(venue.address or "") or ("" if venue.id else country_named(str(venue.name)))


def country_named(address: str) -> str:
    """The one that an address ends with, in words."""
    last = PIECES.split(address.rstrip(" .)"))[-1]
    return COUNTRY_NAMES.get(fold(last).strip(), "")


@cache
def country_of_zone(zone: str) -> str:
    """As the time zone database has it, one country for each of its zones."""
    table = files("tzdata").joinpath("zoneinfo", "zone.tab").read_text(encoding="utf-8")
    rows = (line.split("\t") for line in table.splitlines() if not line.startswith("#"))
    return next((row[0] for row in rows if row[2] == zone), "")
