"""Types, skills and towns: declared lists are checked, undeclared ones take any word."""

from pathlib import Path

from site_on_disk import association, codes

from association.domain.members import Skill
from association.domain.text import plain

DECLARED = "skills:\n  - {id: reseaux, name: Réseaux}\n  - {id: audit, name: Audit}\n"


def member(rest: str) -> str:
    return f"members:\n  - {{id: kernel, name: Kernel, {rest}}}\n"


def test_declared_words_keep_the_order_of_the_file(tmp_path: Path) -> None:
    """Used or not."""
    found = association(tmp_path, {"members.yaml": DECLARED})

    assert ["reseaux", "audit"] == [skill.id for skill in found.skills]


def test_a_declared_list_knows_ids_only(tmp_path: Path) -> None:
    """The name of a skill is not its id."""

    assert ["unknown-reference"] == codes(tmp_path, {"members.yaml": DECLARED + member("skills: [Réseaux]")})


def test_an_empty_list_is_declared_and_knows_nothing(tmp_path: Path) -> None:
    """`skills: []` is not the same as no `skills`."""

    assert ["unknown-reference"] == codes(
        tmp_path, {"members.yaml": "skills: []\n" + member("skills: [audit]")}
    )


def test_free_words_become_entries_sorted_by_name(tmp_path: Path) -> None:
    """Each gets the slug of its text."""
    found = association(tmp_path, {"members.yaml": member("skills: [Réseaux, Audit de sécurité]")})

    assert (
        Skill("audit-de-securite", plain("Audit de sécurité")),
        Skill("reseaux", plain("Réseaux")),
    ) == found.skills


def test_two_spellings_of_one_slug_are_one_word_in_the_first_spelling(tmp_path: Path) -> None:
    """`Réseaux` and `reseaux` are one skill."""
    found = association(tmp_path, {"members.yaml": member("skills: [Réseaux, reseaux]")})

    assert (["Réseaux"], 1) == ([str(skill.name) for skill in found.skills], len(found.members[0].skills))


def test_free_words_of_unpublished_members_are_not_published(tmp_path: Path) -> None:
    """A word alone may tell who it was."""
    found = association(tmp_path, {"members.yaml": member("skills: [Réseaux], town: Lens, listed: false")})

    assert ((), ()) == (found.skills, found.towns)


def test_a_town_served_is_a_word_in_use(tmp_path: Path) -> None:
    """Also when nobody lives there."""
    found = association(tmp_path, {"members.yaml": member("town: Lens, serves: [Arras]")})

    assert ["arras", "lens"] == [town.id for town in found.towns]


def test_a_parent_is_checked_and_circles_are_told_once(tmp_path: Path) -> None:
    """Three types in a circle are one mistake."""
    types = "types:\n" + "".join(
        f"  - {{id: {one}, name: N, parent: {parent}}}\n" for one, parent in ("ab", "bc", "ca", "da", "ex")
    )

    assert ["circular-parent", "unknown-reference"] == codes(tmp_path, {"members.yaml": types})


def test_a_type_limits_the_kind_of_its_members(tmp_path: Path) -> None:
    """`accepts` of the type."""
    types = "types:\n  - {id: ecole, name: École, accepts: [school]}\n"

    assert ["kind-not-accepted"] == codes(tmp_path, {"members.yaml": types + member("type: ecole")})


def test_a_member_who_has_left_needs_no_charter(tmp_path: Path) -> None:
    """What was signed long ago no longer matters."""
    types = "types:\n  - {id: pro, name: Pro, charter_required: true}\n"

    assert [] == codes(tmp_path, {"members.yaml": types + member("type: pro, left: 2026-01-01")})


def test_headcounts_count_who_is_not_shown_but_not_who_has_left(tmp_path: Path) -> None:
    """A number names nobody."""
    members = """\
    types:
      - {id: pro, name: Pro}
      - {id: ami, name: Ami}
      - {id: ecole, name: École}
    members:
      - {id: a, name: A, type: pro}
      - {id: b, name: B, type: pro, listed: false}
      - {id: c, name: C, type: pro, left: 2026-11-22}
      - {id: d, name: D, type: ami, kind: person}
    """

    assert (("pro", 2), ("ami", 1), ("ecole", 0)) == association(
        tmp_path, {"members.yaml": members}
    ).headcounts
