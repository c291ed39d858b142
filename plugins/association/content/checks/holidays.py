"""Meetings on public holidays, which a rhythm knows nothing about.

Of the country where a meeting takes place, else of the association's, as the library `holidays` knows them.
"""

import re
from collections.abc import Container, Iterable, Mapping
from datetime import date, timedelta
from datetime import date as Day
from functools import cache
from importlib.resources import files
from importlib.util import module_from_spec, spec_from_file_location
from itertools import groupby
from pathlib import Path
from typing import TYPE_CHECKING

from ...domain.association import Association
from ...domain.places import Venue
from ...domain.text import fold
from ...problems import Place, Sentence, sentence
from ..context import LoadContext
from ..fields.ids import COUNTRY_NAMES
from ..site import SiteFolder
from .dates import ComingMeeting

if TYPE_CHECKING:
    from holidays import HolidayBase


MOST = 3
LATER = tuple(timedelta(days=days) for days in (7, 1, 2, 3, 4, 5, 6))
CODE = "public-holiday"

PIECES = re.compile(r"[,;()\n]")


def tell_days_off(dates: Iterable[ComingMeeting], association: Association, context: LoadContext) -> None:
    """A sentence for each date, at most three of a meeting; then how many there are besides."""
    for _, group in groupby(dates, key=lambda date: date.affair):
        coming = tuple(group)
        found = [(date, name) for date in coming if (name := holiday_of(date, association, context))]
        if not found:
            continue
        place = coming[0].place(context)
        for meeting_date, name in found[:MOST]:
            told = sentence(
                "the meeting of {day} falls on a public holiday: {holiday}",
                day=meeting_date.entry.first_day,
                holiday=name,
            )
            days_off = holidays_where(meeting_date, association, context)
            context.warn(place, CODE, told, hint(meeting_date, free_day(meeting_date, coming, days_off)))
        tell_rest([date for date, _ in found[MOST:]], place, context)


def holiday_of(date: ComingMeeting, association: Association, context: LoadContext) -> str | None:
    """Its name, on the day when the meeting begins where it takes place."""
    if date.entry.is_cancelled:
        return None
    return holidays_where(date, association, context).get(date.entry.first_day)


def holidays_where(date: ComingMeeting, association: Association, context: LoadContext) -> Mapping[Day, str]:
    country = country_of(date, association, context.site)
    return public_holidays(country, date.entry.first_day.year, context.site.language) if country else {}


def free_day(date: ComingMeeting, coming: Iterable[ComingMeeting], days_off: Container[Day]) -> Day | None:
    """A week later, or else soon: neither a day off nor a day of the same meeting."""
    taken = {other.entry.first_day for other in coming}
    days = (date.entry.first_day + later for later in LATER)
    return next((day for day in days if day not in taken and day not in days_off), None)


def hint(date: ComingMeeting, free: Day | None) -> Sentence:
    """For a date that the rule gives: to leave it out or to move it. Others are written somewhere."""
    day, meeting = date.entry.first_day, date.meeting
    if date.occurrence.is_moved:
        return sentence('write another day after "to"')
    if meeting.rule is None or date.occurrence.slot.replace(tzinfo=None) in meeting.also_on:
        return sentence("write another day")
    if free is None:
        return sentence('write "except_on: [{day}]"', day=day)
    return sentence(
        'write "except_on: [{day}]", or for example "moved: [{{from: {day}, to: {free}}}]"',
        day=day,
        free=free,
    )


def tell_rest(rest: list[ComingMeeting], place: Place, context: LoadContext) -> None:
    """Its words come after those of the others in any order of sentences."""
    if len(rest) == 1:
        context.warn(
            place, CODE, sentence("the same goes for one more, on {day}", day=rest[0].entry.first_day)
        )
    elif rest:
        told = sentence(
            "the same goes for {count} others, from {first} to {last}",
            count=len(rest),
            first=rest[0].entry.first_day,
            last=rest[-1].entry.first_day,
        )
        context.warn(place, CODE, told)


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


@cache
def public_holidays(country: str, year: int, language: str) -> Mapping[date, str]:
    """Those of that year and the next, none of a country nobody knows.

    Their names are in that language, or in the one of the country.
    """
    calendar = calendar_of(country)
    if calendar is None:
        return {}
    spoken = language.partition("-")[0]
    chosen = spoken if spoken in calendar.supported_languages else None
    return dict(calendar(years=(year, year + 1), language=chosen))


@cache
def calendar_of(country: str) -> "type[HolidayBase] | None":
    """Its class, from its own file: `holidays.countries` would import two hundred others with it.

    The library is only imported here, by a site that has meetings.
    """
    import holidays
    from holidays.registry import COUNTRIES

    found = ((module, names) for module, names in COUNTRIES.items() if country in names[1:])
    module, names = next(found, ("", ("",)))
    if not module:
        return None
    path = Path(holidays.__file__).with_name("countries") / f"{module}.py"
    spec = spec_from_file_location(f"holidays_of_{module}", path)
    assert spec and spec.loader  # the path ends in .py
    loaded = module_from_spec(spec)
    spec.loader.exec_module(loaded)
    calendar: type[HolidayBase] = getattr(loaded, names[0])
    return calendar
