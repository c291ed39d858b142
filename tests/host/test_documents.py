"""Files published as they are."""

from pathlib import Path

from association.host.documents import document_problems


def names(content: Path, *linked: str) -> list[str]:
    return [f"{problem.file} {problem.code}" for problem in document_problems(content, linked)]


def test_a_document_that_a_browser_would_run_is_refused(tmp_path: Path) -> None:
    """A page of one's own below documents/ would be a part of the site, scripts included."""
    content = tmp_path / "content"
    (content / "documents" / "bilan").mkdir(parents=True)
    for name in ("bilan/2026.HTML", "statuts.pdf", "plan.svg"):
        (content / "documents" / name).touch()

    assert [
        "content/documents/bilan/2026.HTML unsafe-document",
        "content/documents/plan.svg unsafe-document",
    ] == names(content)


def test_a_file_that_is_linked_to_is_judged_wherever_it_lies(tmp_path: Path) -> None:
    """Links may lead to the neighbours of a text."""
    content = tmp_path / "content"

    assert ["content/actualites/jeu.js unsafe-document"] == names(content, "actualites/jeu.js", "notes.txt")
