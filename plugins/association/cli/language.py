"""The language in which the program answers: a gettext catalogue or, where there is none, English.

What it says to type is how this reader types it: sentences have `python3 tasks.py`, as in the repository.
Standard library only, and nothing that an old Python cannot run: the bootstrap
says « this Python is too old » through this module.
"""

from __future__ import annotations

import gettext
import os
import sys
from pathlib import Path

TYPE_CHECKING = False  # spares the import of typing at every start
if TYPE_CHECKING:
    from collections.abc import Mapping

FOLDER = Path(__file__).resolve().parent
CATALOGUES = FOLDER.parent / "locale"
USUAL = "python3 tasks.py"
VARIABLES = ("ASSOSITE_LANG", "LC_ALL", "LC_MESSAGES", "LANG")


def translate(text: str) -> str:
    return as_typed(catalogue(os.environ).gettext(text))


def as_typed(said: str) -> str:
    return said.replace(USUAL, typed(sys.argv[0])) if USUAL in said else said


def typed(program: str, folder: Path = FOLDER) -> str:
    """How this process was asked for, as far as the folder goes: `python3 assosite/tasks.py`, `assosite`.

    folder: that of the program. An absolute path is what other programs write, and nothing to type.
    """
    if not (folder.parents[2] / "tasks.py").is_file():
        return "assosite"
    path = Path(program)
    return f"python3 {path.as_posix()}" if path.name == "tasks.py" and not path.is_absolute() else USUAL


def translate_count(one: str, many: str, count: int) -> str:
    return catalogue(os.environ).ngettext(one, many, count).format(count=count)


def catalogue(environment: Mapping[str, str], folder: Path = CATALOGUES) -> gettext.NullTranslations:
    return gettext.translation("assosite", str(folder), languages(environment), fallback=True)


def language_of_reader() -> str:
    """Of whoever reads the sentences."""
    return next(iter(languages(os.environ)), "en")


def languages(environment: Mapping[str, str]) -> list[str]:
    """At most one name as gettext wants it; none for English, the language of the sentences themselves."""
    wanted = next((environment[name] for name in VARIABLES if environment.get(name)), "")
    name = wanted.partition(".")[0].partition("@")[0].replace("-", "_")
    return [] if name in ("", "C", "POSIX") else [name]
