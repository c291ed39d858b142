"""A language that the theme speaks is in every table of words and rules, as docs/languages.md asks."""

from collections.abc import Container
from pathlib import Path

import pytest

from association.domain.phrases import PHRASES
from association.host.settings_review import unsaid
from association.render.address_words import WORDS as ADDRESS_WORDS
from association.render.typography import RULES
from association.render.words import WORDS

ROOT = Path(__file__).resolve().parents[2]
CATALOGUES = sorted((ROOT / "themes/parvis/translations").glob("*/LC_MESSAGES/parvis.mo"))
LANGUAGES = [catalogue.parent.parent.name for catalogue in CATALOGUES]
TABLES: dict[str, Container[str]] = {
    "domain/phrases.py": PHRASES,
    "render/address_words.py": ADDRESS_WORDS,
    "render/typography.py": RULES,
    "render/words.py": WORDS,
}


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_language_is_in_every_table(language: str) -> None:
    """Else addresses are French, texts are not set, and small words are English."""
    assert [] == [file for file, table in TABLES.items() if language not in table]


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_page_about_languages_names_every_table(language: str) -> None:
    """Whoever adds one follows it."""
    page = (ROOT / "docs/languages.md").read_text("utf-8")

    assert [] == [file for file in TABLES if file not in page]


def test_a_catalogue_with_fewer_sentences_than_another_is_incomplete(tmp_path: Path) -> None:
    """By what the compiled files count, without reading them."""
    dutch, half = (tmp_path / f"{name}.mo" for name in ("nl", "de"))
    for file, number in ((dutch, 400), (half, 150)):
        file.write_bytes(bytes(8) + number.to_bytes(4, "little"))

    assert {"de": (250, 400)} == unsaid({"nl": dutch, "de": half})
