"""What editors write for editors: found wherever it is, left alone where it is code."""

import pytest

from association.domain.asides import asides, blanked, said, without_comments


@pytest.mark.parametrize(
    ("markdown", "expected"),
    [
        ("a <!-- x --> b", "a  b"),
        ("a\n<!-- x\n\nx -->\nb", "a\n\nb"),
        ("<!-->a-->", "a-->"),
        ("<!--->a-->", "a-->"),
        ("<!-- x --!>a", "a"),
        ("\\<!-- x -->a", "\\a"),
        ("<!--[if IE]>x<![endif]-->a", "a"),
        ("<![if !IE]>a<![endif]>", "a"),
        ("<?php x > x ?>a", "a"),
        ("<![CDATA[ x > x ]]>a", "a"),
        ("<!DOCTYPE x>a", "a"),
        ("<script>x</script>a", "a"),
        ("<STYLE type=x>x</Style >a", "a"),
        ("<template>x</template>a", "a"),
        ("<div hidden>x<div>x</div>x</div>a", "a"),
        ("<div class='x' hidden=\"\">x</div>a", "a"),
        ('<p style="color: red; display:none">x</p>a', "a"),
        ("<img hidden src=x>a", "a"),
        ("![a <!-- x -->](b.png)", "![a ](b.png)"),
        ('<span title="a <!-- x -->">b</span>', '<span title="a ">b</span>'),
        ("[//]: # (x)\na", "\na"),
        ('[comment]: <> "x"\na', "\na"),
    ],
)
def test_an_aside_is_taken_out(markdown: str, expected: str) -> None:
    """However it is written."""

    assert expected == said(markdown)


@pytest.mark.parametrize(
    "markdown",
    [
        "- a\n\n    <!-- x\n\n    x -->",
        "- a\n    - b\n\n        <!-- x\n\n        x -->",
        "1. a\nb\n\n    <!-- x -->",
        "[^1]: a\n\n    <!-- x -->",
        "> - a\n>\n>     <!-- x -->",
        "a\n    <!-- x -->",
        "\\`<!-- x -->\\`",
        "`a\n\n<!-- x -->`",
        "```\n<!-- x -->",
        "<!--\n```\n-->\n\n<!-- x -->\n",
        "    a\n\n<!-- x -->",
    ],
)
def test_what_only_looks_like_code_is_none(markdown: str) -> None:
    """The indentation of a list, backticks that nothing closes, fences within a comment."""

    assert "x" not in said(markdown)


@pytest.mark.parametrize(
    "markdown",
    [
        "`<!-- x -->`",
        "`` a ` <!-- x --> ``",
        "```html\n<!-- x -->\n```",
        "~~~~\n<!-- x -->\n~~~\n~~~~",
        "    <!-- x -->",
        "\t<!-- x -->",
        "- a\n\n        <!-- x -->",
        ">     <!-- x -->",
        "- a\n    - b\n\n    c\n\n        <!-- x -->",
        "`a <!-- ` b -->",
        "&lt;!-- x --&gt;",
        "a <? b ?",
        "1 <!- 2",
        "a <b",
        "<p title='the hidden x'>a</p>",
        "<br>",
        '[top]: # "Haut"\n\n[a][top]',
    ],
)
def test_code_and_prose_stay(markdown: str) -> None:
    """A text about comments, a sign in a sentence."""

    assert markdown == said(markdown)


@pytest.mark.parametrize("opening", ["<!--", "<![CDATA[", "<?php", "<script>", "<p hidden>"])
def test_what_is_never_closed_goes_on_to_the_end(opening: str) -> None:
    """Rather too little is said than too much, and it is told where."""
    found = asides(f"ab {opening} x\n\nx")

    assert (3, "ab") == (found.unclosed, said(f"ab {opening} x\n\nx"))


def test_no_line_break_is_left_where_an_aside_was() -> None:
    """Two spaces at the end of a line are one."""

    assert "a\nb" == said("a  <!-- x -->  \nb").replace("  \n", "\n")
    assert "a\nb" == said("a  <!-- x -->\nb")


@pytest.mark.parametrize("markdown", ["a <!-- é\nx --> b", "<?x?>\n\n<!-- x", "```\n<!-- x -->\n```"])
def test_blanks_keep_every_place(markdown: str) -> None:
    """What is found in the rest is told where the editor wrote it."""
    found = blanked(markdown)

    assert (len(markdown), markdown.count("\n")) == (len(found), found.count("\n"))
    assert [] == [place for place, sign in enumerate(found) if sign not in (" ", markdown[place])]


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("<!-- x -->a <!-- x --> b<!-- x -->", "a b"),
        ("<script> a <!-- x -->", "<script> a"),
        ("a `<!-- b -->`", "a `<!-- b -->`"),
        ("a <!-- b", "a <!-- b"),
        ("a  b", "a  b"),
    ],
)
def test_a_line_that_is_no_markdown_loses_its_comments_alone(words: str, expected: str) -> None:
    """A name may have a « < » in it; a page shows it as it is."""

    assert expected == without_comments(words)


@pytest.mark.parametrize(
    "text",
    [
        "<!--" * 20_000,
        "<!-- -->" * 20_000,
        "<![CDATA[" * 20_000,
        "<? " * 30_000,
        "<!a " * 30_000,
        '<a "' * 30_000,
        "<p hidden>" * 20_000,
        "<p hidden></p>" * 20_000,
        "".join("`" * (number % 900 + 3) + "\n" for number in range(3000)),
        "`\n\n" * 20_000,
        "~~~a\n" * 20_000,
        "- a\n" * 20_000,
        "".join(f"[{number}]: # (x)\n" for number in range(3000)),
    ],
    ids=lambda text: text[:8],
)
def test_no_text_is_too_much(text: str) -> None:
    """Read once: thousands of marks that are opened cost no more than others."""

    assert len(text) == len(blanked(text))
