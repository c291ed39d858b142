"""`new site`: a folder that is valid at once, and that says what is left to complete."""

import json
from pathlib import Path

import pytest

from association.cli.check import problems_found, tell_samples
from association.cli.new_site import Wishes, first_tuesday, new_site
from association.cli.outcome import WrongUsage
from association.cli.settings import content_settings, site_settings
from association.program import SCHEMAS, version
from association.render.address_words import in_words_of
from association.render.urls import INTRODUCED_BY

NAMES = ('L’Œuvre "& Co" <b>é</b>', "It's #1: {x} [y] \\", "🎉 Noël\nen ville", "_NO_")


@pytest.fixture(autouse=True)
def in_november(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1795345200")
    monkeypatch.setenv("ASSOSITE_LANG", "C")


@pytest.mark.parametrize("language", ["fr", "nl", "en"])
@pytest.mark.parametrize("name", NAMES)
def test_it_is_valid_at_once_and_says_what_is_left(tmp_path: Path, language: str, name: str) -> None:
    """Whatever the name; the remarks are about samples alone."""
    new_site(str(tmp_path / "club"), Wishes(name, lang=language, town=name, territory=name))
    problems, sound = problems_found(tmp_path / "club")
    settings = site_settings(tmp_path / "club", tmp_path / "out", publish=True)

    assert sound and {"sample-text"} == {problem.code for problem in problems}
    assert (" ".join(name.split()), language) == (settings["SITENAME"], settings["DEFAULT_LANG"])
    assert 12 == len(problems)


def test_an_example_cannot_be_left_by_accident(tmp_path: Path) -> None:
    """The mark stands beside what it is about: in the entry, the address, the e-mail; not what was given."""
    new_site(str(tmp_path), Wishes("Le Club"))
    members = (tmp_path / "members.yaml").read_text("utf-8")
    named = [line for line in members.splitlines() if line.startswith("    name: ") and "[" in line]
    given = tmp_path / "given"
    new_site(str(given), Wishes("Le Club", email="a@club.fr", siteurl="https://club.fr"))

    assert 3 == len(named) == members.count("[à compléter")
    assert {"pelicanconf.py", "publishconf.py"} <= marked(tmp_path)
    assert marked(given) == marked(tmp_path) - {"pelicanconf.py", "publishconf.py"}


def marked(site: Path) -> set[str]:
    return {problem.file for problem in problems_found(site)[0]}


def test_what_is_published_says_what_is_left(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """A preview does not."""
    new_site(str(tmp_path), Wishes("Le Club"))
    tell_samples(tmp_path, content_settings(tmp_path))

    said = capsys.readouterr().err
    assert "12 files are still to complete; `python3 tasks.py check` names them.\n" == said


def test_nothing_of_the_demonstration_is_in_it(tmp_path: Path) -> None:
    """Nor of the machine."""
    new_site(str(tmp_path / "club"), Wishes("Le Club"))
    texts = [file.read_text("utf-8") for file in (tmp_path / "club").rglob("*") if file.is_file()]

    assert [] == [text for text in texts if "TacTic" in text or "tactic" in text or str(tmp_path) in text]


def test_programs_of_editors_find_the_schemas_in_it(tmp_path: Path) -> None:
    """Wherever it lies."""
    new_site(str(tmp_path), Wishes("Le Club"))
    first = (tmp_path / "members.yaml").read_text("utf-8").splitlines()[0]
    mapping = json.loads((tmp_path / ".vscode" / "settings.json").read_text("utf-8"))["yaml.schemas"]

    for schema in (first.partition("$schema=")[2], *mapping):
        assert (SCHEMAS / Path(schema).name).read_bytes() == (tmp_path / schema).read_bytes()


def test_it_asks_for_the_version_that_made_it(tmp_path: Path) -> None:
    """And remembers it."""
    new_site(str(tmp_path), Wishes("Le Club"))

    assert f"assosite=={version()}\n" == (tmp_path / "requirements.txt").read_text("utf-8")
    assert version() == json.loads((tmp_path / "assosite.json").read_text("utf-8"))["version"]


def test_it_asks_for_the_repository_that_the_program_came_from(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """No index has to know the program; else a forge could not install it."""
    monkeypatch.setattr("association.program.CLONE", None)
    monkeypatch.setattr("association.cli.new_site.version", lambda: "1.0.0")
    monkeypatch.setattr("association.program.installed_from", lambda: ("https://forge.example/a.git", "1f2e"))
    new_site(str(tmp_path), Wishes("Le Club"))

    expected = "assosite @ git+https://forge.example/a.git@1f2e\n"
    assert expected == (tmp_path / "requirements.txt").read_text("utf-8")


def test_a_program_below_it_is_named_by_its_place(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """As a submodule, where Pelican itself has to find the theme and the plugin."""
    monkeypatch.setattr("association.cli.new_site.CLONE", tmp_path / "assosite")
    new_site(str(tmp_path), Wishes("Le Club"))
    settings = (tmp_path / "pelicanconf.py").read_text("utf-8")

    assert 'THEME = "assosite/themes/parvis"\nPLUGIN_PATHS = ["assosite/plugins"]\n' in settings
    assert "python3 assosite/tasks.py serve" in (tmp_path / "README.md").read_text("utf-8")
    assert not (tmp_path / "requirements.txt").exists()


def test_what_is_there_stays(tmp_path: Path) -> None:
    """What a forge puts into an empty repository is no reason to stop; a site is."""
    (tmp_path / "README.md").write_text("ours", "utf-8")
    new_site(str(tmp_path), Wishes("Le Club"))

    assert "ours" == (tmp_path / "README.md").read_text("utf-8")
    with pytest.raises(WrongUsage, match="has these already: "):
        new_site(str(tmp_path), Wishes("Un autre"))
    assert 'SITENAME = "Le Club"' in (tmp_path / "pelicanconf.py").read_text("utf-8")


@pytest.mark.parametrize(
    "wish",
    [{"lang": "de"}, {"accent": "blue"}, {"email": "a"}, {"siteurl": "a.b"}, {"name": ""}],
)
def test_what_means_nothing_is_wrong_usage(tmp_path: Path, wish: dict[str, str]) -> None:
    """And nothing is written; so is a name that is missing, with nobody to ask."""
    with pytest.raises(WrongUsage):
        new_site(str(tmp_path / "club"), Wishes(**{"name": "A", **wish}))
    assert not (tmp_path / "club").exists()


@pytest.mark.parametrize("language", ["fr", "nl", "en"])
@pytest.mark.parametrize("section", ["HOME", "JOINING"])
def test_a_section_that_needs_words_is_introduced(section: str, language: str, tmp_path: Path) -> None:
    """Under the name that the section has in that language."""
    new_site(str(tmp_path), Wishes("Le Club : « n° 1 »", lang=language))
    name = in_words_of(language, INTRODUCED_BY[section])

    assert (tmp_path / "content" / "pages" / f"{name}.md").is_file()


def test_the_meeting_is_on_the_first_tuesday() -> None:
    """Or its own rhythm would be wrong."""
    from datetime import date

    assert [date(2026, 12, 1), date(2027, 1, 5)] == [
        first_tuesday(date(2026, 11, 30)),
        first_tuesday(date(2026, 12, 2)),
    ]
