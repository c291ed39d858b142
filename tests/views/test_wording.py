"""Small words before names of towns."""

import pytest

from association.domain.phrases import at_town, from_town
from association.render.typography import in_a_row


@pytest.mark.parametrize(
    ("town", "language", "said"),
    [
        ("Lens", "fr", "à Lens"),
        ("Le Touquet", "fr", "au Touquet"),
        ("Les Attaques", "fr-BE", "aux Attaques"),
        ("La Bassée", "fr", "à La Bassée"),
        ("le Portel", "fr", "au Portel"),
        ("Leforest", "fr", "à Leforest"),
        ("Gent", "nl", "in Gent"),
    ],
)
def test_a_town_takes_its_preposition(town: str, language: str, said: str) -> None:
    """« à Le Touquet » is not French."""
    assert said == at_town(town, language)


@pytest.mark.parametrize(
    ("town", "language", "said"),
    [
        ("Lens", "fr", "de Lens"),
        ("Arras", "fr", "d’Arras"),
        ("Étaples", "fr", "d’Étaples"),
        ("Œuf-en-Ternois", "fr", "d’Œuf-en-Ternois"),
        ("Hénin-Beaumont", "fr", "d’Hénin-Beaumont"),
        ("Harnes", "fr", "de Harnes"),
        ("Ypres", "fr-BE", "d’Ypres"),
        ("Le Touquet", "fr", "du Touquet"),
        ("Les Attaques", "fr", "des Attaques"),
        ("L’Isle-Adam", "fr", "de L’Isle-Adam"),
        ("Gent", "nl", "uit Gent"),
        ("Arras", "en", "from Arras"),
    ],
)
def test_one_comes_from_a_town(town: str, language: str, said: str) -> None:
    """« de Arras » is not French either."""
    assert said == from_town(town, language)


@pytest.mark.parametrize(
    ("names", "language", "said"),
    [
        (("Arras",), "fr", "Arras"),
        (("Arras", "Lens"), "fr", "Arras et Lens"),
        (("Arras", "Lens", "Douai"), "fr", "Arras, Lens et Douai"),
        (("Arras", "Lens"), "nl", "Arras en Lens"),
        (("Arras", "Lens"), "xx", "Arras, Lens"),
    ],
)
def test_names_stand_in_a_row(names: tuple[str, ...], language: str, said: str) -> None:
    """As a sentence says them; with commas in a language nobody knows."""
    assert said == in_a_row(names, language)
