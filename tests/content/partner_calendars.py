"""Small calendars of partners, and what our agenda tells of them as lines one can read."""

from datetime import date, datetime
from pathlib import Path

from site_on_disk import association, report

from association.domain.events import ImportedDate

FILE = "content/agenda/imports/partenaire.ics"
PARIS = "TZID=Europe/Paris"


def event(*lines: str, uid: str = "UID:a@b.example", title: str = "SUMMARY:Atelier") -> str:
    return "\n".join(("BEGIN:VEVENT", *filter(None, (uid, title)), *lines, "END:VEVENT"))


def calendar(*events: str, head: str = "") -> bytes:
    """head: what it says of itself, and its zones."""
    lines = ("BEGIN:VCALENDAR", "VERSION:2.0", head, *events, "END:VCALENDAR")
    return ("\n".join(filter(None, lines)) + "\n").encode()


def zone(*names: str, offset: str = "+0300") -> str:
    """A VTIMEZONE without summer time."""
    lines = (f"TZOFFSETFROM:{offset}", f"TZOFFSETTO:{offset}", "DTSTART:19700101T000000", "END:STANDARD")
    named = (f"TZID:{name}" for name in names)
    return "\n".join(("BEGIN:VTIMEZONE", *named, "BEGIN:STANDARD", *lines, "END:VTIMEZONE"))


def every_date(root: Path, content: bytes) -> list[ImportedDate]:
    calendars = association(root, {FILE: content}).calendars
    return sorted(
        (one for each in calendars for one in each.dates), key=lambda one: (str(one.start), one.title)
    )


def told(root: Path, content: bytes) -> list[str]:
    """Such as `12-08 18:00 Atelier`; a day alone, or several, have no hour; in order of time."""
    return [line(one) for one in every_date(root, content)]


def line(one: ImportedDate) -> str:
    moved = one.slot is not None and one.slot != one.start
    words = (
        span(one.start, one.end),
        one.title,
        f"for {written(one.slot)}" if moved and one.slot else "",
        "cancelled" if one.is_cancelled else "",
    )
    return " ".join(filter(None, words))


def span(start: date, end: date) -> str:
    if start == end:
        return written(start)
    later = end.strftime("%H:%M") if isinstance(end, datetime) and end.date() == day(start) else written(end)
    return f"{written(start)}-{later}"


def day(moment: date) -> date:
    return moment.date() if isinstance(moment, datetime) else moment


def written(moment: date) -> str:
    return moment.strftime("%m-%d %H:%M" if isinstance(moment, datetime) else "%m-%d")


def warned(root: Path, content: bytes) -> list[str]:
    """What the editor reads, without where it stands."""
    return [each.partition(": ")[2] for each in report(root, {FILE: content})]
