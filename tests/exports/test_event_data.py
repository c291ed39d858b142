"""JSON-LD of events and meetings: what schema.org has words for, and nothing that is not so."""

from datetime import date

import pytest
from association_samples import (
    CAFE,
    LYCEE,
    ROOM,
    TACTIC,
    TODAY,
    commission,
    event,
    event_date,
    meeting,
    move,
)
from site_samples import PARIS, SITE, SiteAddresses

from association.domain.agenda import agenda
from association.domain.articles import Picture
from association.domain.commissions import Commission
from association.domain.events import Event, EventDate, Status
from association.domain.members import Member
from association.domain.text import plain
from association.exports.common import Json, Record
from association.exports.json_ld_events import Teller, can_be_told, event_data, meetings_data, next_meetings

VISIO, REGISTER = "https://visio.example/a", "https://inscriptions.example/a"


def teller(today: date = TODAY, organisers: tuple[Member, ...] = ()) -> Teller:
    return Teller(TACTIC.identity, SiteAddresses(), "fr", today, organisers)


def evening(**fields: object) -> EventDate:
    return event_date("2027-02-09 18:30", "2027-02-09 20:30", **{"venue": ROOM, **fields})


def told(today: date = TODAY, date: EventDate | None = None, **fields: object) -> Record:
    one = event(date or evening(), **fields)
    return event_data(one, teller(today, TACTIC.members_named(one.organisers)))


def meetings(one: Commission, today: date = TODAY) -> Record:
    upcoming = agenda((one,), (), today, date(2029, 1, 1), PARIS).upcoming(today)
    return meetings_data(one, next_meetings(one, upcoming), teller(today=today))


def test_an_evening_is_told_with_everything_that_its_page_shows() -> None:
    """Moments with their offset, the room with its address and its position."""
    record = told(
        date=evening(registration=REGISTER),
        summary=plain("Cinq soirées, *une* question."),
        price=plain("10 €"),
        audience=plain("Étudiants"),
        organisers=("kernel",),
        picture=Picture("images/photos/tour.jpg", plain("La salle")),
    )

    assert {
        "@context": "https://schema.org",
        "@type": "Event",
        "name": "Le tour du carré",
        "url": f"{SITE}/agenda/tour/",
        "startDate": "2027-02-09T18:30:00+01:00",
        "endDate": "2027-02-09T20:30:00+01:00",
        "eventStatus": "https://schema.org/EventScheduled",
        "eventAttendanceMode": "https://schema.org/OfflineEventAttendanceMode",
        "location": {
            "@type": "Place",
            "name": "Salle de l'Exemple",
            "address": {
                "@type": "PostalAddress",
                "streetAddress": "2, rue de l'Exemple",
                "postalCode": "62000",
                "addressLocality": "Arras",
            },
            "geo": {"@type": "GeoCoordinates", "latitude": 50.2925, "longitude": 2.7801},
        },
        "offers": {
            "@type": "Offer",
            "price": "10",
            "priceCurrency": "EUR",
            "url": REGISTER,
            "availability": "https://schema.org/InStock",
        },
        "description": "Cinq soirées, une question.",
        "image": f"{SITE}/images/photos/tour.jpg",
        "organizer": [
            {
                "@type": "Organization",
                "@id": f"{SITE}/annuaire/kernel/#membre",
                "name": "Kernel",
                "url": f"{SITE}/annuaire/kernel/",
            }
        ],
        "audience": {"@type": "Audience", "audienceType": "Étudiants"},
        "inLanguage": "fr",
    } == record


@pytest.mark.parametrize(
    ("status", "said"),
    [
        (Status.SCHEDULED, "EventScheduled"),
        (Status.CANCELLED, "EventCancelled"),
        (Status.POSTPONED, "EventPostponed"),
        (Status.MOVED_ONLINE, "EventMovedOnline"),
    ],
)
def test_the_status_says_what_became_of_the_date(status: Status, said: str) -> None:
    """Each has its word; the date stays."""
    record = told(date=evening(status=status))

    assert (f"https://schema.org/{said}", "2027-02-09T18:30:00+01:00") == (
        record["eventStatus"],
        record["startDate"],
    )


