"""Links in Markdown: what counts as one, and where it may lead."""

from pathlib import Path

import pytest
from site_on_disk import article, codes, loaded, report

from association.domain.written_links import targets


def found(markdown: str) -> list[str]:
    return [("!" if one.is_image else "") + one.address for one in targets(markdown)]


@pytest.mark.parametrize(
    ("markdown", "expected"),
    [
        ("[x](a.md)", ["a.md"]),
        ('[x](a.md "Titre (1)")', ["a.md"]),
        ("[x](a.md 'smile :)')", ["a.md"]),
        ("[x](<a b.md>)", ["a b.md"]),
        ("[x](a b.md)", ["a b.md"]),
        ("[x](a_(1).md)", ["a_(1).md"]),
        ("[x]( a.md )", ["a.md"]),
        ("[on\ntwo](a.md)", ["a.md"]),
        ("[x]()", [""]),
        ("![x](a.png)", ["!a.png"]),
        ("[![x](a.png)](b.md)", ["!a.png", "b.md"]),
        ("[x [y] z](a.md)", ["a.md"]),
        ("[x]: a.md", ["a.md"]),
        ('[x]: <a.md> "Titre"', ["a.md"]),
        ("![x][y]\n\n[y]: a.png", ["!a.png"]),
        ("![Y][]\n\n[y]: a.png", ["!a.png"]),
        ('<a class="b" href="a.md">x</a>', ["a.md"]),
        ("<A HREF='a.md'>x</A>", ["a.md"]),
        ("<a href=a.md>x</a>", ["a.md"]),
        ('<a href="&#106;avascript:x">x</a>', ["javascript:x"]),
        ('<img alt="a > b" src="a.png">', ["!a.png"]),
        ("<https://a.example>", ["https://a.example"]),
        ("<javascript:x>", ["javascript:x"]),
        ("1. a\n\n    [x](a.md)", ["a.md"]),
    ],
)
def test_a_link_is_found_however_it_is_written(markdown: str, expected: list[str]) -> None:
    """As Python-Markdown and browsers would follow it."""

    assert expected == found(markdown)


@pytest.mark.parametrize(
    "markdown",
    [
        "`[x](a.md)`",
        "``a ` [x](a.md)``",
        "```\n[x](a.md)\n```",
        "~~~ html\n<a href='a.md'>\n~~~",
        "a\n\n    [x](a.md)",
        "a\n\n\t[x](a.md)",
        "~~~\n[x](a.md)\n~~~",
        "<!-- [x](a.md) -->",
        "<!-- [x](a.md)",
        "<p hidden>[x](a.md)</p>",
        r"\[x](a.md)",
        r"[x\](a.md)",
        "x](a.md)",
        "[^1]: a.md",
        "array[0] (a.md)",
        "2 < 3 and <b>",
        "a@b.example",
    ],
)
def test_what_only_looks_like_a_link_is_none(markdown: str) -> None:
    """Code, what is for editors alone, escapes, footnotes."""

    assert [] == found(markdown)


def test_a_text_of_nothing_but_brackets_is_read_in_no_time() -> None:
    """Content is hostile until proven otherwise."""
    for hostile in (
        "[" * 20_000,
        "](" * 20_000,
        "`" * 20_000,
        "<a " * 20_000,
        "[x](" + "(" * 20_000,
        "<!--" * 20_000,
    ):
        targets(hostile)

    assert True


FILES = {
    "content/images/salle.png": b"",
    "content/images/été.png": b"",
    "content/documents/statuts.pdf": b"",
    "content/pages/statuts.md": article("order: 1", "[Statuts](/documents/statuts.pdf)"),
    "content/actualites/bilan.md": article("date: 2026-09-01"),
    "content/actualites/projet.md": article("date: 2026-09-01\nstatus: draft"),
    "content/actualites/demain.md": article("date: 2027-09-01"),
    "content/agenda/bal.md": article("start: 2026-12-01"),
}


def about(root: Path, body: str) -> list[str]:
    return codes(root, {**FILES, "content/actualites/rentree.md": article("date: 2026-09-01", body)})


@pytest.mark.parametrize(
    "address",
    [
        "bilan.md",
        "./bilan.md#suite",
        "../agenda/bal.md",
        "{filename}bilan.md",
        "{filename}/agenda/bal.md",
        "|filename|bilan.md",
        "{static}/documents/statuts.pdf",
        "{attach}../documents/statuts.pdf",
        "/documents/statuts.pdf?v=2",
        "/images/%C3%A9t%C3%A9.png",
        "/annuaire/",
        "/actualites/nulle-part/",
        "#suite",
        "?page=2",
        "//ailleurs.example/",
        "https://ailleurs.example/",
        "HTTPS://ailleurs.example/",
        "mailto:contact@essai.example",
        "tel:+33353010013",
    ],
)
def test_a_link_may_lead_here(tmp_path: Path, address: str) -> None:
    """Files of content, pages of the site, addresses elsewhere."""

    assert [] == about(tmp_path, f"[x]({address})")


