"""`agenda`: the coming dates as a table, to see what a rule gives before it is committed.

Those for members only are among them, for editors see all that they write.
"""

import os
from calendar import monthrange
from collections.abc import Collection, Iterable
from datetime import date, datetime
from pathlib import Path

from babel import Locale
from babel.dates import format_date, format_time

from ..content.suggestions import nearest
from ..domain.agenda import Agenda, Entry, agenda, date_name, reading_order
from ..domain.association import Association
from ..domain.events import Status
from ..domain.text import Language
from ..problems import sentence
from . import outcome
from .language import catalogue, translate
from .outcome import FINE, WrongUsage
from .settings import content_settings

MOST_MONTHS = 120
GAP = "  "
Row = tuple[str, ...]


def agenda_table(site: Path, commission: str | None, months: str) -> int:
    length = number_of_months(months)
    settings = content_settings(site)
    from ..host.loading import loaded_site, zone_of
    from ..host.machine import now  # only now: wrong usage is answered at once

    found = loaded_site(settings, decoding=True)
    association, reserved = found.association, found.association_of_members
    zone = zone_of(settings)
    today = now(zone).date()
    last = months_later(today, length)
    if commission:
        check_commission(commission, association)
    public = agenda(association.commissions, association.events, today, last, zone, association.calendars)
    private = agenda(reserved.commissions, reserved.events, today, last, zone)
    every = sorted((*public.entries, *private.entries), key=lambda entry: reading_order(entry, zone))
    chosen = Agenda(tuple(every)).of_commission(commission) if commission else Agenda(tuple(every))
    coming = tuple(entry for entry in chosen.upcoming(today) if entry.first_day <= last)
    uids = frozenset(entry.uid for entry in private.entries)
    print("\n".join(lines(coming, str(settings["DEFAULT_LANG"]), uids)) if coming else nothing(last))
    if found.warnings:
        outcome.in_text(found.warnings)
    return FINE


def number_of_months(months: str) -> int:
    if not (months.isascii() and months.isdigit() and 1 <= int(months[:4]) <= MOST_MONTHS):
        raise WrongUsage(
            sentence(
                'The months "{months}" are not a number from 1 to {most}.', months=months, most=MOST_MONTHS
            )
        )
    return int(months)


def months_later(day: date, months: int) -> date:
    """The same day of the month, or the last one of a shorter month."""
    year, month = divmod(day.year * 12 + day.month - 1 + months, 12)
    return date(year, month + 1, min(day.day, monthrange(year, month + 1)[1]))


def check_commission(wanted: str, association: Association) -> None:
    known = [commission.id for commission in association.commissions]
    if wanted in known:
        return
    if near := nearest(wanted, known):
        raise WrongUsage(
            sentence('There is no commission "{id}"; did you mean "{near}"?', id=wanted, near=near)
        )
    if not known:
        raise WrongUsage(sentence('There is no commission "{id}": the site has none.', id=wanted))
    ids = ", ".join(known)
    raise WrongUsage(sentence('There is no commission "{id}"; it is one of: {ids}.', id=wanted, ids=ids))


def nothing(last: date) -> str:
    return translate("Nothing is announced until {day}.").format(day=day_words(last, editors_locale()))


def lines(entries: Iterable[Entry], language: Language, private: Collection[str]) -> list[str]:
    """A head and a row each, in columns as wide as their widest cell. private: UIDs of dates for members."""
    head = (
        translate("Date"),
        translate("Hours"),
        translate("What"),
        translate("Where"),
        translate("State"),
        translate("Source"),
        translate("For"),
    )
    table = [head, *(row(entry, language, entry.uid in private) for entry in entries)]
    shown = [column for column in range(len(head)) if any(cells[column] for cells in table[1:])]
    widths = {column: max(len(cells[column]) for cells in table) for column in shown}
    return [GAP.join(f"{cells[n]:<{widths[n]}}" for n in shown).rstrip() for cells in table]


def row(entry: Entry, language: Language, is_private: bool) -> Row:
    locale = editors_locale()
    return (
        day_words(entry.first_day, locale),
        hours(entry, locale),
        date_name(entry, language),
        where(entry, language),
        state_and_reason(entry, language, locale),
        entry.source.to(language) if entry.source else "",
        translate("members only") if is_private else "",
    )


def editors_locale() -> Locale:
    """That of the sentences: English where there is no catalogue."""
    return Locale.parse(catalogue(os.environ).info().get("language", "en"))


def day_words(day: date, locale: Locale) -> str:
    words = format_date(day, "full", locale)
    return words.replace(" 1 ", " 1er ", 1) if locale.language == "fr" and day.day == 1 else words


def hours(entry: Entry, locale: Locale) -> str:
    if not isinstance(entry.start, datetime) or not isinstance(entry.end, datetime):
        return until(entry.last_day, locale) if entry.last_day > entry.first_day else translate("all day")
    start = clock(entry.start, locale)
    if entry.last_day > entry.first_day:
        return f"{start} {until(entry.last_day, locale)}, {clock(entry.end, locale)}"
    return f"{start} – {clock(entry.end, locale)}" if entry.has_end else start


def clock(moment: datetime, locale: Locale) -> str:
    return format_time(moment.time(), "short", locale=locale)


def until(day: date, locale: Locale) -> str:
    return translate("until {day}").format(day=day_words(day, locale))


def where(entry: Entry, language: Language) -> str:
    venue, places = entry.venue, []
    if venue and entry.status is not Status.MOVED_ONLINE:
        name, town = venue.name.to(language), venue.town.name.to(language) if venue.town else ""
        places.append(name if not town or town in name else f"{name}, {town}")
    if entry.online or entry.status is Status.MOVED_ONLINE:
        places.append(translate("online"))
    return " + ".join(places)


def state_and_reason(entry: Entry, language: Language, locale: Locale) -> str:
    said, reason = state(entry, locale), entry.reason.to(language) if entry.reason else ""
    return translate("{state}: {reason}").format(state=said, reason=reason) if said and reason else said


def state(entry: Entry, locale: Locale) -> str:
    match entry.status:
        case Status.CANCELLED:
            return translate("cancelled")
        case Status.POSTPONED:
            return translate("postponed, no date yet")
        case Status.MOVED_ONLINE:
            return translate("moved online")
    return moved(entry, locale) if entry.is_moved else ""


def moved(entry: Entry, locale: Locale) -> str:
    slot = entry.slot
    if isinstance(slot, datetime) and slot.date() == entry.first_day:
        return translate("moved from {hour}").format(hour=clock(slot, locale))
    day = slot.date() if isinstance(slot, datetime) else slot or entry.first_day
    return translate("moved from {day}").format(day=day_words(day, locale))
