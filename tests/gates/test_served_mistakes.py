"""`serve` in a browser, while the files of its site are broken one after the other."""

import os
import socket
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

import pytest
from built_site import REPOSITORY, SMALLEST_SETTINGS, caches_below, write_site
from looks import violations
from playwright.sync_api import Browser, Page, expect

MEMBERS = """\
skills:
  - {id: web, name: Sites web}
towns:
  - {id: lens, name: Lens, lat: 50.4321, lon: 2.8333}
members:
  - id: kernel
    name: Kernel
    summary: Un résumé
    town: lens
    skills: [web]
    website: https://kernel.example
    email: contact@kernel.example
    phone: "+33 3 53 01 00 01"
    joined: 2024-05-01
    people:
      - name: Ana Ruiz
        consent: {date: 2026-01-10, fields: [name]}
"""
COMMISSIONS = """\
venues:
  - {id: salle, name: La salle, address: 1 rue de la Paix}
commissions:
  - id: reseau
    name: Réseau
    mission: Le réseau de tous
    kind: commission
    chairs:
      - {member: kernel, role: chair}
    meetings:
      - id: mensuelle
        title: Réunion
        start: 2027-01-05 18:30
        duration: 2h
        repeat: {rrule: FREQ=MONTHLY;BYDAY=1TU}
        venue: salle
"""
TEXT = """\
---
title: Un
date: 2026-01-05
summary: En deux mots
tags: [entraide]
commissions: [reseau]
members: [kernel]
authors: [Ana]
---

Une phrase avec [un lien](https://example.org).
"""
ARTICLE = "content/actualites/un.md"
FILES = {
    "pelicanconf.py": SMALLEST_SETTINGS,
    "members.yaml": MEMBERS,
    "commissions.yaml": COMMISSIONS,
    ARTICLE: TEXT,
}
WHOLE_BUILD = 60_000  # milliseconds, by a process that has just begun, on a machine with more to do
MISTAKES: dict[str, tuple[tuple[str, str, int], ...]] = {
    "members.yaml": (
        ("members:\n", "members: [\n", 6),
        ("members:\n", "membres:\n", 5),
        ("  - id: kernel\n", "  - id: Kernel !\n", 6),
        ("  - id: kernel\n", "  -id: kernel\n", 6),
        ("    name: Kernel\n", "", 6),
        ("    name: Kernel\n", "    nom: Kernel\n", 7),
        ("    name: Kernel\n", "    name:Kernel\n", 7),
        ("    name: Kernel\n", "\tname: Kernel\n", 7),
        ("    name: Kernel\n", "    name: Kernel\n    name: Noyau\n", 8),
        ("    name: Kernel\n", '    name: "Kernel\n', 7),
        ("    summary: Un résumé\n", "    summary: Un : résumé\n", 8),
        ("    summary: Un résumé\n", "    summary: [Un, résumé]\n", 8),
        ("town: lens", "town: lans", 9),
        ("skills: [web]", "skills: [web", 10),
        ("skills: [web]", "skills: [wab]", 10),
        ("https://kernel.example", "htp:/kernel", 11),
        ("contact@kernel.example", "contact@", 12),
        ("+33 3 53 01 00 01", "<b>", 13),
        ("2024-05-01", "2024-13-01", 14),
        ("fields: [name]", "fields: [nom]", 17),
    ),
    "commissions.yaml": (
        ("commissions:\n", "commissions\n", 3),
        ("commissions:\n", "comissions:\n", 3),
        ("  - id: reseau\n", "  - id: le réseau\n", 4),
        ("  - id: reseau\n", "   - id: reseau\n", 5),
        ("    name: Réseau\n", "", 4),
        ("    name: Réseau\n", "    name: {\n", 5),
        ("    name: Réseau\n", "    name: &a Réseau\n", 5),
        ("    name: Réseau\n", "    name: 'Réseau\n", 5),
        ("    mission: Le réseau de tous\n", "    misson: Le réseau de tous\n", 6),
        ("    mission: Le réseau de tous\n", "  mission: Le réseau de tous\n", 6),
        ("kind: commission", "kind: [commission", 7),
        ("member: kernel", "member: kernal", 9),
        ("role: chair", "rôle: chair", 9),
        ("id: mensuelle", "id: [mensuelle", 11),
        ("FREQ=MONTHLY", "FREQ=MENSUEL", 15),
        ("BYDAY=1TU", "BYDAY=1MARDI", 15),
        ("2027-01-05 18:30", "le 5 janvier", 13),
        ("2027-01-05 18:30", "2027-02-30 18:30", 13),
        ("duration: 2h", "duration: deux", 14),
        ("venue: salle", "venue: sale", 16),
    ),
    ARTICLE: (
        ("---\ntitle", "--\ntitle", 1),
        ("authors: [Ana]\n---\n", "authors: [Ana]\n", 1),
        ("title: Un\n", "", 2),
        ("title: Un\n", "titre: Un\n", 2),
        ("title: Un\n", "title: Un : deux\n", 2),
        ("title: Un\n", "title:\n", 2),
        ("title: Un\n", "title: [Un]\n", 2),
        ("title: Un\n", "title: Un\ntitle: Deux\n", 3),
        ("title: Un\n", 'title: "Un\n', 2),
        ("title: Un\n", "title: Un\nimage: absente.png\n", 3),
        ("title: Un\n", "title: Un\nslug: Un deux\n", 3),
        ("title: Un\n", "title: Un\nstatus: brouillon\n", 3),
        ("date: 2026-01-05\n", "", 2),
        ("2026-01-05", "5 janvier", 3),
        ("2026-01-05", "2026-02-30", 3),
        ("tags: [entraide]", "tags: [entraide", 5),
        ("tags: [entraide]", "tags: [<script>, '!']", 5),
        ("commissions: [reseau]", "commissions: [resau]", 6),
        ("members: [kernel]", "members: [kernal]", 7),
        ("authors: [Ana]", "authors: {Ana: 1}", 8),
    ),
}


