"""Changing a YAML file in place: the change, and nothing but the change."""

from textwrap import dedent

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from association.content.yaml.editor import AddEntries, Edit, ExtendList, NewEntry, SetField, edited, meaning
from association.content.yaml.reader import read_tree
from association.content.yaml.text_edits import Field
from association.problems import ContentError

ORDER = ("id", "name", "summary", "description", "skills", "town", "address", "email")
FIRST = ("members", 0)


def after(text: str, *edits: Edit) -> str:
    return edited(dedent(text).encode(), edits, "members.yaml").decode()


def field(key: str, value: Field) -> SetField:
    return SetField((*FIRST, key), value, ORDER)


MEMBERS = """\
    members:

      # Les premiers.
      - id: adviser    # ne change plus
        name:   'Adviser'
        description: |
          Un.

          Deux.

        skills: [ web,  reseaux ]   # deux
        town:   # à demander
        # email: x
      - {id: kernel , name: Kernel}
    partners: []
"""


@pytest.mark.parametrize(
    ("edit", "old", "new"),
    [
        (field("name", "Kernel"), "name:   'Adviser'", 'name:   "Kernel"'),
        (field("town", "lens"), "town:   # à", "town: lens   # à"),
        (field("description", "Un."), "description: |\n      Un.\n\n      Deux.\n", "description: Un.\n"),
        (field("summary", "a: b"), "'Adviser'\n", "'Adviser'\n    summary: \"a: b\"\n"),
        (field("email", "a@b.fr"), "demander\n", "demander\n    email: a@b.fr\n"),
        (
            field("address", {"street": "1, rue", "country": "FR"}),
            "demander\n",
            'demander\n    address: {street: "1, rue", country: FR}\n',
        ),
        (
            field("summary", "Un\n\n- deux"),
            "'Adviser'\n",
            "'Adviser'\n    summary: |\n      Un\n\n      - deux\n",
        ),
        (ExtendList((*FIRST, "skills"), ["a", "b, c"]), "reseaux ]", 'reseaux, a, "b, c" ]'),
        (
            SetField(("members", 1, "town"), "x, y", ORDER),
            "name: Kernel}",
            'name: Kernel, town: "x, y"}',
        ),
        (SetField(("members", 1, "id"), "k", ORDER), "{id: kernel ,", "{id: k ,"),
        (
            AddEntries("members", [NewEntry((("id", "x"), ("skills", ["y"])), ("town: lens",))]),
            "name: Kernel}\n",
            "name: Kernel}\n  - id: x\n    skills: [y]\n    # town: lens\n",
        ),
        (AddEntries("partners", [NewEntry((("id", "x"),))]), "partners: []\n", "partners:\n  - id: x\n"),
        (AddEntries("skills", [NewEntry((("id", "x"),))]), "[]\n", "[]\n\nskills:\n  - id: x\n"),
    ],
)
def test_only_the_change_is_made(edit: Edit, old: str, new: str) -> None:
    """Comments, order, quotation marks, spaces and blank lines stay."""
    before = dedent(MEMBERS)

    assert 1 == before.count(old)
    assert before.replace(old, new) == after(before, edit)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("", "members:\n  - id: x\n"),
        ("# Rien.\n", "# Rien.\n\nmembers:\n  - id: x\n"),
        ("types: []", "types: []\n\nmembers:\n  - id: x"),
        ("members:", "members:\n  - id: x"),
        ("members: ~\ntypes: []\n", "members:\n  - id: x\ntypes: []\n"),
        ("members:\n  # Ici.\ntypes: []\n", "members:\n  # Ici.\n  - id: x\ntypes: []\n"),
        ("members: []   # encore\n", "members:   # encore\n  - id: x\n"),
        ("members: [{id: a}]\n", "members: [{id: a}, {id: x}]\n"),
        ("members: [\n  {id: a},\n]\n", "members: [\n  {id: a}, {id: x},\n]\n"),
        ("{members: []}\n", "{members: [{id: x}]}\n"),
        ("{types: []}\n", "{types: [], members: [{id: x}]}\n"),
        ("{}\n", "{members: [{id: x}]}\n"),
        ("members:\n- id: a\n- id: b\n", "members:\n- id: a\n- id: b\n- id: x\n"),
        ("members:\n-   id: a\n\n-   id: b", "members:\n-   id: a\n\n-   id: b\n\n-   id: x"),
        ("members:\n  - id: a\n    # b: c\n\n# d\n", "members:\n  - id: a\n    # b: c\n\n  - id: x\n\n# d\n"),
    ],
)
def test_an_entry_is_added_in_the_manner_of_the_file(text: str, expected: str) -> None:
    """Whatever there is of the list."""
    assert expected == after(text, AddEntries("members", [NewEntry((("id", "x"),))]))


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "a:\n  - id: x\n    b:\n      - c: 1\n  - id: y\n",
            "a:\n  - id: x\n    b:\n      - c: 1\n      - c: 2\n  - id: y\n",
        ),
        (
            "a:\n  - id: x\n    # d: e\n\n  - id: y\n",
            "a:\n  - id: x\n    # d: e\n    b:\n      - c: 2\n\n  - id: y\n",
        ),
        ("a:\n  - id: x\n    b: []\n", "a:\n  - id: x\n    b:\n      - c: 2\n"),
        ("a:\n  - {id: x}\n", "a:\n  - {id: x, b: [{c: 2}]}\n"),
        ("a:\n- id: x\n# d\n- id: y\n", "a:\n- id: x\n  b:\n    - c: 2\n# d\n- id: y\n"),
    ],
)
def test_an_entry_is_added_to_a_list_of_an_entry(text: str, expected: str) -> None:
    """Whether the entry has that list or not; what follows stays."""
    assert expected == after(text, AddEntries("b", [NewEntry((("c", "2"),))], ("a", 0)))


