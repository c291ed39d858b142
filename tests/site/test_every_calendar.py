"""Every calendar of three sites is well-formed: of the association's own, a large and a hostile one."""

from collections import Counter

import icalendar
import pytest
from built_site import Built, SiteOf, build, event
from forms import generate
from hostile_site import FILES

SITES = ("demonstration", "large", "hostile")
REQUIRED = {"UID", "DTSTAMP", "DTSTART", "SUMMARY", "STATUS", "SEQUENCE", "LAST-MODIFIED"}
REQUIRED_OF_CALENDARS = {"PRODID", "VERSION", "NAME", "X-WR-CALNAME", "REFRESH-INTERVAL", "X-PUBLISHED-TTL"}

COMMISSIONS = """\
venues:
  - {id: salle, name: Salle, address: "2, rue de l'Exemple"}
commissions:
  - id: reseaux
    name: Réseaux
    meetings:
      - title: Réunion
        start: 2026-11-03 18:30
        duration: 2h
        repeat: {every: week}
        moved: [{from: 2026-12-01, to: 2026-12-02 19:00}]
        cancelled_on: [2026-12-08]
"""
BAL = event("Bal", start="2026-12-05 21:00", commissions="[reseaux]", duration="3h")
TOUR = event("Tour", dates="[{id: lens, start: 2027-02-09}, {id: arras, start: 2027-05-27}]")
SMALL = {"commissions.yaml": COMMISSIONS, "content/agenda/bal.md": BAL, "content/agenda/tour.md": TOUR}


@pytest.fixture(scope="session")
def large(tmp_path_factory: pytest.TempPathFactory) -> Built:
    folder = tmp_path_factory.mktemp("large")
    generate(folder, news=1, members=5, events=60)
    return build(folder, folder / "output")


@pytest.fixture(params=SITES)
def calendars(request: pytest.FixtureRequest, tactic: Built, site_of: SiteOf) -> dict[str, bytes]:
    match request.param:
        case "demonstration":
            site = tactic
        case "large":
            site = request.getfixturevalue("large")
        case _:
            site = site_of(FILES)
    return calendars_of(site)


def calendars_of(site: Built) -> dict[str, bytes]:
    found = {file: site.bytes(file) for file in site.files if file.endswith(".ics")}
    assert len(found) > 2
    return found


def vevents(calendar: bytes) -> list[icalendar.Event]:
    return icalendar.Calendar.from_ical(calendar).walk("VEVENT")


def name_of(vevent: icalendar.Event) -> tuple[str, str]:
    slot = vevent.get("RECURRENCE-ID")
    return str(vevent["UID"]), slot.to_ical().decode() if slot else ""


def test_lines_are_folded_and_end_as_the_standard_says(calendars: dict[str, bytes]) -> None:
    """RFC 5545 section 3.1: at most 75 octets, CRLF and nothing else."""
    lines = [line for calendar in calendars.values() for line in calendar.split(b"\r\n")]
    bare = [line for line in lines if b"\n" in line or b"\r" in line]

    assert ([], 75) == (bare, max(75, *map(len, lines)))


def test_no_component_is_written_wrongly(calendars: dict[str, bytes]) -> None:
    """icalendar accepts what it cannot read and only notes it."""
    errors = {
        file: component.errors
        for file, calendar in calendars.items()
        for component in icalendar.Calendar.from_ical(calendar).walk()
        if component.errors
    }

    assert {} == errors


def test_every_component_has_what_readers_need(calendars: dict[str, bytes]) -> None:
    """More than RFC 5545 requires; an end unless it is a single moment."""
    lacking = {
        (file, component.name): names
        for file, calendar in calendars.items()
        for component in icalendar.Calendar.from_ical(calendar).walk()
        if (names := needed(component) - set(component))
    }

    assert {} == lacking


def needed(component: icalendar.Component) -> set[str]:
    if component.name == "VCALENDAR":
        return REQUIRED_OF_CALENDARS
    return REQUIRED if component.name == "VEVENT" else set()


