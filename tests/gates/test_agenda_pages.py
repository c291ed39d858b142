"""The agenda in Chromium: list, grid, a filter, what is over, the choice of a calendar."""

import pytest
from looks import violations
from playwright.sync_api import Page, expect
from visits import NARROWEST, OVERFLOW, SCHEMES, WIDTHS

PAGES = {
    "list": "agenda/",
    "grid": "agenda/2026/12/",
    "filter": "agenda/par/lieu/lens/",
    "past": "agenda/passees/",
    "calendars": "agenda/calendriers/",
}
CELLS = """() => [...document.querySelectorAll("table.month td a")].map((link) => {
  const cell = link.closest("td");
  return [cell.closest("table").caption.textContent.trim() !== "",
    document.querySelectorAll("table.month th[scope=col]").length,
    link.textContent.trim() !== ""];
})"""
SEEN_ON_PAPER = """() => [...document.querySelectorAll("nav, form, .btn, .no-print, main *")]
  .filter((one) => one.matches(".no-print, nav, .btn") && one.getBoundingClientRect().height > 0)
  .map((one) => one.outerHTML.slice(0, 60))"""


def unfolded(page: Page, address: str) -> None:
    """The page with its filters unfolded."""
    page.goto(address)
    page.locator("details").evaluate_all("all => all.forEach((one) => { one.open = true })")


@pytest.mark.parametrize("scheme", SCHEMES)
@pytest.mark.parametrize("width", WIDTHS)
@pytest.mark.parametrize("url", PAGES.values(), ids=PAGES.keys())
def test_axe_finds_nothing_in_the_agenda(page: Page, host: str, url: str, width: int, scheme: str) -> None:
    """Filters unfolded, light and dark."""
    unfolded(page, f"{host}/{url}")

    assert [] == violations(page, width, scheme)


@pytest.mark.parametrize("url", PAGES.values(), ids=PAGES.keys())
def test_no_page_of_the_agenda_scrolls_sideways(page: Page, host: str, url: str) -> None:
    """320 pixels, filters unfolded."""
    page.set_viewport_size({"width": NARROWEST, "height": 640})
    unfolded(page, f"{host}/{url}")

    assert 0 >= page.evaluate(OVERFLOW)


@pytest.mark.parametrize("width", [NARROWEST, 375, 1280])
def test_the_grid_is_a_table_that_can_be_heard(page: Page, host: str, width: int) -> None:
    """A caption, seven columns with a head, and a name for each date, even where only a dot is drawn."""
    page.set_viewport_size({"width": width, "height": 800})
    page.goto(f"{host}/agenda/2026/12/")

    assert {(True, 7, True)} == {tuple(cell) for cell in page.evaluate(CELLS)}


def test_keys_alone_reach_a_filter(page: Page, host: str) -> None:
    """To the fold, into it, to the first commission."""
    page.goto(f"{host}/agenda/")
    reach(page, ".filterline summary")
    page.keyboard.press("Enter")
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    page.wait_for_url("**/agenda/par/commission/**")

    assert page.locator("h1").inner_text().startswith("Réunions de la commission")


@pytest.mark.parametrize("url", ["agenda/", "agenda/par/lieu/lens/"])
def test_a_filter_the_agenda_does_not_have_is_told(page: Page, host: str, url: str) -> None:
    """With the filters it has, which are opened; the dates stay."""
    page.goto(f"{host}/{url}?service=nope")
    told = page.locator("main .trouble[role=status]")
    expect(told.locator(".error")).to_contain_text("service=nope")

    expect(told).to_contain_text("Commission, Type, Commune, Public, En ligne")
    expect(page.locator(".filterline dl")).to_be_visible()
    assert page.locator("main .event:visible").count() > 0


@pytest.mark.parametrize("query", ["commune=lens", "town=lens"])
def test_a_filter_that_is_a_page_is_led_to(page: Page, host: str, query: str) -> None:
    """What somebody guessed, as the directory would have it."""
    page.goto(f"{host}/agenda/?{query}")
    expect(page.locator("main .trouble .error")).to_be_hidden()
    page.locator("main .trouble a").click()

    page.wait_for_url("**/agenda/par/lieu/lens/")


def test_a_plain_visit_of_the_agenda_is_told_nothing(page: Page, host: str) -> None:
    """Nor does what others hang on to links say anything."""
    page.goto(f"{host}/agenda/?utm_source=lettre", wait_until="networkidle")

    assert "" == page.locator("main .trouble").inner_text().strip()


@pytest.mark.parametrize("url", ["agenda/?kind=nope&commune=lens", "annuaire/?service=nope"])
@pytest.mark.parametrize("scheme", SCHEMES)
def test_axe_finds_nothing_in_what_is_told(page: Page, host: str, url: str, scheme: str) -> None:
    """A sentence that appears is part of the page."""
    page.goto(f"{host}/{url}", wait_until="networkidle")

    assert [] == violations(page, 375, scheme)


def reach(page: Page, selector: str) -> None:
    """Tab until that is where one is."""
    for _ in range(60):
        page.keyboard.press("Tab")
        if page.evaluate("(selector) => document.activeElement.matches(selector)", selector):
            return
    pytest.fail(f"{selector} cannot be reached")


@pytest.mark.parametrize("url", PAGES.values(), ids=PAGES.keys())
def test_paper_has_the_dates_and_nothing_to_press(page: Page, host: str, url: str) -> None:
    """No menu, no filter, no button."""
    page.goto(f"{host}/{url}")
    page.emulate_media(media="print")

    assert [] == page.evaluate(SEEN_ON_PAPER)
