"""Content is hostile until proven otherwise: what an editor writes never runs in a visitor's browser.

Pages are parsed here as browsers parse them (html5lib), repairs and all.
"""

from collections import Counter
from collections.abc import Iterator
from urllib.parse import urlsplit
from xml.etree.ElementTree import Element, fromstring

import html5lib
import icalendar
import pytest
from built_site import Built, SiteOf, article, event
from hostile_addresses import FILES as UNSAFE_FILES
from hostile_addresses import TIMES_WRITTEN, UNSAFE
from hostile_site import FILES, SCRIPT, SEEN

SITEURL = "https://a.example"
FORBIDDEN_TAGS = {
    "iframe",
    "object",
    "embed",
    "base",
    "style",
    "frame",
    "applet",
    "template",
    "math",
}
PATTERNS_OF_THE_THEME = {("annuaire/", "template"), ("recherche/", "template")}
"""From which its scripts make entries, results, sentences and choices that can be taken back."""
ADDRESS_ATTRIBUTES = {
    "href",
    "src",
    "action",
    "formaction",
    "data",
    "poster",
    "{http://www.w3.org/1999/xlink}href",
}
SAFE_SCHEMES = {"", "http", "https", "mailto", "tel", "webcal"}


@pytest.fixture(scope="module")
def site(site_of: SiteOf) -> Built:
    return site_of(FILES, siteurl=SITEURL)


@pytest.fixture(scope="module")
def elements(site: Built) -> list[tuple[str, Element]]:
    """Every element of every page, with the address of the page."""
    return [
        (url, element)
        for url in site.urls
        for element in as_a_browser(site.text_of(url)).iter()
        if is_tag(element)
    ]


def as_a_browser(html: str) -> Element:
    return html5lib.parse(html, treebuilder="etree", namespaceHTMLElements=False)


def is_tag(element: Element) -> bool:
    return isinstance(element.tag, str)


def name(element: Element) -> str:
    return element.tag.rpartition("}")[2].lower()


def test_the_attack_is_in_the_pages_as_a_text(site: Built) -> None:
    """It was published, letter by letter: the tests below have something to find."""
    without = [url for url in site.urls if SEEN not in site.text_of(url).replace("&#34;", '"')]

    assert [] == without


def test_the_only_scripts_are_files_of_the_site(elements: list[tuple[str, Element]]) -> None:
    """No inline script, none of another host."""
    scripts = [(url, script) for url, script in elements if name(script) == "script"]
    data = {"application/ld+json", "application/json"}
    inline = [
        (url, s.get("src"))
        for url, s in scripts
        if s.get("type") not in data and (s.text or is_foreign(s.get("src")))
    ]

    assert [] == inline


def is_foreign(src: str | None) -> bool:
    return src is None or urlsplit(src).netloc not in {"", "a.example"}


def test_no_element_has_an_event_handler(elements: list[tuple[str, Element]]) -> None:
    """`onclick` and its sixty sisters."""
    handlers = [(url, name(e), a) for url, e in elements for a in e.attrib if a.lower().startswith("on")]

    assert [] == handlers


def test_no_address_runs_anything(elements: list[tuple[str, Element]]) -> None:
    """`javascript:` and `data:` stay out of links and sources."""
    addresses = [
        (url, a, value) for url, e in elements for a, value in e.attrib.items() if a in ADDRESS_ATTRIBUTES
    ]
    unsafe = [entry for entry in addresses if scheme(entry[2]) not in SAFE_SCHEMES]

    assert [] == unsafe


def scheme(address: str) -> str:
    """As a browser sees it: control characters and spaces do not count."""
    bare = "".join(c for c in address if c > " ")
    head, colon, _ = bare.partition(":")
    return head.lower() if colon and "/" not in head and "?" not in head and "#" not in head else ""


def test_no_element_can_embed_or_restyle_the_page(elements: list[tuple[str, Element]]) -> None:
    """Frames, plug-ins, styles of one's own, another base."""
    forbidden = {(url, name(e)) for url, e in elements if name(e) in FORBIDDEN_TAGS or "style" in e.attrib}
    sent_away = {(url, "meta refresh") for url, e in elements if e.get("http-equiv", "").lower() == "refresh"}

    assert (PATTERNS_OF_THE_THEME, set()) == (forbidden, sent_away)


def test_forms_stay_on_the_site(elements: list[tuple[str, Element]]) -> None:
    """Nothing a visitor types goes elsewhere."""
    away = [
        (url, f.get("action")) for url, f in elements if name(f) == "form" and is_foreign(f.get("action", ""))
    ]

    assert [] == away


