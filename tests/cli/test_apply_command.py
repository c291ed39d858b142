"""Forms of a forge, filled in by anyone, become checked changes or a sentence why not."""

from pathlib import Path

import pytest
import yaml

from association.cli.apply import apply
from association.cli.check import problems_found
from association.cli.files import folder_of
from association.cli.forge_forms import forge_forms, forms
from association.cli.forge_questions import FORMS, LANGUAGES
from association.cli.outcome import Declined
from association.content.schema.members import MemberShape, PersonShape
from association.content.schema.texts import EventShape
from association.content.yaml.reader import read_tree

pytestmark = pytest.mark.usefixtures("on_a_known_day")
SETTINGS = """\
PLUGINS = ["association"]
TIMEZONE = "Europe/Paris"
DEFAULT_LANG = "fr"
ASSOCIATION = {"name": "Les Mines", "territory": "Lens", "email": "a@mines.example"}
"""
MEMBERS = """\
# Nos membres
types:
  - {id: agence, name: "Agence, web"}
skills:
  - {id: web, name: Sites web}
  - {id: son, name: "Son, image (studio)"}
towns:
  - {id: lens, name: Lens, postal_code: "62300", lat: 50.4300, lon: 2.83}
members:
  - id: octets
    name: Les Octets      # au registre
    type: agence
    skills: [web]
    town: lens
  - id: ana
    name: Ana Ruiz
    kind: person
    consent: {date: 2026-01-02, fields: [name]}
"""
ADD = """\
### Nom

Les Nombres

### Qui êtes-vous ?

Organisation (organisation)

### Sorte d’adhésion

Agence, web (agence)

### Résumé

Des sites : les nôtres.

### Présentation

Nous comptons.

### Pas un titre du formulaire

Du *texte*.

### Compétences

Sites web (web), Son, image (studio) (son)

### Commune

_No response_

### Personne à contacter

Bo Li

### Accord des personnes

- [x] Les personnes nommées ici acceptent
"""
CORRECT = """\
### Fiche à corriger

octets

### Nouveau nom

_No response_

### Site web

https://octets.example
"""
EVENT = """\
### Titre

Fête : l’été

### Début

2027-06-21 18h30

### Lieu

Place de la mairie

### Texte

Venez.

---
status: draft
"""


@pytest.fixture
def site(tmp_path: Path) -> Path:
    folder = tmp_path / "site"
    (folder / "content").mkdir(parents=True)
    (folder / "pelicanconf.py").write_text(SETTINGS)
    (folder / "members.yaml").write_text(MEMBERS)
    return folder


def filled(site: Path, text: str) -> str:
    path = site.parent / "FORM.md"
    path.write_text(text)
    return str(path)


def written(site: Path) -> str:
    return (site / "members.yaml").read_text()


