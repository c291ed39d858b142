"""Small words before names of towns."""

import pytest

from association.views.wording import at_town


@pytest.mark.parametrize(
    ("town", "language", "said"),
    [
        ("Lens", "fr", "à Lens"),
        ("Le Touquet", "fr", "au Touquet"),
        ("Les Attaques", "fr-BE", "aux Attaques"),
        ("La Bassée", "fr", "à La Bassée"),
        ("Leforest", "fr", "à Leforest"),
        ("Gent", "nl", "in Gent"),
    ],
)
def test_a_town_takes_its_preposition(town: str, language: str, said: str) -> None:
    """« à Le Touquet » is not French."""
    assert said == at_town(town, language)
