"""The agenda in Chromium: list, grid, a filter, what is over, the choice of a calendar."""

import pytest
from looks import violations
from playwright.sync_api import Page
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

    assert page.locator("h1").inner_text().startswith("Agenda")


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