def test_a_byte_order_mark_and_the_ends_of_lines_stay() -> None:
    """New lines end as the first one does."""
    text = "\ufeffmembers:\r\n  - id: a\r\n    name: b\n  # fin\r\n"

    assert "\ufeffmembers:\r\n  - id: a\r\n    name: é\n    town: c\r\n  # fin\r\n" == after(
        text, field("name", "é"), field("town", "c")
    )


def test_fields_added_at_one_place_keep_their_order() -> None:
    """That in which they are given."""
    text = "members:\n  - id: a\n    email: z\n"

    assert "members:\n  - id: a\n    name: b\n    town: c\n    email: z\n" == after(
        text, field("name", "b"), field("town", "c")
    )


def test_a_list_on_lines_of_its_own_grows_by_lines() -> None:
    """Below its last item."""
    text = "members:\n  - id: a\n    skills:\n      - b  # c\n    town: d\n"

    assert text.replace("# c\n", "# c\n      - e\n") == after(text, ExtendList((*FIRST, "skills"), ["e"]))


@pytest.mark.parametrize(
    ("text", "edit"),
    [
        ("members: texte\n", AddEntries("members", [NewEntry((("id", "x"),))])),
        ("members:\n  - texte\n", field("name", "b")),
        ("members:\n  - id: a\n", field("name", "")),  # would be read as no name at all
        ("members:\n  - {id: a, skills: b}\n", ExtendList((*FIRST, "skills"), ["c"])),
        ("members:\n  - id: a\n", ExtendList((*FIRST, "skills"), ["b"])),
    ],
)
def test_what_cannot_be_changed_alone_is_not_changed(text: str, edit: Edit) -> None:
    """One sentence says so."""
    with pytest.raises(ContentError, match="not-editable"):
        after(text, edit)


KEYS = st.sampled_from(ORDER[1:])
TEXTS = st.text(
    st.characters(
        codec="utf-8", exclude_categories=("Cc", "Cs", "Zl", "Zp", "Cn"), exclude_characters="\ufeff"
    )
    | st.sampled_from(" :#,[]{}'\"-?&*!|>%@`~0"),
    min_size=1,
    max_size=12,
).filter(lambda text: text.strip() and text == text.strip())
WRITTEN = st.sampled_from(
    ["mot", "'un mot'", '"a: b"', "[a, b]", "", "|\n      texte\n\n      fin", "{a: b}"]
)
REMARKS = st.sampled_from(["", "   # remarque", "\n", "\n    # remarque"])
ENDS = st.sampled_from(["\n", "\r\n"])


@st.composite
def files(draw: st.DrawFn) -> str:
    """Members as people write them, more or less tidily."""
    lines = [draw(st.sampled_from(["members:", "# titre\n\nmembers:", "types: []\nmembers:  # ici"]))]
    for number in range(draw(st.integers(1, 3))):
        lines.append(f"  - id: m{number}")
        for key in draw(st.lists(KEYS, unique=True, max_size=4)):
            value, remark = draw(WRITTEN), draw(REMARKS)
            lines.append(f"    {key}: {value}" + ("" if value.startswith("|") else remark))
        lines += draw(st.sampled_from([[], [""], ["", "  # entre deux"]]))
    lines += draw(st.sampled_from([[], ["partners: []"], ["# fin"]]))
    return (
        draw(st.sampled_from(["", "\ufeff"]))
        + "\n".join(lines).replace("\n", draw(ENDS))
        + draw(st.sampled_from(["", "\n"]))
    )


@given(files(), st.dictionaries(KEYS, TEXTS, min_size=1, max_size=3), TEXTS)
@settings(max_examples=150)
def test_random_edits_say_what_was_asked_and_keep_every_other_line(
    text: str, wanted: dict[str, str], name: str
) -> None:
    """Fields set in the first entry, an entry added: the rest is there to the byte, in its order."""
    old = read_tree(text, "").data["members"]
    edits = [field(key, wanted[key]) for key in ORDER if key in wanted]
    new = after(text, *edits, AddEntries("members", [NewEntry((("id", "neuf"), ("name", name)))]))
    found = read_tree(new, "").data["members"]

    assert meaning([{**old[0], **wanted}, *old[1:], {"id": "neuf", "name": name}]) == meaning(found)
    assert is_within(kept_lines(text, wanted), new.splitlines())


def kept_lines(text: str, wanted: dict[str, str]) -> list[str]:
    """All but those of the first entry's fields that are set anew."""
    kept, entries, is_set = [], 0, False
    for line in text.splitlines():
        entries += line.startswith("  - ")
        key = line.strip().partition(":")[0]
        if line[:4] == "    " and line[4:5].isalpha():
            is_set = entries == 1 and key in wanted
        elif line[:6].strip():
            is_set = False
        if not is_set:
            kept.append(line)
    return kept


def is_within(lines: list[str], text: list[str]) -> bool:
    """In this order, with others between them."""
    rest = iter(text)
    return all(line in rest for line in lines)