@pytest.mark.parametrize(
    ("fields", "mode", "locations"),
    [
        ({}, "Offline", ["Salle de l'Exemple"]),
        ({"online": VISIO}, "Mixed", ["Salle de l'Exemple", VISIO]),
        ({"online": VISIO, "venue": None}, "Online", [VISIO]),
        ({"online": VISIO, "status": Status.MOVED_ONLINE}, "Online", [VISIO]),
        ({"status": Status.MOVED_ONLINE}, "Online", [f"{SITE}/agenda/tour/"]),
        ({"online": VISIO, "venue": None, "status": Status.CANCELLED}, "Online", [f"{SITE}/agenda/tour/"]),
    ],
)
def test_the_place_is_a_room_or_a_link_or_both(
    fields: dict[str, object], mode: str, locations: list[str]
) -> None:
    """Nobody is sent to the room of a date moved online, nor to the link of one that is cancelled."""
    record = told(date=evening(**fields))

    assert (f"https://schema.org/{mode}EventAttendanceMode", locations) == (
        record["eventAttendanceMode"],
        [each.get("name") or each["url"] for each in listed(record["location"])],
    )


def listed(value: Json) -> list[Json]:
    return value if isinstance(value, list) else [value]


def test_the_link_of_a_past_date_is_not_told() -> None:
    """The page says that it was online, which is where the address leads."""
    record = told(date(2027, 2, 10), evening(venue=None, online=VISIO))

    assert {"@type": "VirtualLocation", "url": f"{SITE}/agenda/tour/"} == record["location"]


def test_a_room_in_free_words_is_its_own_address() -> None:
    """No town is made up, and no position."""

    assert {"@type": "Place", "name": "Café Maquette", "address": "Café Maquette"} == told(
        date=evening(venue=CAFE)
    )["location"]


def test_a_date_without_a_place_is_not_told() -> None:
    """Search engines want one, and the association's own town would be a guess."""

    assert not can_be_told(event(evening(venue=None)))


def test_whole_days_are_dates_with_the_last_one_included() -> None:
    """Without hours, which nobody wrote."""
    record = told(date=event_date("2027-05-27", "2027-05-29", venue=ROOM))

    assert ("2027-05-27", "2027-05-29") == (record["startDate"], record["endDate"])


@pytest.mark.parametrize(
    ("price", "offer"),
    [
        ("Gratuit", {"price": "0"}),
        ("10 €", {"price": "10", "priceCurrency": "EUR"}),
        ("12,50 euros", {"price": "12.50", "priceCurrency": "EUR"}),
        ("€ 8", {"price": "8", "priceCurrency": "EUR"}),
        ("20 CHF", {"price": "20", "priceCurrency": "CHF"}),
        ("Gratuit pour les membres, 10 € sinon", None),
        ("10 à 20 €", None),
        ("10", None),
        ("Prix libre", None),
    ],
)
def test_only_a_plain_amount_is_a_price(price: str, offer: Record | None) -> None:
    """A price with a condition is for people to read."""
    record = told(price=plain(price))

    assert ({"@type": "Offer", **offer} if offer else None) == record.get("offers")


@pytest.mark.parametrize(
    ("status", "today"),
    [
        (Status.CANCELLED, TODAY),
        (Status.POSTPONED, TODAY),
        (Status.SCHEDULED, date(2027, 2, 10)),
    ],
)
def test_a_registration_that_is_closed_is_not_offered(status: Status, today: date) -> None:
    """Cancelled, postponed or past."""

    assert "offers" not in told(today, evening(registration=REGISTER, status=status))


def test_without_organisers_it_is_the_association() -> None:
    """One who is not published is none."""
    record = told(organisers=("parti",))

    assert [
        {"@type": "Organization", "@id": f"{SITE}/#association", "name": "TacTic", "url": f"{SITE}/"}
    ] == record["organizer"]


def test_an_organiser_has_the_type_of_its_kind() -> None:
    """A school is one on its own page too."""
    record = event_data(event(evening(), organisers=("lycee",)), teller(organisers=(LYCEE,)))

    assert ["EducationalOrganization"] == [each["@type"] for each in record["organizer"]]


