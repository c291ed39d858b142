"""How long and how entangled a text may be: nonsense is refused with its place, what people write is not."""

import pytest

from association.content.context import Mistake
from association.content.markdown_bounds import check
from association.content.notes import MarkdownText
from association.problems import Place


def refused(text: str) -> str | None:
    """The line of the text and what is said of it."""
    try:
        check(MarkdownText(text, "", lambda offset: Place("a.md", 1 + text.count("\n", 0, offset))))
    except Mistake as wrong:
        return f"{wrong.problem.line}: {wrong.problem.text()} [{wrong.problem.code}]"
    return None


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("mot " * 50_001, "1: this text has 200004 characters, expected at most 200000 [text-too-long]"),
        ("a\n" * 10_000, "1: this text has 10001 lines, expected at most 10000 [text-too-long]"),
        (
            "[" * 20_000,
            '1: this text has 20000 marks such as "*" and "[", expected at most 10000 [text-too-long]',
        ),
        (
            "\n\nTitre\n\n" + "# a\n" * 2000,
            "5: found 2000 headings, rules or abbreviations without an empty line, expected at most 1250 "
            "[text-too-long]",
        ),
        (
            ("# a\n" * 900 + "\n") * 5,
            "2704: found 900 headings, rules or abbreviations without an empty line, expected at most 78 "
            "[text-too-long]",
        ),
        (
            "bon\n\n" + "> - 1. " * 10,
            "3: lists or quotations stand in one another here, more than 20 deep [text-too-deep]",
        ),
        (
            "\t" * 20 + "- a",
            "1: lists or quotations stand in one another here, more than 20 deep [text-too-deep]",
        ),
        (
            "a\n\nb\n : c" + "\n : c" * 50,
            '3: found 51 lines with ":" without an empty line, expected at most 50 [text-too-deep]',
        ),
        (
            "*a _b " * 51 + "c" + " b_ a*" * 51,
            '1: more than 100 marks of emphasis ("*" or "_") are open at once here [text-too-deep]',
        ),
        (
            "<div markdown='1'>\n" * 51,
            "51: HTML elements stand in one another here, more than 50 deep [text-too-deep]",
        ),
        ("~~~a\n" * 1001, '1: this text has more than 1000 lines of "```" [text-too-long]'),
        ("a[^é] " * 201, '1: the note "é" is called more than 200 times [text-too-long]'),
    ],
)
def test_what_no_reader_could_follow_is_refused(text: str, expected: str) -> None:
    """Where it is, and how much of it there may be."""
    assert expected == refused(text)


MINUTES = (
    "## Ordre du jour\n\n"
    + "1. Le *premier* point, dont **Camille** dit qu'il [est là](https://a.example/x_y).\n" * 40
    + "\n"
    + "Un long débat s'ensuit, où chacun parle de ce qu'il sait et de ce qu'il ne sait pas. " * 15
    + "\n\n"
)
NORMAL = {
    "six hundred references": "".join(f"[{n}]: https://a.example/une/page/{n}\n" for n in range(600)),
    "two hundred abbreviations": "".join(f"*[A{n}]: Une association parmi {n}\n" for n in range(200)),
    "minutes of ten thousand words": MINUTES * 14,
    "a table of three hundred rows": "| a | b | c | d |\n|---|:-:|--:|---|\n"
    + "| **un** | deux | 3 | x |\n" * 300,
    "a list of a thousand links": "- [Un nom](https://a.example/un_nom?x=1&y=2) [sic\n" * 1000,
    "rules": "- - - - - - - - - - - - - - - - - - - - - - - - -\n\n" + "* " * 40 + "\n\n" + "_" * 200,
    "a drawing in a fence": "```\n" + "\n".join(" " * 4 * (i % 40) + "+--" for i in range(200)) + "\n```",
    "a listing with comments": "```python\n" + "# un commentaire\nx = 1\n" * 300 + "```",
    "many questions": "<details markdown='1'>\n<summary>Quand ?</summary>\n\nDemain.\n\n</details>\n\n" * 120,
    "a glossary": "Terme\n: Son sens\n\n" * 400,
    "stars that are none": "5 * 3 * 2 et prix* \n" * 200,
    "a snake": "une_variable_de_python " * 300,
    "presence": "**Présents** : Camille, Sacha\n" * 120,
    "eight levels": "\n".join("    " * level + "- a" for level in range(8)),
    "a hundred notes": "Un[^1] texte[^2]. " * 100 + "\n\n[^1]: a\n[^2]: b\n",
}


@pytest.mark.parametrize("text", NORMAL.values(), ids=NORMAL)
def test_what_people_write_passes(text: str) -> None:
    """However long their minutes are."""
    assert refused(text) is None
