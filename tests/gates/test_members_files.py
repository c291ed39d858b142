"""What is open in the members' section: its documents, pictures, search, calendar; the preview of `serve`."""

import hashlib
import os
import re
import socket
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from built_site import REPOSITORY, build, write_site
from members_site import (
    DOCUMENT,
    EVENT,
    FILES,
    LEAVE,
    PAPER,
    PASSPHRASE,
    SECTION,
    TEXT,
    Section,
    asked,
    enter,
    open_text,
    served_section,
    shows,
    type_in,
)
from playwright.sync_api import Browser, Page, Route, expect
from static_host import hosted

SEALED = "**/membres/fichiers/*.bin"
LINK = "Le barème"
WATCH_PERCENTS = """
window.percents = [];
new MutationObserver(() => {
  const shown = document.querySelector("progress:not([hidden]) + span")?.textContent;
  if (shown && shown !== window.percents.at(-1)) window.percents.push(shown);
}).observe(document, { subtree: true, childList: true, attributes: true });
"""
WATCH_URLS = """
window.given = [];
const give = URL.createObjectURL;
URL.createObjectURL = (...what) => { const url = give(...what); window.given.push(url); return url; };
"""


@pytest.fixture(scope="module")
def section(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Section]:
    with served_section(tmp_path_factory.mktemp("section"), FILES) as section:
        yield section


def told(page: Page) -> str:
    """Beside the link, once it is over."""
    note = page.locator("main a + .note [role=status]")
    expect(note).not_to_have_text(re.compile("^(Téléchargement…)?$"), timeout=20_000)
    return str(note.text_content()).replace("\u00a0", " ")


# Documents and pictures


def test_a_document_is_handed_over_as_it_was(page: Page, section: Section) -> None:
    """Twenty megabytes, to the last octet, under its own name; how far it is can be seen."""
    page.add_init_script(WATCH_PERCENTS)
    open_text(page, section)
    with page.expect_download() as download:
        page.get_by_role("link", name=LINK).click()
    got = hashlib.sha256(Path(download.value.path()).read_bytes())
    percents = [int(text.rstrip("\u202f\u00a0 %")) for text in page.evaluate("window.percents")]

    assert (DOCUMENT, f"Téléchargé : {LINK}") == (download.value.suggested_filename, told(page))
    assert hashlib.sha256(PAPER).digest() == got.digest()
    assert percents == sorted(percents) and 100 == percents[-1] and len(percents) > 3
    expect(page.locator("progress")).to_be_hidden()


def test_a_document_is_in_the_list_too(page: Page, section: Section) -> None:
    """With what it is, and the text it stands in."""
    enter(page, section)
    entry = page.locator("#p-documents").locator("xpath=ancestor::section").get_by_role("listitem")
    with page.expect_download() as download:
        entry.get_by_role("link").first.click()

    assert DOCUMENT == download.value.suggested_filename
    expect(entry).to_contain_text("ZIP, 20 Mo")
    expect(entry.get_by_role("link", name=TEXT)).to_be_visible()


@pytest.mark.parametrize("keys", [["Control"], ["Shift"]])
def test_another_tab_would_show_nothing_so_it_is_handed_over_all_the_same(
    page: Page, section: Section, keys: list[str]
) -> None:
    """What is sealed is of no use to anybody."""
    open_text(page, section)
    with page.expect_download() as download:
        page.get_by_role("link", name=LINK).click(modifiers=[*keys])  # type: ignore[list-item]

    assert DOCUMENT == download.value.suggested_filename
    assert 1 == len(page.context.pages)


@pytest.mark.parametrize(
    ("answer", "words"),
    [
        ({"status": 404, "body": "?"}, "Ce fichier n’est plus là."),
        ({"status": 503, "body": "?"}, "Le téléchargement n’a pas abouti."),
        ({"status": 200, "body": "x" * 1000}, "Ce fichier ne s’ouvre pas avec la phrase de passe"),
        (None, "Le téléchargement n’a pas abouti."),
    ],
)
def test_what_went_wrong_is_told_beside_the_link(
    page: Page, section: Section, answer: dict[str, object] | None, words: str
) -> None:
    """Missing, refused, sealed with another key, without a network; and one can try again."""

    def answered(route: Route) -> None:
        route.abort() if answer is None else route.fulfill(**answer)  # type: ignore[arg-type]

    open_text(page, section)
    page.route(SEALED, answered)
    page.get_by_role("link", name=LINK).click()
    assert told(page).startswith(words)
    page.unroute(SEALED)
    with page.expect_download():
        page.get_by_role("link", name=LINK).click()

    assert f"Téléchargé : {LINK}" == told(page)


