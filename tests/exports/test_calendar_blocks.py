"""Components as bytes: written sooner than icalendar does it, and exactly as it does it."""

from datetime import UTC, datetime
from zoneinfo import ZoneInfo

import icalendar
from hypothesis import given
from hypothesis import strategies as st
from icalendar.parser import Contentline

from association.exports.components import component_text, folded

LETTERS = st.sampled_from("aé—😀\\^;,: \u2028\u0301")


@given(st.lists(LETTERS, max_size=400).map("".join))
def test_a_line_is_folded_where_icalendar_folds_it(line: str) -> None:
    """Letters of one to four octets, escapes, and long runs of each."""
    assert Contentline(line).to_ical() == folded(line.encode())


@given(st.lists(LETTERS | st.just("\n"), max_size=200).map("".join))
def test_a_component_is_written_as_icalendar_writes_it(text: str) -> None:
    """With and without parameters, one value and several."""
    component = icalendar.Event()
    component.add("UID", "a@b.example")
    component.add("SUMMARY", text)
    component.add("DTSTART", datetime(2026, 11, 22, 9, tzinfo=ZoneInfo("Europe/Paris")))
    component.add("DTSTAMP", datetime(2026, 11, 22, 9, tzinfo=UTC))
    component.add("EXDATE", [datetime(2026, 12, day, 9, tzinfo=UTC) for day in (1, 2)])
    component.add("COMMENT", "un")
    component.add("COMMENT", "deux")
    component.add("CATEGORIES", ["a", text])
    component.add("GEO", (50.5, 2.5))

    assert component.to_ical() == component_text(component)