def test_a_series_tells_every_date_that_has_a_place() -> None:
    """Each with what became of it, and the name of the whole."""
    record = event_data(series(), teller())

    assert [
        ("Le tour du carré · À Arras", "2027-02-09T18:30:00+01:00", "EventScheduled"),
        ("Le tour du carré · À Lens", "2027-05-27", "EventCancelled"),
    ] == [
        (each["name"], each["startDate"], each["eventStatus"].rpartition("/")[2])
        for each in record["subEvent"]
    ]


def series() -> Event:
    return event(
        evening(id_="arras", title=plain("À Arras")),
        event_date(
            "2027-05-27", "2027-05-29", "lens", title=plain("À Lens"), venue=CAFE, status=Status.CANCELLED
        ),
        event_date("2027-06-08", "2027-06-08", "ailleurs", title=plain("Quelque part")),
        summary=plain("Trois soirées"),
    )


def test_a_series_is_one_thing_from_its_first_date_to_its_last() -> None:
    """With the places of all, and what they share said once."""
    record = event_data(series(), teller())

    assert ("EventSeries", "2027-02-09T18:30:00+01:00", "2027-05-29", 2, "Trois soirées") == (
        record["@type"],
        record["startDate"],
        record["endDate"],
        len(record["location"]),
        record["description"],
    )


def test_each_date_of_a_series_names_the_whole() -> None:
    """By the same identity."""
    record = event_data(series(), teller())
    whole = {"@type": "EventSeries", "@id": f"{SITE}/agenda/tour/#serie", "name": "Le tour du carré"}

    assert [whole, whole] == [each["superEvent"] for each in record["subEvent"]]
    assert whole.items() <= record.items()


def test_a_meeting_that_was_moved_says_where_it_was() -> None:
    """The only dates of which both are known."""
    one = commission(
        meeting(
            "2026-12-01 18:30",
            "FREQ=MONTHLY;BYDAY=1TU",
            venue=ROOM,
            moved=(move("2027-01-05", "2027-01-12 19:00"),),
        )
    )
    second = meetings(one)["event"][1]

    assert ("EventRescheduled", "2027-01-12T19:00:00+01:00", "2027-01-05T18:30:00+01:00") == (
        second["eventStatus"].rpartition("/")[2],
        second["startDate"],
        second["previousStartDate"],
    )


def test_a_commission_tells_its_next_ten_meetings() -> None:
    """An endless rule has no last one; cancelled dates are told as such."""
    one = commission(
        meeting("2026-10-06 18:30", "FREQ=MONTHLY;BYDAY=1TU", venue=ROOM, cancelled_on="2026-12-01")
    )
    record = meetings(one)
    statuses = [each["eventStatus"].rpartition("/")[2] for each in record["event"]]

    assert ("Organization", 10, "2026-11-03T18:30:00+01:00") == (
        record["@type"],
        len(statuses),
        record["event"][0]["startDate"],
    )
    assert ["EventScheduled", "EventCancelled"] == statuses[:2]


def test_a_commission_without_a_place_to_meet_tells_no_meeting() -> None:
    """Its page then says nothing to search engines."""
    one = commission(meeting("2026-12-01 18:30"))
    upcoming = agenda((one,), (), TODAY, date(2029, 1, 1), PARIS).upcoming(TODAY)

    assert () == next_meetings(one, upcoming)


def test_a_date_of_a_meeting_tells_its_subject_and_why_it_is_cancelled() -> None:
    """Its name ends with the one; the other is all there is to describe."""
    one = commission(
        meeting(
            "2026-12-01 18:30",
            "FREQ=WEEKLY",
            venue=ROOM,
            cancelled_on="2026-12-08",
            subjects={"2026-12-08": "Les licences"},
            reasons={"2026-12-08": "Salle fermée"},
        )
    )
    first, second = meetings(one)["event"][:2]

    assert ("Réseaux : Réunion", False) == (first["name"], "description" in first)
    assert ("Réseaux : Réunion · Les licences", "Salle fermée") == (second["name"], second["description"])
