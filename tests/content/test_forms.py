"""What forms ask: all that the shapes know, once, in words of three languages."""

from collections.abc import Iterator

import pytest

from association.content.schema.base import keys_of
from association.content.schema.forms import Question, questions_of
from association.content.schema.json_schema import SHAPES
from association.content.schema.key_labels import LABELS, WORDS
from association.content.schema.key_words import Words, hint, label, word


def all_of(questions: tuple[Question, ...]) -> Iterator[Question]:
    for one in questions:
        yield one
        yield from all_of(one.inside)


def asked(shape: str, key: str) -> Question:
    return next(one for one in all_of(questions_of(shape)) if one.key == key)


@pytest.mark.parametrize("shape", SHAPES)
def test_every_key_of_a_file_is_asked_for_once(shape: str) -> None:
    """In the order of the shape."""
    assert list(keys_of(SHAPES[shape])) == [one.key for one in questions_of(shape)]


@pytest.mark.parametrize("shape", SHAPES)
def test_every_key_has_a_label_in_three_languages(shape: str) -> None:
    """Those of entries of lists too, and what one entry is called."""
    found = list(all_of(questions_of(shape)))
    keys = [one.key for one in found] + [f"{one.key}.one" for one in found if one.kind == "entries"]

    assert [] == [key for key in keys if not all(map(str.strip, LABELS.get(key, ("",))))]
    assert {3} == {len(LABELS[key]) for key in keys}


@pytest.mark.parametrize("shape", SHAPES)
def test_every_word_to_choose_has_words(shape: str) -> None:
    """In three languages."""
    words = [f"{one.key}.{word}" for one in all_of(questions_of(shape)) for word in one.words]

    assert [] == [key for key in words if len([said for said in WORDS.get(key, ()) if said.strip()]) != 3]


def test_no_label_and_no_word_is_left_over() -> None:
    """Of a key that no shape has any more."""
    found = [one for shape in SHAPES for one in all_of(questions_of(shape))]
    keys = {one.key for one in found} | {f"{one.key}.one" for one in found if one.kind == "entries"}
    words = {f"{one.key}.{word}" for one in found for word in one.words}

    assert set() == LABELS.keys() - keys
    assert set() == WORDS.keys() - words


@pytest.mark.parametrize(
    ("shape", "key", "kind"),
    [
        ("members", "members", "entries"),
        ("members", "address", "entry"),
        ("members", "summary", "paragraph"),
        ("members", "description", "markdown"),
        ("members", "logo", "image"),
        ("members", "skills", "entries"),
        ("members", "town", "reference"),
        ("commissions", "members", "references"),
        ("event", "event_status", "word"),
        ("event", "registration", "line"),
        ("article", "tags", "lines"),
        ("article", "toc", "truth"),
    ],
)
def test_a_key_is_asked_for_in_its_own_way(shape: str, key: str, kind: str) -> None:
    """Which its shape tells."""
    assert kind == asked(shape, key).kind


def test_what_every_file_has_is_needed() -> None:
    """Of an article its title and its date; not a summary."""
    assert (True, True, False) == tuple(asked("article", key).needed for key in ("title", "date", "summary"))


def test_a_language_that_forms_do_not_speak_has_them_in_english() -> None:
    """And one of a country, those of the language."""
    said = [label("title", Words(language)) for language in ("fr", "nl-BE", "en", "de")]

    assert ["Titre", "Titel", "Title", "Title"] == said
    assert "aucun menu" == word("menu", "none", Words("fr"))
    assert "" == hint("", Words("nl"))