def test_a_picture_is_fetched_when_one_comes_to_it(page: Page, section: Section) -> None:
    """It has its room before, and nobody asks for what it would be in clear."""
    requests: list[str] = []
    page.on("request", lambda one: requests.append(one.url))
    page.set_viewport_size({"width": 800, "height": 400})
    open_text(page, section)
    image = page.locator("main img")
    height = image.evaluate("image => image.offsetHeight")
    assert [] == [url for url in requests if url.endswith(".bin")]
    image.scroll_into_view_if_needed()
    expect(image).to_have_attribute("src", re.compile("^blob:"))
    image.evaluate("image => image.decode()")

    assert height == image.evaluate("image => image.offsetHeight") > 100
    assert image.evaluate("image => image.naturalWidth") > 1


def test_a_picture_that_is_missing_is_told_in_words(page: Page, section: Section) -> None:
    """Those that describe it."""
    open_text(page, section)
    page.route(SEALED, lambda route: route.abort())
    page.locator("main img").scroll_into_view_if_needed()

    expect(page.locator(".reserved [role=status]")).to_have_text("Une image n’a pas pu être ouverte.")


def test_files_that_were_open_are_gone_with_the_page(page: Page, section: Section) -> None:
    """What was a picture can no longer be fetched once somebody has left."""
    page.add_init_script(WATCH_URLS)
    open_text(page, section)
    page.locator("main img").scroll_into_view_if_needed()
    expect(page.locator("main img")).to_have_attribute("src", re.compile("^blob:"))
    (url,) = page.evaluate("window.given")
    page.get_by_role("button", name=LEAVE).click()
    asked(page)

    assert "gone" == page.evaluate("url => fetch(url).then(() => 'there', () => 'gone')", url)


# Search


def search(page: Page, words: str) -> list[str]:
    """Titles of what is found, once it is said how many."""
    page.locator("main").get_by_role("searchbox").fill(words)
    expect(page.get_by_role("button", name="Tout afficher")).to_be_visible()
    expect(page.locator("#p-q-dit")).to_have_text(re.compile("résultat"))
    return page.locator("[data-result] a").all_text_contents()


def test_the_index_is_fetched_by_whoever_looks_for_something(page: Page, section: Section) -> None:
    """And what they look for is in no address."""
    requests: list[str] = []
    page.on("request", lambda one: requests.append(one.url))
    enter(page, section)
    assert [] == [url for url in requests if url.endswith(".bin")]
    found = search(page, "salaires")
    page.keyboard.press("Enter")
    asked_for = [url for url in requests if url.endswith(".bin")]

    assert ([TEXT], [f"{section.address}recherche.bin"]) == (found, asked_for)
    assert [] == [url for url in [page.url, *requests] if "salaires" in url]


@pytest.mark.parametrize(
    "words", ["BAREME", "barème salai", "hebergement donnees", "le salaire", "hébergment"]
)
def test_words_are_found_however_they_are_written(page: Page, section: Section, words: str) -> None:
    """Without accents, in capitals, begun, in the singular, with a mistake; small words tell nothing."""
    enter(page, section)

    assert [TEXT] == search(page, words)


def test_nothing_found_is_said_and_one_comes_back_to_everything(page: Page, section: Section) -> None:
    """By a button, after which one goes on typing."""
    enter(page, section)
    assert [] == search(page, "zythologie")
    expect(page.locator("#p-q-dit")).to_have_text("Aucun résultat")
    expect(page.locator(".still")).to_be_hidden()
    page.get_by_role("button", name="Tout afficher").click()

    expect(page.locator(".still")).to_be_visible()
    expect(page.locator("main").get_by_role("searchbox")).to_be_focused()
    expect(page.locator("#p-q-dit")).to_have_text("")


def test_a_result_leads_to_its_text_and_back_to_the_results(page: Page, section: Section) -> None:
    """By the keyboard."""
    enter(page, section)
    search(page, "bureau")
    for _ in range(3):
        page.keyboard.press("Tab")
    expect(page.locator("[data-result] a").first).to_be_focused()
    page.keyboard.press("Enter")
    shows(page, EVENT)
    page.go_back()

    expect(page.locator("[data-result] a")).to_have_text([EVENT])
    expect(page.locator("main").get_by_role("searchbox")).to_have_value("bureau")


