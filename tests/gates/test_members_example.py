"""Every page for members of the example of the federation, opened in Chromium as its README says."""

from collections.abc import Iterator

import pytest
from built_site import REPOSITORY, Example, passphrase_of
from looks import violations
from members_site import Section, shows, type_in
from playwright.sync_api import Page, expect
from static_host import hosted
from visits import OVERFLOW

LISTS = {"membres/": "Se déconnecter", "nl/leden/": "Afmelden"}
LOOKS = [(1280, "light"), (375, "dark")]


@pytest.fixture(scope="module")
def section(example: Example) -> Iterator[Section]:
    folder = example("upbto").folder
    with hosted(folder) as host:
        yield Section(folder, host)


def pages(section: Section, below: str) -> list[str]:
    """Addresses of all that is sealed there, the list first."""
    files = sorted((section.folder / below).glob("*/index.html"))
    return [below, *(f"{below}{file.parent.name}/" for file in files)]


@pytest.mark.parametrize(("width", "scheme"), LOOKS)
@pytest.mark.parametrize("below", LISTS)
def test_every_page_opens_and_is_as_accessible_as_others(
    page: Page, section: Section, below: str, width: int, scheme: str
) -> None:
    """One passphrase for both languages; no word on the console, and nothing beyond the window."""
    complaints: list[str] = []
    page.on("pageerror", lambda error: complaints.append(str(error)))
    page.on("console", lambda told: told.type in ("error", "warning") and complaints.append(told.text))
    page.on("response", lambda answer: answer.status >= 400 and complaints.append(answer.url))
    page.goto(f"{section.host}/membres/")
    (passphrase,) = passphrase_of(REPOSITORY / "examples" / "upbto").values()
    type_in(page, passphrase)
    shows(page, "L’espace des membres")
    found: dict[str, object] = {}
    opened = pages(section, below)
    for url in opened:
        page.goto(f"{section.host}/{url}")
        expect(page.get_by_role("button", name=LISTS[below])).to_be_visible()
        wrong = violations(page, width, scheme)
        if wrong or page.evaluate(OVERFLOW) > 0:
            found[url] = wrong

    assert ({}, []) == (found, complaints)
    assert len(opened) > 10
