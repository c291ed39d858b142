"""The folder of documents as a hostile or careless hand leaves it: what is published, and what is said."""

from collections.abc import Iterator
from os import mkfifo
from pathlib import Path

import pytest
from built_site import SMALLEST_SETTINGS, TODAY, Built, article, build, write_site

SECRET = "canary-of-documents"
SETTINGS = SMALLEST_SETTINGS + 'STATIC_PATHS = ["documents", "extra"]\n'
FILES = {
    "pelicanconf.py": SETTINGS,
    "members.yaml": f"members:\n  - {{id: a, name: A, people: [{{name: {SECRET}}}]}}\n",
    "ailleurs/prive.pdf": SECRET,
    "content/extra/verification.txt": "public-extra",
    "content/documents/statuts.pdf": "public-statuts",
    "content/documents/brouillon.pdf": SECRET,
    "content/documents/orphelin.pdf": SECRET,
    "content/documents/.env": SECRET,
    "content/documents/~$statuts.docx": SECRET,
    "content/documents/a.php": SECRET,
    "content/agenda/programme.txt": "public-programme",
    "content/agenda/oublie.txt": SECRET,
    "content/actualites/a.md": article(
        "Public", "[Statuts](/documents/statuts.pdf), [programme](../agenda/programme.txt)"
    ),
    "content/actualites/b.md": article("Brouillon", "[x](/documents/brouillon.pdf)", status="draft"),
}
LINKS = {
    "membres.pdf": "../../members.yaml",
    "dossier": "../../ailleurs",
    "environnement.txt": "/proc/self/environ",
    "cache.txt": ".env",
    "boucle": "..",
    "moi.pdf": "moi.pdf",
}


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    site = write_site(tmp_path_factory.mktemp("site"), FILES)
    for name, target in LINKS.items():
        (site / "content" / "documents" / name).symlink_to(target)
    mkfifo(site / "content" / "documents" / "tube.pdf")
    return site


@pytest.fixture(scope="module")
def site(folder: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Built]:
    return build(folder, tmp_path_factory.mktemp("out") / "output")


def test_what_texts_link_to_is_there_and_nothing_else(site: Built) -> None:
    """Of the folder, of other folders, of what the settings have Pelican copy."""
    expected = ["agenda/programme.txt", "documents/statuts.pdf", "extra/verification.txt"]
    copied = [file for file in site.files if file.startswith(("documents/", "extra/", "agenda/"))]

    assert expected == [file for file in copied if not file.endswith((".html", ".ics"))]


def test_no_secret_is_in_any_byte(site: Built) -> None:
    """Nor the environment of the build, which holds the tokens of a CI."""
    leaks = [
        file for file, content in site.contents().items() if SECRET.encode() in content or b"PATH=" in content
    ]

    assert 0 == site.code and [] == leaks


def test_everything_that_is_left_out_is_told_with_its_path(site: Built) -> None:
    """But for what office programs leave behind."""
    told = {line.partition(":")[0].removeprefix("content/documents/") for line in site.problems}

    assert {*LINKS, "tube.pdf", ".env", "a.php", "orphelin.pdf", "content/agenda/oublie.txt"} == told


def test_check_says_what_build_says(folder: Path, site: Built, monkeypatch: pytest.MonkeyPatch) -> None:
    """The same lines in the same order."""
    from association.cli.check import problems_found

    monkeypatch.setenv("SOURCE_DATE_EPOCH", str(int(TODAY.timestamp())))
    problems, _ = problems_found(folder)

    assert list(site.problems) == [problem.line_of_text() for problem in problems]


def test_a_document_is_copied_byte_for_byte(site: Built) -> None:
    """Whoever signed it relies on that."""

    assert b"public-statuts" == site.bytes("documents/statuts.pdf")


def test_unlinked_documents_are_published_when_the_settings_say_so(tmp_path: Path) -> None:
    """Still not those of a draft."""
    more = 'PUBLISH_UNLINKED_DOCUMENTS = True\nDOCUMENT_KINDS = ["skp"]\n'
    files = {**FILES, "pelicanconf.py": SETTINGS + more, "content/documents/salle.skp": "public-salle"}
    built = build(write_site(tmp_path / "site", files), tmp_path / "output")

    assert ["documents/orphelin.pdf", "documents/salle.skp", "documents/statuts.pdf"] == [
        file for file in built.files if file.startswith("documents/")
    ]


def test_a_link_out_of_a_folder_that_pelican_copies_stops_the_build(tmp_path: Path) -> None:
    """Pelican would follow it."""
    site = write_site(tmp_path / "site", FILES)
    (site / "content" / "extra" / ".cache").mkdir()
    (site / "content" / "extra" / ".cache" / "x").symlink_to("../../../members.yaml")
    built = build(site, tmp_path / "output")

    assert 1 == built.code and "content/extra/.cache/x:1:1: error" in built.said