def test_every_zone_that_is_named_is_described_and_no_other(calendars: dict[str, bytes]) -> None:
    """RFC 5545 section 3.2.19."""
    wrong = {}
    for file, calendar in calendars.items():
        parsed = icalendar.Calendar.from_ical(calendar)
        described = {str(zone["TZID"]) for zone in parsed.walk("VTIMEZONE")}
        named = {
            value.params["TZID"]
            for vevent in parsed.walk("VEVENT")
            for _, value in vevent.property_items(recursive=False)
            if "TZID" in getattr(value, "params", {})
        }
        if described != named:
            wrong[file] = (described, named)

    assert {} == wrong


def test_a_date_comes_once_in_a_calendar(calendars: dict[str, bytes]) -> None:
    """Named by its UID and, if it replaces one of a rule, its RECURRENCE-ID."""
    doubled = {
        (file, name)
        for file, calendar in calendars.items()
        for name, count in Counter(map(name_of, vevents(calendar))).items()
        if count > 1
    }

    assert set() == doubled


def test_a_date_is_the_same_in_every_calendar_that_has_it(calendars: dict[str, bytes]) -> None:
    """One name in the whole site, one content: who subscribes to two calendars sees it once."""
    told: dict[tuple[str, str], set[bytes]] = {}
    for calendar in calendars.values():
        for vevent in vevents(calendar):
            told.setdefault(name_of(vevent), set()).add(vevent.to_ical())

    assert {} == {name: texts for name, texts in told.items() if len(texts) > 1}


def test_every_calendar_has_dates_of_the_one_of_all_or_older_ones(calendars: dict[str, bytes]) -> None:
    """Nothing has one UID here and another there."""
    every = {name for calendar in calendars.values() for name in map(name_of, vevents(calendar))}
    known = set(map(name_of, vevents(calendars["agenda.ics"])))
    old = {name for name in every - known if not name[0].split("@")[0].endswith(".agenda")}

    assert set() == old


EDITS = {
    "title of a meeting": ("commissions.yaml", "title: Réunion", "title: Rencontre"),
    "name of a commission": ("commissions.yaml", "name: Réseaux", "name: Serveurs"),
    "hour of a meeting": ("commissions.yaml", "2026-11-03 18:30", "2026-11-03 19:45"),
    "day of a move": ("commissions.yaml", "2026-12-02 19:00", "2026-12-04 09:00"),
    "place of a meeting": ("commissions.yaml", "duration: 2h", "duration: 2h\n        venue: salle"),
    "title of an event": ("content/agenda/bal.md", "title: Bal", "title: Grand bal"),
    "day of an event": ("content/agenda/bal.md", "2026-12-05", "2027-01-09"),
    "hour of an event": ("content/agenda/bal.md", "21:00", "20:30"),
    "status of an event": ("content/agenda/bal.md", "title: Bal", "title: Bal\nevent_status: cancelled"),
    "title of a series": ("content/agenda/tour.md", "title: Tour", "title: Grand tour"),
    "day in a series": ("content/agenda/tour.md", "2027-02-09", "2027-07-01"),
    "order of a series": ("content/agenda/tour.md", "2027-05-27", "2027-01-02"),
}


@pytest.mark.parametrize(("file", "old", "new"), EDITS.values(), ids=EDITS)
def test_a_change_leaves_every_uid_as_it_was(file: str, old: str, new: str, site_of: SiteOf) -> None:
    """And changes what is told: otherwise it would prove nothing."""
    assert old in SMALL[file]
    before, after = (
        calendars_of(site_of(files)) for files in (SMALL, {**SMALL, file: SMALL[file].replace(old, new)})
    )

    assert names(before).keys() == names(after).keys()
    assert names(before) == {file: uids(after[file]) for file in names(before)}
    assert before != after


def names(calendars: dict[str, bytes]) -> dict[str, list[str]]:
    return {file: uids(calendar) for file, calendar in calendars.items()}


def uids(calendar: bytes) -> list[str]:
    return sorted({str(vevent["UID"]) for vevent in vevents(calendar)})


def test_a_commission_may_be_called_agenda(site_of: SiteOf) -> None:
    """Its meeting has not the UID of the event of that name."""
    files = {
        "commissions.yaml": COMMISSIONS.replace("id: reseaux", "id: agenda"),
        "content/agenda/reunion.md": event("Réunion"),
    }
    calendar = calendars_of(site_of(files))["agenda.ics"]

    assert ["reunion.agenda.commissions@essai", "reunion.agenda@essai"] == uids(calendar)
