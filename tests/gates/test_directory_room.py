"""The filters take little room: members are what one came for, on a phone too; keys do as a finger does."""

from collections.abc import Iterator

import pytest
from built_site import Built
from directory_visits import answered, count, opened, with_skill
from playwright.sync_api import Browser, Page, expect

TOP = "one => one.getBoundingClientRect().top + scrollY"
FOLDED = ".refine > summary"


@pytest.fixture
def phone(browser: Browser) -> Iterator[Page]:
    context = browser.new_context(viewport={"width": 375, "height": 800}, locale="fr-FR")
    yield context.new_page()
    context.close()


@pytest.mark.parametrize(("width", "most"), [(375, 700), (1280, 500)])
def test_the_first_member_is_near_the_top(page: Page, host: str, width: int, most: int) -> None:
    """Below what introduces the directory, and the form."""
    page.set_viewport_size({"width": width, "height": 900})
    page.goto(f"{host}/annuaire/")

    assert most >= page.locator("main .entry").first.evaluate(TOP)


def test_filters_are_one_closed_block_on_a_phone(phone: Page, host: str) -> None:
    """That tells how many of them are set, and what they leave."""
    opened(phone, f"{host}/annuaire/?q=site&service=formation&service=sites-web&autour=lens")

    expect(phone.locator(".filters :is(input, select, summary):visible")).to_have_count(2)
    expect(phone.locator(FOLDED)).to_have_text("Filtrer la liste 3 filtres", use_inner_text=True)


def test_filters_are_all_there_where_there_is_room(page: Page, host: str) -> None:
    """Nothing to open before one sees what there is."""
    page.set_viewport_size({"width": 1280, "height": 900})
    page.goto(f"{host}/annuaire/")

    expect(page.locator(FOLDED)).to_be_hidden()
    expect(page.get_by_label("Commune", exact=True)).to_be_visible()
    expect(page.locator(".facet summary").first).to_be_visible()


def test_keys_alone_filter_on_a_phone(phone: Page, host: str, tactic: Built) -> None:
    """Open, choose, be told how many there are, go to the list."""
    phone.goto(f"{host}/annuaire/")
    phone.locator(FOLDED).press("Enter")
    phone.locator(".facet summary").first.press("Enter")
    phone.locator("[name=service][value=formation]").press("Space")
    answered(phone)
    found = len(with_skill(tactic, "formation"))
    expect(phone.locator("main [role=status] .count")).to_have_text(f"{found} membres")
    phone.locator(".refine .more a").press("Enter")

    expect(phone.locator("main .entry:visible").first).to_be_in_viewport()
    expect(phone.locator("[name=service]").first).to_be_hidden()


def test_the_alphabetical_order_keeps_the_filters(page: Page, host: str) -> None:
    """And the filters keep the order."""
    opened(page, f"{host}/annuaire/?service=formation&commune=lens")
    before = count(page)
    page.select_option("[name=tri]", "nom")
    expect(page).to_have_url(f"{host}/annuaire/?service=formation&commune=lens&tri=nom")
    assert before == count(page)
    page.select_option(".filters [name=commune]", "arras")

    expect(page).to_have_url(f"{host}/annuaire/?service=formation&commune=arras&tri=nom")
