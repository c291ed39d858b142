"""Abbreviations of a glossary, told in other texts; texts taken apart by their headings."""

from functools import partial

import pytest
from markdown import Markdown

from association.domain.knowledge import Glossary
from association.host.settings import MARKDOWN
from association.render.markdown import Links, Renderer

GLOSSARY = Glossary(
    (
        ("CA", "conseil d’administration"),
        ("ESN", "entreprise de services du numérique"),
        ("R&D", "recherche et <i>développement</i>"),
    ),
    sources=frozenset({"pages/glossaire.md"}),
)
ESN = '<abbr title="entreprise de services du numérique">ESN</abbr>'


def renderer() -> Renderer:
    another = partial(Markdown, **MARKDOWN)
    return Renderer(another(), Links({}, {}), "fr", another, glossaries={"fr": GLOSSARY})


def html(text: str, source: str = "pages/a.md") -> str:
    return renderer().html(text, source, 2)


TOLD = {
    "once in a text": ("Une ESN.\n\nDeux ESN.", f"<p>Une {ESN}.</p>\n<p>Deux ESN.</p>"),
    "in a list": ("- une ESN", f"<ul>\n<li>une {ESN}</li>\n</ul>"),
    "in the words of a link": ("[une ESN](https://a.example/ESN)", f">une {ESN}</a>"),
    "in raw HTML": ("<details><summary>ESN</summary></details>", f"<summary>{ESN}</summary>"),
    "beside a hyphen": ("ESN-client", f"<p>{ESN}-client</p>"),
    "with a sign of its own": (
        "La R&D.",
        '<p>La <abbr title="recherche et &lt;i&gt;développement&lt;/i&gt;">R&amp;D</abbr>.</p>',
    ),
    "as the text has it": (
        "Le CA, une ESN.\n\n*[CA]: chiffre d'affaires",
        f'<p>Le <abbr title="chiffre d\'affaires">CA</abbr>, une {ESN}.</p>',
    ),
    "as its HTML has it": (
        'Le <abbr title="chiffre">CA</abbr>, puis le CA.',
        '<p>Le <abbr title="chiffre">CA</abbr>, puis le CA.</p>',
    ),
    "below a heading that has it too": ("## ESN\n\nUne ESN.", f'<h2 id="esn">ESN</h2>\n<p>Une {ESN}.</p>'),
}
UNTOLD = {
    "other capitals": "esn",
    "a plural of another language": "ESNs",
    "a part of a word": "CESNA",
    "code": "`ESN`",
    "a block of code": "```\nESN\n```",
    "a host": "www.ESN.fr",
    "an address": "a@ESN",
    "a heading": "## Une ESN",
    "an alternative text": "![ESN](/images/a.png)",
}


@pytest.mark.parametrize(("text", "expected"), TOLD.values(), ids=TOLD)
def test_an_abbreviation_is_told_where_it_is_first_read(text: str, expected: str) -> None:
    """Readers of screens hear it once; what the text itself says of it wins."""

    assert expected in html(text)


@pytest.mark.parametrize("text", UNTOLD.values(), ids=UNTOLD)
def test_what_is_no_word_of_a_sentence_is_left_alone(text: str) -> None:
    """And so is another word."""

    assert "<abbr" not in html(text)


def test_a_text_in_another_language_is_left_alone() -> None:
    """There the letters stand for something else."""

    assert "<abbr" not in renderer().of("nl").html("Een ESN.", "pages/over.md", 2)


def test_a_heading_of_a_glossary_is_called_after_its_term() -> None:
    """Its explanation may change, its address does not; a second meaning has another one."""
    text = "## CA : conseil\n\n## CA : chiffre\n\n## Infogérance\n"
    expected = ['id="ca"', 'id="ca-2"', 'id="infogerance"']

    assert expected == [name for name in expected if name in html(text, "pages/glossaire.md")]


TEXT = """\
Avant.

# Un groupe

De quoi ?

## Une *question* ?

> ## Cité

### Plus bas

Réponse[^1].

## Deux ?

[^1]: Note.
"""


def test_a_text_is_taken_apart_by_its_headings() -> None:
    """What is quoted, or deeper, belongs to a part; notes belong to all of them."""
    told = renderer().prose(TEXT, "pages/a.md").parted(3)
    before, group = told.groups
    first, second = told.parts

    assert ("<p>Avant.</p>", "Un groupe", "<p>De quoi ?</p>") == (
        before.lead.html,
        group.title.words,
        group.lead.html.replace("\u202f", " "),
    )
    assert ("une-question", "Une <em>question</em>") == (first.id, first.title.html.rpartition("\u202f")[0])
    assert [True, True, True] == [part in first.body.html for part in ("<blockquote>", "<h4", "Réponse")]
    assert ("deux", "", True) == (second.id, second.body.html, "Note." in told.notes.html)


def test_a_text_without_headings_has_one_part_and_no_question() -> None:
    """All of it is the lead."""
    told = renderer().prose("Rien.", "pages/a.md").parted(2)

    assert ("<p>Rien.</p>", ()) == (told.groups[0].lead.html, told.parts)


def test_search_engines_are_given_the_marks_that_they_read() -> None:
    """No table, no call of a note, no class."""
    told = renderer().prose("## A\n\nVoir [ici](/a/)[^1].\n\n|a|\n|-|\n|b|\n\n[^1]: Note.", "pages/a.md")
    answer = told.parted(2).parts[0].body.for_search_engines("https://a.example/")

    assert (True, False, False) == (
        '<p>Voir <a href="https://a.example/a/">ici</a>.</p>' in answer,
        "<t" in answer,
        "fnref" in answer,
    )
