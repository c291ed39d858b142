"""Markdown for readers that know no markup."""

import pytest

from association.exports.common import plain_text

CASES = [
    ("Rien à enlever.", "Rien à enlever."),
    ("une **liste de contrôle** et _le reste_", "une liste de contrôle et le reste"),
    ("**_les deux_** et `code`", "les deux et code"),
    ("snake_case_reste, 2 * 3 * 4 aussi", "snake_case_reste, 2 * 3 * 4 aussi"),
    ("[voir](https://a.example/b)", "voir (https://a.example/b)"),
    ('[voir](https://a.example/b "titre")', "voir (https://a.example/b)"),
    ("[l'annuaire](/annuaire/)", "l'annuaire"),
    ("![un plan](plan.png) de la salle", "un plan de la salle"),
    ("<https://a.example/> <mailto:a@b.example>", "https://a.example/ mailto:a@b.example"),
    ("## Ordre du jour\n\n\n> Cité\n\n- un\n- deux", "Ordre du jour\n\nCité\n\n- un\n- deux"),
    (r"\*pas en italique\*, 1\. et \[crochets\]", "*pas en italique*, 1. et [crochets]"),
    ("  bords  \n", "bords"),
    ("un <!-- note --> deux<!-- sans fin", "un  deux"),
    ("[//]: # (note)\n\nUn [lien][b].\n\n[b]: https://b.example 'note'", "Un lien."),
    ("*[PDF]: note\n\nUn PDF", "Un PDF"),
    ("du `<b>*code*</b>` et `<!-- a -->`", "du <b>*code*</b> et <!-- a -->"),
    ("un\n\n```html\n<b>*code*</b>\n```\n\ndeux", "un\n\n<b>*code*</b>\n\ndeux"),
    ("<b class='x'>gras</b>, 3 < 4 > 2, R&amp;D, AT&T", "gras, 3 < 4 > 2, R&D, AT&T"),
    ("~~hier~~ demain, a ~~ b", "hier demain, a ~~ b"),
    ("- [ ] à faire\n- [x] fait", "- à faire\n- fait"),
    ('> [!NOTE]\n> Dit\n\n!!! tip "Conseil"\n    Dit', "Dit\n\nConseil\n    Dit"),
    ("[TOC]\n\nUne ligne\\\net une autre", "Une ligne\net une autre"),
    ('![Plan](p.png "Le plan"){#fig-plan}\n\nVoir [](#fig-plan).', "Plan\n\nVoir ."),
    ("", ""),
]


@pytest.mark.parametrize(("markdown", "expected"), CASES)
def test_marks_are_taken_away_and_words_stay(markdown: str, expected: str) -> None:
    """Links to the web keep their address, which is all a calendar can do with them."""
    assert expected == plain_text(markdown)


@pytest.mark.parametrize(
    "mark",
    [
        "*a",
        "[",
        "[a](",
        "`",
        "<https://",
        "![",
        "__x",
        "\n\n ",
        "[a]: ",
        "<b '",
        "&a;",
        "~~a ",
        "> [!",
        "!!! ",
    ],
)
def test_marks_that_nobody_closes_come_to_an_end(mark: str) -> None:
    """Thirty thousand of them, without a pattern that never comes back."""
    assert isinstance(plain_text(mark * 30_000), str)
