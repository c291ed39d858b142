"""Nothing of a natural person without their consent, nothing beyond it."""

from dataclasses import fields, replace
from datetime import UTC, datetime
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest
from site_on_disk import PARIS, article, association, codes, loaded, report, site

from association.content.load import load
from association.domain.commissions import Mandate, Unnamed
from association.domain.members import Member, MemberKind, Person
from association.domain.text import plain


def people(rest: str) -> str:
    person = f"{{name: Ana Ruiz, role: Gérante, email: ana@kernel.example{rest}}}"
    return f"members:\n  - id: kernel\n    name: Kernel\n    people:\n      - {person}\n"


def chair(rest: str) -> str:
    return f"commissions:\n  - id: c\n    name: C\n    chairs: [{{member: kernel, {rest}}}]\n"


@pytest.mark.parametrize(("fields_", "expected"), [("[name]", None), ("[name, role]", "Présidence")])
def test_the_role_of_a_head_is_theirs_to_show(tmp_path: Path, fields_: str, expected: str | None) -> None:
    """Who agreed to their name alone leads a commission by name alone."""
    files = {
        "members.yaml": people(f", consent: {{date: 2026-09-01, fields: {fields_}}}"),
        "commissions.yaml": chair("person: Ana Ruiz, role: Présidence"),
    }
    (seat,) = association(tmp_path, files).commissions[0].chairs

    assert expected == (str(seat.role) if seat.role else None)


def test_a_member_who_is_a_person_shows_its_role_or_not(tmp_path: Path) -> None:
    """As for any other field."""
    member = "{id: kernel, name: Ana, kind: person, consent: {date: 2026-09-01, fields: [name]}}"
    files = {"members.yaml": f"members:\n  - {member}\n", "commissions.yaml": chair("role: Présidence")}
    (seat,) = association(tmp_path, files).commissions[0].chairs

    assert None is seat.role


def test_a_free_word_is_spelt_as_somebody_published_spells_it(tmp_path: Path) -> None:
    """Nothing of a member who is not listed is on the page of another."""
    members = "members:\n  - {id: h, name: H, listed: false, town: LENS!}\n  - {id: a, name: A, town: Lens}\n"
    found = association(tmp_path, {"members.yaml": members})

    assert ["Lens"] == [str(town.name) for town in found.towns]


def test_a_person_without_consent_is_left_out_and_counted(tmp_path: Path) -> None:
    """`check` tells how many are withheld."""
    found = association(tmp_path, {"members.yaml": people("")})

    assert ((), 1) == (found.members[0].people, found.withheld)


def test_consent_with_a_date_shows_everything(tmp_path: Path) -> None:
    """All fields that were given."""
    found = association(tmp_path, {"members.yaml": people(", consent: 2026-09-01")})

    assert (Person("Ana Ruiz", plain("Gérante"), "ana@kernel.example"),) == found.members[0].people


def test_consent_with_fields_shows_only_those(tmp_path: Path) -> None:
    """The e-mail address was not among them."""
    found = association(
        tmp_path, {"members.yaml": people(", consent: {date: 2026-09-01, fields: [name, role]}")}
    )

    assert (Person("Ana Ruiz", plain("Gérante")),) == found.members[0].people


def test_a_person_whose_name_is_not_consented_is_left_out(tmp_path: Path) -> None:
    """Somebody without a name is nobody."""
    found = association(tmp_path, {"members.yaml": people(", consent: {date: 2026-09-01, fields: [role]}")})

    assert ((), 1) == (found.members[0].people, found.withheld)


PERSON = """\
members:
  - id: ana-ruiz
    name: Ana Ruiz
    kind: person
    summary: Conseil
    description: Un [document](documents/cv.pdf)
    skills: [Audit]
    town: Lens
    email: ana@example.org
    logo: ana.png
    interns: true
    people:
      - {name: Luc Petit, photo: luc.png, consent: 2026-09-01}
    joined: 2026-01-01
    CONSENT
  - id: kernel
    name: Kernel
    sponsors: [ana-ruiz]
"""
FILES = {
    "content/images/ana.png": b"",
    "content/images/luc.png": b"",
    "content/documents/cv.pdf": b"",
    "commissions.yaml": """\
    commissions:
      - id: audit
        name: Audit
        members: [ana-ruiz, kernel]
        chairs: [{member: ana-ruiz, person: Ana Ruiz}]
    """,
    "content/actualites/a.md": article("date: 2026-09-01\nmembers: [ana-ruiz]"),
    "content/agenda/b.md": article("start: 2026-09-01\norganisers: [ana-ruiz]"),
}


def test_a_member_who_is_a_person_without_consent_is_nowhere(tmp_path: Path) -> None:
    """Neither in the list nor behind any reference, nor in a picture or a document."""
    found = loaded(tmp_path, {**FILES, "members.yaml": PERSON.replace("CONSENT", "")})

    assert ("ana" not in repr(found.association).casefold(), (), frozenset(), 1) == (
        True,
        found.images,
        found.documents,
        found.association.withheld,
    )


