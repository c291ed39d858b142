"""The words for what is added: of three languages, with and without accents, of one and of several."""

import pytest

from association.cli import kind_words
from association.cli.kind_words import KIND_WORDS, Meaning, kinds_by_word, meaning, words_shown
from association.cli.new_kinds import KINDS


@pytest.mark.parametrize(
    ("typed", "kind"),
    [
        ("membre", "member"),
        ("Membres", "member"),
        ("leden", "member"),
        ("actualité", "news"),
        ("actualites", "news"),
        ("nieuws", "news"),
        ("evenement", "event"),
        ("Événements", "event"),
        ("évènement", "event"),
        ("evenementen", "event"),
        ("annonces", "offer"),
        ("aanbieding", "offer"),
        ("compte-rendu", "minutes"),
        ("compte rendu", "minutes"),
        ("comptes-rendus", "minutes"),
        ("procès-verbaux", "minutes"),
        ("verslagen", "minutes"),
        ("pagina’s", "page"),
        ("werkgroepen", "commission"),
        ("réunions", "meeting"),
        ("vergaderingen", "meeting"),
        ("dienst", "skill"),
        ("métiers", "skill"),
        ("plaatsen", "venue"),
        ("lieux", "venue"),
        ("communes", "town"),
        ("gemeenten", "town"),
        ("partenaire", "partner"),
        ("avantages", "benefit"),
        ("voordelen", "benefit"),
        ("agenda", "calendar"),
        ("série", "series"),
        ("vertaling", "translation"),
        ("website", "site"),
    ],
)
@pytest.mark.parametrize("language", ["fr", "nl", "en", "de"])
def test_a_word_is_understood_whatever_the_site_speaks(typed: str, kind: str, language: str) -> None:
    """As an editor types it."""
    assert Meaning(kind) == meaning(typed, language)


@pytest.mark.parametrize("language", ["fr", "nl", "en"])
def test_english_words_always_mean_themselves(language: str) -> None:
    """Those of the documentation."""
    assert list(KINDS) == [found.kind for kind in KINDS if (found := meaning(kind, language))]


@pytest.mark.parametrize(
    ("typed", "expected"),
    [
        ("stage", Meaning("offer", {"kind": "internship"})),
        ("emplois", Meaning("offer", {"kind": "job"})),
        ("appel d’offres", Meaning("offer", {"kind": "tender"})),
        ("vacature", Meaning("offer", {"kind": "job"})),
        ("skill-exchange", Meaning("offer", {"kind": "skill-exchange"})),
        ("formation", Meaning("event", {"kind": "formation"})),
        ("opleiding", Meaning("event", {"kind": "formation"})),
        ("glossaire", Meaning("page", {"template": "glossary"})),
        ("bestuur", Meaning("commission", {"governance": True})),
        ("particulier", Meaning("member", {"person": True})),
    ],
)
def test_a_narrow_word_is_a_kind_and_an_option(typed: str, expected: Meaning) -> None:
    """As somebody tries it who thinks of nothing else."""
    assert expected == meaning(typed, "fr")


def test_where_words_clash_the_language_of_the_site_decides(monkeypatch: pytest.MonkeyPatch) -> None:
    """Then French, Dutch, English."""
    told = {"fr": {}, "nl": {"venue": "place"}, "en": {"town": "place"}}
    monkeypatch.setattr(kind_words, "KIND_WORDS", told)
    kinds_by_word.cache_clear()
    found = [meaning("place", language) for language in ("en", "nl", "fr")]
    kinds_by_word.cache_clear()

    assert [Meaning("town"), Meaning("venue"), Meaning("venue")] == found


@pytest.mark.parametrize("language", ["fr", "nl", "en"])
def test_no_word_of_a_language_means_two_things(language: str) -> None:
    """Not by its ending either: the one listed last would win unseen."""
    listed = [word for words in KIND_WORDS[language].values() for word in words.split(", ")]
    stems = {kind_words.stem(word) for word in listed}
    kinds = {
        (kind_words.stem(w), kind) for kind, words in KIND_WORDS[language].items() for w in words.split(", ")
    }

    assert len(stems) == len(kinds)


def test_every_kind_has_a_word_in_each_language() -> None:
    """And is in the list of them."""
    assert set(KIND_WORDS["en"]) == set(KIND_WORDS["fr"]) == set(KIND_WORDS["nl"])
    assert {"membre", "actualité", "événement", "commune", "traduction"} < set(words_shown("fr"))
