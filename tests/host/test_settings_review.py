"""What is wrong with settings, each mistake at its line, without a build."""

from collections.abc import Mapping
from pathlib import Path

import pytest

from association.host.settings_review import OWN, entry_of, review
from association.problems import Problem, Severity

SOUND: Mapping[str, object] = {
    "SITENAME": "Essai",
    "TIMEZONE": "Europe/Paris",
    "PLUGINS": ["association"],
    "DEFAULT_LANG": "fr",
    "ASSOCIATION": {"name": "Essai"},
}
OBJECT = object()
NOTHING = (OBJECT, b"x", {1: [2]}, 1.5, float("nan"), ("x" * 5000,), lambda: 1)
"""Values that no setting of ours can have."""
TAKES_ANYTHING = frozenset({"ASSOCIATION"})
"""Judged part by part, with the content."""


def problems(tmp_path: Path, **own: object) -> tuple[Problem, ...]:
    return review({**SOUND, **own}, tmp_path, tmp_path / "pelicanconf.py").problems


def said(tmp_path: Path, **own: object) -> list[str]:
    return [problem.said() for problem in problems(tmp_path, **own)]


def test_sound_settings_have_no_problem(tmp_path: Path) -> None:
    """And all of them are kept."""
    found = review(dict(SOUND), tmp_path, tmp_path / "pelicanconf.py")

    assert ((), SOUND) == (found.problems, found.settings)


@pytest.mark.parametrize("value", NOTHING, ids=lambda value: type(value).__name__)
@pytest.mark.parametrize("name", sorted(OWN.keys() - TAKES_ANYTHING))
def test_a_value_that_means_nothing_is_an_error_and_is_left_out(
    name: str, value: object, tmp_path: Path
) -> None:
    """Whatever it is; never an exception."""
    found = review({**SOUND, name: value}, tmp_path, tmp_path / "pelicanconf.py")

    assert {Severity.ERROR} == {problem.severity for problem in found.problems}
    assert found.settings.get(name) is not value


@pytest.mark.parametrize(
    ("name", "value", "expected"),
    [
        (
            "SITEURL",
            "tactic.example/club/",
            'SITEURL is "tactic.example/club/", expected the address of the site; '
            'write SITEURL = "https://tactic.example/club"',
        ),
        (
            "SITEURL",
            "https://tactic.example/?a=b",
            'SITEURL is "https://tactic.example/?a=b", expected the address of the site; '
            "take out what begins with ? or #",
        ),
        (
            "SITEURL",
            " https://tactic.example",
            'SITEURL is " https://tactic.example", expected the address of the site; '
            'write SITEURL = "https://tactic.example"',
        ),
        (
            "SITEURL",
            "https://tac tic.example",
            'SITEURL is "https://tac tic.example", expected the address of the site; take out " "',
        ),
        (
            "SITEURL",
            "ftp://tactic.example",
            'SITEURL is "ftp://tactic.example", expected the address of the site; '
            "write the whole address, beginning with https://",
        ),
        (
            "SITEURL",
            "https://tactic.example/",
            'SITEURL is "https://tactic.example/", expected no slash at the end; '
            'write SITEURL = "https://tactic.example"',
        ),
        ("SITENAME", None, "SITENAME is None, expected a text between quotes"),
        ("SITENAME", "", "SITENAME is empty, expected a text"),
        ("SITENAME", "a\nb", "SITENAME holds the character '\\n', expected a text on one line"),
        ("SITENAME", "x" * 201, "SITENAME has 201 characters, expected at most 200"),
        (
            "TIMEZONE",
            "Paris",
            'TIMEZONE "Paris" is not a time zone; expected a name like Europe/Paris; '
            'write for example TIMEZONE = "Europe/Paris"',
        ),
        (
            "DEFAULT_LANG",
            "Français",
            "DEFAULT_LANG names the language 'Français', expected one of en, fr, nl; did you mean \"fr\"?",
        ),
        ("DEFAULT_LANG", "xx", "DEFAULT_LANG names the language 'xx', expected one of en, fr, nl"),
        (
            "LANGUAGES",
            "fr",
            "LANGUAGES is 'fr', expected a list between square brackets; write LANGUAGES = [\"fr\"]",
        ),
        ("LANGUAGES", [], "LANGUAGES is empty, expected at least one language"),
        (
            "LANGUAGES",
            ["fr", "french"],
            "LANGUAGES names the language 'french', expected one of en, fr, nl; did you mean \"fr\"?",
        ),
        ("LANGUAGES", ["fr", "fr"], "LANGUAGES names 'fr' twice"),
        (
            "LANGUAGES",
            ["nl", "fr"],
            'LANGUAGES begins with "nl", expected the language of DEFAULT_LANG, "fr"',
        ),
        (
            "PLUGINS",
            ["sitemap"],
            'PLUGINS has no "association", which is the program; write PLUGINS = ["association"]',
        ),
        ("DEFAULT_PAGINATION", 0, "DEFAULT_PAGINATION is 0, expected a whole number from 1 on"),
        ("MEMBERS_PER_PAGE", True, "MEMBERS_PER_PAGE is True, expected a whole number from 1 on"),
        (
            "CURRENCY",
            "€",
            "CURRENCY is '€', expected the three letters of a currency, such as EUR; did you mean \"EUR\"?",
        ),
        ("NEWS_FOLDER", "../x", 'NEWS_FOLDER is "../x", expected a folder inside that of the texts'),
        ("THEME_TEMPLATES_OVERRIDES", ["mine"], 'THEME_TEMPLATES_OVERRIDES names "mine", which is no folder'),
        (
            "MARKDOWN",
            {"extensions": ["nope"]},
            "MARKDOWN cannot be used: ModuleNotFoundError: No module named 'nope'",
        ),
        ("LANGAUGES", ["fr"], 'unknown setting "LANGAUGES"; did you mean "LANGUAGES"?'),
    ],
)  # fmt: skip
def test_the_sentence_says_what_was_found_and_what_was_expected(
    name: str, value: object, expected: str, tmp_path: Path
) -> None:
    """One for each mistake, with what to write where that can be guessed."""
    (tmp_path / "pelicanconf.py").write_text(f"\n{name} = …\n".replace("…", "0"), encoding="utf-8")

    assert [expected] == said(tmp_path, **{name: value})


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("SITEURL", ""),
        ("SITEURL", "http://localhost:8000"),
        ("SITEURL", "https://association-é.example/club"),
        ("SITEURL", "http://[::1]:8000"),
        ("DEFAULT_LANG", "fr-BE"),
        ("LANGUAGES", ("fr", "nl")),
        ("PATH", Path("texts")),
        ("DEFAULT_PAGINATION", False),
        ("HOLIDAYS_COUNTRY", ""),
        ("CALENDAR_UID_DOMAIN", ""),
        ("MEMBER_SAVE_AS", ""),
        ("TAGS_URL", "tags/"),
        ("SITE_URL", "anything, as long as SITEURL is written too"),
        ("MY_COLOUR", "#000"),
    ],
)
def test_what_means_something_is_no_problem(name: str, value: object, tmp_path: Path) -> None:
    """Values at the edge, names of Pelican and names of one's own."""
    (tmp_path / "pelicanconf.py").write_text(f"{name} = 0\n", encoding="utf-8")

    assert [] == said(tmp_path, **{"SITEURL": "https://tactic.example", name: value})


