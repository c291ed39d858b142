"""The strict YAML reader: what it takes, what it refuses, and where it says that things stand.

`yaml_mistakes/` holds pairs: a text, and the lines an editor reads about it.
"""

import random
from pathlib import Path

import pytest

from association.content.yaml.reader import EventParser, FastEvents, PureEvents, lenient_tree, read_tree
from association.content.yaml.source import LARGEST
from association.content.yaml.tree import tree_of
from association.problems import ContentError, Place

MISTAKES = sorted((Path(__file__).parent / "yaml_mistakes").glob("*.yaml"))
PARSERS = pytest.mark.parametrize("parser", [FastEvents, PureEvents], ids=["libyaml", "pure"])


def report(text: str, parser: EventParser = FastEvents) -> list[str]:
    try:
        problems = lenient_tree(text, "a.yaml", parser=parser).problems
    except ContentError as error:
        problems = error.problems
    return [problem.line_of_text() for problem in problems]


def codes(text: str) -> list[str]:
    try:
        read_tree(text, "a.yaml")
    except ContentError as error:
        return [problem.code for problem in error.problems]
    return []


@PARSERS
@pytest.mark.parametrize("mistake", MISTAKES, ids=lambda path: path.stem)
def test_a_mistake_is_told_in_our_words_where_it_can_be_mended(mistake: Path, parser: EventParser) -> None:
    """The same lines with libyaml and without it, never in the words of a parser."""
    expected = mistake.with_suffix(".txt").read_text(encoding="utf-8").splitlines()

    assert expected == report(mistake.read_text(encoding="utf-8"), parser)


@PARSERS
@pytest.mark.parametrize(
    ("written", "data"),
    [
        ("", {}),
        ("# rien\n", {}),
        ("---\nname: Kernel\n", {"name": "Kernel"}),
        ("code: 01000\ntime: 18:30\nyes: NO\nphone: +32470123456\nversion: 1.10\n", None),
        ("name:\ntown: ~\nkind: null\nlogo: ''\nlabels: \"  \"\n", {}),
        ("name: 'null'\ntown: \"~\"\n", {"name": "null", "town": "~"}),
        ("skills:\n  -\n  - web\n  - ''\n", {"skills": ["web"]}),
        ("skills: []\naddress: {}\n", {"skills": [], "address": {}}),
        ("text: |\n  une\n    deux\n\n", {"text": "une\n  deux\n"}),
        ("text: une\n  deux\n", {"text": "une deux"}),
        ("name:\tKernel\t\nskills: [a,\tb]\n", {"name": "Kernel", "skills": ["a", "b"]}),
        ("name: Kernel\n\t\ntown: lens\n", {"name": "Kernel", "town": "lens"}),
        ('{"name": "Kernel", "fee": 150}', {"name": "Kernel", "fee": "150"}),
        ("site: https://example.org/a?b#c\n", {"site": "https://example.org/a?b#c"}),
    ],
)
def test_scalars_stay_text_and_empty_values_are_left_out(
    written: str, data: dict[str, object] | None, parser: EventParser
) -> None:
    """What looks like a number, a time or a boolean is what it looks like."""
    expected = data
    if data is None:
        expected = {"code": "01000", "time": "18:30", "yes": "NO", "phone": "+32470123456", "version": "1.10"}

    assert expected == lenient_tree(written, "a.yaml", parser=parser).data


@PARSERS
@pytest.mark.parametrize("text", ["a: 1\nb: [x, y]\nc: |\n  d\n\n  e\n", "a: 'une\n  deux'\n"])
def test_windows_and_unix_files_are_the_same(text: str, parser: EventParser) -> None:
    """Byte order mark and CRLF change neither data nor places."""
    unix = lenient_tree(text, "a.yaml", parser=parser)
    windows = lenient_tree("\ufeff" + text.replace("\n", "\r\n"), "a.yaml", parser=parser)

    assert (unix.data, unix.data.place("b", 1)) == (windows.data, windows.data.place("b", 1))


TEXT = """\
members:
  - id: kernel
    name:
    people:
      - {name: Ana, rôle: Gérante}
  - id: icea
"""


