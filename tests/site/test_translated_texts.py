"""Texts of a site in two languages: each version at its own address, and each knows the other."""

import pytest
from built_site import SITEURL, SMALLEST_SETTINGS, Built, SiteOf


def text(title: str, body: str, *lines: str) -> str:
    return "\n".join(("---", f"title: {title}", *lines, "---", body, ""))


FILES = {
    "pelicanconf.py": SMALLEST_SETTINGS + 'LANGUAGES = ["fr", "nl"]\n',
    "content/actualites/ete.md": text(
        "L’été approche", "Voir [la fête](/nl/agenda/feest/).", "date: 2026-11-01", "tags: [Saisons]"
    ),
    "content/actualites/zomer.md": text(
        "De zomer nadert",
        "Zie [het feest]({filename}../agenda/fete.md) en [de regels]({filename}../pages/regles.md).",
        "lang: nl",
        "translation_of: ete",
    ),
    "content/agenda/fete.md": text(
        "Fête", "Venez.", "start: 2026-12-05 18:00", "duration: 2h", "kind: soirée", "venue: Mairie"
    ),
    "content/agenda/fete.nl.md": text("Feest", "Kom.", "slug: feest", "kind: avond", "venue: Gemeentehuis"),
    "content/pages/regles.md": text("Règles", "Une règle."),
    "content/pages/adherer.md": text("Adhérer", "Venez."),
    "content/pages/adherer.nl.md": text("Lid worden", "Kom erbij."),
}


@pytest.fixture(scope="module")
def site(site_of: SiteOf) -> Built:
    return site_of(FILES, siteurl=SITEURL)


def others(site: Built, url: str) -> dict[str, str]:
    links = site.page(url).document.iter("link")
    return {link["hreflang"]: link["href"].removeprefix(f"{SITEURL}/") for link in links if link["hreflang"]}


@pytest.mark.parametrize(
    ("french", "dutch"),
    [
        ("actualites/ete/", "nl/nieuws/zomer/"),
        ("agenda/fete/", "nl/agenda/feest/"),
        ("regles/", "nl/regles/"),
    ],
)
def test_versions_name_one_another_whatever_their_addresses(site: Built, french: str, dutch: str) -> None:
    """Search engines show each reader the right one."""
    expected = {"fr": french, "nl": dutch, "x-default": french}

    assert [expected, expected] == [others(site, french), others(site, dutch)]


def test_a_text_is_at_one_address_in_each_language(site: Built) -> None:
    """Nothing of the French version is left where there is a Dutch one."""
    assert (False, False) == (site.has("nl/nieuws/ete/index.html"), site.has("actualites/zomer/index.html"))


def test_a_link_to_a_file_leads_to_the_version_of_the_page(site: Built) -> None:
    """An editor links to the text that they see beside their own."""
    assert {"nl/agenda/feest/", "nl/regles/"} <= set(site.page("nl/nieuws/zomer/").targets)


def test_a_date_has_its_words_in_each_language_and_one_name_in_calendars(site: Built) -> None:
    """Who follows both has it once."""
    french, dutch = site.text("agenda.ics"), site.text("nl/agenda.ics")

    assert ("UID:fete.agenda" in french, "UID:fete.agenda" in dutch) == (True, True)
    assert ("SUMMARY:Feest" in dutch, "LOCATION:Gemeentehuis" in dutch, "Mairie" in dutch) == (
        True,
        True,
        False,
    )


def test_a_topic_without_a_word_in_the_language_says_which_it_is(site: Built) -> None:
    """It stays a topic of the translation."""
    topics = [span for span in site.page("nl/nieuws/zomer/").main.iter("span") if span["lang"] == "fr"]

    assert {"Saisons"} == {" ".join(span.text.split()) for span in topics}


def test_what_introduces_a_section_does_so_in_each_language(site: Built) -> None:
    """It is no page of its own there either."""
    assert ("Kom erbij." in site.page("nl/lid-worden/").main.text, site.has("nl/adherer/index.html")) == (
        True,
        False,
    )
