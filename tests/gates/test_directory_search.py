"""The words of a visitor find members: folded, in the plural, with one typing mistake."""

from collections.abc import Iterator

import pytest
from built_site import SiteOf, sheet
from directory_visits import answered, count, names, opened
from playwright.sync_api import Browser, Page, expect
from static_host import hosted

MEMBERS = """\
types:
  - {id: pro, name: Professionnel, plural: Professionnels}
  - {id: artisan, name: Artisan, parent: pro}
skills:
  - {id: hebergement, name: Hébergement, synonyms: [sauvegarde, nuage]}
  - {id: reseaux, name: Réseaux, synonyms: [câble, wifi]}
  - {id: oeuvres, name: Œuvres numériques, synonyms: [cœur]}
towns:
  - {id: lens, name: Lens, lat: 50.43, lon: 2.83}
  - {id: henin, name: Hénin-Beaumont, lat: 50.42, lon: 2.95}
members:
  - id: atelier
    name: Atelier du Cheval
    summary: Maintenance de l’hébergement.
    skills: [reseaux]
    town: lens
    type: artisan
  - id: nuage
    name: Nuage & Cie
    summary: Des locaux sûrs, de A à Zed.
    skills: [hebergement]
    town: henin
    serves: [lens]
    type: pro
  - {id: tisse, name: Tisserand, summary: "L'œuvre d’un Nuage.", skills: [oeuvres], type: artisan}
  - {id: zed, name: "Zed <b>gras</b>", summary: Rien d’autre sur la table.}
"""
ALL_OF_THEM = {"Atelier du Cheval", "Nuage & Cie", "Tisserand", "Zed <b>gras</b>"}

CASES = {
    "a ligature typed as two letters": ("oeuvre", {"Tisserand"}),
    "a ligature": ("ŒUVRE", {"Tisserand"}),
    "a ligature inside a synonym": ("coeur", {"Tisserand"}),
    "without accents": ("hebergement", {"Atelier du Cheval", "Nuage & Cie"}),
    "behind an apostrophe": ("d’hébergement", {"Atelier du Cheval", "Nuage & Cie"}),
    "behind a straight apostrophe": ("l'hébergement", {"Atelier du Cheval", "Nuage & Cie"}),
    "the singular of a plural in x": ("réseau", {"Atelier du Cheval"}),
    "a plural in aux": ("chevaux", {"Atelier du Cheval"}),
    "the singular of a plural in aux": ("local", {"Nuage & Cie"}),
    "a plural in s": ("hébergements", {"Atelier du Cheval", "Nuage & Cie"}),
    "a synonym": ("câble", {"Atelier du Cheval"}),
    "the name of a type": ("artisan", {"Atelier du Cheval", "Tisserand"}),
    "a wider type": ("professionnel", {"Atelier du Cheval", "Nuage & Cie", "Tisserand"}),
    "a town and who serves it": ("lens", {"Atelier du Cheval", "Nuage & Cie"}),
    "the beginning of the last word": ("hénin bea", {"Nuage & Cie"}),
    "every word counts": ("hébergement lens cheval", {"Atelier du Cheval"}),
    "small words do not": ("de l’hébergement à Lens", {"Atelier du Cheval", "Nuage & Cie"}),
    "a letter too many": ("hebergeement", {"Atelier du Cheval", "Nuage & Cie"}),
    "a letter too few": ("hebrgement", {"Atelier du Cheval", "Nuage & Cie"}),
    "another letter": ("maintemance", {"Atelier du Cheval"}),
    "two letters swapped": ("tissernad", {"Tisserand"}),
    "two mistakes": ("hebrgemnt", set()),
    "a mistake in a short word": ("lns", set()),
    "a word that exists means no other": ("table", {"Zed <b>gras</b>"}),
    "signs only": ("&", ALL_OF_THEM),
    "markup is a text": ("gras", {"Zed <b>gras</b>"}),
}


