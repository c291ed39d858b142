"""A site in several languages: each page in each of them, and each knows where the others are."""

import xml.etree.ElementTree as ET

import pytest
from built_site import SITEURL, SMALLEST_SETTINGS, Built, SiteOf
from html_pages import Element

SETTINGS = (
    SMALLEST_SETTINGS
    + """\
LANGUAGES = ["fr", "nl", "en"]
LANGUAGE_ADDRESSES = {"en": {"DIRECTORY_URL": "who-is-who/"}}
ASSOCIATION = {"name": {"fr": "Union", "nl": "Bond", "en": "League"}}
"""
)
MEMBERS = """\
skills:
  - {id: web, name: {fr: Sites web, nl: Websites, en: Websites}}
towns:
  - {id: lens, name: Lens, lat: 50.43, lon: 2.83}
members:
  - id: alpha
    name: Alpha
    town: lens
    summary: {fr: Répare les ordinateurs., nl: Herstelt computers.}
    skills: [web]
  - {id: beta, name: Bêta, summary: Vend des machines., skills: [web]}
"""
COMMISSIONS = """\
commissions:
  - id: fete
    name: {fr: Fête, nl: Feest, en: Party}
    mission: Tout préparer.
    meetings:
      - {title: {fr: Réunion, nl: Vergadering, en: Meeting}, start: 2026-12-01 18:30, duration: 2h}
"""
ARTICLE = """\
---
title: L’été approche
date: 2026-11-01
summary: Il fait chaud.
---
Voir [les statuts](/statuts/).
"""
EVENT = """\
---
title: Visite
start: 2026-12-02 10:00
duration: 1h
kind: {fr: atelier, nl: workshop, en: workshop}
---
"""
PAGE = "---\ntitle: Statuts\n---\nArticle premier.\n"


def sheet(title: str, text: str) -> str:
    return f"---\ntitle: {title}\ndate: 2026-11-02\n---\n{text}\n"


LANG = "{http://www.w3.org/XML/1998/namespace}lang"
FILES = {
    "pelicanconf.py": SETTINGS,
    "members.yaml": MEMBERS,
    "commissions.yaml": COMMISSIONS,
    "content/actualites/ete.md": ARTICLE,
    "content/pages/statuts.md": PAGE,
    "content/agenda/visite.md": EVENT,
    "content/agenda/visite.nl.md": "---\ntitle: Bezoek\nslug: bezoek\n---\nKom kijken.\n",
    "content/actualites/hiver.md": sheet("L’hiver", "Voir [l’été]({filename}ete.md) et [ici](/annuaire/)."),
    "content/actualites/hiver.nl.md": "---\ntitle: De winter\nslug: winter\n---\nZie [hier](/annuaire/).\n",
    "content/pages/annuaire.md": "---\ntitle: Nos membres\n---\n",
    "content/pages/annuaire.nl.md": "---\ntitle: Onze leden\n---\n",
}


@pytest.fixture(scope="module")
def site(site_of: SiteOf) -> Built:
    return site_of(FILES, siteurl=SITEURL)


def alternates(site: Built, url: str) -> dict[str, str]:
    links = site.page(url).document.iter("link")
    return {link["hreflang"]: link["href"].removeprefix(f"{SITEURL}/") for link in links if link["hreflang"]}


def tongues(site: Built, url: str) -> dict[str, str]:
    """Where the choice of languages leads."""
    page = site.page(url)
    return {a["hreflang"]: page.target(a["href"]) for a in page.document.iter("a") if a["hreflang"]}


@pytest.mark.parametrize(
    "same",
    [
        ("", "nl/", "en/"),
        ("annuaire/", "nl/ledengids/", "en/who-is-who/"),
        ("annuaire/alpha/", "nl/ledengids/alpha/", "en/directory/alpha/"),
        ("annuaire/competences/web/", "nl/ledengids/diensten/web/", "en/directory/services/web/"),
        ("annuaire/lieux/lens/", "nl/ledengids/plaatsen/lens/", "en/directory/places/lens/"),
        ("commissions/fete/", "nl/werkgroepen/fete/", "en/committees/fete/"),
        ("agenda/", "nl/agenda/", "en/events/"),
        ("agenda/2026/12/", "nl/agenda/2026/12/", "en/events/2026/12/"),
        ("actualites/ete/", "nl/nieuws/ete/", "en/news/ete/"),
        ("statuts/", "nl/statuts/", "en/statuts/"),
        ("actualites/hiver/", "nl/nieuws/winter/", "en/news/hiver/"),
        ("agenda/visite/", "nl/agenda/bezoek/", "en/events/visite/"),
        ("agenda/par/type/atelier/", "nl/agenda/op/soort/workshop/", "en/events/by/type/workshop/"),
    ],
)
def test_pages_of_the_same_name_one_another(site: Built, same: tuple[str, str, str]) -> None:
    """Each names all, itself too, and the first language for whoever reads none."""
    expected = dict(zip(("fr", "nl", "en"), same, strict=True)) | {"x-default": same[0]}

    assert [expected] * 3 == [alternates(site, url) for url in same]


