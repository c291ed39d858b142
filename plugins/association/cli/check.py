"""`check`: everything that `build` would find fault with, and nothing written."""

import sys
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

from ..content.checks.samples import samples_left
from ..content.settings_file import name_below
from ..content.site import MARKDOWN
from ..problems import ContentError, Problem, sentence
from . import outcome
from .language import as_typed, translate, translate_count
from .outcome import WrongUsage
from .settings import Settings, content_settings, production_problems

if TYPE_CHECKING:
    from ..host.loading import ForMembers, LoadedSite

FORMATS = ("text", "json", "github")


def check(site: Path, form: str) -> int:
    if form not in FORMATS:
        raise WrongUsage(sentence('The format "{form}" is not known; it is text, json or github.', form=form))
    problems, sound = problems_found(site)
    if form == "json":
        return outcome.in_json(problems)
    if form == "github":
        return outcome.in_github(problems, site)
    if sound:
        tell_withheld(sound.association.withheld)
        tell_for_members(sound.for_members)
    return outcome.in_text(problems)


def problems_found(site: Path) -> tuple[tuple[Problem, ...], "LoadedSite | None"]:
    """The problems, and the site if it can be published."""
    try:
        settings = content_settings(site)
        found = loaded(site, settings)
    except ContentError as error:
        return error.problems, None
    return (*found.warnings, *samples_left(own_texts(site, settings))), found


def own_texts(site: Path, settings: Settings) -> Iterator[tuple[str, Path]]:
    """What people write in: settings, both lists, texts."""
    content = Path(str(settings["PATH"]))
    lists = (settings.get(f"{name.upper()}_FILE", f"{name}.yaml") for name in ("members", "commissions"))
    named = ("pelicanconf.py", "publishconf.py", *lists)
    texts = (file for file in sorted(content.rglob("*")) if file.suffix.lower() in MARKDOWN)
    for file in (*(site / str(name) for name in named), *texts):
        if file.is_file():
            yield name_below(site, file), file


def tell_samples(site: Path, settings: Settings) -> None:
    """Before others read them."""
    count = sum(1 for _ in samples_left(own_texts(site, settings)))
    if count:
        said = translate_count(
            "{count} file is still to complete; `python3 tasks.py check` names it.",
            "{count} files are still to complete; `python3 tasks.py check` names them.",
            count,
        )
        print(as_typed(said), file=sys.stderr)


def loaded(site: Path, settings: Settings) -> "LoadedSite":
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


def tell_for_members(found: "ForMembers") -> None:
    """What there is, so that nothing is public, or private, by an oversight."""
    every = (
        translate_count("{count} text", "{count} texts", found.texts),
        translate_count("{count} meeting", "{count} meetings", found.meetings),
        translate_count("{count} document", "{count} documents", found.documents),
        translate_count("{count} picture", "{count} pictures", found.images),
    )
    listed = ", ".join(said for said, count in zip(every, found, strict=True) if count)
    if listed:
        print(translate("For members only: {listed}.").format(listed=listed), file=sys.stderr)
