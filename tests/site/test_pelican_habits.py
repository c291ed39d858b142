"""What people who know Pelican type keeps working (DESIGN section 3)."""

import subprocess
import sys
from pathlib import Path

import pytest
from built_site import (
    REPOSITORY,
    SMALLEST_SETTINGS,
    TODAY,
    SiteOf,
    article,
    build,
    surroundings,
    write_site,
)

from association.host.mark import MARK, mark_in, mark_of

MEMBERS = "members:\n  - {id: ana, name: Ana}\n"
PUBLIC_IN_PELICAN = ["pelicanconf.py", "content"]


def pelican(folder: Path, output: Path | None = None) -> subprocess.CompletedProcess[str]:
    """output: where nothing is said, that of Pelican, which it knows by a relative path."""
    command = [sys.executable, "-m", "pelican", "-s", "pelicanconf.py", "content"]
    command += ["-o", str(output)] if output else []
    return subprocess.run(
        command, cwd=folder, env=surroundings("", TODAY), capture_output=True, text=True, encoding="utf-8"
    )


def with_program(folder: Path) -> Path:
    """The folder of a site that brings program and theme with it, as the repository does."""
    for name in ("plugins", "themes"):
        (folder / name).symlink_to(REPOSITORY / name, target_is_directory=True)
    return folder


def test_the_settings_of_a_new_site_fit_on_one_screen() -> None:
    """At most 20 lines that work."""

    assert len(SMALLEST_SETTINGS.splitlines()) <= 20


def test_settings_of_eight_lines_in_a_folder_elsewhere_make_a_site(site_of: SiteOf) -> None:
    """No program, no theme and no content beside them."""
    site = site_of({})

    assert (True, True, True) == (site.has(""), site.has("404.html"), "Essai" in site.page("").title)


@pytest.fixture(scope="module")
def by_pelican(tmp_path_factory: pytest.TempPathFactory) -> tuple[subprocess.CompletedProcess[str], Path]:
    output = tmp_path_factory.mktemp("pelican") / "output"
    return pelican(REPOSITORY, output), output


def test_pelican_itself_builds_the_repository(
    by_pelican: tuple[subprocess.CompletedProcess[str], Path],
) -> None:
    """`pelican -s pelicanconf.py content -o OUT`, without a warning that needs explaining."""
    ended, output = by_pelican

    assert (0, True, True) == (
        ended.returncode,
        (output / "annuaire/index.html").is_file(),
        (output / "commissions/infrastructures-reseaux/agenda.ics").is_file(),
    )


def test_pelican_s_own_pages_are_not_in_the_way(
    by_pelican: tuple[subprocess.CompletedProcess[str], Path],
) -> None:
    """No archives, authors or categories in the style of another theme."""
    _, output = by_pelican
    names = {path.name for path in output.iterdir()}

    assert set() == names & {
        "archives.html",
        "authors.html",
        "categories.html",
        "tags.html",
        "author",
        "category",
    }


@pytest.fixture(scope="module")
def with_mistake(tmp_path_factory: pytest.TempPathFactory) -> subprocess.CompletedProcess[str]:
    folder = with_program(tmp_path_factory.mktemp("site"))
    files = {
        "members.yaml": "members:\n  - {id: alpha, nam: Alpha}\n",
        "content/pages/un.md": "---\ntitle: Un\n---\n",
    }
    return pelican(write_site(folder, files), folder / "output")


def test_pelican_says_an_editor_s_mistake_in_a_sentence(
    with_mistake: subprocess.CompletedProcess[str],
) -> None:
    """With its line, and an exit code that CI sees."""
    said = "".join((with_mistake.stdout + with_mistake.stderr).split())

    assert (1, True) == (with_mistake.returncode, "members.yaml:2:" in said)


def test_pelican_shows_no_traceback_for_it(with_mistake: subprocess.CompletedProcess[str]) -> None:
    """Never a traceback for an editor's mistake."""

    assert "Traceback" not in with_mistake.stdout + with_mistake.stderr


def test_what_pelican_itself_wrote_is_replaced_by_a_build(tmp_path: Path) -> None:
    """Its pages are known for ours, and go when they are no longer written; what others put there stays."""
    article = "---\ntitle: {0}\ndate: 2026-11-01\n---\n\nUn texte.\n"
    texts = {f"content/actualites/{name}.md": article.format(name) for name in ("un", "deux")}
    site = with_program(write_site(tmp_path / "site", texts))
    write_site(site / "output", {"thesis.txt": "mine", "actualites/un/photo": "mine"})
    ended = pelican(site, site / "output")
    (site / "output/CNAME").write_text("mine", encoding="utf-8")
    (site / "content/actualites/un.md").unlink()
    built = build(site, site / "output")

    assert (0, 0) == (ended.returncode, built.code)
    assert {"thesis.txt", "CNAME", "actualites/un/photo"} <= set(built.files)
    assert (True, False) == (built.has("actualites/deux/"), built.has("actualites/un/"))
    assert not (site / "output.before").exists()


def test_pelican_builds_again_where_it_has_built(tmp_path: Path) -> None:
    """With no word on the folder of the output; a page that has changed is made again."""
    site = with_program(write_site(tmp_path / "site", {"content/actualites/un.md": article("Un")}))
    first = pelican(site)
    write_site(site, {"content/actualites/un.md": article("Deux")})
    second = pelican(site)

    assert (0, 0) == (first.returncode, second.returncode), second.stdout + second.stderr
    assert "Deux" in (site / "output/actualites/un/index.html").read_text(encoding="utf-8")


def test_nothing_that_a_preview_shows_early_is_left_by_pelican(tmp_path: Path) -> None:
    """What lies beside, which no build made, stays."""
    site = with_program(write_site(tmp_path / "site", {"content/actualites/un.md": article("Un")}))
    output, draft = site / "output", "actualites/brouillon/index.html"
    pelican(site)
    write_site(output, {draft: "Pas encore.", "CNAME": "club.example"})
    mark = mark_in(output)
    assert mark
    (output / MARK).write_bytes(mark.joined(mark_of(mark.site, [draft], is_preview=True)).content())
    again = pelican(site)

    assert 0 == again.returncode, again.stdout + again.stderr
    assert not (output / draft).exists()
    assert (output / "actualites/un/index.html").is_file() and (output / "CNAME").is_file()


def test_one_section_can_be_had_alone(site_of: SiteOf) -> None:
    """Its pages, and a menu that leads to nothing else."""
    settings = SMALLEST_SETTINGS.replace('["association"]', '["association.news"]')
    files = {"pelicanconf.py": settings, "members.yaml": MEMBERS, "content/actualites/a.md": article("A")}
    site = site_of(files)
    (menu,) = site.page("actualites/a/").document.with_class("rubrics")

    assert (True, False) == (site.has("actualites/a/"), site.has("annuaire/"))
    assert "Actualités" == menu.text
