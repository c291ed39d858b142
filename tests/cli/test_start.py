"""What a command imports before it answers: `check` of a small site is mostly that."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
MOST_MODULES = 420
"""In all, those of Python itself included, which are not the same in each version."""
MOST_MODULES_OF_A_LOOK = 320
FOR_A_BUILD = frozenset(
    {"pelican", "docutils", "jinja2", "markdown", "feedgenerator", "nh3", "rich", "pygments"}
)
NEEDED_SOMETIMES = frozenset({"invoke", "PIL", "babel", "icalendar", "pypdf", "olefile", "watchfiles"})
SETTINGS = """\
SITENAME = "Essai"
SITEURL = "https://essai.example"
PATH = "content"
TIMEZONE = "Europe/Paris"
DEFAULT_LANG = "fr"
THEME = "themes/parvis"
PLUGIN_PATHS = ["plugins"]
PLUGINS = ["association"]
ASSOCIATION = {"name": "Essai", "accent": "#0c5c60"}
"""
MEMBERS = """\
types: [{id: actif, name: Actif}]
members: [{id: octets, name: Les Octets, type: actif, kind: organisation}]
"""
NEWS = """\
---
title: Une nouvelle
date: 2026-03-01
---

Un *texte* avec un [lien](https://essai.example/annuaire/octets/).
"""
CALENDAR = b"""\
BEGIN:VCALENDAR
VERSION:2.0
BEGIN:VEVENT
UID:a@b.example
SUMMARY:Atelier
DTSTART:20261203T083000Z
END:VEVENT
END:VCALENDAR
"""


@pytest.fixture
def site(tmp_path: Path) -> Path:
    (tmp_path / "content/actualites").mkdir(parents=True)
    files = {"pelicanconf.py": SETTINGS, "members.yaml": MEMBERS, "content/actualites/2026-03-01-a.md": NEWS}
    for name, text in files.items():
        (tmp_path / name).write_text(text, encoding="utf-8")
    return tmp_path


def imported(site: Path, *command: str, said: tuple[str, ...] = ("0 errors, 0 warnings",)) -> frozenset[str]:
    """By a command that finds nothing wrong, as Python itself tells it (-X importtime)."""
    typed = [sys.executable, "-X", "importtime", str(ROOT / "tasks.py"), *command, "--site", str(site)]
    own = {"ASSOSITE_LANG": "C", "SOURCE_DATE_EPOCH": "1795600000", "ASSOSITE_CACHE": str(site / "cache")}
    environment = {**os.environ, **own}
    ended = subprocess.run(typed, env=environment, capture_output=True, text=True, timeout=60)
    lines = [line for line in ended.stderr.splitlines() if line.startswith("import time:")]
    told = tuple(line for line in ended.stderr.splitlines() if not line.startswith("import time:"))

    assert (0, said) == (ended.returncode, told)
    return frozenset(line.rpartition("|")[2].strip() for line in lines)


def packages(modules: frozenset[str]) -> frozenset[str]:
    return frozenset(name.partition(".")[0] for name in modules)


def test_check_imports_only_what_it_needs(site: Path) -> None:
    """Nothing that writes a site, and nothing for files that this one has not."""
    modules = imported(site, "check")

    assert frozenset() == packages(modules) & (FOR_A_BUILD | NEEDED_SOMETIMES)
    assert len(modules) <= MOST_MODULES


def test_a_build_that_finds_nothing_to_do_imports_less_than_a_check(site: Path) -> None:
    """It does not load the site, nor what could."""
    imported(site, "build", said=())
    modules = imported(site, "build", said=())

    assert frozenset() == packages(modules) & (FOR_A_BUILD | NEEDED_SOMETIMES | {"yaml"})
    assert len(modules) <= MOST_MODULES_OF_A_LOOK


def test_settings_of_production_are_judged_without_pelican(site: Path) -> None:
    """Though `check` reads those too."""
    (site / "publishconf.py").write_text(
        'from pelicanconf import *\nSITEURL = "https://essai.example"\nPUBLISH_BRANCH = "pages"\n',
        encoding="utf-8",
    )

    assert "pelican" not in packages(imported(site, "check"))


def test_pelican_is_asked_about_what_it_alone_knows(site: Path) -> None:
    """A setting of its own, even one that means nothing here."""
    with (site / "pelicanconf.py").open("a", encoding="utf-8") as file:
        file.write("ARTICLE_URL = 'nouvelles/{slug}/'\n")

    assert "pelican" in packages(imported(site, "check"))


def test_pictures_alone_bring_pillow(site: Path) -> None:
    """Which is most of what takes its time in a site that has some."""
    from PIL import Image

    (site / "content/images").mkdir()
    Image.new("RGB", (40, 30)).save(site / "content/images/a.png")
    news = site / "content/actualites/2026-03-01-a.md"
    news.write_text(NEWS + "\n![Rien](/images/a.png)\n", encoding="utf-8")

    assert {"PIL"} == packages(imported(site, "check")) & (FOR_A_BUILD | NEEDED_SOMETIMES)


def test_calendars_of_partners_alone_bring_icalendar(site: Path) -> None:
    """It is larger than all the rest of a check."""
    (site / "content/agenda/imports").mkdir(parents=True)
    (site / "content/agenda/imports/partenaire.ics").write_bytes(CALENDAR)

    assert {"icalendar"} == packages(imported(site, "check")) & (FOR_A_BUILD | NEEDED_SOMETIMES)