@dataclass(frozen=True)
class Served:
    site: Path
    address: str

    def write(self, name: str, text: str) -> None:
        """In one step, as editors do."""
        path = self.site / name
        beside = path.with_name(f".{path.name}.swp")
        beside.write_text(text, "utf-8")
        beside.replace(path)


@contextmanager
def serving(site: Path) -> Iterator[Served]:
    with socket.create_server(("127.0.0.1", 0)) as free:
        port = str(free.getsockname()[1])
    command = [sys.executable, str(REPOSITORY / "tasks.py"), "serve", "--site", str(site), "--port", port]
    environment = {**os.environ, "ASSOSITE_LANG": "C", "ASSOSITE_CACHE": caches_below(site.parent)}
    with subprocess.Popen(command, stderr=subprocess.PIPE, text=True, env=environment) as process:
        assert process.stderr
        next(line for line in process.stderr if line.startswith(("Built", "There is no site")))
        yield Served(site, f"http://127.0.0.1:{port}")
        process.terminate()
        process.communicate()


@pytest.fixture(scope="module")
def served(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Served]:
    with serving(write_site(tmp_path_factory.mktemp("served") / "site", FILES)) as served:
        yield served


@pytest.fixture(scope="module")
def tab(browser: Browser, served: Served) -> Iterator[Page]:
    """The same for all mistakes: an editor has one open, too."""
    context = browser.new_context(reduced_motion="reduce")
    tab = context.new_page()
    tab.goto(f"{served.address}/actualites/un/")
    yield tab
    context.close()


@pytest.mark.parametrize(
    ("name", "old", "new", "line"),
    [(name, *mistake) for name, mistakes in MISTAKES.items() for mistake in mistakes],
)
def test_a_mistake_is_shown_until_it_is_mended(
    served: Served, tab: Page, name: str, old: str, new: str, line: int
) -> None:
    """With its file and its line, over the page that was there before, which stays."""
    good = FILES[name]
    assert old in good
    served.write(name, good.replace(old, new, 1))
    entry = tab.locator("dialog[open] li", has_text=name).filter(has_text=f"line {line}").first
    expect(entry).to_be_visible()
    expect(tab.locator("main")).to_contain_text("Une phrase avec un lien")
    served.write(name, good)

    expect(tab.locator("dialog, .bar")).to_have_count(0)