def test_an_entry_is_added_as_the_form_says(site: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """With the day of the consent, and a heading that is none of the form's in the text that it stands in."""
    assert 0 == apply(site, filled(site, ADD))

    entry = read_tree(written(site), "members.yaml").data["members"][2]  # type: ignore[index]
    assert MEMBERS == written(site)[: len(MEMBERS)]
    assert ("les-nombres", "agence", ["web", "son"]) == (entry["id"], entry["type"], entry["skills"])  # type: ignore[index,call-overload]
    assert [{"name": "Bo Li", "consent": str(folder_of(site).today)}] == entry["people"]  # type: ignore[index,call-overload]
    assert "### Pas un titre" in entry["description"]  # type: ignore[index,call-overload,operator]
    assert "Les Nombres (les-nombres)" in capsys.readouterr().out.split("\n")[0]


def test_an_entry_is_corrected_where_something_was_written(site: Path) -> None:
    """By its id; what was left empty stays, comments too."""
    apply(site, filled(site, CORRECT))

    new = "    town: lens\n    website: https://octets.example\n"
    assert MEMBERS.replace("    town: lens\n", new) == written(site)


def test_an_entry_is_found_by_its_exact_name(site: Path) -> None:
    """Or by the address of its page."""
    apply(site, filled(site, CORRECT.replace("octets\n\n### N", "Les Octets\n\n### N")))
    once = written(site)
    apply(
        site,
        filled(
            site,
            CORRECT.replace("octets\n\n### N", "https://x.example/annuaire/octets/\n\n### N").replace(
                "octets.ex", "o.ex"
            ),
        ),
    )

    assert "https://octets.example" in once
    assert "https://o.example" in written(site)


def test_a_date_becomes_a_file(site: Path) -> None:
    """Its text is text, whatever it looks like; a second one of that name has a file of its own."""
    apply(site, filled(site, EVENT))
    apply(site, filled(site, EVENT.replace("06-21", "07-21")))

    files = sorted(path.name for path in (site / "content/agenda").iterdir())
    text = (site / "content/agenda/fete-l-ete.md").read_text()
    assert ["fete-l-ete-2.md", "fete-l-ete.md"] == files
    assert text.startswith('---\ntitle: "Fête : l’été"\n') or text.startswith("---\ntitle: Fête : l’été\n")
    assert "duration: 2h" in text.split("---")[1]
    assert not [one for one in problems_found(site)[0] if one.file.startswith("content/agenda")]


@pytest.mark.parametrize(
    ("text", "said"),
    [
        (ADD.replace("Les Nombres", "Les octets"), "already"),
        (ADD.replace("- [x]", "- [ ]"), "consent"),
        (ADD.replace("Organisation (organisation)", "x (person)").replace("- [x]", "- [ ]"), "agree"),
        (ADD.replace("Les Nombres", "_No response_"), "Nom"),
        (ADD.replace("Les Nombres", "n" * 301), "301"),
        (CORRECT.replace("octets\n\n### N", "Les\n\n### N"), "No single entry"),
        (CORRECT.replace("octets\n\n### N", "ana\n\n### N"), "agree"),
        (CORRECT.replace("https://octets.example", "_No response_"), "nothing to change"),
        ("# Bonjour\n", "none of the forms"),
        ("x" * 70_001, "too long"),
    ],
)
def test_what_cannot_be_done_is_a_sentence(site: Path, text: str, said: str) -> None:
    """And nothing is written."""
    with pytest.raises(Declined) as refused:
        apply(site, filled(site, text))

    assert said in str(refused.value)
    assert MEMBERS == written(site)


@pytest.mark.parametrize(
    ("text", "said"),
    [
        (CORRECT.replace("https://octets.example", "octets"), "Site web: found"),
        (ADD.replace("(agence)", "(agences)"), "Sorte d’adhésion: "),
        (EVENT.replace("2027-06-21 18h30", "demain"), "Début: found"),
        (ADD.replace("Du *texte*.", "<script>alert(1)</script>"), "Présentation: scripts are taken out"),
    ],
)
def test_a_wrong_answer_is_told_by_its_title(
    site: Path, text: str, said: str, capsys: pytest.CaptureFixture[str]
) -> None:
    """Whoever filled in the form never saw the file; and nothing stays of it."""
    assert 1 == apply(site, filled(site, text))
    assert said in " ".join(capsys.readouterr().err.split())
    assert MEMBERS == written(site)
    assert not list(site.rglob("*.md"))


def test_an_address_in_a_name_leads_nowhere(site: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Neither as the name of a file nor in the words for a commit."""
    apply(site, filled(site, EVENT.replace("Fête : l’été", "../../etc/passwd @ana $(rm -rf) `x` closes #1")))
    said = capsys.readouterr().out

    assert ["etc-passwd-ana-rm-rf-x-closes-1.md"] == [
        path.name for path in (site / "content/agenda").iterdir()
    ]
    assert not set("@$`#/") & set(said.split("\n")[0])


def test_a_text_that_cannot_be_judged_is_not_left_behind(site: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Whatever goes wrong in between: the next build would publish it."""
    judged = iter([()])
    monkeypatch.setattr("association.cli.apply.problems_of", lambda folder: next(judged))

    with pytest.raises(StopIteration):
        apply(site, filled(site, EVENT))
    assert [] == list((site / "content").rglob("*.md"))


def test_a_site_with_mistakes_takes_no_form(site: Path) -> None:
    """They are told; a change on top of them could not be judged."""
    broken = MEMBERS.replace("type: agence", "type: agences")
    (site / "members.yaml").write_text(broken)

    assert 1 == apply(site, filled(site, CORRECT))
    assert broken == written(site)


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("forge", ["github", "gitlab"])
def test_the_forms_ask_with_the_words_of_the_site(site: Path, language: str, forge: str) -> None:
    """In each language, once each, with the ids that answers are understood by."""
    made = forge_forms(folder_of(site), language, forge)
    text = "".join(made.values())

    assert {"github": 4, "gitlab": 3}[forge] == len(made)
    assert "Son, image (studio) (son)" in text
    assert all(question.label[language] in text for form in FORMS for question in form.questions)


def test_the_forms_of_github_are_as_it_wants_them(site: Path) -> None:
    """No label, id or option twice, none empty."""
    forms(site, None)
    made = [yaml.safe_load(path.read_text()) for path in (site / ".github/ISSUE_TEMPLATE").glob("*-*.yml")]
    elements = [one for form in made for one in form["body"]]

    assert 3 == len(made)
    assert {"input", "textarea", "dropdown", "checkboxes"} == {one["type"] for one in elements}
    assert all(len({one["id"] for one in form["body"]}) == len(form["body"]) for form in made)
    assert all(
        len({one["attributes"]["label"] for one in form["body"]}) == len(form["body"]) for form in made
    )
    assert all(one["attributes"]["options"] for one in elements if one["type"] == "dropdown")


def test_a_filled_description_of_gitlab_is_understood(site: Path) -> None:
    """Hints left in it say nothing, ticked words are chosen."""
    made = forge_forms(folder_of(site), "fr", "gitlab")
    text = made[".gitlab/issue_templates/Ajouter ma fiche.md"].replace(
        "### Nom\n\n", "### Nom\n\nLes Nombres\n"
    )
    apply(site, filled(site, text.replace("[ ] Son,", "[x] Son,").replace("[ ] Agence", "[X] Agence")))

    entry = read_tree(written(site), "members.yaml").data["members"][2]  # type: ignore[index]
    assert {"id": "les-nombres", "name": "Les Nombres", "type": "agence", "skills": ["son"]} == dict(entry)  # type: ignore[arg-type]


def test_every_question_is_a_key_of_a_file() -> None:
    """What is asked can be written."""
    own = {"entry", "body", "agreed"}
    keys = {question.key for form in FORMS[:2] for question in form.questions} - own
    of_people = {key.partition(".")[2] for key in keys if "." in key}

    assert {key for key in keys if "." not in key} <= set(MemberShape.model_fields)
    assert of_people <= set(PersonShape.model_fields)
    assert {question.key for question in FORMS[2].questions} - own <= set(EventShape.model_fields)
