"""Calendars of partners: which dates they give; what is wrong with one is in tests/bad_input."""

from datetime import date, datetime
from pathlib import Path

import pytest
from site_on_disk import PARIS, association, codes

from association.domain.events import ImportedDate

FILE = "content/agenda/imports/partenaire.ics"
PARTNER = Path(__file__).parents[1] / "bad_input" / "partner-calendar-is-fine" / FILE
PARTNER = PARTNER.with_name("pepiniere.ics")


def calendar(*lines: str, head: str = "") -> bytes:
    """One event named Atelier, on the third of December unless the lines say otherwise."""
    start = () if any(line.startswith("DTSTART") for line in lines) else ("DTSTART:20261203T083000Z",)
    own = ("UID:a@b.example", "SUMMARY:Atelier") if not any(line.startswith("UID") for line in lines) else ()
    text = "\n".join(("BEGIN:VEVENT", *own, *start, *lines, "END:VEVENT"))
    return f"BEGIN:VCALENDAR\nVERSION:2.0\n{head}{text}\nEND:VCALENDAR\n".encode()


def dates(root: Path, content: bytes) -> tuple[ImportedDate, ...]:
    [one] = association(root, {FILE: content}).calendars
    return one.dates


def days(root: Path, *lines: str) -> str:
    return " ".join(f"{one.start:%Y-%m-%d}" for one in dates(root, calendar(*lines)))


def partner(root: Path, uid: str) -> tuple[ImportedDate, ...]:
    return tuple(one for one in dates(root, PARTNER.read_bytes()) if one.uid == f"{uid}@partenaire.example")


def test_a_timed_event_keeps_what_it_says(tmp_path: Path) -> None:
    """Its UID, its place, its page."""
    expected = ImportedDate(
        uid="heure@partenaire.example",
        title="Petit déjeuner, sans ordinateur",
        start=datetime(2026, 12, 3, 8, 30, tzinfo=PARIS),
        end=datetime(2026, 12, 3, 10, tzinfo=PARIS),
        place="Halle Spécimen, Lens",
        link="https://partenaire.example/petit-dejeuner",
    )

    assert (expected,) == partner(tmp_path, "heure")


def test_a_calendar_is_known_by_its_name(tmp_path: Path) -> None:
    """As subscribers see it."""

    assert "Pépinière, l’agenda" == association(tmp_path, {FILE: PARTNER.read_bytes()}).calendars[0].name


def test_a_calendar_without_a_name_is_known_by_its_file(tmp_path: Path) -> None:
    """Every date is marked with something."""

    assert "partenaire" == association(tmp_path, {FILE: calendar()}).calendars[0].name


def test_a_declared_calendar_is_called_as_the_association_calls_it(tmp_path: Path) -> None:
    """By the id that its file has, however it came there, and in the languages of the site."""
    named = "calendars:\n  - id: partenaire\n    name: {fr: La Pépinière, nl: De kwekerij}\n"
    files = {
        FILE: PARTNER.read_bytes(),
        "commissions.yaml": named + "    url: https://a.example/agenda.ics\n",
    }
    [one] = association(tmp_path, files).calendars

    assert ["La Pépinière", "De kwekerij"] == [one.title.to(language) for language in ("fr", "nl")]


@pytest.mark.parametrize("path", ["autre.ics", "2026/partenaire.ics", "partenaire-2.ics"])
def test_a_calendar_of_another_id_keeps_its_own_name(tmp_path: Path, path: str) -> None:
    """Also in a folder of its own."""
    named = "calendars: [{id: partenaire, name: La Pépinière, url: https://a.example/agenda.ics}]\n"
    files = {f"content/agenda/imports/{path}": PARTNER.read_bytes(), "commissions.yaml": named}
    [one] = association(tmp_path, files).calendars

    assert "Pépinière, l’agenda" == str(one.title)


def test_a_declared_calendar_without_a_file_shows_nothing(tmp_path: Path) -> None:
    """It has not been fetched yet: no mistake of anybody's."""
    named = "calendars: [{id: partenaire, name: La Pépinière, url: https://a.example/agenda.ics}]\n"

    assert () == association(tmp_path, {"commissions.yaml": named}).calendars


