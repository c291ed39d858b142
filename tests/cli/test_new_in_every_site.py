"""`new` of every kind, in the sites of this repository: what `check` says is the same before and after."""

import re
import shutil
from collections import Counter
from pathlib import Path

import pytest

from association.cli.files import Said, folder_of, problem_key, problems_of
from association.cli.kind_words import TEMPLATES
from association.cli.new import KINDS, NewOptions, new

pytestmark = pytest.mark.usefixtures("on_a_known_day")
PROGRAM = Path(__file__).resolve().parents[2]
SITES = (".", *(f"examples/{name}" for name in ("action-tic", "blits", "cio-club", "upbto")))
MEETING = "2026-11-12"
"""Made before its minutes."""
MADE = (*KINDS, *TEMPLATES, "course")


@pytest.fixture(params=SITES)
def site(request: pytest.FixtureRequest, tmp_path: Path) -> Path:
    """A copy of the files of an association."""
    source, copy = PROGRAM / request.param, tmp_path / "site"
    shutil.copytree(source / "content", copy / "content")
    for name in ("members.yaml", "commissions.yaml", "pelicanconf.py"):
        shutil.copy(source / name, copy)
    return copy


def wishes(kind: str, site: Path) -> NewOptions:
    """Of a meeting and its minutes: the first commission."""
    first = re.findall(
        r"^commissions:\n(?:.*\n)*?  - id: (\S+)", (site / "commissions.yaml").read_text(), re.M
    )[0]
    return NewOptions(
        first if kind in ("meeting", "minutes") else "Essai : un",
        start=f"{MEETING} 18h30" if "start" in options_of(kind) else None,
        every="mois" if kind == "meeting" else None,
        on="le 12" if kind == "meeting" else None,
        date=MEETING if kind == "minutes" else None,
        url="https://pepiniere.example/agenda.ics" if kind == "calendar" else None,
    )


def options_of(kind: str) -> tuple[str, ...]:
    return KINDS["event" if kind == "course" else "page" if kind in TEMPLATES else kind].options


def said(site: Path) -> Counter[Said]:
    return Counter(map(problem_key, problems_of(folder_of(site))))


def test_every_kind_is_made_without_a_problem(site: Path) -> None:
    """One after the other, each beside those before it."""
    before = said(site)
    made = [new(kind, wishes(kind, site), site) for kind in MADE]

    assert [0] * len(MADE) == made
    assert before == said(site)
