"""A passphrase that a computer would soon find is refused, and five words drawn by lot are proposed."""

import re
import unicodedata

import pytest

from association import passphrase as judged
from association.domain.association import Association, Identity
from association.domain.places import Town
from association.domain.text import Text
from association.passphrase import (
    LEAST,
    VARIABLE,
    given_passphrase,
    guesses,
    known_words,
    passphrase_problems,
    proposal,
    words_of,
)
from association.problems import Problem, Severity

KNOWN = ("Union professionnelle des Bons Tuyaux Ouverts", "UPBTO", "Lens", "Béthune", "https://www.upbto.fr/")
DRAWN = "pirogue codifier nerveux corail hameau"


def found(passphrase: str, language: str = "fr", **environment: str) -> list[Problem]:
    return list(passphrase_problems(passphrase, KNOWN, language, environment))


def codes(passphrase: str) -> list[str]:
    return [problem.code for problem in found(passphrase)]


@pytest.mark.parametrize(
    "passphrase",
    [
        "motdepasse",
        "azertyuiop1234",
        "Tr0ub4dor&3",
        "upbto2027",
        "Lens-Béthune 2027 !",
        "lens bethune upbto tuyaux ouverts",
        "Union Professionnelle des Bons Tuyaux Ouverts",
        "www.upbto.fr/membres",
        "bonjour tout le monde",
        "le chat de la cour",
        "liberté, égalité, fraternité",
        "pirogue codifier nerveux",
        "piroguecodifiernerveux",
        "corail corail corail corail corail",
        "a" * 100,
        "-----",
        "x",
    ],
)
def test_what_somebody_would_soon_find_is_refused(passphrase: str) -> None:
    """Common passwords, the names of the association, sayings, too few words."""

    assert ["weak-passphrase"] == codes(passphrase)


@pytest.mark.parametrize("passphrase", [DRAWN, DRAWN.upper(), DRAWN.replace(" ", "-"), f"  {DRAWN}\n"])
def test_five_words_drawn_by_lot_are_accepted(passphrase: str) -> None:
    """However they are typed."""

    assert [] == codes(passphrase)


@pytest.mark.parametrize("passphrase", ["vQ8#mtzR4!kw2p", "7f3a9c51d08e42b6", f"{DRAWN} " * 20])
def test_what_a_password_manager_makes_is_accepted(passphrase: str) -> None:
    """And what is longer than zxcvbn reads."""

    assert [] == codes(passphrase)


def test_the_same_letters_are_as_many_guesses_with_and_without_accents_capitals_and_spaces() -> None:
    """They are the first thing that a program tries."""
    ways = {guesses(way) for way in ("numéro 2027", "NUMERO  2027", "nume\u0301ro-2027")}

    assert 1 == len(ways)


def test_words_that_anybody_would_try_count_for_nothing() -> None:
    """Nor do they make a weak one strong."""

    assert guesses("corail2027", KNOWN) == guesses("UPBTO, Lens: corail2027", KNOWN)


def test_what_anybody_would_try_first_is_known() -> None:
    """The association, its towns in every language, its domain."""
    liege = Town("liege", Text((("fr", "Liège"), ("nl", "Luik"))))
    association = Association(Identity("UPBTO"), towns=(liege,))

    assert ("UPBTO", "Liège", "Luik", "https://upbto.be") == known_words(association, "https://upbto.be")


@pytest.mark.parametrize("nothing", ["", " ", "\n", "\u00a0\t"])
def test_white_space_is_no_passphrase(nothing: str) -> None:
    """A forge gives an empty variable for a secret that is not set."""

    assert ("", []) == (given_passphrase({VARIABLE: nothing}), found(nothing))


def test_the_passphrase_is_that_of_the_environment() -> None:
    """And none where there is none."""

    assert (DRAWN, "") == (given_passphrase({VARIABLE: DRAWN}), given_passphrase({}))


@pytest.mark.parametrize("sign", ["\ufeff", "\u200b", "\x1c", "\x85", "\x07", "\udce9"])
def test_a_character_that_browsers_may_read_otherwise_is_told(sign: str) -> None:
    """Invisible ones, and what is left of a Latin-1 terminal."""

    assert ["bad-passphrase"] == codes(DRAWN + sign)


@pytest.mark.parametrize("passphrase", ["motdepasse", f"{DRAWN}\u200b"])
def test_the_problem_names_the_variable_and_not_what_is_in_it(passphrase: str) -> None:
    """What is said may stand where others read it."""
    (problem,) = found(passphrase)

    assert (VARIABLE, Severity.ERROR) == (problem.file, problem.severity)
    assert VARIABLE in problem.said()
    assert not any(word in problem.said() for word in passphrase.split())


def test_five_words_are_proposed() -> None:
    """Such as would be accepted."""
    (problem,) = found("motdepasse")
    words = re.search(r'such as "([a-z ]+)"', problem.said())

    assert words
    assert [] == codes(words[1])


def test_nothing_is_proposed_where_a_forge_keeps_what_is_said() -> None:
    """The report of a public project would publish the passphrase before it is in use."""
    (problem,) = found("motdepasse", CI="true")

    assert '"' not in problem.said()
    assert "tasks.py passphrase" in problem.said()


@pytest.mark.parametrize("language, name", [("fr", "french"), ("nl", "english"), ("en", "english")])
def test_words_are_of_the_site_s_language_or_english(language: str, name: str) -> None:
    """Short, plain, all different, without an accent that a keyboard may lack."""
    words = [proposal(language).split() for _ in range(40)]

    assert all(5 == len(set(each)) for each in words)
    assert {word for each in words for word in each} <= {word for word in words_of(name) if word.isascii()}
    assert len({tuple(each) for each in words}) == 40


@pytest.mark.parametrize("name", ["french", "english"])
def test_the_lists_are_long_and_composed(name: str) -> None:
    """2,048 words, as their letters are typed."""
    words = words_of(name)

    assert 2048 == len(set(words))
    assert all(unicodedata.is_normalized("NFC", word) and len(word) <= 8 for word in words)


def test_any_five_words_of_the_lists_are_accepted() -> None:
    """Even the first ones, which zxcvbn thinks most common."""
    first = [" ".join(words_of(name)[:5]) for name in ("french", "english")]

    assert all(guesses(five, KNOWN) >= LEAST for five in first)


def test_judging_again_costs_nothing() -> None:
    """`serve` judges at every change."""
    guesses(DRAWN, KNOWN)
    misses = judged.estimate.cache_info().misses
    guesses(DRAWN, KNOWN)

    assert misses == judged.estimate.cache_info().misses
