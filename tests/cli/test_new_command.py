"""`new`: entries and files that are valid as they are, and once they are filled in."""

import io
import re
import shutil
from collections import Counter
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest

from association.cli.files import folder_of, problems_of
from association.cli.new import KINDS, NewOptions, new
from association.cli.outcome import WrongUsage, exit_code
from association.content.checks.samples import samples_left
from association.content.yaml.front_matter import split
from association.content.yaml.reader import read_tree

pytestmark = pytest.mark.usefixtures("on_a_known_day")
PROGRAM = Path(__file__).resolve().parents[2]
EXAMPLES = {
    "member": NewOptions("Les Octets : du Nord"),
    "news": NewOptions("L’atelier : portes ouvertes"),
    "event": NewOptions("Fête de l’été", start="2027-06-21 18:30"),
    "offer": NewOptions("Stage : sauvegardes"),
    "commission": NewOptions("Numérique & nature"),
    "person": NewOptions("Dominique Modèle"),
    "page": NewOptions("Charte : l’essentiel"),
    "minutes": NewOptions("Numérique", date="2026-11-03"),
    "meeting": NewOptions("Numérique", start="2027-06-22 18:30"),
    "series": NewOptions("Le tour : trois villes", start="2027-06-21 18:30, 2027-06-28 18h30"),
    "skill": NewOptions("Réseaux & systèmes"),
    "town": NewOptions("Œuf-en-Ternois"),
    "type": NewOptions("Bienfaiteur"),
    "venue": NewOptions("Salle des fêtes"),
    "partner": NewOptions("La Pépinière"),
    "benefit": NewOptions("Assurance : tarif de groupe"),
    "calendar": NewOptions("La Pépinière", url="https://pepiniere.example/agenda.ics"),
}
OF_COMMISSIONS = ("minutes", "meeting")
DISCUSSES = "Éducation, écoles"
MEETING = """\
commissions:
  - id: numerique
    name: Numérique
    meetings:
      - {start: 2026-11-03 18:30, also_on: [2026-12-03 18:30]}
"""
LISTS = {
    "member": "members",
    "commission": "commissions",
    "person": "people",
    "skill": "skills",
    "town": "towns",
    "type": "types",
    "venue": "venues",
    "partner": "partners",
    "benefit": "benefits",
    "calendar": "calendars",
}
Asked = Callable[..., Path]


class Terminal(io.StringIO):
    def isatty(self) -> bool:
        return True


@pytest.fixture
def demonstration(tmp_path: Path) -> Path:
    """The files of the association in this repository, elsewhere."""
    folder = tmp_path / "tactic"
    folder.mkdir()
    for name in ("members.yaml", "commissions.yaml", "pelicanconf.py"):
        shutil.copy(PROGRAM / name, folder)
    shutil.copytree(PROGRAM / "content", folder / "content")
    return folder


@pytest.fixture
def asked(capsys: pytest.CaptureFixture[str]) -> Asked:
    """`new`; the file that it names."""

    def run(site: Path, kind: str, wishes: NewOptions | None = None) -> Path:
        if kind in OF_COMMISSIONS and not (site / "commissions.yaml").exists():
            (site / "commissions.yaml").write_text(MEETING, encoding="utf-8")
        assert 0 == new(kind, wishes or EXAMPLES[kind], site)
        return Path(capsys.readouterr().out.splitlines()[0].rpartition(":")[0])

    return run


def codes(site: Path) -> Counter[str]:
    return Counter(problem.code for problem in problems_of(folder_of(site)))


def uncommented(path: Path) -> None:
    """As an editor does who needs every line; the lines in words stay as they are."""
    text = path.read_text("utf-8")
    path.write_text(re.sub(r"^( *)# (?!Ôtez|image)(?=[\w ]+:|  )", r"\1", text, flags=re.MULTILINE), "utf-8")


@pytest.mark.parametrize("kind", KINDS)
def test_the_demonstration_has_no_new_problem(kind: str, demonstration: Path, asked: Asked) -> None:
    """What is made is valid at once."""
    before = codes(demonstration)
    asked(
        demonstration,
        kind,
        replace(EXAMPLES[kind], name=DISCUSSES, date=None) if kind in OF_COMMISSIONS else None,
    )

    assert before == codes(demonstration)


