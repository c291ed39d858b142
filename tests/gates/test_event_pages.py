"""Pages of events in Chromium: the visitor's own hours, every state of a date, under the site's policy."""

from collections.abc import Callable, Iterator
from itertools import product

import pytest
from built_site import SMALLEST_SETTINGS, Built, SiteOf, event
from looks import violations
from playwright.sync_api import Browser, Page
from static_host import hosted
from visits import NARROWEST, OVERFLOW, SCHEMES, WIDTHS

MEMBERS = """\
towns:
  - {id: lens, name: Lens, lat: 50.432, lon: 2.833}
  - {id: arras, name: Arras, lat: 50.291, lon: 2.777}
members:
  - {id: kernel, name: Kernel, town: lens}
  - {id: icea, name: Icea, town: arras}
"""
VENUES = """\
venues:
  - {id: halle, name: Halle Spécimen, address: "1, place du Modèle", town: lens, lat: 50.430, lon: 2.829}
  - {id: salle, name: Salle Exemple, town: arras}
"""
TOUR = """
  - {title: À Lens, start: 2026-11-10 18:30, duration: 2h, venue: halle}
  - {title: À Arras, start: 2027-01-12 18:30, duration: 2h, venue: salle, status: cancelled}
  - {title: Encore, start: 2027-07-12 18:30, duration: 2h, venue: salle}"""
REGISTER = "https://inscriptions.example/a"
EVENTS = {
    "soiree": event("Soirée", start="2027-02-09 08:30", duration="2h", venue="halle", registration=REGISTER),
    "jours": event("Deux jours", start="2027-02-10 18:00", end="2027-02-11 09:00", venue="halle"),
    "journee": event("Toute la journée", start="2027-02-12", end="2027-02-12", venue="halle"),
    "annulee": event(
        "Annulée", start="2027-02-15 18:30", duration="2h", venue="halle", event_status="cancelled"
    ),
    "reportee": event(
        "Reportée", venue="salle", registration=REGISTER, event_status="postponed", price="10 €"
    ),
    "en-ligne": event(
        "En ligne", venue="halle", online="https://visio.example/a", event_status="moved-online"
    ),
    "passee": event("Passée", start="2026-11-01", end="2026-11-02", venue="halle", registration=REGISTER),
    "tour": event("Le tour", dates=TOUR, registration=REGISTER),
}
FILES = {
    "members.yaml": MEMBERS,
    "commissions.yaml": VENUES,
    **{f"content/agenda/{slug}.md": text for slug, text in EVENTS.items()},
}
Visitor = Callable[..., Page]


@pytest.fixture(scope="module")
def site(site_of: SiteOf) -> Built:
    return site_of(FILES)


@pytest.fixture(scope="module")
def address(site: Built) -> Iterator[str]:
    with hosted(site.folder) as host:
        yield host


@pytest.fixture
def visitor(browser: Browser, address: str) -> Iterator[Visitor]:
    """Opens the page of an event as somebody who lives elsewhere."""
    contexts = []

    def opened(
        slug: str, zone: str = "Europe/Paris", at: str = f"{address}/agenda", **options: object
    ) -> Page:
        contexts.append(browser.new_context(timezone_id=zone, locale="en-US", **options))
        page = contexts[-1].new_page()
        page.goto(f"{at}/{slug}/")
        return page

    yield opened
    for context in contexts:
        context.close()


def notes(page: Page) -> list[str]:
    """What is said of the visitor's own hours; no-break spaces as plain ones."""
    said = page.locator("main time ~ .note").all_text_contents()
    return [" ".join(note.split()) for note in said]


@pytest.mark.parametrize(
    ("zone", "said"),
    [
        ("Europe/London", ["(7 h 30 – 9 h 30 chez vous)"]),
        ("Asia/Kathmandu", ["(13 h 15 – 15 h 15 chez vous)"]),
        ("America/Los_Angeles", ["(la veille, 23 h 30 – 1 h 30 chez vous)"]),
        ("Europe/Paris", []),
        ("Europe/Brussels", []),
    ],
)
def test_a_visitor_elsewhere_reads_their_own_hours(visitor: Visitor, zone: str, said: list[str]) -> None:
    """In the words and the way of the page, whatever the browser speaks; nothing where the clocks agree."""

    assert said == notes(visitor("soiree", zone))


def test_the_day_is_said_where_it_is_another_one(visitor: Visitor) -> None:
    """Each moment of a date of several days by itself."""

    assert ["(le lendemain, 2 h 00 chez vous)", "(17 h 00 chez vous)"] == notes(
        visitor("jours", "Asia/Tokyo")
    )


def test_each_date_of_a_series_has_its_own_offset(visitor: Visitor) -> None:
    """Reykjavik has no summer time; hours that are struck out are left alone."""

    assert ["(17 h 30 – 19 h 30 chez vous)", "(16 h 30 – 18 h 30 chez vous)"] == notes(
        visitor("tour", "Atlantic/Reykjavik")
    )


@pytest.mark.parametrize("slug", ["journee", "annulee"])
def test_where_there_is_no_hour_to_keep_nothing_is_said(visitor: Visitor, slug: str) -> None:
    """A whole day is the same day everywhere, and nobody joins what is cancelled."""

    assert [] == notes(visitor(slug, "America/New_York"))


def test_without_script_the_page_is_as_it_was_written(visitor: Visitor) -> None:
    """The site's own hours."""
    page = visitor("soiree", "America/New_York", java_script_enabled=False)

    assert "8 h 30 – 10 h 30" in " ".join(page.locator("dd").first.text_content().split())


@pytest.mark.parametrize(
    ("language", "agenda", "hours"),
    [("en", "events", "(07:30 – 09:30 your time)"), ("nl", "agenda", "(7.30 – 9.30 uur bij u)")],
)
def test_the_hours_are_in_the_language_of_the_site(
    site_of: SiteOf, visitor: Visitor, language: str, agenda: str, hours: str
) -> None:
    """As the page writes hours in that language."""
    settings = SMALLEST_SETTINGS.replace('DEFAULT_LANG = "fr"', f'DEFAULT_LANG = "{language}"')
    with hosted(site_of({**FILES, "pelicanconf.py": settings}).folder) as host:
        assert [hours] == notes(visitor("soiree", "Europe/London", f"{host}/{agenda}"))


@pytest.mark.parametrize("slug", EVENTS)
def test_nothing_is_wrong_in_any_state(browser: Browser, address: str, slug: str) -> None:
    """Light and dark, on a phone and on a screen, with other hours: neither axe nor the policy complains."""
    context = browser.new_context(timezone_id="America/New_York", reduced_motion="reduce")
    page, wrong = context.new_page(), []
    page.on("console", lambda said: said.type in ("error", "warning") and wrong.append(said.text))
    page.on("pageerror", lambda error: wrong.append(str(error)))
    page.goto(f"{address}/agenda/{slug}/")
    wrong += looked_at(page)
    context.close()

    assert [] == wrong


def looked_at(page: Page) -> list[str]:
    looks = product(WIDTHS, SCHEMES)
    return [violation for width, scheme in looks for violation in violations(page, width, scheme)]


@pytest.mark.parametrize("slug", ["soiree", "jours", "tour"])
def test_the_hours_fit_the_smallest_phone(visitor: Visitor, slug: str) -> None:
    """320 pixels."""
    page = visitor(slug, "America/Los_Angeles", viewport={"width": NARROWEST, "height": 640})

    assert 0 >= page.evaluate(OVERFLOW)
