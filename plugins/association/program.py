"""Where the program lies, however it came: in a clone of its repository, below a site, or installed.

A clone has the theme, the schemas and the columns of other programs beside `plugins/`. An installed package
has them where the wheel puts them (pyproject.toml): the theme among Pelican's, so that `THEME = "parvis"` is
found by Pelican itself (pelican/settings.py: configure_settings), the rest in a folder of the package.
"""

import json
import re
from pathlib import Path

PACKAGE = Path(__file__).resolve().parent


def clone_of(package: Path) -> Path | None:
    root = package.parents[1]
    return root if package.parent == root / "plugins" and (root / "tasks.py").is_file() else None


CLONE = clone_of(PACKAGE)
BESIDE = CLONE or PACKAGE / "beside"
"""What the wheel brings along from beside `plugins/`."""
THEMES = CLONE / "themes" if CLONE else PACKAGE.parent / "pelican" / "themes"
PARVIS = THEMES / "parvis"
SCHEMAS = BESIDE / "schemas"
IMPORTS = BESIDE / "imports"


def version() -> str:
    """As the package says it, or pyproject.toml in a clone."""
    if CLONE is None:
        from importlib.metadata import version as installed  # only now: it takes a tenth of a start

        return installed("assosite")
    found = re.search(r'^version = "(.+)"', (CLONE / "pyproject.toml").read_text("utf-8"), re.MULTILINE)
    return found[1] if found else ""


def requirement() -> str:
    """The line of a site's requirements.txt that installs this very program.

    From the repository that it was installed from, else by its number, which an index has to know.
    """
    repository, commit = installed_from() if CLONE is None else ("", "")
    return f"assosite @ git+{repository}@{commit}" if commit else f"assosite=={version()}"


def installed_from() -> tuple[str, str]:
    """A repository and its commit, as pip remembers them (PEP 610); else the latter is empty."""
    from importlib.metadata import distribution

    told = json.loads(distribution("assosite").read_text("direct_url.json") or "{}")
    return told.get("url", ""), told.get("vcs_info", {}).get("commit_id", "")


def is_programs_theme(theme: Path) -> bool:
    """Whether it is the program's, or one that lies beside it in a clone; Pelican's own are not."""
    found = theme.resolve()
    return found == PARVIS or (CLONE is not None and THEMES in found.parents)


def default_site(working: Path) -> Path:
    """Where no site is named.

    The working folder, if the program is installed or lies below a site that somebody stands in, as a
    submodule does; else the clone, which is a site itself.
    """
    if CLONE is None or (CLONE != working and working in CLONE.parents and has_settings(working)):
        return working
    return CLONE


def has_settings(folder: Path) -> bool:
    return (folder / "pelicanconf.py").is_file()
