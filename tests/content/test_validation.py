"""From a tree to a shape: each mistake once, in words, at its place; one wrong entry hides nothing."""

import random
from textwrap import dedent

import pytest

from association.content.schema.commissions import CommissionsFile
from association.content.schema.members import IdentityShape, MembersFile
from association.content.schema.texts import ArticleShape, EventShape
from association.content.schema.validation import Parsed, parse
from association.content.yaml.front_matter import split
from association.content.yaml.reader import lenient_tree
from association.content.yaml.tree import tree_of
from association.domain.text import plain
from association.problems import ContentError, Place


def members(text: str) -> Parsed[MembersFile]:
    return parse(MembersFile, lenient_tree(dedent(text), "members.yaml"))


def commissions(text: str) -> Parsed[CommissionsFile]:
    return parse(CommissionsFile, lenient_tree(dedent(text), "commissions.yaml"))


def article(text: str) -> Parsed[ArticleShape]:
    return parse(ArticleShape, split(dedent(text), "a.md").tree)


def said(parsed: Parsed[MembersFile] | Parsed[CommissionsFile] | Parsed[ArticleShape]) -> list[str]:
    return [problem.line_of_text().partition(":")[2] for problem in parsed.problems]


def ids(parsed: Parsed[MembersFile]) -> list[str]:
    return [member.id for member in parsed.value.members] if parsed.value else []


def test_a_file_without_mistakes_becomes_its_shape() -> None:
    """Complete, with the node that every entry was read from."""
    parsed = members("members:\n  - {id: kernel, name: Kernel}\n  - {id: icea, name: ICEA}\n")

    assert ((), ["kernel", "icea"]) == (parsed.problems, ids(parsed))
    assert [("members", 0), ("members", 1)] == [entry.node.path for entry in parsed.value.members]
    assert frozenset() == parsed.broken_ids["members"]


def test_an_empty_file_is_an_empty_shape() -> None:
    """A vocabulary left out stays None, a list left out is empty."""
    value = members("").value

    assert value == MembersFile()


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "- {id: kernel, name: Kernel, websit: x}",
            '2:32: error: unknown key "websit"; did you mean "website"? [unknown-key]',
        ),
        (
            "- {id: kernel, name: Kernel, courriel: x}",
            '2:32: error: unknown key "courriel"; did you mean "email"? [unknown-key]',
        ),
        (
            "- {id: kernel, name: Kernel, colour: x}",
            '2:32: error: unknown key "colour"; the keys allowed here are: '
            "id, name, kind, type, summary, description, skills, town, … [unknown-key]",
        ),
        (
            "- {id: kernel, name: Kernel, colour: }",
            '2:32: error: unknown key "colour"; the keys allowed here are: '
            "id, name, kind, type, summary, description, skills, town, … [unknown-key]",
        ),
        (
            "- {id: kernel, name: Kernel, town:lens}",
            '2:32: error: unknown key "town:lens"; write a space after the colon [unknown-key]',
        ),
        (
            "- {id: kernel, name: Kernel, address: {ville: Lens}}",
            '2:42: error: unknown key "ville"; the keys allowed here are: '
            "street, postal_code, country [unknown-key]",
        ),
        ("- id: kernel", '2:5: error: member "kernel" has no "name"; write "name: …" [missing-field]'),
        ("- name: Kernel", '2:5: error: member "Kernel" has no "id"; write "id: …" [missing-field]'),
        (
            "- id: kernel\n    name:",
            '3:5: error: member "kernel" has no "name"; write "name: …" [missing-field]',
        ),
        ("- town: lens", None),
        (
            "- {id: kernel, nmae: Kernel}",
            '2:18: error: unknown key "nmae"; did you mean "name"? [unknown-key]',
        ),
        (
            "- {id: kernel, name: Kernel, kind: entreprise}",
            '2:38: error: unknown value "entreprise" for "kind"; '
            'did you mean "organisation"? [unknown-value]',
        ),
        (
            "- {id: kernel, name: Kernel, kind: club}",
            '2:38: error: unknown value "club" for "kind"; '
            "write one of: organisation, person, school, public [unknown-value]",
        ),
        (
            "- {id: kernel, name: Kernel, kind: [person]}",
            "2:38: error: found a list, expected a single value; "
            "write the value on the line of its key, without dashes or brackets [unexpected-list]",
        ),
        (
            "- {id: kernel, name: Kernel, skills: web}",
            '2:40: error: found "web", expected a list; write [web] [bad-list]',
        ),
        (
            "- {id: kernel, name: Kernel, skills: {web, reseaux}}",
            '2:40: error: found "{" and "}", expected a list; write "[" and "]" instead [bad-list]',
        ),
        (
            "- {id: kernel, name: Kernel, address: Lens}",
            '2:41: error: found "Lens", expected keys with values; '
            "write keys such as street, postal_code, country, each with its value [bad-group]",
        ),
        (
            "- kernel",
            '2:5: error: found "kernel", expected keys with values; write keys such as '
            "id, name, kind, type, summary, description, skills, town, each with its value [bad-group]",
        ),
        (
            "- id:kernel",
            '2:5: error: found "id:kernel", expected keys with values; '
            "write a space after each colon [bad-group]",
        ),
        (
            "- {id: kernel, name: Kernel, social: {linkedin: kernel.example}}",
            '2:51: error: found "kernel.example", expected a full address; '
            "write https://kernel.example [bad-url]",
        ),
        (
            "- {id: kernel, name: Kernel, summary: {fr: court, francais: long}}",
            '2:53: error: found "francais", expected a language code such as fr, nl or pt-BR; '
            "write fr [bad-language]",
        ),
        (
            "- {id: kernel, name: Kernel, people: [{role: Gérante}]}",
            '2:41: error: entry 1 of "people" has no "name"; write "name: …" [missing-field]',
        ),
    ],
)
def test_a_mistake_in_an_entry_is_told_once(text: str, expected: str | None) -> None:
    """In a sentence with what was found, what was expected, and what to write."""
    lines = said(members(f"members:\n  {text}\n"))

    if expected is None:
        expected_lines = [
            f'2:5: error: entry 1 of "members" has no "{key}"; write "{key}: …" [missing-field]'
            for key in ("id", "name")
        ]
    else:
        expected_lines = [expected]
    assert expected_lines == lines


