"""Five readers of calendars that share no code for recurrences, and the domain, told as the same lines."""

import json
import os
import subprocess
from collections.abc import Callable, Iterable, Iterator
from datetime import UTC, date, datetime, timedelta
from io import StringIO
from itertools import takewhile
from pathlib import Path
from zoneinfo import ZoneInfo

import icalendar
import recurring_ical_events
import vobject
from dateutil.tz import tzical
from vobject.icalendar import registerTzid

from association.domain.agenda import Entry, agenda
from association.domain.association import Association
from association.exports.vevents import STATUSES

Moment = date | datetime
Reader = Callable[[bytes, date, date], list[str]]
"""From a calendar and a window (days in UTC, both included) to one line a date, in order."""

GATES = Path(__file__).parents[1] / "gates"
SOME_MOVES_LATER = timedelta(days=400)


def line(start: Moment, end: Moment, status: str) -> str:
    return f"{_utc(start)} {_utc(end)} {status}"


def _utc(moment: Moment) -> str:
    """Such as `2026-11-03T17:30:00Z`, or a day."""
    if not isinstance(moment, datetime):
        return moment.isoformat()
    return f"{moment.astimezone(UTC):%Y-%m-%dT%H:%M:%SZ}"


def _inside(lines: Iterable[str], first: date, last: date) -> list[str]:
    return sorted(each for each in lines if first.isoformat() <= each[:10] <= last.isoformat())


def domain_lines(association: Association, first: date, last: date) -> list[str]:
    """What the calendar should say."""
    margin = timedelta(days=1)
    window = first - margin, last + margin
    dates = agenda(association.commissions, association.events, *window, ZoneInfo("UTC"))
    return _inside(map(_entry_line, dates.entries), first, last)


def _entry_line(entry: Entry) -> str:
    end = entry.end + timedelta(days=1) if entry.is_all_day else entry.end
    return line(entry.start, end, STATUSES[entry.status])


def icalendar_lines(calendar: bytes, first: date, last: date) -> list[str]:
    """icalendar with recurring-ical-events; time zones by their names."""
    query = recurring_ical_events.of(icalendar.Calendar.from_ical(calendar))
    found = query.between(first - timedelta(days=1), last + timedelta(days=2))
    return _inside((line(each.start, each.end, str(each["STATUS"])) for each in found), first, last)


def vobject_lines(calendar: bytes, first: date, last: date) -> list[str]:
    """vobject with dateutil; time zones as the file describes them."""
    _register_zones(calendar)
    parsed = vobject.readOne(calendar.decode())
    parsed.validate(raiseException=True)
    vevents = parsed.contents.get("vevent", [])
    masters = [vevent for vevent in vevents if not hasattr(vevent, "recurrence_id")]
    lines = (each for master in masters for each in _vobject_dates(master, vevents, last))
    return _inside(lines, first, last)


def _register_zones(calendar: bytes) -> None:
    """Not left to vobject 0.9.9, which keeps the zones of the last file, and takes Dublin for UTC."""
    for block in calendar.decode().split("BEGIN:VTIMEZONE")[1:]:
        text = "BEGIN:VTIMEZONE" + block.split("END:VTIMEZONE")[0] + "END:VTIMEZONE\r\n"
        zones = tzical(StringIO(text))
        (key,) = zones.keys()
        registerTzid(key, zones.get(key))


def _vobject_dates(
    master: vobject.base.Component, vevents: list[vobject.base.Component], last: date
) -> Iterator[str]:
    overrides = {
        _utc(vevent.recurrence_id.value): vevent
        for vevent in vevents
        if hasattr(vevent, "recurrence_id") and vevent.uid.value == master.uid.value
    }
    length = _elapsed(master.dtstart.value, _vobject_end(master))
    for slot in _vobject_slots(master, last + SOME_MOVES_LATER):
        override = overrides.get(_utc(slot))
        if override:
            yield line(override.dtstart.value, _vobject_end(override), override.status.value)
        else:
            yield line(slot, _later(slot, length), master.status.value)


def _vobject_end(vevent: vobject.base.Component) -> Moment:
    return vevent.dtend.value if hasattr(vevent, "dtend") else vevent.dtstart.value


def _elapsed(start: Moment, end: Moment) -> timedelta:
    if not isinstance(start, datetime):
        return end - start
    return end.astimezone(UTC) - start.astimezone(UTC)


def _later(start: Moment, length: timedelta) -> Moment:
    return start.astimezone(UTC) + length if isinstance(start, datetime) else start + length


def _vobject_slots(master: vobject.base.Component, farthest: date) -> Iterator[Moment]:
    start = master.dtstart.value
    rules = master.getrruleset(addRDate=True)
    if rules is None:
        return iter((start,))
    slots = takewhile(lambda slot: slot.date() <= farthest, rules)
    return slots if isinstance(start, datetime) else (slot.date() for slot in slots)


PROGRAMS = {
    "ical.js": ("node", "ical_occurrences.mjs"),
    "node-ical": ("node", "node_ical_occurrences.mjs"),
    "sabre/vobject": ("php", "sabre_occurrences.php"),
}
"""Readers in other languages, each with its program in tests/gates: Thunderbird's, that of many small
programs, that of Nextcloud. The first and the last know time zones by the file or by their names."""


def program_lines(reader: str, calendar: bytes, first: date, last: date, folder: Path) -> list[str]:
    lines = program_lines_by_uid(reader, calendar, first, last, folder).values()
    return sorted(line for lines_of_one in lines for line in lines_of_one)


def program_lines_by_uid(
    reader: str, calendar: bytes, first: date, last: date, folder: Path
) -> dict[str, list[str]]:
    """Many meetings in one go, told apart."""
    file = folder / "calendar.ics"
    file.write_bytes(calendar)
    language, program = PROGRAMS[reader]
    command = [language, str(GATES / program), str(file), first.isoformat(), last.isoformat()]
    own = {**os.environ, "TZ": "UTC"}
    told = subprocess.run(command, check=True, capture_output=True, text=True, env=own)
    found: dict[str, list[str]] = {}
    for row in json.loads(told.stdout):
        found.setdefault(row["uid"], []).append(f"{row['start']} {row['end']} {row['status']}")
    return {uid: sorted(lines) for uid, lines in found.items()}


def unfolded(calendar: bytes) -> list[str]:
    """Content lines, RFC 5545 section 3.1."""
    return calendar.decode().replace("\r\n ", "").split("\r\n")[:-1]


def vevent_lines(calendar: bytes, uid: str, slot: str = "") -> list[str]:
    """The lines of the VEVENT with that UID and RECURRENCE-ID; `slot` empty for none."""
    blocks = "\n".join(unfolded(calendar)).split("BEGIN:VEVENT\n")[1:]
    vevents = [block.split("\nEND:VEVENT")[0].split("\n") for block in blocks]
    return next(lines for lines in vevents if f"UID:{uid}" in lines and slot == _slot(lines))


def _slot(lines: list[str]) -> str:
    return next((each.split(":", 1)[1] for each in lines if each.startswith("RECURRENCE-ID")), "")