@pytest.mark.parametrize("kind", KINDS)
def test_an_empty_site_has_no_problem(kind: str, site: Path, asked: Asked) -> None:
    """Files and folders are made where there are none."""
    asked(site, kind)

    assert Counter() == codes(site)


@pytest.mark.parametrize("kind", [kind for kind in KINDS if kind != "calendar"])
def test_what_is_proposed_is_valid_too(kind: str, site: Path, asked: Asked) -> None:
    """An editor who only removes the # signs makes no mistake."""
    path = asked(site, kind)
    before = path.read_text("utf-8")
    uncommented(path)

    assert Counter() == codes(site)
    assert before != path.read_text("utf-8")


@pytest.mark.parametrize("kind", ["news", "event", "offer", "page", "minutes"])
def test_a_text_for_the_members_alone_says_so(kind: str, site: Path, asked: Asked) -> None:
    """Of every kind; whether the site has a passphrase yet or not."""
    path = asked(site, kind, replace(EXAMPLES[kind], members_only=True))

    assert "members" == split(path.read_text("utf-8"), path.name).tree.data["visibility"]


@pytest.mark.parametrize("language", ["fr", "nl", "en", "de", "fr-BE"])
@pytest.mark.parametrize("kind", KINDS)
def test_what_is_written_is_valid_in_each_language(
    kind: str, language: str, site: Path, asked: Asked
) -> None:
    """As it is, and without its # signs."""
    speak(site, language)
    path = asked(site, kind)
    assert Counter() == codes(site)
    uncommented(path)

    assert Counter() == codes(site)


def speak(site: Path, language: str) -> None:
    settings = site / "pelicanconf.py"
    text = re.sub(r"^DEFAULT_LANG.*$", "", settings.read_text("utf-8"), flags=re.MULTILINE)
    settings.write_text(f'{text}\nDEFAULT_LANG = "{language}"\n', encoding="utf-8")


@pytest.mark.parametrize("kind", [kind for kind in KINDS if kind not in ("calendar", "town", "venue")])
def test_no_language_is_mixed_with_another(kind: str, site: Path, asked: Asked) -> None:
    """The notes of one are not those of another, but for names and addresses."""
    texts = {}
    for language in ("fr", "nl", "en"):
        shutil.copytree(site, site / language, ignore=shutil.ignore_patterns("fr", "nl", "en"))
        speak(site / language, language)
        texts[language] = asked(site / language, kind).read_text("utf-8")
    words = {
        language: set(re.findall(r"(?:#|<!--) +(?:[a-z_]+: +)?([A-Z][^:\n]{9,})", text))
        for language, text in texts.items()
    }

    assert all(words.values())
    assert [] == [*(words["fr"] & words["nl"]), *(words["fr"] & words["en"]), *(words["nl"] & words["en"])]


NAMES = (
    "Les Trois « Octets »",
    'Le "Beffroi" d\'Arras',
    "Réunion #3 : le point",
    "#1",
    "- tiret",
    "[crochets] & {accolades}",
    "C# / C++",
    "oui",
    "2026-11-03",
    "0123",
    "*étoile* %pour@cent!",
    "L’été à Œuf-en-Ternois",
    "Fin :",
    "a" * 150,
    "Une phrase entière " * 15,
    "mot\\barre",
    "~",
    "Tél. : 03 21",
)


@pytest.mark.parametrize("kind", [kind for kind in KINDS if kind not in OF_COMMISSIONS])
@pytest.mark.parametrize("name", NAMES, ids=range(len(NAMES)))
def test_any_name_is_written_so_that_it_is_read_again(name: str, kind: str, site: Path, asked: Asked) -> None:
    """Quotes, accents, signs that mean something to YAML, long ones."""
    path = asked(site, kind, replace(EXAMPLES[kind], name=name))
    said = path.read_text("utf-8")
    tree = split(said, "").tree.data if path.suffix == ".md" else read_tree(said, "").data[LISTS[kind]][0]

    assert Counter() == codes(site)
    assert name.strip() == tree["title" if path.suffix == ".md" else "name"]


