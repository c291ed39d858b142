"""The search of the directory in every state: accessible, inside its window, usable with keys alone."""

import re

import pytest
from built_site import Built
from directory_visits import answered, opened, with_skill
from looks import violations
from playwright.sync_api import Page, expect
from visits import NARROWEST, OVERFLOW, SCHEMES, WIDTHS

STATES = {
    "results": "?service=formation&service=sites-web&commune=lens&autour=arras",
    "nobody": "?service=applications-mobiles&commune=bruay-la-buissiere&q=zzzz",
    "an unknown choice": "?service=disparu",
}


def settled(page: Page, address: str) -> None:
    """The state of that address, every facet open."""
    page.goto(address, wait_until="networkidle")
    page.locator(".facet").evaluate_all("facets => facets.forEach((facet) => { facet.open = true })")


@pytest.mark.parametrize("scheme", SCHEMES)
@pytest.mark.parametrize("width", WIDTHS)
@pytest.mark.parametrize("state", STATES.values(), ids=STATES.keys())
def test_axe_finds_nothing(page: Page, host: str, state: str, width: int, scheme: str) -> None:
    """With filters in use and facets open."""
    settled(page, f"{host}/annuaire/{state}")

    assert [] == violations(page, width, scheme)


@pytest.mark.parametrize("state", STATES.values(), ids=STATES.keys())
def test_nothing_scrolls_sideways_on_the_smallest_phone(page: Page, host: str, state: str) -> None:
    """320 pixels, facets open."""
    page.set_viewport_size({"width": NARROWEST, "height": 640})
    settled(page, f"{host}/annuaire/{state}")

    assert 0 >= page.evaluate(OVERFLOW)


def test_controls_are_large_enough_for_a_finger(page: Page, host: str) -> None:
    """44 pixels, the whole line of an option included."""
    page.set_viewport_size({"width": 375, "height": 800})
    settled(page, f"{host}/annuaire/?service=formation&autour=lens")
    controls = page.locator(
        ".filters :is(summary, label.check, input.input, select, button), .chosen button, .sort select"
    )
    heights = controls.evaluate_all("all => all.map((one) => Math.round(one.getBoundingClientRect().height))")

    assert heights and 44 <= min(heights)


def test_keys_alone_find_a_member(page: Page, host: str, tactic: Built) -> None:
    """From the field to a facet, to an option, to an entry."""
    page.goto(f"{host}/annuaire/")
    reach(page, "#p-q")
    page.keyboard.type("appli")
    answered(page)
    reach(page, ".facet summary")
    page.keyboard.press("Enter")
    reach(page, "[name=service][value=sites-web]")
    page.keyboard.press("Space")
    expect(page.locator(".chosen li")).to_have_count(2)
    reach(page, ".found .entry a")
    page.keyboard.press("Enter")
    page.wait_for_url(re.compile(r"/annuaire/[a-z0-9-]+/$"))

    assert page.locator("h1").inner_text().strip() in with_skill(tactic, "sites-web")


def reach(page: Page, selector: str) -> None:
    """Tab until that is where one is."""
    for _ in range(80):
        page.keyboard.press("Tab")
        if page.evaluate("(selector) => document.activeElement.matches(selector)", selector):
            return
    pytest.fail(f"{selector} cannot be reached")


def test_taking_a_choice_back_keeps_the_place_of_the_keyboard(page: Page, host: str) -> None:
    """On the next choice; on the number of results when there is none left."""
    opened(page, f"{host}/annuaire/?q=web&service=formation&commune=lens")
    for left in (2, 1):
        page.locator(".chosen button").last.press("Enter")
        expect(page.locator(".chosen button")).to_have_count(left)
        expect(page.locator(".chosen button").last).to_be_focused()
    page.locator(".chosen button").press("Enter")

    expect(page.locator(".count")).to_be_focused()


def test_clearing_keeps_the_place_of_the_keyboard(page: Page, host: str) -> None:
    """On the number of results, which has changed."""
    opened(page, f"{host}/annuaire/?service=formation")
    page.locator(".chosen [data-clear]").press("Enter")

    expect(page.locator(".count")).to_be_focused()
