"""Which files of content/ are read, and of which nobody does; what is said of those is in tests/bad_input."""

from dataclasses import replace
from pathlib import Path

import pytest
from site_on_disk import Files, article, codes, loaded, site

from association.content.load import load
from association.host.loading import named_paths

NEWS = article("date: 2026-09-01")
EVENT = article("start: 2026-12-01")


def addresses(root: Path, files: Files) -> list[str]:
    association = loaded(root, files).association
    return [text.slug for text in (*association.articles, *association.events, *association.pages)]


@pytest.mark.parametrize("name", ["bilan.markdown", "bilan.MARKDOWN", "bilan.MD", "2026/sous/bilan.markdown"])
def test_a_text_is_read_whatever_its_ending_of_markdown(tmp_path: Path, name: str) -> None:
    """As Pelican reads them."""

    assert ["bilan"] == addresses(tmp_path, {f"content/actualites/{name}": NEWS})


@pytest.mark.parametrize("name", ["bilan.markdown", "../Agenda/bal.md"])
def test_links_lead_to_such_texts(tmp_path: Path, name: str) -> None:
    """They have pages as others have."""
    files = {
        "content/actualites/bilan.markdown": NEWS,
        "content/Agenda/bal.md": EVENT,
        "content/actualites/rentree.md": article("date: 2026-09-01", f"[x]({name})"),
    }

    assert [] == codes(tmp_path, files)


@pytest.mark.parametrize("folder", ["Agenda", "AGENDA", "agénda", "age\u0301nda"])
def test_a_folder_is_known_in_other_capitals_and_with_accents(tmp_path: Path, folder: str) -> None:
    """Whatever the file system of the editor makes of them."""

    assert ["bal"] == addresses(tmp_path, {f"content/{folder}/bal.md": EVENT})


def test_calendars_are_found_in_such_a_folder(tmp_path: Path) -> None:
    """They are files of that section."""
    calendar = b"BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:x\r\nEND:VCALENDAR\r\n"
    found = loaded(tmp_path, {"content/Agenda/Imports/foire.ics": calendar})

    assert ["Agenda/Imports/foire.ics"] == [one.source for one in found.association.calendars]


@pytest.mark.parametrize(
    "name",
    [
        "images/salle.jpg",
        "documents/.gitkeep",
        "actualites/.DS_Store",
        "images/Thumbs.db",
        "territoire.geojson",
    ],
)
def test_what_has_its_place_is_no_mistake(tmp_path: Path, name: str) -> None:
    """Pictures wait for a text, and systems leave files everywhere."""
    outline = b'{"type": "LineString", "coordinates": [[2.8, 50.4], [2.9, 50.5]]}'

    assert [] == codes(tmp_path, {f"content/{name}": outline})


@pytest.mark.parametrize("link", ["[x](plan.txt)", "![x](plan.png)", "[x](/ailleurs/plan.pdf)"])
def test_what_a_text_leads_to_is_no_mistake(tmp_path: Path, link: str) -> None:
    """Wherever it lies."""
    path = link.partition("(")[2][:-1]
    place = path[1:] if path.startswith("/") else f"actualites/{path}"
    text = article("date: 2026-09-01", link)

    assert [] == codes(tmp_path, {f"content/{place}": b"x", "content/actualites/bilan.md": text})


def test_what_a_draft_leads_to_is_no_mistake(tmp_path: Path) -> None:
    """It may be published tomorrow."""
    draft = article("date: 2026-09-01\nstatus: draft", "[x](plan.txt)")

    assert [] == codes(tmp_path, {"content/actualites/plan.txt": b"x", "content/actualites/a.md": draft})


def test_what_the_settings_name_is_no_mistake(tmp_path: Path) -> None:
    """STATIC_PATHS, a theme, a file for a plugin of others."""
    folder = site(
        tmp_path, {"content/extra/robots.txt": "x", "content/data/a.csv": "x", "content/b.txt": "x"}
    )

    assert 3 == len(load(folder).warnings)
    assert () == load(replace(folder, copied=("extra",), named=("data", "b.txt"))).warnings
    assert () == load(replace(folder, copied=("",))).warnings
    assert () == load(replace(folder, copied=("extra/robots.txt", "data", "b.txt"))).warnings


def test_settings_name_paths_from_content_or_from_the_site(tmp_path: Path) -> None:
    """Only those that are there, and never the folders of our own texts."""
    content = site(
        tmp_path, {"content/a/b.txt": "x", "content/c/d.txt": "x", "content/news/e.md": "x"}
    ).content
    settings = {
        "PATH": str(content),
        "THEME": "content/a",
        "PLUGIN_PATHS": ["c", "plugins"],
        "OTHER_FILE": content / "a" / "b.txt",
        "TEMPLATE_PAGES": {"c/d.txt": "d.html"},
        "NEWS_FOLDER": "news",
        "SITENAME": "news",
        "ODD_FILE": 12,
    }

    assert ["a", "c", "a/b.txt", "c/d.txt"] == list(named_paths(settings, content))
