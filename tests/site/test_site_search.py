"""The search of the whole site as it is built: the way to it, what it finds, what it is without script."""

import json
from collections.abc import Iterator
from itertools import accumulate
from pathlib import PurePosixPath

import pytest
from built_site import SMALLEST_SETTINGS, Built, SiteOf, article, sheet

SETTINGS = (
    SMALLEST_SETTINGS + 'LANGUAGES = ["fr", "nl"]\nASSOCIATION = {"name": "Essai", "email": "a@b.example"}\n'
)
MEMBERS = """\
types:
  - {id: pro, name: Professionnel, plural: Professionnels}
skills:
  - {id: reseaux, name: Réseaux, plural: Installateurs, synonyms: [wifi]}
towns:
  - {id: lens, name: Lens, postal_code: "62300"}
members:
  - id: atelier
    name: Atelier
    summary: Pose des prises.
    description: "Et des [câbles](https://a.example/secretchemin)."
    skills: [reseaux]
    town: lens
    type: pro
    interns: true
    people:
      - {name: Ana Consentante, consent: 2026-01-01}
      - {name: Bob Discret}
partners:
  - {id: ami, name: Amitié, country: FR, description: De loin.}
"""
COMMISSIONS = """\
people:
  - {id: zoe, name: Zoé Consentante, role: Trésorière, consent: 2026-01-01}
commissions:
  - id: fete
    name: Fête
    kind: commission
    mission: Tout préparer.
    meetings:
      - start: 2026-12-01 18:30
        duration: 2h
        repeat: {every: month, on: first tuesday, count: 3}
        cancelled_on: [2026-12-01]
"""


def dated(title: str, start: str) -> str:
    return sheet({"title": title, "start": start, "duration": "1h"}, "Avec du thé.")


def offer(title: str, kind: str, **more: str) -> str:
    return sheet({"title": title, "kind": kind, "expires": "2026-12-30", **more}, "Deux mois.")


def lasting(title: str, template: str, text: str) -> str:
    return sheet({"title": title, "template": template}, text)


HIDDEN = "<!-- notecachée --> avec <b hidden>cachette</b>"
FILES = {
    "pelicanconf.py": SETTINGS,
    "members.yaml": MEMBERS,
    "commissions.yaml": COMMISSIONS,
    "content/actualites/une.md": article(
        "Une nouvelle",
        f"Un *texte* {HIDDEN} [le plan](../documents/plan-du-hall.pdf).",
        tags="[jardin]",
        date="2026-11-01",
    ),
    "content/actualites/brouillon.md": article("Pas encore", "brouillonsecret", status="draft"),
    "content/agenda/passe.md": dated("Ancien", "2025-01-05 10:00"),
    "content/agenda/ag.md": dated("Assemblée générale", "2026-12-03 19:00"),
    "content/agenda/loin.md": dated("Lointain", "2028-01-05 10:00"),
    "content/annonces/fini.md": offer("Poste pourvu", "job", offer_status="filled"),
    "content/annonces/stage.md": offer("Un écran", "internship"),
    "content/comptes-rendus/fete.md": sheet({"commission": "fete", "date": "2026-11-02"}, "Ballons."),
    "content/pages/questions.md": lasting("Questions", "faq", "## Combien ?\n\nCent euros.\n"),
    "content/pages/mots.md": lasting("Mots", "glossary", "## ESN : entreprise\n\nQui sert.\n"),
    "content/documents/plan-du-hall.pdf": b"%PDF-1.4\n%%EOF\n",
    "content/documents/jamais.pdf": b"%PDF-1.4\n%%EOF\n",
}


@pytest.fixture(scope="module")
def site(site_of: SiteOf) -> Built:
    return site_of(FILES, siteurl="https://a.example/sous")


