"""A text that a visitor reads, in one language or several."""

from dataclasses import dataclass

from .slugs import Slug, slug_of

Language = str
ANY_LANGUAGE: Language = ""


@dataclass(frozen=True, slots=True)
class Text:
    """Versions of one text by language code; a plain string has the single version ''."""

    versions: tuple[tuple[Language, str], ...]

    def to(self, language: Language, fallback: Language = ANY_LANGUAGE) -> str:
        """The version for `language`, else for `fallback`, else the first one written."""
        by_language = dict(self.versions)
        for wanted in (language, ANY_LANGUAGE, fallback):
            if wanted in by_language:
                return by_language[wanted]
        return self.versions[0][1]

    def __str__(self) -> str:
        return self.versions[0][1]


def word_id(words: Text | None, language: Language) -> Slug:
    """What a free word, a kind or an audience, is called in addresses; '' when it can have no such name."""
    return slug_of(words.to(language)) if words else ""


def plain(text: str) -> Text:
    return Text(((ANY_LANGUAGE, text),))