MISTAKES = """\
types:
  - {id: a, name: A, accepts: [persn]}
members:
  - {id: one, name: One, kind: club, skills: [x]}
  - {id: two, name: Two, email: two, skills: [y]}
  - {id: three, name: Three, skills: [z]}
  - {name: Four}
  - {id: five, name: Five, skills: [[v]]}
"""


def test_every_mistake_of_a_file_is_told_in_one_run() -> None:
    """In reading order."""
    codes = [(problem.line, problem.code) for problem in members(MISTAKES).problems]

    assert [
        (2, "unknown-value"),
        (4, "unknown-value"),
        (5, "bad-email"),
        (7, "missing-field"),
        (8, "unexpected-list"),
    ] == codes


def test_wrong_entries_are_left_out_and_the_others_keep_their_places() -> None:
    """A wrong e-mail address alone costs no more than the address."""
    parsed = members(MISTAKES)

    assert (["two", "three"], None) == (ids(parsed), parsed.value.members[0].email)
    assert Place("members.yaml", 6, 39) == parsed.value.members[1].place("skills", 0)
    assert Place("members.yaml", 6, 30) == parsed.value.members[1].key_place("skills")


def test_a_shape_is_what_it_says_wherever_it_is_written() -> None:
    """Its place is no part of its value; one that no file says stands nowhere."""
    one, other = (members(f"{above}members: [{{id: kernel, name: Kernel}}]\n").value for above in ("", "\n"))

    assert one == other
    assert (1, 2) == (one.members[0].place().line, other.members[0].place().line)
    assert Place("") == MembersFile().place("members")


def test_the_ids_of_wrong_entries_are_known() -> None:
    """A reference to one of them is no further mistake."""
    broken = members(MISTAKES).broken_ids

    assert ({"one", "five"}, {"a"}, set()) == (broken["members"], broken["types"], broken["partners"])


def test_a_wrong_value_deep_in_an_entry_is_left_out_alone() -> None:
    """What cannot be missing is stood in for, so that whatever names the entry finds it."""
    parsed = members("""\
        members:
          - id: one
            name: One
            people:
              - {nmae: Ana, email: ana, role: Gérante}
    """)
    person = parsed.value.members[0].people[0]

    assert ["unknown-key", "bad-email"] == [problem.code for problem in parsed.problems]
    assert ("?", None, plain("Gérante")) == (person.name, person.email, person.role)


def test_a_mistake_is_told_once_however_often_its_entry_is_read() -> None:
    """Of an entry that is left out in the end, what is wrong deep inside too."""
    parsed = members("members: [{id: one, name: One, kind: club, people: [{name: Ana, email: ana}]}]\n")

    assert [(1, "unknown-value"), (1, "bad-email")] == [(one.line, one.code) for one in parsed.problems]
    assert ([], {"one"}) == (ids(parsed), parsed.broken_ids["members"])


def test_nothing_is_built_of_a_file_that_is_wrong_throughout() -> None:
    """There is more to mend than anybody reads."""
    parsed = members("members:\n" + "  - {id: a, name: A, email: a}\n" * 1001)

    assert None is parsed.value
    assert 1000 == sum(problem.code == "bad-email" for problem in parsed.problems)


def test_something_else_than_a_list_leaves_the_others_alone() -> None:
    """`skills: web` says nothing about members."""
    parsed = members("skills: web\nmembers: [{id: kernel, name: Kernel}]\n")

    assert (["bad-list"], ["kernel"], None) == (
        [problem.code for problem in parsed.problems],
        ids(parsed),
        parsed.value.skills if parsed.value else "",
    )


