"""All dates in one order, and the questions pages ask of them."""

from collections.abc import Iterable
from dataclasses import replace
from datetime import date, datetime, timedelta
from itertools import permutations
from zoneinfo import ZoneInfo

import pytest
from meeting_pictures import HALL, PARIS, meeting, move

from association.domain.agenda import Agenda, Entry, agenda, event_uid, meeting_uid
from association.domain.commissions import Commission
from association.domain.events import Event, EventDate, Status
from association.domain.meetings import Meeting
from association.domain.text import plain

WINDOW = date(2026, 1, 1), date(2027, 12, 31)


def commission(*meetings: Meeting, id_: str = "reseaux") -> Commission:
    return Commission(id_, plain(id_.title()), kind=plain("commission"), meetings=meetings)


def event(
    slug: str, *dates: tuple[str, str], is_series: bool = False, commissions: tuple[str, ...] = ()
) -> Event:
    told = tuple(
        EventDate(str(number), moment(start), moment(end)) for number, (start, end) in enumerate(dates, 1)
    )
    return Event(slug, plain(slug.title()), told, is_series, commissions=commissions)


def moment(text: str) -> date | datetime:
    is_day = len(text) == len("2026-11-03")
    return date.fromisoformat(text) if is_day else datetime.fromisoformat(text).replace(tzinfo=PARIS)


def dates_of(commissions: Iterable[Commission] = (), events: Iterable[Event] = ()) -> Agenda:
    return agenda(commissions, events, *WINDOW, PARIS)


def told(entries: Agenda | Iterable[Entry]) -> list[str]:
    entries = entries.entries if isinstance(entries, Agenda) else entries
    return [f"{entry.start} {entry.uid}" for entry in entries]


def test_meetings_and_events_stand_in_one_order() -> None:
    """Whole days open their day; what begins together is in the order of its UID."""
    held = [commission(meeting("2026-11-03 18:30", "FREQ=WEEKLY;COUNT=2"))]
    announced = [
        event("zoo", ("2026-11-03", "2026-11-03")),
        event("bal", ("2026-11-03T18:30", "2026-11-03T19:00")),
        event("aube", ("2026-11-03T06:00", "2026-11-03T07:00")),
    ]

    assert [
        "2026-11-03 zoo.agenda",
        "2026-11-03 06:00:00+01:00 aube.agenda",
        "2026-11-03 18:30:00+01:00 bal.agenda",
        "2026-11-03 18:30:00+01:00 reunion.reseaux",
        "2026-11-10 18:30:00+01:00 reunion.reseaux",
    ] == told(dates_of(held, announced))


def test_the_order_is_that_of_instants_whatever_the_order_of_the_files() -> None:
    """02:30 does not exist that night in Paris: it means 03:30, which is after 03:15 in Brussels."""
    brussels = ZoneInfo("Europe/Brussels")
    night = [
        commission(meeting("2026-03-29 02:30"), id_="a"),
        commission(meeting("2026-03-29 03:00"), id_="b"),
        commission(meeting("2026-03-29 03:15", zone=brussels), id_="c"),
    ]

    assert {("reunion.b", "reunion.c", "reunion.a")} == {
        tuple(entry.uid for entry in dates_of(order).entries) for order in permutations(night)
    }


def test_a_meeting_becomes_an_entry_with_its_slot_place_and_commission() -> None:
    """The entry says by itself that the date was moved, and from when."""
    held = replace(
        meeting("2026-11-03 18:30", "FREQ=WEEKLY;COUNT=1", moved=[move("2026-11-03", "2026-11-04 19:00")]),
        venue=HALL,
    )
    (entry,) = dates_of([commission(held)]).entries

    assert (
        Entry(
            uid="reunion.reseaux",
            title=plain("Réunion"),
            start=datetime(2026, 11, 4, 19, tzinfo=PARIS),
            end=datetime(2026, 11, 4, 21, tzinfo=PARIS),
            slot=datetime(2026, 11, 3, 18, 30, tzinfo=PARIS),
            venue=HALL,
            kind=plain("commission"),
            commission="reseaux",
            meeting="reunion.reseaux",
            commissions=("reseaux",),
        )
        == entry
    )
    assert entry.is_moved


def test_whole_days_of_a_meeting_are_dates_with_the_last_day_included() -> None:
    """Two days from 28 March end on the 29th."""
    (entry,) = dates_of([commission(meeting("2026-03-28", hours=48))]).entries

    assert (date(2026, 3, 28), date(2026, 3, 29), date(2026, 3, 28)) == (entry.start, entry.end, entry.slot)
    assert entry.is_all_day
    assert not entry.is_moved


def test_a_cancelled_meeting_is_a_cancelled_entry() -> None:
    """It stays in the agenda."""
    off = commission(meeting("2026-11-03 18:30", cancelled_on=["2026-11-03"]))

    assert [Status.CANCELLED] == [entry.status for entry in dates_of([off]).entries]


def test_an_entry_of_a_series_carries_its_own_title_and_uid() -> None:
    """A date without title carries that of the series; the UID never depends on either."""
    tour = event("tour", ("2026-11-03", "2026-11-03"), ("2026-11-10", "2026-11-10"), is_series=True)
    titled = replace(tour, dates=(replace(tour.dates[0], title=plain("À Arras")), tour.dates[1]))

    assert [("1.tour.agenda", "À Arras"), ("2.tour.agenda", "Tour")] == [
        (entry.uid, str(entry.title)) for entry in dates_of(events=[titled]).entries
    ]