def test_a_member_who_is_a_person_keeps_what_they_named(tmp_path: Path) -> None:
    """Identity and kind of membership aside, everything needs a word from them."""
    consent = "consent: {date: 2026-09-01, fields: [name, summary]}"
    found = loaded(tmp_path, {**FILES, "members.yaml": PERSON.replace("CONSENT", consent)})
    shown = Member("ana-ruiz", "Ana Ruiz", MemberKind.PERSON, summary=plain("Conseil"))

    assert (shown, (), frozenset()) == (found.association.members[0], found.images, found.documents)


def test_a_member_who_is_a_person_with_full_consent_is_whole(tmp_path: Path) -> None:
    """And so are the pictures and references."""
    found = loaded(tmp_path, {**FILES, "members.yaml": PERSON.replace("CONSENT", "consent: 2026-09-01")})
    member = found.association.members[0]

    assert ({"images/ana.png", "images/luc.png"}, {"documents/cv.pdf"}, ("ana-ruiz",), "Luc Petit") == (
        {use.path for use in found.images},
        set(found.documents),
        found.association.articles[0].members,
        member.people[0].name,
    )


@pytest.mark.parametrize(
    "field", [one.name for one in fields(Member) if one.name not in ("id", "kind", "type", "name")]
)
def test_no_field_of_a_person_slips_through(tmp_path: Path, field: str) -> None:
    """A field added to Member later is hidden until somebody consents to it."""
    consent = "consent: {date: 2026-09-01, fields: [name]}"
    found = association(tmp_path, {**FILES, "members.yaml": PERSON.replace("CONSENT", consent)})
    empty = Member("", "")

    assert getattr(empty, field) == getattr(found.members[0], field)


WRITTEN = {
    "summary": "Conseil",
    "description": "Audit et conseil",
    "skills": "[Audit]",
    "town": "Lens",
    "address": "{country: FR}",
    "serves": "[Arras]",
    "website": "https://ana.example",
    "email": "ana@example.org",
    "phone": "03 53 01 00 20",
    "social": "{mastodon: https://m.example/@ana}",
    "logo": "ana.png",
    "people": "[{name: Luc Petit, consent: 2026-09-01}]",
    "interns": "true",
    "languages": "[fr]",
    "partnerships": "[Sage]",
    "labels": "[ESS]",
    "joined": "2026-01-01",
    "charter_signed": "2026-01-02",
    "sponsors": "[kernel]",
    "last_verified": "2026-01-03",
}
"""All that a person who is a member may show."""


@pytest.mark.parametrize("field", WRITTEN)
def test_who_consents_to_a_field_shows_it_and_nothing_else(tmp_path: Path, field: str) -> None:
    """Whatever else is written."""
    entry = {"id": "ana-ruiz", "name": "Ana Ruiz", "kind": "person", **WRITTEN}
    entry["consent"] = f"{{date: 2026-09-01, fields: [name, {field}]}}"
    lines = "\n    ".join(f"{key}: {value}" for key, value in entry.items())
    kernel = "  - {id: kernel, name: Kernel}\n"
    found = association(tmp_path, {**FILES, "members.yaml": f"members:\n  - {lines}\n{kernel}"})
    nobody = replace(found.members[0], **{name: getattr(Member("", ""), name) for name in WRITTEN})

    assert replace(nobody, **{field: getattr(found.members[0], field)}) == found.members[0] != nobody


@pytest.mark.parametrize("field", ["role", "email", "phone", "photo"])
def test_a_person_of_a_member_consents_field_by_field(tmp_path: Path, field: str) -> None:
    """Their own fields, whatever else is written of them."""
    own = f"phone: 03 53 01 00 20, photo: ana.png, consent: {{date: 2026-09-01, fields: [name, {field}]}}"
    files = {"members.yaml": people(f", {own}"), "content/images/ana.png": b""}
    (found,) = association(tmp_path, files).members[0].people
    shown = {one.name for one in fields(Person) if getattr(found, one.name)}

    assert {"name", field} == shown


@pytest.mark.parametrize("key", ["id", "kind", "type", "left", "listed", "consent"])
def test_nobody_is_asked_about_what_is_the_association_s_to_say(tmp_path: Path, key: str) -> None:
    """It is always shown, or never."""
    consent = f", consent: {{date: 2026-09-01, fields: [name, {key}]}}"

    assert ["unknown-value"] == codes(tmp_path, {"members.yaml": people(consent)})


def test_a_misspelt_field_of_a_consent_is_an_error(tmp_path: Path) -> None:
    """It would withhold in silence what somebody agreed to show."""

    assert 1 == len(
        codes(tmp_path, {"members.yaml": people(", consent: {date: 2026-09-01, fields: [name, rôle]}")})
    )


@pytest.mark.parametrize(
    "consent", ["", ", consent: 2026-11-23", ", consent: {date: 2026-01-01, fields: [role]}"]
)
def test_the_head_of_a_commission_without_consent_leaves_an_anonymous_seat(
    tmp_path: Path, consent: str
) -> None:
    """The member has the seat; a free text may name the person, and dates tell who it was."""
    files = {
        "members.yaml": people(consent),
        "commissions.yaml": chair("person: ana ruiz, role: Présidence d’Ana Ruiz, since: 2026-01-01"),
    }
    found = association(tmp_path, files)

    assert (Mandate(found.members[0], unnamed=Unnamed.WITHHELD),) == found.commissions[0].chairs


