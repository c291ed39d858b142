"""The words of forms in the language of a site: what a key is called, what it means, which words it takes."""

import json
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Final, cast

from ...domain.text import Language
from .key_labels import LABELS, WORDS, Said

HINTS: Final = Path(__file__).parent / "key_hints.json"
"""What the keys mean, in Dutch and in English: by the French of the shapes."""
LANGUAGES: Final = ("fr", "nl", "en")


@dataclass(frozen=True, slots=True)
class Words:
    """site: its first language; one that the forms do not speak has them in English.

    has_several: whether its texts have translations, which leave out what the first one says for all.
    """

    site: Language
    has_several: bool = False

    @property
    def language(self) -> Language:
        short = self.site.partition("-")[0]
        return short if short in LANGUAGES else "en"

    def chosen(self, said: Said) -> str:
        return said[LANGUAGES.index(self.language)]


def label(key: str, words: Words) -> str:
    """key: of a file, or `members.one`."""
    return words.chosen(LABELS[key])


def word(key: str, value: str, words: Words) -> str:
    return words.chosen(WORDS[f"{key}.{value}"])


def hint(french: str, words: Words) -> str:
    """french: as the shape says it (`key`)."""
    return words.chosen((french, *hints()[french])) if french else ""


@cache
def hints() -> Mapping[str, tuple[str, str]]:
    found = json.loads(HINTS.read_text(encoding="utf-8"))
    return cast(Mapping[str, tuple[str, str]], {french: tuple(said) for french, said in found.items()})
