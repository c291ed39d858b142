"""A file that a program wrote anew, put into the file as it was."""

import json
from collections.abc import Callable

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from association.content.yaml.notation import is_same
from association.content.yaml.reader import read_tree
from association.content.yaml.rewriting import rewritten
from association.content.yaml.text_edits import SourceText
from association.content.yaml.tree import Value

FILE = "members.yaml"
BASE = """\
# Les membres
members:
  # le premier
  - id: octets
    name: 'Les Octets'          # comme au registre
    skills: [réseaux, web]      # deux
    town: lens
    address: {street: 1 rue des Lilas, postal_code: "62300"}
    description: |
      Une ligne.

      Une autre.
    people:
      - {name: Ana Ruiz, role: Présidente}  # elle
      - name: Bo Li
        role: Trésorier

  # le second
  - id: mines
    name: {fr: Les Mines, nl: De Mijnen}
    serves:
      - lens    # tout près
      - arras
    lat: 50.2910
    phone:
    summary: >
      Une phrase
      pliée.

# Les communes
towns:
  - {id: lens, name: Lens, lat: 50.2910}
  - {id: arras, name: Arras}
"""


def meant(change: Callable[[dict], None]) -> Value:  # type: ignore[type-arg]
    tree = json.loads(json.dumps(read_tree(BASE, FILE).data))
    change(tree)
    return tree  # type: ignore[no-any-return]


def changed(old: str, new: str) -> str:
    assert BASE.count(old) == 1
    return BASE.replace(old, new)


CASES: dict[str, tuple[Callable[[dict], None], str]] = {  # type: ignore[type-arg]
    "a number in another notation": (lambda t: t["members"][1].update(lat="50.291"), BASE),
    "an empty value": (lambda t: t["members"][0].update(website="", labels=[], social={"x": ""}), BASE),
    "the order of the keys": (lambda t: t.update(members=t.pop("members")), BASE),
    "a value in quotes": (
        lambda t: t["members"][0].update(name="L’Octet"),
        changed("'Les Octets' ", "'L’Octet' "),
    ),
    "a list between brackets": (
        lambda t: t["members"][0].update(skills=["réseaux", "son", "web"]),
        changed("[réseaux, web] ", "[réseaux, son, web] "),
    ),
    "a list in lines": (
        lambda t: t["members"][1]["serves"].reverse(),
        changed(
            "      - lens    # tout près\n      - arras\n", "      - arras\n      - lens    # tout près\n"
        ),
    ),
    "an entry between braces": (
        lambda t: t["members"][0]["people"][0].update(role="Vice-présidente", email="a@b.example"),
        changed("role: Présidente}", "role: Vice-présidente, email: a@b.example}"),
    ),
    "a text of several lines": (
        lambda t: t["members"][0].update(description="Une ligne.\n\nUne tout autre : ici."),
        changed("Une autre.", "Une tout autre : ici."),
    ),
    "a folded text": (
        lambda t: t["members"][1].update(summary="Une phrase pliée.\nUne autre."),
        changed("      pliée.\n", "      pliée.\n\n      Une autre.\n"),
    ),
    "one language": (
        lambda t: t["members"][1]["name"].update(nl="Mijnen"),
        changed("nl: De Mijnen", "nl: Mijnen"),
    ),
    "a value where there was none": (
        lambda t: t["members"][1].update(phone="03 53 01 00 00"),
        changed("    phone:\n", "    phone: 03 53 01 00 00\n"),
    ),
    "a new key": (
        lambda t: t.update(members=[{"id": "octets", "kind": "school", **t["members"][0]}, t["members"][1]]),
        changed("  - id: octets\n", "  - id: octets\n    kind: school\n"),
    ),
    "a key that goes": (lambda t: t["members"][0].pop("town"), changed("    town: lens\n", "")),
    "the first key that goes": (
        lambda t: t["members"][0]["people"][1].pop("name"),
        changed("      - name: Bo Li\n        role: Trésorier\n", "      - role: Trésorier\n"),
    ),
    "a new entry": (
        lambda t: t["members"].append({"id": "neuf", "name": "Neuf", "skills": ["web"]}),
        changed(
            "      pliée.\n",
            "      pliée.\n\n  - id: neuf\n    name: Neuf\n    skills: [web]\n",
        ),
    ),
    "a new entry between braces": (
        lambda t: t["towns"].insert(1, {"id": "douai", "name": "Douai"}),
        changed("  - {id: arras", "  - {id: douai, name: Douai}\n  - {id: arras"),
    ),
    "an entry that goes": (
        lambda t: t["members"].pop(1),
        BASE[: BASE.index("\n  # le second")] + BASE[BASE.index("\n# Les communes") :],
    ),
}


@pytest.mark.parametrize("name", CASES)
def test_only_what_is_meant_differs(name: str) -> None:
    """One change, and the file that has it and nothing else."""
    change, expected = CASES[name]

    found = rewritten(BASE.encode(), meant(change), FILE)

    assert found is not None
    assert expected == found.decode()


@pytest.mark.parametrize("line_end", ["\r\n", "\r"])
def test_ends_of_lines_and_the_byte_order_mark_stay(line_end: str) -> None:
    """A file of another system stays one."""
    raw = ("\ufeff" + BASE.replace("\n", line_end)).encode()

    found = rewritten(raw, meant(lambda tree: tree["members"][0].update(town="arras")), FILE)

    assert ("\ufeff" + BASE.replace("town: lens", "town: arras").replace("\n", line_end)).encode() == found


WORDS = st.one_of(
    st.text("ab :#-'\"{}[],|>é%@&*!?\\", min_size=1, max_size=8).filter(str.strip),
    st.sampled_from(
        ("a", "null", "no", "01000", "1.10", "une ligne\nune autre", "a\n\n  b\n", "- x", "~", "x: y")
    ),
)
LEAVES = st.lists(WORDS, max_size=3)
ENTRIES = st.dictionaries(st.sampled_from(("id", "name", "role", "lat")), WORDS, max_size=4)
PEOPLE = st.fixed_dictionaries(
    {},
    optional={
        "id": st.sampled_from("abcd"),
        "name": WORDS,
        "tags": LEAVES,
        "people": st.lists(ENTRIES, max_size=3),
        "text": ENTRIES,
    },
)
TREES = st.fixed_dictionaries(
    {"members": st.lists(PEOPLE, max_size=4)}, optional={"towns": st.lists(ENTRIES, max_size=3), "x": WORDS}
)


@given(TREES)
@settings(max_examples=150, deadline=None, derandomize=True)
def test_whatever_is_meant_is_what_the_file_says(tree: dict[str, Value]) -> None:
    """From one file to any tree, and the file that says it back again."""
    there = rewritten(BASE.encode(), tree, FILE)
    assert there is not None
    back = rewritten(there, read_tree(BASE, FILE).data, FILE)

    assert is_same(read_tree(there.decode(), FILE).data, tree, SourceText(there.decode()))
    assert back is not None
    assert is_same(read_tree(back.decode(), FILE).data, read_tree(BASE, FILE).data, SourceText(back.decode()))
