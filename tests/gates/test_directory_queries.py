"""The words of clients find whom they need, the best first: by the scripts, and as a visitor types."""

import json
import subprocess
from collections.abc import Iterator, Mapping, Sequence
from itertools import groupby
from pathlib import Path
from typing import TypedDict

import pytest
from built_site import Built, Example, SiteOf
from directory_queries import Directory, Query, directories, fits, queries
from directory_visits import names, offered, opened
from playwright.sync_api import Browser, Page, expect
from static_host import hosted
from tools import REPOSITORY, command

PROGRAM = Path(__file__).with_name("directory_answers.mjs")
KEYS = Path(__file__).with_name("directory_keys.mjs")
TABLE = tuple(sorted(queries(), key=lambda query: query.site))


class Answer(TypedDict):
    names: list[str]
    missing: list[str]
    read: list[str]
    suggestions: list[Mapping[str, object]]
    services: list[str]
    nearest: list[str]


@pytest.fixture(scope="module")
def asked(tactic: Built, example: Example, site_of: SiteOf) -> Mapping[str, Directory]:
    return directories(tactic, example, site_of)


def answers(directory: Directory, typed: Sequence[str]) -> list[Answer]:
    form = directory.site.page(directory.page).document.with_class("filters")[0]
    request = {
        "data": directory.site.json(directory.data),
        "language": directory.site.page(directory.page).document.first("html")["lang"],
        "stop": form["data-stop"],
        "interns": form["data-interns"],
        "queries": typed,
    }
    node = [command("node", "nodejs"), str(PROGRAM), str(REPOSITORY / "themes/parvis/static")]
    told = subprocess.run(node, input=json.dumps([request]), capture_output=True, text=True, check=True)
    found: list[Answer] = json.loads(told.stdout)[0]
    return found


@pytest.fixture(scope="module")
def answered(asked: Mapping[str, Directory]) -> Mapping[Query, Answer]:
    found = {}
    for site, group in groupby(TABLE, lambda query: query.site):
        own = list(group)
        found.update(zip(own, answers(asked[site], [query.typed for query in own]), strict=True))
    return found


@pytest.mark.parametrize("query", TABLE, ids=str)
def test_a_query_finds_first(
    query: Query, answered: Mapping[Query, Answer], asked: Mapping[str, Directory]
) -> None:
    """Whom a client would expect; what is left out or read as something else is known."""
    found = answered[query]

    assert (list(query.missing), list(query.read)) == (found["missing"], found["read"])
    assert fits(found["names"], query, asked[query.site]), found["names"][:8]


def test_the_table_asks_enough() -> None:
    """Thirty of the demonstration, and some in each other language."""
    sites = [query.site for query in TABLE]

    assert (sites.count("demo") >= 30, sites.count("nl") >= 5, sites.count("en") >= 5) == (True, True, True)


def test_a_word_of_nobody_is_told_what_is_near(asked: Mapping[str, Directory]) -> None:
    """Words that look like it, and the services that look like it, else those that most members offer."""
    lost, far = answers(asked["demo"], ["hebrgemnt", "xyzzy"])

    assert ("hébergement", "Hébergement et sauvegarde") == (lost["nearest"][0].lower(), lost["services"][0])
    assert ([], 3) == (far["nearest"], len(far["services"]))


def test_what_is_typed_suggests_services_members_and_towns(asked: Mapping[str, Directory]) -> None:
    """With their pages, from the root of the site."""
    kinds = [
        answer["suggestions"][0] for answer in answers(asked["demo"], ["graph", "kern", "lié", "agence w"])
    ]

    assert [
        ("service", "annuaire/competences/communication-graphisme/"),
        ("member", "annuaire/kernel/"),
        ("commune", "annuaire/lieux/lievin/"),
    ] == [(one["kind"], one["url"]) for one in kinds[:3]]
    assert kinds[3]["kind"] in ("service", "type")


def test_a_key_among_five_thousand_members_takes_fifty_milliseconds(asked: Mapping[str, Directory]) -> None:
    """At most, of a processor, from the text to the members in their order."""
    data = json.dumps(asked["demo"].site.json(asked["demo"].data))
    node = [command("node", "nodejs"), str(KEYS), str(REPOSITORY / "themes/parvis/static")]
    told = subprocess.run(node, input=data, capture_output=True, text=True, check=True)
    keys = json.loads(told.stdout)

    assert len(keys) > 60
    assert [] == [(typed, spent) for typed, spent in keys if spent > 50]


