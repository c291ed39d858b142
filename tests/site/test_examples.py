"""The four other associations: whole sites, in all their languages."""

import re
import xml.etree.ElementTree as ET
from collections import Counter
from collections.abc import Iterator

import pytest
from built_site import EXAMPLES, REPOSITORY, Built, Example
from html_pages import UNSEEN, Element, Page
from site_links import Published
from test_links import foreign_addresses

LANGUAGES = {"blits": ("fr", "nl", "en"), "upbto": ("fr", "nl")}
"""Of the sites that have several; the first is at the root."""
SAID_IN_TAGS = ("alt", "aria-label", "title", "placeholder")
STOP_WORDS = {
    "fr": "des une est sont dans pour avec sur aux que qui nous vous leur cette chez plus mais ses"
    " aucun aucune réunion réunions prochaine prochain tous toutes depuis",
    "nl": "het een van voor niet zijn wordt worden ook naar maar deze hun geen bij alle"
    " vergadering vergaderingen volgende",
    "en": "the and with this that are from which their not you all meeting meetings next",
}
"""Words that each language cannot do without and the two others do not have."""
SPACED = re.compile(r"\s[:;!?](?!\w)")
"""What only French sets with a blank before it."""
OF_A_WORD = set("sujets onderwerpen topics public publiek audience type soort".split())
"""In addresses of lists by a word that editors write in each language: a topic, an audience, a kind."""
LONGEST_SETTINGS = 20


def published(site: Built, name: str) -> Published:
    return Published(site, f"https://{name}.example/")


@pytest.mark.parametrize("name", EXAMPLES)
def test_every_link_of_an_example_leads_somewhere(example: Example, name: str) -> None:
    """Fragments too."""
    at = published(example(name), name)
    broken = {url: missing for url in at.site.urls if (missing := at.broken(at.site.page(url)))}

    assert {} == broken


@pytest.mark.parametrize("name", EXAMPLES)
def test_an_example_loads_nothing_from_another_host(example: Example, name: str) -> None:
    """Whatever its editors wrote."""
    at = published(example(name), name)

    assert [] == [(url, one) for url in at.site.urls for one in foreign_addresses(at, at.site.page(url))]


@pytest.mark.parametrize("name", EXAMPLES)
def test_an_example_says_at_the_foot_of_each_page_that_it_is_one(example: Example, name: str) -> None:
    """In the language of the page."""
    words = {"fr": "émonstration", "nl": "emonstrati", "en": "emonstration"}
    site = example(name)
    pages = {url: site.page(url).document for url in site.urls}

    assert [] == [
        url
        for url, page in pages.items()
        if words[page.first("html")["lang"]] not in [*page.iter("footer")][-1].text
    ]


@pytest.mark.parametrize("name", EXAMPLES)
def test_an_example_needs_few_settings(name: str) -> None:
    """DESIGN section 3 promises twenty lines."""
    settings = (REPOSITORY / "examples" / name / "pelicanconf.py").read_text(encoding="utf-8")

    assert len(settings.splitlines()) <= LONGEST_SETTINGS


def language_of(url: str, languages: tuple[str, ...]) -> str:
    folder = url.partition("/")[0]
    return folder if folder in languages[1:] else languages[0]


def alternates(page: Page, name: str) -> dict[str, str]:
    links = (link for link in page.document.iter("link") if link["hreflang"])
    return {link["hreflang"]: link["href"].removeprefix(f"https://{name}.example/") for link in links}


def indexed(site: Built, name: str) -> set[str]:
    """Pages of the sitemap: neither 404.html nor a section that has nothing yet."""
    locations = ET.fromstring(site.bytes("sitemap.xml")).iterfind("{*}url/{*}loc")
    return {(one.text or "").removeprefix(f"https://{name}.example/") for one in locations}


@pytest.mark.parametrize("name", LANGUAGES)
def test_every_page_is_there_in_every_language(example: Example, name: str) -> None:
    """As many in each; and each names its like, which names it, but lists of a word that only one has."""
    site, languages = example(name), LANGUAGES[name]
    count = Counter(language_of(url, languages) for url in site.urls)
    named = {url: alternates(site.page(url), name) for url in indexed(site, name)}
    paired = {url: one for url, one in named.items() if not OF_A_WORD & set(url.split("/"))}

    assert {count[languages[0]]} == set(count.values())
    assert {(*sorted(languages), "x-default")} == {tuple(sorted(one)) for one in paired.values()}
    assert [] == [(url, other) for url, one in named.items() for other in one.values() if named[other] != one]


