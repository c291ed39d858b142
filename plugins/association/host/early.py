"""Texts that a preview shows before the site does: drafts, and those of a day to come.

The site is judged without them first, as every build judges it; what they get wrong leaves them out, and
stops nothing. Who may be named is the same in both.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import date
from typing import TYPE_CHECKING, NamedTuple
from unicodedata import normalize

from ..content.load import Loaded, SiteFolder
from ..problems import ContentError, Problem, Severity, in_reading_order
from ..render.urls import page_addresses, written_pages

if TYPE_CHECKING:
    from ..domain.addresses import OldAddresses
    from ..domain.association import Association
    from ..images.reading import Facts
    from .run import Run


class Judged(NamedTuple):
    """What may be published, with the facts of its images."""

    loaded: Loaded
    images: Mapping[str, Facts]
    members_images: Mapping[str, Facts]
    warnings: tuple[Problem, ...]
    old_addresses: OldAddresses


@dataclass(frozen=True, slots=True)
class Mark:
    """Why not everybody reads a page on the published site. day: from which on it is there, if told."""

    is_draft: bool = False
    day: date | None = None
    for_members: bool = False


def with_early(found: Judged, folder: SiteFolder, judge: Callable[[SiteFolder], Judged]) -> Judged:
    """The same with all that waits, but for texts with mistakes, which are told as warnings."""
    waiting, told = found.loaded.waiting, list[Problem]()
    early = frozenset(waiting)
    while early:
        try:
            more = judge(replace(folder, early=early))
        except ContentError as error:
            wrong = tuple(one for one in error.problems if one.severity is Severity.ERROR)
            told += (replace(one, severity=Severity.WARNING) for one in wrong)
            early = without(early, {one.file for one in wrong}, folder)
        else:
            shown = {path: day for path, day in waiting.items() if path in early}
            warnings = in_reading_order((*found.warnings, *more.warnings, *told))
            return more._replace(loaded=replace(more.loaded, waiting=shown), warnings=warnings)
    nothing = replace(found.loaded, waiting={})
    return found._replace(loaded=nothing, warnings=in_reading_order((*found.warnings, *told)))


def without(early: frozenset[str], files: Iterable[str], folder: SiteFolder) -> frozenset[str]:
    """None at all where it is told of other files."""
    wrong = frozenset(files)
    left = frozenset(path for path in early if folder.name_of(folder.content / path) not in wrong)
    return left if left != early else frozenset()


def marks_of(
    runs: Iterable[Run], written: Association, reserved: Association, waiting: Mapping[str, date | None]
) -> dict[str, Mark]:
    """By the file of each page. written, reserved: as in LoadedSite."""
    early = {normalize("NFC", path): Mark(day is None, day) for path, day in waiting.items()}
    private = {normalize("NFC", page.source) for page in written_pages(reserved)}
    found: dict[str, Mark] = {}
    for run in runs:
        for path, url in page_addresses(run.edition.association, run.edition.urls, written).items():
            if path in early:
                found[file_at(url)] = early[path]
        if run.members:
            own = run.members.edition
            for path, url in page_addresses(own.association, own.urls, reserved).items():
                if path in private:
                    found[file_at(url)] = replace(early.get(path, Mark()), for_members=True)
    return found


def file_at(url: str) -> str:
    return f"{url}index.html" if url == "" or url.endswith("/") else url
