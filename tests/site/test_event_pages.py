"""The page of an event: where and when, what became of each date, how to come."""

import re
from collections.abc import Mapping
from itertools import combinations
from math import dist

import icalendar
import pytest
from built_site import SITEURL, Built, SiteOf, event
from html_pages import Element, Page
from linked_data import blocks, faults, linked_data, nodes, of_type

HOSTILE = "</script><script>alert(1)</script><!-- \" ' & \\"
QUOTED = "'" + HOSTILE.replace("'", "''") + "'"
CLOSED = "Les inscriptions sont closes."
MEMBERS = """\
towns:
  - {id: lens, name: Lens, postal_code: "62300", lat: 50.432, lon: 2.833}
  - {id: arras, name: Arras, lat: 50.291, lon: 2.777}
  - {id: douai, name: Douai, lat: 50.370, lon: 3.079}
members:
  - {id: kernel, name: Kernel, town: lens}
  - {id: icea, name: Icea, town: arras}
"""
VENUES = """\
venues:
  - {id: halle, name: Halle Spécimen, address: "1, place du Modèle", town: lens, lat: 50.440, lon: 2.860}
  - {id: bureau, name: Bureau Gabarit, town: lens}
  - {id: salle, name: Salle Exemple, town: arras}
  - {id: pavillon, name: Pavillon Fictif, town: douai}
  - {id: loin, name: Salle de Paris, lat: 48.85, lon: 2.35}
commissions:
  - id: reseaux
    name: Réseaux
    meetings:
      - title: Réunion
        start: 2026-12-01 18:30
        repeat: {every: month, on: first tuesday}
        venue: salle
"""
TOUR = """
  - {id: lens, title: À Lens, start: 2026-11-10 18:30, duration: 2h, venue: halle}
  - {id: arras, title: À Arras, start: 2026-12-08 18:30, duration: 2h, venue: salle}
  - {id: douai, title: À Douai, start: 2027-01-12 18:30, duration: 2h, venue: pavillon, status: cancelled}
  - {id: toile, title: En ligne, start: 2027-02-09 18:30, duration: 2h, venue: salle, status: moved-online}
  - {id: encore, title: Encore, start: 2027-03-09 18:30, duration: 2h, venue: bureau, status: postponed}"""
REGISTER = "https://inscriptions.example/a"
EVENTS = {
    "soiree": event("Soirée", venue="halle", registration=REGISTER, price="10 €", organisers="[icea]"),
    "annulee": event("Annulée", venue="halle", registration=REGISTER, event_status="cancelled"),
    "reportee": event("Reportée", venue="halle", registration=REGISTER, event_status="postponed"),
    "passee": event("Passée", start="2026-11-01", end="2026-11-02", venue="halle", registration=REGISTER),
    "en-ligne": event(
        "En ligne", venue="halle", online="https://visio.example/a", event_status="moved-online"
    ),
    "loin": event("Loin", venue="loin"),
    "nulle-part": event("Nulle part"),
    "tour": event("Le tour", dates=TOUR, registration=REGISTER, organisers="[kernel]"),
    "attaque": event(QUOTED, summary=QUOTED, venue=QUOTED, price=QUOTED, audience=QUOTED, kind=QUOTED),
}
FILES = {
    "members.yaml": MEMBERS,
    "commissions.yaml": VENUES,
    **{f"content/agenda/{slug}.md": text for slug, text in EVENTS.items()},
}


@pytest.fixture(scope="module")
def site(site_of: SiteOf) -> Built:
    return site_of(FILES, SITEURL)


def page_of(site: Built, slug: str) -> Page:
    return site.page(f"agenda/{slug}/")


def card(page: Page) -> Element:
    (found,) = page.main.with_class("sheet__card")
    return found


def map_of(page: Page) -> tuple[str, list[str]] | None:
    """What the drawing is called, and the names of the marks on it."""
    drawings = page.main.with_class("map")
    if not drawings:
        return None
    marks = [group for group in drawings[0].iter("g") if group.with_class("pin")]
    return drawings[0].first("title").text, [mark.text for mark in marks]


def test_an_open_registration_is_a_button(site: Built) -> None:
    """It leads to the page that the editor gave."""

    assert REGISTER == page_of(site, "soiree").link("S’inscrire")


@pytest.mark.parametrize(
    ("slug", "why"),
    [
        ("annulee", CLOSED),
        ("reportee", f"La nouvelle date n’est pas encore fixée. {CLOSED}"),
        ("passee", f"Ce rendez-vous est passé. {CLOSED}"),
    ],
)
def test_a_closed_registration_says_why_instead(site: Built, slug: str, why: str) -> None:
    """In words; the link is nowhere on the page."""
    page = page_of(site, slug)
    (said,) = card(page).with_class("meta")

    assert (why, False) == (said.text, REGISTER in page.html)


def test_without_registration_nothing_is_closed(site: Built) -> None:
    """Nothing was ever open."""

    assert CLOSED not in page_of(site, "en-ligne").text