def results(site: Built, folder: str = "recherche") -> Iterator[tuple[str, str, str]]:
    """Address, title and state of all that there is to find."""
    pieces = [file for file in site.files if PurePosixPath(file).match(f"{folder}/index/d*.json")]
    for piece in pieces:
        for url, title, *rest in json.loads(site.text(piece))["documents"]:
            yield url, title, rest[2] if len(rest) == 3 else ""


def found_by(site: Built, term: str) -> list[str]:
    """Addresses of what its words, beside title and text, have the stem of."""
    pieces = [file for file in site.files if PurePosixPath(file).match("recherche/index/t*.json")]
    terms = {term: told for piece in pieces for term, told in json.loads(site.text(piece))["terms"].items()}
    addresses = [url for url, _, _ in results(site)]
    steps = [step for step in terms.get(term, [[], [], []])[1] if step >= 0]
    return [addresses[number] for number in accumulate(steps)]


def test_a_date_is_found_by_its_day_and_its_month(site: Built) -> None:
    """« 3 décembre »; of a meeting that returns, by the next ones too."""

    assert "agenda/ag/" in {*found_by(site, "3")} & {*found_by(site, "decembr")} & {*found_by(site, "2026")}
    assert any(url.startswith("commissions/fete/#") for url in found_by(site, "fevri"))


def test_a_meeting_that_returns_is_not_cancelled_with_its_next_date(site: Built) -> None:
    """It is shown on the next one that is held."""
    states = {url: state for url, title, state in results(site) if url.startswith("commissions/fete/#")}

    assert {"commissions/fete/#p-reunion-2027-01-05": ""} == states


def test_what_members_say_for_short_is_found(site: Built) -> None:
    """« AG »."""

    assert ["agenda/ag/"] == found_by(site, "ag")


def test_who_acts_for_the_association_is_found_by_what_they_do(site: Built) -> None:
    """Where no page says it in its text."""

    assert ["gouvernance/"] == found_by(site, "tresorier")


def test_a_member_is_found_by_what_those_of_a_trade_are_called(site: Built) -> None:
    """The plural of a service names people: « installateurs », and not « réseaux »."""

    assert "annuaire/atelier/" in found_by(site, "install")


def test_sections_are_known_by_other_words(site: Built) -> None:
    """« Calendrier », whether or not a text stands above the agenda."""

    assert "calendrier" in json.loads(site.text("recherche/index.json"))["sections"]["agenda/"]


def test_every_page_leads_to_it_and_it_leads_to_itself(site: Built) -> None:
    """A form of its own in the header, which works without a script; one more where a page is missing."""
    forms = {
        url: [
            form["action"] for form in site.page(url).document.iter("form") if form.attributes.get("action")
        ]
        for url in ("", "annuaire/atelier/", "actualites/une/", "nl/")
    }

    assert ["recherche/"] == [action for action in forms[""] if "recherche" in action]
    assert ["../../recherche/"] == [action for action in forms["annuaire/atelier/"] if "recherche" in action]
    assert ["zoeken/"] == [action.removeprefix("../nl/") for action in forms["nl/"] if "zoeken" in action]
    assert 2 == site.text("404.html").count('action="/sous/recherche/"')
    assert 1 == site.text_of("recherche/").count("<form")


def test_search_engines_are_not_led_to_it(site: Built) -> None:
    """Neither by the sitemap nor by the page itself."""

    assert "recherche" not in site.text("sitemap.xml")
    assert '<meta name="robots" content="noindex">' in site.text_of("recherche/")


def test_without_a_script_it_is_a_map_of_the_site(site: Built) -> None:
    """By kind, the latest of each."""
    page = site.page("recherche/")

    for expected in (
        "annuaire/competences/reseaux/",
        "actualites/une/",
        "commissions/fete/",
        "questions/",
        "annonces/stage/",
    ):
        assert expected in page.targets
    assert "annonces/fini/" not in page.targets
    assert "<noscript>" in site.text_of("recherche/")


