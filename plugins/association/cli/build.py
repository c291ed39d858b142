"""`build`: the whole site in place of the old one, or the old one untouched."""

from pathlib import Path

from ..host.mark import MARK, name_of_site
from ..problems import Problem
from . import outcome
from .language import translate
from .outcome import FINE
from .output_folder import finish, folder_beside, put_in_place, refuse_unsafe
from .settings import Settings, site_settings

__all__ = ["MARK", "build"]


def build(site: Path, output: Path, publish: bool, published: bytes = b"") -> int:
    """published: the revisions that its calendars told last (cli/published.py)."""
    target = output.resolve()
    settings = site_settings(site, target, publish)
    refuse_unsafe(target, site, settings)
    name = name_of_site(settings)
    with folder_beside(target, name) as fresh:
        warnings = build_into(settings, fresh, published)
        finish(fresh, name)
        put_in_place(fresh, target)
    if warnings:
        outcome.in_text(warnings)
    print(translate("The site is in {folder}").format(folder=target))
    return FINE


def build_into(settings: Settings, fresh: Path, published: bytes) -> tuple[Problem, ...]:
    from ..host.build import run  # only now: wrong usage is answered at once
    from ..host.settings import PUBLISHED

    own = {"OUTPUT_PATH": str(fresh), "DELETE_OUTPUT_DIRECTORY": False, PUBLISHED: published}
    return run({**settings, **own})
