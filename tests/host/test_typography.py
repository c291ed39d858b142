"""French spacing."""

import pytest

from association.render.typography import typeset, typeset_prose


@pytest.mark.parametrize(
    ("written", "shown"),
    [
        ("Ordre du jour : bilan", "Ordre du jour\u00a0: bilan"),
        ("Venez ! Vraiment ?", "Venez\u202f! Vraiment\u202f?"),
        ("un ; deux", "un\u202f; deux"),
        ("« oui »", "«\u00a0oui\u00a0»"),
        ("«oui»", "«\u00a0oui»"),
        ("à 18 h 30", "à 18\u00a0h\u00a030"),
        ("20 % et 30 €", "20\u00a0% et 30\u00a0€"),
        ("https://exemple.example/a", "https://exemple.example/a"),
        (":smile: et a:b", ":smile: et a:b"),
    ],
)
def test_french_signs_never_begin_a_line(written: str, shown: str) -> None:
    """The space before them does not break."""
    assert shown == typeset(written, "fr")


def test_a_name_keeps_its_apostrophe() -> None:
    """A brand is written as its owner writes it."""
    assert "L'Atelier" == typeset("L'Atelier", "fr")


def test_prose_gets_typographic_apostrophes() -> None:
    """In running text only the shape of the apostrophe changes."""
    assert "L’atelier d’Arras, rock 'n' roll" == typeset_prose("L'atelier d'Arras, rock 'n' roll", "fr-BE")
