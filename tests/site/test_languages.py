"""One text in several languages: a page shows the one of the site."""

import pytest
from built_site import SMALLEST_SETTINGS, Built, SiteOf

MEMBERS = """\
skills:
  - {id: web, name: {fr: Sites web, nl: Websites}}
members:
  - id: alpha
    name: Alpha
    summary: {fr: Répare les ordinateurs., nl: Herstelt computers.}
    skills: [web]
"""
COMMISSIONS = """\
commissions:
  - id: fete
    name: {fr: Fête, nl: Feest}
    meetings:
      - {title: {fr: Réunion, nl: Vergadering}, start: 2026-12-01 18:30, duration: 2h}
"""
DUTCH = SMALLEST_SETTINGS.replace('DEFAULT_LANG = "fr"', 'DEFAULT_LANG = "nl"')
FILES = {"members.yaml": MEMBERS, "commissions.yaml": COMMISSIONS}


@pytest.fixture(scope="module")
def dutch(site_of: SiteOf) -> Built:
    return site_of({**FILES, "pelicanconf.py": DUTCH})


@pytest.mark.parametrize(
    ("url", "expected", "other"),
    [
        ("ledengids/alpha/", "Herstelt computers.", "Répare"),
        ("ledengids/diensten/web/", "Websites", "Sites web"),
        ("werkgroepen/fete/", "Vergadering", "Réunion"),
    ],
)
def test_a_page_speaks_the_language_of_the_site(dutch: Built, url: str, expected: str, other: str) -> None:
    """The other version is not beside it."""
    text = dutch.page(url).main.text

    assert (True, False) == (expected in text, other in text)


def test_a_page_says_which_language_it_speaks(dutch: Built) -> None:
    """For screen readers and hyphens."""

    assert {"nl"} == {dutch.page(url).document.first("html")["lang"] for url in dutch.urls}


def test_feeds_and_data_speak_the_same_language(dutch: Built) -> None:
    """A calendar too."""

    assert (True, "Feest") == (
        b"Vergadering" in dutch.bytes("agenda.ics"),
        dutch.json("data/v1/commissions.json")["commissions"][0]["name"],
    )


def test_a_language_that_is_missing_is_replaced_by_the_first_written(site_of: SiteOf) -> None:
    """Something is better than nothing."""
    spanish = SMALLEST_SETTINGS.replace('DEFAULT_LANG = "fr"', 'DEFAULT_LANG = "es"')
    site = site_of({**FILES, "pelicanconf.py": spanish})

    assert "Répare les ordinateurs." in site.page("annuaire/alpha/").main.text