def test_uids_are_made_of_ids() -> None:
    """They outlive titles, dates and the move of the site."""
    held, bal = meeting("2026-11-03 18:30"), event("bal", ("2026-11-03", "2026-11-03"))

    assert ("reunion.reseaux", "bal.agenda") == (
        meeting_uid(commission(held), held),
        event_uid(bal, bal.dates[0]),
    )


def test_only_rules_are_cut_to_the_window() -> None:
    """What was announced or held once is told wholly, however old."""
    held = commission(
        meeting("2025-01-07 18:30", also_on=["2029-01-02 18:30"]),
        replace(meeting("2027-12-28 18:30", "FREQ=WEEKLY"), id="hebdomadaire"),
    )
    old = event("bal", ("2019-07-01", "2019-07-02"))

    assert [
        "2019-07-01 bal.agenda",
        "2025-01-07 18:30:00+01:00 reunion.reseaux",
        "2027-12-28 18:30:00+01:00 hebdomadaire.reseaux",
        "2029-01-02 18:30:00+01:00 reunion.reseaux.20290102",
    ] == told(dates_of([held], [old]))


@pytest.mark.parametrize(
    ("start", "end", "last_day"),
    [
        ("2026-11-03T18:30", "2026-11-03T20:30", date(2026, 11, 3)),
        ("2026-11-03T20:00", "2026-11-04T00:00", date(2026, 11, 3)),
        ("2026-11-03T20:00", "2026-11-04T02:00", date(2026, 11, 4)),
        ("2026-11-04T00:00", "2026-11-04T00:00", date(2026, 11, 4)),
        ("2026-11-03", "2026-11-05", date(2026, 11, 5)),
    ],
)
def test_a_party_that_ends_at_midnight_belongs_to_the_evening_before(
    start: str, end: str, last_day: date
) -> None:
    """`last_day` is the last one it touches, and it is over on the day after."""
    (entry,) = dates_of(events=[event("bal", (start, end))]).entries

    assert last_day == entry.last_day
    assert (False, True) == (entry.is_over(last_day), entry.is_over(last_day + timedelta(days=1)))


def test_upcoming_and_past_share_out_the_agenda() -> None:
    """What is under way is still upcoming; the past is told from the latest back."""
    dates = dates_of(
        events=[
            event("avant", ("2026-11-01", "2026-11-01")),
            event("hier", ("2026-11-02", "2026-11-02")),
            event("en-cours", ("2026-11-02", "2026-11-04")),
            event("demain", ("2026-11-04", "2026-11-04")),
        ]
    )
    today = date(2026, 11, 3)

    assert ["2026-11-02 en-cours.agenda", "2026-11-04 demain.agenda"] == told(dates.upcoming(today))
    assert ["2026-11-02 hier.agenda", "2026-11-01 avant.agenda"] == told(dates.past(today))


def test_a_commission_s_agenda_holds_its_meetings_and_the_events_that_name_it() -> None:
    """And nothing of the others."""
    dates = dates_of(
        [commission(meeting("2026-11-03 18:30")), commission(meeting("2026-11-05 18:30"), id_="ecoles")],
        [
            event("bal", ("2026-11-04", "2026-11-04"), commissions=("ecoles", "reseaux")),
            event("zoo", ("2026-11-04", "2026-11-04")),
        ],
    )

    assert ["2026-11-03 18:30:00+01:00 reunion.reseaux", "2026-11-04 bal.agenda"] == told(
        dates.of_commission("reseaux")
    )


def test_a_member_s_agenda_holds_what_it_organises() -> None:
    """Meetings have no organiser."""
    bal = replace(event("bal", ("2026-11-04", "2026-11-04")), organisers=("kernel",))
    dates = dates_of([commission(meeting("2026-11-03 18:30"))], [bal])

    assert ["2026-11-04 bal.agenda"] == told(dates.of_members()["kernel"])


def test_the_next_meeting_is_the_first_that_does_take_place() -> None:
    """Neither a cancelled one nor an event of the commission."""
    held = meeting("2026-11-03 18:30", "FREQ=WEEKLY;COUNT=3", cancelled_on=["2026-11-10"])
    dates = dates_of(
        [commission(held)], [event("bal", ("2026-11-05", "2026-11-05"), commissions=("reseaux",))]
    )
    following = [dates.next_meetings(date(2026, 11, day)).get("reseaux") for day in (3, 4, 18)]

    assert [date(2026, 11, 3), date(2026, 11, 17), None] == [
        entry.first_day if entry else None for entry in following
    ]


def test_the_same_instant_in_another_zone_is_another_date() -> None:
    """Python takes the moments for equal; a page shows other hours."""
    paris = datetime(2026, 11, 3, 18, 30, tzinfo=ZoneInfo("Europe/Paris"))
    london = paris.astimezone(ZoneInfo("Europe/London"))

    assert paris == london
    assert EventDate("1", paris, paris) != EventDate("1", london, london)
    assert Entry("1", plain("Fête"), paris, paris) != Entry("1", plain("Fête"), london, london)
