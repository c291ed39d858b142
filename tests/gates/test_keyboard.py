"""With the keyboard alone: into the content in two keys, and always knowing where one is."""

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Page, expect

TYPES = {
    "home": "",
    "directory": "annuaire/",
    "member": "annuaire/les-trois-octets/",
    "skill in a town": "annuaire/competences/hebergement-sauvegarde/arras/",
    "commission": "commissions/infrastructures-reseaux/",
    "agenda": "agenda/",
    "month": "agenda/2026/12/",
    "event": "agenda/le-tour-du-carre/",
    "news": "actualites/",
    "article": "actualites/sauvegardes-trois-copies/",
    "page": "contribuer/",
    "joining": "adherer/",
    "404": "404.html",
}
STOPS = 200
"""More than any page has."""
AROUND = 24
"""Pixels."""

HERE = """() => {
  const at = document.activeElement;
  if (!at || at === document.body) return null;
  const style = getComputedStyle(at), box = at.getBoundingClientRect();
  return {
    what: at.outerHTML.slice(0, 90),
    outlined: style.outlineStyle !== "none" && parseFloat(style.outlineWidth) >= 2,
    seen: box.width > 0 && box.height > 0 && box.bottom > 0 && box.top < innerHeight,
  };
}"""


@pytest.fixture
def page(browser: Browser) -> Iterator[Page]:
    context = browser.new_context(viewport={"width": 1280, "height": 800}, reduced_motion="reduce")
    yield context.new_page()
    context.close()


@pytest.mark.parametrize("url", TYPES.values(), ids=TYPES.keys())
def test_the_first_key_offers_to_skip_to_the_content(page: Page, host: str, url: str) -> None:
    """The link appears when it is reached."""
    page.goto(f"{host}/{url}")
    page.keyboard.press("Tab")

    expect(page.locator("a[href^='#']:focus")).to_be_in_viewport()


@pytest.mark.parametrize("url", TYPES.values(), ids=TYPES.keys())
def test_the_second_key_skips(page: Page, host: str, url: str) -> None:
    """The next stop is inside the content, or there is none in it."""
    page.goto(f"{host}/{url}")
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    page.keyboard.press("Tab")
    inside = page.evaluate("() => !document.activeElement.closest('header')")

    assert inside


@pytest.mark.parametrize("url", TYPES.values(), ids=TYPES.keys())
def test_every_stop_shows_where_one_is(page: Page, host: str, url: str) -> None:
    """Marked, and inside the window."""
    page.goto(f"{host}/{url}")
    stops = list(walk(page))

    assert stops and [] == [stop for stop in stops if not (stop["marked"] and stop["seen"])]


def walk(page: Page) -> Iterator[dict[str, object]]:
    for _ in range(STOPS):
        page.keyboard.press("Tab")
        stop = page.evaluate(HERE)
        if stop is None:
            return
        yield stop | {"marked": stop["outlined"] or looks_different(page)}


def looks_different(page: Page) -> bool:
    """The mark may be on what surrounds the link: the same place, with and without the focus."""
    focused = page.locator(":focus")
    box = focused.bounding_box()
    assert box is not None
    area = {"x": box["x"] - AROUND, "y": box["y"] - AROUND}
    area |= {"width": box["width"] + 2 * AROUND, "height": box["height"] + 2 * AROUND}
    with_focus = page.screenshot(clip=area)
    focused.evaluate("at => at.blur()")
    return with_focus != page.screenshot(clip=area)
