"""Dates as pages show them."""

from datetime import date, datetime
from zoneinfo import ZoneInfo

from association.views.dates import DateRow, by_month, months_between, weeks

PARIS = ZoneInfo("Europe/Paris")


def row(title: str, start: date | datetime, end: date | datetime | None = None) -> DateRow:
    return DateRow(
        title=title,
        url=None,
        start=start,
        end=end or start,
        status="scheduled",
        moved_from=None,
        is_today=False,
        is_past=False,
        place=None,
        online="",
        registration="",
        kind="",
        audience="",
        price="",
        commissions=(),
    )


def grid(first: date, *rows: DateRow) -> str:
    """The month as a small picture: days of other months in brackets, titles after their day."""

    def cell(day) -> str:
        number = f"({day.day.day})" if day.is_out else str(day.day.day)
        return number + "".join(f"+{shown.title}" for shown in day.rows) + ("*" if day.is_today else "")

    return "\n".join(" ".join(map(cell, week)) for week in weeks(first, rows, date(2026, 11, 22)))


def test_a_month_is_whole_weeks_from_monday() -> None:
    """November 2026 begins on a Sunday; a course of several days is in each of them."""
    course = row("C", date(2026, 11, 27), date(2026, 12, 1))
    evening = row("S", datetime(2026, 11, 3, 18, 30, tzinfo=PARIS))

    assert (
        "(26) (27) (28) (29) (30) (31) 1\n"
        "2 3+S 4 5 6 7 8\n"
        "9 10 11 12 13 14 15\n"
        "16 17 18 19 20 21 22*\n"
        "23 24 25 26 27+C 28+C 29+C\n"
        "30+C (1)+C (2) (3) (4) (5) (6)"
    ) == grid(date(2026, 11, 1), course, evening)


def test_what_is_under_way_is_listed_in_the_current_month() -> None:
    """A tour that began in September belongs to today's list, not to a heading of the past."""
    tour, dinner = row("tour", date(2026, 9, 1), date(2026, 12, 1)), row("dinner", date(2026, 12, 4))

    months = by_month([tour, dinner], earliest=date(2026, 11, 22))

    assert [(date(2026, 11, 1), ["tour"]), (date(2026, 12, 1), ["dinner"])] == [
        (month.first, [shown.title for shown in month.rows]) for month in months
    ]


def test_months_between_two_days_cross_the_year() -> None:
    """Both ends included."""
    assert (date(2026, 12, 1), date(2027, 1, 1)) == months_between(date(2026, 12, 31), date(2027, 1, 1))
