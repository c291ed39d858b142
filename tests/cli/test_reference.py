"""docs/reference/: fresh, and of all that there is."""

import re
from pathlib import Path

import pytest

from association.cli import reference
from association.content.schema.base import keys_of
from association.content.schema.json_schema import SHAPES
from association.host.settings import DEFAULTS

REPOSITORY = Path(__file__).parents[2]
TOLD = re.compile(r"^\S+\.\w+:\d+(?::\d+)?: (?:error|warning): .+ \[([a-z-]+)\]$", re.MULTILINE)


@pytest.fixture(scope="module")
def pages() -> dict[str, str]:
    return reference.pages()


def test_the_committed_pages_are_fresh(pages: dict[str, str]) -> None:
    """`python3 tasks.py schema` writes them again."""
    committed = {path.name: path.read_text("utf-8") for path in reference.FOLDER.iterdir()}

    assert committed == pages


@pytest.mark.parametrize("name", SHAPES)
def test_every_key_is_there(name: str, pages: dict[str, str]) -> None:
    """Of the file, and of what stands inside it."""
    keys = {key for _, shape in reference.every_shape(SHAPES[name]) for key in keys_of(shape)}

    assert keys <= set(re.findall(r"^\| `([a-z_]+)`", pages[f"{name}.md"], re.MULTILINE))


def test_every_setting_is_there(pages: dict[str, str]) -> None:
    said = set(re.findall(r"^\| `([A-Z0-9_]+)`", pages["reglages.md"], re.MULTILINE))

    assert {name for name in DEFAULTS if name in reference.OWN} <= said


def test_every_code_that_editors_can_meet_is_there(pages: dict[str, str]) -> None:
    """As far as the files of mistakes show them."""
    folders = (REPOSITORY / "tests" / "bad_input", REPOSITORY / "tests" / "content" / "yaml_mistakes")
    texts = [
        path.read_text("utf-8", "replace") for one in folders for path in one.rglob("*") if path.is_file()
    ]
    met = {code for text in texts for code in TOLD.findall(text)}

    assert len(met) > 100
    assert set() == met - set(re.findall(r"^## `([a-z-]+)`", pages["problemes.md"], re.MULTILINE))


def test_a_page_of_the_reference_leads_to_places_that_are_there(pages: dict[str, str]) -> None:
    links = {
        target for text in pages.values() for target in re.findall(r"\]\(([^)#]+)", text) if ":" not in target
    }

    assert [] == [target for target in links if not (reference.FOLDER / target).exists()]


def test_no_value_is_called_as_in_the_code(pages: dict[str, str]) -> None:
    """Editors know no names of types."""
    cells = {
        cell
        for page in pages.values()
        for table in re.findall(r"^\| clé \| valeur \|.*?\n\n", page + "\n", re.MULTILINE | re.DOTALL)
        for cell in (row.split(" | ")[1] for row in table.splitlines()[2:] if row)
    }

    assert "jour" in cells
    assert [] == [cell for cell in cells if re.search(r"\b(?!Markdown|RFC)[A-Z]\w+", cell)]
