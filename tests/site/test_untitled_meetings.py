"""A meeting without a title is called by its commission, wherever it is named."""

import json

import pytest
from built_site import SMALLEST_SETTINGS, Built, SiteOf

MEETING = """\
commissions:
  - id: reseaux
    name: {fr: Infrastructures et réseaux, nl: Netwerken}
    meetings:
      - {start: 2026-12-01 18:30, duration: 2h, repeat: {every: mois, on: 1er mardi, count: 3}}
"""
TITLES = {
    "fr": "Réunion Infrastructures et réseaux",
    "nl": "Vergadering Netwerken",
    "en": "Infrastructures et réseaux meeting",
}


@pytest.fixture(scope="module", params=TITLES)
def spoken(site_of: SiteOf, request: pytest.FixtureRequest) -> tuple[Built, str]:
    """A site and the title in its language, after the name that the commission has there."""
    settings = SMALLEST_SETTINGS.replace('DEFAULT_LANG = "fr"', f'DEFAULT_LANG = "{request.param}"')
    return site_of({"commissions.yaml": MEETING, "pelicanconf.py": settings}), TITLES[request.param]


def test_pages_name_it(spoken: tuple[Built, str]) -> None:
    """The list of dates, and the month."""
    site, title = spoken
    pages = [url for url in site.urls if url.endswith(("agenda/", "events/", "/2026/12/"))]

    assert [True] * 2 == [title in site.page(url).main.text for url in pages]


def test_calendars_feeds_and_data_name_it(spoken: tuple[Built, str]) -> None:
    """As the pages do."""
    site, title = spoken
    own = [file for file in site.files if file.endswith("/reseaux/agenda.ics")]
    files = ("agenda.ics", *own, "feeds/agenda.atom.xml")

    assert 3 == len(files)
    assert [] == [file for file in files if title not in site.text(file)]
    assert {title} == {event["title"] for event in json.loads(site.text("data/v1/events.json"))["events"]}
