"""An association on its first day: nothing is missing that the others have."""

import pytest
from built_site import Built, SiteOf, article, event
from site_links import Published

MEMBERS = "members:\n  - {id: alpha, name: Alpha}\n"
UNNAMED = "members:\n  - {id: ana, name: Ana Ruiz, kind: person}\n  - {id: b, name: Bêta, listed: false}\n"
COMMISSIONS = "commissions:\n  - {id: fete, name: Fête}\n"
SECTIONS = ("annuaire/", "commissions/", "agenda/", "actualites/", "annonces/", "404.html")
BEGINNINGS = {
    "nothing at all": {},
    "only members": {"members.yaml": MEMBERS},
    "only members who are not named": {"members.yaml": UNNAMED},
    "only a commission": {"commissions.yaml": COMMISSIONS},
    "only a board": {"commissions.yaml": "commissions: [{id: ca, name: Conseil, governance: true}]\n"},
    "only a director": {"commissions.yaml": "people: [{id: d, name: Di Modèle, consent: 2026-01-01}]\n"},
    "only an event": {"content/agenda/fete.md": event("Fête")},
    "only an article": {"content/actualites/un.md": article("Un")},
    "files that say nothing": {
        "members.yaml": "# à remplir\n",
        "commissions.yaml": "commissions: []\n",
        "content/pages/vide.md": "---\ntitle: Vide\n---\n",
    },
}


@pytest.fixture(scope="module", params=BEGINNINGS.values(), ids=BEGINNINGS.keys())
def beginning(request: pytest.FixtureRequest, site_of: SiteOf) -> Built:
    return site_of(request.param)


def test_it_has_a_site(beginning: Built) -> None:
    """Built without a word."""

    assert (0, "", True) == (beginning.code, beginning.said, beginning.has(""))


def test_its_pages_lead_to_nothing_that_is_missing(beginning: Built) -> None:
    """An empty section is not announced, or says that it is empty."""
    published = Published(beginning, "https://a.example/")

    assert {} == {url: gone for url in beginning.urls if (gone := published.broken(beginning.page(url)))}


def test_no_list_is_without_words(beginning: Built) -> None:
    """« Rien pour l'instant » is a sentence too: each section says more than its heading."""
    sections = [url for url in beginning.urls if url in SECTIONS]
    silent = [url for url in sections if words_below_heading(beginning, url) == ""]

    assert sections and [] == silent


def words_below_heading(site: Built, url: str) -> str:
    page = site.page(url)
    return page.main.text.replace(page.document.first("h1").text, "", 1).strip()


def test_no_list_is_empty(beginning: Built) -> None:
    """A list without items is announced by screen readers all the same."""
    empty = [
        (url, element.tag)
        for url in beginning.urls
        for element in beginning.page(url).document.iter("ul", "ol", "dl", "table", "nav")
        if not element.text
    ]

    assert [] == empty
