"""Front matter: YAML between two lines, or Pelican's classic headers."""

import pytest

from association.content.yaml.front_matter import Document, split
from association.problems import ContentError, Place

YAML = """\
---
title: "Bonjour : le monde"
tags: [entraide, stages]
---

Le **texte**.
---
La suite.
"""

CLASSIC = """\
Title: Un titre : avec deux-points
Date: 2026-11-03
Image-Alt: Une image
Author: Ana Ruiz
Tags: entraide, stages,
    marchés publics
Summary: Une phrase
    et sa suite.
Commissions: reseaux; gestion, paie
Slug:

Le texte : ici.
"""


def codes(document: Document) -> list[str]:
    return [problem.code for problem in document.tree.problems]


def test_yaml_between_two_lines_is_the_front_matter() -> None:
    """A later line of hyphens is a rule of the text."""
    document = split(YAML, "a.md")

    assert {"title": "Bonjour : le monde", "tags": ["entraide", "stages"]} == document.tree.data
    assert ("\nLe **texte**.\n---\nLa suite.\n", 5) == (document.body, document.body_line)


def test_places_are_those_of_the_file() -> None:
    """Not of the front matter alone."""
    data = split("\n" + YAML, "a.md").tree.data

    assert (Place("a.md", 3, 8), Place("a.md", 4, 18)) == (data.place("title"), data.place("tags", 1))


@pytest.mark.parametrize("text", [YAML, CLASSIC])
def test_windows_and_unix_files_are_the_same(text: str) -> None:
    """Byte order mark and CRLF make no difference."""
    unix, windows = split(text, "a.md"), split("\ufeff" + text.replace("\n", "\r\n"), "a.md")

    assert (unix.tree.data, unix.body, unix.body_line) == (windows.tree.data, windows.body, windows.body_line)


def test_classic_headers_keep_working() -> None:
    """Colons in values, lists with commas or semicolons, lines continued by four spaces."""
    document = split(CLASSIC, "a.md")

    assert {
        "title": "Un titre : avec deux-points",
        "date": "2026-11-03",
        "image_alt": "Une image",
        "authors": ["Ana Ruiz"],
        "tags": ["entraide", "stages", "marchés publics"],
        "summary": "Une phrase et sa suite.",
        "commissions": ["reseaux", "gestion, paie"],
    } == document.tree.data
    assert ("Le texte : ici.\n", 12) == (document.body, document.body_line)


@pytest.mark.parametrize(
    ("path", "place"),
    [
        (("title",), (1, 8)),
        (("tags",), (5, 7)),
        (("tags", 1), (5, 17)),
        (("tags", 2), (6, 5)),
        (("commissions", 1), (9, 23)),
        (("slug",), (10, 1)),
    ],
)
def test_classic_headers_have_places_too(path: tuple[str | int, ...], place: tuple[int, int]) -> None:
    """Of values, of the words of lists, and of keys without value."""

    assert Place("a.md", *place) == split(CLASSIC, "a.md").tree.data.place(*path)


def test_a_classic_header_is_written_once() -> None:
    """As in YAML."""
    document = split("Title: a\nTITLE: b\n\nTexte", "a.md")

    assert (["duplicate-key"], 2) == (codes(document), document.tree.problems[0].line)


def test_the_text_may_follow_classic_headers_at_once() -> None:
    """As Python-Markdown reads it."""
    document = split("Title: a\n# Titre\n", "a.md")

    assert ({"title": "a"}, "# Titre\n", 2) == (document.tree.data, document.body, document.body_line)


@pytest.mark.parametrize("text", ["Bonjour.\n", "", "\n\n", "https://example.org\n", "# Titre : a\n"])
def test_a_text_without_front_matter_has_an_empty_one(text: str) -> None:
    """That its title is missing is told by the shape."""
    document = split(text, "a.md")

    assert ({}, text, 1) == (document.tree.data, document.body, document.body_line)


def test_an_opened_front_matter_has_to_be_closed() -> None:
    """Else the whole text would be read as fields."""
    with pytest.raises(ContentError) as caught:
        split("---\ntitle: a\n\nTexte", "a.md")

    assert [
        'a.md:1:1: error: the "---" here opens the fields, but no second "---" closes them; '
        'write "---" alone on a line after the last field [front-matter-open]'
    ] == [problem.line_of_text() for problem in caught.value.problems]


def test_mistakes_of_yaml_are_those_of_the_strict_reader() -> None:
    """Told on the lines of the file."""
    with pytest.raises(ContentError) as caught:
        split("---\ntitle: a : b\n---\n", "a.md")

    assert [("yaml-needs-quotes", 2)] == [(problem.code, problem.line) for problem in caught.value.problems]


def test_what_can_be_understood_is_kept() -> None:
    """Its problems wait in the tree."""
    document = split("---\ntitle: a\ntitle: b\ndate: 2026-11-03\n---\n", "a.md")

    assert ({"title": "a", "date": "2026-11-03"}, ["duplicate-key"]) == (document.tree.data, codes(document))
