"""Pages of dates and offers on a phone: short enough to be read, and judged by axe."""

from datetime import date, timedelta

import pytest
from built_site import Built, Files, SiteOf, event
from looks import violations
from playwright.sync_api import Page
from static_host import hosted
from visits import SCHEMES, WIDTHS

LONGEST = 4_000
PHONE = {"width": 375, "height": 800}
HEIGHT = "document.documentElement.scrollHeight"
PAGES = [
    "commissions/",
    "commissions/infrastructures-reseaux/",
    "commissions/education-ecoles/",
    "annonces/",
    "annonces/competences/infrastructures/",
    "annonces/groupement-pour-six-ecoles/",
    "annonces/stage-tableau-des-sauvegardes/",
    "gouvernance/",
    "formations/",
]
LONG = "Atelier sur la transformation des petites entreprises du territoire, numéro"


@pytest.fixture(scope="module")
def busy(site_of: SiteOf) -> Built:
    """Five dates a day for three months, with long titles: no month of it has room for all."""
    first = date(2026, 11, 22)
    days = [first + timedelta(number // 5) for number in range(450)]
    files: Files = {
        f"content/agenda/e{number:03}.md": event(
            f"{LONG} {number}", start=f"{day} 18:30", duration="2h", kind=f"genre {number % 20}"
        )
        for number, day in enumerate(days)
    }
    return site_of(files)


def height(page: Page, built: Built, url: str) -> int:
    page.set_viewport_size(PHONE)
    with hosted(built.folder) as host:
        page.goto(f"{host}/{url}")
        return int(page.evaluate(HEIGHT))


def test_the_agenda_of_the_demonstration_is_short(page: Page, tactic: Built) -> None:
    """Three months of it, on a phone."""

    assert height(page, tactic, "agenda/") <= LONGEST


def test_a_busy_agenda_is_as_short(page: Page, busy: Built) -> None:
    """Some dates of each of three months, and the way to all of each."""
    shown = busy.page("agenda/")
    months = {f"agenda/2026/{month}/" for month in (11, 12)} | {"agenda/2027/01/"}

    assert height(page, busy, "agenda/") <= LONGEST
    assert months <= shown.targets and len(shown.main.with_class("event")) == 11


def test_one_subscribes_from_the_first_screen(page: Page, host: str) -> None:
    """A button at the top of the agenda, which leads to the ways of following it."""
    page.set_viewport_size(PHONE)
    page.goto(f"{host}/agenda/")
    button = page.get_by_role("link", name="S’abonner", exact=True)
    box = button.bounding_box()
    button.click()

    assert box is not None and box["y"] + box["height"] <= PHONE["height"]
    assert page.locator("#abonnement").evaluate("one => one.getBoundingClientRect().top") < PHONE["height"]


def test_one_calendar_opens_at_a_time(page: Page, host: str) -> None:
    """Without a script: which one first, then how."""
    page.goto(f"{host}/agenda/calendriers/")
    page.locator("summary", has_text="Infrastructures et réseaux").click()
    opened = page.locator("main details[open]")

    assert ["Infrastructures et réseaux"] == opened.locator("summary").all_inner_texts()
    assert opened.get_by_role("link", name="Fichier .ics").is_visible()


@pytest.mark.parametrize("scheme", SCHEMES)
@pytest.mark.parametrize("width", WIDTHS)
@pytest.mark.parametrize("url", PAGES)
def test_axe_finds_nothing(page: Page, host: str, url: str, width: int, scheme: str) -> None:
    """Everything unfolded, light and dark."""
    page.goto(f"{host}/{url}")
    page.locator("details").evaluate_all("all => all.forEach((one) => { one.open = true })")

    assert [] == violations(page, width, scheme)