def test_what_is_put_aside_comes_back_with_the_next_change(served: Served, tab: Page) -> None:
    """Not by going to another page; meanwhile a bar leads to it."""
    served.write("members.yaml", MEMBERS.replace("town: lens", "town: lans"))
    dialog = tab.locator("dialog[open]")
    expect(dialog).to_be_visible()
    tab.keyboard.press("Escape")
    expect(dialog).to_have_count(0)
    tab.goto(f"{served.address}/annuaire/kernel/")
    tab.locator(".bar button").click()
    expect(dialog).to_contain_text("members.yaml")
    dialog.get_by_role("button").click()
    expect(dialog).to_have_count(0)
    served.write("members.yaml", MEMBERS.replace("town: lens", "town: lions"))
    expect(dialog).to_contain_text("lions")
    served.write("members.yaml", MEMBERS)

    expect(tab.locator("dialog, .bar")).to_have_count(0)


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_what_is_laid_over_a_page_is_accessible(served: Served, tab: Page, scheme: str) -> None:
    """On a phone, with the page beneath it."""
    served.write("members.yaml", MEMBERS.replace("town: lens", "town: lans"))
    expect(tab.locator("dialog[open]")).to_be_visible()
    found = violations(tab, 375, scheme)
    served.write("members.yaml", MEMBERS)
    expect(tab.locator("dialog, .bar")).to_have_count(0)

    assert [] == found


def test_a_warning_waits_in_a_bar(served: Served, tab: Page) -> None:
    """It covers nothing until it is asked for."""
    served.write(ARTICLE, TEXT + "\n![Un arbre](https://example.org/arbre.png)\n")
    bar = tab.locator(".bar button")
    expect(bar).to_have_text("1 warning")
    expect(tab.locator("dialog[open]")).to_have_count(0)
    bar.click()
    expect(tab.locator("dialog[open]")).to_contain_text("images of other sites are not shown")
    served.write(ARTICLE, TEXT)

    expect(tab.locator("dialog, .bar")).to_have_count(0)


def test_a_mistake_in_the_settings_is_shown(served: Served, tab: Page) -> None:
    """Theirs is the process that builds, which begins anew."""
    served.write("pelicanconf.py", SMALLEST_SETTINGS + "\nDEFAULT_LANG = 7\n")
    expect(tab.locator("dialog[open]")).to_contain_text("DEFAULT_LANG", timeout=WHOLE_BUILD)
    served.write("pelicanconf.py", SMALLEST_SETTINGS)

    expect(tab.locator("dialog, .bar")).to_have_count(0, timeout=WHOLE_BUILD)


def test_what_is_not_for_everybody_is_marked(served: Served, tab: Page) -> None:
    """On its page, and where a list leads to it."""
    draft = TEXT.replace("title: Un", "title: Deux\nstatus: draft")
    served.write("content/actualites/deux.md", draft)
    tab.goto(f"{served.address}/actualites/")
    expect(tab.get_by_role("link", name="Deux (draft)").first).to_be_visible()
    tab.goto(f"{served.address}/actualites/deux/")
    expect(tab.locator(".bar .mark")).to_have_text("draft")
    (served.site / "content/actualites/deux.md").unlink()

    expect(tab.locator(".bar")).to_have_count(0)


def test_before_any_good_build_each_page_says_why(page: Page, tmp_path: Path) -> None:
    """What an editor wrote stays text, and the page turns into the site."""
    broken = MEMBERS.replace("town: lens", 'town: "<img src=x onerror=alert(1)>"')
    errors: list[str] = []
    page.on("dialog", lambda dialog: errors.append(dialog.message))
    with serving(write_site(tmp_path / "site", {**FILES, "members.yaml": broken})) as served:
        page.goto(f"{served.address}/annuaire/kernel/")
        expect(page.get_by_role("heading", level=1)).to_have_text("There is no site to show yet")
        expect(page.locator("li")).to_contain_text("<img src=x onerror=alert(1)>")
        served.write("members.yaml", MEMBERS)
        expect(page.get_by_role("heading", level=1)).to_have_text("Kernel", timeout=WHOLE_BUILD)

    assert [] == errors
