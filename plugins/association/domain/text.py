"""A text that a visitor reads, in one language or several; slugs, the permanent part of addresses."""

import re
import unicodedata
from dataclasses import dataclass
from functools import lru_cache
from typing import Protocol

Language = str
ANY_LANGUAGE: Language = ""
"""Of a plain text: what it is written in, its surroundings tell; a name is of none."""

Slug = str
SLUG = re.compile(r"[a-z0-9-]+")
LIGATURES = str.maketrans(
    {"œ": "oe", "Œ": "OE", "æ": "ae", "Æ": "AE", "ß": "ss", "ø": "o", "Ø": "O", "ł": "l", "Ł": "L"}
)
SIGNS_OF_A_NAME, SPOKEN = re.compile(r"(?<=[a-z0-9])[+#]+"), {"+": "-plus", "#": "-sharp"}


@dataclass(frozen=True, slots=True)
class Text:
    """Versions of one text by language code; a plain string has the single version ''.

    root: of one in another language than the first of the site, the words in that; '' if they are the same.
    """

    versions: tuple[tuple[Language, str], ...]
    root: str = ""

    def to(self, language: Language, fallback: Language = ANY_LANGUAGE) -> str:
        """The version for `language`, else for `fallback`, else the first one written."""
        by_language = dict(self.versions)
        for wanted in (language, ANY_LANGUAGE, fallback):
            if wanted in by_language:
                return by_language[wanted]
        return self.versions[0][1]

    def version(self, language: Language, first: Language) -> tuple[str, Language]:
        """The one for `language`, else for the `first` of the site, else the first written; and its language.

        What says none is in the first of the site.
        """
        by_language = dict(self.versions)
        for wanted in (language, ANY_LANGUAGE, first):
            if wanted in by_language:
                return by_language[wanted], wanted or first
        return self.versions[0][1], self.versions[0][0]

    def __str__(self) -> str:
        return self.versions[0][1]


class Versioned(Protocol):
    """A text of content/ that may be there in several languages.

    key: what its versions have in common, and no other text of its kind has.
    """

    @property
    def key(self) -> Slug: ...

    @property
    def language(self) -> Language: ...


def keep_key(text: Versioned, own: Slug) -> None:
    """While it is being made: its own is the key of what translates nothing."""
    if not text.key:
        object.__setattr__(text, "key", own)


def root_id(words: Text | None, language: Language) -> Slug:
    """The same for a word that is translated, in all languages of the site."""
    return slug_of(words.root) if words and words.root else word_id(words, language)


def main_language(tag: Language) -> Language:
    """`nl` of nl-BE."""
    return tag.split("-")[0]


def word_id(words: Text | None, language: Language) -> Slug:
    """What a free word, a kind or an audience, is called in addresses; '' when it can have no such name."""
    return slug_of(words.to(language)) if words else ""


def plain(text: str) -> Text:
    return Text(((ANY_LANGUAGE, text),))


@lru_cache(maxsize=16384)
def fold(text: str) -> str:
    """`text` without case, accents or ligatures, as a reader sorts and searches it."""
    if text.isascii():
        return text.casefold()
    decomposed = unicodedata.normalize("NFKD", text.translate(LIGATURES))
    return "".join(c for c in decomposed if not unicodedata.combining(c)).casefold()


@lru_cache(maxsize=16384)
def slug_of(text: str) -> Slug:
    """`text` as `[a-z0-9-]+`; empty when it has no Latin letter or digit. C, C# and C++ are three."""
    spoken = SIGNS_OF_A_NAME.sub(lambda signs: "".join(map(SPOKEN.__getitem__, signs[0])), fold(text))
    return re.sub(r"[^a-z0-9]+", "-", spoken.replace("'", "-")).strip("-")


def is_slug(text: str) -> bool:
    return SLUG.fullmatch(text) is not None
