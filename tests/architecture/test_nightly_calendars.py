"""What the forges do with partners' calendars at night: the very scripts of their files, with git."""

import os
import subprocess
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

import pytest
import yaml
from program import REPOSITORY

GITHUB = yaml.safe_load((REPOSITORY / ".github/workflows/site.yml").read_text("utf-8"))
GITLAB = yaml.safe_load((REPOSITORY / ".gitlab-ci.yml").read_text("utf-8"))
FILE = "content/agenda/imports/pepiniere.ics"
NIGHT = {
    "GITHUB_REF": "refs/heads/main",
    "CI_COMMIT_BRANCH": "main",
    "CI_PIPELINE_SOURCE": "schedule",
    "CI_SERVER_HOST": "forge.example",
    "GIT_CONFIG_GLOBAL": os.devnull,
    "GIT_CONFIG_NOSYSTEM": "1",
}


def github(job: str, *names: str) -> str:
    return "\n".join(
        step["run"] for step in GITHUB["jobs"][job]["steps"] if step.get("name") in names and "run" in step
    )


FORGES = {
    "github": (github("build", "What has changed in them"), github("keep", "Keep partners' calendars")),
    "gitlab": ("\n".join(GITLAB["pages"]["script"][1:3]), "\n".join(GITLAB["keep"]["script"])),
}


class Forge:
    """A repository that is pushed to, and the two working copies of the jobs."""

    def __init__(self, folder: Path, name: str) -> None:
        self.folder, (self.build, self.keep) = folder, FORGES[name]
        self.run("git", "init", "--quiet", "--bare", "--initial-branch=main", "forge.git")
        self.clone("start")
        self.write("start", ".gitattributes", "* text=auto eol=lf\n")
        self.write("start", "tasks.py", "program\n")
        self.write("start", FILE, "old\r\n")
        self.run("git", "add", "--all", at="start")
        self.run("git", *AUTHOR, "commit", "--quiet", "--message", "Start", at="start")
        self.run("git", "push", "--quiet", "origin", "HEAD:refs/heads/main", at="start")
        self.run("git", "config", "receive.advertisePushOptions", "true", at="forge.git")

    def clone(self, name: str) -> None:
        self.run("git", "clone", "--quiet", "forge.git", name)

    def write(self, clone: str, path: str, text: str) -> None:
        file = self.folder / clone / path
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_bytes(text.encode())

    def run(self, *command: str, at: str = ".", output: str = "") -> str:
        more = {"GITHUB_OUTPUT": output or os.devnull, "CI_REPOSITORY_URL": str(self.folder / "forge.git")}
        environment = {**os.environ, **NIGHT, **more}
        done = subprocess.run(
            command, cwd=self.folder / at, env=environment, capture_output=True, text=True, timeout=30
        )
        assert done.returncode == 0, done.stderr + done.stdout
        return done.stdout

    def night(self, changes: Mapping[str, str]) -> str:
        """What the output of the first job says, and what is printed by the second."""
        self.clone("build")
        self.clone("keep")
        for path, text in changes.items():
            self.write("build", path, text)
        output = self.folder / "output"
        output.touch()
        self.run("bash", "-e", "-c", self.build, at="build", output=str(output))
        patch = (self.folder / "build/calendars.patch").read_bytes()
        assert bool(patch) == ("changed=true" in output.read_text()) or self.build == FORGES["gitlab"][0]
        (self.folder / "keep/calendars.patch").write_bytes(patch)
        return self.run("bash", "-e", "-c", self.keep, at="keep") if patch else ""

    def files(self) -> list[str]:
        """Of the last commit, what it changed."""
        told = self.run("git", "show", "--format=%s", "--name-only", "main", at="forge.git")
        return told.split("\n\n", 1)[1].split()

    def content(self, path: str) -> str:
        return self.run("git", "show", f"main:{path}", at="forge.git")


AUTHOR = ("-c", "user.name=a", "-c", "user.email=a@b.example")


@pytest.fixture(params=sorted(FORGES))
def forge(tmp_path: Path, request: pytest.FixtureRequest) -> Forge:
    return Forge(tmp_path, request.param)


def test_fetched_calendars_are_committed(forge: Forge) -> None:
    """Changed and new ones, with their accents and line ends."""
    forge.night({FILE: "new é\r\n", "content/agenda/imports/autre.ics": "other\r\n"})

    assert ["content/agenda/imports/autre.ics", FILE] == forge.files()
    assert "new é\n" == forge.content(FILE)


def test_nothing_but_calendars_is_committed(forge: Forge) -> None:
    """Whatever the job that runs the program has written beside."""
    forge.night({FILE: "new\n", "tasks.py": "evil\n", "content/a.md": "x", "content/agenda/b.ics": "x"})

    assert [FILE] == forge.files()


def test_a_night_without_news_commits_nothing(forge: Forge) -> None:
    """The history is the association's."""
    before = forge.run("git", "rev-parse", "main", at="forge.git")
    forge.night({})

    assert before == forge.run("git", "rev-parse", "main", at="forge.git")


def test_a_repository_that_takes_nothing_is_no_failure(forge: Forge) -> None:
    """The site was built from what was fetched; that is said in one line."""
    hook = forge.folder / "forge.git/hooks/pre-receive"
    hook.write_text("#!/bin/sh\nexit 1\n")
    hook.chmod(0o755)

    assert "le dépôt ne les a pas pris" in forge.night({FILE: "new\n"})


def jobs() -> Iterator[tuple[str, dict[str, Any]]]:
    yield from GITHUB["jobs"].items()


def test_the_job_that_may_write_runs_nothing_of_the_program() -> None:
    """Nor of a package: what comes from outside meets no right to change anything."""
    writing = [name for name, job in jobs() if job["permissions"].get("contents") == "write"]
    used = [step["uses"].split("@")[0] for step in GITHUB["jobs"]["keep"]["steps"] if "uses" in step]

    assert ["keep"] == writing
    assert {"contents": "read"} == GITHUB["permissions"]
    assert ["actions/checkout", "actions/download-artifact"] == used
    assert "python" not in f"{GITHUB['jobs']['keep']}{GITLAB['keep']}"


def test_calendars_are_fetched_at_night_and_on_demand_only() -> None:
    """Never for a proposal, whose files anybody may have written."""
    [fetching] = [step for step in GITHUB["jobs"]["build"]["steps"] if "--fetch" in step.get("run", "")]

    assert "github.event_name == 'schedule' || github.event_name == 'workflow_dispatch'" == fetching["if"]
    assert '[ "$CI_PIPELINE_SOURCE" != "schedule" ] || ' in GITLAB["pages"]["script"][0]
    assert "--fetch" not in str(GITLAB["check"])


def test_the_site_is_built_from_what_was_fetched() -> None:
    """First the calendars, then the check and the build, in one working copy."""
    runs = [step.get("run", "") for step in GITHUB["jobs"]["build"]["steps"]]
    for script in (runs, GITLAB["pages"]["script"]):
        fetch, check, build = (
            next(number for number, line in enumerate(script) if word in line)
            for word in ("agenda --fetch", "tasks.py check", "tasks.py build")
        )

        assert fetch < check < build
