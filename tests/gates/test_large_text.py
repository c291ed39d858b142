"""Letters twice as large, or set further apart, on a phone: every page keeps within its window."""

from collections.abc import Iterator

import pytest
from built_site import Built
from playwright.sync_api import Page, sync_playwright
from tools import browser_arguments, engine

LARGE = "html { font-size: 200% !important }"
SPACED = (
    "* { line-height: 1.5 !important; letter-spacing: .12em !important; word-spacing: .16em !important }"
    "p { margin-block-end: 2em !important }"
)
"""What WCAG 2.2 asks of text: 1.4.4, 1.4.12."""
BEYOND = "document.documentElement.scrollWidth - document.documentElement.clientWidth"


@pytest.fixture(scope="module")
def phone() -> Iterator[Page]:
    """It may be given styles that the policy of the site forbids."""
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=engine(), args=browser_arguments())
        context = browser.new_context(viewport={"width": 375, "height": 800}, bypass_csp=True)
        yield context.new_page()
        browser.close()


@pytest.mark.parametrize("style", [LARGE, SPACED], ids=["large", "spaced"])
def test_no_page_scrolls_sideways(phone: Page, host: str, tactic: Built, style: str) -> None:
    """Whatever it shows."""
    found = {url: beyond(phone, f"{host}/{url}", style) for url in tactic.urls}

    assert {} == {url: pixels for url, pixels in found.items() if pixels > 0}


def beyond(phone: Page, address: str, style: str) -> int:
    phone.goto(address)
    phone.add_style_tag(content=style)
    pixels: int = phone.evaluate(BEYOND)
    return pixels


def test_an_article_begins_on_the_first_screen(phone: Page, host: str, tactic: Built) -> None:
    """Title, picture and the beginning of the text: within 700 pixels of a phone, 900 of a desk."""
    pictured = [
        url
        for url in tactic.urls
        if url.startswith("actualites/") and "page-head--pictured" in tactic.text_of(url)
    ]
    found: dict[str, tuple[int, int]] = {}
    for url in pictured:
        phone.goto(f"{host}/{url}")
        found[url] = (top(phone, 375), top(phone, 1280))
    phone.set_viewport_size({"width": 375, "height": 800})

    assert found and {} == {url: tops for url, tops in found.items() if tops[0] > 700 or tops[1] > 900}


def top(phone: Page, width: int) -> int:
    phone.set_viewport_size({"width": width, "height": 900})
    pixels: int = phone.evaluate("Math.round(document.querySelector('.prose').getBoundingClientRect().top)")
    return pixels
