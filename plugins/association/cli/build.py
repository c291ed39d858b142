"""`build`: the whole site in place of the old one, or the old one untouched."""

import os
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from ..problems import Problem, sentence
from . import report
from .language import translate
from .outcome import FINE, WrongUsage
from .settings import site_settings
from .swap import swap

MARK = ".assosite"
MARK_TEXT = "Written by Assosite; the next build replaces this folder as a whole.\n"


def build(site: Path, output: Path, publish: bool) -> int:
    target = output.resolve()
    with folder_beside(target) as fresh:
        warnings = built(site, fresh, target, publish)
        keeps = not is_ours(target, site)
        put_in_place(fresh, target)
        if keeps:
            keep(fresh, target)
    if warnings:
        report.in_text(warnings)
    print(translate("The site is in {folder}").format(folder=target))
    return FINE


@contextmanager
def folder_beside(target: Path) -> Iterator[Path]:
    """A path on the same file system as `target`; whatever lies there at the end is removed."""
    fresh = target.with_name(f".{target.name}.new-{os.getpid()}")
    try:
        yield fresh
    finally:
        shutil.rmtree(fresh, ignore_errors=True)


def built(site: Path, fresh: Path, target: Path, publish: bool) -> tuple[Problem, ...]:
    settings = site_settings(site, fresh, publish)
    refuse_unsafe(target, site, Path(settings["PATH"]))
    from ..host.build import run  # only now: wrong usage is answered at once

    try:
        fresh.mkdir(parents=True)
    except OSError as error:
        raise unwritable(target, error) from error
    warnings = run(settings)
    (fresh / MARK).write_text(MARK_TEXT, encoding="utf-8")
    return warnings


def put_in_place(fresh: Path, target: Path) -> None:
    try:
        swap(fresh, target)
    except OSError as error:
        raise unwritable(target, error) from error


def keep(former: Path, target: Path) -> None:
    """What somebody else wrote in the output is put beside it: a build destroys nothing but builds."""
    number, kept = 1, target.with_name(f"{target.name}.before")
    while kept.exists():
        number, kept = number + 1, target.with_name(f"{target.name}.before-{number + 1}")
    former.rename(kept)
    print(translate("What was in {folder} is kept in {kept}").format(folder=target, kept=kept))


def unwritable(target: Path, error: OSError) -> WrongUsage:
    reason = error.strerror or str(error)
    return WrongUsage(sentence('"{folder}" cannot be written: {reason}.', folder=target, reason=reason))


def refuse_unsafe(target: Path, site: Path, content: Path) -> None:
    """The output is replaced as a whole: it must not hold, or be part of, what the site is made from."""
    reason = None
    if target in (site, *site.parents) or target in (content, *content.parents):
        reason = sentence('"{folder}" cannot be the output: it holds the files of the site.', folder=target)
    elif content in target.parents:
        reason = sentence(
            '"{folder}" cannot be the output: it is in the folder of the content.', folder=target
        )
    elif target.exists() and not target.is_dir():
        reason = sentence('"{folder}" cannot be the output: it is a file.', folder=target)
    if reason:
        raise WrongUsage(reason)


def is_ours(target: Path, site: Path) -> bool:
    """Empty, marked by an earlier build, or the default folder (where `pelican` itself writes no mark)."""
    if not target.exists() or (target / MARK).is_file() or target == site / "output":
        return True
    return not any(target.iterdir())