@pytest.mark.parametrize(
    ("address", "code"),
    [
        ("javascript:alert(1)", "unsafe-link"),
        ("JavaScript:alert(1)", "unsafe-link"),
        ("<java\tscript:alert(1)>", "unsafe-link"),
        ("data:text/html,x", "unsafe-link"),
        ("file:///etc/passwd", "unsafe-link"),
        ("vbscript:x", "unsafe-link"),
        ("bilans.md", "missing-link"),
        ("{filename}/bilan.md", "missing-link"),
        ("/documents/autre.pdf", "missing-link"),
        ("../documents/", "missing-link"),
        ("../Images/salle.png", "missing-link"),
        ("../../members.yaml", "outside-content"),
        ("{static}/../pelicanconf.py", "outside-content"),
        ("/images/../../pelicanconf.py", "outside-content"),
        ("%2e%2e/%2e%2e/members.yaml", "outside-content"),
        ("projet.md", "unpublished-link"),
        ("demain.md", "unpublished-link"),
    ],
)
def test_a_link_may_not_lead_there(tmp_path: Path, address: str, code: str) -> None:
    """What does not exist, what is not published, what does harm."""

    assert [code] == about(tmp_path, f"[x]({address})")


def test_a_text_in_a_folder_that_is_none_has_no_page(tmp_path: Path) -> None:
    """The link is a mistake, and the folder is told."""
    files = {
        "content/autre/note.md": article("start: 2026-12-01"),
        "content/actualites/rentree.md": article("date: 2026-09-01", "[x](../autre/note.md)"),
    }

    assert ["unpublished-link", "unread-file"] == codes(tmp_path, files)


def test_a_text_that_is_not_published_may_link_to_another_one(tmp_path: Path) -> None:
    """Both may come on the same day."""
    files = {**FILES, "content/actualites/apres.md": article("date: 2027-09-02", "[x](demain.md)")}

    assert [] == codes(tmp_path, files)


def test_a_picture_that_is_linked_to_is_published_like_one_that_is_shown(tmp_path: Path) -> None:
    """The link leads to its published form."""
    files = {**FILES, "content/pages/a.md": article("order: 1", "[x](/images/salle.png)")}
    used = loaded(tmp_path, files)

    assert ["images/salle.png"] == [use.path for use in used.images]
    assert "images/salle.png" not in used.documents


@pytest.mark.parametrize(
    ("address", "code"),
    [
        ("https://ailleurs.example/a.png", "remote-image"),
        ("//ailleurs.example/a.png", "remote-image"),
        ("data:image/png;base64," + "A" * 5000, "unsafe-link"),
        ("/ailleurs/a.png", "missing-image"),
        ("#a", "missing-link"),
    ],
)
def test_an_image_is_a_file_of_this_site(tmp_path: Path, address: str, code: str) -> None:
    """The public site makes no request to any other host."""

    assert [code] == about(tmp_path, f"![x]({address})")


def test_the_place_is_that_of_the_address(tmp_path: Path) -> None:
    """Line and column of the file, front matter included."""
    lines = report(
        tmp_path, {**FILES, "content/pages/a.md": article("order: 1", "Un\n\n- mot [x](rien.md)\n")}
    )

    assert ["content/pages/a.md:8:11:"] == [line.split(" ")[0] for line in lines]


def test_a_name_in_other_capitals_is_proposed(tmp_path: Path) -> None:
    """Web servers tell `Salle.PNG` from `salle.png`, whatever the editor's own computer does."""
    lines = report(
        tmp_path, {**FILES, "content/pages/a.md": article("order: 1", "![x](../images/Salle.PNG)")}
    )

    assert ['did you mean "../images/salle.png"? [missing-image]'] == [line.split("; ")[1] for line in lines]


def test_accents_may_be_stored_in_two_ways(tmp_path: Path) -> None:
    """macOS writes `é` as two characters."""
    files = {
        "content/images/e\u0301te\u0301.png": b"",
        "content/pages/a.md": article("order: 1", "![x](/images/été.png)"),
    }

    assert ["images/e\u0301te\u0301.png"] == [use.path for use in loaded(tmp_path, files).images]


def test_descriptions_are_followed_from_content(tmp_path: Path) -> None:
    """Told where the description begins."""
    head = "members:\n  - id: a\n    name: A\n    description: |\n"
    text = head + "      [x](images/salle.png)\n      [y](rien.png)\n"
    lines = report(tmp_path, {**FILES, "members.yaml": text})

    assert ["members.yaml:4:18:"] == [line.split(" ")[0] for line in lines]


def test_html_is_cleaned_and_told(tmp_path: Path) -> None:
    """It is not refused."""

    assert ["removed-html", "removed-html"] == about(
        tmp_path, "<script>alert(1)</script> <b onclick='x()'>gras</b>"
    )