def test_a_head_who_is_a_member_without_consent_leaves_a_seat_of_nobody(tmp_path: Path) -> None:
    """Not even their id is known."""
    files = {
        "members.yaml": "members:\n  - {id: ana, name: Ana Ruiz, kind: person}\n",
        "commissions.yaml": chair("role: Présidence").replace("kernel", "ana"),
    }

    assert (Mandate(None, unnamed=Unnamed.WITHHELD),) == association(tmp_path, files).commissions[0].chairs


@pytest.mark.parametrize(("day", "named"), [("2026-11-22", True), ("2026-11-23", False)])
def test_consent_counts_from_its_own_day_on(tmp_path: Path, day: str, named: bool) -> None:
    """Today is 22 November 2026, for a person that a member names as for a member who is one."""
    luc = f"  - {{id: luc, name: Luc Petit, kind: person, consent: {day}}}\n"
    found = association(tmp_path, {"members.yaml": people(f", consent: {day}") + luc})

    assert [named, named] == ["Ana Ruiz" in repr(found), "Luc Petit" in repr(found)]


@pytest.mark.parametrize("fields_", ["[name]", "[name, email]"])
def test_consent_to_some_fields_counts_from_its_day_on_too(tmp_path: Path, fields_: str) -> None:
    """Written in parts or not."""
    found = association(
        tmp_path, {"members.yaml": people(f", consent: {{date: 2026-11-23, fields: {fields_}}}")}
    )

    assert () == found.members[0].people


def test_the_day_of_a_consent_is_the_one_of_the_site(tmp_path: Path) -> None:
    """It is still 21 November in London when it is the 22nd in Paris."""
    folder = site(tmp_path, {"members.yaml": people(", consent: 2026-11-22")})
    early = datetime(2026, 11, 21, 23, 30, tzinfo=UTC)
    found = [
        load(replace(folder, now=early, zone=zone)).association for zone in (PARIS, ZoneInfo("Europe/London"))
    ]

    assert [1, 0] == [len(each.members[0].people) for each in found]


def test_who_will_consent_is_not_counted_among_those_who_did_not(tmp_path: Path) -> None:
    """They are told by name, with the day."""
    found = association(tmp_path, {"members.yaml": people(", consent: 2026-11-23")})

    assert 0 == found.withheld


def test_a_coming_consent_of_whom_something_else_hides_is_not_told(tmp_path: Path) -> None:
    """It changes nothing on its day."""
    members = """\
    members:
      - {id: a, name: A, listed: false, people: [{name: X, consent: 2027-01-01}]}
      - {id: b, name: B, left: 2026-01-01, people: [{name: Y, consent: 2027-01-01}]}
    """

    assert [] == report(tmp_path, {"members.yaml": members})


def test_who_joins_later_is_no_member_yet(tmp_path: Path) -> None:
    """As who has left is none any more."""
    days = ("2026-11-22", "2026-11-23")
    members = "".join(f"  - {{id: m{place}, name: M, joined: {day}}}\n" for place, day in enumerate(days))

    assert ["m0"] == [
        member.id for member in association(tmp_path, {"members.yaml": f"members:\n{members}"}).members
    ]


@pytest.mark.parametrize("fact", ["charter_signed", "last_verified"])
def test_what_is_still_to_be_done_is_not_said_to_have_been(tmp_path: Path, fact: str) -> None:
    """« Signée le 3 mars » of a day to come."""
    days = ("2026-11-22", "2026-11-23")
    members = "".join(f"  - {{id: m{place}, name: M, {fact}: {day}}}\n" for place, day in enumerate(days))
    found = association(tmp_path, {"members.yaml": f"members:\n{members}"})

    assert [True, False] == [getattr(member, fact) is not None for member in found.members]


def test_the_head_of_a_commission_with_consent_is_named(tmp_path: Path) -> None:
    """By their name, however it is written in commissions.yaml."""
    files = {
        "members.yaml": people(", consent: {date: 2026-09-01, fields: [name]}"),
        "commissions.yaml": chair("person: ANA RUIZ"),
    }

    assert Person("Ana Ruiz") == association(tmp_path, files).commissions[0].chairs[0].person


def test_nobody_is_withheld_twice_or_for_another_reason(tmp_path: Path) -> None:
    """Only the lack of consent counts: not an unlisted member, nor one who has left."""
    members = """\
    members:
      - {id: a, name: A, kind: person}
      - {id: b, name: B, kind: person, listed: false}
      - {id: c, name: C, kind: person, left: 2026-01-01}
      - {id: d, name: D, listed: false, people: [{name: X}]}
      - {id: e, name: E, people: [{name: Y}, {name: Z}]}
    """

    assert 3 == association(tmp_path, {"members.yaml": members}).withheld
