"""Calendars of partners: their dates in the lists, the months, the feed and the open data."""

import re
from pathlib import Path
from socket import create_server

import icalendar
import pytest
import recurring_ical_events
from built_site import SMALLEST_SETTINGS, Built, SiteOf

FOLDER = "content/agenda/imports/"
PARTNER = Path(__file__).parents[1] / "bad_input" / "partner-calendar-is-fine" / FOLDER / "pepiniere.ics"
HOSTILE = """\
BEGIN:VCALENDAR
X-WR-CALNAME:<script>alert("name")</script>
BEGIN:VEVENT
UID:"><script>alert('uid')</script>
SUMMARY:<script>alert("title")</script>
LOCATION:<img src=x onerror=alert(1)>
URL:javascript:alert(1)
ORGANIZER;CN=Jo Secrète:mailto:jo@secret.example
ATTENDEE:mailto:ana@secret.example
DESCRIPTION:Téléphoner à Jo Secrète
DTSTART:20261203T083000Z
DTEND:20261203T093000Z
END:VEVENT
END:VCALENDAR
"""
EXCEPTIONS = """\
BEGIN:VCALENDAR
X-WR-CALNAME:La Ruche
BEGIN:VEVENT
UID:yoga@ruche.example
SUMMARY:Yoga &amp; relaxation
DTSTART;TZID=Romance Standard Time:20261201T180000
DURATION:PT1H
RRULE:FREQ=WEEKLY;COUNT=4
END:VEVENT
BEGIN:VEVENT
UID:yoga@ruche.example
RECURRENCE-ID;VALUE=DATE:20261208
STATUS:CANCELLED
CLASS:
END:VEVENT
BEGIN:VEVENT
UID:yoga@ruche.example
RECURRENCE-ID:20261215T170000Z
SUMMARY:Yoga au parc
DTSTART;TZID=/Europe/Paris:20261216T100000
DURATION:PT1H
END:VEVENT
BEGIN:VEVENT
UID:yoga@ruche.example
RECURRENCE-ID;TZID=Europe/Paris:20261222T180000
SUMMARY:Yoga chez Jo Secrète
CLASS:PRIVATE
DTSTART;TZID=Europe/Paris:20261223T100000
END:VEVENT
BEGIN:VEVENT
UID:expo@ruche.example
SUMMARY:Exposition permanente
DTSTART;VALUE=DATE:20101001
DTEND;VALUE=DATE:20501001
END:VEVENT
BEGIN:VEVENT
UID:odd@ruche.example
SUMMARY:Un jour
DTSTART:bientôt
END:VEVENT
BEGIN:VEVENT
UID:contes@ruche.example
SUMMARY:Contes au coin du feu
DTSTART;TZID=Europe/Paris:20261204T180000
END:VEVENT
END:VCALENDAR
"""


@pytest.fixture(scope="module")
def ruche(site_of: SiteOf) -> Built:
    return site_of({FOLDER + "ruche.ics": EXCEPTIONS})


@pytest.fixture(scope="module")
def site(site_of: SiteOf) -> Built:
    return site_of({FOLDER + "pepiniere.ics": PARTNER.read_bytes()})


def feed(site: Built) -> icalendar.Calendar:
    return icalendar.Calendar.from_ical(site.bytes("agenda.ics"))


def records(site: Built, uid: str) -> list[dict[str, object]]:
    events = site.json("data/v1/events.json")["events"]
    return [record for record in events if str(record["uid"]).split("@")[0].split(".")[0] == uid]


def test_a_date_of_a_partner_says_where_it_comes_from(site: Built) -> None:
    """Nobody takes it for one of ours."""
    [entry] = [
        line
        for line in site.page("agenda/").main.iter("li")
        if "Petit déjeuner, sans ordinateur" in line.text
    ]

    assert "Source : Pépinière, l’agenda" in entry.text


