"""What any one date looks like in a calendar: when, where, in which words."""

from datetime import datetime, timedelta, timezone
from zoneinfo import ZoneInfo

import pytest
from association_samples import (
    CAFE,
    ROOM,
    TACTIC,
    TODAY,
    association,
    commission,
    event,
    event_date,
    meeting,
)
from calendar_readers import vevent_lines
from site_samples import NEW, PARIS, SiteAddresses, feed

from association.domain.commissions import Commission
from association.domain.events import Event, EventDate, Status
from association.domain.meetings import Meeting
from association.domain.places import Town, Venue
from association.domain.text import Text, plain
from association.exports.calendar import association_calendar

FULL = association_calendar(feed(), TACTIC, SiteAddresses(), TODAY)
MEETING, EVENT = "reunion.reseaux@tactic.example", "tour.agenda@tactic.example"


def calendar(thing: Commission | Event | Meeting, language: str = "fr") -> bytes:
    thing = commission(thing) if isinstance(thing, Meeting) else thing
    return association_calendar(feed(language), association(thing), SiteAddresses(), TODAY)


def told(lines: list[str], *names: str) -> list[str]:
    return [line for line in lines if line.split(":")[0].split(";")[0] in names]


def test_whole_days_end_on_the_day_after() -> None:
    """DTEND is not included (section 3.6.1), while editors write the last day."""
    lines = vevent_lines(FULL, "lens.tour.agenda@tactic.example")

    assert [
        f"SEQUENCE:{NEW + 1}",
        "SUMMARY:Le tour du carré · À Lens",
        "DTSTART;VALUE=DATE:20270527",
        "DTEND;VALUE=DATE:20270530",
        "STATUS:CANCELLED",
    ] == told(lines, "DTSTART", "DTEND", "STATUS", "SEQUENCE", "SUMMARY")


def test_a_date_moved_online_sends_nobody_to_its_venue() -> None:
    """The link is its place, a CONFERENCE (RFC 7986 section 5.11), and in the text for all other readers."""
    lines = vevent_lines(FULL, "web.tour.agenda@tactic.example")

    assert [
        "SUMMARY:Le tour du carré",
        "CATEGORIES:tournée,Réseaux,sécurité",
        "CONFERENCE;VALUE=URI:https://visio.example/tour?a=1;b,c",
        "DESCRIPTION:Cinq soirées\\, une question.\\n\\nhttps://visio.example/tour?a=1\\;b\\,c"
        "\\n\\nhttps://inscriptions.example/tour\\n\\nhttps://tactic.example/agenda/tour/",
        "LOCATION:https://visio.example/tour?a=1\\;b\\,c",
        "STATUS:CONFIRMED",
    ] == told(lines, "SUMMARY", "LOCATION", "GEO", "CONFERENCE", "DESCRIPTION", "CATEGORIES", "STATUS")


@pytest.mark.parametrize(
    ("status", "expected"),
    [
        (Status.SCHEDULED, [f"SEQUENCE:{NEW}", "STATUS:CONFIRMED"]),
        (Status.CANCELLED, [f"SEQUENCE:{NEW + 1}", "STATUS:CANCELLED"]),
        (Status.POSTPONED, [f"SEQUENCE:{NEW + 1}", "STATUS:TENTATIVE"]),
        (Status.MOVED_ONLINE, [f"SEQUENCE:{NEW + 1}", "STATUS:CONFIRMED"]),
    ],
)
def test_what_became_of_a_date_is_its_status(status: Status, expected: list[str]) -> None:
    """Section 3.8.1.11; nobody knows yet when a postponed date will be."""
    dated = event(event_date("2026-12-01 18:30", "2026-12-01 20:30", status=status))

    assert expected == told(vevent_lines(calendar(dated), EVENT), "SEQUENCE", "STATUS")


@pytest.mark.parametrize(
    ("start", "end", "expected"),
    [
        (
            datetime(2026, 12, 1, 18, 30, tzinfo=PARIS),
            datetime(2026, 12, 1, 18, 30, tzinfo=PARIS),
            ["DTSTART;TZID=Europe/Paris:20261201T183000"],
        ),
        (
            datetime(2026, 12, 1, 17, 30, tzinfo=timezone(timedelta(0))),
            datetime(2026, 12, 1, 18, 30, tzinfo=timezone(timedelta(hours=-1))),
            ["DTSTART;TZID=Europe/Paris:20261201T183000", "DTEND;TZID=Europe/Paris:20261201T203000"],
        ),
        (
            datetime(2026, 10, 25, 2, 15, tzinfo=PARIS),
            datetime(2026, 10, 25, 2, 45, tzinfo=PARIS, fold=1),
            ["DTSTART;TZID=Europe/Paris:20261025T021500", "DTEND:20261025T014500Z"],
        ),
        (
            datetime(2026, 12, 1, 18, 30, tzinfo=ZoneInfo("UTC")),
            datetime(2026, 12, 1, 19, 30, tzinfo=ZoneInfo("UTC")),
            ["DTSTART:20261201T183000Z", "DTEND:20261201T193000Z"],
        ),
    ],
    ids=["no length", "offsets without a name", "hour that comes twice", "UTC"],
)
def test_moments_are_local_times_in_a_named_zone(start: datetime, end: datetime, expected: list[str]) -> None:
    """But in UTC where local time would not be certain (sections 3.3.5 and 3.8.2.2)."""
    dated = Event("tour", plain("Le tour"), (EventDate("1", start, end),))

    assert expected == told(vevent_lines(calendar(dated), EVENT), "DTSTART", "DTEND")


