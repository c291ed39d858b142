"""Texts whose address the site needs for a page of its own."""

from pathlib import Path

import pytest
from built_site import SMALLEST_SETTINGS, SiteOf, article, event, write_site
from checking import checked

COMMISSIONS = """\
commissions:
  - id: reseaux
    name: Réseaux
    meetings:
      - {title: Réunion, start: 2026-11-03 18:30, duration: 2h, repeat: {every: month, on: first tuesday}}
"""
TAKEN = {
    "content/agenda/passees.md": event("Les dates passées en images"),
    "content/agenda/atelier.md": event("Nos calendriers", slug="calendriers"),
}
FREE = {
    "content/actualites/passees.md": article("Les dates passées en images"),
    "content/pages/agenda.md": "---\ntitle: Agenda\n---\n",
    "content/pages/par.md": "---\ntitle: Par\n---\n",
}
SAID = (
    "content/agenda/atelier.md:1:1: error: the page of this file would be at "
    '"/agenda/calendriers/", where the site has a page of its own; '
    'give it another "slug", or the file another name [same-address]',
    "content/agenda/passees.md:1:1: error: the page of this file would be at "
    '"/agenda/passees/", where the site has a page of its own; '
    'give it another "slug", or the file another name [same-address]',
)


def test_the_build_says_which_file_needs_another_name(site_of: SiteOf) -> None:
    """Instead of one page written over the other."""
    site = site_of(TAKEN | FREE, may_fail=True)

    assert (1, SAID) == (site.code, site.problems)


def test_check_says_it_too(tmp_path: Path) -> None:
    """An editor who checks is not surprised by the build."""

    assert SAID == checked(write_site(tmp_path, TAKEN | FREE))


@pytest.mark.parametrize("name", FREE)
def test_the_same_name_elsewhere_is_free(tmp_path: Path, name: str) -> None:
    """And a page named after a section introduces it."""

    assert () == checked(write_site(tmp_path, {name: FREE[name]}))


def test_a_document_may_not_take_the_place_of_a_file_of_the_site(tmp_path: Path) -> None:
    """A text may link to any file beside it."""
    files = {
        "content/robots.txt": "Disallow:",
        "content/actualites/a.md": article("Robots", "[x](/robots.txt) [y](../robots.txt)"),
    }

    assert (
        'content/robots.txt:1:1: error: this file would be at "/robots.txt", '
        "where the site has a file of its own; give the file another name [same-address]",
    ) == checked(write_site(tmp_path, files))


def test_pages_that_are_switched_off_are_in_nobody_s_way(site_of: SiteOf) -> None:
    """They have no address."""
    settings = f'{SMALLEST_SETTINGS}ARTICLE_SAVE_AS = ""\nNEWS_FEED_SAVE_AS = ""\nMINUTES_SAVE_AS = ""\n'
    files = {"pelicanconf.py": settings, "content/actualites/a.md": article("A")}
    files["content/comptes-rendus/2026-11-03-reseaux.md"] = "---\ncommission: reseaux\n---\n\nUn texte.\n"
    files["commissions.yaml"] = COMMISSIONS
    site = site_of(files)

    assert (0, (), False) == (site.code, site.problems, site.has("actualites/a/"))


@pytest.mark.parametrize(
    ("name", "address"), [("content/pages/nl.md", "/nl/"), ("content/pages/nieuws.md", "/nl/nieuws/")]
)
def test_the_address_of_a_page_in_another_language_is_taken_too(
    tmp_path: Path, name: str, address: str
) -> None:
    """The home page of that language; a section of it, where a text that nobody has translated is shown."""
    told = checked(write_site(tmp_path, {name: "---\ntitle: Essai\n---\n"}), LANGUAGES=["fr", "nl"])

    assert (
        f'{name}:1:1: error: the page of this file would be at "{address}", where the site has a page of its '
        'own; give it another "slug", or the file another name [same-address]',
    ) == told
