"""`upgrade`: what has changed for a site, told with its lines; nothing written without a yes."""

import re
from pathlib import Path

import pytest

from association.cli import upgrade as module
from association.cli.site_record import Record, record_of, sum_of, written
from association.cli.upgrade import renewed, upgrade
from association.cli.upgrade_notes import CONTENT, SETTINGS, Grounds, Note, asked
from association.problems import ContentError, sentence
from association.program import PARVIS, SCHEMAS, version

SETTINGS_FILE = """\
SITENAME = "Essai"
PATH = "content"
TIMEZONE = "Europe/Paris"
DEFAULT_LANG = "fr"
THEME = "parvis"
THEME_TEMPLATES_OVERRIDES = ["templates"]
PLUGINS = ["association"]
ASSOCIATION = {"name": "Essai"}
"""
FOOT = (PARVIS / "templates" / "foot.html").read_text("utf-8")


@pytest.fixture
def club(tmp_path: Path) -> Path:
    (tmp_path / "content").mkdir()
    (tmp_path / "templates").mkdir()
    (tmp_path / "pelicanconf.py").write_text(SETTINGS_FILE, "utf-8")
    return tmp_path


def template(club: Path, name: str, text: str) -> None:
    (club / "templates" / name).write_text(text, "utf-8")


def remember(club: Path, **record: object) -> None:
    (club / "assosite.json").write_bytes(written(Record(**{"version": "0.9", **record})))


def told(club: Path, capsys: pytest.CaptureFixture[str], since: str | None = None, yes: bool = False) -> str:
    assert 0 == upgrade(club, since, yes)
    return capsys.readouterr().out


def state(club: Path) -> dict[str, bytes]:
    return {str(path): path.read_bytes() for path in club.rglob("*") if path.is_file()}


