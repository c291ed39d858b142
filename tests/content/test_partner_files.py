"""Files of partners as programs write them: zones by any name, several calendars, texts in any encoding."""

from pathlib import Path

import pytest
from partner_calendars import FILE, PARIS, calendar, event, every_date, told, warned, zone
from site_on_disk import association, codes

AT_SIX = f"DTSTART;{PARIS}:20261203T180000"
ZONES = [
    "Europe/Paris",
    "/Europe/Paris",
    "europe/paris",
    "Romance Standard Time",
    "Romance Daylight Time",
    "W. Europe Standard Time",
    "/mozilla.org/20050126_1/Europe/Paris",
    "/freeassociation.sourceforge.net/Tzfile/Europe/Paris",
    '"Romance Standard Time"',
    '"(UTC+01:00) Brussels, Copenhagen, Madrid, Paris"',
    "(UTC+01:00) Brussels, Copenhagen, Madrid, Paris",
    "(GMT+01.00) Bruxelles, Copenhague, Madrid, Paris",
    "Paris, Madrid",
    "Central European Time",
    "GMT+01.00/+02.00",
    "GMT +0100 (Standard) / GMT +0200 (Daylight)",
    "GMT+0100",
]


@pytest.mark.parametrize("name", ZONES)
def test_a_zone_is_known_by_any_of_its_names(tmp_path: Path, name: str) -> None:
    """Of the database, of Windows, of Mozilla, and what people are shown."""

    assert ["12-03 18:00 Atelier"] == told(tmp_path, calendar(event(f"DTSTART;TZID={name}:20261203T180000")))


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("(UTC-05:00) Eastern Time (US & Canada)", "18:00"),
        ("Eastern Standard Time", "18:00"),
        ("(UTC) Dublin, Edinburgh, Lisbon, London", "13:00"),
        ("(UTC+05:30) Chennai, Kolkata, Mumbai, New Delhi", "07:30"),
        ("UTC", "13:00"),
        ("Asia/Tokyo", "04:00"),
    ],
)
def test_a_zone_elsewhere_is_elsewhere(tmp_path: Path, name: str, expected: str) -> None:
    """Noon there."""

    assert [f"12-03 {expected} Atelier"] == told(
        tmp_path, calendar(event(f"DTSTART;TZID={name}:20261203T120000"))
    )


def test_summer_is_summer_whatever_the_zone_is_called(tmp_path: Path) -> None:
    """A distance from UTC alone has none."""
    starts = (f"DTSTART;TZID={name}:20270703T180000" for name in ("GMT+01.00/+02.00", "GMT+0100"))
    hours = [told(tmp_path, calendar(event(start)))[0] for start in starts]

    assert ["07-03 18:00 Atelier", "07-03 19:00 Atelier"] == hours


@pytest.mark.parametrize(
    ("names", "explained"),
    [
        (("Europe/Paris",), zone("Europe/Paris", offset="+0900")),
        (("Europe/Paris", "Europe/Brussels"), zone("Europe/Paris", "Europe/Brussels", offset="+0900")),
        (("Europe/Paris",), "BEGIN:VTIMEZONE\nTZID:Europe/Paris\nBEGIN:MIDI\nEND:MIDI\nEND:VTIMEZONE"),
        (("Romance Standard Time",), zone("Romance Standard Time", offset="+0900")),
        (("Quai",), zone("Quai", offset="+0100")),
        (("Quai", "Port"), zone("Quai", "Port", offset="+0100")),
        (("Quai",), zone("Quai\nX-LIC-LOCATION:Europe/Paris", offset="+0900")),
    ],
)
def test_what_everybody_knows_needs_no_explanation(
    tmp_path: Path, names: tuple[str, ...], explained: str
) -> None:
    """Which may be wrong, broken, or of two names at once; what nobody knows is as explained."""
    for name in names:
        content = calendar(event(f"DTSTART;TZID={name}:20261203T180000"), head=explained)

        assert ["12-03 18:00 Atelier"] == told(tmp_path, content)


