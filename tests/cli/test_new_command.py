"""`new`: entries and files that are valid as they are, and once they are filled in."""

import io
import re
import shutil
from collections import Counter
from collections.abc import Callable
from pathlib import Path

import pytest

from association.cli.files import folder_of, problems_of
from association.cli.new import KINDS, NewOptions, new
from association.cli.outcome import WrongUsage, exit_code
from association.content.yaml.reader import read_tree

PROGRAM = Path(__file__).resolve().parents[2]
NOON = "1795345200"  # of 2026-11-22, in Paris
EXAMPLES = {
    "member": NewOptions("Les Octets : du Nord"),
    "news": NewOptions("L’atelier : portes ouvertes"),
    "event": NewOptions("Fête de l’été", start="2027-06-21 18:30"),
    "offer": NewOptions("Stage : sauvegardes"),
    "commission": NewOptions("Numérique & nature"),
}
Asked = Callable[..., Path]


@pytest.fixture(autouse=True)
def on_a_known_day(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SOURCE_DATE_EPOCH", NOON)


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
    asked(demonstration, kind)

    assert before == codes(demonstration)


@pytest.mark.parametrize("kind", KINDS)
def test_an_empty_site_has_no_problem(kind: str, site: Path, asked: Asked) -> None:
    """Files and folders are made where there are none."""
    asked(site, kind)

    assert Counter() == codes(site)


@pytest.mark.parametrize("kind", KINDS)
def test_what_is_proposed_is_valid_too(kind: str, site: Path, asked: Asked) -> None:
    """An editor who only removes the # signs makes no mistake."""
    path = asked(site, kind)
    before = path.read_text("utf-8")
    uncommented(path)

    assert Counter() == codes(site)
    assert before != path.read_text("utf-8")


def test_a_member_is_an_entry_below_the_others(demonstration: Path, asked: Asked) -> None:
    """With an id of its own; every other line of the file stays."""
    before = (demonstration / "members.yaml").read_text("utf-8").splitlines()
    asked(demonstration, "member", NewOptions("Adviser", town="Hénin Beaumont", type="Agence web"))
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
        ("membre", NewOptions("X"), "KIND is one of: member, news, event, offer, commission"),
        ("news", NewOptions("X", town="lens"), "A news takes no option --town"),
        ("member", NewOptions("X", town="Lenz"), '--town: unknown town "Lenz"; did you mean "Lens"?'),
        ("offer", NewOptions("X", type="stage"), "--type: found stage, expected one of: internship,"),
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


class Terminal(io.StringIO):
    def isatty(self) -> bool:
        return True


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
