"""Every reader finds the dates that the domain tells, and no other."""

from collections.abc import Iterable
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from association_samples import TACTIC, TOUR, association, commission, event, event_date, meeting
from calendar_cases import EXCEPTIONS, RARE_RULES, RULES, ZONES, by_rule, near_clock_changes, weekly
from calendar_readers import GATES, Reader, domain_lines, ical_js_lines, icalendar_lines, vobject_lines
from site_samples import SiteAddresses, feed

from association.domain.association import Association
from association.domain.meeting import Meeting
from association.exports.calendar import association_calendar

TODAY = date(2026, 1, 1)
WINDOWS = {
    "these three years": (date(2026, 1, 1), date(2028, 12, 31)),
    "ten years ahead": (date(2036, 1, 1), date(2036, 12, 31)),
}
THREE_YEARS = WINDOWS["these three years"]

ALL_TOGETHER = {
    "rules": [by_rule(*rule, id_=f"r{number}") for number, rule in enumerate(RULES)],
    "zones": [weekly(zone, f"z{number}") for number, zone in enumerate(ZONES)],
    "hours": [each for number, zone in enumerate(ZONES) for each in near_clock_changes(zone, f"h{number}")],
    "exceptions": [replace(each, id=f"e{number}") for number, each in enumerate(EXCEPTIONS.values())],
}


@pytest.fixture(params=[icalendar_lines, vobject_lines], ids=["icalendar", "vobject"])
def read(request: pytest.FixtureRequest) -> Reader:
    return request.param


def calendar(association: Association) -> bytes:
    return association_calendar(feed(), association, SiteAddresses(), TODAY)


def held(meetings: Iterable[Meeting]) -> Association:
    return association(commission(*meetings))


@pytest.mark.parametrize(("start", "repeat"), RULES + RARE_RULES)
def test_a_rule_is_read_as_the_domain_means_it(start: str, repeat: str, read: Reader) -> None:
    """Through three years and six clock changes."""
    sample = held([by_rule(start, repeat)])
    expected = domain_lines(sample, *THREE_YEARS)

    assert expected
    assert expected == read(calendar(sample), *THREE_YEARS)


@pytest.mark.parametrize("zone", ZONES)
@pytest.mark.parametrize("window", WINDOWS)
def test_a_zone_is_read_as_the_domain_means_it(zone: str, window: str, read: Reader) -> None:
    """Readers that know the zone only by the file's own VTIMEZONE agree too, ten years ahead as now."""
    sample = held([weekly(zone)])

    assert domain_lines(sample, *WINDOWS[window]) == read(calendar(sample), *WINDOWS[window])


@pytest.mark.parametrize("zone", ZONES)
def test_hours_before_and_after_a_clock_change_are_read_alike(zone: str, read: Reader) -> None:
    """The clocks change between the two, at the right moment."""
    sample = held(near_clock_changes(zone))

    assert domain_lines(sample, *THREE_YEARS) == read(calendar(sample), *THREE_YEARS)


@pytest.mark.parametrize("case", EXCEPTIONS)
def test_exceptions_are_read_as_the_domain_means_them(case: str, read: Reader) -> None:
    """Holes, moved, cancelled and extra dates are where they should be, and where they were they are not."""
    sample = held([EXCEPTIONS[case], meeting("2026-05-05 08:00", id_="autre")])

    assert domain_lines(sample, *THREE_YEARS) == read(calendar(sample), *THREE_YEARS)


def test_a_whole_association_is_read_as_the_domain_means_it(read: Reader) -> None:
    """Meetings of several commissions and events, single and in series."""
    night = event(event_date("2026-10-24 23:00", "2026-10-25 06:00"), slug="nuit")
    sample = association(*TACTIC.commissions, TOUR, night)

    assert domain_lines(sample, *THREE_YEARS) == read(calendar(sample), *THREE_YEARS)


@pytest.mark.skipif(
    not (GATES.parents[1] / "node_modules" / "ical.js").exists(), reason="ical.js is not installed"
)
@pytest.mark.parametrize("cases", ALL_TOGETHER)
@pytest.mark.parametrize("window", WINDOWS)
def test_thunderbird_reads_all_of_it_as_the_domain_means_it(cases: str, window: str, tmp_path: Path) -> None:
    """ical.js too knows the zones only by the file."""
    sample = held(ALL_TOGETHER[cases])
    found = ical_js_lines(calendar(sample), *WINDOWS[window], tmp_path)

    assert domain_lines(sample, *WINDOWS[window]) == found