def test_ids_are_unique_in_their_list() -> None:
    """Also in lists inside entries; the same id may stand in two lists."""
    parsed = commissions("""\
        venues:
          - {id: a, name: A}
        commissions:
          - id: a
            name: A
            meetings:
              - {id: m, title: M, start: 2026-11-03}
              - {id: m, title: N, start: 2026-11-04}
          - id: b
            name: B
            meetings: [{id: m, title: M, start: 2026-11-03}]
          - {name: C, id: a}
    """)
    told = [(problem.line, problem.column, problem.code, problem.text()) for problem in parsed.problems]

    assert [
        (8, 14, "duplicate-id", 'the id "m" is taken by the entry on line 7'),
        (12, 19, "duplicate-id", 'the id "a" is taken by the entry on line 4'),
    ] == told


def test_a_moved_meeting_is_written_with_from() -> None:
    """A word that Python keeps for itself."""
    text = "commissions: [{id: a, name: A, meetings: [{title: M, start: 2026-11-03, moved: [%s]}]}]"

    wrong = text % "{from_: 2026-11-03, to: 2026-11-04}"

    assert [] == said(commissions(text % "{from: 2026-11-03, to: 2026-11-04}"))
    assert ['1:82: error: unknown key "from_"; did you mean "from"? [unknown-key]'] == said(
        commissions(wrong)
    )


def test_mistakes_of_yaml_are_told_with_those_of_the_fields() -> None:
    """In one run, and the rest is still understood."""
    parsed = members("members:\n  - {id: kernel, name: Kernel, name: K, email: x}\n")

    assert (["duplicate-key", "bad-email"], ["kernel"]) == (
        [problem.code for problem in parsed.problems],
        ids(parsed),
    )


def test_front_matter_with_a_mistake_is_still_understood() -> None:
    """So that its references are checked in the same run."""
    parsed = article("""\
        ---
        title:
        date: 2026-02-30
        commisions: [a]
        members: [kernel]
        image: ../a.png
        ---
    """)

    assert [
        '2:1: error: found no "title"; write "title: …" [missing-field]',
        '3:7: error: "2026-02-30" is not a day of the calendar; February 2026 has 28 days [bad-date]',
        '4:1: error: unknown key "commisions"; did you mean "commissions"? [unknown-key]',
        '6:8: error: found "../a.png", expected a path below content/images; '
        'write for example "logos/example.png" [bad-path]',
    ] == said(parsed)


@pytest.mark.parametrize(
    ("text", "understood"),
    [
        ("title:\ndate: 2026-11-03", True),
        ("title: a\ndate: demain", True),
        ("title: a\ndate: 2026-11-03\nsummary: [x]", True),
        ("title: a\ndate: 2026-11-03\nimage_alt: [x]", False),
        ("title: a\ndate: 2026-11-03\nimag: x.png", False),
    ],
)
def test_only_what_no_rule_depends_on_is_left_out_alone(text: str, understood: bool) -> None:
    """Else one mistake would be told as two: an image without its description, a date without end."""
    parsed = article(f"---\n{text}\nmembers: [kernel]\n---\n")

    assert understood == (parsed.value is not None)
    assert not understood or ("kernel",) == parsed.value.members


def test_a_wrong_start_makes_no_event_without_start() -> None:
    """Nothing is built from an event whose date is not known."""
    parsed = parse(EventShape, split("---\ntitle: a\nstart: demain\nduration: 2h\n---\n", "a.md").tree)

    assert (None, ["bad-date"]) == (parsed.value, [problem.code for problem in parsed.problems])


def test_a_setting_is_read_like_a_file() -> None:
    """Python's values, no places."""
    values = {"name": "TacTic", "accent": "vert", "tagline": {"fr": "Ensemble"}, "phone": None}
    parsed = parse(IdentityShape, tree_of(values, "pelicanconf.py"))

    assert ["bad-colour"] == [problem.code for problem in parsed.problems]
    assert Place("pelicanconf.py", 1, 1) == parsed.problems[0].place


def test_values_are_what_fields_make_of_them() -> None:
    """After this nobody tests for blank or wrong types."""
    value = article("---\ntitle: Titre\ndate: 2026-11-03\npinned: oui\n---\n").value

    assert value and (plain("Titre"), True) == (value.title, value.pinned)


ENTRY = "{id: kernel, name: Kernel, town: lens, skills: [web], people: [{name: Ana, consent: 2026-09-01}]}"
SPOILED = (
    "[a]",
    "{b: c}",
    "~",
    '""',
    "2026-02-30",
    "é",
    "[[x]]",
    "{}",
    "[{}]",
    "javascript:x",
    "{date: }",
    "a\tb",
)


def test_whatever_stands_in_an_entry_it_is_understood_or_told() -> None:
    """No other exception; what is kept knows what was written; sentences can be read."""
    dice = random.Random(2026)
    words = ENTRY.replace(",", " , ").split()
    for _ in range(600):
        spoiled = " ".join(dice.choice(SPOILED) if dice.random() < 0.1 else word for word in words)
        try:
            parsed = members(f"members:\n  - {spoiled}\n  - {ENTRY}\n")
        except ContentError:
            continue

        assert parsed.value and all(member.node["id"] for member in parsed.value.members), spoiled
        assert all(line.startswith("2:") or "[duplicate-id]" in line for line in said(parsed)), spoiled
