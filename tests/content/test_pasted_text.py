"""What git, a keyboard or a word processor leaves in a file: told as what it is, anywhere in it."""

from collections.abc import Callable

import pytest

from association.content.yaml.front_matter import split
from association.content.yaml.reader import lenient_tree, read_tree
from association.problems import ContentError, Problem

ENTRY = """\
members:
  - id: adviser
    name: Adviser
    summary: Deux mots
    address: {street: 1 rue X, postal_code: "62000"}
    description: |
      Une liste :
      - un
      note : deux
    people:
      - name: Ana Ruiz
        role: Présidente
  - id: kernel
    name: Kernel
"""
POST = "---\ntitle: La rentrée\ndate: 2026-11-02\ntags: [a, b]\n---\n\nUn texte.\n\nEncore.\n"
SPACES = ("\u00a0", "\u202f")
Mistake = Callable[[str], str]


def problems(read: Callable[[], object]) -> tuple[Problem, ...]:
    try:
        found = read()
    except ContentError as error:
        return tuple(error.problems)
    return getattr(found, "problems", ())


def own_keys() -> list[int]:
    """The lines of ENTRY that have a key, from 0: all but those of its block of text."""
    return [
        number for number, line in enumerate(ENTRY.splitlines()) if number not in (6, 7, 8) and ":" in line
    ]


def changed(number: int, old: str, new: str) -> str:
    lines = ENTRY.splitlines()
    assert old in lines[number]
    lines[number] = lines[number].replace(old, new, 1)
    return "\n".join([*lines, ""])


@pytest.mark.parametrize("space", SPACES)
@pytest.mark.parametrize("number", own_keys())
def test_a_no_break_space_before_a_colon_is_told_at_its_line(number: int, space: str) -> None:
    """And nothing else: no key is missing, no list is none."""
    told = problems(lambda: lenient_tree(changed(number, ":", f"{space}:"), "a.yaml"))

    assert [("yaml-space", number + 1)] == [(one.code, one.place.line) for one in told]
    assert "before the colon" in told[0].message.text()


@pytest.mark.parametrize("space", SPACES)
def test_a_no_break_space_before_every_colon_is_told_once_a_line(space: str) -> None:
    """The text is read as it was meant, its block of Markdown left as it is."""
    lines = ENTRY.splitlines()
    text = "\n".join(line.replace(":", f"{space}:", 1) for line in lines)
    tree = lenient_tree(text, "a.yaml")

    assert [number + 1 for number in own_keys()] == [problem.place.line for problem in tree.problems]
    assert f"note {space}:" in tree.data["members"][0]["description"]


@pytest.mark.parametrize("space", SPACES)
@pytest.mark.parametrize("number", [number for number in own_keys() if number])
def test_a_no_break_space_in_the_indentation_is_told_at_its_line(number: int, space: str) -> None:
    """Wherever in it, also after the dash."""
    told = problems(lambda: lenient_tree(changed(number, " ", space), "a.yaml"))

    assert [("yaml-space", number + 1)] == [(one.code, one.place.line) for one in told]


@pytest.mark.parametrize(
    "number", [number for number, line in enumerate(ENTRY.splitlines()) if "- " in line and number != 7]
)
def test_a_dash_without_its_space_is_told_at_its_line(number: int) -> None:
    """With the line as it should be."""
    told = problems(lambda: lenient_tree(changed(number, "- ", "-"), "a.yaml"))
    key = ENTRY.splitlines()[number].strip().removeprefix("- ")

    assert [(number + 1, f"write - {key}")] == [(one.place.line, one.hint.text()) for one in told if one.hint]


@pytest.mark.parametrize("text", [ENTRY, ENTRY.replace("Deux mots", "Deux\u00a0mots\u202f!")])
def test_what_is_right_is_read_as_it_was(text: str) -> None:
    """No-break spaces in values are French."""
    assert 2 == len(read_tree(text, "a.yaml").data["members"])


@pytest.mark.parametrize("number", range(1, len(ENTRY.splitlines())))
def test_a_conflict_is_named_as_such_anywhere(number: int) -> None:
    """Before any line, whatever YAML makes of it."""
    lines = ENTRY.splitlines()
    conflict = ["<<<<<<< HEAD", lines[number], "=======", lines[number], ">>>>>>> autre"]
    told = problems(
        lambda: lenient_tree("\n".join([*lines[:number], *conflict, *lines[number + 1 :]]), "a.yaml")
    )

    assert [("git-conflict", number + 1)] == [(one.code, one.place.line) for one in told]


@pytest.mark.parametrize("number", range(len(POST.splitlines())))
def test_a_conflict_in_a_text_is_named_as_such_anywhere(number: int) -> None:
    """In the fields, around them, in the text."""
    lines = POST.splitlines()
    conflict = ["<<<<<<< HEAD", lines[number], "||||||| base", "=======", lines[number], ">>>>>>> autre"]
    told = problems(lambda: split("\n".join([*lines[:number], *conflict, *lines[number + 1 :]]), "a.md"))

    assert [("git-conflict", number + 1)] == [(one.code, one.place.line) for one in told]


@pytest.mark.parametrize(
    "body", ["Titre\n=======\n", "~~~\n<<<<<<< a\n>>>>>>> b\n~~~\n", "<<<<<<<< huit\n", "> <<<<<<< cité\n"]
)
def test_what_only_looks_like_a_conflict_is_a_text(body: str) -> None:
    """A title underlined, code, a drawing."""
    assert split(f"---\ntitle: T\n---\n\n{body}", "a.md").body.endswith(body)
