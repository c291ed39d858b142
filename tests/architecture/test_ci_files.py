"""The files for the forges: one source for the three ways to have a site, and this repository's own."""

import re

import pytest
import yaml
from program import REPOSITORY

from association.cli.ci_files import SENTENCES, WAYS, ci_files

GITHUB, GITLAB = ".github/workflows/site.yml", ".gitlab-ci.yml"


def test_those_of_this_repository_are_fresh() -> None:
    for path, text in ci_files("in-place", "fr").items():
        assert (REPOSITORY / path).read_text("utf-8") == text, f"{path}: python3 tasks.py schema"


@pytest.mark.parametrize(
    ("way", "check"),
    [
        ("in-place", "python3 tasks.py check"),
        ("submodule", "python3 assosite/tasks.py check --site ."),
        ("wheel", "assosite check"),
    ],
)
def test_each_way_types_its_own_commands(way: str, check: str) -> None:
    files = ci_files(way, "nl")
    build = yaml.safe_load(files[GITHUB])["jobs"]["build"]["steps"]
    gitlab = yaml.safe_load(files[GITLAB])
    runs = [step["run"] for step in build if "run" in step]

    assert f"{check} --format github" in runs
    assert check in gitlab["check"]["script"]
    assert check in gitlab["pages"]["script"]
    assert (way == "submodule") == ("submodules" in build[0]["with"])
    assert (way == "wheel") == any("pip install" in run for run in runs)
    assert (way == "in-place") == ("program" in gitlab)
    assert gitlab["variables"]["ASSOSITE_LANG"] == "nl"


@pytest.mark.parametrize("way", WAYS)
@pytest.mark.parametrize("language", [*SENTENCES, "de"])
def test_nothing_of_a_proposal_reaches_a_shell_and_every_action_is_pinned(way: str, language: str) -> None:
    for text in ci_files(way, language).values():
        assert "pull_request_target" not in text
        yaml.safe_load(text)
    workflow = yaml.safe_load(ci_files(way, language)[GITHUB])
    for job in workflow["jobs"].values():
        assert "permissions" in job
        for step in job["steps"]:
            assert "${{" not in step.get("run", "")
            assert re.fullmatch(r"actions/[a-z-]+@[0-9a-f]{40}", step.get("uses", "actions/x@" + "0" * 40))


@pytest.mark.parametrize("way", WAYS)
def test_the_default_branch_is_published_whatever_its_name(way: str) -> None:
    """GitHub gives its name; a schedule, which may not know it, runs there and nowhere else."""
    text = ci_files(way, "fr")[GITHUB]
    jobs = yaml.safe_load(text)["jobs"]
    is_default = "github.ref == format('refs/heads/{0}', github.event.repository.default_branch)"

    assert "refs/heads/main" not in text
    assert f"github.event_name != 'push' || {is_default}" == jobs["build"]["if"]
    assert (
        f"${{{{ github.event_name == 'schedule' || {is_default} }}}}" == jobs["build"]["outputs"]["publishes"]
    )
    assert "needs.build.outputs.publishes == 'true'" == jobs["deploy"]["if"]
