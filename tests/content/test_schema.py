"""The JSON Schemas that editors' programs read: fresh, and of one mind with the reader."""

from pathlib import Path

import pytest
from editors_yaml import sources, value_in, value_of
from schema_reader import errors

from association.content.schema import json_schema as schemas
from association.content.schema.validation import parse
from association.content.yaml.reader import read_tree

REPOSITORY = Path(__file__).parents[2]


def own_sources() -> list[object]:
    """Every file of the repository, with its schema."""
    return [pytest.param(name, path, id=path.name) for name, path in sources(REPOSITORY)]


@pytest.mark.parametrize("name", schemas.SHAPES)
def test_the_committed_schema_is_fresh(name: str) -> None:
    """`python3 tasks.py schema` writes them again."""
    committed = (REPOSITORY / "schemas" / f"{name}.schema.json").read_text(encoding="utf-8")

    assert committed == schemas.schema_text(name)


def test_all_schemas_are_written(tmp_path: Path) -> None:
    """And nothing else."""
    schemas.write(tmp_path / "new")

    assert {f"{name}.schema.json" for name in schemas.SHAPES} == {
        path.name for path in (tmp_path / "new").iterdir()
    }


@pytest.mark.parametrize(("name", "path"), own_sources())
def test_the_files_of_the_repository_follow_their_schema(name: str, path: Path) -> None:
    """As an editor's program reads them, with its numbers and booleans."""
    assert [] == errors(schemas.schema(name), value_in(path))


EXAMPLES = {
    "members": """\
types: [{id: corporate, name: {fr: Entreprise, nl: Bedrijf}, parent: adherent, accepts: [person],
  voting: oui, fee: 37.50, join_url: "https://example.org/adhesion", admission: invitation,
  charter_required: true, target: 20}]
skills: [{id: web, name: Web, description: "**Web**", synonyms: [site]}]
towns: [{id: lens, name: Lens, postal_code: 62300, lat: 50.43, lon: "2.83"}]
members:
  - id: adviser
    name: Adviser
    kind: organisation
    summary: Une agence.
    address: {street: 1 rue du Modèle, postal_code: "01000", country: FR}
    website: https://adviser.example
    email: contact@adviser.example
    phone: 0321000000
    social: {mastodon: https://mastodon.example/@adviser}
    logo: logos/adviser.png
    people:
      - {name: Ana Ruiz, role: {fr: Gérante}, photo: ana.jpg, consent: {date: 2026-09-01, fields: [name]}}
    interns: yes
    languages: [fr, pt-BR]
    joined: 2026-10-08
    left:
    town: ''
    consent: 2026-09-01
    listed: false
partners: [{id: unizo, name: UNIZO, country: BE}]
benefits: [{name: Assurance, status: negotiating, members_needed: 500}]
""",
    "commissions": """\
venues: [{id: cci, name: CCI, address: Lens, town: lens, lat: 50.43, lon: 2.83, lent_by: CCI}]
commissions:
  - id: reseaux
    name: Réseaux
    chairs: [{member: adviser, person: Ana Ruiz, since: 2026-10-22, until: }]
    contact: {email: a@adviser.example, url: https://adviser.example}
    charter: /charte/
    minutes: expected
    meetings:
      - id: reunion
        title: Réunion
        start: 2026-11-03 18:30
        duration: 1h30
        repeat: {every: 2 months, on: first tuesday, until: 2027-06-30}
        timezone: Europe/Paris
        except_on: [2027-01-05]
        cancelled_on: [2027-03-02, {date: 2027-07-06, reason: {fr: Salle fermée}}]
        subjects: {2027-05-04: La facture électronique, 2027-07-06: {fr: Un, nl: Een}}
        moved: [{from: 2027-05-04, to: 2027-05-11 18h30, venue: cci, reason: Élections}]
        also_on: [2027-04-20 18:30]
        online: https://visio.example
        visibility: members
      - {title: Autre, start: 2026-11-03, repeat: {rrule: "FREQ=MONTHLY;BYDAY=1TU"}}
      - {title: Autre, start: 2026-11-03, repeat: {every: week, on: tuesday, count: 4}}
      - {title: Autre, start: 2026-11-10, repeat: {every: tous les deux mois, on: deuxième mardi du mois}}
      - {title: Autre, start: 2026-11-15, repeat: {every: année, on: le 15}}
      - {title: Autre, start: 2026-11-03, repeat: {every: elke 2 maanden, on: eerste dinsdag}}
""",
    "article": "title: Titre\ndate: 2026-11-03T18:30:00Z\nauthors: [Ana]\npinned: true\nimage: a.png\n"
    "dossier: Marchés publics\ndossier_part: 2\n",
    "event": "title: Titre\ndates: [{start: 2026-11-03 18 h 30, duration: 3 jours, status: moved-online}]\n",
    "offer": "title: Titre\nkind: skill-exchange\nexpires: 2026-12-01\nskills: [web]\napply: a@b.example\n",
    "minutes": "commission: reseaux\ndate: 2026-11-03\n",
    "page": "title: Titre\nmenu: main\norder: 10\nlang: fr\nvisibility: members\n"
    "template: resources\n"
    "resources: [{title: Statuts, file: statuts.pdf, date: 2026-10-08, governance: oui,"
    " replaces: [{version: 1, file: '{static}/documents/2019.pdf'}]}, {title: {nl: Charter},"
    " url: /charte/}]\n",
}