@pytest.mark.parametrize("language", ["fr", "de"])
def test_addresses_of_a_language_that_is_not_below_the_root_are_no_setting(
    tmp_path: Path, language: str
) -> None:
    """Of the first one they would be forgotten without a word, and of one that the site does not have."""
    own = {"nl": {"DIRECTORY_URL": "gids/"}, language: {"DIRECTORY_URL": "wer/"}}
    told = said(tmp_path, LANGUAGES=["fr", "nl"], LANGUAGE_ADDRESSES=own)

    assert (
        f"LANGUAGE_ADDRESSES speaks of {language!r}, which is no further language of LANGUAGES; the "
        'addresses of the first language are settings of their own, such as DIRECTORY_URL = "…"'
    ) in told


def test_addresses_of_a_further_language_are_as_sound_as_others(tmp_path: Path) -> None:
    """Judged one by one."""
    own = {"nl": {"DIRECTORY_URL": "gids/", "MEMBER_URL": "wie/", "GIDS_URL": "x/"}}

    assert [
        'MEMBER_URL is "wie/", expected an address with {id}',
        'LANGUAGE_ADDRESSES has the key "GIDS_URL", expected a name such as DIRECTORY_URL',
    ] == said(tmp_path, LANGUAGES=["fr", "nl"], LANGUAGE_ADDRESSES=own)


@pytest.mark.parametrize(
    ("own", "told"),
    [
        (
            {"AGENDA_URL": "actualites/"},
            ['both AGENDA_URL and NEWS_SAVE_AS write their page to "actualites/index.html"'],
        ),
        (
            {"PARTNERS_SAVE_AS": "qui.html", "GOVERNANCE_SAVE_AS": "qui.html"},
            ['both GOVERNANCE_SAVE_AS and PARTNERS_SAVE_AS write their page to "qui.html"'],
        ),
        ({"AGENDA_URL": "actualites/", "NEWS_URL": "nouvelles/"}, []),
        ({"AGENDA_SAVE_AS": "", "NEWS_SAVE_AS": ""}, []),
        ({"ARTICLE_URL": "{slug}/"}, []),
    ],
)
def test_two_pages_cannot_be_one_file(tmp_path: Path, own: dict[str, object], told: list[str]) -> None:
    """Pages of texts may lie in one folder; what is switched off is nowhere."""
    hint = "; give one of them another address"

    assert [f"{one}{hint}" for one in told] == said(tmp_path, DEFAULT_LANG="fr", **own)


def test_a_site_s_own_theme_speaks_what_it_likes(tmp_path: Path) -> None:
    """Only of a theme of the program it is known what it is translated to."""
    (tmp_path / "themes/mine").mkdir(parents=True)

    assert [] == said(tmp_path, THEME="themes/mine", DEFAULT_LANG="de")


def test_a_mistake_is_told_where_the_setting_is_written(tmp_path: Path) -> None:
    """Last, in the file itself or in one that it imports."""
    (tmp_path / "shared.py").write_text("\n\nSITENAME = ''\n", encoding="utf-8")
    (tmp_path / "pelicanconf.py").write_text(
        "from shared import *\nif True:\n    CURRENCY = 'EUR'\n    CURRENCY = 'x'\n", encoding="utf-8"
    )
    found = problems(tmp_path, SITENAME="", CURRENCY="x")

    assert [("shared.py", 3, 1), ("pelicanconf.py", 4, 5)] == [
        (problem.file, problem.line, problem.column) for problem in found
    ]


@pytest.mark.parametrize(
    ("arguments", "name"),
    [
        ([], "pelicanconf.py"),
        (["-s", "publishconf.py"], "publishconf.py"),
        (["content", "--settings=a/b.py"], "b.py"),
        (["-s"], "pelicanconf.py"),
    ],
)
def test_the_settings_file_of_pelican_is_the_one_it_was_given(arguments: list[str], name: str) -> None:
    """Which it tells nobody."""
    assert name == entry_of(arguments).name
