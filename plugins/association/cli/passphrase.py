"""`passphrase`: a new one for the members, and what to do for it to be in use. Writes and keeps nothing."""

import os
import shlex
from collections.abc import Iterator
from pathlib import Path

from ..passphrase import VARIABLE, given_passphrase, known_words, passphrase_problems, proposal
from ..problems import ContentError, Problem
from .language import translate
from .outcome import FINE
from .settings import Settings, chosen, content_settings

INDENT = "    "


def passphrase(site: Path, named: str | None = None) -> int:
    """named: what was typed for the site, which the commands that follow need too."""
    settings = chosen(site, site / "output", publish=True).surrounded
    language = str(settings.get("DEFAULT_LANG", "fr"))
    if present := given_passphrase():
        print(verdict(present, site, settings), end="\n\n")
    words = proposal(language)
    print("\n".join(steps(words, f" --site {shlex.quote(named)}" if named else "")))
    return FINE


def verdict(present: str, site: Path, settings: Settings) -> str:
    problem = problem_of(present, site, settings)
    if problem is None:
        told = translate("The passphrase of today, in {variable}, is strong enough.")
    elif problem.code == "weak-passphrase":
        told = translate(
            "The passphrase of today, in {variable}, is too easy to guess; no site is built with it."
        )
    else:
        told = translate("The passphrase of today, in {variable}, has a character that is no letter or sign.")
    return told.format(variable=VARIABLE)


def problem_of(present: str, site: Path, settings: Settings) -> Problem | None:
    """With what the settings tell alone, where the files of the site cannot be read: no reason to keep it."""
    from ..host.loading import load_site  # only now: most have none to judge

    url = str(settings.get("SITEURL") or "")
    try:
        known = known_words(load_site(content_settings(site)).association, url)
    except ContentError as error:
        if own := [problem for problem in error.problems if problem.file == VARIABLE]:
            return own[0]
        known = (str(settings.get("SITENAME", "")), url)
    return next(passphrase_problems(present, known), None)


def steps(words: str, where: str) -> Iterator[str]:
    yield translate("A new passphrase for the members, drawn by lot:")
    yield f"\n{INDENT}{words}\n"
    yield translate("Nothing is written or changed yet. To put it to use:") + "\n"
    for number, step in enumerate(things_to_do(words, where), start=1):
        yield f"{number}. {step}"
    yield "\n" + translate(
        "Change it when somebody leaves who should not read on, when strangers may know it, and once a year."
    )
    yield translate("What somebody has kept of the old pages stays readable with the old passphrase.")
    yield translate("What it protects against, and what not: docs/security.md")


def things_to_do(words: str, where: str) -> Iterator[str]:
    yield translate("See that the repository is private: the texts stand there as you write them.")
    yield translate("Try it:") + f"\n{INDENT}{trial(words)} python3 tasks.py build{where}"
    kept = translate("Put it among the secrets of your forge, under the name {variable}:")
    yield "\n".join((kept.format(variable=VARIABLE), *(INDENT + place for place in places())))
    yield translate("Publish: push, or run this command:") + f"\n{INDENT}python3 tasks.py publish{where}"
    yield translate(
        "Tell the members, each by a way that nobody else reads, never on the site: "
        "the old one opens nothing any more, and the addresses of private pages have changed."
    )


def trial(words: str) -> str:
    """As the shell of this machine sets a variable for what follows."""
    return f"$env:{VARIABLE} = '{words}';" if on_windows() else f"{VARIABLE}='{words}'"


def on_windows() -> bool:
    return os.name == "nt"


def places() -> Iterator[str]:
    """The names of menus are those of the forges, in English as most show them."""
    yield translate("GitHub: Settings > Secrets and variables > Actions > New repository secret")
    yield translate("Forgejo: Settings > Actions > Secrets > Add secret")
    yield translate(
        "GitLab: Settings > CI/CD > Variables > Add variable, protected, visible (no spaces can be masked)"
    )
    yield translate("without a forge: in a password manager, and before each command that publishes")
