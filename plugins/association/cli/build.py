"""`build`: the whole site in place of the old one, or the old one untouched.

Which it is too, after a look at it, when it is what would take its place (host/standing.py).
"""

from __future__ import annotations

import os
import sys
from collections.abc import Callable, Iterable
from contextlib import suppress
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from ..host.mark import MARK, files_in, mark_in, name_of_site
from ..problems import Problem
from .check import tell_samples
from .colour import painted
from .history import last_changes, tip
from .language import languages, translate
from .outcome import FINE, as_text, watched
from .output_folder import (
    NeedsWhole,
    clear_leftovers,
    finish,
    folder_beside,
    keep_times,
    merge,
    put_in_place,
    refuse_unsafe,
    remove_gone,
    tell_of_preview,
)
from .settings import Chosen, Settings, chosen, read_by_pelican

if TYPE_CHECKING:
    from ..host.memo import Memo
    from ..host.standing import Standing

__all__ = ["MARK", "build", "update"]

Show = Callable[[Iterable[str]], None]
"""Is told of paths below the output that have changed."""
Warn = Callable[[tuple[Problem, ...]], None]
"""Is told of the warnings of a build that went well, none too."""


def unheard(warnings: tuple[Problem, ...]) -> None:
    pass


def build(
    site: Path,
    output: Path,
    publish: bool,
    published: bytes = b"",
    memo: Memo | None = None,
    is_preview: bool = False,
    warn: Warn = unheard,
) -> int:
    """published: the revisions that its calendars told last (cli/publish.py).

    memo: of what this process has built there before. is_preview: for `serve` (host/site.py: PREVIEW).
    """
    from ..host.standing import standing  # only now: wrong usage is answered at once

    target = output.resolve()
    found = chosen(site, target, publish)
    asked = (str(found.file), languages(os.environ), published, is_preview, history(found, site))
    former = standing(site, target, {**found.surrounded, **found.own}, *asked)
    told = former.told() if memo is None else None
    if told is None:
        told = built(safe_settings(found, site, target), former, memo, published, is_preview, warn)
    else:
        clear_leftovers(target)
    tell(told)
    if publish:
        tell_samples(site, {**found.surrounded, **found.own})
    print(translate("The site is in {folder}").format(folder=target))
    return FINE


def history(found: Chosen, site: Path) -> str:
    """What the sitemap of a site that has an address tells of, beside its files."""
    settings = {**found.surrounded, **found.own}
    return tip(site) if settings.get("SITEURL") else ""


def built(
    settings: Settings,
    former: Standing,
    memo: Memo | None,
    published: bytes,
    is_preview: bool,
    warn: Warn = unheard,
) -> str:
    """What there is to tell of its files."""
    from ..host.memo import Memo
    from ..host.settings import PREVIEW

    target, name = former.target, name_of_site(settings)
    known = memo or Memo(target, lasts=False)
    known.in_place = None
    with folder_beside(target, name) as fresh:
        warnings = build_into({**settings, PREVIEW: is_preview}, fresh, known, published)
        known.new |= keep_times(fresh, target, known.keys)
        finish(fresh, name, is_preview)
        made, told = former.made(fresh), as_text(warnings) if warnings else ""
        put_in_place(fresh, target)
    former.keep(made, told)
    warn(warnings)
    return told


def safe_settings(found: Chosen, site: Path, target: Path) -> Settings:
    """With which a site may be put there."""
    settings = read_by_pelican(found, site)
    refuse_unsafe(target, site, settings)
    return settings


def update(
    site: Path, target: Path, memo: Memo, views: frozenset[str], show: Show, warn: Warn = unheard
) -> int:
    """Only what has changed since `memo` was told of the site in `target`: it is put there file by file.

    A preview. As a whole, like any build, where that is not enough.
    """
    settings = safe_settings(chosen(site, target, publish=False), site, target)
    if may_be_updated(settings, target):
        with suppress(NeedsWhole):
            warnings = updated(settings, target, memo, views, show)
            tell(as_text(warnings) if warnings else "")
            warn(warnings)
            return FINE
    code = build(site, target, publish=False, memo=memo, is_preview=True, warn=warn)
    show(memo.new)
    return code


def may_be_updated(settings: Settings, target: Path) -> bool:
    """What lies there is this site, and nobody but us writes it: Pelican copies what STATIC_PATHS names."""
    from pelican.settings import DEFAULT_CONFIG

    from ..host.settings import is_known_throughout

    mark = mark_in(target)
    if mark is None or mark.site != name_of_site(settings):
        return False
    copies_nothing = settings.get("STATIC_PATHS") in ([], DEFAULT_CONFIG["STATIC_PATHS"])
    return copies_nothing and is_known_throughout(settings)


def updated(
    settings: Settings, target: Path, memo: Memo, views: frozenset[str], show: Show
) -> tuple[Problem, ...]:
    """The warnings. Raises NeedsWhole."""
    from ..host.memo import InPlace
    from ..host.settings import PREVIEW

    name = name_of_site(settings)
    tell_of_preview(target)
    with folder_beside(target, name) as fresh:

        def put(names: tuple[str, ...]) -> None:
            show(merge(fresh, target, names))

        memo.in_place = InPlace(views, put)
        memo.read()
        former = frozenset(memo.written)
        warnings = build_into({**settings, PREVIEW: True}, fresh, memo, b"")
        if any(left != MARK and not left.endswith("/") for left in files_in(fresh)):
            raise NeedsWhole  # Pelican has made files of its own, and nobody notes which are gone
        show(remove_gone(target, former - frozenset(memo.keys), name))
    return warnings


def tell(told: str) -> None:
    if told:
        print(painted(told), file=sys.stderr)


def build_into(settings: Settings, fresh: Path, memo: Memo, published: bytes) -> tuple[Problem, ...]:
    from ..host.beginning import MEMO, PROGRESS
    from ..host.build import run
    from ..host.loading import CLOCK, MEMORY
    from ..host.settings import CHANGES, PUBLISHED

    own = {"OUTPUT_PATH": str(fresh), "DELETE_OUTPUT_DIRECTORY": False, PUBLISHED: published}
    own[CHANGES] = partial(last_changes, Path(str(settings["PATH"])))
    handed = {MEMO: memo, CLOCK: memo.clock, MEMORY: memo.loaded}
    with watched() as progress:
        return run({**settings, **own, **handed, PROGRESS: progress})