def test_what_is_found(site: Built) -> None:
    """All that has a page or a part of one."""
    found = {url: title for url, title, _ in results(site)}

    assert {
        "annuaire/atelier/": "Atelier",
        "annuaire/competences/reseaux/": "Installateurs",
        "annuaire/lieux/lens/": "Lens",
        "annuaire/competences/reseaux/lens/": "Installateurs à Lens",
        "annuaire/types/pro/": "Professionnels",
        "commissions/fete/": "Fête",
        "actualites/une/": "Une nouvelle",
        "actualites/sujets/jardin/": "jardin",
        "agenda/passe/": "Ancien",
        "annonces/stage/": "Un écran",
        "questions/": "Questions",
        "questions/#combien": "Combien ?",
        "documents/plan-du-hall.pdf": "Plan du hall",
        "partenaires/#p-partenaire-ami": "Amitié",
    }.items() <= {url: title.replace("\u202f", " ") for url, title in found.items()}.items()
    assert "commissions/fete/comptes-rendus/2026-11-02/" in found
    assert "mots/#" in " ".join(found)


def test_every_result_leads_somewhere(site: Built) -> None:
    """To a page or a file of the site, and to an anchor that is there."""
    for url, _, _ in (*results(site), *results(site, "nl/zoeken")):
        path, _, anchor = url.partition("#")

        assert site.has(path) if path.endswith("/") else path in site.files, url
        assert not anchor or anchor in site.page(path).ids, url


def test_what_is_over_says_so(site: Built) -> None:
    """A date of years ahead is not over."""
    states = {url: state for url, _, state in results(site)}

    assert "past" == states["agenda/passe/"]
    assert "closed" == states["annonces/fini/"]
    assert "" == states["agenda/loin/"] == states["annonces/stage/"]


def test_nothing_that_no_page_says_is_in_the_index(site: Built) -> None:
    """Notes of editors, what is hidden, addresses, drafts, people without consent, unused files."""
    index = " ".join(site.text(file) for file in site.files if "recherche/index" in file)

    assert "consentante" in index.lower() or "consent" in index
    for word in ("notecach", "cachette", "secretchemin", "brouillonsecret", "discret", "jamais"):
        assert word not in index


def test_a_member_is_known_by_other_words(site: Built) -> None:
    """Synonyms of their services, their postal code, that they take interns."""
    terms: dict[str, object] = {}
    for file in site.files:
        if PurePosixPath(file).match("recherche/index/t*.json"):
            terms |= json.loads(site.text(file))["terms"]

    assert {"wif", "62300"} <= terms.keys()
    assert [0] == terms["stagiair"][1][:1], "the member is the first of all"  # type: ignore[index]


def test_each_language_has_its_own(site: Built) -> None:
    """Below its folder, in its words, of its texts."""

    assert site.has("nl/zoeken/")
    assert any(url == "nl/ledengids/atelier/" for url, _, _ in results(site, "nl/zoeken"))
    assert not any(url.startswith("nl/") for url, _, _ in results(site))


def test_a_webmaster_may_move_it_and_switch_it_off(site_of: SiteOf) -> None:
    """As every page of the site."""
    moved = site_of(
        {"pelicanconf.py": SMALLEST_SETTINGS + 'SEARCH_URL = SEARCH_SAVE_AS = "trouver/index.html"\n'}
    )
    off = site_of({"pelicanconf.py": SMALLEST_SETTINGS + 'SEARCH_SAVE_AS = ""\n'})

    assert 'action="trouver/index.html"' in moved.text("index.html")
    assert "trouver/index.html" in moved.files
    assert not any("recherche" in file for file in off.files)
    assert "<search" not in off.text("index.html")


def test_a_site_of_nothing_has_a_search_that_finds_nothing(site_of: SiteOf) -> None:
    """It has a page and an index; its map is empty."""
    site = site_of({"pelicanconf.py": SMALLEST_SETTINGS})

    assert [] == list(results(site))
    assert site.has("recherche/")
