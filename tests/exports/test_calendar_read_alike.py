"""Every reader finds the dates that the domain tells, and no other."""

from collections.abc import Iterable
from datetime import date

import pytest
from association_samples import TACTIC, TOUR, association, commission, event, event_date, meeting
from calendar_cases import CASES, IN_ZONES, OTHERWISE, ZONES
from calendar_readers import Reader, domain_lines, icalendar_lines, vobject_lines
from site_samples import SiteAddresses, feed

from association.domain.association import Association
from association.domain.meetings import Meeting
from association.exports.calendar import association_calendar

TODAY = date(2026, 1, 1)
THREE_YEARS = (date(2026, 1, 1), date(2028, 12, 31))
TEN_YEARS_AHEAD = (date(2036, 1, 1), date(2036, 12, 31))


READERS: dict[str, Reader] = {"icalendar": icalendar_lines, "vobject": vobject_lines}
"""ical.js reads the same table in tests/gates."""
ALIKE = [(name, case) for name in READERS for case in CASES if case not in OTHERWISE[name]]
APART = [(name, case) for name in READERS for case in OTHERWISE[name]]


@pytest.fixture(params=READERS)
def read(request: pytest.FixtureRequest) -> Reader:
    return READERS[request.param]


def calendar(association: Association) -> bytes:
    return association_calendar(feed(), association, SiteAddresses(), TODAY)


def held(meetings: Iterable[Meeting]) -> Association:
    return association(commission(*meetings))


@pytest.mark.parametrize(("reader", "case"), ALIKE)
def test_a_meeting_is_read_as_the_domain_means_it(reader: str, case: str) -> None:
    """Through three years and six clock changes, beside another one; each date with its end and status."""
    sample = held([CASES[case], meeting("2026-05-05 08:00", id_="autre")])

    assert domain_lines(sample, *THREE_YEARS) == READERS[reader](calendar(sample), *THREE_YEARS)


@pytest.mark.parametrize(("reader", "case"), APART)
def test_what_a_reader_takes_otherwise_is_written_down(reader: str, case: str) -> None:
    """With the reason, in the table; once it is read right, it leaves the list."""
    sample = held([CASES[case]])

    assert domain_lines(sample, *THREE_YEARS) != READERS[reader](calendar(sample), *THREE_YEARS)


def test_the_table_has_something_to_read() -> None:
    """A case without a date would prove nothing."""
    empty = [case for case in CASES if not domain_lines(held([CASES[case]]), *THREE_YEARS)]

    assert ["once, excepted"] == empty


@pytest.mark.parametrize("zone", ZONES)
def test_a_zone_is_read_as_the_domain_means_it_ten_years_ahead(zone: str, read: Reader) -> None:
    """Readers that know the zone only by the file's own VTIMEZONE agree too."""
    sample = held([IN_ZONES[f"wednesdays in {zone}"]])

    assert domain_lines(sample, *TEN_YEARS_AHEAD) == read(calendar(sample), *TEN_YEARS_AHEAD)


def test_a_whole_association_is_read_as_the_domain_means_it(read: Reader) -> None:
    """Meetings of several commissions and events, single and in series."""
    night = event(event_date("2026-10-24 23:00", "2026-10-25 06:00"), slug="nuit")
    sample = association(*TACTIC.commissions, TOUR, night)

    assert domain_lines(sample, *THREE_YEARS) == read(calendar(sample), *THREE_YEARS)
