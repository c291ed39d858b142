"""The web editor in a browser, writing through decap-server: only what was meant changes in the files."""

import os
import re
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from urllib.parse import urlsplit

import pytest
from built_site import REPOSITORY, SMALLEST_SETTINGS, build, build_by_command, write_site
from playwright.sync_api import Browser, Page, Route, expect
from static_host import hosted
from tools import command, node_package
from visits import RUN_AXE

MEMBERS = """\
# L’annuaire, tenu par le secrétariat.
skills:
  - {id: reseaux, name: Réseaux}
towns:
  - {id: arras, name: Arras, postal_code: "62000", lat: 50.2910, lon: 2.7775}
  - {id: lens, name: "Lens", postal_code: "62300", lat: 50.4291, lon: 2.8317}

members:
  # Fondateur.
  - id: kernel
    name: 'Kernel 3000'
    summary: "Un résumé : bref"  # à relire
    town: arras
    skills: [reseaux]
    social: {linkedin: https://reseau.example/kernel}
    address: {street: "8, rue de l’Exemple", postal_code: "01000", country: FR}
"""
EVENT = """\
---
title: Réunion
start: 2026-12-01 18:30
duration: 2h30 # environ
price: "5.50"
---

Un texte.
"""
ARTICLE = """\
---
# Relu.
title: "Un titre : premier"
date: 2026-11-01
tags: [réseau, 'NO']
---

Un texte.
"""
REPOSITORY_SAID = '{"name": "Essai", "repository": "https://github.com/essai/site"}'
SETTINGS = SMALLEST_SETTINGS.replace('{"name": "Essai"}', REPOSITORY_SAID)
FILES = {
    "pelicanconf.py": SETTINGS,
    "members.yaml": MEMBERS,
    "content/agenda/reunion.md": EVENT,
    "content/actualites/un.md": ARTICLE,
}
LOCAL = "http://localhost:8081"
"""Where the page looks for decap-server; the tests have theirs elsewhere, since that door may be taken."""
PATIENCE = 20_000
"""Milliseconds: the program is 5 MB."""


@dataclass
class Editor:
    """asked: the hosts of all requests."""

    site: Path
    page: Page
    address: str
    asked: set[str] = field(default_factory=set)

    def opened(self, path: str) -> None:
        self.page.goto(f"{self.address}/admin/#/collections/{path}")

    def published(self) -> None:
        self.page.get_by_role("button", name="Publier").click()
        self.page.get_by_role("menuitem").first.click()
        expect(self.page.locator(".told")).to_contain_text("Enregistré")
        self.page.locator(".told").click()
        expect(self.page.get_by_role("button", name="Publiée")).to_be_visible()

    def changes(self) -> list[str]:
        """Lines that differ once `tidy` has put the files in order, without their context."""
        tasks = [sys.executable, str(REPOSITORY / "tasks.py"), "tidy", "--site", str(self.site)]
        subprocess.run(tasks, check=True, capture_output=True)
        told = subprocess.run(
            ["git", "diff", "-U0", "--no-color"], cwd=self.site, check=True, capture_output=True, text=True
        ).stdout
        return [line for line in told.splitlines() if line[0] in "+-" and not line.startswith(("+++", "---"))]


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("built")
    assert 0 == build(write_site(folder / "site", FILES), folder / "output").code
    return folder / "output"


@pytest.fixture
def site(tmp_path: Path) -> Path:
    site = write_site(tmp_path / "site", FILES)
    who = ["-c", "user.name=a", "-c", "user.email=a@a.example"]
    for words in (["init", "-q"], ["add", "."], [*who, "commit", "-qm", "textes"]):
        subprocess.run(["git", *words], cwd=site, check=True)
    return site


@pytest.fixture
def server(site: Path) -> Iterator[str]:
    """The address of a decap-server that writes into the site."""
    program = node_package("decap-server/dist/index.js")
    port = str(20_000 + os.getpid() % 20_000)
    process = subprocess.Popen(
        [command("node", "nodejs"), str(program)],
        cwd=site,
        env={**os.environ, "MODE": "fs", "PORT": port},
        stdout=subprocess.PIPE,
        text=True,
    )
    assert process.stdout
    next(line for line in process.stdout if "listening" in line)
    yield f"http://localhost:{port}"
    process.terminate()
    process.wait()


