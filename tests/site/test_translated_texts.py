"""Texts of a site in two languages: each version at its own address, and each knows the other."""

from xml.etree import ElementTree

import pytest
from built_site import SITEURL, SMALLEST_SETTINGS, Built, SiteOf


def text(title: str, body: str, *lines: str) -> str:
    return "\n".join(("---", f"title: {title}", *lines, "---", body, ""))


LANG = "{http://www.w3.org/XML/1998/namespace}lang"
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
    "content/annonces/emploi.md": text(
        "Un emploi", "Trois jours.", "kind: job", "date: 2026-10-01", "expires: 2027-06-30"
    ),
    "content/annonces/stage.md": text(
        "Stage", "Deux mois.", "kind: internship", "date: 2026-11-01", "expires: 2027-06-30"
    ),
    "content/annonces/stage.nl.md": text("Leerplek", "Twee maanden.", "slug: leerplek"),
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


def entries(site: Built, feed: str) -> dict[str, dict[str, str]]:
    """By id the title and the language of each."""
    found = ElementTree.fromstring(site.bytes(feed)).findall("{*}entry")
    return {
        entry.findtext("{*}id", ""): {"title": entry.findtext("{*}title", ""), "lang": entry.get(LANG, "")}
        for entry in found
    }


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


@pytest.mark.parametrize("feed", ["actualites", "annonces"])
def test_a_text_is_one_entry_in_the_feeds_of_all_languages(site: Built, feed: str) -> None:
    """Who follows both reads it once; the first version is called after its own slug."""
    french, dutch = entries(site, f"feeds/{feed}.atom.xml"), entries(site, f"nl/feeds/{feed}.atom.xml")

    assert list(french) == list(dutch)
    assert {id_.rpartition("/")[2] for id_ in french} <= {"ete", "emploi", "stage"}
    assert [entry["title"] for entry in french.values()] != [entry["title"] for entry in dutch.values()]


def test_an_entry_in_another_language_than_its_feed_says_so(site: Built) -> None:
    """RFC 4287, section 2: what says nothing is in the language of the feed."""
    told = {entry["title"]: entry["lang"] for entry in entries(site, "nl/feeds/annonces.atom.xml").values()}

    assert {"Leerplek": "", "Un emploi": "fr"} == told
    assert {""} == {entry["lang"] for entry in entries(site, "feeds/annonces.atom.xml").values()}


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