def test_what_a_page_names_as_its_like_names_it(site: Built) -> None:
    """Search engines believe no other."""
    pages = [url for url in site.urls if alternates(site, url)]

    assert [] == [
        (url, other)
        for url in pages
        for other in alternates(site, url).values()
        if url not in alternates(site, other).values()
    ]


def test_the_choice_of_languages_leads_to_the_same_page(site: Built) -> None:
    """Not to the home page."""
    assert {"fr": "annuaire/alpha/", "en": "en/directory/alpha/"} == tongues(site, "nl/ledengids/alpha/")


def test_all_pages_exist_in_all_languages(site: Built) -> None:
    """Nothing is hidden from who reads another language."""
    every = [url for url in site.urls if not url.startswith(("nl/", "en/"))]

    assert [] == [url for url in every if len(tongues(site, url)) != 2]
    assert len(every) == len([url for url in site.urls if url.startswith("nl/")])


def spoken(element: Element, language: str) -> list[tuple[str, str]]:
    """Each piece of text with the language that it is said to be in."""
    own = element["lang"] or language
    found = [(own, " ".join(piece.split())) for piece in element.children if isinstance(piece, str)]
    return [
        *found,
        *(pair for child in element.children if isinstance(child, Element) for pair in spoken(child, own)),
    ]


@pytest.mark.parametrize(
    ("url", "words"),
    [
        ("nl/ledengids/beta/", "Vend des machines."),
        ("nl/ledengids/", "Vend des machines."),
        ("nl/werkgroepen/fete/", "Tout préparer."),
        ("nl/nieuws/", "Il fait chaud."),
        ("nl/nieuws/ete/", "L’été approche"),
        ("nl/statuts/", "Article premier."),
        ("en/directory/alpha/", "Répare les ordinateurs."),
    ],
)
def test_what_nobody_has_translated_is_there_and_says_its_language(site: Built, url: str, words: str) -> None:
    """WCAG 3.1.2."""
    every = spoken(site.page(url).document.first("body"), url.partition("/")[0])

    assert {"fr"} == {language for language, piece in every if piece == words}


def test_a_text_is_in_the_language_of_the_page_where_somebody_has_translated_it(site: Built) -> None:
    """What it does not say again, such as its date, is that of the first one."""
    dutch, english = site.page("nl/nieuws/winter/"), site.page("en/news/hiver/")

    assert ("De winter", "L’hiver") == (dutch.main.first("h1").text, english.main.first("h1").text)
    assert "2026-11-02" in dutch.days
    assert "bestaat alleen" not in dutch.main.text


def test_a_text_and_its_translation_are_one_in_lists(site: Built) -> None:
    """Nobody reads the same news twice."""
    says = site.page("nl/nieuws/").main.text

    assert (True, False) == ("De winter" in says, "L’hiver" in says)


def test_the_site_has_the_name_of_the_association_in_each_language(site: Built) -> None:
    """Where its name is written by language; else the name of the site is the same everywhere."""
    brands = [site.page(url).document.with_class("brand")[0].text for url in ("", "nl/", "en/")]

    assert ["Union", "Bond", "League"] == brands


def test_what_introduces_a_section_does_so_in_each_language(site: Built) -> None:
    """By the name of the first version."""
    assert ["Nos membres", "Onze leden", "Nos membres"] == [
        site.page(url).main.first("h1").text for url in ("annuaire/", "nl/ledengids/", "en/who-is-who/")
    ]


def test_a_text_in_another_language_says_so_above(site: Built) -> None:
    """Before somebody begins to read."""
    assert "Deze tekst bestaat alleen in het Frans." in site.page("nl/statuts/").main.text