@pytest.mark.parametrize("name", ["article", "event", "offer", "minutes", "page"])
def test_a_translation_says_its_words_alone(name: str) -> None:
    """Its date, its place and the like are those of the first text; the schema cannot tell which it is."""

    assert [] == errors(schemas.schema(name), {"title": "Een titel"})


@pytest.mark.parametrize("name", schemas.SHAPES)
def test_what_the_reader_takes_the_schema_takes(name: str) -> None:
    """An editor is not warned of what is right."""
    told = parse(schemas.SHAPES[name], read_tree(EXAMPLES[name], "a.yaml")).problems

    assert ((), []) == (told, errors(schemas.schema(name), value_of(EXAMPLES[name])))


@pytest.mark.parametrize(
    ("name", "wrong"),
    [
        ("members", "members: [{id: a, name: A, websit: x}]"),
        ("members", "members: [{id: A b, name: A}]"),
        ("members", "members: [{id: a}]"),
        ("members", "members: [{id: a, name: }]"),
        ("members", "members: [{id: a, name: A, kind: club}]"),
        ("members", "members: [{id: a, name: A, joined: 03/11/2026}]"),
        ("members", "members: [{id: a, name: A, website: a.example}]"),
        ("members", "members: [{id: a, name: A, website: 'javascript:x'}]"),
        ("members", "members: [{id: a, name: A, email: a}]"),
        ("members", "members: [{id: a, name: A, logo: ../a.png}]"),
        ("members", "members: [{id: a, name: A, languages: [français]}]"),
        ("members", "members: [{id: a, name: A, consent: true}]"),
        ("members", "members: [{id: a, name: A, address: {country: fr}}]"),
        ("members", "members: {id: a}"),
        ("members", "towns: [{id: a, name: A, lat: 91}]"),
        ("commissions", "commissions: [{id: a, name: A, meetings: [{title: M, start: demain}]}]"),
        (
            "commissions",
            "commissions: [{id: a, name: A, meetings: [{title: M, start: 2026-11-03, duration: 2}]}]",
        ),
        ("commissions", "commissions: [{id: a, name: A, meetings: [{title: M, repeat: {every: lustre}}]}]"),
        (
            "commissions",
            "commissions: [{id: a, name: A, meetings: [{title: M, repeat: {on: premeir mardi}}]}]",
        ),
        ("article", "date: 2026-10-08"),
        ("event", "title: A\nevent_status: annulé"),
        ("offer", "title: A\nkind: job\nexpires: 2026-12-01\napply: 'javascript:x'"),
        ("page", "title: A\nmenu: haut"),
        ("page", "title: A\ntemplate: questions"),
        ("page", "title: A\nresources: [{file: a.pdf}]"),
        ("page", "title: A\nresources: [{title: A, file: ../a.pdf}]"),
    ],
)
def test_what_the_schema_refuses_the_reader_refuses(name: str, wrong: str) -> None:
    """Mistakes seen while typing."""

    assert errors(schemas.schema(name), value_of(wrong))
    assert parse(schemas.SHAPES[name], read_tree(wrong, "a.yaml")).problems


def test_keys_are_those_that_editors_write() -> None:
    """`from`, not Python's `from_`."""
    moved = schemas.schema("commissions")["$defs"]["MoveShape"]

    assert (["from", "to", "venue", "reason"], ["from", "to"]) == (
        list(moved["properties"]),
        moved["required"],
    )


def test_every_object_is_closed_and_nothing_is_in_pydantic_s_words() -> None:
    """No title or docstring that the program did not choose for editors."""
    for name in schemas.SHAPES:
        whole = schemas.schema(name)
        objects = [whole, *(form for form in whole["$defs"].values() if "properties" in form)]

        assert all(form["additionalProperties"] is False for form in objects)
        assert all("title" not in form for form in objects[1:])
