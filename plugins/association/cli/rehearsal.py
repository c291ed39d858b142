"""What a changed file would do to the site, found out before it is written: the problems it would add."""

from collections import Counter
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory

from ..problems import ContentError, Problem, in_reading_order
from ..sources.load import SiteFolder, load
from .settings import site_settings


def folder_of(site: Path) -> SiteFolder:
    """The files of the site as its settings name them."""
    settings = site_settings(site, site / "output", publish=False)
    from ..host.loading import site_folder  # only now: wrong usage is answered at once
    from ..host.settings import apply_defaults
    from ..host.settings_review import refuse

    refuse(settings)
    apply_defaults(settings)
    return site_folder(settings)


@dataclass(frozen=True, slots=True)
class Rehearsal(SiteFolder):
    """A site of which one file lies elsewhere for the time being, under its own name."""

    copy: Path = Path()
    original: Path = Path()

    def name_of(self, path: Path) -> str:
        return SiteFolder.name_of(self, self.original if path == self.copy else path)


def new_problems(folder: SiteFolder, field: str, after: bytes) -> tuple[Problem, ...]:
    """Those that the site does not have already. field: which file of `folder` has changed."""
    path: Path = getattr(folder, field)
    before = Counter(said(problem) for problem in problems_of(folder))
    with TemporaryDirectory() as elsewhere:
        copy = Path(elsewhere, path.name)
        copy.write_bytes(after)
        found = problems_of(rehearsal(folder, field, copy))
    return in_reading_order(problem for problem in found if is_new(problem, before))


def rehearsal(folder: SiteFolder, field: str, copy: Path) -> Rehearsal:
    fields = {name: getattr(folder, name) for name in SiteFolder.__dataclass_fields__}
    return Rehearsal(**{**fields, field: copy}, copy=copy, original=fields[field])


def problems_of(folder: SiteFolder) -> tuple[Problem, ...]:
    try:
        return load(folder).warnings
    except ContentError as error:
        return error.problems


Said = tuple[str, str, str]


def said(problem: Problem) -> Said:
    """A problem wherever it stands in its file: lines move."""
    return problem.file, problem.code, problem.text()


def is_new(problem: Problem, before: Counter[Said]) -> bool:
    before[said(problem)] -= 1
    return before[said(problem)] < 0
