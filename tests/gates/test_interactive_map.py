"""The interactive map under the site's own security policy; this test plays the host of its tiles."""

import base64
from collections.abc import Iterator
from dataclasses import dataclass, field

import pytest
from built_site import SMALLEST_SETTINGS, Built, SiteOf
from playwright.sync_api import Browser, Page, Route, expect
from static_host import hosted

TILES = "https://tile.example/"
SETTINGS = f"""{SMALLEST_SETTINGS}
MAP_TILES = {{
    "url": "{TILES}{{z}}/{{x}}/{{y}}.png",
    "attribution": "© les contributeurs d’OpenStreetMap",
    "attribution_url": "https://www.openstreetmap.org/copyright",
}}
"""
MEMBERS = """\
towns:
  - {id: lens, name: Lens, lat: 50.432, lon: 2.833}
  - {id: arras, name: "<b>Arras</b> & environs", lat: 50.291, lon: 2.777}
members:
  - {id: kernel, name: Kernel, town: lens}
  - {id: adviser, name: Adviser, town: lens}
  - {id: icea, name: Icea, town: arras}
"""
DOT = base64.b64decode(
    "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg=="
)
SHOW = "Afficher la carte interactive"


@dataclass
class Watched:
    """A page, and what it did: addresses beyond the site, files of the map, complaints of the browser."""

    page: Page
    foreign: list[str] = field(default_factory=list)
    loaded: list[str] = field(default_factory=list)
    complaints: list[str] = field(default_factory=list)


@pytest.fixture(scope="module")
def mapped(site_of: SiteOf) -> Built:
    return site_of({"pelicanconf.py": SETTINGS, "members.yaml": MEMBERS})


@pytest.fixture(scope="module")
def address(mapped: Built) -> Iterator[str]:
    with hosted(mapped.folder) as host:
        yield f"{host}/annuaire/"


@pytest.fixture
def watched(browser: Browser, address: str) -> Iterator[Watched]:
    """No request leaves this machine: the host of the tiles answers from here, every other one is refused."""
    context = browser.new_context(viewport={"width": 1280, "height": 900}, reduced_motion="reduce")
    seen = Watched(context.new_page())

    def answered(route: Route) -> None:
        url = route.request.url
        if url.startswith(address.removesuffix("annuaire/")):
            seen.loaded.append(url)
            route.continue_()
        elif url.startswith(TILES):
            seen.foreign.append(url)
            route.fulfill(body=DOT, content_type="image/png")
        else:
            seen.foreign.append(url)
            route.abort()

    context.route("**/*", answered)
    seen.page.on(
        "console",
        lambda said: said.type in ("error", "warning") and seen.complaints.append(said.text),
    )
    seen.page.on("pageerror", lambda error: seen.complaints.append(str(error)))
    seen.page.goto(address)
    yield seen
    context.close()


def asked(watched: Watched) -> Page:
    """The page once its visitor has asked for the map and the tiles are there."""
    watched.page.get_by_role("button", name=SHOW).click()
    watched.page.locator(".leaflet-tile-loaded").first.wait_for()
    return watched.page


def test_nothing_of_the_map_is_loaded_before_somebody_asks(watched: Watched) -> None:
    """Neither the library nor a tile; the button is there."""
    expect(watched.page.get_by_role("button", name=SHOW)).to_be_visible()
    early = [url for url in watched.loaded if "leaflet" in url or url.endswith("map.css")]

    assert ([], []) == (watched.foreign, early)


def test_the_button_says_whom_the_map_will_contact(watched: Watched) -> None:
    """Before the click, in words: the host and what it learns."""
    button = watched.page.get_by_role("button", name=SHOW)

    expect(button).to_have_accessible_description(
        "Le fond de carte vient de tile.example, qui recevra votre adresse IP."
    )


def test_the_map_is_drawn_under_the_security_policy(watched: Watched) -> None:
    """Tiles are shown and the browser complains of nothing."""
    page = asked(watched)
    expect(page.locator("path.leaflet-interactive")).to_have_count(2)

    assert [] == watched.complaints


def test_only_the_host_of_the_tiles_is_contacted(watched: Watched) -> None:
    """Leaflet comes from the site itself."""
    asked(watched)
    elsewhere = [url for url in watched.foreign if not url.startswith(TILES)]

    assert ([], True) == (elsewhere, any("leaflet.js" in url for url in watched.loaded))


def test_a_town_is_opened_with_the_keyboard(watched: Watched) -> None:
    """Its name, its number, and a link to its page that has the focus."""
    page = asked(watched)
    page.get_by_role("button", name="Lens : 2 membres").focus()
    page.keyboard.press("Enter")
    link = page.get_by_role("region", name="Carte interactive").get_by_role("link", name="Lens")
    expect(link).to_be_focused()
    page.keyboard.press("Enter")

    expect(page).to_have_url(f"{page.url.split('/annuaire/')[0]}/annuaire/lieux/lens/")


def test_leaving_a_town_gives_the_focus_back(watched: Watched) -> None:
    """Escape closes what is said of it."""
    page = asked(watched)
    town = page.get_by_role("button", name="Lens : 2 membres")
    town.focus()
    page.keyboard.press("Enter")
    page.keyboard.press("Escape")

    expect(town).to_be_focused()


def test_the_name_of_a_town_is_text(watched: Watched) -> None:
    """What an editor wrote is shown as it was written, on the map too."""
    page = asked(watched)
    page.get_by_role("button", name="<b>Arras</b> & environs : 1 membre").press("Enter")

    expect(page.locator(".leaflet-popup a:not([role])")).to_have_text("<b>Arras</b> & environs")


def test_the_source_of_the_map_is_named_once_it_is_shown(watched: Watched) -> None:
    """As its licence asks."""
    page = asked(watched)

    expect(page.get_by_role("link", name="© les contributeurs d’OpenStreetMap")).to_be_visible()


def test_a_map_that_cannot_be_loaded_says_so(watched: Watched) -> None:
    """And can be asked for once more."""
    watched.page.route("**/leaflet.js", lambda route: route.abort())
    watched.page.get_by_role("button", name=SHOW).click()
    expect(watched.page.get_by_text("La carte interactive ne s’est pas chargée.")).to_be_visible()

    expect(watched.page.get_by_role("button", name=SHOW)).to_be_visible()


def test_without_javascript_no_button_is_offered(browser: Browser, address: str) -> None:
    """The static map and its lists are all there is."""
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(address)

    expect(page.get_by_text(SHOW)).to_be_hidden()
    context.close()
