"""What a course is, how long it takes, and when one can next take part in one."""

from datetime import date, datetime
from zoneinfo import ZoneInfo

import pytest

from association.domain.courses import Course, Length, course, courses, length_of, names_a_course
from association.domain.events import Event, EventDate, Status
from association.domain.text import Text, plain

PARIS = ZoneInfo("Europe/Paris")
TODAY = date(2026, 11, 22)


def evening(day: str, hours: str = "18:00 21:00", status: Status = Status.SCHEDULED) -> EventDate:
    start, end = (datetime.fromisoformat(f"{day}T{hour}").replace(tzinfo=PARIS) for hour in hours.split())
    return EventDate(day, start, end, status=status)


def days(first: str, last: str) -> EventDate:
    return EventDate(first, date.fromisoformat(first), date.fromisoformat(last))


def training(*dates: EventDate, slug: str = "cours", title: str = "Cours", kind: str = "formation") -> Event:
    return Event(slug, plain(title), dates, is_series=len(dates) > 1, is_course=names_a_course(plain(kind)))


@pytest.mark.parametrize(
    ("kind", "expected"),
    [
        (plain("formation"), True),
        (plain("Formation"), True),
        (plain("opleiding"), True),
        (plain("course"), True),
        (Text((("de", "Kurs"), ("nl", "Opleiding"))), True),
        (plain("formation continue des chefs"), False),
        (plain("atelier"), False),
        (None, False),
    ],
)
def test_the_kind_says_what_a_course_is(kind: Text | None, expected: bool) -> None:
    """In any of the languages that it is written in."""
    assert expected == names_a_course(kind)


@pytest.mark.parametrize(
    ("dates", "expected", "iso"),
    [
        ([evening("2027-02-02"), evening("2027-02-09"), evening("2027-02-16")], Length(3, 0, 540), "PT9H"),
        ([evening("2027-02-02", "09:00 12:30")], Length(1, 0, 210), "PT3H30M"),
        ([days("2027-05-27", "2027-05-29")], Length(1, 3, 0), "P3D"),
        ([days("2027-05-27", "2027-05-27"), evening("2027-06-01")], Length(2, 1, 180), "P1DT3H"),
        ([evening("2027-02-02"), evening("2027-02-09", status=Status.CANCELLED)], Length(1, 0, 180), "PT3H"),
        ([evening("2027-02-02", status=Status.CANCELLED)], Length(1, 0, 180), "PT3H"),
        ([evening("2027-03-28", "01:00 05:00")], Length(1, 0, 240), "PT4H"),
    ],
)
def test_the_length_is_counted_from_the_dates(dates: list[EventDate], expected: Length, iso: str) -> None:
    """Without those that are cancelled, unless all are; hours as the clocks show them."""
    found = length_of(training(*dates))

    assert (expected, iso) == (found, found.iso)


def test_a_date_over_several_days_is_counted_in_days() -> None:
    """Nobody teaches at night."""
    start, end = (
        datetime.fromisoformat(f"2027-02-{moment}").replace(tzinfo=PARIS)
        for moment in ("02T09:00", "03T17:00")
    )

    assert Length(1, 2, 0) == length_of(training(EventDate("1", start, end)))


def state(*dates: EventDate) -> tuple[str, bool, bool, bool]:
    found: Course = course(training(*dates), TODAY)
    day = found.next.first_day.isoformat() if found.next else ""
    return day, found.has_begun, found.is_announced, found.is_cancelled


GONE, TODAY_S, SOON = evening("2026-11-03"), evening("2026-11-22"), evening("2026-12-01")
OFF, LATER = (evening("2026-11-29", status=one) for one in (Status.CANCELLED, Status.POSTPONED))


@pytest.mark.parametrize(
    ("dates", "expected"),
    [
        ([SOON], ("2026-12-01", False, False, False)),
        ([TODAY_S, SOON], ("2026-11-22", False, False, False)),
        ([GONE, SOON], ("2026-12-01", True, False, False)),
        ([OFF, SOON], ("2026-12-01", False, False, False)),
        ([LATER], ("", False, True, False)),
        ([LATER, SOON], ("2026-12-01", False, False, False)),
        ([GONE], ("", True, False, False)),
        ([OFF], ("", False, False, True)),
        ([GONE, OFF], ("", True, False, True)),
    ],
)
def test_what_comes_next_is_known(dates: list[EventDate], expected: tuple[str, bool, bool, bool]) -> None:
    """Its day; whether it has begun, waits for a day, or does not take place."""
    assert expected == state(*dates)


def test_the_next_one_comes_first_and_those_without_a_date_last() -> None:
    """These by their names, accents aside; what is no course is left out."""
    every = [
        training(GONE, slug="z", title="Zen"),
        training(GONE, slug="e", title="Étude"),
        training(evening("2027-01-05"), slug="b"),
        training(SOON, slug="a"),
        training(SOON, slug="fete", kind="fête"),
    ]

    assert ["a", "b", "e", "z"] == [one.event.slug for one in courses(every, TODAY, PARIS, "fr")]