@pytest.mark.parametrize("language", ["fr", "nl", "en"])
def test_a_board_is_proposed_with_mandates_that_have_days(language: str, site: Path, asked: Asked) -> None:
    """Valid as it is and without its # signs, and no mandate of it is about to end."""
    speak(site, language)
    asked(site, "member")
    path = asked(site, "commission", NewOptions("Comité directeur", governance=True))
    assert Counter() == codes(site)
    uncommented(path)

    assert Counter() == codes(site)
    assert ["governance: true", "since: 2026-11-22", "until: 2029-11-21"] == [
        line
        for line in ("governance: true", "since: 2026-11-22", "until: 2029-11-21")
        if line in path.read_text()
    ]


@pytest.mark.parametrize("length", range(8, 60, 3))
@pytest.mark.parametrize("kind", ["event", "offer", "commission", "member"])
def test_a_note_is_never_part_of_a_value(kind: str, length: int, site: Path, asked: Asked) -> None:
    """However long the ids are that it mentions."""
    long = "salle-" + "x" * length
    (site / "members.yaml").write_text(
        f"types: [{{id: {long}, name: T, plural: T}}]\nmembers:\n  - {{id: {long}, name: M, type: {long}}}\n",
        "utf-8",
    )
    (site / "commissions.yaml").write_text(
        f"venues:\n  - {{id: {long}, name: Salle}}\ncommissions: []\n", "utf-8"
    )
    path = asked(site, kind)
    uncommented(path)

    assert Counter() == codes(site)
    assert f"{long}#" not in path.read_text("utf-8")


@pytest.mark.parametrize(
    ("word", "kind"),
    [
        *[("stage", "internship"), ("Alternance", "apprenticeship"), ("emploi", "job"), ("marché", "tender")],
        *[
            ("appel d’offres", "tender"),
            ("échange", "skill-exchange"),
            ("demande", "request"),
            ("vacature", "job"),
        ],
        *[("skill exchange", "skill-exchange"), ("tender", "tender"), ("uitwisseling", "skill-exchange")],
    ],
)
def test_the_kind_of_an_offer_is_said_in_the_words_of_everybody(
    word: str, kind: str, site: Path, asked: Asked
) -> None:
    """The file has the word of its format, with that of people beside it."""
    by_kind = asked(site, "offer", NewOptions("A", kind=word)).read_text("utf-8")
    by_type = asked(site, "offer", NewOptions("B", type=word)).read_text("utf-8")

    assert [True] * 2 == [f"\nkind: {kind} " in said for said in (by_kind, by_type)]