def test_a_date_to_come_can_be_added_to_a_calendar_from_the_top(site: Built) -> None:
    """Not one that is past or cancelled."""
    slugs = ("soiree", "reportee", "tour", "passee", "annulee")

    assert ["soiree", "reportee", "tour"] == [
        slug for slug in slugs if "Ajouter à mon agenda" in card(page_of(site, slug)).text
    ]


def test_the_map_marks_the_venue(site: Built) -> None:
    """Named after its town, among the others; the title says which room it is."""
    page = page_of(site, "soiree")
    names = sorted(group.text for group in page.main.with_class("map")[0].iter("g"))

    assert ("Carte schématique : Halle Spécimen, Lens", ["Lens"]) == map_of(page)
    assert ["Arras", "Lens"] == names


@pytest.mark.parametrize("slug", ["annulee", "en-ligne", "loin", "nulle-part"])
def test_there_is_no_map_where_nobody_has_to_go_on_it(site: Built, slug: str) -> None:
    """Cancelled, online, too far away, somewhere."""

    assert map_of(page_of(site, slug)) is None


def test_there_is_no_map_where_members_have_none(site_of: SiteOf) -> None:
    """The venue alone would be a mark on nothing."""
    venue = "venues:\n  - {id: halle, name: Halle, lat: 50.4, lon: 2.8}\n"
    files = {"commissions.yaml": venue, "content/agenda/soiree.md": event("Soirée", venue="halle")}

    assert map_of(page_of(site_of(files), "soiree")) is None


def test_a_series_has_one_map_of_all_the_places_to_go_to(site: Built) -> None:
    """The room is named where its town has two of them; neither the cancelled date's nor the online one's."""
    title, marks = map_of(page_of(site, "tour")) or ("", [])

    assert (
        "Carte schématique : Halle Spécimen, Lens ; Salle Exemple, Arras ; Bureau Gabarit, Lens",
        ["Arras", "Bureau Gabarit", "Halle Spécimen"],
    ) == (title, sorted(marks))


BEYOND = {
    "a tour that leaves the territory": ("halle", "loin", "salle"),
    "a tour abroad": ("loin", "bruxelles"),
}


@pytest.mark.parametrize("rooms", BEYOND.values(), ids=BEYOND.keys())
def test_the_map_of_a_tour_marks_every_place_however_far(site_of: SiteOf, rooms: tuple[str, ...]) -> None:
    """In its drawing, in its title, and in how far they are from each other."""
    towns = {"halle": "Lens", "loin": "Salle de Paris", "salle": "Arras", "bruxelles": "Bruxelles"}
    page = page_of(site_of(FILES | far_tour(*rooms)), "tournee")
    title, marks = map_of(page) or ("", [])

    assert sorted(towns[room] for room in rooms) == sorted(marks)
    assert len(rooms) == len(title.split(" ; "))
    assert ("Jusqu’à 181 km" if "halle" in rooms else "Jusqu’à 265 km") in page.text


def far_tour(*rooms: str) -> dict[str, str]:
    dates = "".join(f"\n  - {{start: 2026-12-0{n}, venue: {room}}}" for n, room in enumerate(rooms, 1))
    abroad = "  - {id: bruxelles, name: Bruxelles, lat: 50.85, lon: 4.35}\ncommissions:"
    return {
        "commissions.yaml": VENUES.replace("commissions:", abroad),
        "content/agenda/tournee.md": event("Tournée", dates=dates),
    }


def test_all_marks_of_a_far_tour_are_on_the_sheet(site_of: SiteOf) -> None:
    """And apart from each other, so that each can be seen."""
    page = page_of(site_of(FILES | far_tour("halle", "loin", "salle")), "tournee")
    (drawing,) = page.main.with_class("map")
    width, height = map(float, drawing["viewbox"].split()[2:])
    points = [(float(pin["cx"]), float(pin["cy"])) for pin in drawing.with_class("pin")]

    assert all(0 < x < width and 0 < y < height for x, y in points)
    assert all(dist(one, other) > 30 for one, other in combinations(points, 2))


def test_a_tour_has_a_map_where_members_have_none(site_of: SiteOf) -> None:
    """Two places show where each other are."""
    rooms = "  - {id: a, name: A, lat: 43.9, lon: 1.9}\n  - {id: b, name: B, lat: 43.6, lon: 2.2}\n"
    files = far_tour("a", "b") | {"commissions.yaml": f"venues:\n{rooms}"}

    assert ("Carte schématique : A ; B", ["A", "B"]) == map_of(page_of(site_of(files), "tournee"))


def test_two_rooms_at_one_point_are_one_mark(site_of: SiteOf) -> None:
    """And both are told."""
    rooms = "".join(
        f"  - {{id: {id_}, name: Salle {id_}, town: lens, lat: 50.44, lon: 2.86}}\n" for id_ in "ab"
    )
    files = FILES | far_tour("a", "b") | {"commissions.yaml": f"venues:\n{rooms}"}
    title, marks = map_of(page_of(site_of(only(files, "tournee")), "tournee")) or ("", [])

    assert ("Carte schématique : Salle a, Lens ; Salle b, Lens", ["Lens"]) == (title, marks)


