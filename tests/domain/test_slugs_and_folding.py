"""The permanent part of an address, and how words are sorted and searched."""

import pytest

from association.domain.text import fold, is_slug, slug_of


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Développement web", "developpement web"),
        ("Œuvre à cœur", "oeuvre a coeur"),
        ("ÆTHER Straße", "aether strasse"),
        ("Łódź, Ørsted, søster", "lodz, orsted, soster"),
        ("e\u0301cole", "ecole"),
        ("L’école", "l’ecole"),
    ],
)
def test_folding_takes_away_case_accents_and_ligatures(text: str, expected: str) -> None:
    """Whichever way the accents were typed."""
    assert expected == fold(text)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Hénin-Beaumont", "henin-beaumont"),
        ("L'Isle-d'Abeau", "l-isle-d-abeau"),
        ("L’école d’été", "l-ecole-d-ete"),
        ("  C++ / C#  ", "c-plus-plus-c-sharp"),
        ("Łódź", "lodz"),
        ("--- ---", ""),
        ("東京", ""),
        ("C++", "c-plus-plus"),
        ("C#", "c-sharp"),
        ("Avant + après", "avant-apres"),
    ],
)
def test_a_slug_keeps_letters_and_digits(text: str, expected: str) -> None:
    """Everything else is a hyphen, never two, never at an end."""
    assert expected == slug_of(text)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("a-9", True),
        ("", False),
        ("A", False),
        ("é", False),
        ("a b", False),
        ("a/b", False),
        ("..", False),
        ("a\n", False),
    ],
)
def test_a_slug_is_lower_case_ascii(text: str, expected: bool) -> None:
    """Nothing in it can leave a folder or break a line."""
    assert expected is is_slug(text)


@pytest.mark.parametrize("text", ["Hénin-Beaumont", "L'œuvre", "2 × 3"])
def test_the_slug_of_a_slug_is_itself(text: str) -> None:
    """So that ids can be made from free words again and again."""
    slug = slug_of(text)

    assert (slug, True) == (slug_of(slug), is_slug(slug))
