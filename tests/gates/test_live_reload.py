"""`serve` in a browser: a saved file is seen at once, and only where it is shown."""

import os
import shutil
import socket
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from built_site import REPOSITORY, SMALLEST_SETTINGS, article, write_site
from playwright.sync_api import BrowserContext, Page, expect

FILES = {
    "pelicanconf.py": SMALLEST_SETTINGS.replace("themes/parvis", "themes/own"),
    "members.yaml": "members:\n  - {id: kernel, name: Kernel, summary: Un résumé}\n",
    "content/actualites/un.md": article("Un", "La première phrase."),
}
MARK = "window.stays = true"
STAYS = "window.stays === true"


@dataclass(frozen=True)
class Served:
    site: Path
    address: str

    def write(self, name: str, old: str, new: str) -> None:
        """In one step, as editors do."""
        path = self.site / name
        beside = path.with_name(f".{path.name}.swp")
        beside.write_text(path.read_text("utf-8").replace(old, new, 1), "utf-8")
        beside.replace(path)

    def opened(self, tab: Page, url: str) -> Page:
        """With a mark in its window, which goes when it is loaded again."""
        with tab.expect_response(f"{self.address}/__reload"):
            tab.goto(f"{self.address}/{url}")
        tab.evaluate(MARK)
        return tab


@pytest.fixture
def served(tmp_path: Path) -> Iterator[Served]:
    site = write_site(tmp_path / "site", FILES)
    shutil.copytree(REPOSITORY / "themes" / "parvis", site / "themes" / "own")
    with socket.create_server(("127.0.0.1", 0)) as free:
        port = str(free.getsockname()[1])
    command = [sys.executable, str(REPOSITORY / "tasks.py"), "serve", "--site", str(site), "--port", port]
    with TemporaryDirectory() as caches:
        environment = {**os.environ, "ASSOSITE_LANG": "C", "ASSOSITE_CACHE": caches}
        process = subprocess.Popen(command, stdout=subprocess.PIPE, text=True, env=environment)
        assert process.stdout
        next(line for line in process.stdout if line.startswith("The site is in"))
        yield Served(site, f"http://127.0.0.1:{port}")
        process.terminate()
        process.wait()


@pytest.fixture
def tabs(page: Page) -> BrowserContext:
    return page.context


def test_a_text_is_seen_as_soon_as_it_is_saved(served: Served, page: Page, tabs: BrowserContext) -> None:
    """A page that does not show it stays as the reader left it."""
    article_tab = served.opened(page, "actualites/un/")
    member_tab = served.opened(tabs.new_page(), "annuaire/kernel/")
    served.write("content/actualites/un.md", "La première phrase.", "Une autre phrase.")

    expect(article_tab.locator("main")).to_contain_text("Une autre phrase.")
    assert member_tab.evaluate(STAYS)


def test_a_style_changes_without_loading_the_page_again(served: Served, page: Page) -> None:
    """What was typed into a form is not lost."""
    served.opened(page, "")
    served.write("themes/own/css/base.css", "body {", "body { outline: rgb(1, 2, 3) solid 3px;")
    page.wait_for_function("getComputedStyle(document.body).outlineColor === 'rgb(1, 2, 3)'")

    assert page.evaluate(STAYS)


def test_the_last_good_site_stays_until_a_mistake_is_mended(served: Served, page: Page) -> None:
    """And the mended one is seen."""
    served.opened(page, "annuaire/kernel/")
    served.write("members.yaml", "members:", "members: [")
    served.write("content/actualites/un.md", "Un", "Deux")
    expect(page.locator("main")).to_contain_text("Un résumé")
    served.write("members.yaml", "members: [", "members:")
    served.write("members.yaml", "Un résumé", "Un autre résumé")

    expect(page.locator("main")).to_contain_text("Un autre résumé")
