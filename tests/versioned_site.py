"""A site whose files git keeps: each commit at a set time, by nobody in particular."""

import os
import subprocess
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from built_site import write_site

NOBODY = {
    "GIT_AUTHOR_NAME": "Camille Exemple",
    "GIT_AUTHOR_EMAIL": "camille@example.org",
    "GIT_COMMITTER_NAME": "Camille Exemple",
    "GIT_COMMITTER_EMAIL": "camille@example.org",
    "GIT_CONFIG_GLOBAL": os.devnull,
    "GIT_CONFIG_NOSYSTEM": "1",
}


@dataclass(frozen=True, slots=True)
class VersionedSite:
    """top: of the work tree; folder: of the site, in it somewhere."""

    top: Path
    folder: Path

    @classmethod
    def at(cls, folder: Path, below: str = ".") -> "VersionedSite":
        site = cls(folder, folder / below)
        site.folder.mkdir(parents=True, exist_ok=True)
        site.git("init", "--quiet", "--initial-branch=main", ".")
        return site

    def git(self, *words: str, when: str = "2026-01-01T00:00:00Z") -> str:
        dates = {"GIT_AUTHOR_DATE": when, "GIT_COMMITTER_DATE": when}
        own = {name: value for name, value in os.environ.items() if not name.startswith("GIT_")}
        told = subprocess.run(
            ("git", "-C", str(self.top), *words),
            check=True,
            capture_output=True,
            text=True,
            env={**own, **NOBODY, **dates},
        )
        return told.stdout.strip()

    def write(self, files: Mapping[str, str | bytes | None]) -> None:
        """None: the file goes."""
        for name in (name for name, content in files.items() if content is None):
            (self.folder / name).unlink()
        write_site(self.folder, {name: content for name, content in files.items() if content is not None})

    def commit(self, files: Mapping[str, str | bytes | None], when: str) -> None:
        self.write(files)
        self.git("add", "--all")
        self.git("commit", "--quiet", "--allow-empty", "--message", "Un changement", when=when)


def moment(text: str) -> datetime:
    return datetime.fromisoformat(text)