def test_calendars_stand_in_the_order_of_their_titles(tmp_path: Path) -> None:
    """As the site shows them."""
    named = "calendars: [{id: partenaire, name: Zoo, url: https://a.example/agenda.ics}]\n"
    other = "content/agenda/imports/autre.ics"
    files = {FILE: calendar(), other: calendar("UID:b", "SUMMARY:x"), "commissions.yaml": named}

    assert ["autre", "Zoo"] == [str(one.title) for one in association(tmp_path, files).calendars]


def test_the_last_day_of_an_all_day_event_is_included(tmp_path: Path) -> None:
    """RFC 5545 excludes it; readers do not."""
    [one] = partner(tmp_path, "jours")

    assert (date(2026, 12, 10), date(2026, 12, 11)) == (one.start, one.end)


def test_a_place_that_is_an_address_is_where_to_connect(tmp_path: Path) -> None:
    """As calendar programs write video calls."""
    [one] = partner(tmp_path, "jours")

    assert (None, "https://visio.example/salon") == (one.place, one.online)


def test_an_event_that_comes_back_gives_each_of_its_dates(tmp_path: Path) -> None:
    """Without the one taken out, the moved one at its new hour, the cancelled one as cancelled."""
    told = [
        f"{one.start:%m-%d %H:%M}{' for ' + format(one.slot, '%m-%d') if one.slot != one.start else ''}"
        f"{' cancelled' if one.is_cancelled else ''}"
        for one in sorted(partner(tmp_path, "revient"), key=lambda one: one.start)
    ]

    assert [
        "10-01 09:00",
        "12-03 09:00",
        "01-14 09:30 for 01-07",
        "02-04 09:00 cancelled",
        "03-04 09:00",
        "04-01 09:00",
    ] == told


@pytest.mark.parametrize(
    ("uid", "expected"),
    [("ailleurs", "2026-12-16 15:00"), ("quai", "2026-12-17 19:00"), ("flottant", "2027-01-08 18:00")],
)
def test_hours_are_those_of_the_site(tmp_path: Path, uid: str, expected: str) -> None:
    """From a known zone, from one that the file explains, from none."""
    [one] = partner(tmp_path, uid)

    assert (expected, PARIS) == (f"{one.start:%Y-%m-%d %H:%M}", one.start.tzinfo)


def test_an_event_follows_the_clocks_of_its_own_zone(tmp_path: Path) -> None:
    """New York changes its clocks a week after Paris in autumn, two weeks before it in spring."""
    lines = ("DTSTART;TZID=America/New_York:20261022T120000", "RRULE:FREQ=WEEKLY;COUNT=3")

    assert ["18:00", "17:00", "18:00"] == [f"{one.start:%H:%M}" for one in dates(tmp_path, calendar(*lines))]


def test_a_cancelled_event_stays_cancelled(tmp_path: Path) -> None:
    """Who had noted it has to read it."""

    assert [True] == [one.is_cancelled for one in partner(tmp_path, "annule")]


def test_a_private_event_is_nobody_s_business(tmp_path: Path) -> None:
    """It was exported by mistake."""

    assert () == partner(tmp_path, "prive")


def test_only_two_years_are_told(tmp_path: Path) -> None:
    """A year back, a year ahead, however long a rule goes on."""
    found = days(tmp_path, "DTSTART:20200101T083000Z", "RRULE:FREQ=MONTHLY;BYMONTHDAY=1").split()

    assert ("2025-12-01", "2027-11-01", 24) == (found[0], found[-1], len(found))


@pytest.mark.parametrize(
    ("lines", "expected"),
    [
        (("RRULE:FREQ=DAILY;COUNT=3", "EXDATE:20261204T083000Z"), "2026-12-03 2026-12-05"),
        (("RRULE:FREQ=DAILY;COUNT=3", "EXDATE;VALUE=DATE:20261204"), "2026-12-03 2026-12-05"),
        (("RDATE:20261208T083000Z,20261203T083000Z",), "2026-12-03 2026-12-08"),
        (("RRULE:FREQ=WEEKLY;BYDAY=TU;UNTIL=20261215T083000Z",), "2026-12-03 2026-12-08 2026-12-15"),
        (("RRULE:FREQ=DAILY;UNTIL=20261204",), "2026-12-03 2026-12-04"),
    ],
)
def test_rules_and_exceptions_are_understood(tmp_path: Path, lines: tuple[str, ...], expected: str) -> None:
    """As RFC 5545 has them; the first date counts even where it does not follow the rule."""

    assert expected == days(tmp_path, *lines)


