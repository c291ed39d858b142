"""What a person agreed to show; what a visitor reads, in their language."""

from datetime import date

import pytest

from association.domain.members import Consent
from association.domain.text import Text, plain


def test_consent_without_fields_covers_every_field() -> None:
    """A date alone means: all that I gave."""
    assert Consent(date(2026, 9, 1)).covers("phone")


@pytest.mark.parametrize(("field", "expected"), [("role", True), ("phone", False), ("", False)])
def test_consent_with_fields_covers_only_those(field: str, expected: bool) -> None:
    """Nothing is guessed from what was agreed."""
    assert expected is Consent(date(2026, 9, 1), frozenset({"name", "role"})).covers(field)


@pytest.mark.parametrize(
    ("language", "fallback", "expected"),
    [
        ("nl", "fr", "Vergadering"),
        ("de", "nl", "Vergadering"),
        ("de", "en", "Réunion"),
        ("", "", "Réunion"),
    ],
)
def test_a_text_speaks_the_language_asked_for_or_the_nearest(
    language: str, fallback: str, expected: str
) -> None:
    """Else the fallback, else what was written first."""
    text = Text((("fr", "Réunion"), ("nl", "Vergadering")))

    assert expected == text.to(language, fallback)


def test_a_plain_text_is_the_same_in_every_language() -> None:
    """It has one version and that is it."""
    text = plain("Réunion")

    assert ["Réunion"] * 3 == [text.to("fr"), text.to("nl", "fr"), str(text)]
