"""The members' section in Chromium: the way in, the way out, and what each tells."""

import re
import time
from collections.abc import Iterator

import pytest
from looks import violations
from members_site import (
    ASK,
    EVENT,
    FILES,
    LEAVE,
    PASSPHRASE,
    SECTION,
    SHOWN_TEXT,
    TEXT,
    Section,
    asked,
    enter,
    many,
    open_text,
    said,
    served_section,
    shows,
    type_in,
)
from playwright.sync_api import Browser, BrowserType, ConsoleMessage, Page, Request, expect
from tools import browser_arguments, chromium
from visits import OVERFLOW, SCHEMES, WIDTHS

RESERVED = "Réservé aux membres"
WRONG = "Cette phrase de passe n’ouvre pas cette page."
NUMBER = 2000
KEEP_TIME = """
const made = crypto.subtle.deriveBits.bind(crypto.subtle);
crypto.subtle.deriveBits = async (...given) => {
  const bits = await made(...given);
  window.madeAt = performance.now();
  return bits;
};
new MutationObserver(() => {
  if (window.openAt || !document.querySelector(".reserved:not([hidden])")) return;
  window.openAt = Infinity;
  requestAnimationFrame(() => setTimeout(() => { window.openAt = performance.now(); }));
}).observe(document, { subtree: true, attributes: true });
"""
"""When the key was made, and when the first picture of the open page was drawn."""


@pytest.fixture(scope="module")
def section(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Section]:
    with served_section(tmp_path_factory.mktemp("section"), FILES) as section:
        yield section


@pytest.fixture
def other_browser(browser: Browser) -> BrowserType:
    """For a window that begins in another way."""
    return browser.browser_type


def y_of(page: Page) -> int:
    return page.evaluate("scrollY")


# The way in


@pytest.mark.parametrize("typed", [PASSPHRASE, f"  {PASSPHRASE.capitalize()} ", PASSPHRASE.upper()])
def test_the_passphrase_opens_the_section(page: Page, section: Section, typed: str) -> None:
    """However a telephone writes it. Whoever reads by ear hears so, and begins at the title."""
    page.goto(section.address)
    expect(page).to_have_title(f"{SECTION} – Essai")
    type_in(page, typed)
    shows(page, SECTION)

    expect(page.locator("h1")).to_be_focused()
    expect(page.locator(".reserved [role=status]")).to_have_text(f"C’est ouvert : {SECTION}")
    assert section.address == page.url


def test_a_wrong_passphrase_is_told_after_a_pause_that_grows(page: Page, section: Section) -> None:
    """What was typed stays, and is where one goes on typing."""
    page.goto(section.address)
    pauses = []
    for _ in range(2):
        began = time.monotonic()
        type_in(page, "une autre phrase de passe")
        expect(asked(page).locator("xpath=ancestor::form")).to_have_attribute("aria-busy", "true")
        expect(said(page)).to_contain_text(WRONG)
        pauses.append(time.monotonic() - began)

    expect(asked(page)).to_have_value("une autre phrase de passe")
    expect(asked(page)).to_be_focused()
    expect(asked(page)).to_have_accessible_description(re.compile(f"^{WRONG}"))
    assert [True, True] == [pause > least for pause, least in zip(pauses, (1, 2), strict=True)]


def test_nothing_typed_is_told_at_once(page: Page, section: Section) -> None:
    """There is nothing to try."""
    page.goto(section.address)
    type_in(page, " ")

    expect(said(page)).to_have_text("Écrivez la phrase de passe.")


def test_what_is_typed_can_be_seen(page: Page, section: Section) -> None:
    """And hidden again, by a button that says which."""
    page.goto(section.address)
    field = asked(page)
    page.get_by_role("button", name="Afficher la phrase de passe").click()
    expect(field).to_have_attribute("type", "text")
    page.get_by_role("button", name="Masquer la phrase de passe").click()

    expect(field).to_have_attribute("type", "password")


def test_what_is_typed_goes_nowhere(page: Page, section: Section) -> None:
    """The browser asks this host for files of the site, and for nothing else."""
    requests: list[Request] = []
    page.on("request", lambda request: requests.append(request))
    page.goto(section.address)
    type_in(page, "une autre phrase de passe")
    expect(said(page)).to_contain_text(WRONG)
    type_in(page)
    shows(page, SECTION)
    asked_for = [(one.method, one.post_data, one.url.partition("?")[0]) for one in requests]

    assert [] == [one for one in asked_for if one[:2] != ("GET", None) or not one[2].startswith(section.host)]
    assert 1 == sum(one.is_navigation_request() for one in requests)


