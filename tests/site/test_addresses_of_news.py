"""ARTICLE_URL with the day, the language or the category of a text, as Pelican has it."""

from pathlib import Path

import pytest
from built_site import SMALLEST_SETTINGS, Built, SiteOf, article, sheet, write_site

from association.cli.check import problems_found

HOME = "https://essai.example"
DATED = 'ARTICLE_URL = "blog/{date:%Y}/{lang}/{category}/{slug}/"\n'
FILES = {
    "pelicanconf.py": f'{SMALLEST_SETTINGS}LANGUAGES = ["fr", "nl"]\n{DATED}',
    "content/actualites/bilan.md": article("Bilan", "[La suite](suite.md)", category="Vie associative"),
    "content/actualites/bilan.nl.md": sheet({"title": "Balans"}, "Tekst."),
    "content/actualites/suite.md": article("Suite", "[Bilan](/blog/2026/fr/vie-associative/bilan/)"),
}
BILAN, SUITE = "blog/2026/fr/vie-associative/bilan/", "blog/2026/fr/misc/suite/"


@pytest.fixture(scope="module")
def site(site_of: SiteOf) -> Built:
    return site_of(FILES, HOME)


def test_a_piece_of_news_is_where_its_day_and_category_say(site: Built) -> None:
    """In another language where that says, or as usual."""
    assert {BILAN, SUITE, "nl/nieuws/bilan/", "nl/nieuws/suite/"} <= set(site.urls)


@pytest.mark.parametrize("file", ["sitemap.xml", "feeds/actualites.atom.xml", "actualites/index.html"])
def test_lists_and_feeds_lead_there(site: Built, file: str) -> None:
    """And nowhere else."""
    text = site.bytes(file).decode()

    assert BILAN in text
    assert "actualites/bilan" not in text.replace("/nl/", "").replace("2026-11-01:", "").partition("<id>")[0]


def test_links_of_texts_lead_there(site: Built) -> None:
    """By the file, and by the address."""
    assert f'"../../../../../{SUITE}"' in site.page(BILAN).html
    assert f'"../../../../../{BILAN}"' in site.page(SUITE).html


def test_a_site_of_dated_addresses_is_no_blog(site: Built) -> None:
    """It had no feed of Pelican's, and nobody asks for one."""
    assert not site.has("feeds/all.atom.xml")


WRONG = {
    'ARTICLE_URL = "blog/{author}/{slug}/"': 'ARTICLE_URL has no blank "{author}": "blog/{author}/{slug}/"; '
    "it knows {slug}, {date}, {lang}, {category} [bad-address]",
    'ARTICLE_URL = "blog/{date:%Q/../}/{slug}/"': "ARTICLE_URL",
    'EVENT_URL = "agenda/{date:%Y}/{slug}/"': 'EVENT_URL has no blank "{date}": "agenda/{date:%Y}/{slug}/"; '
    "its date may still change, and its address is to stay [bad-address]",
    'OFFER_URL = "annonces/{date:%Y}/{slug}/"': 'OFFER_URL has no blank "{date}": '
    '"annonces/{date:%Y}/{slug}/"; its date may still change, and its address is to stay [bad-address]',
}


@pytest.mark.parametrize("line", WRONG)
def test_check_says_which_parts_there_are(line: str, tmp_path: Path) -> None:
    """Of events and offers the day may be moved."""
    site = write_site(tmp_path, {"pelicanconf.py": f"{SMALLEST_SETTINGS}{line}\n"})
    found = [problem.line_of_text() for problem in problems_found(site)[0]]

    assert [True] == [one.startswith(f"pelicanconf.py:9:1: error: {WRONG[line]}") for one in found]