def test_the_zone_of_the_calendar_is_that_of_hours_without_one(tmp_path: Path) -> None:
    """And what comes back in UTC keeps its hour there, as in Google's."""
    content = calendar(
        event("DTSTART:20261203T120000", uid="UID:floating"),
        event("DTSTART:20261022T160000Z", "RRULE:FREQ=WEEKLY;COUNT=3"),
        head="X-WR-TIMEZONE:America/New_York",
    )

    assert ["10-22 18:00", "10-29 17:00", "11-05 18:00", "12-03 18:00"] == [
        line.removesuffix(" Atelier") for line in told(tmp_path, content)
    ]


def test_a_zone_that_nobody_knows_is_not_that_of_the_calendar(tmp_path: Path) -> None:
    """Then it says nothing."""

    assert ["12-03 12:00 Atelier"] == told(
        tmp_path, calendar(event("DTSTART:20261203T120000"), head="X-WR-TIMEZONE:Lune/Base")
    )


def test_a_file_of_several_calendars_has_the_events_of_all(tmp_path: Path) -> None:
    """Each under its own name; what one says of an event of another is heard."""
    first = calendar(event(AT_SIX, "RRULE:FREQ=DAILY;COUNT=2"), head="X-WR-CALNAME:Une")
    other = calendar(event("DTSTART:20261205T180000Z", uid="UID:other"), head="X-WR-CALNAME:Deux")
    cancelled = event(f"RECURRENCE-ID;{PARIS}:20261204T180000", title="")
    file = first + other + calendar(cancelled, head="METHOD:CANCEL\nX-WR-CALNAME:Une")
    names = {each.name: len(each.dates) for each in association(tmp_path, {FILE: file}).calendars}

    assert ({"Une": 2, "Deux": 1}, "12-04 18:00 Atelier cancelled") == (names, told(tmp_path, file)[1])


def test_a_zone_is_explained_for_its_own_calendar(tmp_path: Path) -> None:
    """Two of them may call two zones the same."""
    files = [
        calendar(
            event("DTSTART;TZID=Ici:20261203T120000", uid=f"UID:{offset}"), head=zone("Ici", offset=offset)
        )
        for offset in ("+0100", "+0300")
    ]

    assert ["12-03 10:00 Atelier", "12-03 12:00 Atelier"] == told(tmp_path, b"".join(files))


@pytest.mark.parametrize(
    ("written", "expected"),
    [
        ("Rencontre &#8211; l&rsquo;eau &amp; la ville", "Rencontre – l’eau & la ville"),
        ("Caf&eacute;\\, &quot;Le Lien&quot;", 'Café, "Le Lien"'),
        ("Deux fois &amp;#8211;", "Deux fois –"),
        ("Q&A, R&D &nosuch; &copy", "Q&A, R&D &nosuch; &copy"),
        ("Une &#x1F33B;", "Une 🌻"),
        ("&lt;!-- caché --&gt;Vu", "Vu"),
    ],
)
def test_entities_of_web_pages_are_the_letters_they_mean(tmp_path: Path, written: str, expected: str) -> None:
    """In the title, the place and the name of the calendar; only what is written as one."""
    content = calendar(
        event(AT_SIX, f"LOCATION:{written}", title=f"SUMMARY:{written}"), head=f"X-WR-CALNAME:{written}"
    )
    [one] = every_date(tmp_path, content)
    name = association(tmp_path, {FILE: content}).calendars[0].name

    assert [expected] * 3 == [one.title, one.place, name]


def test_an_address_is_written_with_its_own_characters(tmp_path: Path) -> None:
    """WordPress writes `&amp;` in it."""
    [one] = every_date(tmp_path, calendar(event(AT_SIX, "URL:https://b.example/?a=1&amp;c=2")))

    assert "https://b.example/?a=1&c=2" == one.link