def test_a_word_nobody_knows_is_compared_with_those_of_the_reader(
    site: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """And every kind is listed in that language."""
    monkeypatch.setenv("ASSOSITE_LANG", "fr")
    with pytest.raises(WrongUsage) as wrong:
        new("evenemen", NewOptions("X"), site)

    assert 'did you mean "événement"?' in wrong.value.said.text()
    assert "membre, personne, commission, réunion," in wrong.value.said.text()


def test_a_second_meeting_gives_the_first_the_id_that_calendars_know(site: Path, asked: Asked) -> None:
    """It had none, as long as it was alone."""
    text = asked(site, "meeting", replace(EXAMPLES["meeting"], title="Atelier")).read_text("utf-8")

    assert "- {start: 2026-11-03 18:30, id: reunion, also_on:" in text
    assert "      - id: atelier\n        title: Atelier\n        start: 2027-06-22 18:30\n" in text


def test_a_meeting_has_the_rhythm_that_was_typed(site: Path, asked: Asked) -> None:
    """In the words of a language."""
    wishes = replace(EXAMPLES["meeting"], every="mois", on="quatrième mardi")

    assert "repeat: {every: mois, on: quatrième mardi}\n" in asked(site, "meeting", wishes).read_text("utf-8")


def test_a_person_of_a_member_stands_in_its_entry(site: Path, asked: Asked) -> None:
    """Named by what the member is called; without a consent."""
    asked(site, "member", NewOptions("Les Octets"))
    asked(site, "member", NewOptions("Kernel"))
    path = asked(site, "person", NewOptions("Camille Exemple", member="les octets", role="Gérance"))
    first, _ = read_tree(path.read_text("utf-8"), "").data["members"]

    assert [{"name": "Camille Exemple", "role": "Gérance"}] == first["people"]
    assert Counter() == codes(site)


def test_the_first_town_is_not_made_where_any_name_is_right(site: Path) -> None:
    """A list would make the others wrong: it is said, and nothing is written."""
    (site / "members.yaml").write_text("members:\n  - {id: a, name: A, town: Lens}\n", "utf-8")
    with pytest.raises(WrongUsage) as wrong:
        new("town", NewOptions("Arras"), site)

    assert 'has no list "towns", and so takes any word' in wrong.value.said.text()
    assert "towns:" not in (site / "members.yaml").read_text("utf-8")


def test_several_days_make_a_series(site: Path, asked: Asked) -> None:
    """Each with an id, so that they may be put into another order."""
    path = asked(site, "event", replace(EXAMPLES["series"], name="Le tour"))
    dates = split(path.read_text("utf-8"), path.name).tree.data["dates"]

    assert [("1", "2027-06-21 18:30", "2h"), ("2", "2027-06-28 18h30", "2h")] == [
        (one["id"], one["start"], one["duration"]) for one in dates
    ]


@pytest.mark.parametrize("language", ["fr", "nl", "en"])
@pytest.mark.parametrize("template", ["faq", "glossary", "resources"])
def test_a_page_with_a_template_has_a_sample_of_it(
    template: str, language: str, site: Path, asked: Asked
) -> None:
    """Which says itself that it is one."""
    speak(site, language)
    path = asked(site, template, NewOptions("Tout"))

    assert 1 == len(list(samples_left([(path.name, path)])))
    assert Counter() == codes(site)


def test_a_translation_is_made_of_a_text_in_any_folder(site: Path, asked: Asked) -> None:
    """By the end of its address."""
    page = asked(site, "page", NewOptions("Adhérer"))
    settings = site / "pelicanconf.py"
    settings.write_text(settings.read_text("utf-8") + 'LANGUAGES = ["fr", "nl"]\n', "utf-8")
    path = asked(site, "traduction", NewOptions("adherer", title="Lid worden"))

    assert page.with_name("adherer.nl.md") == path
    assert "---\ntitle: Lid worden\n" in path.read_text("utf-8")


def test_a_new_member_has_joined_where_every_other_has(site: Path, asked: Asked) -> None:
    """By that day it is known who founded the association."""
    (site / "members.yaml").write_text("members:\n  - {id: a, name: A, joined: 2020-01-01}\n", "utf-8")

    assert "joined: 2026-11-22" in asked(site, "member").read_text("utf-8")


def test_a_second_member_of_a_name_is_asked_for_at_a_terminal(
    site: Path, asked: Asked, monkeypatch: pytest.MonkeyPatch
) -> None:
    """No is no, whatever else is said."""
    path = asked(site, "member", NewOptions("Adviser"))
    before = path.read_text("utf-8")
    monkeypatch.setattr("sys.stdin", Terminal("non\n"))
    with pytest.raises(WrongUsage):
        new("member", NewOptions("Adviser"), site)
    assert before == path.read_text("utf-8")
    monkeypatch.setattr("sys.stdin", Terminal("oui\n"))
    asked(site, "member", NewOptions("Adviser"))

    assert "id: adviser-2\n" in path.read_text("utf-8")


def test_a_second_member_of_a_name_may_have_another_id(site: Path, asked: Asked) -> None:
    """Who says so has thought of it."""
    asked(site, "member", NewOptions("Adviser"))
    path = asked(site, "member", NewOptions("Adviser", id="adviser-lens"))

    assert "id: adviser-lens\n    name: Adviser\n" in path.read_text("utf-8")


def test_a_page_is_a_file_of_its_title(site: Path, asked: Asked) -> None:
    """In the folder of pages."""
    path = asked(site, "page", NewOptions("Notre charte"))

    assert site / "content/pages/notre-charte.md" == path
    assert "---\ntitle: Notre charte\n" in path.read_text("utf-8")


def test_minutes_are_those_of_the_last_meeting(
    site: Path, asked: Asked, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Without minutes; none is left after it, and its day has to be said."""
    path = asked(site, "minutes", NewOptions("numérique"))
    monkeypatch.setattr("sys.stdin", io.StringIO(""))
    with pytest.raises(WrongUsage) as wrong:
        new("minutes", NewOptions("Numérique"), site)

    assert site / "content/comptes-rendus/2026-11-03-numerique.md" == path
    assert "---\ncommission: numerique\ndate: 2026-11-03\n" in path.read_text("utf-8")
    assert "The day is missing" in wrong.value.said.text()


def test_minutes_of_a_day_are_written_once(site: Path, asked: Asked) -> None:
    """The second ones would hide the first."""
    asked(site, "minutes")
    with pytest.raises(WrongUsage) as wrong:
        new("minutes", EXAMPLES["minutes"], site)

    assert "are there already: 2026-11-03-numerique.md" in wrong.value.said.text()


def test_a_member_is_an_entry_below_the_others(demonstration: Path, asked: Asked) -> None:
    """With an id of its own; every other line of the file stays."""
    before = (demonstration / "members.yaml").read_text("utf-8").splitlines()
    asked(
        demonstration, "member", NewOptions("Adviser", town="Hénin Beaumont", type="Agence web", force=True)
    )
    after = (demonstration / "members.yaml").read_text("utf-8")

    assert "  - id: adviser-2\n    name: Adviser\n    kind: organisation\n    type: agence-web\n" in after
    assert Counter() == Counter(before) - Counter(after.splitlines())


def test_two_new_members_stand_one_below_the_other(site: Path, asked: Asked) -> None:
    """The lines to fill in stay with the first."""
    asked(site, "member", NewOptions("Un"))
    asked(site, "member", NewOptions("Deux"))
    text = (site / "members.yaml").read_text("utf-8")

    assert text.index("id: un\n") < text.index("# summary") < text.index("id: deux\n")


def test_a_person_gets_no_consent(site: Path, asked: Asked) -> None:
    """Only a line that says where it would stand."""
    path = asked(site, "member", NewOptions("Camille Exemple", person=True))
    uncommented(path)

    assert "person" == read_tree(path.read_text("utf-8"), "").data["members"][0]["kind"]
    assert "consent" not in read_tree(path.read_text("utf-8"), "").data["members"][0]


def test_news_is_a_file_of_today(site: Path, asked: Asked) -> None:
    """Named after its title, which is quoted where it has to be."""
    path = asked(site, "news")

    assert site / "content/actualites/2026-11-22-l-atelier-portes-ouvertes.md" == path
    assert '---\ntitle: "L’atelier : portes ouvertes"\ndate: 2026-11-22\n' in path.read_text("utf-8")


def test_an_event_at_a_time_gets_an_end(site: Path, asked: Asked) -> None:
    """Two hours unless another length is asked for."""
    path = asked(site, "event", NewOptions("Fête", start="2027-06-21 18h30", venue="Café : la Gare"))

    assert site / "content/agenda/fete.md" == path
    assert 'start: 2027-06-21 18h30\nduration: 2h\nvenue: "Café : la Gare"\n' in path.read_text("utf-8")


def test_an_event_without_time_lasts_a_day(site: Path, asked: Asked) -> None:
    """So it needs no end."""
    path = asked(site, "event", NewOptions("Fête", start="2027-06-21"))

    assert "duration" not in path.read_text("utf-8")


def test_an_offer_is_open_for_two_months(site: Path, asked: Asked) -> None:
    """An internship unless another kind is asked for."""
    path = asked(site, "offer", NewOptions("Un stage", type="job"))
    said = path.read_text("utf-8")

    assert site / "content/annonces/un-stage.md" == path
    assert [True] * 3 == [
        line in said for line in ("\nkind: job ", "\ndate: 2026-11-22\n", "\nexpires: 2027-01-21 ")
    ]


@pytest.mark.parametrize("kind", ["news", "event", "offer"])
def test_a_file_is_never_overwritten(kind: str, site: Path, asked: Asked) -> None:
    """The second one gets another name, and another address."""
    first, second = asked(site, kind), asked(site, kind)

    assert first.stem + "-2" == second.stem
    assert Counter() == codes(site)


def test_an_address_taken_by_a_slug_is_left_alone(site: Path, asked: Asked) -> None:
    """Wherever that slug is written."""
    folder = site / "content/agenda"
    folder.mkdir()
    (folder / "autre.md").write_text("---\ntitle: A\nstart: 2027-01-01\nslug: fete\n---\n", encoding="utf-8")

    assert "fete-2.md" == asked(site, "event", NewOptions("Fête", start="2027-06-21")).name


def test_a_long_title_makes_a_bearable_name(site: Path, asked: Asked) -> None:
    """Whole words of it."""
    path = asked(site, "news", NewOptions("Une phrase entière " * 9))

    assert "2026-11-22-une-phrase-entiere-une-phrase-entiere-une-phrase-entiere-une.md" == path.name


def test_a_title_without_a_letter_makes_a_name_all_the_same(site: Path, asked: Asked) -> None:
    """In another alphabet, for example."""
    assert "2026-11-22-actualite.md" == asked(site, "news", NewOptions("Привет")).name


def test_the_line_of_the_entry_is_told(
    site: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    """As a path that can be typed from here."""
    monkeypatch.chdir(site)
    new("commission", NewOptions("Un"), site)
    new("commission", NewOptions("Deux"), site)
    places = [line for line in capsys.readouterr().out.splitlines() if line.startswith("commissions")]
    lines = (site / "commissions.yaml").read_text("utf-8").splitlines()

    assert "commissions.yaml:2" == places[0]
    assert "  - id: deux" == lines[int(places[1].rpartition(":")[2]) - 1]


@pytest.mark.parametrize(
    ("kind", "wishes", "said"),
    [
        (
            "membr",
            NewOptions("X"),
            'there is no "membr" to add; expected one of: member, person, commission,',
        ),
        ("news", NewOptions("X", town="lens"), "`new news` takes no option --town"),
        ("commission", NewOptions("X", members_only=True), "`new commission` takes no option --members-only"),
        ("member", NewOptions("X", town="Lenz"), '--town: unknown town "Lenz"; did you mean "Lens"?'),
        (
            "offer",
            NewOptions("X", type="cheval"),
            "--type: found cheval, expected one of: stage, alternance,",
        ),
        (
            "offer",
            NewOptions("X", kind="cheval"),
            "--kind: found cheval, expected one of: stage, alternance,",
        ),
        ("member", NewOptions("ADVISER"), '"ADVISER" is there already, with the id "adviser"; --force adds'),
        ("member", NewOptions("X", id="adviser"), '--id: "adviser" is taken'),
        ("member", NewOptions("X", id="Le X"), '--id: found "Le X"'),
        (
            "commission",
            NewOptions("infrastructures et reseaux"),
            '"infrastructures et reseaux" is there already',
        ),
        ("minutes", NewOptions("Infra"), '--name: unknown commission "Infra"'),
        ("minutes", NewOptions("education-ecoles", date="3/11/2026"), "--date: found"),
        ("event", NewOptions("X"), "The day is missing"),
        ("event", NewOptions("X", start="21 juin 2027"), "write 2027-06-21"),
        ("event", NewOptions("X", start="2027-06-21 18:30", duration="long"), '--duration: found "long"'),
        ("event", NewOptions("X", start="2027-06-21", duration="2h"), "--duration goes with a start"),
    ],
)
def test_wrong_usage_is_told_and_nothing_is_made(
    kind: str, wishes: NewOptions, said: str, demonstration: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """In one sentence."""
    monkeypatch.setattr("sys.stdin", io.StringIO(""))
    before = sorted(demonstration.rglob("*"))
    with pytest.raises(WrongUsage) as wrong:
        new(kind, wishes, demonstration)

    assert said in wrong.value.said.text()
    assert before == sorted(demonstration.rglob("*"))


def test_a_file_that_is_no_yaml_is_told_and_kept(site: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Its mistake comes first."""
    (site / "members.yaml").write_text("members: [\n", encoding="utf-8")

    assert 1 == exit_code(lambda: new("member", NewOptions("X"), site))
    assert "[yaml-syntax]" in capsys.readouterr().err
    assert "members: [\n" == (site / "members.yaml").read_text("utf-8")


def test_what_is_missing_is_asked_at_a_terminal(
    site: Path, asked: Asked, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Again, as long as the answer is not understood."""
    monkeypatch.setattr("sys.stdin", Terminal("\nFête\ndemain\n2027-06-21\n"))
    path = asked(site, "event", NewOptions())

    assert "---\ntitle: Fête\nstart: 2027-06-21\n" in path.read_text("utf-8")


def test_the_end_of_the_answers_is_an_interruption(site: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Ctrl+D."""
    monkeypatch.setattr("sys.stdin", Terminal(""))

    assert 130 == exit_code(lambda: new("member", NewOptions(), site))
