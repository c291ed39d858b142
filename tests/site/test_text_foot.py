"""At the foot of every text: where to tell that it is wrong, and how to hand it on, without anybody else."""

import re
from urllib.parse import parse_qs, urlsplit

import pytest
from built_site import SITEURL, SMALLEST_SETTINGS, Built, SiteOf, article, event, sheet
from html_pages import Element

MEMBERS = "members:\n  - {id: beta, name: Bêta}\n  - {id: alpha, name: Alpha}\n"
FILES = {
    "members.yaml": MEMBERS,
    "commissions.yaml": "commissions:\n  - {id: normes, name: Normes}\n",
    "content/actualites/2026/une.md": article("Une & deux"),
    "content/agenda/fete.md": event("Une fête"),
    "content/annonces/stage.md": sheet(
        {"title": "Un stage", "kind": "internship", "expires": "2026-12-31"}, "Un texte."
    ),
    "content/comptes-rendus/2026-11-03.md": sheet(
        {"commission": "normes", "title": "Décisions"}, "Un texte."
    ),
    "content/pages/à propos.md": sheet({"title": "À propos", "slug": "a-propos"}, "Un texte."),
    "content/pages/faq.md": sheet({"title": "Questions", "template": "faq"}, "## Où ?\n\nIci."),
    "content/pages/mots.md": sheet({"title": "Mots", "template": "glossary"}, "## Mot\n\nUn sens."),
    "content/pages/outils.md": sheet(
        {
            "title": "Outils",
            "template": "resources",
            "resources": "[{title: Un, url: 'https://a.example/'}]",
        },
        "",
    ),
}
TEXTS = {
    "actualites/une/": "content/actualites/2026/une.md",
    "agenda/fete/": "content/agenda/fete.md",
    "annonces/stage/": "content/annonces/stage.md",
    "commissions/normes/comptes-rendus/2026-11-03/": "content/comptes-rendus/2026-11-03.md",
    "a-propos/": "content/pages/%C3%A0%20propos.md",
    "faq/": "content/pages/faq.md",
    "mots/": "content/pages/mots.md",
    "outils/": "content/pages/outils.md",
    "annuaire/alpha/": "members.yaml#L3",
}
FORGE = "https://github.com/essai/site"

each_text = pytest.mark.parametrize("url", sorted(TEXTS))


def identity(**parts: str) -> dict[str, str]:
    return {
        "pelicanconf.py": SMALLEST_SETTINGS.replace('{"name": "Essai"}', repr({"name": "Essai", **parts}))
    }


@pytest.fixture(scope="module")
def in_forge(site_of: SiteOf) -> Built:
    return site_of({**FILES, **identity(repository=FORGE, email="a@essai.example")}, SITEURL)


@pytest.fixture(scope="module")
def by_letter(site_of: SiteOf) -> Built:
    return site_of({**FILES, **identity(email="a@essai.example")}, SITEURL)


@pytest.fixture(scope="module")
def alone(site_of: SiteOf) -> Built:
    """Without repository, e-mail address or address of its own."""
    return site_of(FILES)


def foot(site: Built, url: str) -> Element:
    (found,) = site.page(url).main.with_class("fix")
    return found


@each_text
def test_a_mistake_can_be_mended_where_the_text_is_written(in_forge: Built, url: str) -> None:
    """The file, and of a member the line where its entry begins."""
    assert f"{FORGE}/blob/HEAD/{TEXTS[url]}" == in_forge.page(url).link("Signaler une erreur")


@each_text
def test_without_a_repository_a_letter_names_the_page(by_letter: Built, url: str) -> None:
    """Its subject and its address are written."""
    letter = urlsplit(by_letter.page(url).link("Signaler une erreur"))
    said, title = parse_qs(letter.query, strict_parsing=True), by_letter.page(url).main.first("h1").text

    assert ("mailto", "a@essai.example") == (letter.scheme, letter.path)
    assert [f"Erreur sur la page\u00a0: {title}"] == said["subject"]
    assert said["body"][0].startswith(f"{SITEURL}/{url}\r\n\r\n")


@each_text
def test_without_either_there_is_nobody_to_tell(alone: Built, url: str) -> None:
    """Nor a link that leads nowhere; all that is left is for the script to show."""
    shown = foot(alone, url)

    assert [] == list(shown.iter("a"))
    assert "hidden" in shown.attributes


@each_text
def test_a_page_is_handed_on_by_letter(by_letter: Built, url: str) -> None:
    """To whomever one likes, with title and address; once the site has one."""
    letter = urlsplit(by_letter.page(url).link("Partager par courriel"))
    title = by_letter.page(url).main.first("h1").text

    assert ("mailto", "") == (letter.scheme, letter.path)
    assert {"subject": [title], "body": [f"{SITEURL}/{url}"]} == parse_qs(letter.query, strict_parsing=True)
    assert "hidden" not in foot(by_letter, url).attributes


@each_text
def test_the_button_that_copies_waits_for_its_script(alone: Built, url: str) -> None:
    """Without JavaScript nobody sees it; with it, what became of it is said aloud."""
    (button,) = foot(alone, url).iter("button")
    status = [span["role"] for span in foot(alone, url).iter("span")]
    scripts = [script["src"] for script in alone.page(url).document.iter("script")]

    assert ("hidden" in button.attributes, ["status"]) == (True, status)
    assert any(re.search(r"theme/[0-9a-f]{8}/share\.js$", source) for source in scripts)


def test_a_list_has_no_such_foot(in_forge: Built) -> None:
    """It is no text of somebody's."""
    lists = ("", "actualites/", "agenda/", "annuaire/", "commissions/", "commissions/normes/")

    assert [] == [url for url in lists if in_forge.page(url).main.with_class("fix")]


def test_words_are_those_of_the_language(site_of: SiteOf) -> None:
    """In Dutch as well."""
    settings = identity(email="a@essai.example")["pelicanconf.py"].replace('"fr"', '"nl"')
    page = site_of({**FILES, "pelicanconf.py": settings}, SITEURL).page("nieuws/une/")

    assert page.link("Een fout melden").startswith("mailto:a@essai.example?subject=Fout%20op%20de%20pagina")
    assert page.link("Delen per e-mail").startswith("mailto:?subject=Une")
