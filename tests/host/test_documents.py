"""What the settings say of documents, and what is said of names in their metadata."""

import errno
from dataclasses import replace
from pathlib import Path
from shutil import rmtree

import made_files as made
import pytest
from pelican.settings import DEFAULT_CONFIG
from site_on_disk import site

from association.content.load import Loaded, LoadMemory, SiteFolder
from association.domain.association import Association, Identity
from association.host import documents
from association.host.documents import document_kinds, document_settings, named_persons, yes_or_no
from association.host.setting_kinds import Ground
from association.host.settings import apply_defaults
from association.metadata.names import Naming


def said(kinds: object = (), unlinked: object = False) -> list[str]:
    ground = Ground(Path("site"), Path("site/content"))
    found = (
        *document_kinds("DOCUMENT_KINDS", kinds, ground),
        *yes_or_no("PUBLISH_UNLINKED_DOCUMENTS", unlinked, ground),
    )
    return [mistake.said.text() for mistake in found]


@pytest.mark.parametrize(
    ("kinds", "unlinked", "expected"),
    [
        (["dwg", ".STL"], True, []),
        ("dwg", False, ['found DOCUMENT_KINDS = \'dwg\', expected a list such as ["dwg", "stl"]']),
        ([3], False, ['DOCUMENT_KINDS has 3, expected the ending of a file name, such as "dwg"']),
        (["a b"], False, ["DOCUMENT_KINDS has 'a b', expected the ending of a file name, such as \"dwg\""]),
        (
            [".PHP", "svg"],
            False,
            [
                'DOCUMENT_KINDS has "PHP", which browsers or servers run: such a file is no document',
                'DOCUMENT_KINDS has "svg", which browsers or servers run: such a file is no document',
            ],
        ),
        ([], "non", ["found PUBLISH_UNLINKED_DOCUMENTS = 'non', expected True or False"]),
        ([], 1, ["found PUBLISH_UNLINKED_DOCUMENTS = 1, expected True or False"]),
    ],
)
def test_settings_that_mean_nothing_are_told(kinds: object, unlinked: object, expected: list[str]) -> None:
    """A text such as "non" would count as true in Python."""

    assert expected == said(kinds, unlinked)


def test_what_means_nothing_publishes_nothing() -> None:
    """The build stops; nobody relies on that."""
    settings = {"DOCUMENT_KINDS": [3, ".DWG"], "PUBLISH_UNLINKED_DOCUMENTS": "non"}

    assert {"document_kinds": {"dwg"}, "publishes_unlinked": False} == document_settings(settings)


@pytest.mark.parametrize(
    ("written", "copied"),
    [
        (["documents"], []),
        (["documents", "extra"], ["extra"]),
        (["./documents/", "documents/bilans"], []),
        (["."], [""]),
        (["images"], []),
    ],
)
def test_pelican_is_never_left_to_copy_documents(written: list[str], copied: list[str]) -> None:
    """It follows links and takes hidden files; settings of earlier versions name the folder."""
    settings = {**DEFAULT_CONFIG, "STATIC_PATHS": written}
    apply_defaults(settings)

    assert (copied, ["documents"]) == (settings["STATIC_PATHS"], settings["STATIC_EXCLUDES"])


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> SiteFolder:
    monkeypatch.setenv("ASSOSITE_CACHE", str(tmp_path / "cache"))
    return site(tmp_path, {"content/documents/a.pdf": made.pdf({"Author": "Jeanne Exemple"})})


ESSAI = Association(Identity("Essai"))
LOADED = Loaded(ESSAI, {"fr": ESSAI}, deposited=frozenset({"documents/a.pdf"}))


def test_names_are_quoted_with_what_to_do(folder: SiteFolder) -> None:
    """Whoever published the minutes may not know that Word has signed them."""

    assert [
        "content/documents/a.pdf:1:1: warning: the metadata of this file says who worked on it: "
        '"Author: Jeanne Exemple"; empty the author in the properties of the document it was made from '
        "and export it again, or print it into a new PDF [named-in-metadata]"
    ] == [problem.line_of_text() for problem in named_persons(folder, LOADED, LoadMemory())]


def test_the_association_is_no_person(folder: SiteFolder) -> None:
    """Its own name in its own documents is what one would wish."""
    ours = replace(LOADED, by_language={"fr": Association(Identity("JEANNE exemple"))})

    assert [] == list(named_persons(folder, ours, LoadMemory()))


def test_a_document_is_read_once_for_each_content(
    folder: SiteFolder, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A check must not take the time of all documents each time."""
    first = list(named_persons(folder, LOADED, LoadMemory()))
    monkeypatch.setattr(documents, "named_in", lambda path: (Naming("Author", "Autre"),))
    again = list(named_persons(folder, LOADED, LoadMemory()))
    (folder.content / "documents/a.pdf").write_bytes(made.pdf({"Author": "Autre"}))

    assert first == again
    assert first != list(named_persons(folder, LOADED, LoadMemory()))


def test_a_cache_that_cannot_be_read_or_written_is_done_without(
    folder: SiteFolder, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The warning is the same."""
    first = list(named_persons(folder, LOADED, LoadMemory()))
    for entry in (folder.root / "cache" / "metadata").iterdir():
        entry.write_text("{")
    again = list(named_persons(folder, LOADED, LoadMemory()))
    monkeypatch.setenv("ASSOSITE_CACHE", str(folder.members.parent / "content/documents/a.pdf"))

    assert first == again == list(named_persons(folder, LOADED, LoadMemory()))


def test_a_disk_where_nothing_can_be_kept_changes_no_warning(
    folder: SiteFolder, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Full, or gone between two checks."""

    def full(**_: object) -> object:
        raise OSError(errno.ENOSPC, "No space left on device")

    kept = list(named_persons(folder, LOADED, LoadMemory()))
    rmtree(folder.root / "cache")
    monkeypatch.setattr("association.cache.NamedTemporaryFile", full)

    assert kept == list(named_persons(folder, LOADED, LoadMemory())) != []