@pytest.fixture
def editor(built: Path, site: Path, server: str, browser: Browser) -> Iterator[Editor]:
    """Logged in."""
    context = browser.new_context(viewport={"width": 1280, "height": 900})
    page = context.new_page()
    page.set_default_timeout(PATIENCE)
    expect.set_options(timeout=PATIENCE)

    def led(route: Route) -> None:
        route.fulfill(response=route.fetch(url=route.request.url.replace(LOCAL, server)))

    page.route(f"{LOCAL}/**", led)
    with hosted(built) as address:
        found = Editor(site, page, address)
        page.on("request", lambda request: found.asked.add(urlsplit(request.url).hostname or ""))
        page.goto(f"{address}/admin/")
        page.get_by_text("Se connecter").click()
        page.get_by_role("link", name="Membres").first.wait_for()
        yield found
        page.unroute_all(behavior="ignoreErrors")
        context.close()
        expect.set_options(timeout=5_000)


def test_only_what_was_meant_changes(editor: Editor) -> None:
    """Of a member, an event and a piece of news: comments, quotes and numbers stay as they were."""
    page = editor.page
    editor.opened("members/entries/members")
    page.get_by_text("Kernel 3000").wait_for()
    page.locator("[class*=StyledListItemTopBar] button").first.click()
    social = page.get_by_label("Réseaux sociaux")
    expect(social).to_have_value("linkedin: https://reseau.example/kernel\n")
    social.fill("linkedin: https://reseau.example/kernel\nmastodon: https://essai.example/@kernel")
    page.get_by_label("Résumé").first.fill("Un autre résumé.")
    editor.published()
    for path, title in (("events/entries/reunion", "Réunion"), ("news/entries/un", "Un titre : premier")):
        editor.opened(path)
        expect(page.get_by_label("Titre").first).to_have_value(title)
        page.get_by_label("Titre").first.fill("Un autre titre")
        editor.published()

    assert [
        '-title: "Un titre : premier"',
        '+title: "Un autre titre"',
        "-title: Réunion",
        "+title: Un autre titre",
        '-    summary: "Un résumé : bref"  # à relire',
        '+    summary: "Un autre résumé."  # à relire',
        "-    social: {linkedin: https://reseau.example/kernel}",
        "+    social: {linkedin: https://reseau.example/kernel, mastodon: https://essai.example/@kernel}",
    ] == editor.changes()
    assert {"127.0.0.1", "localhost"} == editor.asked - {""}


def test_a_new_text_is_without_a_fault(editor: Editor, tmp_path: Path) -> None:
    """With a title and a text alone: the day is that of the browser."""
    page = editor.page
    editor.opened("news/new")
    page.get_by_label("Titre").first.fill("Une nouvelle")
    page.get_by_label("Texte").first.fill("Bonjour.")
    editor.published()
    (made,) = (path for path in (editor.site / "content/actualites").iterdir() if path.name != "un.md")
    built = build_by_command(editor.site, tmp_path / "output")

    assert "une-nouvelle.md" == made.name
    assert re.fullmatch(
        r"---\ndate: [\d-]{10}\ntitle: Une nouvelle\n---\n\nBonjour\.\n", made.read_text("utf-8")
    )
    assert (0, ()) == (built.code, built.problems)
    assert {"127.0.0.1", "localhost"} == editor.asked - {""}


def test_everybody_can_log_in(built: Path, page: Page) -> None:
    """axe finds nothing on the page that asks for a token, which is there without decap-server."""
    axe = node_package("axe-core/axe.min.js").read_text("utf-8")
    page.route(f"{LOCAL}/**", lambda route: route.abort())
    with hosted(built) as address:
        page.goto(f"{address}/admin/")
        page.get_by_label("Jeton d’accès").wait_for(timeout=PATIENCE)
        page.evaluate(axe)

        assert [] == page.evaluate(RUN_AXE, "light")
        assert "fr" == page.locator("html").get_attribute("lang")