@PARSERS
@pytest.mark.parametrize(
    ("path", "value", "key"),
    [
        (("members",), (2, 3), (1, 1)),
        (("members", 0), (2, 5), (2, 5)),
        (("members", 0, "id"), (2, 9), (2, 5)),
        (("members", 0, "name"), (3, 5), (3, 5)),
        (("members", 0, "people", 0, "rôle"), (5, 27), (5, 21)),
        (("members", 1, "id"), (6, 9), (6, 5)),
        (("members", 1, "town"), (6, 5), (6, 5)),
        (("members", 7, "town"), (2, 3), (1, 1)),
        (("members", "id"), (2, 3), (1, 1)),
        (("venues",), (1, 1), (1, 1)),
        ((), (1, 1), (1, 1)),
    ],
)
def test_places_of_values_and_of_their_keys(
    path: tuple[str | int, ...], value: tuple[int, int], key: tuple[int, int], parser: EventParser
) -> None:
    """Lines and columns count from 1; what is not there is where it would belong."""
    data = lenient_tree(TEXT, "a.yaml", parser=parser).data

    assert (Place("a.yaml", *value), Place("a.yaml", *key)) == (data.place(*path), data.key_place(*path))


@PARSERS
def test_a_part_knows_where_it_stands_itself(parser: EventParser) -> None:
    """Whatever holds it; places inside are asked for from there on."""
    entry = lenient_tree(TEXT, "a.yaml", parser=parser).data["members"][0]

    assert (("members", 0), Place("a.yaml", 2, 5)) == (entry.path, entry.place())
    assert Place("a.yaml", 5, 27) == entry.place("people", 0, "rôle")


@PARSERS
@pytest.mark.parametrize(
    ("text", "end"),
    [
        ("a: [b,\n  c ]  # d\n", (1, 5)),
        ("a:\n  - b\n  - c: d\n    e: f g\n\n# h\n", (3, 10)),
        ("a:\n  - b\n  -\n", (2, 3)),
        ("a: {b: , c: }\n", (0, 13)),
    ],
)
def test_a_part_ends_behind_its_bracket_or_its_last_word(
    text: str, end: tuple[int, int], parser: EventParser
) -> None:
    """Not where something else begins: comments and blank lines after it are no part of it."""

    assert end == lenient_tree(text, "a.yaml", parser=parser).data["a"].end


def test_lines_are_counted_in_the_file_that_holds_the_text() -> None:
    """Front matter begins further down than its own first line."""
    tree = lenient_tree("title: a\ntitle: b\n", "a.md", first_line=3)

    assert ("a.md", 4, "line 3") == (
        tree.problems[0].file,
        tree.problems[0].line,
        tree.problems[0].text()[-6:],
    )


def test_an_empty_file_stands_on_its_first_line() -> None:
    """There is always a place to show."""

    assert Place("a.yaml", 1, 1) == read_tree("", "a.yaml").data.place("members", 0)


def test_the_paths_of_keys_without_value_are_known() -> None:
    """An unknown key is a mistake even when nothing stands after it."""
    tree = read_tree("a:\nb:\n  - c: 1\n  - c: ~\n    d: {e: }\n", "a.yaml")

    assert (("a",), ("b", 1, "c"), ("b", 1, "d", "e")) == tree.empty


def test_what_can_be_understood_survives_a_mistake() -> None:
    """So that the rest of the file is checked in the same run."""
    tree = lenient_tree("a: 1\na: 2\nb: *x\nc: 3\n", "a.yaml")

    assert ({"a": "1", "c": "3"}, ["duplicate-key", "yaml-alias"]) == (
        tree.data,
        [problem.code for problem in tree.problems],
    )


def test_the_strict_reader_raises_what_the_lenient_one_notes() -> None:
    """`read_tree` returns only trees without problems."""

    assert ["duplicate-key", "yaml-alias"] == codes("a: 1\na: 2\nb: *x\n")


