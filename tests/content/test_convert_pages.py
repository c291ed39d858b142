"""Pages: their order, their addresses."""

from pathlib import Path

from site_on_disk import article, association

from association.domain.articles import StaticPage
from association.domain.text import plain


def test_a_page_has_everything_its_file_says(tmp_path: Path) -> None:
    """Most of it has a default."""
    files = {"content/pages/contact.md": article("menu: main\norder: 2", "Écrivez-nous.\n")}
    expected = StaticPage(
        slug="contact",
        title=plain("Titre"),
        body="\nÉcrivez-nous.\n",
        language="fr",
        menu="main",
        order=2,
        source="pages/contact.md",
    )

    assert (expected,) == association(tmp_path, files).pages


def test_pages_are_in_the_order_of_the_menu_then_by_address(tmp_path: Path) -> None:
    """Without an order a page comes after those that have one."""
    heads = {"z": "order: 1", "b": "lang: fr", "a": "lang: fr", "c": "status: draft"}
    files = {f"content/pages/{name}.md": article(head) for name, head in heads.items()}

    assert ["z", "a", "b"] == [page.slug for page in association(tmp_path, files).pages]
