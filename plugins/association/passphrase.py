"""The members' passphrase: where it is written, whether it is strong enough, and five words in its place.

Whoever has a sealed page can try passphrases on it for as long as they like: docs/security.md reckons how
long that takes. What is proposed is left to the chance of the system, and goes nowhere but into a sentence.
"""

import os
import re
import unicodedata
from collections.abc import Iterable, Iterator, Mapping
from functools import lru_cache

from .domain.association import Association
from .problems import Place, Problem, Sentence, sentence
from .sealing import normalised

VARIABLE = "ASSOSITE_MEMBERS_PASSPHRASE"
LEAST = 10**12
"""Guesses. At the rounds of sealing.py, one graphics card of 2022 takes two years for as many."""
LONGEST = 72
"""Letters that are judged: zxcvbn takes no more, and its time grows with their square."""
COMMON = 2048
"""Guesses for a word that zxcvbn takes for letters by chance, since it knows no French."""
BETWEEN_WORDS = re.compile(r"[\s'’.,;:!?/_-]+")
LISTS = {"fr": "french"}
"""Of BIP-39, by language of the site; English for any other, which the list has no words of."""


def given_passphrase(environment: Mapping[str, str] = os.environ) -> str:
    """Empty if there is none; white space alone is none."""
    passphrase = environment.get(VARIABLE, "")
    return passphrase if normalised(passphrase) else ""


def passphrase_problems(
    passphrase: str,
    known: Iterable[str],
    language: str = "fr",
    environment: Mapping[str, str] = os.environ,
) -> Iterator[Problem]:
    """known: what anybody would try first, see `known_words`.

    language: of the words that are proposed.
    """
    if not normalised(passphrase):
        return
    if not is_typed_alike(passphrase):
        yield unlike(passphrase)
    elif guesses(passphrase, known) < LEAST:
        yield weak(language, environment)


def known_words(association: Association, url: str) -> tuple[str, ...]:
    """url: of the site, which has the words of its domain."""
    towns = (name for town in association.towns for _, name in town.name.versions)
    return (association.identity.name, *towns, url)


def unlike(passphrase: str) -> Problem:
    said = sentence(
        "the members' passphrase (environment variable {variable}) has a character that is no letter or sign",
        variable=VARIABLE,
    )
    hint = sentence("type it anew rather than copy it, with letters, digits, signs and spaces only")
    return Problem(Place(VARIABLE), "bad-passphrase", said, hint)


def weak(language: str, environment: Mapping[str, str]) -> Problem:
    said = sentence(
        "the members' passphrase (environment variable {variable}) is too easy to guess", variable=VARIABLE
    )
    return Problem(Place(VARIABLE), "weak-passphrase", said, remedy(language, environment))


def remedy(language: str, environment: Mapping[str, str]) -> Sentence:
    """No words where a forge keeps what is said: anybody reads the reports of a public project."""
    if environment.get("CI"):
        return sentence("take five words drawn by lot: on your own machine, python3 tasks.py passphrase")
    words = proposal(language)
    return sentence(
        'take five words drawn by lot, such as "{words}"; python3 tasks.py passphrase says how to change it',
        words=words,
    )


def is_typed_alike(passphrase: str) -> bool:
    """Nothing that a browser and we may see differently (invisible characters), nor broken encoding."""
    shown = unicodedata.normalize("NFKC", passphrase)
    return all(letter.isprintable() or letter in "\t\r\n" for letter in shown)


def guesses(passphrase: str, known: Iterable[str] = ()) -> int:
    """How many it takes somebody who knows the association and what people choose.

    What stands between words counts for nothing, nor do accents and capitals: few choose them by lot. Nor do
    words that anybody would try, which zxcvbn lets count for some thousands each.
    """
    tried_first = separate(known)
    words = [word for word in separate((passphrase,)) if word not in tried_first]
    estimated = estimate("".join(words)[:LONGEST], tried_first) if words else 1
    only_words = len(words) > 1 and all(map(str.isalpha, words))
    return min(estimated, COMMON ** sum(len(word) > 2 for word in words)) if only_words else estimated


@lru_cache(maxsize=4)
def estimate(letters: str, known: tuple[str, ...]) -> int:
    """`serve` asks again at every change."""
    from zxcvbn import zxcvbn  # only where there is one to judge: it reads its lists in a tenth of a second

    return int(zxcvbn(letters, (*known, *map(without_accents, words_of("french"))))["guesses"])


def separate(texts: Iterable[str]) -> tuple[str, ...]:
    """The words of names, domains and passphrases."""
    plain = without_accents(normalised(" ".join(texts)))
    return tuple(word for word in BETWEEN_WORDS.split(plain) if word)


def without_accents(text: str) -> str:
    letters = unicodedata.normalize("NFD", text)
    return "".join(letter for letter in letters if not unicodedata.combining(letter))


def proposal(language: str = "fr") -> str:
    """Five words drawn by lot. Those with an accent stay away: not every keyboard has it."""
    from secrets import SystemRandom

    words = [word for word in words_of(LISTS.get(language, "english")) if word.isascii()]
    return " ".join(SystemRandom().sample(words, 5))


@lru_cache(maxsize=2)
def words_of(name: str) -> tuple[str, ...]:
    """A list of BIP-39: 2,048 plain words of four to eight letters, no two alike in the first four."""
    from mnemonic import Mnemonic

    return tuple(unicodedata.normalize("NFC", word) for word in Mnemonic(name).wordlist)
