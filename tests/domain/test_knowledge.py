"""What the association knows: questions, terms, abbreviations of one language, the parts of a dossier."""

from datetime import UTC, datetime

from association.domain.articles import Article, StaticPage, Tag, dossiers
from association.domain.association import Association, Identity
from association.domain.knowledge import GLOSSARY, Glossary, Term, abbreviations, entries_in, term_of
from association.domain.text import plain


def test_second_level_headings_are_the_entries_of_a_text() -> None:
    """What is code is none; what closes or names a heading is no part of its words."""
    text = "# Un\n\n## Deux {#ici}\n\n```\n## Code\n```\n\n### Trois\n\n## *Quatre* ##\n\n##Cinq\n"

    assert ("Deux", "Quatre") == entries_in(text)


def test_an_abbreviation_is_one_word_before_a_colon() -> None:
    """In the spaces of French or of English; a name of several words has a colon of its own."""
    told = ("ESN : entreprise", "ESN\u00a0: entreprise", "SME: small firm", "Norme ISO : 9001", "Infogérance")
    expected = (
        *(Term("ESN", "entreprise"), Term("ESN", "entreprise"), Term("SME", "small firm")),
        *(Term("Norme ISO : 9001"), Term("Infogérance")),
    )

    assert expected == tuple(map(term_of, told))


def test_what_stands_for_two_things_stands_for_neither() -> None:
    """Said twice alike, in two glossaries, it is one thing."""
    texts = ("## CA : conseil\n\n## ESN : entreprise\n", "## CA : chiffre\n\n## ESN : entreprise\n")

    assert (("ESN", "entreprise"),) == abbreviations(texts)


def glossary(slug: str, language: str) -> StaticPage:
    body = f"## ESN : dit en {language}\n"
    return StaticPage(
        slug, plain(slug), body=body, language=language, template=GLOSSARY, source=f"pages/{slug}.md"
    )


def test_a_glossary_is_for_the_texts_of_its_language() -> None:
    """The same letters may mean something else in another one."""
    pages = (glossary("glossaire", "fr"), glossary("sigles", "fr"), glossary("woordenlijst", "nl"))
    association = Association(Identity("Essai"), pages=pages)
    french = Glossary((("ESN", "dit en fr"),), frozenset({"pages/glossaire.md", "pages/sigles.md"}))
    dutch = Glossary((("ESN", "dit en nl"),), frozenset({"pages/woordenlijst.md"}))

    assert {"fr": french, "nl": dutch} == association.glossaries()


def part(slug: str, day: int, number: int | None = None, name: str = "codes") -> Article:
    date = datetime(2026, 11, day, tzinfo=UTC)
    return Article(slug, plain(slug), date, dossier=Tag("codes", plain(name)), dossier_part=number)


def numbers(*articles: Article) -> dict[str, int]:
    latest_first = sorted(articles, key=lambda article: article.date, reverse=True)
    (found,) = dossiers(latest_first)
    return {one.article.slug: one.number for one in found.parts}


def test_the_parts_of_a_dossier_are_in_the_order_of_their_dates() -> None:
    """The oldest is the first."""

    assert {"un": 1, "deux": 2, "trois": 3} == numbers(part("un", 1), part("trois", 9), part("deux", 4))


def test_a_part_that_has_a_number_keeps_it_and_the_others_take_what_is_free() -> None:
    """Also where a part between them is to come."""
    found = numbers(part("a", 1), part("b", 2, 1), part("c", 3), part("d", 4, 5))

    assert {"b": 1, "a": 2, "c": 3, "d": 5} == found


def test_a_dossier_is_called_as_it_was_first() -> None:
    """One slug is one dossier, however it is spelt."""
    (found,) = dossiers([part("deux", 2, name="Codes"), part("un", 1, name="Les codes")])

    assert (plain("Les codes"), 2) == (found.name, found.total)
