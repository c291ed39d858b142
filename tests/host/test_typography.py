"""French spacing, and days in words."""

from datetime import date

import pytest

from association.render.typography import day_in_words, typeset, typeset_prose


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


@pytest.mark.parametrize(
    ("written", "language", "shown"),
    [
        ("""Zij zei: "kom" en 'ga'.""", "nl", "Zij zei: “kom” en ‘ga’."),
        ("'s avonds in 't dorp, z'n huis", "nl", "’s avonds in ’t dorp, z’n huis"),
        ("Om 18.30 uur, € 15, nr. 5, 3 november", "nl", "Om 18.30~uur, €~15, nr.~5, 3~november"),
        ("Welkom ! Echt ? Ja : nu ; dan", "nl", "Welkom! Echt? Ja: nu; dan"),
        ("""It's the members' "day" of the '90s""", "en", "It’s the members’ “day” of the ’90s"),
        ("6 pm, p. 12, 10 km, 3 March 2027", "en", "6~pm, p.~12, 10~km, 3~March 2027"),
        ("""Sie sagt: "ja" und 'nein', wie geht's""", "de", "Sie sagt: „ja“ und ‚nein‘, wie geht’s"),
        ("18 Uhr, 20 %, 3. März", "de", "18~Uhr, 20~%, 3.~März"),
        ("""Il dit "oui", n° 5, le 1er mars, 10 km""", "fr", "Il dit «~oui~», n°~5, le 1er~mars, 10~km"),
        ('Un écran de 15" et de 17"', "fr", 'Un écran de 15" et de 17"'),
        ('Un "a" b', "xx", 'Un "a" b'),
    ],
)
def test_prose_is_set_as_its_language_is(written: str, language: str, shown: str) -> None:
    """Quotation marks, apostrophes, and the spaces at which no line ends (~)."""
    assert shown == typeset_prose(written, language).replace("\u00a0", "~")


@pytest.mark.parametrize(
    ("language", "day", "expected"),
    [
        ("fr", date(2026, 12, 1), "1er décembre 2026"),
        ("fr", date(2026, 12, 11), "11 décembre 2026"),
        ("nl", date(2026, 12, 1), "1 december 2026"),
        ("en", date(2026, 12, 1), "1 December 2026"),
    ],
)
def test_a_day_is_said_where_no_template_is_at_hand(language: str, day: date, expected: str) -> None:
    """Without markup: a title, or a list that a browser searches."""

    assert expected == day_in_words(day, language)