@pytest.mark.parametrize("character", ["\x00", "\x07", "\x85", "\u2028", "\ud800", "\ufeff", "\uffff"])
def test_an_invisible_character_is_refused(character: str) -> None:
    """Control characters, halves of characters, and what YAML takes for the end of a line."""

    assert [
        f"a.yaml:2:5: error: the invisible character U+{ord(character):04X} does not belong in a text; "
        "delete it, or type this line again [bad-character]"
    ] == report(f"a: 1\nb: x{character}y\n")


def test_a_text_over_two_megabytes_is_refused() -> None:
    """Nobody types that much."""

    assert ["too-large"] == codes("a: " + "x" * LARGEST)


@pytest.mark.parametrize(
    "hostile",
    [
        "a: " + "[" * 3000,
        "a: " + "{a: " * 3000,
        "- " * 3000,
        "a: &a [x]\n" + "\n".join(f"{name}: &{name} [*a, *a]" for name in "bcdefghij"),
        "a:" + " " * 500_000 + ": b",
        "? " * 5000,
        '"' + "\\" * 5000,
        "a: |\n x" + "\n\tx" * 5000,
        "a: " + "x: " * 300_000,
        "a" + " " * 500_000 + "\nb: c",
    ],
    ids=[
        "lists",
        "mappings",
        "dashes",
        "aliases",
        "spaces",
        "keys",
        "backslashes",
        "tabs",
        "colons",
        "blanks",
    ],
)
def test_a_hostile_text_is_refused(hostile: str) -> None:
    """No recursion, no explosion, no pattern that never comes back."""
    assert report(hostile)


BITS = (
    *(
        "a",
        "b: ",
        "- ",
        "\n",
        "\r\n",
        "  ",
        "    ",
        "\t",
        '"',
        "'",
        "[",
        "]",
        "{",
        "}",
        ",",
        ":",
        "# x",
        "? ",
    ),
    *("&a", "*a", "!", "!!int ", "|", ">", "%", "@", "`", "---\n", "...\n", "<<: ", "%YAML 1.2\n", "é"),
    *("\\u0000", "\\ud800", "\\UFFFFFFFF", "\\x", "\u00a0", "\u2028", "\x00", "\ufeff", "\ud800"),
    *(
        "null",
        "~",
        "key: ",
        "name: Foo\n",
        "  - id: a\n",
        "[a, b]",
        "{a: b}",
        "x:y",
        "http://a.b",
        "|-\n  t\n",
    ),
)
WORDS_OF_PARSERS = ("<block", "token", "scalar", "mapping", "document start")


@PARSERS
def test_any_text_gives_a_tree_or_problems(parser: EventParser) -> None:
    """Thousands of texts from nowhere: never another exception, always sentences of ours."""
    dice = random.Random(2026)
    texts = ["".join(dice.choices(BITS, k=dice.randint(1, 14))) for _ in range(2000)]

    told = [line for text in texts for line in report(text, parser)]

    assert 1000 < len(told)
    assert [] == [line for line in told if any(word in line for word in WORDS_OF_PARSERS)]


def test_a_setting_in_python_becomes_a_tree() -> None:
    """Values keep their types, what is empty is left out, places are unknown."""
    tree = tree_of(
        {"name": "TacTic", "tagline": "", "logo": None, "tags": ("a", None), "founded": 2026},
        "pelicanconf.py",
    )

    assert {"name": "TacTic", "tags": ["a"], "founded": 2026} == tree.data
    assert Place("pelicanconf.py") == tree.data.place("tags", 0)


def test_more_keys_and_values_than_an_association_has_are_not_read() -> None:
    """Nothing of them is judged: one sentence, whatever they are."""
    text = "members:\n" + "  - {id: a, name: A}\n" * 70_000

    with pytest.raises(ContentError) as raised:
        lenient_tree(text, "members.yaml")
    assert ["this file has more than 200000 keys and values"] == [
        problem.text() for problem in raised.value.problems
    ]


def test_a_thousand_mistakes_are_enough() -> None:
    """Nobody mends more in one go."""
    assert 1000 == len(lenient_tree("a: 1\n" * 5000, "members.yaml").problems)
