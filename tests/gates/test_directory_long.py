"""A directory of more members than one page shows: in portions, and searched from any of its pages."""

import re
from collections.abc import Iterator

import pytest
from built_site import SiteOf
from directory_visits import answered, names, opened
from playwright.sync_api import Page, expect
from static_host import hosted

PLACES = ("lens", "arras")
MEMBERS = "members:\n" + "\n".join(
    f"  - {{id: m{n:03}, name: Membre {n:03}, town: {PLACES[n % 2]}}}" for n in range(230)
)


@pytest.fixture(scope="module")
def address(site_of: SiteOf) -> Iterator[str]:
    with hosted(site_of({"members.yaml": MEMBERS}).folder) as host:
        yield f"{host}/annuaire/"


def test_a_long_result_comes_in_portions(page: Page, address: str) -> None:
    """Forty at first, then as many more on demand, until all are there."""
    opened(page, f"{address}?commune=lens")
    more = page.get_by_role("button", name="Afficher la suite")
    shown = [len(names(page))]
    for _ in range(2):
        more.click()
        shown.append(len(names(page)))

    assert [40, 80, 115] == shown
    expect(more).to_be_hidden()


def test_the_next_portion_takes_the_keyboard_along(page: Page, address: str) -> None:
    """To the first member that is new."""
    opened(page, f"{address}?tri=nom")
    page.get_by_role("button", name="Afficher la suite").press("Enter")

    expect(page.get_by_role("link", name="Membre 040")).to_be_focused()


def test_the_whole_list_comes_back_with_its_pages(page: Page, address: str) -> None:
    """Nothing chosen: the first page, and links to the others."""
    opened(page, f"{address}?commune=lens")
    page.locator(".chosen [data-clear]").click()

    expect(page.get_by_role("navigation", name="Pages de la liste")).to_be_visible()


def test_the_form_of_another_page_leads_to_the_first(page: Page, address: str) -> None:
    """Where the address of a result stays, however many pages there are."""
    page.goto(f"{address}page/2/")
    page.select_option(".filters [name=commune]", "arras")
    page.get_by_role("button", name="Chercher", exact=True).click()
    answered(page)

    expect(page).to_have_url(re.compile(r"/annuaire/\?q=&commune=arras$"))
    expect(page.locator(".count")).to_have_text("115 membres")