def only(files: Mapping[str, str], slug: str) -> dict[str, str]:
    """Without the other events."""
    others = [key for key in files if key.startswith("content/agenda/") and slug not in key]
    return {key: text for key, text in files.items() if key not in others}


def test_a_series_says_of_each_date_what_became_of_it(site: Built) -> None:
    """Its state in a word, and whether one can still register."""
    rows = page_of(site, "tour").main.with_class("event")

    assert [
        ("À Lens", [], f"Ce rendez-vous est passé. {CLOSED}"),
        ("À Arras", [], "S’inscrire : À Arras"),
        ("À Douai", ["Annulée"], CLOSED),
        ("En ligne", ["En visioconférence"], "S’inscrire : En ligne"),
        ("Encore", ["Reportée"], f"La nouvelle date n’est pas encore fixée. {CLOSED}"),
    ] == [(row.first("h3").text, [s.text for s in row.with_class("state")], way(row)) for row in rows]


def way(row: Element) -> str:
    """The line that says how to register."""
    lines = (p.text for p in row.iter("p"))
    return next(line for line in lines if "inscri" in line.casefold())


def test_a_series_says_the_whole_address_of_each_date(site: Built) -> None:
    """There is no other page to find it on."""
    first = page_of(site, "tour").main.with_class("event")[0]

    assert "Halle Spécimen 1, place du Modèle Lens" in first.with_class("event__where")[0].text


def test_a_date_of_a_series_is_cancelled_in_its_feed(site: Built) -> None:
    """That one alone; the postponed one is not sure."""
    calendar = icalendar.Calendar.from_ical(site.bytes("agenda/tour/agenda.ics"))

    assert {
        "lens": "CONFIRMED",
        "arras": "CONFIRMED",
        "douai": "CANCELLED",
        "toile": "CONFIRMED",
        "encore": "TENTATIVE",
    } == {str(date["UID"]).split(".")[0]: str(date["STATUS"]) for date in calendar.walk("VEVENT")}


def test_a_date_of_a_series_is_cancelled_in_the_open_data(site: Built) -> None:
    """Each record has the state of its own date."""
    records = site.json("data/v1/events.json")["events"]
    tour = {one["uid"].split(".")[0]: one["status"] for one in records if ".tour." in one["uid"]}

    assert {
        "lens": "scheduled",
        "arras": "scheduled",
        "douai": "cancelled",
        "toile": "moved-online",
        "encore": "postponed",
    } == tour


def test_a_date_of_a_series_is_cancelled_for_search_engines(site: Built) -> None:
    """Each with its own state."""
    series = of_type(page_of(site, "tour"), "EventSeries")

    assert ["EventScheduled", "EventScheduled", "EventCancelled", "EventMovedOnline", "EventPostponed"] == [
        date["eventStatus"].rpartition("/")[2] for date in series["subEvent"]
    ]


def test_only_an_event_with_a_place_is_told_to_search_engines(site: Built) -> None:
    """They refuse the others."""
    told = {slug for slug in EVENTS if any("startDate" in data for data in linked_data(page_of(site, slug)))}

    assert EVENTS.keys() - {"nulle-part"} == told


def test_events_say_only_what_schema_org_has_words_for(site: Built) -> None:
    """Nothing unknown, nothing empty, nothing missing."""
    wrong = {
        url: found
        for url in site.urls
        if (found := [f for data in linked_data(site.page(url)) for n in nodes(data) for f in faults(n)])
    }

    assert {} == wrong


def test_a_commission_tells_search_engines_of_its_next_meetings(site: Built) -> None:
    """At most ten of an endless rule, at the commission's page."""
    told = of_type(site.page("commissions/reseaux/"), "Organization")["event"]

    assert (10, "2026-12-01T18:30:00+01:00", f"{SITEURL}/commissions/reseaux/#reunions") == (
        len(told),
        told[0]["startDate"],
        told[0]["url"],
    )


def test_no_text_of_an_event_breaks_out_of_its_block(site: Built) -> None:
    """Told letter by letter, in a block that no letter of it can end."""
    page = page_of(site, "attaque")
    told = of_type(page, "Event")

    assert set() == set("<>&") & set("".join(blocks(page)))
    assert (HOSTILE, HOSTILE) == (told["name"], told["location"]["name"])


def test_no_text_of_an_event_becomes_markup(site: Built) -> None:
    """Scripts are the page's own: its data, its hours, the copy of its address."""
    scripts = list(page_of(site, "attaque").document.iter("script"))

    assert ["", "application/ld+json", "application/ld+json", "module"] == sorted(
        one["type"] for one in scripts
    )


def test_the_script_of_the_hours_comes_late_and_with_its_fingerprint(site: Built) -> None:
    """It waits for the page, and no cache keeps an old one."""
    (script,) = (one for one in page_of(site, "soiree").document.iter("script") if "local_time" in one["src"])
    address = page_of(site, "soiree").target(script["src"])

    assert re.fullmatch(r"theme/[0-9a-f]{8}/local_time\.js", address)
    assert ("defer" in script.attributes, site.has(address)) == (True, True)
