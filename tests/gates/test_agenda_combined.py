"""Filters of the agenda combine in place, and the address of what they leave can be sent."""

import pytest
from playwright.sync_api import Page, expect

COMMISSION = "developpements-logiciels"


def dates(page: Page) -> list[str]:
    rows = page.locator("main .event")
    return [str(row.locator("time").first.get_attribute("datetime")) for row in rows.all()]


def of_page(page: Page, address: str) -> set[str]:
    page.goto(address)
    return set(dates(page))


@pytest.mark.parametrize(
    "url",
    [f"agenda/?commission={COMMISSION}&commune=lens", f"agenda/par/commission/{COMMISSION}/?commune=lens"],
)
def test_an_address_asks_for_dates_that_two_filters_have(page: Page, host: str, url: str) -> None:
    """Of the agenda, or of the page of one of them."""
    mine = of_page(page, f"{host}/agenda/par/commission/{COMMISSION}/")
    there = of_page(page, f"{host}/agenda/par/lieu/lens/")
    page.goto(f"{host}/{url}")
    status = page.locator(".filterline + [role=status]")
    expect(status).to_contain_text("date")
    shown = dates(page)

    assert shown and set(shown) == mine & there and len(shown) < len(there)
    expect(status).to_contain_text(f"{len(shown)} date")


def test_a_filter_is_added_to_the_page_of_another(page: Page, host: str) -> None:
    """With keys alone; once more takes it back, and so does the browser's way back."""
    page.goto(f"{host}/agenda/par/lieu/lens/")
    every = dates(page)
    page.locator(".filterline summary").press("Enter")
    other = page.locator(f".filterline [data-value={COMMISSION}] a")
    other.press("Enter")
    expect(page).to_have_url(f"{host}/agenda/par/lieu/lens/?commission={COMMISSION}")
    expect(other).to_have_attribute("aria-current", "true")
    some = dates(page)
    assert 0 < len(some) < len(every)
    other.press("Enter")
    expect(page.locator("main .event")).to_have_count(len(every))
    page.go_back()

    expect(page.locator("main .event")).to_have_count(len(some))


def test_all_filters_but_the_page_s_own_can_be_taken_back(page: Page, host: str) -> None:
    """At once, from the number of dates."""
    page.goto(f"{host}/agenda/par/commission/{COMMISSION}/?commune=bethune&type=formation")
    expect(page.locator(".filterline + [role=status]")).to_contain_text("Aucune date commune à ces filtres")
    page.get_by_role("link", name="Effacer les filtres").press("Enter")
    expect(page.locator("main .event").first).to_be_visible()

    expect(page).to_have_url(f"{host}/agenda/par/commission/{COMMISSION}/")


def test_links_of_dates_lead_where_they_do_on_their_page(page: Page, host: str) -> None:
    """From wherever they are shown."""
    page.goto(f"{host}/agenda/?commission={COMMISSION}&commune=lens")
    expect(page.locator(".filterline + [role=status]")).to_contain_text("date")
    page.locator("main .event h3 a").first.click()

    page.wait_for_url(f"{host}/commissions/{COMMISSION}/**")
