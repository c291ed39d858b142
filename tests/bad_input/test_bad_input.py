"""Every mistake an editor can make: what they wrote, and the exact lines they read back.

A folder is a site; `expected.txt` holds its report in English and `expected.fr.txt` in French, empty
where nothing is wrong. A new mistake begins here, with a new folder.
"""

import runpy
from datetime import datetime
from functools import partial
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest

from association.cli.language import catalogue
from association.content.load import SiteFolder, load
from association.host.loading import map_of
from association.host.settings import complete
from association.problems import ContentError, Translate

HERE = Path(__file__).parent
CASES = sorted(path.parent for path in HERE.glob("*/expected.txt"))
PARIS = ZoneInfo("Europe/Paris")
LANGUAGES = {"expected.txt": str, "expected.fr.txt": catalogue({"LANG": "fr"}).gettext}


def settings_of(languages: tuple[str, ...]) -> dict[str, object]:
    settings: dict[str, object] = {"PLUGINS": ["association"], "LANGUAGES": list(languages)}
    complete(settings, {})
    return settings


def site(folder: Path) -> SiteFolder:
    settings = folder / "pelicanconf.py"
    written = runpy.run_path(str(settings)) if settings.exists() else {"ASSOCIATION": {"name": "Essai"}}
    return SiteFolder(
        root=folder,
        content=folder / "content",
        members=folder / "members.yaml",
        commissions=folder / "commissions.yaml",
        settings_file="pelicanconf.py",
        identity=written["ASSOCIATION"],
        language="fr",
        zone=PARIS,
        now=datetime(2026, 11, 22, 12, tzinfo=PARIS),
        languages=tuple(written.get("LANGUAGES", ())),
    )


def report(folder: Path, translate: Translate) -> list[str]:
    own = site(folder)
    try:
        problems = load(own, knowing=partial(map_of, own, settings_of(own.languages))).warnings
    except ContentError as error:
        problems = error.problems
    return [problem.line_of_text(translate) for problem in problems]


@pytest.mark.parametrize("file", LANGUAGES)
@pytest.mark.parametrize("case", CASES, ids=lambda case: case.name)
def test_the_editor_reads_exactly_what_to_mend(case: Path, file: str) -> None:
    """File, line, column, one sentence, and what to write instead; in their own language."""
    expected = (case / file).read_text(encoding="utf-8").splitlines()

    assert expected == report(case, LANGUAGES[file])


def test_there_are_cases() -> None:
    """An empty corpus would pass."""

    assert 100 < len(CASES)