@pytest.mark.parametrize(("name", "language"), [(name, one) for name in LANGUAGES for one in LANGUAGES[name]])
def test_every_page_is_reached_from_the_home_page_of_its_language(
    example: Example, name: str, language: str
) -> None:
    """Without leaving that language."""
    site, languages = example(name), LANGUAGES[name]
    pages = {url for url in indexed(site, name) if language_of(url, languages) == language}
    ahead = ["" if language == languages[0] else f"{language}/"]
    reached = set(ahead)
    while ahead:
        found = (site.page(ahead.pop()).targets & pages) - reached
        reached |= found
        ahead += found

    assert pages == reached


def spoken(element: Element, language: str) -> Iterator[tuple[str, str]]:
    """What is read or heard, each piece with the language that it is said to be in."""
    own = element["lang"] or language
    yield from ((own, element[name]) for name in SAID_IN_TAGS if element[name])
    for child in element.children:
        if isinstance(child, str):
            yield own, child
        elif child.tag not in UNSEEN:
            yield from spoken(child, own)


def strangers(page: Page) -> list[str]:
    """Words of another language than the one they are said to be in."""
    found = []
    for language, piece in spoken(page.document.first("body"), page.document.first("html")["lang"]):
        others = {word for one, words in STOP_WORDS.items() if one != language for word in words.split()}
        found += [f"{word} in “{' '.join(piece.split())}”" for word in others & set(piece.lower().split())]
    return found


def french_marks(page: Page) -> list[str]:
    """Pieces that set a colon, a semicolon… as French does."""
    pieces = spoken(page.document.first("html"), page.document.first("html")["lang"])
    return [piece for language, piece in pieces if language != "fr" and SPACED.search(piece)]


@pytest.mark.parametrize("name", LANGUAGES)
def test_only_french_sets_a_blank_before_a_colon(example: Example, name: str) -> None:
    """What joins two names too: in titles of maps, in what only screen readers say."""
    site = example(name)
    found = {url: pieces for url in site.urls if (pieces := french_marks(site.page(url)))}

    assert {} == found


@pytest.mark.parametrize("name", LANGUAGES)
def test_no_word_of_another_language_is_left_on_a_page_but_where_marked(example: Example, name: str) -> None:
    """Dutch pages in Dutch: menus, dates, figures, texts."""
    site = example(name)
    found = {url: words for url in site.urls if (words := strangers(site.page(url)))}

    assert {} == found


@pytest.mark.parametrize("name", LANGUAGES)
def test_feeds_and_calendars_of_a_language_speak_it(example: Example, name: str) -> None:
    """As many entries in each."""
    site, languages = example(name), LANGUAGES[name]
    folders = ["", *(f"{language}/" for language in languages[1:])]
    feeds = [ET.fromstring(site.bytes(f"{folder}feeds/actualites.atom.xml")) for folder in folders]
    calendars = [site.text(f"{folder}agenda.ics") for folder in folders]
    titles = [feed.findtext("{*}entry/{*}title") for feed in feeds]
    summaries = [next(line for line in one.splitlines() if line.startswith("SUMMARY")) for one in calendars]

    assert list(languages) == [feed.get("{http://www.w3.org/XML/1998/namespace}lang") for feed in feeds]
    assert 1 == len({len(feed.findall("{*}entry")) for feed in feeds})
    assert 1 == len({one.count("BEGIN:VEVENT") for one in calendars})
    assert len(languages) == len(set(titles)) == len(set(summaries))


@pytest.mark.parametrize("name", LANGUAGES)
def test_hosts_are_told_of_the_feeds_and_data_of_every_language(example: Example, name: str) -> None:
    """Other sites may read the data of each."""
    told = example(name).text("_headers").splitlines()
    folders = ["", *(f"{language}/" for language in LANGUAGES[name][1:])]

    assert [f"/{folder}{of}/*" for folder in folders for of in ("feeds", "data")] == [
        line for line in told if line.endswith(("feeds/*", "data/*"))
    ]


def test_a_home_page_calls_its_groups_what_its_editors_call_them(example: Example) -> None:
    """The title of the page that introduces them; « groupe de travail », their kind, names but one."""

    assert "2 Les groupes de travail" in example("cio-club").page("").headings
