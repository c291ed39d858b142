"""The configuration of the web editor: for each forge, for each file, for whoever may write."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from test_settings_review import SOUND

from association.content.schema.base import keys_of
from association.content.schema.json_schema import SHAPES
from association.host.settings_review import review
from association.host.web_editor import TEXTS, Sources, config
from association.host.web_editor_page import editor_page, policy_of_editor
from association.host.web_editor_settings import Access
from association.render.forge import Project, project_of

SECTIONS = tuple((name, f"content/{name}") for name in TEXTS)
SOURCES = Sources("content", SECTIONS, "members.yaml", "commissions.yaml")
GITHUB = project_of("https://github.com/essai/site")
TOKEN = Access()


def configured(
    project: Project = GITHUB, access: Access = TOKEN, languages: tuple[str, ...] = ("fr",)
) -> dict[str, Any]:
    return config(project, access, SOURCES, languages, ())


def collection(made: dict[str, Any], name: str) -> dict[str, Any]:
    return next(one for one in made["collections"] if one["name"] == name)


def fields(one: dict[str, Any]) -> dict[str, dict[str, Any]]:
    return {field["name"]: field for field in one["fields"]}


@pytest.mark.parametrize(
    ("repository", "expected"),
    [
        ("https://github.com/a/b", ("github", "https://github.com", "a/b", "", "")),
        ("https://github.com/a/b.git", ("github", "https://github.com", "a/b", "", "")),
        ("https://github.com/a/b/", ("github", "https://github.com", "a/b", "", "")),
        ("https://github.com/a/b/tree/site", ("github", "https://github.com", "a/b", "site", "")),
        ("https://github.com/a/b/tree/HEAD/a%20b", ("github", "https://github.com", "a/b", "", "a b")),
        ("https://framagit.org/a/b/c/-/tree/m/x/y", ("gitlab", "https://framagit.org", "a/b/c", "m", "x/y")),
        ("https://gitlab.club.example/a/b", ("gitlab", "https://gitlab.club.example", "a/b", "", "")),
        ("https://codeberg.org/a/b/src/branch/m/x", ("gitea", "https://codeberg.org", "a/b", "m", "x")),
        ("https://git.club.example:3000/a/b", ("gitea", "https://git.club.example:3000", "a/b", "", "")),
    ],
)  # fmt: skip
def test_an_address_tells_the_forge_the_project_its_branch_and_its_folder(
    repository: str, expected: tuple[str, ...]
) -> None:
    """As somebody copies it from the forge."""
    assert Project(*expected) == project_of(repository)


def test_on_github_the_editor_asks_for_a_token() -> None:
    """And writes to the branch that the address names, or to main."""
    made = configured()

    assert ("github", "essai/site", "main") == tuple(
        made["backend"][key] for key in ("name", "repo", "branch")
    )
    assert ("token", "fr") == (made["assosite"]["login"], made["locale"])
    assert "site" == configured(project_of("https://github.com/a/b/tree/site"))["backend"]["branch"]


@pytest.mark.parametrize(
    ("repository", "api"),
    [
        ("https://framagit.org/a/b", "https://framagit.org/api/v4"),
        ("https://codeberg.org/a/b", "https://codeberg.org/api/v1"),
    ],
)
def test_any_other_forge_is_asked_at_its_own_address(repository: str, api: str) -> None:
    """And its page may ask nobody else, but for a decap-server on the same machine."""
    project = project_of(repository)
    asked = policy_of_editor(project).partition("connect-src ")[2].partition(";")[0]

    assert api == configured(project)["backend"]["api_root"]
    assert f"'self' blob: {project.host} http://localhost:8081" == asked


def test_an_application_of_the_forge_takes_the_place_of_the_token() -> None:
    """On GitLab by PKCE; the branch is the one that is set."""
    gitlab, access = project_of("https://framagit.org/a/b"), Access(app_id="0123", branch="site")
    made = configured(gitlab, access)

    assert ("oauth", "0123", "pkce", "site") == (
        made["assosite"]["login"],
        *(made["backend"][key] for key in ("app_id", "auth_type", "branch")),
    )


def test_a_service_logs_in_to_github() -> None:
    """Which takes no application without one."""
    made = configured(access=Access(base_url="https://oauth.example"))

    assert ("oauth", "https://oauth.example") == (made["assosite"]["login"], made["backend"]["base_url"])


def test_what_is_saved_waits_for_approval_where_that_is_set() -> None:
    """Only there."""
    assert "editorial_workflow" == configured(access=Access(workflow=True))["publish_mode"]
    assert "publish_mode" not in configured()


@pytest.mark.parametrize("section", TEXTS)
def test_a_text_is_asked_for_all_its_keys_once_and_for_its_body(section: str) -> None:
    """Whatever their order."""
    asked = [field["name"] for field in collection(configured(), section)["fields"]]

    assert sorted([*keys_of(SHAPES[TEXTS[section]]), "body"]) == sorted(asked)


def test_each_list_is_opened_without_the_others_of_its_file() -> None:
    """All of both files."""
    found = [one for one in configured()["collections"] if "files" in one]
    asked = [
        (file["file"], *(one["name"] for one in file["fields"])) for one in found for file in one["files"]
    ]
    expected = [
        (f"{shape}.yaml", key) for shape in ("members", "commissions") for key in keys_of(SHAPES[shape])
    ]

    assert expected == asked


def test_files_are_looked_for_in_the_folder_of_the_site() -> None:
    """Pictures too."""
    made = configured()

    assert "content/images" == made["media_folder"]
    assert [f"content/{name}" for name in TEXTS] == [
        one["folder"] for one in made["collections"] if "folder" in one
    ]


def test_a_translation_may_leave_out_what_its_original_says() -> None:
    """Title and date are needed where a site speaks one language."""
    one, several = (
        fields(collection(configured(languages=languages), "events")) for languages in (("fr",), ("fr", "nl"))
    )

    assert (True, False) == (
        one["start"]["required"] or one["title"]["required"],
        several["start"]["required"],
    )


def test_forms_are_in_the_first_language_of_the_site() -> None:
    """Labels, words of our own, what commits say."""
    made = configured(languages=("nl", "fr"))

    assert "Nieuws" == collection(made, "news")["label"]
    assert "Webeditor: {{slug}} gewijzigd" == made["backend"]["commit_messages"]["update"]
    assert "Toegangstoken" == made["assosite"]["words"]["token"]
    assert ["nl", "fr"] == made["assosite"]["languages"]


def test_the_name_of_an_association_is_no_html() -> None:
    """On the page either."""
    page = editor_page(GITHUB, "nl", "<script>alert(1)</script>").decode()

    assert "<script>alert" not in page
    assert '<html lang="nl">' in page


@pytest.mark.parametrize(
    ("value", "expected"),
    [
        ("oui", "WEB_EDITOR is 'oui', expected keys between braces"),
        ({"appid": "x"}, 'WEB_EDITOR has the unknown key "appid", expected one of app_id, base_url, branch, '
         'workflow; did you mean "app_id"?'),
        ({"workflow": "yes"}, "the \"workflow\" of WEB_EDITOR is 'yes', expected True or False"),
        ({"branch": ""}, "the \"branch\" of WEB_EDITOR is '', expected a text"),
        ({"base_url": "http://a.example"}, "the \"base_url\" of WEB_EDITOR is 'http://a.example', "
         "expected an https address"),
    ],
)  # fmt: skip
def test_a_fault_of_the_setting_is_said(value: object, expected: str, tmp_path: Path) -> None:
    """In a sentence, with what to do."""
    assert [expected] == list(said(tmp_path, value))


def test_a_sound_setting_is_kept(tmp_path: Path) -> None:
    """With all its keys."""
    sound = {"app_id": "0123", "base_url": "https://a.example", "branch": "main", "workflow": True}

    assert [] == list(said(tmp_path, sound))


def said(tmp_path: Path, value: object) -> Iterator[str]:
    found = review({**SOUND, "WEB_EDITOR": value}, tmp_path, tmp_path / "pelicanconf.py")
    return (problem.said() for problem in found.problems)