@pytest.mark.parametrize(
    ("venue", "online", "expected"),
    [
        (None, None, []),
        (CAFE, None, ["Café Maquette"]),
        (CAFE, "https://visio.example/x", ["Café Maquette"]),
        (None, "https://visio.example/x", ["https://visio.example/x"]),
        (ROOM, None, ["Salle de l'Exemple, 2, rue de l'Exemple, 62000 Arras"]),
        (
            Venue("m", plain("Mairie"), "1, rue de Lens, 62000 Arras", ROOM.town),
            None,
            ["Mairie, 1, rue de Lens, 62000 Arras"],
        ),
        (
            Venue("m", plain("Mairie"), "1, rue d'Arras", Town("lens", plain("Lens"))),
            None,
            ["Mairie, 1, rue d'Arras, Lens"],
        ),
        (Venue("a", plain("Beffroi d'Arras"), town=ROOM.town), None, ["Beffroi d'Arras, 62000 Arras"]),
    ],
)
def test_the_location_says_where_to_go_and_nothing_twice(
    venue: Venue | None, online: str | None, expected: list[str]
) -> None:
    """Where there is nowhere to go it says where to connect."""
    lines = told(vevent_lines(calendar(meeting(venue=venue, online=online)), MEETING), "LOCATION")

    assert expected == [line.removeprefix("LOCATION:").replace("\\,", ",") for line in lines]


@pytest.mark.parametrize(
    ("name", "language", "expected"),
    [
        ("Réseaux", "fr", "SUMMARY:Réseaux : Réunion"),
        ("Réseaux", "nl", "SUMMARY:Réseaux: Vergadering"),
        ("réunion", "fr", "SUMMARY:Réunion"),
    ],
)
def test_a_meeting_is_called_after_its_commission(name: str, language: str, expected: str) -> None:
    """Once, in the language of the calendar, with the colon that language wants."""
    named = commission(meeting(), name=name)

    assert [expected] == told(vevent_lines(calendar(named, language), MEETING), "SUMMARY")


def test_texts_are_in_the_language_of_the_calendar() -> None:
    """Title, summary, kind and place; a text of one language serves for all."""
    venue = Venue("z", Text((("fr", "Salle"), ("nl", "Zaal"))))
    dated = Event(
        "tour",
        Text((("fr", "Visite"), ("nl", "Bezoek"))),
        (event_date("2026-12-01 18:30", "2026-12-01 20:30", venue=venue),),
        summary=Text((("fr", "On visite."), ("nl", "Wij bezoeken."))),
        kind=Text((("fr", "sortie"), ("nl", "uitstap"))),
    )
    lines = vevent_lines(calendar(dated, "nl"), EVENT)

    assert [
        "SUMMARY:Bezoek",
        "CATEGORIES:uitstap",
        "DESCRIPTION:Wij bezoeken.\\n\\nhttps://tactic.example/agenda/tour/",
        "LOCATION:Zaal",
    ] == told(lines, "SUMMARY", "CATEGORIES", "DESCRIPTION", "LOCATION")


def test_what_nobody_wrote_is_left_out() -> None:
    """No empty property."""
    bare = Event("bal", plain("Bal"), (event_date("2026-12-01", "2026-12-01"),))
    calendar_ = association_calendar(feed(site=""), association(bare), SiteAddresses(""), TODAY)

    assert [
        "DTSTAMP:20261101T093000Z",
        "LAST-MODIFIED:20261101T093000Z",
        f"SEQUENCE:{NEW}",
        "SUMMARY:Bal",
        "DTSTART;VALUE=DATE:20261201",
        "DTEND;VALUE=DATE:20261202",
        "UID:bal.agenda@tactic.example",
        "STATUS:CONFIRMED",
    ] == vevent_lines(calendar_, "bal.agenda@tactic.example")
