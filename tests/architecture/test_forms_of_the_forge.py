"""What GitHub does with a filled form: the very scripts, with git, and a stand-in for `gh`."""

from pathlib import Path

import pytest
import yaml
from forge import Forge, step
from program import REPOSITORY
from test_web_editor_commits import SITE

from association.cli.ci_files import ci_files

JOBS = yaml.safe_load(ci_files("submodule", "fr")[".github/workflows/forms.yml"])["jobs"]
APPLY, PROPOSE = JOBS["apply"], JOBS["propose"]
FORM = "### Nom\n\n{name}\n\n### Qui êtes-vous ?\n\nOrganisation (organisation)\n"
GH = """\
#!/bin/sh
echo "$@" >> "$ASKED"
while [ $# -gt 0 ]; do [ "$1" = --body-file ] && cat "$2" >> "$ASKED"; shift; done
"""


class Issue(Forge):
    """A site that has the program in the folder assosite, which git is not told of here."""

    def __init__(self, folder: Path) -> None:
        super().__init__(folder, "issues", SITE)
        (folder / "bin").mkdir()
        self.write("bin", "gh", GH)
        (folder / "bin/gh").chmod(0o755)

    def filled(self, form: str, number: str = "7") -> str:
        """What the forge is asked for."""
        for clone in ("apply", "propose"):
            self.run("rm", "-rf", clone)
            self.clone(clone)
        (self.folder / "apply/assosite").symlink_to(REPOSITORY)
        output = self.folder / "output"
        output.write_text("")
        self.script(step(APPLY, "Apply the form")["run"], "apply", {"FORM": form})
        self.run("mv", "apply/form", "propose/form")
        name = "Propose the change" if "accepted=true" in output.read_text() else "Tell why not"
        asked = self.folder / "asked"
        asked.write_text("")
        variables = {"NUMBER": number, "BRANCH": "main", "FORM": "Formulaire", "ASKED": str(asked)}
        self.script(f'PATH="{self.folder}/bin:$PATH"\n{step(PROPOSE, name)["run"]}', "propose", variables)
        return asked.read_text("utf-8")


@pytest.fixture
def issue(tmp_path: Path) -> Issue:
    return Issue(tmp_path)


def test_a_form_becomes_a_proposal(issue: Issue) -> None:
    """On a branch of its own, of the file of the members alone."""
    asked = issue.filled(FORM.format(name="Les Trois Octets"))
    changed = issue.run("git", "diff", "--name-only", "main", "form-7", at="forge.git").split()

    assert ["members.yaml"] == changed
    assert "Les Trois Octets" in issue.run("git", "show", "form-7:members.yaml", at="forge.git")
    assert (
        asked.startswith("pr create --base main --head form-7 --title Formulaire #7") and "Closes #7" in asked
    )


def test_what_has_been_proposed_stays_as_it_is(issue: Issue) -> None:
    """Somebody may have put it right."""
    issue.filled(FORM.format(name="Les Trois Octets"))
    before = issue.run("git", "rev-parse", "form-7", at="forge.git")

    assert "" == issue.filled(FORM.format(name="Autre"))
    assert before == issue.run("git", "rev-parse", "form-7", at="forge.git")


def test_a_form_that_is_refused_is_answered(issue: Issue) -> None:
    """Nothing is pushed; the sentence is set in, so that it calls nobody."""
    asked = issue.filled("### Nom\n\nLéa\n\n### Qui êtes-vous ?\n\nParticulier (person)\n")

    assert asked.startswith("issue comment 7") and "\n    " in asked
    assert "main" == issue.run("git", "branch", "--format=%(refname:short)", at="forge.git").strip()


def test_what_is_written_in_a_form_is_no_command(issue: Issue) -> None:
    """Neither in the shell nor for git."""
    issue.filled(FORM.format(name='"; touch ../stolen; $(touch ../stolen) `touch ../stolen`'))

    assert not (issue.folder / "stolen").exists()
