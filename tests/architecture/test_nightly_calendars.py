"""What the forges do with partners' calendars at night: the very scripts of their files, with git."""

from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

import pytest
from forge import Forge, kept_by_github, kept_by_gitlab, line, step, workflows

GITHUB, GITLAB = workflows("in-place")
FILE = "content/agenda/imports/pepiniere.ics"
BEFORE = {".gitattributes": "* text=auto eol=lf\n", "tasks.py": "program\n", FILE: "old\r\n"}
FORGES = {
    "github": (
        step(GITHUB["jobs"]["build"], "What has changed in them")["run"],
        *kept_by_github(GITHUB["jobs"]["keep"], "Take partners' calendars"),
    ),
    "gitlab": (line(GITLAB["pages"]["script"], "*.ics"), *kept_by_gitlab(GITLAB["keep"], "schedule")),
}


class Night(Forge):
    """What is done with calendars once they have been fetched."""

    def __init__(self, folder: Path, name: str) -> None:
        super().__init__(folder, "schedule", BEFORE)
        self.build, self.keep, self.variables = FORGES[name]

    def passes(self, changes: Mapping[str, str]) -> str:
        """What is printed by the second job."""
        self.clone("build")
        self.clone("keep")
        for path, text in changes.items():
            self.write("build", path, text)
        self.script(self.build, "build", {})
        told = self.folder / "output"
        is_something = self.hand_over()
        assert is_something == ("changed=true" in told.read_text() if told.exists() else is_something)
        return self.script(self.keep, "keep", self.variables) if is_something else ""


@pytest.fixture(params=sorted(FORGES))
def forge(tmp_path: Path, request: pytest.FixtureRequest) -> Night:
    return Night(tmp_path, request.param)


def test_fetched_calendars_are_committed(forge: Night) -> None:
    """Changed and new ones, with their accents and line ends."""
    forge.passes({FILE: "new é\r\n", "content/agenda/imports/autre.ics": "other\r\n"})

    assert ["content/agenda/imports/autre.ics", FILE] == forge.files()
    assert "new é\n" == forge.content(FILE)


def test_nothing_but_calendars_is_committed(forge: Night) -> None:
    """Whatever the job that runs the program has written beside."""
    forge.passes({FILE: "new\n", "tasks.py": "evil\n", "content/a.md": "x", "content/agenda/b.ics": "x"})

    assert [FILE] == forge.files()


def test_a_night_without_news_commits_nothing(forge: Night) -> None:
    """The history is the association's."""
    before = forge.last()
    forge.passes({})

    assert before == forge.last()


def test_a_repository_that_takes_nothing_is_no_failure(forge: Night) -> None:
    """The site was built from what was fetched; that is said in one line."""
    forge.refuse()

    assert "le dépôt ne les a pas pris" in forge.passes({FILE: "new\n"})


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
    assert '[ "$CI_PIPELINE_SOURCE" != "schedule" ] || ' in line(GITLAB["pages"]["script"], "--fetch")
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
