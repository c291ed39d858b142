"""Members, partners and benefits: who is published, with everything the file says."""

from datetime import date
from pathlib import Path

from site_on_disk import association, codes, loaded

from association.domain.members import Benefit, Member, MemberKind, MembershipType, Partner, Person, Skill
from association.domain.places import Address, Position, Town
from association.domain.text import Text, plain

FULL = """\
types:
  - {id: pro, name: Pro}
skills:
  - {id: audit, name: Audit}
towns:
  - {id: lens, name: Lens, postal_code: "62300", lat: 50.43, lon: 2.83}
  - {id: arras, name: Arras}
members:
  - id: kernel
    name: Kernel
    kind: school
    type: pro
    summary: {fr: Résumé, nl: Samenvatting}
    description: Une **école**.
    skills: [audit, audit]
    town: lens
    address: {street: 2 rue Haute, postal_code: 01000, country: FR}
    serves: [arras, lens]
    website: https://kernel.example
    email: contact@kernel.example
    phone: 03 53 01 00 13
    social: {mastodon: https://m.example/@k, linkedin: https://l.example/k}
    logo: logos/kernel.png
    interns: true
    languages: [fr, nl]
    partnerships: [Sage]
    labels: [ESS]
    joined: 2026-10-08
    charter_signed: 2026-10-09
    sponsors: [adviser, gone, hidden]
    last_verified: 2026-09-01
  - {id: adviser, name: Adviser}
  - {id: gone, name: Gone, left: 2026-11-22}
  - {id: hidden, name: Hidden, listed: false}
  - {id: leaving, name: Leaving, left: 2026-11-23}
"""


def test_a_member_has_everything_the_file_says(tmp_path: Path) -> None:
    """References are resolved, texts keep their languages."""
    lens = Town("lens", plain("Lens"), "62300", Position(50.43, 2.83))
    expected = Member(
        id="kernel",
        name="Kernel",
        kind=MemberKind.SCHOOL,
        type=MembershipType("pro", plain("Pro")),
        summary=Text((("fr", "Résumé"), ("nl", "Samenvatting"))),
        description=plain("Une **école**."),
        skills=(Skill("audit", plain("Audit")),),
        town=lens,
        address=Address("2 rue Haute", "01000", "FR"),
        serves=(Town("arras", plain("Arras")), lens),
        website="https://kernel.example",
        email="contact@kernel.example",
        phone="03 53 01 00 13",
        social=(("mastodon", "https://m.example/@k"), ("linkedin", "https://l.example/k")),
        logo="logos/kernel.png",
        interns=True,
        languages=("fr", "nl"),
        partnerships=("Sage",),
        labels=("ESS",),
        joined=date(2026, 10, 8),
        charter_signed=date(2026, 10, 9),
        sponsors=("adviser",),
        last_verified=date(2026, 9, 1),
    )
    files = {"members.yaml": FULL, "content/images/logos/kernel.png": b""}

    assert expected == association(tmp_path, files).members[1]


def test_a_member_that_moved_in_its_file_is_the_same_member(tmp_path: Path) -> None:
    """Where it is written is told beside it: whoever looks for changes finds none."""
    logo = {"content/images/logos/kernel.png": b""}
    before = loaded(tmp_path / "before", {"members.yaml": FULL, **logo})
    after = loaded(tmp_path / "after", {"members.yaml": f"# A new line\n{FULL}", **logo})

    assert before.association == after.association
    assert (9, 10) == (before.member_lines["kernel"], after.member_lines["kernel"])


def test_who_has_left_or_is_not_listed_is_not_published(tmp_path: Path) -> None:
    """On the very day of leaving; not before."""
    files = {"members.yaml": FULL, "content/images/logos/kernel.png": b""}

    assert ["adviser", "kernel", "leaving"] == [one.id for one in association(tmp_path, files).members]


def test_the_logo_of_an_unpublished_member_is_not_copied(tmp_path: Path) -> None:
    """It has to exist all the same."""
    files = {
        "content/images/k.png": b"",
        "members.yaml": "members:\n  - {id: kernel, name: Kernel, logo: k.png, listed: false}\n",
    }

    assert () == loaded(tmp_path, files).images


def test_a_logo_may_be_named_from_content_or_from_its_images(tmp_path: Path) -> None:
    """`images/x.png`, `x.png` and `{static}/images/x.png` are one file."""
    names = ("k.png", "images/k.png", '"{static}/images/k.png"')
    members = "".join(f"  - {{id: m{n}, name: M{n}, logo: {name}}}\n" for n, name in enumerate(names))
    files = {"content/images/k.png": b"", "members.yaml": "members:\n" + members}

    assert {"k.png"} == {one.logo for one in association(tmp_path, files).members}


def test_partners_and_benefits_keep_the_order_of_the_file(tmp_path: Path) -> None:
    """Nothing to sort by."""
    text = """\
    partners:
      - {id: z, name: Zèbre, country: BE}
      - {id: a, name: Âne}
    benefits:
      - {name: Assurance, status: negotiating, members_needed: 50}
      - {name: Annuaire}
    """
    found = association(tmp_path, {"members.yaml": text})

    assert (
        (Partner("z", "Zèbre", "BE"), Partner("a", "Âne")),
        (Benefit(plain("Assurance"), None, "negotiating", 50), Benefit(plain("Annuaire"))),
    ) == (found.partners, found.benefits)


def test_a_position_needs_both_numbers(tmp_path: Path) -> None:
    """A latitude alone is no place."""

    assert ["missing-field"] == codes(tmp_path, {"members.yaml": "towns:\n  - {id: a, name: A, lon: 2.8}\n"})


def test_several_sponsors_are_checked_one_by_one(tmp_path: Path) -> None:
    """Each at its own place."""
    text = "members:\n  - {id: a, name: A, sponsors: [b, c]}\n"

    assert ["unknown-reference", "unknown-reference"] == codes(tmp_path, {"members.yaml": text})


def test_a_partner_has_a_kind_a_logo_and_a_contact_who_agreed(tmp_path: Path) -> None:
    """Of the contact no more than that; who did not agree is counted."""
    text = """\
    partners:
      - id: a
        name: A
        kind: {fr: éditeur, nl: uitgever}
        logo: a.png
        contact: {name: Ana, role: Accueil, email: a@a.example, consent: {date: 2026-09-01, fields: [name]}}
      - {id: b, name: B, contact: {name: Luc}}
    """
    found = association(tmp_path, {"members.yaml": text, "content/images/a.png": b""})
    first, second = found.partners

    assert first.kind
    assert ("uitgever", "a.png", Person("Ana")) == (first.kind.to("nl"), first.logo, first.contact)
    assert (None, 1) == (second.contact, found.withheld)


def test_the_logo_of_a_partner_has_to_exist(tmp_path: Path) -> None:
    """As that of a member."""
    text = "partners:\n  - {id: a, name: A, logo: perdu.png}\n"

    assert ["missing-image"] == codes(tmp_path, {"members.yaml": text})