def test_a_site_that_is_as_it_should_be_has_nothing_to_look_at(
    club: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """And stays as it is, byte for byte, where nobody says yes."""
    before = state(club)
    said = told(club, capsys)

    assert f"Assosite {version()}; this site has not been looked at before." == said.splitlines()[0]
    assert "0 things to look at." in said
    assert before == state(club)


def test_a_yes_is_remembered(club: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """With the version, so that the next one tells only what came after."""
    told(club, capsys, yes=True)

    assert version() == record_of(club).version
    assert f"this site was last looked at with {version()}." in told(club, capsys)


@pytest.mark.parametrize(
    ("since", "number"), [("0.9.4", 1), ("1.0.0", 0), ("1.0.1", 0), ("0.10", 1), ("", 1)]
)
def test_a_version_asks_once(club: Path, since: str, number: int) -> None:
    """Of a site that was last looked at with an earlier one; versions are numbers, not words."""
    (club / "pelicanconf.py").write_text("A = 1\nOLD_NAME = 2\n", "utf-8")
    note = Note("1.0.0", SETTINGS, re.compile("^OLD_NAME"), sentence("renamed"), sentence("write NEW_NAME"))
    found = tuple(asked(since, Grounds(club, {SETTINGS: (club / "pelicanconf.py",)}), [note]))

    assert ["pelicanconf.py:2:1: warning: renamed; write NEW_NAME [upgrade]"] * number == [
        problem.line_of_text() for problem in found
    ]


def test_a_key_is_looked_for_in_every_file_of_the_content(club: Path) -> None:
    """Texts in folders, and the two lists; no pictures."""
    (club / "content" / "2026").mkdir()
    (club / "content" / "2026" / "a.md").write_text("---\nold: 1\n---\n", "utf-8")
    (club / "content" / "2026" / "old.png").write_bytes(b"old: 1")
    note = Note("1.0.0", CONTENT, re.compile("^old:"), sentence("renamed"), sentence("write new:"))
    found = tuple(asked("", Grounds(club, {CONTENT: (club / "content",)}), [note]))

    assert [("content/2026/a.md", 2)] == [(problem.file, problem.line) for problem in found]


def test_a_template_that_names_a_script_by_its_old_place_is_told(
    club: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """It would be a dead link, and nothing else would say so."""
    template(club, "base.html", '{% extends "!theme/base.html" %}\n<script src="/theme/search.js?v=1">\n')

    assert "templates/base.html:2:15: warning: the scripts of the theme lie in" in told(club, capsys)


def test_a_copy_whose_original_has_changed_is_told(club: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Not one that has not; of one that nobody has noted, that it may have."""
    template(club, "foot.html", FOOT)
    unknown = told(club, capsys)
    remember(club, templates={"foot.html": sum_of(b"as it was")})
    changed = told(club, capsys)
    remember(club, templates={"foot.html": sum_of(FOOT.encode())})

    assert "templates/foot.html:1:1: warning: this file stands in for the theme's, which may have" in unknown
    assert "templates/foot.html:1:1: warning: the theme's file has changed since this one; compare" in changed
    assert "0 things to look at." in told(club, capsys)


def test_what_is_put_in_a_block_that_is_gone_is_told(club: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Jinja shows it nowhere, without a word; a block of a template further up is there."""
    template(
        club,
        "home.html",
        '{% extends "!theme/home.html" %}\n{% block after %}x{% endblock %}\n'
        "{% block gone %}y{% endblock %}\n{% block description %}{{ super() }}{% endblock %}\n",
    )
    said = told(club, capsys)

    assert 'templates/home.html:3:1: warning: the theme has no block "gone" here' in said
    assert "1 thing to look at." in said


def test_a_template_that_nobody_reads_is_told(club: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """The theme may have had it under that name; a part of the site's own is read by another."""
    template(club, "old_listing.html", "x")
    template(
        club,
        "home.html",
        '{% extends "!theme/home.html" %}{% block after %}{% include "part.html" %}{% endblock %}',
    )
    template(club, "part.html", "y")
    said = told(club, capsys)

    assert 'templates/old_listing.html:1:1: warning: the theme has no template "old_listing.html"' in said
    assert "1 thing to look at." in said


def test_what_the_program_gave_is_renewed_if_nobody_has_changed_it(
    club: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """What somebody has changed is theirs, and is named; members, texts and settings are never touched."""
    (club / "schemas").mkdir()
    for name, content in (("members", b"former"), ("page", b"mine"), ("event", b"former")):
        (club / "schemas" / f"{name}.schema.json").write_bytes(content)
    remember(
        club,
        files={f"schemas/{name}.schema.json": sum_of(b"former") for name in ("members", "page", "event")},
    )
    (club / "requirements.txt").write_bytes(b"assosite==0.9 # ours\npelican-seo\n")
    said = told(club, capsys, yes=True)

    assert "nobody has changed:\n  schemas/event.schema.json\n  schemas/members.schema.json\n" in said
    assert "changed here; delete one to get the newer one:\n  schemas/page.schema.json\n" in said
    assert (SCHEMAS / "event.schema.json").read_bytes() == (
        club / "schemas" / "event.schema.json"
    ).read_bytes()
    assert b"mine" == (club / "schemas" / "page.schema.json").read_bytes()
    assert f"assosite=={version()} # ours\npelican-seo\n" == (club / "requirements.txt").read_text("utf-8")
    assert SETTINGS_FILE == (club / "pelicanconf.py").read_text("utf-8")


@pytest.mark.parametrize(
    ("written", "expected"),
    [
        (
            "assosite @ git+https://forge.example/a@0d1c  # ours\n",
            "assosite @ git+https://forge.example/a@1f2e  # ours\n",
        ),
        ("assosite @ git+https://other.example/a@0d1c\n", "assosite @ git+https://other.example/a@0d1c\n"),
    ],
    ids=["of the same repository", "of another one"],
)
def test_the_commit_of_a_repository_is_renewed(
    written: str, expected: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Of the one that the program was installed from; where else it may come from nobody knows."""
    ours = "assosite @ git+https://forge.example/a@1f2e"
    monkeypatch.setattr("association.cli.upgrade.requirement", lambda: ours)

    assert expected == renewed(written.encode()).decode()


def test_nobody_is_asked_where_nobody_answers(
    club: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    """As in CI."""
    before = state(club)
    assert 0 == upgrade(club, None, yes=False)

    assert "Nothing is written; with --yes it would be, without asking.\n" in capsys.readouterr().err
    assert before == state(club)


def test_the_files_of_the_site_are_checked_with_the_new_version(club: Path) -> None:
    """A key that is no longer known is an error there, with its line."""
    (club / "members.yaml").write_text("members:\n  - {id: a, nom: A}\n", "utf-8")

    assert 1 == upgrade(club, None, yes=False)


def test_a_record_that_somebody_has_damaged_is_one_sentence(club: Path) -> None:
    """No traceback."""
    (club / "assosite.json").write_text("{", "utf-8")

    with pytest.raises(ContentError, match="this is not what the program has written there"):
        upgrade(club, None, yes=False)


def test_the_programs_own_clone_is_given_no_copies(monkeypatch: pytest.MonkeyPatch, club: Path) -> None:
    """Its schemas are the very files."""
    monkeypatch.setattr(module, "CLONE", club)

    assert [] == list(module.given(club, "fr"))


def test_a_file_of_a_forge_that_nobody_remembers_is_the_associations(
    club: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """It is named, and stays."""
    (club / ".gitlab-ci.yml").write_text("pages: {}\n", "utf-8")
    said = told(club, capsys, yes=True)

    assert "changed here; delete one to get the newer one:\n  .gitlab-ci.yml\n" in said
    assert "pages: {}\n" == (club / ".gitlab-ci.yml").read_text("utf-8")
