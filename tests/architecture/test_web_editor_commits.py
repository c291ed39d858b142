"""What the forges do after the web editor, which writes whole files anew: the very scripts, with git."""

import re
from pathlib import Path

import pytest
import yaml
from forge import Forge, kept_by_github, kept_by_gitlab, line, step, workflows
from program import REPOSITORY

from association.host.web_editor_words import PREFIX

GITHUB, GITLAB = workflows("submodule")
SITE = {
    "pelicanconf.py": 'SITENAME = "Club"\nPATH = "content"\nTIMEZONE = "Europe/Paris"\nDEFAULT_LANG = "fr"\n'
    'THEME = "assosite/themes/parvis"\nPLUGIN_PATHS = ["assosite/plugins"]\nPLUGINS = ["association"]\n',
    "members.yaml": "# Nos membres\nmembers:\n  - id: lea\n    name: 'Léa'  # depuis 2019\n    kind: person\n"
    "    consent: 2025-01-01\n    summary: Elle dessine.\n",
    "content/pages/adherer.md": "---\n# à relire\ntitle: Adhérer\n---\n\nVenez.\n",
}
MEMBERS = "members.yaml"
BUILD, SCRIPT = GITHUB["jobs"]["build"], GITLAB["pages"]["script"]
FORGES = {
    "github": (
        (tidy := step(BUILD, "Tidy up after the web editor"))["run"],
        tidy["env"],
        *kept_by_github(GITHUB["jobs"]["keep"], "Take the tidied texts"),
    ),
    "gitlab": (line(SCRIPT, "tidy"), GITLAB["pages"]["variables"], *kept_by_gitlab(GITLAB["keep"], "push")),
}


def written_anew(text: str) -> str:
    return yaml.safe_dump(yaml.safe_load(text), allow_unicode=True)


class Push(Forge):
    """A site that has the program in the folder assosite, which git is not told of here."""

    def __init__(self, folder: Path, name: str) -> None:
        super().__init__(folder, "push", SITE)
        self.build, self.said, self.keep, self.variables = FORGES[name]

    def passes(self, **beside: str) -> str:
        """What the two jobs print; beside: files that something has written in the first."""
        self.clone("build")
        self.clone("keep")
        (self.folder / "build/assosite").symlink_to(REPOSITORY)
        for path, text in beside.items():
            self.write("build", path.replace("_", "."), text)
        variables = {name: str(value) for name, value in self.said.items()}
        told = self.script(self.build, "build", variables)
        return told + (self.script(self.keep, "keep", self.variables) if self.hand_over() else "")

    def edit(self, before: str, after: str, message: str = f"{PREFIX[0]} Léa") -> None:
        """As the web editor does it."""
        text = written_anew((self.folder / "editor" / MEMBERS).read_text("utf-8").replace(before, after))
        self.commit({MEMBERS: text}, message)


@pytest.fixture(params=sorted(FORGES))
def forge(tmp_path: Path, request: pytest.FixtureRequest) -> Push:
    return Push(tmp_path, request.param)


def test_only_what_was_meant_differs_afterwards(forge: Push) -> None:
    """Comments, order and quotes are back, in a commit of their own."""
    forge.edit("dessine", "peint")
    forge.passes()

    assert SITE[MEMBERS].replace("dessine", "peint") == forge.content(MEMBERS)
    assert [MEMBERS] == forge.files()
    assert "Remise en ordre après l’éditeur web" == forge.subject()


def test_commits_that_followed_one_another_are_tidied_together(forge: Push) -> None:
    """A forge leaves out builds when commits come faster than it builds."""
    forge.edit("dessine", "peint")
    forge.edit("Elle peint", "Elle peint et grave")
    forge.passes()

    assert SITE[MEMBERS].replace("dessine", "peint et grave") == forge.content(MEMBERS)


def test_the_commits_of_people_are_left_alone(forge: Push) -> None:
    """Whoever writes a file anew by hand means that."""
    forge.edit("dessine", "peint", "Fiche de Léa")
    before = forge.last()
    forge.passes()

    assert before == forge.last()


def test_a_file_that_cannot_be_read_ends_no_build(forge: Push) -> None:
    """The check, which comes next, says so on its line."""
    forge.commit({MEMBERS: "members: [\n"}, f"{PREFIX[2]} Léa")

    assert "reste comme il l’a écrit" in forge.passes()


def test_nothing_but_texts_is_committed(forge: Push) -> None:
    """Whatever the job that runs the program has written beside."""
    forge.edit("dessine", "peint")
    forge.passes(pelicanconf_py="evil = 1\n")

    assert [MEMBERS] == forge.files()


def test_a_repository_that_takes_nothing_is_no_failure(forge: Push) -> None:
    """The site was built from the tidied texts; the next commit is tidied from the same one before."""
    forge.edit("dessine", "peint")
    forge.refuse()

    assert "le dépôt ne les a pas pris" in forge.passes()


def test_texts_are_tidied_before_they_are_checked() -> None:
    """On the forge too the site is that of the tidied texts; of a proposal nothing is touched."""
    for script in ([one.get("run", "") for one in BUILD["steps"]], SCRIPT):
        tidied, checked = (script.index(line(script, word)) for word in ("tasks.py tidy", "tasks.py check"))

        assert tidied < checked
    assert "github.event_name == 'push'" == tidy["if"]
    assert "tidy" not in str(GITLAB["check"])


def test_gitlab_keeps_after_each_language_of_the_web_editor() -> None:
    """Its condition has the words of all of them, and the commit of the job itself is none of these."""
    rule = next(rule for rule in GITLAB["keep"]["rules"] if "CI_COMMIT_TITLE" in rule["if"])
    pattern = re.compile(rule["if"].split("=~ /")[1].rstrip("/"))

    assert all(pattern.match(f"{prefix} Léa") for prefix in PREFIX)
    assert not pattern.match(rule["variables"]["MESSAGE"])
    assert "always" == rule["when"]
