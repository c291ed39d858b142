"""What a visitor sees of the directory, for the gates that drive it in a browser."""

from collections.abc import Mapping

from built_site import Built
from playwright.sync_api import Page, expect

Record = Mapping[str, object]


def members(site: Built) -> list[Record]:
    return site.json("data/v1/members.json")["members"]


def with_skill(site: Built, *skills: str) -> set[str]:
    """Names of members with one of the skills."""
    return {str(member["name"]) for member in members(site) if set(skills) & set(member["skills"])}


def listed(site: Built, url: str) -> set[str]:
    """Names of members that a static page leads to."""
    targets = site.page(url).targets
    return {str(member["name"]) for member in members(site) if f"annuaire/{member['id']}/" in targets}


def names(page: Page) -> list[str]:
    """Of the members whose entries can be seen, in their order."""
    return [text.strip() for text in page.locator("main .entry:visible h3").all_text_contents()]


def opened(page: Page, address: str) -> None:
    """A filtered address, once its result is there."""
    page.goto(address)
    answered(page)


def answered(page: Page) -> None:
    """The result of a search has taken the place of the whole list."""
    expect(page.locator(".still")).to_be_hidden()


def choose(page: Page, facet: str, value: str) -> None:
    """Open the facet if it is closed, and tick one of its options; towns are one list."""
    if facet == "commune":
        page.select_option(f".filters [name={facet}]", value)
    else:
        box = page.locator(f"[name={facet}][value={value}]")
        if not box.is_visible():
            page.locator(".facet", has=box).locator("summary").click()
        box.check()
    answered(page)


def around(page: Page, town: str) -> None:
    """The town, and those around it too."""
    page.select_option(".filters [name=commune]", town)
    page.locator("[data-nearby]").check()
    answered(page)


def offered(page: Page, facet: str, value: str) -> int:
    """The number beside an option."""
    if facet == "commune":
        option = page.locator(f".filters [name={facet}] option[value={value}]")
        return int(str(option.text_content()).rpartition("(")[2].rstrip(")"))
    label = page.locator("label", has=page.locator(f"[name={facet}][value={value}]"))
    return int(str(label.locator("[data-count]").text_content()))


def count(page: Page) -> str:
    return str(page.locator("main [role=status] .count").text_content()).strip()
