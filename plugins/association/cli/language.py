"""The language in which the program answers: a gettext catalogue or, where there is none, English.

Standard library only, and nothing that an old Python cannot run: the bootstrap
says « this Python is too old » through this module.
"""

from __future__ import annotations

import gettext
import os
from pathlib import Path

TYPE_CHECKING = False  # spares the import of typing at every start
if TYPE_CHECKING:
    from collections.abc import Mapping

CATALOGUES = Path(__file__).resolve().parents[1] / "locale"
VARIABLES = ("ASSOSITE_LANG", "LC_ALL", "LC_MESSAGES", "LANG")


def translate(text: str) -> str:
    return catalogue(os.environ).gettext(text)


def translate_count(one: str, many: str, count: int) -> str:
    return catalogue(os.environ).ngettext(one, many, count).format(count=count)


def catalogue(environment: Mapping[str, str], folder: Path = CATALOGUES) -> gettext.NullTranslations:
    return gettext.translation("assosite", str(folder), languages(environment), fallback=True)


def languages(environment: Mapping[str, str]) -> list[str]:
    """At most one name as gettext wants it; none for English, the language of the sentences themselves."""
    wanted = next((environment[name] for name in VARIABLES if environment.get(name)), "")
    name = wanted.partition(".")[0].partition("@")[0].replace("-", "_")
    return [] if name in ("", "C", "POSIX") else [name]