def test_a_search_that_cannot_be_loaded_says_so(page: Page, section: Section) -> None:
    """The next key tries again."""
    enter(page, section)
    page.route("**/recherche.bin", lambda route: route.abort())
    page.locator("main").get_by_role("searchbox").fill("salaires")
    expect(page.locator("#p-q-dit")).to_contain_text("La recherche n’a pas pu être chargée.")
    page.unroute("**/recherche.bin")

    assert [TEXT] == search(page, "salaire")


# The rest of what pages do


def test_the_calendar_of_private_meetings_is_subscribed_to_by_its_whole_address(
    page: Page, section: Section
) -> None:
    """Which the page knows when it is read."""
    enter(page, section)
    address = str(page.locator("[data-address]").text_content())
    link = page.get_by_role("link", name="Ajouter à mon agenda")

    assert address.startswith(section.address) and address.endswith("/agenda.ics")
    expect(link).to_have_attribute("href", address.replace("http:", "webcal:"))


def test_hours_are_told_by_the_clock_of_the_reader_too(browser: Browser, section: Section) -> None:
    """As on any page."""
    context = browser.new_context(timezone_id="America/Montreal")
    page = context.new_page()
    open_text(page, section, EVENT)

    expect(page.locator("main .note", has_text="chez vous").first).to_be_visible()
    context.close()


def test_the_address_of_a_text_can_be_copied(browser: Browser, section: Section) -> None:
    """The script of an open page runs."""
    context = browser.new_context(permissions=["clipboard-read", "clipboard-write"])
    page = context.new_page()
    address = open_text(page, section)
    page.get_by_role("button", name="Copier l’adresse").click()
    expect(page.locator(".fix [role=status]")).to_have_text("Adresse copiée.")

    assert address == page.evaluate("navigator.clipboard.readText()")
    context.close()


def test_the_section_opens_where_its_site_has_put_it(page: Page, tmp_path: Path) -> None:
    """At addresses with accents, below a path, a page named by its file; the files and the search too."""
    settings = f"""{FILES["pelicanconf.py"]}
SITEURL = "https://essai.example/un-site"
MEMBERS_URL = MEMBERS_SAVE_AS = "réservé/index.html"
MEMBERS_TEXT_URL = MEMBERS_TEXT_SAVE_AS = "réservé/{{id}},é.html"
MEMBERS_ATTACHMENT_URL = MEMBERS_ATTACHMENT_SAVE_AS = "réservé/à-part/{{id}}.bin"
"""
    (tmp_path / "host").mkdir()
    built = build(
        write_site(tmp_path / "site", {**FILES, "pelicanconf.py": settings}),
        tmp_path / "host" / "un-site",
        variables={"ASSOSITE_MEMBERS_PASSPHRASE": PASSPHRASE},
    )
    assert built.code == 0, built.said
    built.folder.joinpath("_headers").rename(tmp_path / "host" / "_headers")
    with hosted(tmp_path / "host") as host:
        page.goto(f"{host}/un-site/réservé/")
        type_in(page)
        shows(page, SECTION)
        assert [TEXT] == search(page, "barème")
        page.locator("[data-result] a").click()
        shows(page, TEXT)
        page.locator("main img").scroll_into_view_if_needed()
        expect(page.locator("main img")).to_have_attribute("src", re.compile("^blob:"))


def test_a_preview_opens_by_itself(page: Page, tmp_path: Path) -> None:
    """Marked as what it is; its files are sealed with a passphrase that nobody knows."""
    site = write_site(tmp_path / "site", FILES)
    with socket.create_server(("127.0.0.1", 0)) as free:
        port = str(free.getsockname()[1])
    command = [sys.executable, str(REPOSITORY / "tasks.py"), "serve", "--site", str(site), "--port", port]
    environment = {**os.environ, "ASSOSITE_LANG": "C", "ASSOSITE_CACHE": str(tmp_path / "cache")}
    environment.pop("ASSOSITE_MEMBERS_PASSPHRASE", None)
    process = subprocess.Popen(command, stdout=subprocess.PIPE, text=True, env=environment)
    assert process.stdout
    next(line for line in process.stdout if line.startswith("The site is in"))
    try:
        page.goto(f"http://127.0.0.1:{port}/membres/")
        shows(page, SECTION)
        page.get_by_role("link", name=TEXT, exact=True).first.click()
        shows(page, TEXT)
    finally:
        process.terminate()
        process.wait()

    expect(page.locator(".reserved")).to_contain_text("Réservé aux membres")
    assert [] == [path for path in (site / "output").rglob("*.html") if TEXT in path.read_text("utf-8")]
