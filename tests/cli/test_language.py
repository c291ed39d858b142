"""The language of the answers follows the environment."""

from pathlib import Path

import pytest
from babel.messages.catalog import Catalog
from babel.messages.mofile import write_mo

from association.cli.language import catalogue, languages


@pytest.mark.parametrize(
    ("environment", "expected"),
    [
        ({}, []),
        ({"LANG": "C"}, []),
        ({"LANG": "C.UTF-8"}, []),
        ({"LANG": "POSIX"}, []),
        ({"LANG": "fr_FR.UTF-8"}, ["fr_FR"]),
        ({"LANG": "fr_BE.UTF-8@euro"}, ["fr_BE"]),
        ({"LANG": "fr_FR", "LC_MESSAGES": "nl_BE"}, ["nl_BE"]),
        ({"LC_ALL": "C", "LANG": "fr_FR"}, []),
        ({"LC_ALL": "", "LANG": "fr_FR"}, ["fr_FR"]),
        ({"ASSOSITE_LANG": "fr-BE", "LC_ALL": "C"}, ["fr_BE"]),
    ],
)
def test_the_first_variable_that_is_set_decides(environment: dict[str, str], expected: list[str]) -> None:
    """ASSOSITE_LANG, then gettext's own three; C and POSIX mean English."""
    assert expected == languages(environment)


@pytest.fixture
def catalogues(tmp_path: Path) -> Path:
    french = Catalog("fr")
    french.add("Build", "Construire")
    french.add(("{count} error", "{count} errors"), ("{count} erreur", "{count} erreurs"))
    (tmp_path / "fr" / "LC_MESSAGES").mkdir(parents=True)
    with (tmp_path / "fr" / "LC_MESSAGES" / "assosite.mo").open("wb") as file:
        write_mo(file, french)
    return tmp_path


@pytest.mark.parametrize(("wanted", "said"), [("fr_FR.UTF-8", "Construire"), ("nl", "Build"), ("C", "Build")])
def test_a_language_without_catalogue_is_answered_in_english(
    catalogues: Path, wanted: str, said: str
) -> None:
    """A country's French is found in the French catalogue."""
    assert said == catalogue({"LANG": wanted}, catalogues).gettext("Build")


def test_counts_follow_the_plural_of_the_language(catalogues: Path) -> None:
    """In French, zero is singular."""
    french = catalogue({"LANG": "fr"}, catalogues)

    assert "{count} erreur" == french.ngettext("{count} error", "{count} errors", 0)