def test_each_page_keeps_one_head_and_its_landmarks(site: Built) -> None:
    """`</title></head>` in a name ends neither."""
    counts = {url: landmarks(as_a_browser(site.text_of(url))) for url in site.urls}

    assert {(1, 1, 1)} == set(counts.values())


def landmarks(document: Element) -> tuple[int, int, int]:
    tags = Counter(name(element) for element in document.iter() if is_tag(element))
    return tags["head"], tags["main"], tags["h1"]


def test_a_text_of_the_editor_takes_no_place_of_the_page(site: Built) -> None:
    """An `id` in Markdown may not become the target of the page's own links."""
    doubled = {url: [i for i, n in Counter(site.page(url).ids).items() if n > 1] for url in site.urls}

    assert {} == {url: ids for url, ids in doubled.items() if ids}


def test_expressions_of_the_template_language_are_never_computed(site: Built) -> None:
    """1337 × 3 is 4011: the text shows the question, not the answer."""
    files = [file for file in site.files if b"4011" in site.bytes(file)]

    assert [] == files


def test_the_feed_is_well_formed_and_carries_no_script(site: Built) -> None:
    """Its HTML is the sanitised one, as a text of the XML."""
    feed = fromstring(site.bytes("feeds/actualites.atom.xml"))
    contents = [
        e.text or "" for e in feed.iter() if e.get("type") == "html" and name(e) in {"content", "summary"}
    ]

    assert contents and [] == list(executable(contents))


def executable(html: list[str]) -> Iterator[str]:
    for element in (element for text in html for element in as_a_browser(text).iter() if is_tag(element)):
        if name(element) in FORBIDDEN_TAGS | {"script"} or any(
            a.lower().startswith("on") for a in element.attrib
        ):
            yield name(element)


def test_the_sitemap_is_well_formed(site: Built) -> None:
    """Whatever files are called."""

    assert fromstring(site.bytes("sitemap.xml")).tag.endswith("urlset")


def test_a_calendar_has_no_more_dates_than_were_written(site_of: SiteOf) -> None:
    """A line break in a title does not begin a new property."""
    title = '"Fête\\r\\nEND:VEVENT\\r\\nBEGIN:VEVENT\\r\\nATTACH:https://evil.example"'
    site = site_of({"content/agenda/fete.md": event(title)}, may_fail=True)
    refused = site.code == 1 and "content/agenda/fete.md:2:" in site.said

    assert refused or 1 == len(icalendar.Calendar.from_ical(site.bytes("agenda.ics")).walk("VEVENT"))


def test_every_unsafe_address_is_refused(site_of: SiteOf) -> None:
    """In every field that holds one, and in Markdown."""
    site = site_of(UNSAFE_FILES, may_fail=True)
    places = Counter(folder_of(problem.split(":")[0]) for problem in site.problems)
    expected = {where: count * len(UNSAFE) for where, count in TIMES_WRITTEN.items()}

    assert (1, expected) == (site.code, dict(places))


def folder_of(file: str) -> str:
    return file.rpartition("/")[0] or file


ESCAPES = {
    "members.yaml": """\
members:
  - {id: ../dehors, name: M}
  - {id: /etc, name: M}
  - {id: .., name: M}
""",
    "commissions.yaml": "commissions:\n  - {id: ../../dehors, name: C}\n",
    "content/actualites/a.md": article("A", slug="../dehors"),
    "content/agenda/e.md": event("E", slug="..%2fdehors"),
    "content/pages/p.md": "---\ntitle: P\nslug: /etc/passwd\nimage: ../../../secret.png\nimage_alt: x\n---\n",
    "content/pages/q.md": "---\ntitle: Q\nsave_as: ../dehors.html\n---\n![x](../../../secret.png)\n",
}


def test_an_address_that_leads_out_of_the_site_is_refused(site_of: SiteOf) -> None:
    """Slugs, ids and images with `..` are mistakes with a line, and nothing is written anywhere."""
    site = site_of(ESCAPES, may_fail=True)
    places = sorted({problem.split(": ")[0].rpartition(":")[0] for problem in site.problems})
    expected = [
        "commissions.yaml:2",
        "content/actualites/a.md:4",
        "content/agenda/e.md:5",
        "content/pages/p.md:3",
        "content/pages/p.md:4",
        "content/pages/q.md:3",
        "content/pages/q.md:5",
        "members.yaml:2",
        "members.yaml:3",
        "members.yaml:4",
    ]

    assert (1, expected, False) == (site.code, places, site.folder.exists())


def test_the_script_of_the_attack_is_in_no_page_unescaped(site: Built) -> None:
    """The plainest check of all."""

    assert [] == [url for url in site.urls if SCRIPT in site.text_of(url)]
