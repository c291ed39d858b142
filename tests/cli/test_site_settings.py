"""The settings of a site anywhere on the disk."""

import sys
from pathlib import Path

import pytest

from association.cli.outcome import WrongUsage
from association.cli.settings import content_settings, production_problems, site_settings
from association.host.loading import site_folder
from association.host.settings import OURS_ALONE, TAKEN_AS_THEY_ARE, apply_defaults
from association.host.settings_review import problems_of
from association.problems import ContentError, Problem
from association.program import PACKAGE, PARVIS


def write(site: Path, text: str, name: str = "pelicanconf.py") -> None:
    (site / name).write_text(text, encoding="utf-8")


def refusal(site: Path, publish: bool = False) -> Problem:
    with pytest.raises(ContentError) as caught:
        site_settings(site, site / "output", publish)
    return caught.value.problems[0]


def test_folders_are_those_of_the_site(site: Path, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """Wherever the command is run from."""
    monkeypatch.chdir(tmp_path)
    settings = site_settings(site, tmp_path / "out", publish=False)

    assert (str(site / "content"), str(site / "habit"), str(tmp_path / "out")) == (
        settings["PATH"],
        settings["THEME"],
        settings["OUTPUT_PATH"],
    )


@pytest.mark.parametrize("theme", ["themes/parvis", "parvis"])
def test_the_program_lends_its_theme_and_plugins(site: Path, theme: str) -> None:
    """A site folder needs neither, and may name the theme with its folder or without."""
    write(site, f'SITENAME = "Essai"\nTIMEZONE = "UTC"\nTHEME = "{theme}"\nPLUGIN_PATHS = ["plugins"]\n')
    settings = site_settings(site, site / "output", publish=False)

    assert (str(PARVIS), [str(PACKAGE.parent)]) == (settings["THEME"], settings["PLUGIN_PATHS"])


def test_an_installed_program_needs_no_path_to_its_plugins(
    site: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Python finds it among its packages, and a build does not look through all of those for changes."""
    monkeypatch.setattr("association.cli.settings.CLONE", None)

    assert [] == site_settings(site, site / "output", publish=False)["PLUGIN_PATHS"]


def test_a_site_with_plugins_of_its_own_keeps_the_programs(site: Path) -> None:
    """Its own come first."""
    (site / "plugins").mkdir()
    settings = site_settings(site, site / "output", publish=False)

    assert [str(site / "plugins"), str(PACKAGE.parent)] == settings["PLUGIN_PATHS"]


def test_a_content_folder_yet_to_be_made_is_no_mistake(site: Path) -> None:
    """It is simply empty."""
    (site / "content").rmdir()

    assert str(site / "content") == site_settings(site, site / "output", publish=False)["PATH"]


def test_a_folder_without_settings_is_wrong_usage(tmp_path: Path) -> None:
    """It is no site."""
    with pytest.raises(WrongUsage, match=r"it has no pelicanconf\.py"):
        site_settings(tmp_path, tmp_path / "output", publish=False)


@pytest.mark.parametrize(
    ("text", "line", "said"),
    [
        ('SITENAME = "Essai"\n\nTIMEZONE = Paris\n', 3, "NameError: name 'Paris' is not defined"),
        ('SITENAME = "Essai"\nASSOCIATION = {"name": "Essai"\nTIMEZONE = "UTC"\n', 2, "'{' was never closed"),
        ("import sys\nsys.exit(4)\n", 2, "SystemExit: 4"),
    ],
)
def test_a_python_error_is_told_at_its_line(site: Path, text: str, line: int, said: str) -> None:
    """As a problem with the code `settings`, never as a traceback."""
    write(site, text)
    found = refusal(site)

    assert ("pelicanconf.py", line, "settings") == (found.file, found.line, found.code)
    assert said in found.text()


def test_a_conflict_of_git_is_named_as_such(site: Path) -> None:
    """Not as the Python that it is not."""
    write(site, '<<<<<<< HEAD\nSITENAME = "Essai"\n=======\nSITENAME = "Test"\n>>>>>>> main\n')
    found = refusal(site)

    assert ("pelicanconf.py", 1, "git-conflict") == (found.file, found.line, found.code)


def test_an_error_behind_publishconf_is_told_where_it_is(site: Path) -> None:
    """In the file that it imports."""
    write(site, "\nSITENAME = Essai\n")
    write(site, "from pelicanconf import *\n", "publishconf.py")
    found = refusal(site, publish=True)

    assert ("pelicanconf.py", 2) == (found.file, found.line)


def test_an_unknown_theme_is_told_at_its_line(site: Path) -> None:
    """With what to write instead."""
    write(site, 'SITENAME = "Essai"\nTHEME = "parvise"\n')
    found = refusal(site)

    assert (2, 'found the theme "parvise", expected the folder of a theme') == (found.line, found.text())


def test_production_adds_publishconf(site: Path) -> None:
    """It may import the ordinary settings, and leaves neither in memory."""
    write(site, 'from pelicanconf import *\nSITEURL = "https://essai.example"\n', "publishconf.py")
    settings = site_settings(site, site / "output", publish=True)

    assert ("Essai", "https://essai.example") == (settings["SITENAME"], settings["SITEURL"])
    assert {"pelicanconf", "publishconf"}.isdisjoint(sys.modules)


def test_production_without_publishconf_has_full_addresses(site: Path) -> None:
    """Feeds and cards need them."""
    assert False is site_settings(site, site / "output", publish=True)["RELATIVE_URLS"]


def test_ci_may_give_the_address(site: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """For a site below the address of its forge."""
    monkeypatch.setenv("ASSOSITE_SITEURL", "https://pages.example/tactic/")

    assert "https://pages.example/tactic" == site_settings(site, site / "output", publish=True)["SITEURL"]


def test_the_locale_of_the_machine_does_not_count(site: Path) -> None:
    """Nor what the file says of it."""
    write(site, 'SITENAME = "Essai"\nTHEME = "habit"\nLOCALE = "nl_BE.UTF-8"\n')

    assert ["C.UTF-8", "C"] == site_settings(site, site / "output", publish=False)["LOCALE"]


def told(site: Path, publish: bool = False) -> list[str]:
    return [problem.line_of_text() for problem in problems_of(site_settings(site, site / "output", publish))]


def test_publishconf_without_its_import_is_told_and_changes_nothing_else(site: Path) -> None:
    """What it would have taken over is there all the same, so that the content can be judged."""
    write(site, 'SITEURL = "https://essai.example"\n', "publishconf.py")
    settings = site_settings(site, site / "output", publish=True)

    assert "Essai" == settings["SITENAME"]
    assert [
        'publishconf.py:1:1: error: found none of the settings of "pelicanconf.py" here; '
        'write "from pelicanconf import *" at the top [settings]'
    ] == told(site, publish=True)


def test_a_publishconf_that_is_whole_needs_no_import(site: Path) -> None:
    """It may say everything itself."""
    write(site, (site / "pelicanconf.py").read_text(encoding="utf-8"), "publishconf.py")

    assert [] == told(site, publish=True)


def test_a_mistake_is_told_in_the_file_that_makes_it(site: Path) -> None:
    """Each of the two files at its own line, in one run."""
    usual = (site / "pelicanconf.py").read_text(encoding="utf-8")
    write(site, f"{usual}CURRENCY = 7\n")
    write(site, 'from pelicanconf import *\nSITEURL = "essai.example"\n', "publishconf.py")

    assert ["pelicanconf.py:8:1", "publishconf.py:2:1"] == sorted(
        line.partition(": ")[0] for line in told(site, publish=True)
    )


def test_check_knows_what_publishing_would_refuse(site: Path) -> None:
    """Though it does not publish."""
    write(site, 'from pelicanconf import *\nSITEURL = "essai.example"\n', "publishconf.py")

    assert [2] == [problem.line for problem in production_problems(site)]


def test_what_means_nothing_does_not_reach_pelican(site: Path) -> None:
    """Which would stumble over it; the default takes its place."""
    usual = (site / "pelicanconf.py").read_text(encoding="utf-8")
    write(site, f"{usual}DEFAULT_LANG = 5\nLOG_FILTER = 3\nPAGINATION_PATTERNS = 1\n")
    settings = site_settings(site, site / "output", publish=False)

    assert "en" == settings["DEFAULT_LANG"]
    assert 3 == len(problems_of(settings))


@pytest.mark.parametrize(
    "address", ["tactic.example", "https://", "https://a.example/?b", "https://a b.example"]
)
def test_an_address_of_the_environment_that_is_none_is_wrong_usage(
    site: Path, monkeypatch: pytest.MonkeyPatch, address: str
) -> None:
    """CI writes it, no file of the site."""
    monkeypatch.setenv("ASSOSITE_SITEURL", address)

    with pytest.raises(WrongUsage, match="ASSOSITE_SITEURL is"):
        site_settings(site, site / "output", publish=True)


PLAIN = """\
SITENAME = "Essai"
SITEURL = "https://essai.example"
PATH = "textes"
TIMEZONE = "Europe/Paris"
DEFAULT_LANG = "fr"
LANGUAGES = ("fr", "nl")
THEME = "habit"
PLUGIN_PATHS = ["extensions"]
PLUGINS = ["association"]
ASSOCIATION = {"name": "Essai"}
NEWS_FOLDER = "nouvelles"
MEMBERS_FILE = "membres.yaml"
MEMBERS_PER_PAGE = 7
HOLIDAYS_COUNTRY = "BE"
CURRENCY = "CHF"
MAP_TILES = None
DOCUMENT_KINDS = ["dwg"]
PUBLISH_BRANCH = "pages"
"""
"""Settings that Pelican has no part in."""


@pytest.fixture
def moment(monkeypatch: pytest.MonkeyPatch) -> None:
    """At which every folder is read."""
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1795600000")


def completed_by_pelican(site: Path) -> dict[str, object]:
    settings = site_settings(site, site / "output", publish=False)
    apply_defaults(settings)
    return settings


@pytest.mark.usefixtures("moment")
@pytest.mark.parametrize(
    "text", [PLAIN, "\n".join(line for line in PLAIN.splitlines() if line.startswith("DEFAULT_LANG"))]
)
def test_the_content_is_judged_by_the_settings_of_a_build(site: Path, text: str) -> None:
    """Though Pelican is not asked about them: what it would make of those that count is the same."""
    write(site, text)
    alone, by_pelican = content_settings(site), completed_by_pelican(site)

    assert site_folder(by_pelican) == site_folder(alone)
    assert {} == {
        name: (value, by_pelican[name])
        for name, value in alone.items()
        if name != "JINJA_ENVIRONMENT" and value != by_pelican.get(name)
    }


@pytest.mark.parametrize(
    "setting",
    [
        "DEFAULT_LANG = 'fr-BE'",
        "STATIC_PATHS = ['images']",
        "DEFAULT_PAGINATION = False",
        "ARTICLE_URL = 'a/{slug}/'",
    ],
)
def test_pelican_is_asked_about_what_it_corrects_or_has_a_default_for(site: Path, setting: str) -> None:
    """Its default, written out, is no wish."""
    write(site, f"{PLAIN}{setting}\n")

    assert completed_by_pelican(site) == content_settings(site)


def test_a_site_that_leaves_its_language_open_has_that_of_pelican(site: Path) -> None:
    """Which is not ours to guess."""
    write(site, PLAIN.replace('DEFAULT_LANG = "fr"\nLANGUAGES = ("fr", "nl")\n', ""))

    assert completed_by_pelican(site) == content_settings(site)


def test_what_is_ours_alone_is_unknown_to_pelican() -> None:
    """An upgrade may bring a setting of the same name; then it is to be looked at."""
    from pelican.settings import DEFAULT_CONFIG

    assert (set(), TAKEN_AS_THEY_ARE) == (
        OURS_ALONE & DEFAULT_CONFIG.keys(),
        TAKEN_AS_THEY_ARE & DEFAULT_CONFIG.keys(),
    )
