"""A word has the same forms where the index is made and in the browser that searches it."""

import json
import re
import subprocess
from collections.abc import Mapping, Sequence
from pathlib import Path

import pytest
from tools import REPOSITORY, command

from association.exports.stems import forms, words

STATIC = REPOSITORY / "themes/parvis/static"
PROGRAM = Path(__file__).with_name("word_forms.mjs")
SNOWBALL, LOCKED = (
    re.compile(r"Snowball (\d+\.\d+\.\d+)"),
    re.compile(r"^snowballstemmer==(\S+)", re.MULTILINE),
)
LANGUAGES = ("fr", "nl", "en", "de")
"""Of the last one nobody knows the stems."""
LETTERS = "".join(map(chr, range(0x20, 0x250))) + "".join(map(chr, range(0x1E00, 0x1F00)))
HARD = (
    "œuvre ŒUVRES Œuvré",
    "STRASSE straße STRAẞE",
    "e\u0301cole É\u0301",
    "l’école l'Île-de-France",
    "İstanbul ﬁn ℡",
    "C++ a_b 3e 62300 x²",
    " ".join(LETTERS),
)

Forms = Mapping[str, Sequence[str]]


def texts() -> list[str]:
    """All that the demo and the examples say, in whatever language."""
    files = [
        path for folder in ("content", "examples") for path in sorted((REPOSITORY / folder).rglob("*.md"))
    ]
    files += sorted((REPOSITORY / "examples").rglob("*.yaml")) + sorted(REPOSITORY.glob("*.yaml"))
    return [*(path.read_text(encoding="utf-8") for path in files), *HARD]


@pytest.fixture(scope="module")
def in_the_browser() -> Mapping[str, Forms]:
    asked = json.dumps(dict.fromkeys(LANGUAGES, texts()))
    node = [command("node", "nodejs"), str(PROGRAM), str(STATIC)]
    told = subprocess.run(node, input=asked, capture_output=True, text=True, check=True)
    made: Mapping[str, Forms] = json.loads(told.stdout)
    return made


@pytest.mark.parametrize("language", LANGUAGES)
def test_both_sides_give_every_word_the_same_forms(
    language: str, in_the_browser: Mapping[str, Forms]
) -> None:
    """Thousands of words, each read as a word of each language."""
    here = {word: list(forms(word, language)) for text in texts() for word in words(text)}

    assert len(here) > 5000
    assert here == in_the_browser[language]


@pytest.mark.parametrize(
    ("language", "one", "other"),
    [
        ("fr", "référencement", "referencements"),
        ("fr", "sécurité", "SECURITES"),
        ("fr", "sécurisée", "sécurisé"),
        ("fr", "sécurisée", "securisee"),
        ("fr", "cheval", "chevaux"),
        ("nl", "bedrijf", "bedrijven"),
        ("nl", "website", "websites"),
        ("en", "hosting", "hosted"),
        ("en", "companies", "company"),
    ],
)
def test_words_of_one_stem_share_a_form(language: str, one: str, other: str) -> None:
    """Typed with accents or without."""
    assert set(forms(one, language)) & set(forms(other, language))


def test_the_scripts_and_the_lock_name_one_version_of_snowball() -> None:
    """Another version of one of them gives other stems to words that no text here has."""
    lock = (REPOSITORY / "requirements.txt").read_text(encoding="utf-8")
    scripts = sorted((STATIC / "vendor/snowball").glob("*-stemmer.js"))
    named = {found for path in scripts for found in SNOWBALL.findall(path.read_text(encoding="utf-8"))}

    assert len(scripts) == 4
    assert named == set(LOCKED.findall(lock))