@pytest.fixture(scope="module")
def hosts(asked: Mapping[str, Directory]) -> Iterator[Mapping[str, str]]:
    """Addresses of the directories."""
    with (
        hosted(asked["demo"].site.folder) as demo,
        hosted(asked["action-tic"].site.folder) as action_tic,
        hosted(asked["cio-club"].site.folder) as cio_club,
        hosted(asked["nl"].site.folder) as dutch,
        hosted(asked["en"].site.folder) as english,
    ):
        found = {"demo": demo, "action-tic": action_tic, "cio-club": cio_club, "nl": dutch, "en": english}
        yield {site: f"{host}/{asked[site].page}" for site, host in found.items()}


@pytest.fixture(scope="module")
def tab(browser: Browser) -> Iterator[Page]:
    """One for all, which goes to another directory where the table does."""
    context = browser.new_context(reduced_motion="reduce")
    yield context.new_page()
    context.close()


@pytest.mark.parametrize("query", TABLE, ids=str)
def test_a_visitor_sees_first(
    tab: Page, hosts: Mapping[str, str], query: Query, asked: Mapping[str, Directory]
) -> None:
    """Typed into the field: results in that order, and what was left out is said."""
    if not tab.url.startswith(hosts[query.site]):
        tab.goto(hosts[query.site])
    tab.locator("main [name=q]").fill(query.typed)
    expect(tab.locator(".still")).to_be_hidden()
    expect(tab.locator(".empty" if not query.expected else ".found")).to_be_visible()
    expect(tab.locator(".heard button:visible")).to_have_count(len(query.missing) if query.expected else 0)
    shown = [text.strip() for text in tab.locator("[data-result]:visible h3").all_text_contents()]

    assert fits(shown, query, asked[query.site]), shown[:8]


def test_an_address_with_a_query_shows_its_results(page: Page, hosts: Mapping[str, str]) -> None:
    """Each an element that says so, the best first."""
    opened(page, f"{hosts['demo']}?q=sage")

    assert ["ICEA"] == [text.strip() for text in page.locator("[data-result] h3").all_text_contents()]


def test_a_word_that_nobody_has_is_said_and_taken_out(page: Page, hosts: Mapping[str, str]) -> None:
    """In a region that is read out; the button leaves the rest of the query."""
    opened(page, f"{hosts['demo']}?q=plomberie+kernel")
    said = page.locator(".heard [role=status]")
    expect(said).to_contain_text("Résultats sans « plomberie »")
    page.get_by_role("button", name="Retirer « plomberie »").click()
    expect(page.locator("main [name=q]")).to_have_value("kernel")

    expect(said).not_to_contain_text("plomberie")
    assert ["Kernel"] == names(page)


def test_words_that_nobody_has_together_are_said_to_be_apart(page: Page, hosts: Mapping[str, str]) -> None:
    """Whoever has one of them is shown all the same."""
    opened(page, f"{hosts['demo']}?q=kernel+icea")
    expect(page.locator(".heard [role=status]")).to_contain_text("Personne ne réunit tous ces mots")

    assert {"Kernel", "ICEA"} == set(names(page))


def test_numbers_beside_other_options_count_with_the_words(page: Page, hosts: Mapping[str, str]) -> None:
    """What another town would give, with the same words."""
    opened(page, f"{hosts['demo']}?q=wifi&commune=douai")

    assert (2, 2, 5) == (
        len(names(page)),
        offered(page, "commune", "douai"),
        offered(page, "commune", "lens"),
    )


def test_words_are_met_together_among_the_chosen(page: Page, hosts: Mapping[str, str]) -> None:
    """Whoever has both words elsewhere does not hide who has one of them here."""
    opened(page, f"{hosts['demo']}?q=wifi+lens&commune=arras")
    expect(page.locator(".heard [role=status]")).to_contain_text("Personne ne réunit tous ces mots")

    assert names(page)


def test_the_order_of_a_search_is_called_so(page: Page, hosts: Mapping[str, str]) -> None:
    """By name is still there to be chosen."""
    opened(page, f"{hosts['demo']}?q=wifi+douai")
    expect(page.locator("[name=tri] option:checked")).to_have_text("par pertinence")
    page.locator("[name=tri]").select_option("nom")

    expect(page.locator("[data-result] h3").first).to_have_text("Briquet Cuivre")


def test_nobody_found_leads_on(page: Page, hosts: Mapping[str, str]) -> None:
    """Words that look like it, services, and a letter to the association with the query."""
    opened(page, f"{hosts['demo']}?q=hebrgemnt")
    letter = str(page.locator(".empty [data-subject] a").get_attribute("href"))
    services = page.locator(".empty [data-part=services] a")
    expect(services.first).to_have_attribute("href", "../annuaire/competences/hebergement-sauvegarde/")
    page.locator(".empty [data-part=nearest] button").first.click()
    expect(page.locator(".found")).to_be_visible()

    assert letter.endswith("hebrgemnt")
    assert "?subject=Je%20cherche" in letter
