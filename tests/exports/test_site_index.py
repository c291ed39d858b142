"""The index of the whole site: its pieces, and what a browser has to know to put them together."""

import json
from bisect import bisect_right
from collections.abc import Mapping, Sequence

from association.exports.site_index import (
    BEGINNINGS,
    CANCELLED,
    CLOSED,
    FIRST,
    PAST,
    WORDS,
    Found,
    Plan,
    SiteIndex,
    plan_for,
)

EXAMPLE = (
    Found("NEWS", "L’école ouvre", "a/", text="Les écoles, les Œuvres et la securite de l’école."),
    Found("NEWS", "Sécurité", "b/", excerpt="Tout va bien.", words="réseaux"),
    Found("OFFERS", "Stage", "c/", about="Lens", text="A b c 62300"),
    Found("OFFERS", "Emploi", "d/", state=CLOSED),
)
Piece = Mapping[str, object]
Postings = Mapping[str, Sequence[Mapping[int, int]]]


def made(found: Sequence[Found] = EXAMPLE, terms: int = 4, documents: int = 2) -> dict[str, Piece]:
    index = SiteIndex(found, "fr", Plan(terms, documents))
    return {name: json.loads(content) for name, content in index.made.items()}


def unfolded(figures: Sequence[int]) -> Mapping[int, int]:
    """As the script of the theme reads them."""
    counted, number = {}, 0
    for figure in figures:
        if figure < 0:
            counted[number] = -figure
        else:
            number += figure
            counted[number] = 1
    return counted


def postings(pieces: Mapping[str, Piece]) -> Postings:
    found: dict[str, Sequence[Mapping[int, int]]] = {}
    for name, piece in pieces.items():
        if name.startswith("t"):
            found |= {term: [*map(unfolded, fields)] for term, fields in piece["terms"].items()}  # type: ignore[attr-defined]
    return found


def test_a_term_says_how_often_each_field_of_each_document_has_it() -> None:
    """Title, words and text: « école » and « écoles » are one term, and stand in one piece."""

    assert [{0: 1}, {}, {0: 2}] == postings(made())["ecol"]


def test_documents_are_told_by_how_far_they_are_from_one_another() -> None:
    """However many stand between two that have a word."""
    found = [Found("NEWS", f"Jardin {n}" if n in (1, 4, 9) else "Autre", f"{n}/") for n in range(12)]

    assert {1: 1, 4: 1, 9: 1} == postings(made(found))["jardin"][0]


def test_a_word_is_found_with_its_accents_and_without() -> None:
    """« securite » in a text and « sécurité » in a title share a stem."""
    found = postings(made())

    assert {0, 1} == {number for field in found["securit"] for number in field}


def test_words_that_tell_nothing_are_left_out_of_texts() -> None:
    """And so is what has one letter; in a title they stay."""
    found = postings(made())

    assert {"la", "de", "b"}.isdisjoint(found)
    assert [{0: 1}, {}, {}] == found["l"]


def test_each_term_lies_in_the_piece_of_its_beginning() -> None:
    """The first piece says where they begin."""
    pieces = made(terms=20)
    beginnings = pieces[FIRST]["beginnings"]

    assert isinstance(beginnings, list)
    for name, piece in pieces.items():
        for term in piece.get("terms", ()) if name.startswith("t") else ():  # type: ignore[attr-defined]
            assert name == f"t{bisect_right(beginnings, term)}"


def test_what_a_result_shows_lies_by_the_number_of_its_document() -> None:
    """Empty ends are left out."""
    pieces = made()

    assert [["a/", "L’école ouvre"], ["b/", "Sécurité", "", "Tout va bien."]] == pieces["d0"]["documents"]
    assert [["c/", "Stage", "Lens"], ["d/", "Emploi", "", "", "closed"]] == pieces["d1"]["documents"]


def test_the_first_piece_tells_how_many_there_are_of_a_kind_and_how_many_are_over() -> None:
    """What is over comes last among its own."""

    assert [["NEWS", 2, 0], ["OFFERS", 2, 1]] == made()[FIRST]["kinds"]


def test_all_pieces_say_of_which_index_they_are() -> None:
    """Another text makes another index."""
    versions = {piece["v"] for piece in made().values()}

    assert 1 == len(versions)
    assert versions != {
        piece["v"] for piece in made((*EXAMPLE[:3], Found("OFFERS", "Emplois", "d/"))).values()
    }


def test_the_same_documents_make_the_same_bytes() -> None:
    """Whatever was indexed before."""
    first = SiteIndex(EXAMPLE, "fr", plan_for(4)).made
    SiteIndex(EXAMPLE[::-1], "nl", plan_for(4))

    assert first == SiteIndex(EXAMPLE, "fr", plan_for(4)).made


def test_words_are_suggested_as_they_are_written() -> None:
    """One of each stem, the usual one; neither numbers nor what is too short to be mistyped."""

    assert ["emploi", "ouvre", "réseaux", "stage", "sécurité", "école", "œuvres"] == sorted(
        str(made()[WORDS]["words"]).split()
    )


def test_a_larger_site_has_more_pieces_and_not_larger_ones() -> None:
    """Files are planned before anybody knows what is in them."""
    small, large = plan_for(20), plan_for(10_000)

    assert 4 == small.terms < large.terms == len(BEGINNINGS) + 1
    assert small.documents < large.documents
    assert list(large.beginnings) == sorted(set(BEGINNINGS))
    assert set(small.beginnings) < set(large.beginnings)


def test_an_index_of_nothing_has_all_its_pieces() -> None:
    """A site that has only begun."""
    pieces = made(())

    assert set(Plan(4, 2).names) | {FIRST} == set(pieces)
    assert [] == pieces[FIRST]["kinds"] == pieces["d0"]["documents"]


def test_what_is_cancelled_or_past_comes_after_what_one_can_come_to() -> None:
    """Each says what it is."""
    found = [Found("AGENDA", f"{n}", f"{n}/", state=state) for n, state in enumerate(("", CANCELLED, PAST))]

    assert [["AGENDA", 3, 2]] == made(found)[FIRST]["kinds"]


def test_a_lone_figure_is_found_where_it_names_something() -> None:
    """« 3 décembre » among the words of a date; in a text it tells nothing."""
    index = made(
        [Found("AGENDA", "Un", "u/", words="3 décembre"), Found("NEWS", "Deux", "d/", text="3 pommes")]
    )

    assert [{}, {0: 1}, {}] == postings(index)["3"]


def test_towns_of_several_words_are_known_as_one_thing() -> None:
    """Without the small ones, as they are asked."""
    index = SiteIndex(EXAMPLE, "fr", Plan(4, 2), places=("Lens", "Saint-Omer", "Aire-sur-la-Lys"))

    assert ["aire lys", "saint omer"] == json.loads(index.made[FIRST])["places"]