def test_the_keyboard_is_enough(page: Page, section: Section) -> None:
    """From the first stop of the content to the last word."""
    page.goto(section.address)
    asked(page)
    tab_to(page, ASK)
    page.keyboard.type(PASSPHRASE)
    page.keyboard.press("Enter")
    shows(page, SECTION)
    page.keyboard.press("Shift+Tab")
    expect(page.get_by_role("button", name=LEAVE)).to_be_focused()
    page.keyboard.press("Enter")

    expect(asked(page)).to_be_focused()


def tab_to(page: Page, name: str) -> None:
    for _ in range(60):
        page.keyboard.press("Tab")
        if page.get_by_label(name, exact=True).evaluate("at => at === document.activeElement"):
            return
    raise AssertionError(f"no key leads to {name}")


# Addresses, tabs, the way back


def test_a_text_opened_by_its_address_asks_there_and_shows_itself(
    browser: Browser, page: Page, section: Section
) -> None:
    """Its title is a secret until then."""
    address = open_text(page, section)
    stranger = browser.new_page()
    stranger.goto(address)
    expect(stranger.locator("h1")).to_have_text(RESERVED)
    expect(stranger).to_have_title(f"{RESERVED} – {SECTION} – Essai")
    type_in(stranger)
    shows(stranger, TEXT)

    expect(stranger).to_have_title(f"{TEXT} – Essai")
    expect(stranger.locator(".crumbs [aria-current]")).to_have_text(TEXT)
    stranger.close()


def test_a_title_that_may_be_known_is_shown(page: Page, section: Section) -> None:
    """`show_title: true`."""
    page.goto(f"{section.address}bail/")
    asked(page)

    expect(page.locator("h1")).to_have_text(SHOWN_TEXT)
    expect(page.get_by_role("link", name="Retour à l’espace membres")).to_be_visible()


def test_the_tab_asks_once(page: Page, section: Section) -> None:
    """Neither the next page nor the same one loaded again; what was not asked for is not announced."""
    open_text(page, section)
    page.reload()
    shows(page, TEXT)

    expect(page.locator(".reserved [role=status]")).to_have_text("")
    expect(page.locator("h1")).not_to_be_focused()


def test_another_tab_asks_again(page: Page, section: Section) -> None:
    """Also of the same browser."""
    enter(page, section)
    other = page.context.new_page()
    other.goto(section.address)

    asked(other)


def test_the_way_back_leads_to_the_place_one_left(page: Page, section: Section) -> None:
    """Further down in a long list, and in a text that is loaded again."""
    page.set_viewport_size({"width": 375, "height": 500})
    enter(page, section)
    link = page.get_by_role("link", name=EVENT, exact=True)
    link.scroll_into_view_if_needed()
    left = y_of(page)
    link.click()
    shows(page, EVENT)
    page.go_back()
    shows(page, SECTION)

    assert 0 < left
    expect(link).to_be_in_viewport()


def test_a_part_of_a_text_is_found_by_its_address(page: Page, section: Section) -> None:
    """Once it is there."""
    address = open_text(page, section)
    page.goto("about:blank")
    page.goto(f"{address}#la-fin")
    shows(page, TEXT)

    expect(page.get_by_role("heading", name="La fin")).to_be_in_viewport()


def test_the_text_of_another_address_does_not_open(page: Page, section: Section) -> None:
    """Whoever holds the host cannot put one in the place of another."""
    moved = section.folder / "membres/deplace/index.html"
    moved.parent.mkdir(exist_ok=True)
    moved.write_bytes((section.folder / "membres/bail/index.html").read_bytes())
    page.goto(f"{section.address}deplace/")
    type_in(page)

    expect(said(page)).to_contain_text(WRONG)


# The way out


def test_whoever_leaves_has_to_know_the_passphrase_again(page: Page, section: Section) -> None:
    """The tab has forgotten it, and its history opens nothing."""
    open_text(page, section)
    page.get_by_role("button", name=LEAVE).click()
    expect(said(page)).to_have_text("C’est fermé : cet onglet a oublié la phrase de passe.")
    assert 0 == page.evaluate("sessionStorage.length")
    page.go_back()

    asked(page)


def test_a_page_that_the_browser_has_put_aside_closes_too(
    other_browser: BrowserType, section: Section
) -> None:
    """The back/forward cache holds it as it was, open."""
    browser = other_browser.launch(
        executable_path=chromium(),
        args=browser_arguments(),
        ignore_default_args=["--disable-back-forward-cache"],
    )
    page = browser.new_page()
    open_text(page, section)
    page.locator(".crumbs").get_by_role("link", name=SECTION).click()
    shows(page, SECTION)
    page.get_by_role("button", name=LEAVE).click()
    asked(page)
    page.go_back(wait_until="commit")

    asked(page)
    browser.close()


