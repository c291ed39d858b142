"""Files of the association written whole or not at all, and what a change to one would do to the site."""

import os
import shutil
from collections import Counter
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory

from ..content.load import SiteFolder, load
from ..problems import ContentError, Problem, in_reading_order, sentence
from .outcome import WrongUsage
from .settings import content_settings

Said = tuple[str, str, str]


def content_of(path: Path) -> bytes:
    """Nothing when there is no such file yet."""
    return path.read_bytes() if path.exists() else b""


def save(path: Path, content: bytes) -> None:
    """In place of what is there, in one step; a file that is replaced keeps its rights."""
    target = path.resolve()  # a link goes on leading to the file
    fresh = target.with_name(f".{target.name}.new-{os.getpid()}")
    try:
        with fresh.open("xb") as file:
            file.write(content)
            file.flush()
            os.fsync(file.fileno())
        if target.exists():
            shutil.copymode(target, fresh)
        fresh.replace(target)
    except OSError as error:
        raise unwritable(path, error) from error
    finally:
        fresh.unlink(missing_ok=True)


def create(path: Path, content: bytes) -> None:
    """A file that was not there; whatever is there stays."""
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        with path.open("xb") as file:
            file.write(content)
    except OSError as error:
        raise unwritable(path, error) from error


def unwritable(path: Path, error: OSError) -> WrongUsage:
    said = sentence('"{path}" cannot be written: {reason}', path=path, reason=error.strerror)
    return WrongUsage(said)


def name_shown(path: Path) -> str:
    """As it can be typed from here."""
    here = Path.cwd()
    return str(path.relative_to(here)) if path.is_relative_to(here) else str(path)


def folder_of(site: Path) -> SiteFolder:
    """The files of the site as its settings name them."""
    settings = content_settings(site)
    from ..host.loading import site_folder  # only now: wrong usage is answered at once
    from ..host.settings_review import refuse

    refuse(settings)
    return site_folder(settings)


@dataclass(frozen=True, slots=True)
class DryRun(SiteFolder):
    """A site of which one file lies elsewhere for the time being, under its own name."""

    copy: Path = Path()
    original: Path = Path()

    def name_of(self, path: Path) -> str:
        return SiteFolder.name_of(self, self.original if path == self.copy else path)


def new_problems(folder: SiteFolder, field: str, after: bytes) -> tuple[Problem, ...]:
    """Those that the site does not have already. field: which file of `folder` has changed."""
    path: Path = getattr(folder, field)
    before = Counter(problem_key(problem) for problem in problems_of(folder))
    with TemporaryDirectory() as elsewhere:
        copy = Path(elsewhere, path.name)
        copy.write_bytes(after)
        found = problems_of(dry_run(folder, field, copy))
    return in_reading_order(problem for problem in found if is_new(problem, before))


def dry_run(folder: SiteFolder, field: str, copy: Path) -> DryRun:
    fields = {name: getattr(folder, name) for name in SiteFolder.__dataclass_fields__}
    return DryRun(**{**fields, field: copy}, copy=copy, original=fields[field])


def problems_of(folder: SiteFolder) -> tuple[Problem, ...]:
    try:
        return load(folder).warnings
    except ContentError as error:
        return error.problems


def problem_key(problem: Problem) -> Said:
    """A problem wherever it stands in its file: lines move."""
    return problem.file, problem.code, problem.text()


def is_new(problem: Problem, before: Counter[Said]) -> bool:
    before[problem_key(problem)] -= 1
    return before[problem_key(problem)] < 0
