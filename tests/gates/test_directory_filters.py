"""The directory in the hands of a visitor: filtered with JavaScript, complete without."""

import re
from collections.abc import Iterator

import pytest
from built_site import Built
from playwright.sync_api import Browser, Page, expect

ENTRIES = "main .split li"


@pytest.fixture
def page(browser: Browser) -> Iterator[Page]:
    context = browser.new_context()
    yield context.new_page()
    context.close()


@pytest.fixture
def plain_page(browser: Browser) -> Iterator[Page]:
    """As a browser without JavaScript shows it."""
    context = browser.new_context(java_script_enabled=False)
    yield context.new_page()
    context.close()


def shown(page: Page) -> int:
    """Members that can be seen."""
    return page.locator("main a[href*='annuaire/'], main a[href^='../']").locator("visible=true").count()


def members(site: Built) -> list[dict[str, object]]:
    return site.json("data/v1/members.json")["members"]


def with_skill(site: Built, skill: str) -> set[str]:
    return {str(member["name"]) for member in members(site) if skill in member["skills"]}


def names(page: Page, site: Built) -> set[str]:
    """Names of members whose entry can be seen."""
    said = page.locator("main h3:visible").all_inner_texts()
    return {str(member["name"]) for member in members(site)} & {text.strip() for text in said}


def test_all_members_are_shown_at_first(page: Page, host: str, tactic: Built) -> None:
    """Nothing is chosen for the visitor."""
    page.goto(f"{host}/annuaire/")

    assert {str(member["name"]) for member in members(tactic)} == names(page, tactic)


def test_choosing_a_service_leaves_its_members(page: Page, host: str, tactic: Built) -> None:
    """At once, without a new page."""
    page.goto(f"{host}/annuaire/")
    page.select_option("[name=service]", "formation")
    expect(page.locator(".count")).to_contain_text(str(len(with_skill(tactic, "formation"))))

    assert with_skill(tactic, "formation") == names(page, tactic)


def test_the_address_tells_what_was_chosen(page: Page, host: str) -> None:
    """So that it can be sent to somebody."""
    page.goto(f"{host}/annuaire/")
    page.select_option("[name=service]", "formation")

    expect(page).to_have_url(re.compile(r"/annuaire/\?service=formation$"))


def test_an_address_that_was_sent_shows_the_same(page: Page, host: str, tactic: Built) -> None:
    """The choice and its result."""
    page.goto(f"{host}/annuaire/?service=formation")
    expect(page.locator("[name=service]")).to_have_value("formation")

    assert with_skill(tactic, "formation") == names(page, tactic)


def test_going_back_shows_what_was_there_before(page: Page, host: str, tactic: Built) -> None:
    """A member's page and back: the choice is still there."""
    page.goto(f"{host}/annuaire/?service=formation")
    page.locator("main h3:visible a").first.click()
    page.wait_for_url(re.compile(r"/annuaire/[^/?]+/$"))
    page.go_back()
    expect(page.locator("[name=service]")).to_have_value("formation")

    assert with_skill(tactic, "formation") == names(page, tactic)


def test_two_choices_are_both_meant(page: Page, host: str, tactic: Built) -> None:
    """A service in a town, those who serve it included: as on the page of both."""
    page.goto(f"{host}/annuaire/?service=hebergement-sauvegarde&commune=bethune")
    both = tactic.page("annuaire/competences/hebergement-sauvegarde/bethune/")
    expected = {member["name"] for member in members(tactic) if f"annuaire/{member['id']}/" in both.targets}

    assert expected and expected == names(page, tactic)


def test_the_sentence_of_the_home_page_leads_to_the_filtered_directory(page: Page, host: str) -> None:
    """« Je cherche … à … »."""
    page.goto(f"{host}/")
    page.select_option("main [name=service]", "formation")
    page.locator("main search button").first.click()

    expect(page).to_have_url(re.compile(r"/annuaire/\?service=formation"))


def test_a_choice_that_no_longer_exists_shows_the_whole_list(page: Page, host: str, tactic: Built) -> None:
    """And says so."""
    page.goto(f"{host}/annuaire/?service=disparu")
    expect(page.locator("main .error")).to_be_visible()

    assert len(members(tactic)) == len(names(page, tactic))


def test_without_javascript_every_member_is_there(plain_page: Page, host: str, tactic: Built) -> None:
    """The list does not wait for a script."""
    plain_page.goto(f"{host}/annuaire/")

    assert {str(member["name"]) for member in members(tactic)} == names(plain_page, tactic)


def test_without_javascript_one_still_finds_a_service_in_a_town(
    plain_page: Page, host: str, tactic: Built
) -> None:
    """By links, page by page: directory, service, town."""
    plain_page.goto(f"{host}/annuaire/")
    plain_page.locator("main a[href*='competences/hebergement-sauvegarde/']:visible").first.click()
    plain_page.locator("main a[href*='hebergement-sauvegarde/bethune/']:visible").first.click()

    expect(plain_page.locator("h1")).to_contain_text("Béthune")


def test_without_javascript_no_control_is_offered_that_does_nothing(plain_page: Page, host: str) -> None:
    """A filter that cannot work is not shown."""
    plain_page.goto(f"{host}/annuaire/")

    assert 0 == plain_page.locator("main .filters select:visible").count()