QUESTIONS = """\
## Combien coûte l’hébergement ?

Peu.

## Comment câbler une salle ?

## Qui héberge à Lens ?

## Faut-il un hébergement en France ?

## Comment changer d’hébergement ?
"""
ASKED = {
    "a word of several": (
        "hébergement",
        ["Combien coûte l’hébergement ?", "Faut-il un hébergement en France ?"],
    ),
    "without accents, in the plural": ("couts hebergements", []),
    "words of one": ("combien coûte l'hébergement", ["Combien coûte l’hébergement ?"]),
    "the beginning of the last word": ("combien héb", ["Combien coûte l’hébergement ?"]),
    "a plural": ("salles", ["Comment câbler une salle ?"]),
    "small words": ("de la", []),
    "two letters": ("co", []),
    "nothing of all": ("imprimante", []),
}
"""What is typed, and what is suggested first."""


@pytest.fixture(scope="module")
def address(site_of: SiteOf) -> Iterator[str]:
    page = sheet({"title": "Questions", "template": "faq"}, QUESTIONS)
    with hosted(site_of({"members.yaml": MEMBERS, "content/pages/questions.md": page}).folder) as host:
        yield f"{host}/annuaire/"


@pytest.fixture(scope="module")
def page(browser: Browser) -> Iterator[Page]:
    """One for all: every test begins with an address of its own."""
    context = browser.new_context()
    yield context.new_page()
    context.close()


@pytest.mark.parametrize(("query", "expected"), CASES.values(), ids=CASES.keys())
def test_a_query_finds(page: Page, address: str, query: str, expected: set[str]) -> None:
    """What a reader would expect, and nobody else."""
    page.goto(address)
    page.locator("main [name=q]").press_sequentially(query)
    answered(page)

    assert expected == set(names(page))


@pytest.mark.parametrize(("query", "expected"), ASKED.values(), ids=ASKED.keys())
def test_a_question_that_is_answered_is_suggested(
    page: Page, address: str, query: str, expected: list[str]
) -> None:
    """Three at most; nothing where nothing is asked."""
    page.goto(address)
    page.locator("main [name=q]").press_sequentially(query)
    answered(page)
    found = [
        text.replace("\u202f", " ") for text in page.locator("[data-answer]:visible").all_text_contents()
    ]

    assert (expected, True) == (found[:2], len(found) <= 3)


def test_a_suggested_question_leads_to_its_answer(page: Page, address: str) -> None:
    """And goes when the search does."""
    opened(page, f"{address}?q=salle")
    page.locator("[data-clear]:visible").first.click()
    expect(page.locator("[data-answer]")).to_have_count(0)
    page.locator("main [name=q]").press_sequentially("câbler")
    page.locator("[data-answer] a").click()

    expect(page).to_have_url(address.replace("annuaire/", "questions/#comment-cabler-une-salle"))


def test_a_name_comes_before_what_is_said_of_others(page: Page, address: str) -> None:
    """Whoever is called so is meant first, whosever turn it is."""
    opened(page, f"{address}?q=zed")

    assert ["Zed <b>gras</b>", "Nuage & Cie"] == names(page)


def test_a_query_and_a_choice_are_both_meant(page: Page, address: str) -> None:
    """And between the text and the facets."""
    opened(page, f"{address}?q=nuage&type=artisan")

    assert ["Tisserand"] == names(page)


def test_the_address_follows_what_is_typed(page: Page, address: str) -> None:
    """One step of the history for a query, not one for each key."""
    page.goto(address)
    before = page.evaluate("() => history.length")
    page.locator("main [name=q]").press_sequentially("câble")
    expect(page).to_have_url(f"{address}?q=c%C3%A2ble")

    assert before == page.evaluate("() => history.length")


def test_enter_does_not_load_the_page_again(page: Page, address: str) -> None:
    """The result is there already; it comes into view."""
    page.goto(address)
    page.evaluate("() => { window.same = true }")
    page.locator("main [name=q]").press_sequentially("câble")
    page.locator("main [name=q]").press("Enter")
    answered(page)

    assert page.evaluate("() => window.same") is True


def test_nobody_is_said_with_the_query(page: Page, address: str) -> None:
    """As it was typed, as text."""
    opened(page, f"{address}?q=%3Ci%3Evide%3C/i%3E")
    expect(page.locator(".empty .lead")).to_have_text("Aucun membre ne répond à « <i>vide</i> ».")

    assert "Aucun membre" == count(page)


def test_emptying_the_field_brings_the_whole_list_back(page: Page, address: str) -> None:
    """As the server wrote it."""
    opened(page, f"{address}?q=nuage")
    page.fill("main [name=q]", "")
    expect(page.locator(".still")).to_be_visible()

    assert ALL_OF_THEM == set(names(page))
