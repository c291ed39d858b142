"""A site built again in the same folder: only what has changed, and nothing but what a first build makes."""

import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest
from built_site import REPOSITORY, SMALLEST_SETTINGS, Built, article, build, caches_below, write_site

from association.cli.build import update
from association.host.memo import Memo

EDITS = os.environ.get("ASSOSITE_EDITS", "12")
SEEDS = os.environ.get("ASSOSITE_SEEDS", "1").split()
FILES = {
    "members.yaml": "members:\n  - {id: kernel, name: Kernel, summary: Un}\n  - {id: icea, name: Icéa}\n",
    "content/actualites/un.md": article("Un", "Voir [deux](deux.md)."),
    "content/actualites/deux.md": article("Deux"),
}
OTHER_PLUGIN = """
from pelican import signals

def register():
    signals.content_written.connect(shout)

def shout(path, context):
    with open(path, "a", encoding="utf-8") as page:
        page.write("<!-- seen -->")
"""


@pytest.fixture
def site(tmp_path: Path) -> Path:
    return write_site(tmp_path / "site", FILES)


Builder = Callable[..., Built]


@pytest.fixture
def built(site: Path, tmp_path: Path) -> Builder:
    """Builds with a folder of caches of its own, each time in another process."""

    caches = caches_below(tmp_path)

    def built_again(output: str = "output") -> Built:
        done = build(site, tmp_path / output, variables={"ASSOSITE_CACHE": caches})
        assert (0, "") == (done.code, done.said)
        return done

    return built_again


def times(built: Built) -> dict[str, int]:
    return {file: (built.folder / file).stat().st_mtime_ns for file in built.files}


def rewritten(before: dict[str, int], after: dict[str, int]) -> set[str]:
    return {file for file, time in after.items() if before.get(file) != time}


@pytest.mark.parametrize("seed", SEEDS)
def test_a_site_edited_at_random_is_what_a_first_build_makes(seed: str) -> None:
    """Texts, YAML, settings, templates, styles, pictures, deletions, new names, days that pass, mistakes."""
    command = [sys.executable, str(REPOSITORY / "tests" / "site" / "random_edits.py"), seed, EDITS]
    ended = subprocess.run(command, capture_output=True, text=True, encoding="utf-8")

    assert (0, "") == (ended.returncode, ended.stdout)


def test_files_that_stay_the_same_keep_their_time(built: Builder) -> None:
    """Servers and rsync tell by it what is new; the mark of the build is written anew."""
    before = times(built())
    after = times(built())

    assert rewritten(before, after) <= {".assosite"}
    assert before.keys() == after.keys()


def test_an_edit_rewrites_what_shows_it(site: Path, built: Builder) -> None:
    """A text of a page is on that page and in its feed."""
    before = times(built())
    (site / "content/actualites/un.md").write_text(article("Un", "Autre chose.", summary="Court"), "utf-8")
    (site / "content/actualites/deux.md").touch()
    after = times(built())

    assert {"actualites/un/index.html", "feeds/actualites.atom.xml"} <= rewritten(before, after)
    assert not {"actualites/deux/index.html", "annuaire/kernel/index.html"} & (
        rewritten(before, after) - {"actualites/deux/index.html"}
    )


def test_a_page_that_somebody_has_changed_is_mended(built: Builder) -> None:
    """Whether it was written over, replaced by something else or taken away."""
    folder = built().folder
    pages = [folder / name / "index.html" for name in ("annuaire", "annuaire/kernel", "actualites")]
    pages[0].write_text("Autre chose", "utf-8")
    pages[1].unlink()
    pages[2].unlink()
    pages[2].symlink_to(pages[0])

    assert built("first").contents() == built().contents()


def nothing(entry: Path) -> None:
    entry.write_bytes(b"")


def cut(entry: Path) -> None:
    entry.write_bytes(entry.read_bytes()[:-9])


def other(entry: Path) -> None:
    entry.write_bytes(b"\xff" * 400)


def folder(entry: Path) -> None:
    entry.unlink()
    entry.mkdir()


@pytest.mark.parametrize("damage", [nothing, cut, other, folder, Path.unlink])
def test_a_damaged_record_changes_nothing_but_time(
    damage: Callable[[Path], None], built: Builder, tmp_path: Path
) -> None:
    """Nothing of it is believed."""
    first = built().contents()
    for entry in sorted((tmp_path / "cache" / "outputs").iterdir()):
        damage(entry)

    assert first == built().contents()


def test_the_record_of_another_site_changes_nothing(built: Builder, site: Path, tmp_path: Path) -> None:
    """Two sites may have been built into one folder one after the other, with the same caches."""
    records = tmp_path / "cache" / "outputs"
    first = built().contents()
    before = {entry.name: entry.read_bytes() for entry in records.iterdir()}
    (site / "pelicanconf.py").write_text(SMALLEST_SETTINGS.replace("Essai", "Autre"), "utf-8")
    other_site = built().contents()
    for name, record in before.items():
        (records / name).write_bytes(record)

    assert other_site == built().contents()
    assert other_site["index.html"] != first["index.html"]


def test_beside_other_plugins_every_page_is_written_anew(site: Path, built: Builder) -> None:
    """They may change what was written, and nobody knows from what."""
    settings = SMALLEST_SETTINGS.replace('PLUGINS = ["association"]', 'PLUGINS = ["association", "loud"]')
    write_site(site, {"pelicanconf.py": settings, "plugins/loud.py": OTHER_PLUGIN})
    built()
    write_site(site, {"pelicanconf.py": settings, "plugins/loud.py": OTHER_PLUGIN.replace("seen", "vu")})
    page = built().text("annuaire/kernel/index.html")

    assert (0, 1) == (page.count("<!-- seen -->"), page.count("<!-- vu -->"))


def test_a_setting_that_no_page_is_given_counts_all_the_same(site: Path, built: Builder) -> None:
    """How Markdown is read decides of every text."""
    table = article("Un", "| a | b |\n|---|---|\n| 1 | 2 |")
    write_site(site, {"content/actualites/un.md": table})
    with_tables = built().text("actualites/un/index.html")
    write_site(site, {"pelicanconf.py": SMALLEST_SETTINGS + 'MARKDOWN = {"extensions": []}\n'})
    without = built().text("actualites/un/index.html")

    assert (True, False) == ("<table" in with_tables, "<table" in without)


def test_what_is_gone_is_removed_by_a_process_that_has_built_nothing_yet(
    site: Path, built: Builder, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Such as one that began while there was a mistake: it knows the site by its record."""
    monkeypatch.setenv("ASSOSITE_CACHE", str(tmp_path / "cache"))
    folder = built().folder
    (site / "content/actualites/deux.md").unlink()
    (site / "content/actualites/un.md").write_text(article("Un"), "utf-8")
    update(site, folder, Memo(folder), frozenset(), lambda names: None)

    assert not (folder / "actualites/deux").exists()
    assert (folder / "actualites/un/index.html").exists()


def test_a_failed_build_leaves_what_was_there(site: Path, built: Builder, tmp_path: Path) -> None:
    """The files of the former site are linked into the new one, and never written through the link."""
    before = built().contents()
    (site / "members.yaml").write_text("members: [", "utf-8")
    failed = build(site, tmp_path / "output", variables={"ASSOSITE_CACHE": str(tmp_path / "cache")})

    assert (1, before) == (failed.code, failed.contents())
