"""What was probably meant, and when nothing was."""

import pytest

from association.content.suggestions import did_you_mean, nearest
from association.problems import sentence

KEYS = ("id", "name", "kind", "type", "summary", "town", "website", "email", "phone", "languages", "people")


@pytest.mark.parametrize(
    ("word", "expected"),
    [
        ("websit", "website"),
        ("Website", "website"),
        ("web_site", "website"),
        ("nmae", "name"),
        ("mail", "email"),
        ("e-mail", "email"),
        ("langages", "languages"),
        ("téléphone", "phone"),
        ("colour", None),
        ("x", None),
        ("", None),
        ("w" * 5000, None),
    ],
)
def test_the_nearest_word_is_near(word: str, expected: str | None) -> None:
    """Case, accents and a slip of the finger do not matter; a wild guess is worse than none."""

    assert expected == nearest(word, KEYS)


def test_the_order_of_the_known_words_does_not_matter() -> None:
    """Same input, same words."""

    assert nearest("sites", ["site-a", "site-b"]) == nearest("sites", ["site-b", "site-a"])


def test_the_question_is_asked_only_when_there_is_one() -> None:
    """No "did you mean nothing?"."""

    assert (sentence('did you mean "{near}"?', near="email"), None) == (
        did_you_mean("emial", KEYS),
        did_you_mean("zzz", KEYS),
    )