@pytest.mark.parametrize(
    "address",
    [
        "javascript:alert(1)",
        "http://partenaire.example/",
        "https://user:secret@partenaire.example/",
        'https://partenaire.example/"onclick="x',
        "//partenaire.example",
        "https://[",
    ],
)
def test_an_address_that_is_not_safe_is_left_out(tmp_path: Path, address: str) -> None:
    """The event stays."""

    assert [None] == [one.link for one in dates(tmp_path, calendar(f"URL:{address}"))]


def test_a_title_is_one_line_of_text(tmp_path: Path) -> None:
    """No line ends, no characters that turn the writing around, no novel."""
    head = "UID:x"
    [one] = dates(tmp_path, calendar(head, "SUMMARY:Bon\\njour \u202etxt" + "!" * 900))

    assert ("Bon jour txt!", 200) == (one.title[:13], len(one.title))


def test_a_calendar_that_is_too_large_is_refused(tmp_path: Path) -> None:
    """Ten megabytes are all that a town has announced for years."""

    assert ["too-large"] == codes(tmp_path, {FILE: calendar("DESCRIPTION:" + "x" * 10_000_000)})


def test_a_calendar_of_too_many_events_is_refused(tmp_path: Path) -> None:
    """Before any of them is read."""
    head = "BEGIN:VEVENT\nEND:VEVENT\n" * 20_000

    assert ["too-large"] == codes(tmp_path, {FILE: calendar(head=head)})


def test_what_is_long_past_counts_for_nothing_but_its_size(tmp_path: Path) -> None:
    """The calendar of a town holds the events of ten years, and no partner can have it made shorter."""
    past = "".join(
        f"BEGIN:VEVENT\nUID:{number}\nSUMMARY:x\nDESCRIPTION:{'x' * 300}\n"
        "DTSTART:20160101T083000Z\nEND:VEVENT\n"
        for number in range(6_000)
    )
    content = calendar("UID:a", "SUMMARY:Atelier", "DTSTART:20261203T083000Z", head=past)

    assert ["Atelier"] == [one.title for one in dates(tmp_path, content)]


def test_a_calendar_of_too_many_dates_is_refused(tmp_path: Path) -> None:
    """A few lines can mean thousands of dates."""
    daily = "".join(
        f"BEGIN:VEVENT\nUID:{number}\nSUMMARY:x\nDTSTART:20260101T083000Z\nRRULE:FREQ=DAILY\nEND:VEVENT\n"
        for number in range(8)
    )

    assert ["too-large"] == codes(tmp_path, {FILE: calendar(head=daily)})


@pytest.mark.parametrize(
    "lines",
    [
        "TZID:Quai\nBEGIN:STANDARD\nTZOFFSETFROM:+0100\nTZOFFSETTO:+0100\nEND:STANDARD\n",
        "TZID:Quai\nBEGIN:MIDI\nEND:MIDI\n",
    ],
)
def test_a_zone_that_is_badly_explained_is_unknown(tmp_path: Path, lines: str) -> None:
    """Told of the event that names it; no traceback of a library."""
    content = calendar("DTSTART;TZID=Quai:20261203T083000", head=f"BEGIN:VTIMEZONE\n{lines}END:VTIMEZONE\n")

    assert codes(tmp_path, {FILE: content}) in (["unknown-zone"], ["bad-calendar"])


@pytest.mark.parametrize(
    "line", ["DTSTART:083000", "DTEND:PT1H", "RECURRENCE-ID:083000Z", "DURATION:20261203T083000"]
)
def test_an_hour_or_a_length_is_no_moment(tmp_path: Path, line: str) -> None:
    """Although the library takes them."""

    assert ["bad-calendar"] == codes(tmp_path, {FILE: calendar(line)})
