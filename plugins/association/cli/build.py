"""`build`: the whole site in place of the old one, or the old one untouched."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from pathlib import Path
from typing import TYPE_CHECKING

from ..host.mark import MARK, mark_in, name_of_site
from ..problems import Problem
from . import outcome
from .language import translate
from .outcome import FINE, watched
from .output_folder import finish, folder_beside, keep_times, merge, put_in_place, refuse_unsafe, remove_gone
from .settings import Settings, site_settings

if TYPE_CHECKING:
    from ..host.memo import Memo

__all__ = ["MARK", "build", "update"]

Show = Callable[[Iterable[str], bool], None]
"""Is told of paths below the output that have changed, and whether these are the last."""


def build(site: Path, output: Path, publish: bool, published: bytes = b"", memo: Memo | None = None) -> int:
    """published: the revisions that its calendars told last (cli/published.py).

    memo: of what this process has built there before.
    """
    from ..host.memo import Memo  # only now: wrong usage is answered at once

    target = output.resolve()
    settings = site_settings(site, target, publish)
    refuse_unsafe(target, site, settings)
    name, known = name_of_site(settings), memo or Memo(target)
    known.in_place = None
    with folder_beside(target, name) as fresh:
        warnings = build_into(settings, fresh, known, published)
        keep_times(fresh, target, known.keys)
        finish(fresh, name)
        put_in_place(fresh, target)
    tell(warnings)
    print(translate("The site is in {folder}").format(folder=target))
    return FINE


def update(site: Path, target: Path, memo: Memo, views: frozenset[str], show: Show) -> int:
    """Only what has changed since `memo` was told of the site in `target`: it is put there file by file.

    As a whole, like any build, where that is not enough: Pelican copies files of its own, or what lies there
    is of another site.
    """
    from ..host.memo import InPlace

    settings = site_settings(site, target, publish=False)
    mark, name = mark_in(target), name_of_site(settings)
    if has_files_of_its_own(settings) or not mark or mark.site != name:
        code = build(site, target, publish=False, memo=memo)
        show(memo.new, True)
        return code
    with folder_beside(target, name) as fresh:
        style = str(settings.get("STYLESHEET_SAVE_AS") or "theme/parvis.css")

        def put(names: tuple[str, ...], is_last: bool = False) -> None:
            show(merge(fresh, target, names, style), is_last)

        memo.in_place = InPlace(views | {style}, put)
        memo.read()
        former = frozenset(memo.written)
        warnings = build_into({**settings, "THEME_STATIC_PATHS": []}, fresh, memo, b"")
        show(remove_gone(target, former - frozenset(memo.keys), name), True)
    tell(warnings)
    return FINE


def has_files_of_its_own(settings: Settings) -> bool:
    """Pelican copies files as they are, and nobody notes which."""
    from pelican.settings import DEFAULT_CONFIG

    return settings.get("STATIC_PATHS") not in ([], DEFAULT_CONFIG["STATIC_PATHS"])


def tell(warnings: tuple[Problem, ...]) -> None:
    if warnings:
        outcome.in_text(warnings)


def build_into(settings: Settings, fresh: Path, memo: Memo, published: bytes) -> tuple[Problem, ...]:
    from ..host.build import run
    from ..host.loading import CLOCK, MEMORY
    from ..host.run import MEMO, PROGRESS
    from ..host.settings import PUBLISHED

    own = {"OUTPUT_PATH": str(fresh), "DELETE_OUTPUT_DIRECTORY": False, PUBLISHED: published}
    handed = {MEMO: memo, CLOCK: memo.clock, MEMORY: memo.loaded}
    with watched() as progress:
        return run({**settings, **own, **handed, PROGRESS: progress})
