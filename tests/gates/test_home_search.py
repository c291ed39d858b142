"""« Je cherche… » of the home page: a combobox for keys alone, silent at first; a form without script."""

import re
from collections.abc import Iterator

import pytest
from looks import violations
from playwright.sync_api import Browser, Page, expect
from visits import SCHEMES, WIDTHS

FIELD = "main [name=q]"
LIST = ".says [role=listbox]"


@pytest.fixture
def home(browser: Browser, host: str) -> Iterator[Page]:
    context = browser.new_context(locale="fr-FR", viewport={"width": 1280, "height": 900})
    page = context.new_page()
    page.goto(f"{host}/")
    yield page
    context.close()


def typed(page: Page, text: str) -> None:
    """With what is proposed."""
    page.locator(FIELD).press_sequentially(text)
    expect(page.locator(LIST)).to_be_visible()


def proposed(page: Page, kind: str) -> list[str]:
    options = page.locator(f"{LIST} [role=option]", has=page.get_by_text(kind, exact=True))
    return [one.removesuffix(f" {kind}") for one in options.all_text_contents()]


def chosen(page: Page) -> str:
    """The name of the option where one is; '' in none."""
    place = page.locator(FIELD).get_attribute("aria-activedescendant")
    return str(page.locator(f"#{place}[aria-selected=true]").text_content()) if place else ""


def test_services_members_and_places_are_proposed(home: Page) -> None:
    """Each by its name, with what it is."""
    typed(home, "form")
    assert "Formation" in proposed(home, "service")
    home.locator(FIELD).fill("terril")
    expect(home.locator(f"{LIST} [role=option]").first).to_contain_text("Terril")
    assert ["Terril Réseaux"] == proposed(home, "membre")
    home.locator(FIELD).fill("lens")
    expect(home.locator(f"{LIST} [role=option]", has_text="commune")).to_have_count(1)

    assert ["Lens"] == proposed(home, "commune")


def test_the_search_is_fetched_when_one_comes_to_the_field(home: Page, host: str) -> None:
    """And not before."""
    asked: list[str] = []
    home.on("request", lambda request: asked.append(request.url))
    home.goto(f"{host}/", wait_until="networkidle")
    assert [] == [one for one in asked if "recherche.json" in one or "text.js" in one]
    with home.expect_response(re.compile(r"/annuaire/recherche\.json$")):
        home.locator(FIELD).focus()


def test_arrows_go_round_the_list(home: Page) -> None:
    """The field keeps the focus and its text; Home and End leave the list."""
    typed(home, "formation")
    options = home.locator(f"{LIST} [role=option]").all_text_contents()
    for key, expected in (
        ("ArrowDown", options[0]),
        ("ArrowDown", options[1]),
        ("ArrowUp", options[0]),
        ("ArrowUp", options[-1]),
        ("ArrowDown", options[0]),
        ("Home", ""),
        ("ArrowUp", options[-1]),
        ("End", ""),
    ):
        home.keyboard.press(key)
        assert expected == chosen(home)

    expect(home.locator(FIELD)).to_be_focused()
    expect(home.locator(FIELD)).to_have_value("formation")


def test_enter_goes_to_what_is_chosen(home: Page, host: str) -> None:
    """To its own page."""
    typed(home, "terril")
    home.keyboard.press("ArrowDown")
    home.keyboard.press("Enter")

    home.wait_for_url(f"{host}/annuaire/terril-reseaux/")


def test_enter_goes_to_the_results_when_nothing_is_chosen(home: Page) -> None:
    """What was typed is searched in the directory."""
    typed(home, "wifi")
    home.keyboard.press("Enter")
    home.wait_for_url(re.compile(r"/annuaire/\?q=wifi&"))

    expect(home.locator("main .found .entry").first).to_be_visible()


def test_escape_closes_the_list_and_keeps_the_text(home: Page) -> None:
    """An arrow opens it again."""
    typed(home, "formation")
    home.keyboard.press("Escape")
    expect(home.locator(LIST)).to_be_hidden()
    expect(home.locator(FIELD)).to_have_attribute("aria-expanded", "false")
    home.keyboard.press("ArrowDown")
    expect(home.locator(LIST)).to_be_visible()

    expect(home.locator(FIELD)).to_have_value("formation")


def test_leaving_the_field_chooses_nothing(home: Page, host: str) -> None:
    """Even from within the list: no surprise."""
    typed(home, "formation")
    home.keyboard.press("ArrowDown")
    home.keyboard.press("Tab")
    expect(home.locator(LIST)).to_be_hidden()

    expect(home.locator(FIELD)).to_have_value("formation")
    assert f"{host}/" == home.url


def test_how_many_are_proposed_is_announced(home: Page) -> None:
    """One word for one, another for several, nothing when the list is closed."""
    typed(home, "terril")
    status = home.locator(".says [role=status]")
    expect(status).to_have_text("1 proposition")
    home.locator(FIELD).fill("formation")
    expect(status).to_have_text(re.compile(r"\d+ propositions"))
    home.keyboard.press("Escape")

    expect(status).to_have_text("")


def test_a_finger_chooses_too(home: Page, host: str) -> None:
    """Pressing an option does not leave the field before it counts."""
    typed(home, "terril")
    home.locator(f"{LIST} [role=option]").first.click()

    home.wait_for_url(f"{host}/annuaire/terril-reseaux/")


@pytest.mark.parametrize("scheme", SCHEMES)
@pytest.mark.parametrize("width", WIDTHS)
def test_axe_finds_nothing_in_an_open_list(home: Page, width: int, scheme: str) -> None:
    """With an option chosen."""
    home.set_viewport_size({"width": width, "height": 900})
    typed(home, "formation")
    home.keyboard.press("ArrowDown")

    assert [] == violations(home, width, scheme)


def test_without_javascript_the_form_leads_to_services_and_towns(browser: Browser, host: str) -> None:
    """Right there, before the list of everybody."""
    page = browser.new_context(java_script_enabled=False).new_page()
    page.goto(f"{host}/")
    page.locator(FIELD).fill("site")
    page.keyboard.press("Enter")
    page.wait_for_url(re.compile(r"/annuaire/\?q=site&"))
    ways = page.get_by_role("navigation", name="Services et communes")
    link = ways.locator("a[href$='competences/sites-web/lens/']")

    expect(link).to_be_in_viewport()
    expect(link).to_have_accessible_name(re.compile(r"^Agences web à Lens, \d+$"))
