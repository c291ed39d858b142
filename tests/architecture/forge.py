"""A forge in a folder: a repository that is pushed to, and a working copy for each of two jobs."""

import os
import subprocess
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import yaml

from association.cli.ci_files import ci_files

AUTHOR = ("-c", "user.name=a", "-c", "user.email=a@b.example")
OF_THE_FORGE = {
    "GITHUB_REF": "refs/heads/main",
    "CI_COMMIT_BRANCH": "main",
    "CI_SERVER_HOST": "forge.example",
    "GIT_CONFIG_GLOBAL": os.devnull,
    "GIT_CONFIG_NOSYSTEM": "1",
}
SAID_BY_GITHUB = "${{ needs.build.outputs.tidied && "


def workflows(way: str) -> tuple[dict[str, Any], dict[str, Any]]:
    """Of GitHub and of GitLab."""
    files = ci_files(way, "fr")
    return yaml.safe_load(files[".github/workflows/site.yml"]), yaml.safe_load(files[".gitlab-ci.yml"])


def step(job: Mapping[str, Any], name: str) -> dict[str, Any]:
    return next(step for step in job["steps"] if step.get("name") == name)


def line(script: list[str], part: str) -> str:
    return next(line for line in script if part in line)


class Forge:
    """event: what GitLab calls that for which the jobs run."""

    def __init__(self, folder: Path, event: str, files: Mapping[str, str]) -> None:
        self.folder, self.event = folder, event
        self.run("git", "init", "--quiet", "--bare", "--initial-branch=main", "forge.git")
        self.run("git", "config", "receive.advertisePushOptions", "true", at="forge.git")
        self.clone("editor")
        self.commit(files, "Start")

    def clone(self, name: str) -> None:
        self.run("git", "clone", "--quiet", "forge.git", name)

    def commit(self, files: Mapping[str, str], message: str) -> None:
        for path, text in files.items():
            self.write("editor", path, text)
        self.run("git", "add", "--all", at="editor")
        self.run("git", *AUTHOR, "commit", "--quiet", "--message", message, at="editor")
        self.run("git", "push", "--quiet", "origin", "HEAD:refs/heads/main", at="editor")

    def write(self, clone: str, path: str, text: str) -> None:
        file = self.folder / clone / path
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_bytes(text.encode())

    def run(self, *command: str, at: str = ".", **variables: str) -> str:
        own = {
            **OF_THE_FORGE,
            "CI_PIPELINE_SOURCE": self.event,
            "CI_REPOSITORY_URL": str(self.folder / "forge.git"),
            "GITHUB_OUTPUT": str(self.folder / "output"),
        }
        done = subprocess.run(
            command,
            cwd=self.folder / at,
            env={**os.environ, **own, **variables},
            capture_output=True,
            text=True,
            timeout=60,
        )
        assert done.returncode == 0, done.stderr + done.stdout
        return done.stdout

    def script(self, text: str, at: str, variables: Mapping[str, str]) -> str:
        return self.run("bash", "-e", "-o", "pipefail", "-c", text, at=at, **variables)

    def hand_over(self) -> bool:
        """From the job that runs the program to the one that pushes; whether there is something."""
        patch = (self.folder / "build/changes.patch").read_bytes()
        if patch:
            (self.folder / "keep/changes.patch").write_bytes(patch)
        return bool(patch)

    def refuse(self) -> None:
        hook = self.folder / "forge.git/hooks/pre-receive"
        hook.write_text("#!/bin/sh\nexit 1\n")
        hook.chmod(0o755)

    def last(self) -> str:
        return self.run("git", "rev-parse", "main", at="forge.git")

    def subject(self) -> str:
        return self.run("git", "show", "--no-patch", "--format=%s", "main", at="forge.git").strip()

    def files(self) -> list[str]:
        """Of the last commit, what it changed."""
        return self.run("git", "show", "--format=", "--name-only", "main", at="forge.git").split()

    def content(self, path: str) -> str:
        return self.run("git", "show", f"main:{path}", at="forge.git")


def kept_by_github(job: Mapping[str, Any], take: str) -> tuple[str, dict[str, str]]:
    """What the second job runs, and its variables, for which the forge chooses between two messages."""
    keep = step(job, "Keep them")
    _, tidied, _, calendars, _ = keep["env"]["MESSAGE"].removeprefix(SAID_BY_GITHUB).split("'")
    message = tidied if "texts" in take else calendars
    return f"{step(job, take)['run']}\n{keep['run']}", {**keep["env"], "MESSAGE": message}


def kept_by_gitlab(job: Mapping[str, Any], event: str) -> tuple[str, dict[str, str]]:
    rule = next(rule for rule in job["rules"] if f'"{event}"' in rule["if"])
    return "\n".join(job["script"]), {**job["variables"], **rule["variables"]}
