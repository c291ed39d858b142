"""The members' section of a site that is built without the passphrase, or has nothing for it."""

from pathlib import Path

from built_site import Files, article, build, sheet, write_site
from html_pages import Page
from opened_site import built_sealed, sealed_in

FILES: Files = {
    "content/actualites/salaires.md": article("Barème des salaires", visibility="members"),
    "content/pages/membres.md": sheet({"title": "Le coin des membres"}, "Demandez la phrase au bureau."),
    "content/pages/aide.md": sheet({"title": "Aide"}, "Tout est dans [l’espace](/membres/)."),
}
ADDRESS = "membres/"
TITLED: Files = {
    **FILES,
    "content/pages/guide.md": sheet(
        {"title": "Le guide", "visibility": "members", "show_title": "true"}, "Chut."
    ),
    "content/pages/aide.md": sheet({"title": "Aide"}, "Lisez [le guide](guide.md)."),
}
"""With a text whose title everybody may know, and another that leads there."""


def is_introduced(page: Page) -> bool:
    return "1 Le coin des membres" in page.headings and "Demandez la phrase au bureau." in page.main.text


def forms(page: Page) -> int:
    return len([*page.main.iter("form")])


def test_what_introduces_the_section_is_a_page_without_a_form(tmp_path: Path) -> None:
    """Other texts lead there; no menu does."""
    site = build(write_site(tmp_path / "site", FILES), tmp_path / "output")
    found = site.page(ADDRESS)

    assert (True, 0) == (is_introduced(found), forms(found))
    assert ADDRESS not in site.page("").targets


def test_with_the_passphrase_it_stands_above_the_form(tmp_path: Path) -> None:
    site = built_sealed(tmp_path, FILES)
    found = site.page(ADDRESS)

    assert (True, 1) == (is_introduced(found), forms(found))
    assert ADDRESS in site.page("").targets


def test_a_text_for_all_may_lead_to_one_whose_title_is_public(tmp_path: Path) -> None:
    """Without the passphrase, to where the section is introduced."""
    shut = build(write_site(tmp_path / "shut" / "site", TITLED), tmp_path / "shut" / "output")
    opened = built_sealed(tmp_path, TITLED)

    assert ("membres/", "membres/guide/") == tuple(
        site.page("aide/").link("le guide") for site in (shut, opened)
    )
    assert [] == [problem for problem in opened.problems if "guide" in problem]


def test_a_page_of_that_name_stays_where_nothing_is_private(tmp_path: Path) -> None:
    """Many associations present their members at this address; a passphrase changes nothing."""
    files = {"content/pages/membres.md": sheet({"title": "Nos membres"}, "Ils sont cent.")}
    built = built_sealed(tmp_path, files)

    assert (0, "") == (built.code, built.said)
    assert "Ils sont cent." in built.page("membres/").main.text
    assert {} == sealed_in(built, "membres/")