@pytest.mark.parametrize(("language", "name"), [("fr", "La Pépinière"), ("nl", "De kwekerij")])
def test_a_partner_is_called_as_the_association_calls_it(site_of: SiteOf, language: str, name: str) -> None:
    """On the pages, in the feed and in the open data, in the language of the site."""
    named = "calendars:\n- id: pepiniere\n  name: {fr: La Pépinière, nl: De kwekerij}\n"
    files = {
        FOLDER + "pepiniere.ics": PARTNER.read_bytes(),
        "commissions.yaml": named + "  url: https://a.example/agenda.ics\n",
        "pelicanconf.py": SMALLEST_SETTINGS.replace('"fr"', f'"{language}"'),
    }
    site = site_of(files)

    assert {name} == {record["source"] for record in records(site, "heure")}
    assert f"CATEGORIES:{name}" in site.text("agenda.ics")
    assert name in site.text("agenda/index.html")


def test_a_build_asks_no_partner(site_of: SiteOf) -> None:
    """What was fetched is in the files; the same files give the same site, wherever it is built."""
    with create_server(("127.0.0.1", 0)) as partner:
        partner.setblocking(False)
        address = f"https://127.0.0.1:{partner.getsockname()[1]}/agenda.ics"
        site_of({"commissions.yaml": f"calendars: [{{id: pepiniere, name: Pépinière, url: '{address}'}}]\n"})

        with pytest.raises(BlockingIOError):
            partner.accept()


def test_a_date_of_a_partner_leads_to_its_own_page(site: Built) -> None:
    """It has none here."""

    assert "https://partenaire.example/petit-dejeuner" in site.page("agenda/").targets


def test_a_date_of_a_partner_is_in_its_month(site: Built) -> None:
    """The grid, the list."""
    page = site.page("agenda/2026/12/").main

    assert [2, 2] == [
        page.text.count("Petit déjeuner, sans ordinateur"),
        sum("Salon des métiers" in cell.text for cell in page.first("table").iter("td")),
    ]


def test_the_feed_keeps_the_uids_of_a_partner(site: Built) -> None:
    """Each date of what comes back has its own moment beside."""
    uids = {str(event["UID"]) for event in feed(site).walk("VEVENT")}
    expected = ("heure", "revient.20261203T080000Z", "jours", "annule", "quai")

    assert {f"{uid}@partenaire.example" for uid in expected} <= uids


def test_the_feed_gives_the_dates_that_the_partner_s_calendar_gives(site: Built) -> None:
    """Read by a program of others."""
    original = icalendar.Calendar.from_ical(PARTNER.read_bytes())
    told = [
        {
            (uid_of_whole(event), event["DTSTART"].dt, event["DTEND"].dt, str(event["SUMMARY"]))
            for event in recurring_ical_events.of(calendar).between((2026, 9, 1), (2027, 10, 1))
            if event.get("CLASS") != "PRIVATE" and "flottant" not in event["UID"]
        }
        for calendar in (with_ends(original), feed(site))
    ]

    assert told[0] == told[1]


def uid_of_whole(event: icalendar.Event) -> str:
    return re.sub(r"\.20\d{6}T\d{6}Z@", "@", str(event["UID"]))


def with_ends(calendar: icalendar.Calendar) -> icalendar.Calendar:
    """Without DURATION, which says the same."""
    for event in calendar.walk("VEVENT"):
        if "DURATION" in event:
            event.add("DTEND", event["DTSTART"].dt + event.pop("DURATION").dt)
    return calendar


def test_the_open_data_name_the_source(site: Built) -> None:
    """And the page of the event, and nothing of it is null by mistake."""
    [record] = records(site, "heure")

    assert (
        "Pépinière, l’agenda",
        "https://partenaire.example/petit-dejeuner",
        "2026-12-03T08:30:00+01:00",
    ) == (
        record["source"],
        record["url"],
        record["start"],
    )


def test_the_open_data_have_the_uids_of_the_feed(site: Built) -> None:
    """Those of what comes back too."""
    uids = {str(event["UID"]) for event in feed(site).walk("VEVENT")}

    assert uids == {str(record["uid"]) for record in site.json("data/v1/events.json")["events"]}


def test_the_open_data_tell_which_date_was_moved(site: Built) -> None:
    """As they do for meetings of our own."""
    moved = [record["moved_from"] for record in records(site, "revient") if record["moved_from"]]

    assert ["2027-01-07T09:00:00+01:00"] == moved