def test_what_has_its_words_in_its_tag_says_its_language_too(site: Built) -> None:
    """The title in the tab, the summary for search engines."""
    head = site.page("nl/nieuws/ete/").document.first("head")
    description = next(meta for meta in head.iter("meta") if meta["name"] == "description")

    assert ("fr", "fr", "Il fait chaud.") == (
        head.first("title")["lang"],
        description["lang"],
        description["content"],
    )


def test_links_of_a_text_stay_in_the_language_of_the_page(site: Built) -> None:
    """Also of a text that nobody has translated."""
    assert "nl/statuts/" in site.page("nl/nieuws/ete/").targets


def test_calendars_feeds_and_data_speak_each_language(site: Built) -> None:
    """Under the names that they have everywhere."""
    said = {"": "Réunion", "nl/": "Vergadering", "en/": "Meeting"}

    assert [] == [at for at, words in said.items() if words not in site.text(f"{at}agenda.ics")]
    assert ["fr", "nl", "en"] == [
        ET.fromstring(site.bytes(f"{at}feeds/agenda.atom.xml")).get(LANG) for at in said
    ]
    assert ["Fête", "Feest", "Party"] == [
        site.json(f"{at}data/v1/commissions.json")["commissions"][0]["name"] for at in said
    ]


def test_news_in_another_language_than_their_feed_say_so(site: Built) -> None:
    """RFC 4287, section 2: what says nothing is in the language of the feed."""
    news = ET.fromstring(site.bytes("nl/feeds/actualites.atom.xml")).findall("{*}entry")
    told = {entry.findtext("{*}title", ""): entry.get(LANG, "") for entry in news}

    assert {"De winter": "", "L’été approche": "fr"} == told


def uids(calendar: str) -> list[str]:
    return [line for line in calendar.splitlines() if line.startswith("UID:")]


def test_a_date_is_the_same_in_every_language(site: Built) -> None:
    """Whoever follows two of the calendars sees it once."""
    assert (
        uids(site.text("agenda.ics")) == uids(site.text("nl/agenda.ics")) == uids(site.text("en/agenda.ics"))
    )


def test_the_sitemap_lists_all_pages_and_what_they_are_in_other_languages(site: Built) -> None:
    """One for all languages."""
    names = {"s": "http://www.sitemaps.org/schemas/sitemap/0.9", "x": "http://www.w3.org/1999/xhtml"}
    found = {
        url.findtext("s:loc", "", names): {link.get("hreflang") for link in url.findall("x:link", names)}
        for url in ET.fromstring(site.bytes("sitemap.xml")).findall("s:url", names)
    }

    assert {"fr", "nl", "en", "x-default"} == found[f"{SITEURL}/nl/ledengids/alpha/"]
    assert not site.has("nl/sitemap.xml")


def test_a_lost_visitor_reads_the_language_of_the_folder(site: Built) -> None:
    """Hosts that look for the nearest 404.html find it."""
    assert "nl" == site.page("nl/404.html").document.first("html")["lang"]


def test_revisions_of_all_calendars_are_told_in_one_file(site: Built) -> None:
    """A change of the Dutch title is none of the French one."""
    told = [each["uid"] for each in site.json("data/v1/revisions.json")["revisions"]]

    assert len(told) == 3 * len({uid.split(" ")[0] for uid in told})


def test_pages_name_one_another_before_the_site_has_a_home(site_of: SiteOf) -> None:
    """From where they are."""
    page = site_of(FILES).page("nl/ledengids/alpha/")
    links = (link for link in page.document.iter("link") if link["hreflang"])

    assert {
        "fr": "annuaire/alpha/",
        "nl": "nl/ledengids/alpha/",
        "en": "en/directory/alpha/",
        "x-default": "annuaire/alpha/",
    } == {link["hreflang"]: page.target(link["href"]) for link in links}


def test_a_site_of_one_language_offers_no_choice(site_of: SiteOf) -> None:
    """Nor says that it has others."""
    own = {name: text for name, text in FILES.items() if ".nl." not in name}
    one = site_of({**own, "pelicanconf.py": SMALLEST_SETTINGS}, siteurl=SITEURL)

    assert ({}, {}) == (alternates(one, "annuaire/"), tongues(one, "annuaire/"))