# What it takes


def test_without_script_a_sentence_says_what_it_takes(browser: Browser, section: Section) -> None:
    """And there is no form that would send anything."""
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(section.address)

    expect(page.locator("main noscript p")).to_be_visible()
    expect(page.locator("main noscript p")).to_contain_text("il faut JavaScript")
    expect(page.locator("main form")).to_be_hidden()
    context.close()


def test_at_an_address_that_is_not_secure_a_sentence_says_so(
    other_browser: BrowserType, section: Section
) -> None:
    """Browsers decipher nothing there."""
    arguments = [*browser_arguments(), "--host-resolver-rules=MAP site.example 127.0.0.1"]
    browser = other_browser.launch(executable_path=chromium(), args=arguments)
    page = browser.new_page()
    page.goto(section.address.replace("127.0.0.1", "site.example"))

    expect(said(page)).to_contain_text("commence par « https:// »")
    expect(page.locator("main form")).to_be_hidden()
    browser.close()


def test_a_browser_that_is_too_old_is_told(page: Page, section: Section) -> None:
    """One without DecompressionStream."""
    page.add_init_script("delete window.DecompressionStream")
    page.goto(section.address)

    expect(said(page)).to_contain_text("trop ancien")


# As every page of the site


@pytest.mark.parametrize("scheme", SCHEMES)
@pytest.mark.parametrize("width", WIDTHS)
def test_axe_finds_nothing(page: Page, section: Section, width: int, scheme: str) -> None:
    """Where it asks, where it refuses, where it is open, and what a search finds there."""
    page.goto(section.address)
    asked(page)
    found = violations(page, width, scheme)
    type_in(page, "une autre phrase de passe")
    expect(said(page)).to_contain_text(WRONG)
    found += violations(page, width, scheme)
    for title in (TEXT, EVENT):
        open_text(page.context.new_page(), section, title)
        found += violations(page.context.pages[-1], width, scheme)
    enter(page, section)
    found += violations(page, width, scheme)
    page.locator("main").get_by_role("searchbox").fill("salaires")
    expect(page.locator("[data-result]")).to_have_count(1)

    assert [] == found + violations(page, width, scheme)


def test_no_page_scrolls_sideways_on_a_telephone(page: Page, section: Section) -> None:
    """Asking, refusing, open."""
    page.set_viewport_size({"width": 375, "height": 800})
    page.goto(section.address)
    type_in(page, "une autre phrase de passe")
    expect(said(page)).to_contain_text(WRONG)
    beyond = [page.evaluate(OVERFLOW)]
    type_in(page)
    shows(page, SECTION)
    beyond.append(page.evaluate(OVERFLOW))
    for title in (TEXT, EVENT):
        page.goto(section.address)
        page.get_by_role("link", name=title, exact=True).first.click()
        shows(page, title)
        beyond.append(page.evaluate(OVERFLOW))

    assert [0, 0, 0, 0] == beyond


def test_nothing_breaks_the_policy_of_the_site(page: Page, section: Section) -> None:
    """No word on the console, no request to another host, in all of a visit."""
    complaints: list[str] = []
    foreign: list[str] = []
    page.on("console", lambda message: complaints.extend(complaint(message)))
    page.on("pageerror", lambda error: complaints.append(str(error)))
    page.on(
        "request",
        lambda one: None if one.url.startswith((section.host, "data:", "blob:")) else foreign.append(one.url),
    )
    open_text(page, section)
    page.locator("main img").scroll_into_view_if_needed()
    expect(page.locator("main img")).to_have_attribute("src", re.compile("^blob:"))
    with page.expect_download():
        page.get_by_role("link", name="Le barème").click()
    page.goto(section.address)
    page.locator("main").get_by_role("searchbox").fill("salaires")
    expect(page.locator("[data-result]")).to_have_count(1)
    page.get_by_role("button", name=LEAVE).click()
    asked(page)

    assert ([], []) == (complaints, foreign)


def complaint(message: ConsoleMessage) -> list[str]:
    return [message.text] if message.type in ("error", "warning") else []


def test_two_thousand_texts_are_there_within_a_second(
    browser: Browser, tmp_path_factory: pytest.TempPathFactory
) -> None:
    """Of the key being made; of three visits the quickest, for others may be at work on the machine."""
    took = []
    with served_section(tmp_path_factory.mktemp("many"), many(NUMBER)) as section:
        for _ in range(3):
            page = browser.new_page()
            page.add_init_script(KEEP_TIME)
            enter(page, section)
            expect(page.locator(".still .rows > li")).to_have_count(NUMBER)
            took.append(page.evaluate("() => window.openAt - window.madeAt"))
            page.close()

    assert 0 < min(took) < 1000