def test_our_own_dates_have_no_source(tactic: Built) -> None:
    """Null, as every absent value."""
    events = tactic.json("data/v1/events.json")["events"]

    assert {None} == {record["source"] for record in events}


def test_a_partner_s_calendar_cannot_harm(site_of: SiteOf) -> None:
    """Its texts are texts, its addresses are https, its persons are not ours to name."""
    site = site_of({FOLDER + "hostile.ics": HOSTILE})
    harms = (b"<script>alert", b"<img src=x", b"javascript:alert", b"secret.example", "Jo Secrète".encode())
    harmed = [
        (file, harm)
        for file, content in site.contents().items()
        for harm in harms
        if harm in content and file.endswith(".html")
    ]
    harmed += [("agenda.ics", harm) for harm in harms[2:] if harm in site.bytes("agenda.ics")]

    assert [] == harmed


def shown(site: Built, title: str) -> list[str]:
    return [line.text for line in site.page("agenda/2026/12/").main.iter("li") if title in line.text]


def test_exceptions_are_shown_as_what_they_are(ruche: Built) -> None:
    """Cancelled, moved, with the hour it had at first; a private one at neither hour."""
    first, second, third = shown(ruche, "Yoga")

    assert (True, True, True, True) == (
        "Yoga & relaxation" in first and "Annul" not in first,
        "Annulée" in second,
        "prévue d’abord le" in third,
        "Yoga au parc" in third,
    )


def test_exceptions_are_in_the_feed_as_what_they_are(ruche: Built) -> None:
    """For whoever follows both calendars."""
    told = [
        (str(event["UID"]), event["DTSTART"].dt.strftime("%d %H:%M"), str(event["STATUS"]))
        for event in feed(ruche).walk("VEVENT")
        if "yoga" in event["UID"]
    ]

    assert [
        ("yoga.20261201T170000Z@ruche.example", "01 18:00", "CONFIRMED"),
        ("yoga.20261208T170000Z@ruche.example", "08 18:00", "CANCELLED"),
        ("yoga.20261215T170000Z@ruche.example", "16 10:00", "CONFIRMED"),
    ] == sorted(told)


def test_what_only_begins_is_told_without_an_end(ruche: Built) -> None:
    """On the pages, in the feed and in the open data: « 18 h 00 – 18 h 00 » would be over at once."""
    [in_list] = (line.text for line in ruche.page("agenda/").main.iter("li") if "Contes" in line.text)
    [in_calendar] = (one for one in feed(ruche).walk("VEVENT") if "Contes" in one["SUMMARY"])
    [record] = records(ruche, "contes")

    assert 1 == in_list.count("18 h")
    assert "DTEND" not in in_calendar
    assert ("2026-12-04T18:00:00+01:00", None) == (record["start"], record["end"])


def test_a_private_date_appears_nowhere(ruche: Built) -> None:
    """In no file of the site."""
    secret = "Jo Secrète".encode()

    assert [] == [file for file, content in ruche.contents().items() if secret in content]


def test_what_has_been_on_for_years_has_no_page_of_every_month(ruche: Built) -> None:
    """It is in the list, in the feed, in the months that have one."""
    years = {file.split("/")[1] for file in ruche.contents() if re.match(r"agenda/\d{4}/", file)}

    assert (True, set()) == (
        "Exposition permanente" in ruche.page("agenda/").main.text,
        years & {"2010", "2020", "2030", "2050"},
    )


def test_an_odd_event_is_told_and_stops_nothing(ruche: Built) -> None:
    """With its file, its line and its name."""

    assert (0, True) == (
        ruche.code,
        'ruche.ics:36:1: warning: the event "Un jour" has a "DTSTART"' in ruche.said,
    )


def test_a_broken_calendar_stops_the_build(site_of: SiteOf) -> None:
    """What is online stays as it is."""
    site = site_of({FOLDER + "page.ics": "<!doctype html>"}, may_fail=True)

    assert (True, True) == (site.code != 0, "page.ics:1:1: error" in site.said)
