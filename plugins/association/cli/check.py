"""`check`: everything that `build` would find fault with, and nothing written."""

import sys
from pathlib import Path
from typing import TYPE_CHECKING

from ..problems import ContentError, Problem, sentence
from . import outcome
from .language import translate_count
from .outcome import WrongUsage
from .settings import content_settings, production_problems

if TYPE_CHECKING:
    from ..domain.association import Association

FORMATS = ("text", "json", "github")


def check(site: Path, form: str) -> int:
    if form not in FORMATS:
        raise WrongUsage(sentence('The format "{form}" is not known; it is text, json or github.', form=form))
    problems, withheld = problems_found(site)
    if form == "json":
        return outcome.in_json(problems)
    if form == "github":
        return outcome.in_github(problems, site)
    tell_withheld(withheld)
    return outcome.in_text(problems)


def problems_found(site: Path) -> tuple[tuple[Problem, ...], int]:
    """The problems, and how many people are left out for want of their consent."""
    try:
        association, warnings = loaded(site)
    except ContentError as error:
        return error.problems, 0
    return warnings, association.withheld


def loaded(site: Path) -> tuple["Association", tuple[Problem, ...]]:
    settings = content_settings(site)
    from ..host.loading import load_site  # only now: wrong usage is answered at once
    from ..host.settings_review import PROBLEMS, problems_of

    return load_site({**settings, PROBLEMS: (*problems_of(settings), *production_problems(site))})


def tell_withheld(count: int) -> None:
    if count:
        said = translate_count(
            "{count} person is left out of the site: no consent is recorded.",
            "{count} people are left out of the site: no consent is recorded.",
            count,
        )
        print(said, file=sys.stderr)
