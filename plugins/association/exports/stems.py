"""The words of a text as a search compares them: cut, folded, and by their stems.

Scripts of the theme do the same in the browser (`words.js`, `stems.js`), in the same order, with Snowball in
the same version: what is indexed here is found there.
"""

import re
import unicodedata
from collections.abc import Callable
from functools import cache, lru_cache

from ..domain.text import Language, fold, main_language

WORD = re.compile(r"[^\W_](?:[^\W_]|[\u0300-\u036f])*")
Stem = Callable[[str], str]
STEMMERS = {"en": "EnglishStemmer", "fr": "FrenchStemmer", "nl": "DutchStemmer"}


def words(text: str) -> tuple[str, ...]:
    """As they are written, in small letters; an apostrophe ends one: `l'école` is `l` and `école`."""
    return tuple(WORD.findall(unicodedata.normalize("NFC", text).lower()))


@lru_cache(maxsize=65536)
def forms(word: str, language: Language) -> tuple[str, ...]:
    """What a word is found by: folded; the stem of that; and the stem that its accents tell, folded.

    Two words are one where they share a form: whoever types no accents finds the same.
    """
    stem = stemmer(main_language(language))
    plain = fold(word)
    accented = unicodedata.normalize("NFC", word).lower()
    return tuple(dict.fromkeys((plain, stem(plain), fold(stem(accented)))))


@cache
def stemmer(language: Language) -> Stem:
    """Of a language that Snowball is not asked about, words stay as they are."""
    name = STEMMERS.get(language)
    if name is None:
        return str
    import snowballstemmer  # all its languages, in some 20 ms: only where somebody searches

    stem: Stem = getattr(snowballstemmer, name)().stemWord
    return stem
