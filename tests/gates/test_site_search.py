"""The search of the whole site in a browser: what visitors look for comes first, in little weight."""

import csv
import gzip
import re
from collections.abc import Iterator, Mapping
from pathlib import Path
from random import Random
from urllib.parse import quote, urlsplit

import pytest
from built_site import Built, Example, SiteOf, article
from playwright.sync_api import Browser, Page, Route, expect
from static_host import hosted
from tools import REPOSITORY

from association.exports.site_index import FIRST, WORDS, Found, SiteIndex, plan_for
from association.exports.stems import words

with Path(__file__).with_name("site_queries.csv").open(encoding="utf-8") as rows:
    QUERIES = tuple(csv.reader(rows, delimiter=";"))[1:]
MEMBERS = """\
members:
  - {id: zed, name: "Zed <b>gras</b>", summary: "<img src=x> pose des câbles."}
"""
LIGHT, HEAVY, SCRIPTS = 60_000, 250_000, 45_000
"""Bytes, compressed, before the first result: of the demo, of 10,000 things; of all but their index."""
SAID = re.compile(r"[.]$")


@pytest.fixture(scope="module")
def addresses(tactic: Built, example: Example) -> Iterator[Mapping[str, str]]:
    with (
        hosted(tactic.folder) as demo,
        hosted(example("upbto").folder) as upbto,
        hosted(example("blits").folder) as blits,
    ):
        yield {"tactic": demo, "upbto": upbto, "blits": blits}


@pytest.fixture(scope="module")
def small(site_of: SiteOf) -> Iterator[str]:
    texts = {f"content/actualites/{n}.md": article(f"Câble {n}", date=f"2026-10-{n:02}") for n in range(1, 8)}
    with hosted(site_of({"members.yaml": MEMBERS, **texts}).folder) as host:
        yield f"{host}/recherche/"


def asked(page: Page, address: str, query: str) -> None:
    page.goto(f"{address}?q={quote(query)}")
    expect(page.locator(".within [role=status]")).to_have_text(SAID)


def titles(page: Page) -> list[str]:
    return page.locator("[data-result] a").all_inner_texts()


@pytest.mark.parametrize(
    ("site", "address", "query", "first"), QUERIES, ids=[f"{row[0]} {row[2]}" for row in QUERIES]
)
def test_what_a_visitor_looks_for_comes_first(
    page: Page, addresses: Mapping[str, str], site: str, address: str, query: str, first: str
) -> None:
    """Elisions, accents, plurals, mistakes, places; in the language of the page."""
    asked(page, f"{addresses[site]}/{address}", query)
    link = page.locator("[data-result] a").first

    assert f"{addresses[site]}/{first}" == link.evaluate("link => link.href")


def test_results_come_while_one_types_and_the_address_can_be_sent(page: Page, small: str) -> None:
    """The last letters of a word are not waited for; whoever gets the address sees the same."""
    page.goto(small)
    page.locator("#p-q").press_sequentially("câb")
    expect(page.locator("[data-result]").first).to_be_visible()
    expect(page).to_have_url(f"{small}?q=c%C3%A2b")
    typed = titles(page)
    asked(page, small, "câb")

    assert typed == titles(page)
    expect(page.locator(".still")).to_be_hidden()


def test_whoever_comes_back_from_a_result_finds_the_results(page: Page, small: str) -> None:
    """Of what was typed last."""
    page.goto(small)
    page.locator("#p-q").press_sequentially("câble")
    expect(page).to_have_url(f"{small}?q=c%C3%A2ble")
    page.locator("[data-result] a").first.click()
    expect(page).to_have_url(re.compile(r"/(actualites|annuaire)/"))
    page.go_back()

    expect(page.locator("[data-result]").first).to_be_visible()


def test_the_latest_news_comes_first_and_the_rest_when_asked_for(page: Page, small: str) -> None:
    """Titles that are alike: the day tells. Each kind says how many there are."""
    asked(page, small, "câble")
    news = page.locator(".results section", has=page.get_by_role("heading", name="Actualités"))

    expect(news.locator(".rail__head .meta")).to_have_text("7")
    assert [f"Câble {n}" for n in (7, 6, 5, 4)] == news.locator("[data-result] a").all_inner_texts()
    news.get_by_role("button").click()
    expect(news.locator("[data-result]")).to_have_count(7)
    expect(news.locator("[data-result] a").nth(4)).to_be_focused()


def test_what_is_found_is_marked_and_no_text_is_taken_for_markup(page: Page, small: str) -> None:
    """The name of a member may look like an element, and so may a query."""
    asked(page, small, "<i>câbles")
    entry = page.locator("[data-result]", has_text="Zed")

    expect(entry.locator("mark")).to_have_text("câbles")
    assert 0 == page.locator(".within :is(b, img)").count()


def test_a_query_that_never_ends_stays_in_the_window(page: Page, small: str) -> None:
    """Quoted in part, and broken where there is no room."""
    page.set_viewport_size({"width": 375, "height": 700})
    asked(page, small, "a" * 300)

    assert 375 == page.evaluate("document.scrollingElement.scrollWidth")


def test_where_nothing_is_found_there_is_a_way_on(page: Page, addresses: Mapping[str, str]) -> None:
    """Words that look alike, the directory with the same words, somebody to ask."""
    asked(page, f"{addresses['tactic']}/recherche/", "sauvegarrdees")
    nothing = page.locator(".within .empty")

    expect(nothing.get_by_role("link", name="annuaire")).to_have_attribute(
        "href", re.compile(r"\?q=sauvegarrdees$")
    )
    expect(nothing.get_by_role("link", name="association")).to_have_attribute("href", re.compile("^mailto:"))