@pytest.mark.parametrize(
    "content",
    [
        calendar(event(AT_SIX, title="SUMMARY:Été à Noël")).decode().encode("cp1252"),
        calendar(event(AT_SIX, title="SUMMARY:Été à Noël")).decode().encode("utf-16"),
        b"\xef\xbb\xbf" + calendar(event(AT_SIX, title="SUMMARY:Été à Noël")),
        calendar(event(AT_SIX, title="SUMMARY:Été à\n  Noël")),
        calendar(event(AT_SIX, title="SUMMARY:Été à Noël")).replace(b"\xc3\xab", b"\xc3\r\n \xab"),
        calendar(event(AT_SIX, title="SUMMARY:Été à\x0bNoël")),
        calendar(event(AT_SIX, title="SUMMARY:Été à Noël")).replace(b"\n", b"\r"),
        b"Notice: undefined\n" + calendar(event(AT_SIX, title="SUMMARY:Été à Noël")),
        event(AT_SIX, title="SUMMARY:Été à Noël").encode(),
    ],
    ids=[
        "latin",
        "utf-16",
        "mark",
        "folded",
        "cut letter",
        "control",
        "old ends",
        "before it",
        "no calendar",
    ],
)
def test_a_file_is_read_however_its_text_is_kept(tmp_path: Path, content: bytes) -> None:
    """Encodings, lines folded by counting bytes, characters that belong in no text."""

    assert ["12-03 18:00 Été à Noël"] == told(tmp_path, content)


@pytest.mark.parametrize(
    "nested",
    [
        "BEGIN:VALARM\nTRIGGER:jamais\nSUMMARY:Réveil\nDTSTART:demain\nEND:VALARM",
        "X-SANS-VALEUR",
        'ATTENDEE;CN=Jo:mailto:jo@b.example\nDESCRIPTION;X="a\nune ligne perdue',
    ],
)
def test_what_is_not_shown_may_be_anything(tmp_path: Path, nested: str) -> None:
    """Alarms, lines that are none."""
    content = calendar(event(AT_SIX, nested))

    assert (["12-03 18:00 Atelier"], []) == (told(tmp_path, content), warned(tmp_path, content))


def test_an_event_that_has_no_end_ends_where_the_next_one_begins(tmp_path: Path) -> None:
    """One line was lost; the events were not."""
    content = calendar(event(AT_SIX).removesuffix("\nEND:VEVENT"), event(AT_SIX, uid="UID:other"))

    assert 2 == len(told(tmp_path, content))


@pytest.mark.parametrize(
    "content",
    [
        calendar(event(AT_SIX)).removesuffix(b"END:VCALENDAR\n"),
        calendar(event(AT_SIX)).removesuffix(b"END:VEVENT\nEND:VCALENDAR\n"),
        b"BEGIN:VCARD\nEND:VCARD\n",
        b"\xff\xfe\x00",
        b"\x89PNG\r\n\x1a\n",
    ],
)
def test_what_is_no_calendar_or_was_cut_off_is_refused(tmp_path: Path, content: bytes) -> None:
    """A copy that stops on its way would take dates away."""

    assert ["bad-calendar"] == codes(tmp_path, {FILE: content})


def test_everything_that_is_wrong_is_told_in_one_run(tmp_path: Path) -> None:
    """Of every file, beside what stops the build."""
    odd = calendar(event("DTSTART:demain"), event(AT_SIX, uid="", title="SUMMARY:Autre"))
    files = {
        FILE: odd,
        FILE.replace("partenaire", "autre"): odd,
        FILE.replace("partenaire", "page"): b"<html>",
    }

    assert ["bad-calendar"] * 5 == codes(tmp_path, files)


def test_a_thousand_exceptions_take_no_longer_than_one(tmp_path: Path) -> None:
    """Those of a program that has taken out a date each day for years."""
    out = ",".join(["20261203"] * 20_000)
    lines = ("DTSTART:20150101T180000Z", "RRULE:FREQ=DAILY", f"EXDATE;VALUE=DATE:{out}")

    assert 730 < len(told(tmp_path, calendar(event(*lines)))) < 735
