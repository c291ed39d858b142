"""A member's tile when there is no logo: one or two letters over one of eight cement-tile motifs.

It is stable as long as the key is; it is not meant to be unique.
"""

import re
import unicodedata
from dataclasses import dataclass
from functools import lru_cache
from hashlib import sha256

# In a viewBox of 64 by 64, drawn over a plain ground. The order is part of the result: append, never reorder.
MOTIFS = (
    "M0 64V22a42 42 0 0 1 42 42z",
    "M0 64 64 0v64z",
    "M0 0h30A30 30 0 0 1 0 30zM64 64H34a30 30 0 0 1 30-30z",
    "M32 0 64 32 32 64 0 32z",
    "M0 40h64v24H0z",
    "M32 4a28 28 0 1 0 0 56 28 28 0 0 0 0-56z",
    "M0 0h18A18 18 0 0 1 0 18zM64 0v18A18 18 0 0 1 46 0z"
    "M0 64V46a18 18 0 0 1 18 18zM64 64H46a18 18 0 0 1 18-18z",
    "M42 0h22v64H42z",
)
TONES = (0, 1, 0, 2, 1, 0)
NAMELESS = "?"

# Articles, prepositions, conjunctions: French, Dutch, English. Not "un" and "une", which are also numbers.
LINKING_WORDS = frozenset(
    "à au aux avec chez dans de des du en et la le les ou par pour sans sous sur vers "
    "'n 's 't aan bij de den der door een en het in met naar of om onder op over te ten ter tot uit van voor "
    "zonder a an and at by for from in of on or the to with".split()
)
ELISION = re.compile(r"(?:l|d|qu)'(?=.)", re.IGNORECASE)
DOT_IN_ACRONYM = re.compile(r"(?<=\b\w)\.(?=\w\b)")
APOSTROPHES = str.maketrans("’ʼ‘`´", "'''''")
VIRAMA = 9


@dataclass(frozen=True, slots=True)
class Monogram:
    initials: str
    motif: str
    tone: int


def monogram(name: str, key: str) -> Monogram:
    digest = sha256(key.encode()).digest()
    return Monogram(_initials(name), MOTIFS[digest[0] % len(MOTIFS)], TONES[digest[1] % len(TONES)])


@lru_cache(maxsize=8192)  # a member stands in many lists
def _initials(name: str) -> str:
    words = _significant_words(name)
    if not words:
        return NAMELESS
    if len(words) == 1:
        return _first_two_letters(words[0])
    return "".join(_capital(_letters(word)[0]) for word in words[:2])


def _significant_words(name: str) -> tuple[str, ...]:
    tokens = _tokens(name)
    kept = tuple(token for place, token in enumerate(tokens) if not _is_linking(token, place)) or tokens
    words = (ELISION.sub("", token, count=1).replace("'", "") for token in kept)
    return tuple(word for word in words if _letters(word))


def _is_linking(token: str, place: int) -> bool:
    """A capital A inside a name is a letter ("Plan A")."""
    return token.lower() in LINKING_WORDS and not (token == "A" and place > 0)


def _tokens(name: str) -> tuple[str, ...]:
    """The parts between spaces, hyphens and signs; "Entr'aide" and "adhérent·es" are one part each."""
    text = DOT_IN_ACRONYM.sub("", unicodedata.normalize("NFKC", name).translate(APOSTROPHES))
    joined = (character for character in text if character != "·" and unicodedata.category(character) != "Cf")
    spaced = (character if _belongs_to_a_word(character) else " " for character in joined)
    return tuple("".join(spaced).split())


def _belongs_to_a_word(character: str) -> bool:
    return character == "'" or unicodedata.category(character)[0] in "LMN"


def _letters(word: str) -> tuple[str, ...]:
    """As a reader counts them: a base with its accents, or consonants that a virama joins, is one letter."""
    letters: list[str] = []
    for character in word:
        if letters and _continues(letters[-1], character):
            letters[-1] += character
        elif unicodedata.category(character)[0] in "LN":
            letters.append(character)
    return tuple(letters)


def _continues(letter: str, character: str) -> bool:
    is_mark = unicodedata.category(character)[0] == "M"
    return is_mark or unicodedata.combining(letter[-1]) == VIRAMA


def _first_two_letters(word: str) -> str:
    first, *rest = _letters(word)[:2]
    if word.isupper():
        return first + "".join(rest)
    return _capital(first) + "".join(rest).lower()


def _capital(letter: str) -> str:
    """The letter itself where a capital takes two signs ("ß")."""
    capital = letter.title()
    return capital if len(capital) == len(letter) else letter