def test_a_word_that_nothing_has_is_left_out_and_said(page: Page, addresses: Mapping[str, str]) -> None:
    """The others are found."""
    asked(page, f"{addresses['tactic']}/recherche/", "zinzolin statuts")

    expect(page.locator(".within [role=status]")).to_contain_text("Sans « zinzolin »")
    expect(page.locator("[data-result] a").first).to_have_text(re.compile("Statuts"))


def test_the_header_leads_there_from_anywhere_by_keyboard(page: Page, addresses: Mapping[str, str]) -> None:
    """Also from a page that does not exist."""
    for start in ("agenda/", "rien/du/tout/"):
        page.goto(f"{addresses['tactic']}/{start}")
        page.locator("header [type=search]").focus()
        page.keyboard.type("statuts")
        page.keyboard.press("Enter")
        expect(page).to_have_url(f"{addresses['tactic']}/recherche/?q=statuts")
        expect(page.locator("[data-result] a").first).to_have_text(re.compile("Statuts"))


def test_without_a_script_there_is_a_map(browser: Browser, addresses: Mapping[str, str]) -> None:
    """And a sentence that says so."""
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(f"{addresses['tactic']}/recherche/?q=statuts")

    expect(page.locator("main noscript p")).to_contain_text("Sans JavaScript")
    expect(page.locator("main form")).to_be_hidden()
    expect(page.locator(".still").get_by_role("link", name="Statuts")).to_be_visible()
    context.close()


def test_a_search_that_could_not_be_loaded_says_so_and_is_tried_again(page: Page, small: str) -> None:
    """The map of the site stays."""
    page.route("**/index.json", lambda route: route.abort())
    page.goto(f"{small}?q=câble")
    expect(page.locator(".within [role=status]")).to_contain_text("Réessayez")
    expect(page.locator(".still")).to_be_visible()
    page.unroute("**/index.json")
    page.locator("#p-q").press("Enter")

    expect(page.locator("[data-result]").first).to_be_visible()


def test_pieces_of_two_indexes_are_never_put_together(page: Page, small: str) -> None:
    """The site was published anew while a browser held the former first piece: it begins once more."""
    first: list[str] = []

    def former(route: Route) -> None:
        answer = route.fetch()
        text = answer.text()
        first.append(text)
        route.fulfill(
            response=answer, body=re.sub(r'"v":"\w+"', '"v":"former"', text) if len(first) == 1 else text
        )

    page.route("**/index.json", former)
    asked(page, small, "câble")

    assert 2 == len(first)
    assert "Câble 7" in titles(page)


@pytest.mark.parametrize("query", ["l'école", "sauvegrade", "facturation électronique lens"])
def test_the_first_result_of_the_demo_is_light(
    page: Page, tactic: Built, addresses: Mapping[str, str], query: str
) -> None:
    """The page, its style, its scripts and its pieces; nothing from elsewhere."""
    asked_for: set[str] = set()
    page.on("request", lambda request: asked_for.add(urlsplit(request.url).path[1:]))
    asked(page, f"{addresses['tactic']}/recherche/", query)
    names = (f"{path}index.html" if path.endswith("/") else path for path in asked_for)
    weights = {
        name: len(gzip.compress(tactic.bytes(name))) for name in names if not name.endswith((".ico", ".png"))
    }

    assert sum(weights.values()) <= LIGHT, weights


def test_the_index_of_ten_thousand_things_is_read_in_light_pieces() -> None:
    """Five thousand texts and as many members, with as many words, and as frequent, as a language has."""
    chance = Random(1)
    told = " ".join(path.read_text("utf-8") for path in sorted((REPOSITORY / "content").rglob("*.md")))
    known = sorted({word for word in words(told) if word.isalpha() and len(word) > 3})
    invented = [f"{word}{ending}" for ending in ("", "ri", "lo", "mu", "ta", "que") for word in known]
    chance.shuffle(invented)
    often = [1 / (rank + 5) for rank in range(len(invented))]

    def some(number: int) -> str:
        return " ".join(chance.choices(invented, often, k=number))

    def news(number: int) -> Found:
        address, day = f"actualites/{number}-{some(3)}/", "1er mai 2026"
        return Found("NEWS", some(6), address, day, some(20), text=some(150 + number % 50))

    members = [
        Found("MEMBER", some(2), f"annuaire/{n}/", "Lens", some(10), words=some(20)) for n in range(5000)
    ]
    index = SiteIndex((*members, *map(news, range(5000))), "fr", plan_for(10_000))
    weights = {name: len(gzip.compress(piece)) for name, piece in index.made.items()}
    terms = sorted((weight for name, weight in weights.items() if name.startswith("t")), reverse=True)
    shown = sorted((weight for name, weight in weights.items() if name.startswith("d")), reverse=True)

    read = (weights[FIRST], weights[WORDS], *terms[:3], *shown[:12])

    assert sum(read) <= HEAVY - SCRIPTS, read


def test_a_phone_has_the_button_alone_in_its_header_and_types_on_the_page_of_the_search(
    page: Page, small: str
) -> None:
    """Beside the name of the association a field would be too narrow to read what one types."""
    page.set_viewport_size({"width": 375, "height": 800})
    page.goto(small.removesuffix("recherche/"))
    header = page.locator(".masthead .seek")
    expect(header.get_by_role("searchbox")).to_be_hidden()
    tops = [page.locator(each).bounding_box() for each in (".brand", ".masthead .seek")]
    header.get_by_role("button").click()
    expect(page).to_have_url(f"{small}?q=")

    assert all(tops) and abs(tops[0]["y"] - tops[1]["y"]) < 20
    expect(page.locator("#p-q")).to_be_focused()
    assert page.evaluate("document.documentElement.scrollWidth") == 375
