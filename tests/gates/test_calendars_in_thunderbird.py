"""ical.js, the reader of Thunderbird, finds the same dates as the Python readers in every calendar."""

from datetime import date
from pathlib import Path

from built_site import Built
from calendar_readers import ical_js_lines, icalendar_lines
from tools import command, node_package

FIRST, LAST = date(2026, 10, 1), date(2027, 10, 31)


def test_every_calendar_says_the_same(tactic: Built, tmp_path: Path) -> None:
    """Recurrences, moves, cancellations and summer time."""
    command("node", "nodejs")
    node_package("ical.js/package.json")
    files = [file for file in tactic.files if file.endswith(".ics")]
    told = {file: readings(tactic.bytes(file), tmp_path) for file in files}

    assert files and {} == {file: pair for file, pair in told.items() if pair[0] != pair[1]}


def readings(calendar: bytes, folder: Path) -> tuple[list[str], list[str]]:
    return icalendar_lines(calendar, FIRST, LAST), ical_js_lines(calendar, FIRST, LAST, folder)
